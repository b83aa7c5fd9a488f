"""The person of all pictures: lengths, masses, joint limits and the outline of every part.

Lengths are fractions of standing height after Drillis & Contini, *Body Segment Parameters* (1966).
What is drawn differs a little from what is measured: the upper arm begins lower, the hand is
slightly curled, and the foot counts from the ankle. Masses are Dempster's (1955), as given in
Winter, *Biomechanics and Motor Control of Human Movement*. Real proportions make furniture come out
right: a seat under level lower legs lands at a real height.

Each outline has coordinates of its own: the bone lies on the x axis, from the joint nearer to the
hip or shoulder. The front of a limb is +y, the front of trunk and head is -y.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Literal

from guide.figures.geometry import Outline, Point

HEIGHT_M = 1.70
"""Standing height of the person, in metres: what turns body heights into furniture one can buy."""

Bone = Literal["trunk", "neck", "head", "thigh", "shank", "foot", "upper-arm", "forearm", "hand"]

LENGTH: dict[Bone, float] = {
    "trunk": 0.288,
    "neck": 0.070,
    "head": 0.128,
    "thigh": 0.245,
    "shank": 0.246,
    "foot": 0.118,
    "upper-arm": 0.172,
    "forearm": 0.146,
    "hand": 0.075,
}
"""Segment lengths in body heights."""

MASS: dict[Bone, float] = {
    "trunk": 0.497,
    "head": 0.081,
    "thigh": 0.100,
    "shank": 0.0465,
    "foot": 0.0145,
    "upper-arm": 0.028,
    "forearm": 0.016,
    "hand": 0.006,
}
"""Share of the body's mass; limbs count once a side."""

LIMITS: dict[str, tuple[float, float]] = {
    "hip": (-20, 125),
    "knee": (0, 145),
    "ankle": (-65, 30),
    "shoulder": (-45, 180),
    "elbow": (0, 150),
    "wrist": (-80, 90),
    "neck": (-40, 50),
    "nod": (-30, 30),
}
"""Flexion that a joint allows, in degrees.

A little wider than the table "Normal Values for Range of Motion of Joints" of the MSD Manual: the
ankle counts the bend of a soft shoe, and the wrist that of the fingers.
"""

DEPTH: Point = (0.014, 0.011)
"""How far a limb on the far side is shifted in profile where it does the same as the near one."""

HIP_HALF = 0.046
"""From the midline to a hip joint, seen from behind."""

ARM_OVER = {"shoulder": 0.088, "elbow": 0.077, "wrist": 0.096, "finger": 0.096}
"""Lying on the side, the arm rests on the flank: how far each joint is above the midline."""

Station = tuple[float, float, float]
"""A place along a bone (share of its length) with the half widths at its front and at its back."""

PROFILES: dict[str, tuple[Station, ...]] = {
    "torso": (
        (-0.02, 0.056, 0.066),
        (0.20, 0.058, 0.060),
        (0.42, 0.058, 0.047),
        (0.68, 0.066, 0.056),
        (0.88, 0.056, 0.056),
        (1.0, 0.036, 0.038),
    ),
    "torso-flat": (
        (-0.02, 0.056, 0.062),
        (0.20, 0.058, 0.060),
        (0.42, 0.057, 0.056),
        (0.68, 0.065, 0.059),
        (0.88, 0.056, 0.057),
        (1.0, 0.036, 0.040),
    ),
    "pelvis": ((-0.02, 0.056, 0.064), (0.10, 0.057, 0.063), (0.22, 0.058, 0.058)),
    "neck": ((0.0, 0.040, 0.040), (1.0, 0.030, 0.032)),
    "thigh": ((0.0, 0.056, 0.060), (0.35, 0.052, 0.054), (0.75, 0.041, 0.042), (1.0, 0.036, 0.035)),
    "shank": ((0.0, 0.035, 0.036), (0.28, 0.031, 0.044), (0.62, 0.026, 0.033), (1.0, 0.022, 0.023)),
    "upper-arm": ((0.0, 0.034, 0.034), (0.40, 0.030, 0.029), (1.0, 0.023, 0.023)),
    "sleeve": ((0.0, 0.038, 0.040), (0.30, 0.036, 0.036), (0.60, 0.034, 0.033)),
    "forearm": ((0.0, 0.024, 0.024), (0.30, 0.026, 0.024), (1.0, 0.016, 0.016)),
    "back-neck": ((-0.2, 0.046, 0.046), (0.4, 0.036, 0.036), (1.1, 0.034, 0.034)),
    "back-thigh": ((0.0, 0.048, 0.048), (0.40, 0.047, 0.047), (1.0, 0.036, 0.036)),
    "back-shank": ((0.0, 0.036, 0.036), (0.30, 0.038, 0.038), (1.0, 0.024, 0.024)),
}
"""Limbs bulge where muscles do, calf and buttock at the back only: a sausage is not a leg."""

