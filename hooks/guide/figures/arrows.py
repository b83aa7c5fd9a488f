"""Arrows: a curved line and a filled head."""

from __future__ import annotations

from guide.figures.flavour import Flavour
from guide.figures.geometry import Point, add, scale, sub, unit
from guide.figures.svg import curve_path, line_path, number, path, pen


def arrow(
    flavour: Flavour, start: Point, end: Point, *, bend: Point | None = None,
    width: float = 3.5, head: float = 0.028,
) -> str:  # fmt: skip
    """An arrow from start to end, bent towards a control point."""
    control = bend or ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    u = unit(sub(end, control))
    side = (-u[1], u[0])
    foot = sub(end, scale(u, head))
    barbs = [add(foot, scale(side, k * head * 0.62)) for k in (1, -1)]
    shaft = curve_path(start, control, sub(end, scale(u, head * 0.6)))
    tip = line_path((end, *barbs)) + "z"
    accent = flavour.accent
    return path(shaft, pen(accent, width)) + path(
        tip, f'fill="{accent}" stroke="{accent}" stroke-width="{number(width * 0.4)}"'
    )
