"""A pose in its place among its things: what can be measured in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, cached_property

from guide.figures import body as person
from guide.figures import furniture
from guide.figures.claims import Contact, Ground, RestsClaim
from guide.figures.geometry import Outline, contains, depth_inside, distance_to
from guide.figures.pose import Pose
from guide.figures.props import Prop
from guide.figures.skeleton import Skeleton, solve

CLOSE = 0.012
"""What counts as touching, in body heights: 2 cm, less than the give of flesh and cloth."""

GIVE = {"wood": 0.008, "mat": 0.012, "cushion": 0.034, "cloth": 0.0, "ice": 0.0}
"""How deep a body may sink into each material, in body heights."""

STRETCH = 0.03
"""The least length over which a part must lie on something to rest there, in body heights."""

BACK_STRETCHES = {"low-back": (0.28, 0.52), "upper-back": (0.55, 0.94)}
"""Shares of the trunk from hip to shoulder; the hollow of the back is at its deepest near 0.42."""


@dataclass(frozen=True)
class Resting:
    """How a part lies on something."""

    gap: float
    """From the thing to the lowest point of the part; negative when the part sinks in."""
    left: float
    right: float
    """The ends of the stretch that is carried."""

    @property
    def length(self) -> float:
        """The length of the stretch that is carried."""
        return max(0.0, self.right - self.left)


@dataclass(frozen=True)
class Scene:
    """A pose with its solved skeleton."""

    pose: Pose

    @cached_property
    def skeleton(self) -> Skeleton:
        """Where every joint and every part is."""
        return solve(self.pose.body)

    @cached_property
    def outlines(self) -> dict[str, Outline]:
        """Points along the edge of each part."""
        outlines = {name: part.outline() for name, part in self.skeleton.parts.items()}
        back = outlines["torso"]
        start, end = self.skeleton.joint("hip"), self.skeleton.joint("shoulder")
        trunk = person.LENGTH["trunk"]
        u = ((end[0] - start[0]) / trunk, (end[1] - start[1]) / trunk)
        sign = 1 if self.pose.body.faces == "right" else -1
        for name, (low, high) in BACK_STRETCHES.items():
            outlines[name] = tuple(
                p
                for p in back
                if low <= ((p[0] - start[0]) * u[0] + (p[1] - start[1]) * u[1]) / trunk <= high
                and sign * ((p[1] - start[1]) * u[0] - (p[0] - start[0]) * u[1]) > 0
            )
        return outlines

    def prop(self, kind: str) -> Prop | None:
        """The thing of that kind, if there is one."""
        return next((p for p in self.pose.props if p.kind == kind), None)

    def has(self, thing: str) -> bool:
        """Whether there is such a thing to lie on, to stand on or to touch."""
        return thing == "floor" or self.prop(thing) is not None

    def resting(self, contact: Contact | RestsClaim) -> Resting | None:
        """How a part lies on something; nothing if it is nowhere above it."""
        prop = self.prop(contact.upon)
        top = furniture.height_of(prop) if prop else 0.0
        left, right = furniture.span_of(prop) if prop else (-math.inf, math.inf)
        above = [p for p in self.outlines[contact.part] if left - 0.02 <= p[0] <= right + 0.02]
        if not above:
            return None
        touching = [p[0] for p in above if p[1] - top <= CLOSE]
        gap = min(p[1] for p in above) - top
        return Resting(gap, min(touching, default=0.0), max(touching, default=0.0))

    def give(self, ground: Ground) -> float:
        """How far a body may sink into what carries it."""
        prop = self.prop(ground)
        return GIVE[furniture.solids(prop)[0].material] if prop else GIVE["wood"]

    def distance(self, part: str, other: str) -> float:
        """The distance from a part to a thing or to another part; 0 where they overlap."""
        prop = self.prop(other)
        targets = [s.outline for s in furniture.solids(prop)] if prop else [self.outlines[other]]
        best = math.inf
        for polygon in targets:
            for p in self.outlines[part]:
                best = min(best, 0.0 if contains(polygon, p) else distance_to(polygon, p))
        return best

    def sinks(self, part: str, polygon: Outline) -> float:
        """How deep a part, near or far, reaches into a polygon."""
        shifts = [(0.0, 0.0)]
        if part.startswith("far-") and self.pose.body.view == "profile":
            leg = part.endswith(("thigh", "shank", "foot"))
            shifts.append(self.pose.body.shift("far_leg" if leg else "far_arm"))
        left, right = min(p[0] for p in polygon), max(p[0] for p in polygon)
        low, high = min(p[1] for p in polygon), max(p[1] for p in polygon)
        moved = ((x + dx, y + dy) for x, y in self.outlines[part] for dx, dy in shifts)
        near = (p for p in moved if left < p[0] < right and low < p[1] < high)
        return max((depth_inside(polygon, p) for p in near), default=0.0)


@cache
def scene_of(pose: Pose) -> Scene:
    """The scene of a pose, measured once."""
    return Scene(pose)
