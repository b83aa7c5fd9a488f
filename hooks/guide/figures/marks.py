"""Signs in a picture that stand for words: right angles, level lines, numbers."""

from __future__ import annotations

from typing import Literal

from guide.figures.drawing import MARK_LINE, Drawing
from guide.figures.geometry import Point, add, scale, sub, unit
from guide.figures.skeleton import Skeleton
from guide.figures.svg import dot, line_path, path, pen

Mark = Literal["hip-angle", "knee-angle", "knees-higher"]


def draw(drawing: Drawing, mark: Mark, skeleton: Skeleton) -> None:
    """Draw one mark on the person."""
    shoulder, hip = skeleton.joint("shoulder"), skeleton.joint("hip")
    knee, ankle = skeleton.joint("knee"), skeleton.joint("ankle")
    match mark:
        case "hip-angle":
            _right_angle(drawing, hip, shoulder, knee)
        case "knee-angle":
            _right_angle(drawing, knee, hip, ankle)
        case "knees-higher":
            _higher(drawing, knee, hip)


def _dot(drawing: Drawing, p: Point) -> str:
    flavour = drawing.flavour
    paint = f'fill="{flavour.paper}" stroke="{flavour.accent}" stroke-width="{MARK_LINE:g}"'
    return dot(p, 0.010, paint)


def _right_angle(drawing: Drawing, corner: Point, one: Point, other: Point) -> None:
    """The draughtsman's sign of a right angle: its two sides and a small square."""
    u, v = unit(sub(one, corner)), unit(sub(other, corner))
    side, square = 0.135, 0.034
    d = line_path((add(corner, scale(u, side)), corner, add(corner, scale(v, side))))
    a, b = add(corner, scale(u, square)), add(corner, scale(v, square))
    d += line_path((a, add(a, scale(v, square)), b))
    drawing.add(path(d, pen(drawing.flavour.accent, MARK_LINE)) + _dot(drawing, corner))


def _higher(drawing: Drawing, upper: Point, lower: Point) -> None:
    """Two level lines and an arrow from the lower one up to the higher one."""
    line = pen(drawing.flavour.accent, MARK_LINE)
    end = upper[0] + 0.16
    x = end - 0.03
    levels = "".join(line_path(((p[0] + 0.01, p[1]), (end, p[1]))) for p in (upper, lower))
    tip = (x, upper[1] - 0.004)
    barbs = ((x - 0.012, tip[1] - 0.014), tip, (x + 0.012, tip[1] - 0.014))
    arrow = line_path(((x, lower[1] + 0.004), tip)) + line_path(barbs)
    drawing.include([(end, upper[1])])
    drawing.add(path(levels, f'{line} stroke-dasharray="11 12"') + path(arrow, line))
    drawing.add(_dot(drawing, upper) + _dot(drawing, lower))
