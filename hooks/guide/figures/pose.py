"""A pose as its author writes it: joint angles, things around the person, contacts and claims.

Angles are clinical: flexion is positive, 0 is standing upright with the arms hanging.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.figures.body import DEPTH
from guide.figures.claims import Claim, Contact
from guide.figures.model import FigureId, Frozen
from guide.figures.props import Facing, Prop


class Leg(Frozen):
    """The angles of one leg."""

    hip: float
    knee: float
    ankle: float | Literal["flat"] = 0.0
    """Degrees by which the toes point away from the shin; ``flat`` lays the sole level."""
    lowered: float = 0.0
    """Lying on the side: degrees by which the leg slopes down towards the floor."""


class Arm(Frozen):
    """The angles of one arm."""

    shoulder: float
    elbow: float
    wrist: float = 0.0
    seen: float = Field(default=1.0, gt=0, le=1)
    """Share of forearm and hand that is visible, when they point towards the viewer or away."""


class Body(Frozen):
    """Where the person is, and how each joint is bent."""

    view: Literal["profile", "from-behind"] = "profile"
    """``from-behind`` shows someone who lies on the side, the head to the left."""
    faces: Facing = "right"
    """Where the person looks when upright; lying on the back, the head is then on the left."""
    hip: tuple[float, float]
    """The hip joints: across, and above the floor."""
    trunk: float
    """Direction from hip to shoulder: 90 is upright, 180 lies on the back."""
    low_back: Literal["neutral", "flat"] = "neutral"
    neck: float = 0.0
    nod: float = 0.0
    eyes: Literal["closed", "open"] = "closed"
    """Closed at rest, open on the way."""
    leg: Leg
    arm: Arm | None = None
    """Left out where the body hides it."""
    far_leg: Leg | None = None
    """Left out where it does the same as the near one."""
    far_arm: Arm | None = None
    """Left out where the body hides it."""

    def shift(self, limb: Literal["far_leg", "far_arm"]) -> tuple[float, float]:
        """How far a limb of the far side is shifted, so that it can be seen beside its like."""
        near, far = (self.leg, self.far_leg) if limb == "far_leg" else (self.arm, self.far_arm)
        return DEPTH if far in (None, near) else (0.0, 0.0)


class Pose(Frozen):
    """A picture of a person."""

    id: FigureId
    kind: Literal["pose"]
    body: Body
    props: tuple[Prop, ...] = ()
    contacts: tuple[Contact, ...] = Field(min_length=1)
    """All that carries the body: the middle of its mass must be above them."""
    claims: tuple[Claim, ...] = Field(min_length=1)
    marks: tuple[Literal["hip-angle", "knee-angle", "knees-higher"], ...] = ()
    """Signs that say in lines what the claims say in numbers."""
