"""What a pose promises, as data: the reader is told so, and the drawing is held to it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.figures.model import Frozen, Span
from guide.figures.props import PropKind

Joint = Literal[
    "hip", "knee", "ankle", "shoulder", "elbow", "wrist", "head",
    "far-hip", "far-knee", "far-ankle", "far-elbow", "far-wrist",
]  # fmt: skip
"""Joints by name; those of the far side (lying on the side: the lower side) begin with ``far-``."""

Part = Literal[
    "head", "torso", "low-back", "upper-back", "pelvis", "thigh", "shank", "foot",
    "upper-arm", "forearm", "hand", "far-thigh", "far-shank", "far-foot", "far-forearm", "far-hand",
]  # fmt: skip
"""Parts of the body by name; ``low-back`` and ``upper-back`` are stretches of the back's line."""

Ground = Literal["floor"] | PropKind
"""What can carry a body."""


class Contact(Frozen):
    """One place where the body is carried."""

    part: Part
    upon: Ground


class AngleClaim(Frozen):
    """The angle inside a joint: 180 is straight."""

    claim: Literal["angle"]
    joint: Literal[
        "hip", "knee", "shoulder", "elbow", "far-hip", "far-knee", "far-shoulder", "far-elbow"
    ]
    value: float
    within: float


class DirectionClaim(Frozen):
    """A part of the body lies level or stands upright."""

    claim: Literal["direction"]
    part: Literal[
        "torso", "thigh", "shank", "foot", "far-thigh", "far-shank", "far-foot",
        "upper-arm", "forearm", "hand", "far-upper-arm", "far-forearm",
    ]  # fmt: skip
    value: Literal["level", "upright"]
    within: float


class HigherClaim(Frozen):
    """One joint is higher than another, by at least so many body heights."""

    claim: Literal["higher"]
    joint: Joint
    than: Joint
    by: float


class AheadClaim(Frozen):
    """One joint is ahead of another, seen as the person looks, by so many body heights."""

    claim: Literal["ahead"]
    joint: Joint
    than: Joint
    by: float


class RestsClaim(Frozen):
    """A part lies on something along a stretch, not just at a point."""

    claim: Literal["rests"]
    part: Part
    upon: Ground


class TouchesClaim(Frozen):
    """A part touches a thing, or another part."""

    claim: Literal["touches"]
    part: Part
    what: PropKind | Part


class HeightClaim(Frozen):
    """The upper side of a thing is so many metres above the floor."""

    claim: Literal["height"]
    prop: PropKind
    between: Span


class CoversClaim(Frozen):
    """A thing lies over a part of the body, on the side turned to the viewer."""

    claim: Literal["covers"]
    prop: Literal["ice-pack"]
    part: Literal["low-back"]


class SeparatesClaim(Frozen):
    """A thing lies between two parts and touches both."""

    claim: Literal["separates"]
    prop: Literal["knee-pillow"]
    parts: tuple[Part, Part]


Claim = Annotated[
    AngleClaim
    | DirectionClaim
    | HigherClaim
    | AheadClaim
    | RestsClaim
    | TouchesClaim
    | HeightClaim
    | CoversClaim
    | SeparatesClaim,
    Field(discriminator="claim"),
]
