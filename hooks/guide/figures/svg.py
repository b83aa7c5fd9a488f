"""SVG text: paths with short relative numbers, and the ids that the shared parts are called by."""

from __future__ import annotations

from collections.abc import Sequence

from guide.figures.geometry import Outline, Placement, Point, add, scale, smooth, sub, unit

UNITS = 500
"""SVG units in a body height: whole numbers are then exact to 1.7 mm of a real person.

On a page a unit is less than half a pixel. Twice as many made pictures a sixth heavier.
"""

OWN = "\x01"
"""Stands for the prefix of the ids of one picture."""


def number(v: float) -> str:
    """A number with at most one digit after the point."""
    text = f"{v:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _grid(p: Point) -> tuple[int, int]:
    return (round(p[0] * UNITS), round(-p[1] * UNITS))


def _join(values: Sequence[int]) -> str:
    """Numbers with a separator only where SVG needs one."""
    return "".join(str(v) if v < 0 or not i else f" {v}" for i, v in enumerate(values))


def at(p: Point) -> str:
    """A point as an absolute pair of numbers."""
    return _join(_grid(p))


def smooth_path(outline: Outline) -> str:
    """A closed smooth line.

    Each tangent of a Catmull-Rom spline mirrors the one before it, which is just what the short
    command ``s`` means: four numbers a point instead of six.
    """
    segments = smooth(outline)
    x, y = _grid(segments[0][0])
    parts = [f"M{_join((x, y))}"]
    for i, segment in enumerate(segments):
        values: list[int] = []
        for p in segment[1:] if i == 0 else segment[2:]:
            px, py = _grid(p)
            values += [px - x, py - y]
        x, y = _grid(segment[3])
        parts.append(("c" if i == 0 else "s") + _join(values))
    return "".join(parts) + "z"


def line_path(points: Sequence[Point]) -> str:
    """An open line of straight pieces."""
    grid = [_grid(p) for p in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(grid, grid[1:], strict=False)]
    return f"M{_join(grid[0])}" + "".join(f"l{_join(s)}" for s in steps)


def curve_path(start: Point, control: Point, end: Point) -> str:
    """An open curve with one control point."""
    (x, y), c, e = _grid(start), _grid(control), _grid(end)
    return f"M{_join((x, y))}q{_join((c[0] - x, c[1] - y, e[0] - x, e[1] - y))}"


def rounded_path(corners: Outline, radius: float) -> str:
    """A closed line of straight pieces with rounded corners."""
    if not radius:
        return line_path(corners) + "z"
    parts = []
    n = len(corners)
    for i, corner in enumerate(corners):
        ends = []
        for other in (corners[i - 1], corners[(i + 1) % n]):
            side = sub(other, corner)
            reach = min(radius, max(abs(side[0]), abs(side[1])) / 2)
            ends.append(_grid(add(corner, scale(unit(side), reach))))
        (ax, ay), (bx, by) = ends
        cx, cy = _grid(corner)
        parts.append(f"{'M' if i == 0 else 'L'}{_join((ax, ay))}")
        parts.append(f"q{_join((cx - ax, cy - ay, bx - ax, by - ay))}")
    return "".join(parts) + "z"


def transform(placement: Placement) -> str:
    """The transform that puts a shape in its place."""
    text = f"translate({at(placement.origin)})"
    if placement.flip:
        text += "scale(-1 1)"
    turn = (-placement.turn + 180) % 360 - 180
    return text + (f"rotate({number(turn)})" if round(turn, 1) else "")


def use(name: str, placement: Placement | None = None) -> str:
    """A shared part, in its place."""
    where = f' transform="{transform(placement)}"' if placement else ""
    return f'<use href="#{OWN}{name}"{where}/>'


def path(d: str, attributes: str = "") -> str:
    """A path element; filled with ink, with round corners and ends, as the picture says."""
    return f'<path d="{d}"{" " + attributes if attributes else ""}/>'


def dot(p: Point, radius: float, attributes: str) -> str:
    """A circle; the radius in body heights."""
    x, y = _grid(p)
    return f'<circle cx="{x}" cy="{y}" r="{number(radius * UNITS)}" {attributes}/>'


def pen(colour: str, width: float) -> str:
    """The attributes of a line that is not filled; the width in SVG units."""
    return f'fill="none" stroke="{colour}" stroke-width="{number(width)}"'
