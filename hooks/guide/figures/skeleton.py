"""From joint angles to joints, and to the place of every part of the body in the picture."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from guide.figures import body as person
from guide.figures.body import Bone
from guide.figures.geometry import Outline, Placement, Point, add, heading, polar, sample, sub
from guide.figures.pose import Arm, Body, Leg

Point3 = tuple[float, float, float]
"""Across, up, and towards the viewer."""


@dataclass(frozen=True)
class Placed:
    """One part of the body, in its place."""

    part: str
    """Its name in :mod:`guide.figures.body`."""
    placement: Placement
    seen: float = 1.0
    """The share of its length that is visible."""

    def outline(self) -> Outline:
        """Points along its edge, in the picture."""
        return self.placement.apply(sample(person.outline(self.part, self.seen)))


@dataclass(frozen=True)
class Skeleton:
    """A solved pose."""

    joints: Mapping[str, Point3]
    """Every joint by name; those of the far (or lower) side begin with ``far-``."""
    parts: Mapping[str, Placed]
    """Every drawn part by name; those of the far (or lower) side begin with ``far-``."""
    centre: Point
    """The middle of the body's mass."""

    def joint(self, name: str) -> Point:
        """A joint as it is seen."""
        return _flat(self.joints[name])


@dataclass
class _Chain:
    """Bones laid end to end in the plane in which the body bends, the hip joints at (0, 0)."""

    body: Body
    points: dict[str, Point] = field(default_factory=dict)
    directions: dict[str, float] = field(default_factory=dict)

    def bone(
        self, name: str, start: str, end: str, direction: float, bone: Bone, k: float = 1
    ) -> None:
        """Lay one bone from a joint that is known to the next one."""
        self.directions[name] = direction
        self.points[end] = add(self.points[start], polar(direction, person.LENGTH[bone] * k))

    def leg(self, side: str, leg: Leg) -> None:
        """Flexion brings the thigh to the front, the shank to the back."""
        thigh = self.body.trunk + 180 + leg.hip
        shank = thigh - leg.knee
        foot = 0.0 if leg.ankle == "flat" else shank + 90 + leg.ankle
        self.points[side + "hip"] = (0.0, 0.0)
        self.bone(side + "thigh", side + "hip", side + "knee", thigh, "thigh")
        self.bone(side + "shank", side + "knee", side + "ankle", shank, "shank")
        self.bone(side + "foot", side + "ankle", side + "toe", foot, "foot")

    def arm(self, side: str, arm: Arm) -> None:
        """Flexion brings the upper arm and the forearm to the front."""
        upper = self.body.trunk + 180 + arm.shoulder
        forearm = upper + arm.elbow
        self.points[side + "shoulder"] = self.points["shoulder"]
        self.bone(side + "upper-arm", side + "shoulder", side + "elbow", upper, "upper-arm")
        self.bone(side + "forearm", side + "elbow", side + "wrist", forearm, "forearm", arm.seen)
        hand = forearm + arm.wrist
        self.bone(side + "hand", side + "wrist", side + "finger", hand, "hand", arm.seen)


@cache
def solve(body: Body) -> Skeleton:
    """Forward kinematics: where joint angles put every joint and every part."""
    chain = _Chain(body, {"hip": (0.0, 0.0)})
    neck = body.trunk - body.neck
    chain.bone("torso", "hip", "shoulder", body.trunk, "trunk")
    chain.bone("neck", "shoulder", "skull", neck, "neck")
    chain.bone("head", "skull", "head", neck - body.nod, "head")
    chain.leg("", body.leg)
    chain.leg("far-", body.far_leg or body.leg)
    for side, arm in (("", body.arm), ("far-", body.far_arm)):
        if arm is not None:
            chain.arm(side, arm)
    if body.view == "from-behind":
        return _from_behind(chain)
    return _profile(chain)


