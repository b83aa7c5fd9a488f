"""What holds in every picture of a person, claimed or not."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figures import furniture
from guide.figures.body import HEIGHT_M, LIMITS
from guide.figures.geometry import contains
from guide.figures.pose import Body
from guide.figures.problems import FigureProblem
from guide.figures.props import Chair, Footstool, IcePack, Mat, Pillows, Prop
from guide.figures.scene import GIVE, Scene

BALANCE = 0.01
"""How far the middle of the body's mass may be outside of what carries it, in body heights."""

PACK_SIZES = (0.10, 0.36)
"""The least and the greatest side of a real cold pack, in metres."""

CLOTH_MARGIN = 0.02
"""How far a cloth must stick out to be seen, in metres."""

PACK_CLEARANCE = 0.02
"""How far a pack stays above what the person lies on, in body heights: nobody lies on it."""

_HEIGHT_FIELD = {
    "chair": "seat", "footstool": "height", "pillows": "each", "knee-pillow": "heights",
    "mat": "thickness", "head-pillow": "thickness",
}  # fmt: skip


def check_invariants(scene: Scene) -> Iterator[FigureProblem]:
    """Everything that is impossible or unsafe in a picture."""
    yield from _joints(scene.pose.body)
    yield from _things(scene)
    yield from _ground(scene)
    yield from _collisions(scene)
    yield from _ice(scene)


def _joints(body: Body) -> Iterator[FigureProblem]:
    """Every joint bends only as far as joints do."""
    angles: list[tuple[tuple[str | int, ...], str, float | str]] = [
        (("body", "neck"), "neck", body.neck),
        (("body", "nod"), "nod", body.nod),
    ]
    for limb in ("leg", "far_leg", "arm", "far_arm"):
        values = getattr(body, limb)
        for joint in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist"):
            if hasattr(values, joint):
                angles.append((("body", limb, joint), joint, getattr(values, joint)))
    for path, joint, value in angles:
        low, high = LIMITS[joint]
        if isinstance(value, float) and not low <= value <= high:
            yield FigureProblem(
                path,
                f"no {joint} bends to {value:g} degrees",
                f"from {low:g} to {high:g} is possible",
            )


def _things(scene: Scene) -> Iterator[FigureProblem]:
    """Furniture has heights that furniture has, and a chair stands on firm ground."""
    kinds = [p.kind for p in scene.pose.props]
    for i, prop in enumerate(scene.pose.props):
        if prop.kind in kinds[:i]:
            yield FigureProblem(
                ("props", i), f"there are two things of kind `{prop.kind}`", "keep one"
            )
        if prop.kind in furniture.POSSIBLE_HEIGHTS:
            low, high = furniture.POSSIBLE_HEIGHTS[prop.kind]
            height = _own_height(prop)
            if not low <= height <= high:
                yield FigureProblem(
                    ("props", i, _HEIGHT_FIELD[prop.kind]),
                    f"no `{prop.kind}` is {height:.2f} m high",
                    f"real ones are {low:.2f} to {high:.2f} m",
                )
        if isinstance(prop, Chair | Footstool):
            left, right = furniture.span_of(prop)
            for mat in scene.pose.props:
                if isinstance(mat, Mat) and left < mat.at[1] and right > mat.at[0]:
                    yield FigureProblem(
                        ("props", i, "at"),
                        f"`{prop.kind}` stands on the mat, where it can slide",
                        f"the mat reaches from {mat.at[0]:g} to {mat.at[1]:g}",
                    )


def _own_height(prop: Prop) -> float:
    if isinstance(prop, Pillows):
        return prop.count * prop.each
    if prop.kind == "knee-pillow":
        return (prop.heights[1] - prop.heights[0]) * HEIGHT_M
    return furniture.height_of(prop) * HEIGHT_M


def _ground(scene: Scene) -> Iterator[FigureProblem]:
    """Nothing is below the floor, and the body does not fall over."""
    lowest = min((p[1], name) for name, outline in scene.outlines.items() for p in outline)
    if lowest[0] < -GIVE["wood"]:
        yield FigureProblem(
            ("body", "hip"),
            f"`{lowest[1]}` is {-lowest[0]:.3f} body heights under the floor",
            "raise the hip, or change the angle of the joint above",
        )
    carried = [r for c in scene.pose.contacts if scene.has(c.upon) and c.part in scene.outlines
               if (r := scene.resting(c)) and r.length]  # fmt: skip
    x = scene.skeleton.centre[0]
    left = min((r.left for r in carried), default=0.0)
    right = max((r.right for r in carried), default=0.0)
    if not carried or not left - BALANCE <= x <= right + BALANCE:
        yield FigureProblem(
            ("contacts",),
            f"the middle of the body's mass is at {x:.3f}, beside what carries it",
            f"the body is carried from {left:.3f} to {right:.3f}: lean it, or add a contact",
        )


def _collisions(scene: Scene) -> Iterator[FigureProblem]:
    """No part of the body is inside a thing, deeper than the thing gives way."""
    for i, prop in enumerate(scene.pose.props):
        if isinstance(prop, IcePack) or (isinstance(prop, Chair) and prop.beyond):
            continue
        worst = (0.0, "")
        for solid in furniture.solids(prop):
            for part in scene.skeleton.parts:
                depth = scene.sinks(part, solid.outline) - GIVE[solid.material]
                worst = max(worst, (depth, part))
        if worst[0] > 0:
            yield FigureProblem(
                ("props", i),
                f"`{worst[1]}` is inside `{prop.kind}`, {worst[0]:.3f} body heights too deep",
                "move the thing or the hip, or change the angle of the joint above",
            )


def _ice(scene: Scene) -> Iterator[FigureProblem]:
    """Ice lies on a cloth, on someone who lies on the side; nobody lies on the pack."""
    for i, prop in enumerate(scene.pose.props):
        if not isinstance(prop, IcePack):
            continue
        if prop.cloth is None or prop.cloth < CLOTH_MARGIN:
            yield FigureProblem(
                ("props", i, "cloth"),
                "there is no cloth to be seen between the ice and the skin",
                f"let it stick out by at least {CLOTH_MARGIN:g} m",
            )
        if scene.pose.body.view != "from-behind":
            yield FigureProblem(
                ("body", "view"),
                "in profile nobody sees whether the person lies on the pack",
                "write `view: from-behind`",
            )
            continue
        low, high = PACK_SIZES
        if not all(low <= side <= high for side in prop.size):
            yield FigureProblem(
                ("props", i, "size"),
                f"no pack measures {prop.size[0]:g} by {prop.size[1]:g} m",
                f"the sides of real ones are {low:g} to {high:g} m",
            )
        ground = max(
            (furniture.height_of(p) for p in scene.pose.props if isinstance(p, Mat)), default=0.0
        )
        pack = furniture.solids(prop)[-1].outline
        clearance = min(p[1] for p in pack) - ground
        if clearance < PACK_CLEARANCE:
            yield FigureProblem(
                ("props", i, "at"),
                "the person lies on the pack",
                f"raise it: its lower edge is {clearance:.3f} body heights above what carries "
                f"the person, and {PACK_CLEARANCE:g} are needed",
            )
        back = [scene.outlines[n] for n in ("torso", "pelvis")]
        if not any(contains(outline, prop.at) for outline in back):
            yield FigureProblem(
                ("props", i, "at"),
                "the pack lies beside the back",
                "its middle must be on the body",
            )
