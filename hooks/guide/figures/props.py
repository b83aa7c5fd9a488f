"""The things around the person, as authors write them: each of a real size, in metres.

Positions (``at``) are in body heights, like those of the body; the floor is at height 0.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.figures.model import Frozen, Metres, Span

Facing = Literal["left", "right"]


class Mat(Frozen):
    """Something soft to lie or kneel on."""

    kind: Literal["mat"]
    at: Span
    """Its left and its right end."""
    thickness: Metres = 0.02
    """In metres."""


class HeadPillow(Frozen):
    """A pillow under the head."""

    kind: Literal["head-pillow"]
    at: Span
    """Its left and its right end."""
    thickness: Metres
    """Where the head lies on it, in metres."""


class Chair(Frozen):
    """A sturdy chair on four legs: it can neither roll nor slide."""

    kind: Literal["chair"]
    at: float
    """The front edge of its seat."""
    faces: Facing = "left"
    """Where someone sitting on it would look."""
    seat: Metres = 0.47
    """Height of the seat, in metres."""
    beyond: bool = False
    """Whether it stands on the far side of the person, who may then cover it."""


class Footstool(Frozen):
    """A low, steady stool for both feet."""

    kind: Literal["footstool"]
    at: Span
    """Its left and its right end."""
    height: Metres
    """In metres."""


class Pillows(Frozen):
    """A stack of firm pillows."""

    kind: Literal["pillows"]
    at: Span
    """The left and the right end of the lowest."""
    count: int = Field(ge=1, le=6)
    """How many lie on one another."""
    each: Metres
    """Thickness of one under load, in metres."""


class KneePillow(Frozen):
    """A pillow between the knees of someone who lies on the side, seen from behind."""

    kind: Literal["knee-pillow"]
    at: Span
    """Its left and its right end."""
    heights: Span
    """Its lower and its upper side above the floor, in body heights."""


class IcePack(Frozen):
    """A cold pack on its cloth, seen from behind someone who lies on the side."""

    kind: Literal["ice-pack"]
    at: tuple[float, float]
    """Its middle."""
    size: tuple[Metres, Metres]
    """Its length and its height, in metres."""
    turn: float = 0.0
    """Degrees by which it lies askew."""
    cloth: float | None
    """How far the cloth sticks out, in metres; null where there is none, which is an error."""


Prop = Annotated[
    Mat | HeadPillow | Chair | Footstool | Pillows | KneePillow | IcePack,
    Field(discriminator="kind"),
]

PropKind = Literal["mat", "head-pillow", "chair", "footstool", "pillows", "knee-pillow", "ice-pack"]
