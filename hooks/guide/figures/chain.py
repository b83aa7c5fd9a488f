"""The chain of compensations, from even to spasm: a person from behind, hung on two angles.

Body heights; x to the viewer's right, the floor at y = 0. The pelvis tilts, the spine leaves it
square and arrives square at the shoulders, and the head stays level: the eyes seek the horizon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guide.figures.geometry import Cubic, Point, add, bezier, polar, scale, sub
from guide.figures.model import FigureId, Frozen
from guide.figures.pelvis import MOST_TURN, Side
from guide.figures.problems import FigureProblem

MOST_TILT = 12.0
"""The greatest tilt in a picture, in degrees: already exaggerated, as the caption says."""

HIP_HEIGHT = 0.500
"""The middle between the hip joints above the floor."""

SHOULDER_HEIGHT = 0.800
"""The middle between the shoulders above the floor."""

HALF_HIPS, HALF_SHOULDERS = 0.092, 0.108
"""Half the widths over which the pelvis and the shoulders are seen to tilt."""

_SQUARE = 0.140
_SACRUM = 0.078

Line = Literal["pelvis", "shoulders"]


class EvenClaim(Frozen):
    """A line is level."""

    claim: Literal["level"]
    line: Line
    within: float
    """In degrees."""


class TiltedClaim(Frozen):
    """A line is lower on one side."""

    claim: Literal["tilted"]
    line: Line
    lower: Side
    by: float
    """At least so many degrees."""


class StraightClaim(Frozen):
    """The spine is straight."""

    claim: Literal["straight"]
    within: float
    """How far it may be from the plumb line, in body heights."""


class CurvedClaim(Frozen):
    """The spine bends to one side of the straight line between its ends."""

    claim: Literal["curved"]
    to: Side
    by: float
    """At least so many body heights."""


class PlumbClaim(Frozen):
    """The head is over the feet."""

    claim: Literal["head-over-feet"]
    within: float
    """In body heights."""


class ShownClaim(Frozen):
    """A load is carried on one side, or a spasm is beside the low back."""

    claim: Literal["load", "spasm"]
    side: Side


class CalmClaim(Frozen):
    """There is neither load nor spasm."""

    claim: Literal["calm"]


ChainClaim = Annotated[
    EvenClaim | TiltedClaim | StraightClaim | CurvedClaim | PlumbClaim | ShownClaim | CalmClaim,
    Field(discriminator="claim"),
]


class ChainFigure(Frozen):
    """One stage of the chain, from behind. Its angles are exaggerated: its caption says so."""

    id: FigureId
    kind: Literal["chain"]
    pelvis: float = 0.0
    """Degrees by which the right side of the pelvis is higher."""
    turned: tuple[float, float] = (0.0, 0.0)
    """Degrees by which each hip bone is turned forward: left and right in the picture."""
    shoulders: float = 0.0
    """Degrees by which the right shoulder is higher."""
    load: Side | None = None
    """The hand that carries a bag."""
    spasm: Side | None = None
    """The side of the low back that is in spasm."""
    arrows: tuple[Literal["pelvis", "spine", "shoulders", "load"], ...] = ()
    """Arrows at what is new in this stage."""
    claims: tuple[ChainClaim, ...]


@dataclass(frozen=True)
class Stance:
    """The points that all else in the picture hangs on."""

    hips: tuple[Point, Point]
    """The left and the right end of the pelvic line."""
    shoulders: tuple[Point, Point]
    """The left and the right end of the shoulder line."""
    spine: Cubic
    """From the sacrum to the neck."""
    skull: Point
    """The middle of the head."""

    @property
    def bulge(self) -> float:
        """How far the spine bends to the right of the straight line between its ends."""
        (x0, y0), (x1, y1) = self.spine[0], self.spine[3]
        far = 0.0
        for i in range(1, 20):
            x, y = bezier(self.spine, i / 20)
            off = x - (x0 + (x1 - x0) * (y - y0) / (y1 - y0))
            far = off if abs(off) > abs(far) else far
        return far


def stance_of(figure: ChainFigure) -> Stance:
    """Everything follows from the tilt of the pelvis and of the shoulders."""
    hip, shoulder = (0.0, HIP_HEIGHT), (0.0, SHOULDER_HEIGHT)
    across, over = polar(figure.pelvis), polar(figure.shoulders)
    sacrum = add(hip, polar(figure.pelvis + 90, _SACRUM))
    top = add(shoulder, polar(figure.shoulders + 90, 0.022))
    spine = (
        sacrum,
        add(sacrum, polar(figure.pelvis + 90, _SQUARE)),
        sub(top, polar(figure.shoulders + 90, _SQUARE)),
        top,
    )
    return Stance(
        (sub(hip, scale(across, HALF_HIPS)), add(hip, scale(across, HALF_HIPS))),
        (sub(shoulder, scale(over, HALF_SHOULDERS)), add(shoulder, scale(over, HALF_SHOULDERS))),
        spine,
        (top[0], top[1] + 0.112),
    )


def check_chain(figure: ChainFigure) -> Iterator[FigureProblem]:
    """Every fault of a picture of the chain."""
    for field, value in (("pelvis", figure.pelvis), ("shoulders", figure.shoulders)):
        if abs(value) > MOST_TILT:
            yield FigureProblem(
                (field,), f"{value:g} degrees are too much", f"at most {MOST_TILT:g} degrees"
            )
    for i, degrees in enumerate(figure.turned):
        if abs(degrees) > MOST_TURN:
            yield FigureProblem(
                ("turned", i),
                f"no hip bone turns by {degrees:g} degrees",
                f"at most {MOST_TURN:g}, and even that is exaggerated",
            )
    for i, claim in enumerate(figure.claims):
        fault = _fault(figure, claim)
        if fault:
            yield FigureProblem(("claims", i), *fault)


def _fault(figure: ChainFigure, claim: ChainClaim) -> tuple[str, str] | None:
    stance = stance_of(figure)
    tilts = {"pelvis": figure.pelvis, "shoulders": figure.shoulders}
    match claim:
        case EvenClaim():
            tilt = abs(tilts[claim.line])
            if tilt > claim.within:
                return f"the {claim.line} tilt by {tilt:g} degrees", f"at most {claim.within:g}"
        case TiltedClaim():
            tilt = tilts[claim.line] * (1 if claim.lower == "left" else -1)
            if tilt < claim.by:
                return (
                    f"the {claim.line} are {tilt:g} degrees lower on the {claim.lower}",
                    f"at least {claim.by:g} keep the claim",
                )
        case StraightClaim():
            if abs(stance.bulge) > claim.within:
                return f"the spine bends by {abs(stance.bulge):.3f}", f"at most {claim.within:g}"
        case CurvedClaim():
            bulge = stance.bulge * (1 if claim.to == "right" else -1)
            if bulge < claim.by:
                return (
                    f"the spine bends to the {claim.to} by {bulge:.3f} body heights",
                    f"at least {claim.by:g} keep the claim",
                )
        case PlumbClaim():
            if abs(stance.skull[0]) > claim.within:
                return f"the head is {abs(stance.skull[0]):.3f} beside the feet", "move it back"
        case ShownClaim():
            if getattr(figure, claim.claim) != claim.side:
                return (
                    f"there is no {claim.claim} on the {claim.side}",
                    f"write `{claim.claim}: {claim.side}`",
                )
        case CalmClaim():
            if figure.load or figure.spasm:
                return "there is a load or a spasm", "leave out `load` and `spasm`"
    return None