def _profile(chain: _Chain) -> Skeleton:
    """The plane in which the body bends is the plane of the picture."""
    body, flip = chain.body, chain.body.faces == "left"

    def at(name: str) -> Point:
        x, y = chain.points[name]
        return add(body.hip, (-x if flip else x, y))

    parts = {}
    starts = {"torso": "hip", "neck": "shoulder", "head": "skull"}
    limbs = {
        "thigh": "hip", "shank": "knee", "foot": "ankle",
        "upper-arm": "shoulder", "forearm": "elbow", "hand": "wrist",
    }  # fmt: skip
    for side in ("", "far-"):
        starts |= {side + part: side + joint for part, joint in limbs.items()}
    for name, direction in chain.directions.items():
        arm = body.far_arm if name.startswith("far-") else body.arm
        short = arm.seen if arm is not None and name.endswith(("forearm", "hand")) else 1.0
        part = name.removeprefix("far-")
        if part == "torso" and body.low_back == "flat":
            part = "torso-flat"
        parts[name] = Placed(part, Placement(at(starts[name]), direction, flip), short)
    parts["pelvis"] = Placed("pelvis", parts["torso"].placement)
    joints = {name: (*at(name), 0.0) for name in chain.points}
    return Skeleton(joints, parts, _centre(joints))


def _from_behind(chain: _Chain) -> Skeleton:
    """The body bends away from the viewer; left and right of the body are up and down."""
    body = chain.body
    joints: dict[str, Point3] = {
        name: (body.hip[0] + x, body.hip[1], -away) for name, (x, away) in chain.points.items()
    }
    legs = {"": body.leg, "far-": body.far_leg or body.leg}
    limbs: list[tuple[str, str, str]] = []
    for side, leg in legs.items():
        above = -person.HIP_HALF if side else person.HIP_HALF
        for joint in ("hip", "knee", "ankle", "toe"):
            x, y, z = joints[side + joint]
            along = max(0.0, min(x, joints[side + "ankle"][0]) - body.hip[0])
            drop = along * math.sin(math.radians(leg.lowered))
            joints[side + joint] = (x, y + above - drop, z)
        limbs.append((side + "thigh", side + "hip", side + "knee"))
        limbs.append((side + "shank", side + "knee", side + "ankle"))
    if body.arm is not None:
        for joint, above in person.ARM_OVER.items():
            x, y, z = joints[joint]
            joints[f"arm-{joint}"] = (x + 0.015, y + above, z)
        limbs.append(("upper-arm", "arm-shoulder", "arm-elbow"))
        limbs.append(("forearm", "arm-elbow", "arm-wrist"))
        limbs.append(("hand", "arm-wrist", "arm-finger"))
    parts = {
        "torso": Placed("back-torso", Placement(body.hip, body.trunk - 180)),
        "pelvis": Placed("back-pelvis", Placement(body.hip, body.trunk - 180)),
        "neck": Placed("back-neck", Placement(_flat(joints["shoulder"]), body.trunk)),
        "head": Placed("back-head", Placement(_flat(joints["skull"]), body.trunk)),
    }
    for name, start, end in limbs:
        origin, bone = _flat(joints[start]), sub(_flat(joints[end]), _flat(joints[start]))
        part = name.removeprefix("far-")
        if part in ("thigh", "shank"):
            seen = round(abs(bone[0]) / person.LENGTH[person.BONE[part]], 2)
            parts[name] = Placed(f"back-{part}", Placement(origin, heading(bone)), seen)
        else:
            parts[name] = Placed(part, Placement(origin, heading(bone)))
    for side, leg in legs.items():
        sole = Placement(_flat(joints[side + "ankle"]), -leg.lowered)
        parts[side + "foot"] = Placed("back-foot", sole)
    return Skeleton(joints, parts, _centre(joints))


def _flat(p: Point3) -> Point:
    """A point as it is seen."""
    return (p[0], p[1])


def _centre(joints: Mapping[str, Point3]) -> Point:
    """The middle of the body's mass, each segment's taken at the middle of its bone."""
    bones: list[tuple[Bone, str, str]] = [("trunk", "hip", "shoulder"), ("head", "skull", "head")]
    for side in ("", "far-"):
        bones += [
            ("thigh", side + "hip", side + "knee"),
            ("shank", side + "knee", side + "ankle"),
            ("foot", side + "ankle", side + "toe"),
        ]
        if side + "elbow" in joints:
            bones += [
                ("upper-arm", side + "shoulder", side + "elbow"),
                ("forearm", side + "elbow", side + "wrist"),
                ("hand", side + "wrist", side + "finger"),
            ]
    total = sum(person.MASS[bone] for bone, _, _ in bones)
    x = sum(person.MASS[b] * (joints[s][0] + joints[e][0]) / 2 for b, s, e in bones) / total
    y = sum(person.MASS[b] * (joints[s][1] + joints[e][1]) / 2 for b, s, e in bones) / total
    return (x, y)
