"""Holds the drawing to what its pose claims."""

from __future__ import annotations

import math
from collections.abc import Iterator

from guide.figures import furniture
from guide.figures.body import HEIGHT_M
from guide.figures.claims import (
    AheadClaim,
    AngleClaim,
    Claim,
    Contact,
    CoversClaim,
    DirectionClaim,
    HeightClaim,
    HigherClaim,
    RestsClaim,
    SeparatesClaim,
    TouchesClaim,
)
from guide.figures.geometry import contains
from guide.figures.problems import FigureProblem
from guide.figures.scene import CLOSE, STRETCH, Scene

Fault = tuple[str, str]
"""A message and its help."""

_ENDS = {
    "hip": ("shoulder", "hip", "knee"),
    "knee": ("hip", "knee", "ankle"),
    "shoulder": ("hip", "shoulder", "elbow"),
    "elbow": ("shoulder", "elbow", "wrist"),
    "far-hip": ("shoulder", "far-hip", "far-knee"),
    "far-shoulder": ("hip", "far-shoulder", "far-elbow"),
    "far-elbow": ("far-shoulder", "far-elbow", "far-wrist"),
    "far-knee": ("far-hip", "far-knee", "far-ankle"),
}


def check_claims(scene: Scene) -> Iterator[FigureProblem]:
    """Every contact and every claim that the drawing does not meet."""
    for i, contact in enumerate(scene.pose.contacts):
        fault = _missing(scene, contact) or _rests(scene, contact)
        if fault:
            yield FigureProblem(("contacts", i), *fault)
    for i, claim in enumerate(scene.pose.claims):
        fault = _missing(scene, claim) or _fault(scene, claim)
        if fault:
            yield FigureProblem(("claims", i), *fault)


def _missing(scene: Scene, claim: Claim | Contact) -> Fault | None:
    """Something that is spoken of but not drawn."""
    fields = claim.model_dump(include={"part", "parts", "what", "upon", "prop", "joint", "than"})
    names = [n for value in fields.values() for n in ([value] if isinstance(value, str) else value)]
    if isinstance(claim, AngleClaim):
        names += _ENDS[claim.joint]
    for name in names:
        known = scene.has(name) or name in scene.outlines or name in scene.skeleton.joints
        if not known:
            things = ", ".join(p.kind for p in scene.pose.props) or "no thing"
            return (
                f"there is no `{name}` in this picture",
                f"there is {things}; an arm is drawn if `body` has it",
            )
    return None


def _fault(scene: Scene, claim: Claim) -> Fault | None:
    match claim:
        case AngleClaim():
            return _angle(scene, claim)
        case DirectionClaim():
            return _direction(scene, claim)
        case HigherClaim():
            return _higher(scene, claim)
        case AheadClaim():
            return _ahead(scene, claim)
        case RestsClaim():
            return _rests(scene, claim)
        case TouchesClaim():
            gap = scene.distance(claim.part, claim.what)
            if gap > CLOSE:
                return (
                    f"`{claim.part}` is {gap:.3f} body heights away from `{claim.what}`",
                    f"they touch within {CLOSE:g}",
                )
        case HeightClaim():
            return _height(scene, claim)
        case CoversClaim():
            return _covers(scene)
        case SeparatesClaim():
            gaps = [scene.distance(part, claim.prop) for part in claim.parts]
            if max(gaps) > CLOSE:
                part = claim.parts[gaps.index(max(gaps))]
                return (
                    f"`{part}` is {max(gaps):.3f} body heights away from `{claim.prop}`",
                    f"both parts touch it within {CLOSE:g}",
                )
    return None


def _angle(scene: Scene, claim: AngleClaim) -> Fault | None:
    a, corner, b = (scene.skeleton.joints[n] for n in _ENDS[claim.joint])
    u = [p - q for p, q in zip(a, corner, strict=True)]
    v = [p - q for p, q in zip(b, corner, strict=True)]
    cosine = sum(p * q for p, q in zip(u, v, strict=True)) / (math.hypot(*u) * math.hypot(*v))
    angle = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    if abs(angle - claim.value) <= claim.within:
        return None
    return (
        f"the {claim.joint} angle is {angle:.0f} degrees, not {claim.value:g}",
        f"anything from {claim.value - claim.within:g} to {claim.value + claim.within:g} keeps it",
    )


