"""Furniture, pillows, cloth and ice, drawn from their solids."""

from __future__ import annotations

import math

from guide.figures import furniture
from guide.figures.body import HEIGHT_M
from guide.figures.drawing import MARK_LINE, THING_LINE, Drawing
from guide.figures.flavour import Flavour
from guide.figures.furniture import Solid
from guide.figures.geometry import (
    Outline,
    Placement,
    add,
    between,
    polar,
    rectangle,
    scale,
    sub,
    unit,
)
from guide.figures.props import Chair, IcePack, Prop
from guide.figures.svg import line_path, number, path, pen, rounded_path, smooth_path, use

WASH = {"wood": 0.22, "mat": 0.22, "cushion": 0.10, "cloth": 0.0, "ice": 0.10}
"""How dark each material is."""


def draw(drawing: Drawing, prop: Prop) -> None:
    """Draw one thing over what is there."""
    solids = furniture.solids(prop)
    for solid in solids:
        drawing.include(solid.outline, 0.006)
    if isinstance(prop, Chair):
        name = f"chair{round(prop.seat * 1000)}"
        height = furniture.height_of(prop)
        drawing.define_group(name, _group(furniture.chair_solids(height), drawing.flavour))
        place = Placement((prop.at, 0.0), flip=prop.faces == "right")
        drawing.add(use(name, place))
    elif isinstance(prop, IcePack):
        drawing.add(_ice(prop, solids, drawing.flavour))
    else:
        drawing.add(_group(solids, drawing.flavour))


def _ice(prop: IcePack, solids: tuple[Solid, ...], flavour: Flavour) -> str:
    """From the skin to the viewer: cloth, seam, pack, crystal."""
    *cloth, pack = (_group((solid,), flavour) for solid in solids)
    return "".join(cloth) + _stitches(prop, flavour) + pack + _crystal(prop, flavour)


def _group(solids: tuple[Solid, ...], flavour: Flavour) -> str:
    """The pieces of a thing, each with its own outline."""
    shapes = "".join(path(_shape(s)) for s in solids)
    first, *over = flavour.washes(WASH[solids[0].material])
    text = f'<g {first} stroke="{flavour.ink}" stroke-width="{number(THING_LINE)}">{shapes}</g>'
    return text + "".join(f"<g {wash}>{shapes}</g>" for wash in over)


def _shape(solid: Solid) -> str:
    if solid.material == "cushion":
        return smooth_path(_cushion(solid.outline))
    if solid.material == "cloth":
        return smooth_path(_cloth(solid.outline))
    return rounded_path(solid.outline, solid.radius)


def _cushion(corners: Outline) -> Outline:
    """A pillow: flat enough to lie on, with plump ends."""
    (x0, y0), _, (x1, y1), _ = corners
    plump = (y1 - y0) * 0.06
    middle, across = (y0 + y1) / 2, (x0 + x1) / 2
    inset = min(0.02, (x1 - x0) / 4)
    return (
        (x0 + inset, y1 - plump), (across, y1), (x1 - inset, y1 - plump), (x1 + 0.008, middle),
        (x1 - inset, y0 + plump), (across, y0), (x0 + inset, y0 + plump), (x0 - 0.008, middle),
    )  # fmt: skip


def _cloth(corners: Outline) -> Outline:
    """A cloth: a soft edge in waves, so that it cannot be taken for a second pack."""
    middle = between(corners[0], corners[2], 0.5)
    points = []
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        count = 2 * round(math.dist(a, b) / 0.056)
        for i in range(count):
            p = between(a, b, i / count)
            out = scale(unit(sub(p, middle)), 0.002 if i % 2 else -0.010 if i == 0 else -0.004)
            points.append(add(p, out))
    return tuple(points)


def _stitches(prop: IcePack, flavour: Flavour) -> str:
    """The seam of the cloth: what is sewn is not skin, and not ice."""
    if prop.cloth is None:
        return ""
    w, h = ((side / 2 + prop.cloth * 0.55) / HEIGHT_M for side in prop.size)
    seam = Placement(prop.at, prop.turn).apply(rectangle(-w, -h, w, h))
    return path(rounded_path(seam, 0.016), pen(flavour.ink, 1.5) + ' stroke-dasharray="4.5 4.5"')


def _crystal(prop: IcePack, flavour: Flavour) -> str:
    """An ice crystal: says cold without a word, in black and white too."""
    arm = prop.size[1] / HEIGHT_M * 0.38
    twig = arm * 0.42
    strokes = []
    for k in range(6):
        a = 30 + 60 * k
        tip, fork = polar(a, arm), polar(a, arm * 0.55)
        strokes.append(((0.0, 0.0), tip))
        for turn in (-50, 50):
            t = polar(a + turn, twig)
            strokes.append((fork, (fork[0] + t[0], fork[1] + t[1])))
    place = Placement(prop.at, prop.turn)
    d = "".join(line_path(place.apply(s)) for s in strokes)
    return path(d, pen(flavour.accent, MARK_LINE + 0.5))
