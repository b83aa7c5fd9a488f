"""The pelvis from in front, level or twisted: landmarks in space, turned and projected.

Centimetres; x to the viewer's right, y up, z towards the viewer. One hip bone is given, the other
one is its mirror image. The shape is schematic.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guide.figures.geometry import Outline, Point, polar
from guide.figures.model import FigureId, Frozen
from guide.figures.problems import FigureProblem

Point3 = tuple[float, float, float]
Side = Literal["left", "right"]
"""A side of the picture, not of the person."""

HIP_BONE: tuple[Point3, ...] = (
    (0.55, -3.5, 5.0), (2.4, -2.9, 5.0), (4.6, -1.9, 4.4), (6.5, -0.3, 3.2), (6.2, 1.6, 1.0),
    (4.9, 3.2, -2.5), (4.2, 5.0, -5.0), (4.3, 7.0, -5.5), (5.4, 8.9, -5.0), (7.6, 10.3, -3.5),
    (10.2, 10.5, -1.0), (12.4, 9.4, 1.5), (13.4, 7.5, 3.2), (13.0, 5.6, 4.6), (12.1, 4.5, 5.0),
    (11.1, 3.6, 4.7), (10.7, 2.3, 4.5), (10.9, 0.9, 3.8), (11.5, -1.0, 2.2), (11.5, -3.0, 1.4),
    (10.5, -4.9, 0.6), (9.0, -6.2, -0.8), (8.4, -8.0, -2.0), (7.4, -9.6, -2.8), (6.0, -9.9, -2.6),
    (4.9, -8.8, -1.2), (3.4, -7.2, 1.4), (1.8, -6.0, 3.6), (0.6, -5.6, 4.8),
)  # fmt: skip
FORAMEN: tuple[Point3, ...] = (
    (3.2, -4.6, 3.6), (4.6, -3.7, 3.4), (6.2, -3.9, 2.4), (7.0, -5.2, 1.2), (6.9, -6.9, -0.4),
    (6.0, -7.9, -1.2), (4.9, -7.2, 0.0), (3.9, -6.0, 1.8),
)  # fmt: skip
FOSSA: tuple[Point3, ...] = (
    (5.9, 8.0, -4.6), (8.0, 9.0, -3.2), (10.3, 9.0, -1.0), (11.6, 7.6, 1.6), (11.3, 5.9, 3.2),
    (9.8, 4.6, 2.4), (7.8, 3.9, 0.8), (6.2, 4.4, -2.0), (5.5, 6.2, -4.0),
)  # fmt: skip
SACRUM: Outline = (
    (-3.9, 6.6), (-1.6, 7.5), (1.6, 7.5), (3.9, 6.6), (3.7, 4.8), (2.9, 2.8), (1.9, 0.9),
    (1.1, -0.5), (0.5, -1.9), (0.0, -2.5), (-0.5, -1.9), (-1.1, -0.5), (-1.9, 0.9), (-2.9, 2.8),
    (-3.7, 4.8),
)  # fmt: skip
SOCKET: Point3 = (9.35, -2.4, 2.0)
FRONT_POINT: Point3 = (12.9, 5.0, 5.0)
"""The bony point that one feels at the front of the hip (anterior superior iliac spine)."""
BACK_POINT: Point3 = (4.4, 6.0, -8.5)
"""The bony point beside the dimple at the back (posterior superior iliac spine)."""

_JOINED: Point3 = (0.0, -4.6, 5.0)
_SYMPHYSIS: Point3 = (0.55, -3.5, 5.0)
_AXIS = (3.8, -4.6)
_NEARNESS = 0.006

MOST_TURN = 15.0
"""The most that a picture may exaggerate, in degrees; real joints turn far less."""

MOST_SHEAR = 0.5
"""How far the two bones may slide on each other where they are joined in front, in centimetres."""


class LevelClaim(Frozen):
    """The two front points are at one height."""

    claim: Literal["level"]
    within: float
    """In centimetres."""


class LowerClaim(Frozen):
    """The front point or the back point of one side is the lower one."""

    claim: Literal["lower"]
    point: Literal["front", "back"]
    side: Side
    by: float
    """At least so many centimetres."""


class PelvisFigure(Frozen):
    """A picture of the pelvis from in front. Its angles are exaggerated: its caption says so."""

    id: FigureId
    kind: Literal["pelvis"]
    turned: tuple[float, float] = (0.0, 0.0)
    """Degrees by which each hip bone is turned forward: left and right in the picture."""
    arrows: bool = False
    """Whether arrows show which way each hip bone is turned."""
    claims: tuple[Annotated[LevelClaim | LowerClaim, Field(discriminator="claim")], ...]


def turn_bone(p: Point3, degrees: float) -> Point3:
    """Turn a point of a hip bone forward about the axis through the joints with the sacrum.

    The turn fades out towards the front, where the two bones stay joined.
    """
    share = min(1.0, max(0.0, (math.dist(p, _JOINED) - 1.0) / 8.0))
    c, s = polar(degrees * share * share * (3 - 2 * share))
    y, z = p[1] - _AXIS[0], p[2] - _AXIS[1]
    return (p[0], _AXIS[0] + y * c - z * s, _AXIS[1] + y * s + z * c)


@dataclass(frozen=True)
class Pelvis:
    """A pelvis whose hip bones may be turned, and which may be tilted as a whole."""

    turned: tuple[float, float]
    tilt: float = 0.0
    """Degrees by which the right side of the picture is raised."""

    def of(self, side: Side, points: tuple[Point3, ...]) -> Outline:
        """Points of one hip bone as they are seen: what is nearer is a little larger."""
        sign, degrees = (1, self.turned[1]) if side == "right" else (-1, self.turned[0])
        seen = []
        for p in points:
            x, y, z = turn_bone(p, degrees)
            k = 1 + z * _NEARNESS
            seen.append(self.tilted((sign * x * k, y * k)))
        return tuple(seen)

    def tilted(self, p: Point) -> Point:
        """A point of the level pelvis, tilted with the whole."""
        c, s = polar(self.tilt)
        return (p[0] * c - p[1] * s, p[0] * s + p[1] * c)

    def front_point(self, side: Side) -> Point:
        """Where the front point of one side is seen."""
        return self.of(side, (FRONT_POINT,))[0]


def check_pelvis(figure: PelvisFigure) -> Iterator[FigureProblem]:
    """Every fault of a picture of the pelvis."""
    for i, degrees in enumerate(figure.turned):
        if abs(degrees) > MOST_TURN:
            yield FigureProblem(
                ("turned", i),
                f"no hip bone turns by {degrees:g} degrees",
                f"at most {MOST_TURN:g}, and even that is exaggerated",
            )
    left, right = (turn_bone(_SYMPHYSIS, degrees)[1] for degrees in figure.turned)
    if abs(left - right) > MOST_SHEAR:
        yield FigureProblem(
            ("turned",),
            f"the hip bones come apart in front by {abs(left - right):.1f} cm",
            f"at most {MOST_SHEAR:g} cm: turn them less",
        )
    for i, claim in enumerate(figure.claims):
        if isinstance(claim, LevelClaim):
            heights = [Pelvis(figure.turned).front_point(s)[1] for s in ("left", "right")]
            gap = abs(heights[0] - heights[1])
            if gap > claim.within:
                yield FigureProblem(
                    ("claims", i),
                    f"the front points are {gap:.1f} cm from level",
                    f"at most {claim.within:g} cm keep the claim",
                )
            continue
        point = FRONT_POINT if claim.point == "front" else BACK_POINT
        lower = figure.turned[1 if claim.side == "right" else 0]
        other = figure.turned[0 if claim.side == "right" else 1]
        drop = turn_bone(point, other)[1] - turn_bone(point, lower)[1]
        if drop < claim.by:
            yield FigureProblem(
                ("claims", i),
                f"the {claim.point} point on the {claim.side} is {drop:.1f} cm lower",
                f"at least {claim.by:g} cm keep the claim",
            )