def _direction(scene: Scene, claim: DirectionClaim) -> Fault | None:
    turn = scene.skeleton.parts[claim.part].placement.turn % 180
    off = min(turn, 180 - turn) if claim.value == "level" else abs(turn - 90)
    if off <= claim.within:
        return None
    return (
        f"`{claim.part}` is {off:.0f} degrees from {claim.value}",
        f"at most {claim.within:g} degrees keep the claim",
    )


def _higher(scene: Scene, claim: HigherClaim) -> Fault | None:
    rise = scene.skeleton.joints[claim.joint][1] - scene.skeleton.joints[claim.than][1]
    if rise >= claim.by:
        return None
    return (
        f"the {claim.joint} is {rise:.3f} body heights above the {claim.than}",
        f"at least {claim.by:g} keep the claim",
    )


def _ahead(scene: Scene, claim: AheadClaim) -> Fault | None:
    joints = scene.skeleton.joints
    way = joints[claim.joint][0] - joints[claim.than][0]
    way *= 1 if scene.pose.body.faces == "right" else -1
    if way >= claim.by:
        return None
    return (
        f"the {claim.joint} is {way:.3f} body heights ahead of the {claim.than}",
        f"at least {claim.by:g} keep the claim",
    )


def _rests(scene: Scene, claim: Contact | RestsClaim) -> Fault | None:
    resting = scene.resting(claim)
    if resting is None:
        return (
            f"`{claim.part}` is nowhere above `{claim.upon}`",
            f"move one of them: `{claim.upon}` reaches from {_reach(scene, claim)}",
        )
    if resting.gap > CLOSE:
        return (
            f"`{claim.part}` floats {resting.gap:.3f} body heights above `{claim.upon}`",
            "lower the hip or the thing, or change the angle of the joint above",
        )
    if resting.gap < -max(scene.give(claim.upon), CLOSE):
        return (
            f"`{claim.part}` sinks {-resting.gap:.3f} body heights into `{claim.upon}`",
            "raise the hip or lower the thing, or change the angle of the joint above",
        )
    if isinstance(claim, RestsClaim) and resting.length < STRETCH:
        return (
            f"`{claim.part}` touches `{claim.upon}` only at a point",
            f"it rests when at least {STRETCH:g} body heights of it are carried",
        )
    return None


def _reach(scene: Scene, claim: Contact | RestsClaim) -> str:
    prop = scene.prop(claim.upon)
    left, right = furniture.span_of(prop) if prop else (-math.inf, math.inf)
    return f"{left:.3f} to {right:.3f}"


def _height(scene: Scene, claim: HeightClaim) -> Fault | None:
    prop = scene.prop(claim.prop)
    height = furniture.height_of(prop) * HEIGHT_M if prop else 0.0
    low, high = claim.between
    if low <= height <= high:
        return None
    return (
        f"`{claim.prop}` is {height:.2f} m high",
        f"the claim is {low:.2f} to {high:.2f} m",
    )


def _covers(scene: Scene) -> Fault | None:
    """The pack lies with its middle on the low back, and nowhere beside the body."""
    prop = scene.prop("ice-pack")
    assert prop is not None
    pack = furniture.solids(prop)[-1].outline
    hip, shoulder = scene.skeleton.joints["hip"][0], scene.skeleton.joints["shoulder"][0]
    middle = sum(p[0] for p in pack) / len(pack)
    share = (middle - hip) / (shoulder - hip)
    if not 0.15 <= share <= 0.5:
        return (
            f"the middle of `ice-pack` is at {share:.0%} of the trunk, hip to shoulder",
            "the low back is from 15% to 50%",
        )
    on_body = [scene.outlines[n] for n in ("torso", "pelvis")]
    if not all(any(contains(outline, p) for outline in on_body) for p in pack):
        return ("`ice-pack` reaches beyond the back", "make it smaller, or move it to the middle")
    return None
