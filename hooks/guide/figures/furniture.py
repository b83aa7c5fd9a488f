"""The solid shapes of furniture, pillows and ice: what is drawn is what is checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from guide.figures.body import HEIGHT_M
from guide.figures.geometry import Outline, Placement, rectangle
from guide.figures.props import (
    Chair,
    Footstool,
    HeadPillow,
    IcePack,
    KneePillow,
    Mat,
    Pillows,
    Prop,
)

Material = Literal["wood", "cushion", "mat", "cloth", "ice"]

SEAT_DEPTH = 0.247
"""Depth of the chair's seat: 0.42 m."""

BACK_HEIGHT = 0.285
"""From the seat to the top of the chair's back: 0.48 m."""

POSSIBLE_HEIGHTS: dict[str, tuple[float, float]] = {
    "mat": (0.005, 0.08),
    "head-pillow": (0.03, 0.16),
    "chair": (0.40, 0.50),
    "footstool": (0.08, 0.30),
    "pillows": (0.10, 0.50),
    "knee-pillow": (0.06, 0.25),
}
"""The least and the greatest height of real ones, in metres."""

_WOOD = 0.020
_SEAT = 0.032
_RAKE = 0.030


@dataclass(frozen=True)
class Solid:
    """A convex or nearly convex piece of a thing."""

    material: Material
    outline: Outline
    radius: float = 0.0
    """How far its corners are rounded."""


def height_of(prop: Prop) -> float:
    """The upper side of a thing that carries someone, in body heights above the floor."""
    match prop:
        case Chair():
            return prop.seat / HEIGHT_M
        case Footstool():
            return prop.height / HEIGHT_M
        case Pillows():
            return prop.count * prop.each / HEIGHT_M
        case Mat() | HeadPillow():
            return prop.thickness / HEIGHT_M
        case KneePillow():
            return prop.heights[1]
        case IcePack():
            return prop.at[1] + prop.size[1] / 2 / HEIGHT_M


def span_of(prop: Prop) -> tuple[float, float]:
    """The left and the right end of what a thing carries with."""
    match prop:
        case Chair():
            end = prop.at + (SEAT_DEPTH if prop.faces == "left" else -SEAT_DEPTH)
            return (min(prop.at, end), max(prop.at, end))
        case IcePack():
            half = prop.size[0] / 2 / HEIGHT_M
            return (prop.at[0] - half, prop.at[0] + half)
        case _:
            return prop.at


def chair_solids(seat: float) -> tuple[Solid, ...]:
    """A chair that faces left, the front edge of its seat at x = 0."""
    d, under = SEAT_DEPTH, seat - _SEAT
    top = seat + BACK_HEIGHT
    lean = _RAKE * BACK_HEIGHT / 0.4
    back = ((d - _WOOD, under), (d, under), (d + lean, top), (d + lean - _WOOD, top))
    y = top - 0.130
    x = d + lean * (y - seat) / BACK_HEIGHT
    rest = ((x - 0.026, y), (x + 0.006, y), (d + lean + 0.006, top), (d + lean - 0.026, top))
    rail = rectangle(0.030, 0.085, d - 0.012, 0.100)
    return (
        Solid("wood", rail, 0.004),
        Solid("wood", rectangle(0.018, 0, 0.018 + _WOOD, under + 0.01), 0.004),
        Solid("wood", ((d - _WOOD, under), (d, under), (d + 0.010, 0), (d - 0.010, 0)), 0.004),
        Solid("wood", back, 0.004),
        Solid("wood", rest, 0.010),
        Solid("wood", rectangle(0, under, d + 0.004, seat), 0.011),
    )


@cache
def solids(prop: Prop) -> tuple[Solid, ...]:
    """The pieces of a thing, in the order of drawing."""
    match prop:
        case Chair():
            place = Placement((prop.at, 0.0), flip=prop.faces == "right")
            return tuple(
                Solid(s.material, place.apply(s.outline), s.radius)
                for s in chair_solids(height_of(prop))
            )
        case Footstool():
            (x0, x1), top = prop.at, height_of(prop)
            under = top - 0.028
            return (
                Solid("wood", rectangle(x0 + 0.02, 0, x0 + 0.02 + _WOOD, under + 0.01), 0.004),
                Solid("wood", rectangle(x1 - 0.02 - _WOOD, 0, x1 - 0.02, under + 0.01), 0.004),
                Solid("wood", rectangle(x0, under, x1, top), 0.011),
            )
        case Pillows():
            (x0, x1), each = prop.at, height_of(prop) / prop.count
            return tuple(
                Solid(
                    "cushion", rectangle(x0 + 0.012 * i, each * i, x1 - 0.012 * i, each * (i + 1))
                )
                for i in range(prop.count)
            )
        case Mat():
            return (Solid("mat", rectangle(prop.at[0], 0, prop.at[1], height_of(prop)), 0.010),)
        case HeadPillow():
            return (Solid("cushion", rectangle(prop.at[0], 0.0, prop.at[1], height_of(prop))),)
        case KneePillow():
            (x0, x1), (y0, y1) = prop.at, prop.heights
            return (Solid("cushion", rectangle(x0, y0, x1, y1)),)
        case IcePack():
            place = Placement(prop.at, prop.turn)
            w, h = prop.size[0] / 2 / HEIGHT_M, prop.size[1] / 2 / HEIGHT_M
            pack = Solid("ice", place.apply(rectangle(-w, -h, w, h)), 0.016)
            if prop.cloth is None:
                return (pack,)
            m = prop.cloth / HEIGHT_M
            cloth = place.apply(rectangle(-w - m, -h - m, w + m, h + m))
            return (Solid("cloth", cloth), pack)
