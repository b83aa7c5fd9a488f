"""The marks over a stage of the chain: lines, arrows, and the place of the spasm."""

from __future__ import annotations

from guide.figures.arrows import arrow
from guide.figures.chain import ChainFigure, Stance
from guide.figures.drawing import MARK_LINE, Drawing
from guide.figures.geometry import Outline, Point, add, between, bezier, polar, sub
from guide.figures.svg import line_path, path, pen

_BOLT: Outline = (
    (0.010, 0.034), (-0.016, 0.000), (-0.002, 0.000), (-0.010, -0.034), (0.018, 0.008),
    (0.004, 0.008), (0.020, 0.034),
)  # fmt: skip


def plumb_line(drawing: Drawing, stance: Stance) -> None:
    """The dotted line that a straight person would hang on."""
    top = (0.0, stance.skull[1] + 0.10)
    drawing.include((top,))
    style = pen(drawing.flavour.ink, 1.5) + ' opacity=".6" stroke-dasharray="1.5 5"'
    drawing.add(path(line_path(((0.0, 0.0), top)), style))


def level_lines(drawing: Drawing, figure: ChainFigure, stance: Stance) -> None:
    """The lines of pelvis, shoulders and eyes, longer than the body is wide."""
    lines = []
    hips = add(between(*stance.hips, 0.5), polar(figure.pelvis + 90, 0.058))
    for middle, tilt, half in (
        (hips, figure.pelvis, 0.178),
        (between(*stance.shoulders, 0.5), figure.shoulders, 0.190),
    ):
        u = polar(tilt, half)
        lines.append((sub(middle, u), add(middle, u)))
    for sign in (-1, 1):
        lines.append((add(stance.skull, (sign * 0.066, 0)), add(stance.skull, (sign * 0.112, 0))))
    for line in lines:
        drawing.include(line, 0.004)
    d = "".join(line_path(line) for line in lines)
    drawing.add(path(d, pen(drawing.flavour.accent, MARK_LINE + 0.5) + ' stroke-dasharray="8.5 6"'))


def arrows(drawing: Drawing, figure: ChainFigure, stance: Stance, hands: list[Point]) -> None:
    """What is new in this stage."""
    flavour = drawing.flavour
    for what in figure.arrows:
        if what in ("pelvis", "shoulders"):
            tilt = figure.pelvis if what == "pelvis" else figure.shoulders
            middle = (0.0, 0.558) if what == "pelvis" else (0.0, 0.800)
            for sign in (-1, 1):
                rise = 0.044 if sign * tilt > 0 else -0.044
                x = sign * (0.215 if what == "pelvis" else 0.222)
                ends = ((x, middle[1] - rise), (x, middle[1] + rise))
                drawing.include(ends, 0.02)
                drawing.add(arrow(flavour, *ends))
        elif what == "spine":
            sign = 1 if stance.bulge > 0 else -1
            at = add(bezier(stance.spine, 0.4), (-sign * 0.034, 0.0))
            drawing.add(arrow(flavour, add(at, (-sign * 0.05, 0.0)), at, head=0.022))
        else:
            x, y = hands[0 if figure.load == "left" else 1]
            drawing.add(arrow(flavour, (x, y - 0.215), (x, y - 0.275), head=0.03))


def spasm(drawing: Drawing, stance: Stance, sign: int) -> None:
    """A burst with a bolt in it, beside the low back: says pain in black and white, too."""
    flavour = drawing.flavour
    spot = add(bezier(stance.spine, 0.22), (sign * 0.052, 0.0))
    burst = tuple(
        add(spot, polar(18 * k + 9, 0.040 if k % 2 else 0.062 if k % 4 else 0.070))
        for k in range(20)
    )
    edge = f'stroke="{flavour.paper}" stroke-width="2.5"'
    bolt = tuple(add(spot, (sign * x, y)) for x, y in _BOLT)
    drawing.add(path(line_path(burst) + "z", f'fill="{flavour.accent}" {edge}'))
    drawing.add(path(line_path(bolt) + "z", f'fill="{flavour.paper}"'))