HEM: dict[str, float] = {"pelvis": 0.22, "shank": 0.62, "sleeve": 0.30, "back-shank": 0.62}
"""Parts that end in the hem of a garment: how round that end is (1 = a half circle)."""

BONE: dict[str, Bone] = {bone: bone for bone in LENGTH} | {
    "torso": "trunk",
    "torso-flat": "trunk",
    "pelvis": "trunk",
    "sleeve": "upper-arm",
    "back-neck": "neck",
    "back-thigh": "thigh",
    "back-shank": "shank",
}
"""The bone whose length a part shares."""

_HEAD: Outline = (
    (0.22, -0.03), (0.34, 0.0), (0.385, 0.08), (0.395, 0.18), (0.42, 0.265), (0.505, 0.325),
    (0.495, 0.365), (0.445, 0.48), (0.435, 0.58), (0.425, 0.74), (0.32, 0.91), (0.06, 1.0),
    (-0.22, 0.95), (-0.41, 0.75), (-0.435, 0.50), (-0.35, 0.27), (-0.25, 0.10), (-0.08, 0.0),
)  # fmt: skip
_HAIR: Outline = (
    (0.405, 0.80), (0.32, 0.91), (0.06, 1.0), (-0.22, 0.95), (-0.41, 0.75), (-0.435, 0.50),
    (-0.35, 0.27), (-0.26, 0.17), (-0.17, 0.22), (-0.13, 0.38), (-0.05, 0.50), (0.03, 0.62),
    (0.20, 0.74),
)  # fmt: skip
_CLOSED_EYE: Outline = ((0.24, 0.50), (0.30, 0.455), (0.37, 0.485))
_BROW: Outline = ((0.24, 0.60), (0.31, 0.635), (0.375, 0.60))
_MOUTH: Outline = ((0.28, 0.195), (0.33, 0.175), (0.375, 0.19))
_SHOE: Outline = (
    (-0.030, 0.022), (-0.036, -0.012), (-0.030, -0.036), (0.02, -0.038), (0.075, -0.038),
    (0.112, -0.036), (0.122, -0.024), (0.104, -0.008), (0.060, 0.008), (0.026, 0.024), (0, 0.030),
)  # fmt: skip
_HAND: Outline = (
    (-0.012, 0.0), (-0.004, 0.015), (0.014, 0.019), (0.036, 0.019), (0.062, 0.014), (0.077, 0.006),
    (0.079, -0.004), (0.066, -0.010), (0.040, -0.014), (0.012, -0.016), (-0.004, -0.014),
)  # fmt: skip

