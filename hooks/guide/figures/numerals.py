"""Numbers as drawn lines: text in a picture would need a font, and would be mirrored with it."""

from __future__ import annotations

from guide.figures.flavour import Flavour

_STROKES = {
    "0": "M0-9q0-13 10-13t10 13v4q0 13-10 13t-10-13z",
    "1": "M4-14l8-8v30",
    "2": "M1-13q0-9 9-9t10 9q0 6-8 12l-11 9h19",
    "3": "M1-20q4-3 9-2 9 1 8 8t-8 7q9 0 9 8t-9 8q-6 0-10-4",
    "4": "M14 8v-30l-14 21h20",
    "5": "M17-22h-14l-2 14q4-3 9-3 9 1 9 10t-9 9q-6 0-9-4",
    "6": "M16-21q-13 3-15 17 0 12 9 12t9-10-9-9q-7 0-9 8",
    "7": "M0-22h19l-12 30",
    "8": "M10-8q-8-1-8-7t8-7 8 7-8 7q-9 1-9 8t9 8 9-8-9-8z",
    "9": "M19-12q-1 8-9 9-9 0-9-9 0-10 9-10t9 11q-1 15-14 18",
}
"""Each digit, 20 wide and 30 high, the middle of its height near 0."""


RADIUS = 24
"""Of the disc, in SVG units."""

BADGE = 2 * RADIUS + 4
"""The side of the square that the disc needs in a corner of a picture."""


def badge(number: int, left: int, top: int, width: int, flavour: Flavour, *, right: bool) -> str:
    """A numbered disc in the upper corner of a picture, the right one if it is mirrored."""
    inset = BADGE // 2
    x, y = (left + width - inset if right else left + inset), top + inset
    digits = str(number)
    strokes = "".join(
        f'<path transform="translate({30 * i})" d="{_STROKES[d]}"/>' for i, d in enumerate(digits)
    )
    size = 0.7 if len(digits) == 1 else 0.55
    start = round(x - size * (15 * len(digits) - 5))
    return (
        f'<circle cx="{x}" cy="{y}" r="{RADIUS}" fill="{flavour.accent}"/>'
        f'<g transform="translate({start} {y + 5})scale({size})" fill="none" '
        f'stroke="{flavour.paper}" stroke-width="6.5">{strokes}</g>'
    )
