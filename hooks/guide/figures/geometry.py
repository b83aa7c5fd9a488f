"""Points, directions and smooth outlines in the plane of the picture.

The world is measured in body heights (``H``, one standing person), x to the right and y up;
angles are degrees, anticlockwise from +x.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Outline = tuple[Point, ...]
"""A closed line through these points, smooth unless said otherwise."""

Cubic = tuple[Point, Point, Point, Point]
"""A cubic Bézier segment: start, two control points, end."""


def add(p: Point, q: Point) -> Point:
    """The sum of two vectors."""
    return (p[0] + q[0], p[1] + q[1])


def sub(p: Point, q: Point) -> Point:
    """The vector from ``q`` to ``p``."""
    return (p[0] - q[0], p[1] - q[1])


def scale(p: Point, k: float) -> Point:
    """The vector ``p``, ``k`` times as long."""
    return (p[0] * k, p[1] * k)


def polar(degrees: float, length: float = 1.0) -> Point:
    """The vector of a direction and a length."""
    a = math.radians(degrees)
    return (length * math.cos(a), length * math.sin(a))


def heading(v: Point) -> float:
    """The direction of a vector, in degrees."""
    return math.degrees(math.atan2(v[1], v[0]))


def unit(v: Point) -> Point:
    """The vector of length 1 in the direction of ``v``."""
    return scale(v, 1 / math.hypot(*v))


def between(p: Point, q: Point, t: float) -> Point:
    """The point that lies the share ``t`` of the way from ``p`` to ``q``."""
    return (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)


def bezier(segment: Cubic, t: float) -> Point:
    """The point of a cubic Bézier segment at ``t``, from 0 to 1."""
    a, b, c, d = segment
    u = 1 - t
    w = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    return (
        w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
        w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
    )


def smooth(points: Sequence[Point]) -> list[Cubic]:
    """A closed Catmull-Rom spline through the points, as cubic segments.

    The tangent at a point is half the way between its neighbours: a larger share makes kinks.
    """
    n = len(points)
    segments = []
    for i in range(n):
        before, start, end, after = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        segments.append(
            (
                start,
                add(start, scale(sub(end, before), 1 / 6)),
                sub(end, scale(sub(after, start), 1 / 6)),
                end,
            )
        )
    return segments


def sample(outline: Outline, steps: int = 6) -> Outline:
    """Points along the smooth line through ``outline``, ``steps`` for each of its segments."""
    return tuple(bezier(s, i / steps) for s in smooth(outline) for i in range(steps))


def contains(polygon: Outline, p: Point) -> bool:
    """Whether the point lies inside the polygon (even-odd rule)."""
    inside = False
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y0 > p[1]) != (y1 > p[1]) and p[0] < (x1 - x0) * (p[1] - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def distance_to(polygon: Outline, p: Point) -> float:
    """The distance from the point to the nearest edge of the polygon."""
    best = math.inf
    for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        vx, vy, px, py = x1 - x0, y1 - y0, p[0] - x0, p[1] - y0
        length = vx * vx + vy * vy
        t = max(0.0, min(1.0, (px * vx + py * vy) / length)) if length else 0.0
        best = min(best, (px - t * vx) ** 2 + (py - t * vy) ** 2)
    return math.sqrt(best)


def depth_inside(polygon: Outline, p: Point) -> float:
    """How deep the point lies inside the polygon; 0 outside."""
    return distance_to(polygon, p) if contains(polygon, p) else 0.0


def rectangle(x0: float, y0: float, x1: float, y1: float) -> Outline:
    """The corners of an upright rectangle."""
    return ((x0, y0), (x1, y0), (x1, y1), (x0, y1))


@dataclass(frozen=True)
class Placement:
    """Where a shape with its own coordinates stands in the picture."""

    origin: Point
    """Where the shape's (0, 0) comes to lie."""

    turn: float = 0.0
    """Degrees by which the shape is turned."""

    flip: bool = False
    """Whether the turned shape is then mirrored: people and chairs that face left."""

    def apply(self, points: Sequence[Point]) -> Outline:
        """The points of the shape, in the picture."""
        c, s = polar(self.turn)
        sign = -1 if self.flip else 1
        x, y = self.origin
        return tuple((x + sign * (c * p[0] - s * p[1]), y + s * p[0] + c * p[1]) for p in points)


def tube(stations: Sequence[tuple[Point, float, float]], *, cap: float = 0.6) -> Outline:
    """The outline around a bent middle line.

    Each station is a point of that line with the half width on its left and on its right, as seen
    when walking along it. ``cap`` says how round the last end is; the first one is flat.
    """
    points = [s[0] for s in stations]
    left, right = [], []
    for i, (p, on_left, on_right) in enumerate(stations):
        u = unit(sub(points[min(i + 1, len(points) - 1)], points[max(i - 1, 0)]))
        left.append(add(p, scale((-u[1], u[0]), on_left)))
        right.append(sub(p, scale((-u[1], u[0]), on_right)))
    u = unit(sub(points[-1], points[-2]))
    end = add(points[-1], scale(u, cap * (stations[-1][1] + stations[-1][2]) / 2))
    return (*left, end, *reversed(right))
