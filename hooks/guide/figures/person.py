"""The person, drawn in layers from the far side to the near one."""

from __future__ import annotations

from collections.abc import Iterable

from guide.figures import body, marks, things
from guide.figures.drawing import BODY_LINE, FAR_LINE, Drawing
from guide.figures.geometry import Placement, add
from guide.figures.pose import Pose
from guide.figures.skeleton import Placed, solve
from guide.figures.svg import curve_path, path, pen, smooth_path, use

SKIN, SHIRT, FAR_TROUSERS, TROUSERS, SHOE, HAIR = 0.0, 0.10, 0.14, 0.26, 0.78, 1.0
"""Washes of the one ink."""


def draw(drawing: Drawing, pose: Pose) -> None:
    """Draw the person and all things around them."""
    over = ("ice-pack", "knee-pillow")
    for prop in pose.props:
        if prop.kind not in over:
            things.draw(drawing, prop)
    if pose.body.view == "from-behind":
        _from_behind(drawing, pose)
    else:
        _profile(drawing, pose)


def _profile(drawing: Drawing, pose: Pose) -> None:
    """Seen from the side. Marks of angles lie on the legs, under the arm."""
    skeleton = solve(pose.body)
    parts = skeleton.parts
    if "far-hand" in parts:
        _arm(drawing, parts, "far-", FAR_LINE)
    _layer(drawing, [parts["far-foot"]], SHOE, far=True)
    _layer(drawing, [parts["far-thigh"], parts["far-shank"]], FAR_TROUSERS, far=True)
    _layer(drawing, [parts["neck"], parts["head"]], SKIN)
    drawing.define_group("face", _face(drawing))
    drawing.add(use("face", parts["head"].placement))
    _layer(drawing, [parts["torso"]], SHIRT)
    _layer(drawing, [parts["foot"]], SHOE)
    _layer(drawing, [parts[n] for n in ("pelvis", "thigh", "shank")], TROUSERS)
    for mark in pose.marks:
        marks.draw(drawing, mark, skeleton)
    if "hand" in parts:
        _arm(drawing, parts, "", BODY_LINE)


def _arm(drawing: Drawing, parts: object, side: str, line: float) -> None:
    """A bare arm and its short sleeve."""
    assert isinstance(parts, dict)
    upper: Placed = parts[side + "upper-arm"]
    bare = [upper, parts[side + "forearm"], parts[side + "hand"]]
    far = bool(side)
    _layer(drawing, bare, SKIN, far=far)
    _layer(drawing, [Placed("sleeve", upper.placement)], SHIRT, far=far)


def _from_behind(drawing: Drawing, pose: Pose) -> None:
    """Lying on the side, the back to the viewer: the lower leg, the pillow, the upper leg, the ice."""
    parts = solve(pose.body).parts
    things_over = {prop.kind: prop for prop in pose.props}
    _layer(drawing, [parts["far-foot"]], SHOE)
    _layer(drawing, [parts["far-thigh"], parts["far-shank"]], TROUSERS)
    if "knee-pillow" in things_over:
        things.draw(drawing, things_over["knee-pillow"])
    if "upper-arm" in parts:
        arm = parts["upper-arm"]
        _layer(drawing, [arm], SKIN)
        _layer(drawing, [Placed("sleeve", arm.placement, arm.seen)], SHIRT)
    head = parts["head"]
    _layer(drawing, [parts["neck"]], SKIN)
    _layer(drawing, [head], HAIR)
    _layer(drawing, [Placed("ear", head.placement)], SKIN)
    _layer(drawing, [parts["torso"]], SHIRT)
    _layer(drawing, [parts["foot"]], SHOE)
    _layer(drawing, [parts[n] for n in ("pelvis", "thigh", "shank")], TROUSERS)
    if "ice-pack" in things_over:
        things.draw(drawing, things_over["ice-pack"])


def _layer(
    drawing: Drawing, parts: Iterable[Placed], wash: float, *, far: bool = False
) -> None:
    """One layer of the person; the far side is shifted and drawn with a thinner line."""
    shapes = []
    for placed in parts:
        key = placed.part if placed.seen == 1 else f"{placed.part}-{round(placed.seen * 100)}"
        outline = body.outline(placed.part, placed.seen)
        place = placed.placement
        if far:
            place = Placement(add(place.origin, body.DEPTH), place.turn, place.flip)
        drawing.define_path(key, smooth_path(outline))
        drawing.include(place.apply(outline), 0.008)
        shapes.append(use(key, place))
    drawing.layer("".join(shapes), wash, FAR_LINE if far else BODY_LINE)


def _face(drawing: Drawing) -> str:
    """Hair, a closed eye and a quiet mouth."""
    ink = drawing.flavour.ink
    hair = smooth_path(body.FREE_OUTLINES["hair"])
    lines = "".join(curve_path(*line) for line in body.FACE.values())
    return path(hair, f'fill="{ink}" stroke="{ink}" stroke-width="3"') + path(lines, pen(ink, 4.5))
