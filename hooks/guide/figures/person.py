"""The person, drawn in layers from the far side to the near one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.figures import body, marks, things
from guide.figures.drawing import BODY_LINE, FAR_LINE, Drawing
from guide.figures.geometry import Placement, Point, add
from guide.figures.pose import Pose
from guide.figures.skeleton import Placed, solve
from guide.figures.svg import curve_path, dot, path, pen, smooth_path, use

SKIN, SHIRT, FAR_TROUSERS, TROUSERS, SHOE, HAIR = 0.0, 0.10, 0.14, 0.26, 0.78, 1.0
"""Washes of the one ink."""


def draw(drawing: Drawing, pose: Pose) -> None:
    """Draw the person and all things around them."""
    for prop in pose.props:
        if prop.kind not in ("ice-pack", "knee-pillow"):
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
        _arm(drawing, parts, "far-", shift=pose.body.shift("far_arm"))
    shift = pose.body.shift("far_leg")
    _layer(drawing, [parts["far-foot"]], SHOE, FAR_LINE, shift)
    _layer(drawing, [parts["far-thigh"], parts["far-shank"]], FAR_TROUSERS, FAR_LINE, shift)
    _layer(drawing, [parts["neck"], parts["head"]], SKIN)
    eyes = pose.body.eyes
    drawing.define_group(f"face-{eyes}", _face(drawing, eyes))
    drawing.add(use(f"face-{eyes}", parts["head"].placement))
    _layer(drawing, [parts["torso"]], SHIRT)
    _layer(drawing, [parts["foot"]], SHOE)
    _layer(drawing, [parts[n] for n in ("pelvis", "thigh", "shank")], TROUSERS)
    for mark in pose.marks:
        marks.draw(drawing, mark, skeleton)
    if "hand" in parts:
        _arm(drawing, parts)


def _arm(
    drawing: Drawing, parts: Mapping[str, Placed], side: str = "", shift: Point = (0.0, 0.0)
) -> None:
    """A bare arm and its short sleeve."""
    upper = parts[side + "upper-arm"]
    sleeve = Placed("sleeve", upper.placement, upper.seen)
    line = FAR_LINE if side else BODY_LINE
    _layer(drawing, [upper, parts[side + "forearm"], parts[side + "hand"]], SKIN, line, shift)
    _layer(drawing, [sleeve], SHIRT, line, shift)


def _from_behind(drawing: Drawing, pose: Pose) -> None:
    """Lying on the side, back to the viewer: lower leg, pillow, trunk, upper leg, ice, arm."""
    parts = solve(pose.body).parts
    props = {prop.kind: prop for prop in pose.props}
    _layer(drawing, [parts["far-foot"]], SHOE)
    _layer(drawing, [parts["far-thigh"], parts["far-shank"]], TROUSERS)
    if "knee-pillow" in props:
        things.draw(drawing, props["knee-pillow"])
    head = parts["head"].placement
    _layer(drawing, [parts["neck"], parts["head"]], SKIN)
    _layer(drawing, [Placed("back-hair", head)], HAIR)
    _layer(drawing, [Placed("ear", head)], SKIN)
    _layer(drawing, [parts["torso"]], SHIRT)
    _layer(drawing, [parts["foot"]], SHOE)
    _layer(drawing, [parts[n] for n in ("pelvis", "thigh", "shank")], TROUSERS)
    if "ice-pack" in props:
        things.draw(drawing, props["ice-pack"])
    if "hand" in parts:
        _arm(drawing, parts)


def _layer(
    drawing: Drawing,
    parts: Iterable[Placed],
    wash: float,
    line: float = BODY_LINE,
    shift: Point = (0.0, 0.0),
) -> None:
    """One layer of the person, shifted where it would else be hidden."""
    shapes = []
    for placed in parts:
        key = placed.part if placed.seen == 1 else f"{placed.part}-{round(placed.seen * 100)}"
        outline = body.outline(placed.part, placed.seen)
        place = placed.placement
        place = Placement(add(place.origin, shift), place.turn, place.flip)
        drawing.define_path(key, smooth_path(outline))
        drawing.include(place.apply(outline), 0.008)
        shapes.append(use(key, place))
    drawing.layer("".join(shapes), wash, line)


def _face(drawing: Drawing, eyes: str) -> str:
    """Hair, eye and a quiet mouth."""
    ink = drawing.flavour.ink
    hair = smooth_path(body.FREE_OUTLINES["hair"])
    lines = "".join(curve_path(*line) for line in body.FACE[eyes])
    face = path(hair, f'stroke="{ink}" stroke-width="1.5"') + path(lines, pen(ink, 2.2))
    return face + (dot(body.EYE, 0.0048, "") if eyes == "open" else "")