# Seen from behind, lying on the side, head to the left: x from the hip joints, y from the midline.
_BACK_TORSO: Outline = (
    (-0.330, 0.040), (-0.312, 0.072), (-0.285, 0.100), (-0.250, 0.109), (-0.205, 0.097),
    (-0.150, 0.078), (-0.100, 0.071), (-0.050, 0.084), (-0.034, 0.060), (-0.034, -0.060),
    (-0.050, -0.086), (-0.100, -0.080), (-0.160, -0.086), (-0.215, -0.091), (-0.270, -0.091),
    (-0.308, -0.072), (-0.328, -0.036), (-0.324, 0.0),
)  # fmt: skip
_BACK_PELVIS: Outline = (
    (-0.052, 0.083), (-0.020, 0.093), (0.020, 0.098), (0.058, 0.088), (0.084, 0.058),
    (0.092, 0.018), (0.090, -0.030), (0.074, -0.066), (0.040, -0.088), (-0.005, -0.091),
    (-0.052, -0.088), (-0.058, -0.040), (-0.060, 0.030),
)  # fmt: skip
_BACK_HEAD: Outline = (
    (-0.010, -0.032), (0.016, -0.042), (0.055, -0.049), (0.095, -0.046), (0.120, -0.028),
    (0.128, 0.0), (0.120, 0.028), (0.095, 0.046), (0.055, 0.049), (0.016, 0.042), (-0.010, 0.032),
    (-0.016, 0.0),
)  # fmt: skip
_BACK_HAIR: Outline = (
    (0.004, -0.022), (0.012, -0.033), (0.034, -0.040), (0.055, -0.049), (0.095, -0.046),
    (0.120, -0.028), (0.128, 0.0), (0.120, 0.028), (0.095, 0.046), (0.055, 0.049), (0.034, 0.040),
    (0.012, 0.033), (0.004, 0.022), (0.007, 0.0),
)  # fmt: skip
_EAR: Outline = (
    (0.022, -0.041), (0.030, -0.052), (0.046, -0.059), (0.058, -0.056), (0.059, -0.048),
    (0.044, -0.040),
)  # fmt: skip
_BACK_FOOT: Outline = (
    (-0.014, 0.018), (-0.016, -0.018), (0.010, -0.024), (0.038, -0.030), (0.052, -0.022),
    (0.056, 0.0), (0.052, 0.024), (0.036, 0.032), (0.010, 0.024),
)  # fmt: skip


def _head_point(p: Point) -> Point:
    """From head units (towards the face, towards the crown) to the part's own coordinates."""
    k = LENGTH["head"]
    return (p[1] * k - 0.012, -p[0] * k)


FREE_OUTLINES: dict[str, Outline] = {
    "head": tuple(_head_point(p) for p in _HEAD),
    "hair": tuple(_head_point(p) for p in _HAIR),
    "foot": _SHOE,
    "hand": _HAND,
    "back-torso": _BACK_TORSO,
    "back-pelvis": _BACK_PELVIS,
    "back-head": _BACK_HEAD,
    "back-hair": _BACK_HAIR,
    "ear": _EAR,
    "back-foot": _BACK_FOOT,
}
"""Parts that are drawn freely rather than by widths along a bone."""

EYE: Point = _head_point((0.315, 0.485))
"""An open eye is a dot here."""

FACE: dict[str, tuple[Outline, ...]] = {
    "closed": tuple(tuple(_head_point(p) for p in line) for line in (_CLOSED_EYE, _MOUTH)),
    "open": tuple(tuple(_head_point(p) for p in line) for line in (_BROW, _MOUTH)),
}
"""The lines of a face, eyes closed or open; each is a start, a control point and an end."""

_FRONT_IS_BELOW = frozenset({"torso", "torso-flat", "pelvis", "neck"})


@cache
def outline(part: str, seen: float = 1.0) -> Outline:
    """The outline of a part in its own coordinates.

    ``seen`` is the share of its length that is visible: a limb that points towards the viewer or
    away is drawn shorter, but not thinner.
    """
    if part in FREE_OUTLINES:
        return tuple((x * seen, y) for x, y in FREE_OUTLINES[part])
    length = LENGTH[BONE[part]] * seen
    sign = -1 if part in _FRONT_IS_BELOW else 1
    front = [(t * length, sign * f) for t, f, _ in PROFILES[part]]
    back = [(t * length, -sign * b) for t, _, b in PROFILES[part]]
    start = _cap(PROFILES[part][0], length, sign, -1.0)[::-1]
    end = _cap(PROFILES[part][-1], length, sign, HEM.get(part, 1.0))
    return tuple(start + front + end + back[::-1])


def _cap(station: Station, length: float, sign: int, depth: float) -> list[Point]:
    """The rounded end of a limb, from its front to its back."""
    t, front, back = station
    points = []
    for share in (0.25, 0.5, 0.75):
        radius = front + (back - front) * share
        a = math.pi * share
        points.append((t * length + depth * radius * math.sin(a), sign * radius * math.cos(a)))
    return points
