"""Spoilt figures: each has one thing wrong that a reader could copy and be hurt by."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from .content import raw_figures

Raw = dict[str, Any]


def mutants() -> Iterator[tuple[str, Raw]]:
    """Every spoilt figure, named after what is wrong with it."""
    for name, raw in raw_figures().items():
        spoil = {"pose": _poses, "pelvis": _pelves, "chain": _chains}[raw["kind"]]
        for fault, mutant in spoil(raw):
            yield f"{name}: {fault}", mutant


def _changed(raw: Raw, *path: str | int, value: Any) -> Raw:
    mutant = copy.deepcopy(raw)
    target: Any = mutant
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    return mutant


def _poses(raw: Raw) -> Iterator[tuple[str, Raw]]:
    body = raw["body"]
    x, y = body["hip"]
    yield "the whole body floats", _changed(raw, "body", "hip", value=[x, y + 0.05])
    yield "the whole body is in the floor", _changed(raw, "body", "hip", value=[x, y - 0.05])
    for turn in (-25, 25):
        yield f"trunk {turn:+}", _changed(raw, "body", "trunk", value=body["trunk"] + turn)
    for limb in ("leg", "far_leg", "arm", "far_arm"):
        for joint in ("hip", "knee", "shoulder", "elbow"):
            if joint in body.get(limb, {}):
                for turn in (-35, 35):
                    angle = body[limb][joint] + turn
                    yield (
                        f"{limb} {joint} {turn:+}",
                        _changed(raw, "body", limb, joint, value=angle),
                    )
    yield "a knee that bends forwards", _changed(raw, "body", "leg", "knee", value=-20)
    if body.get("low_back") == "flat":
        yield "a hollow back", _changed(raw, "body", "low_back", value="neutral")
    for i, prop in enumerate(raw.get("props", [])):
        yield from _things(raw, i, prop)


def _things(raw: Raw, i: int, prop: Raw) -> Iterator[tuple[str, Raw]]:
    kind = prop["kind"]
    without = copy.deepcopy(raw)
    del without["props"][i]
    yield f"no {kind}", without
    yield f"two of {kind}", _changed(raw, "props", value=[*raw["props"], prop])
    if kind == "chair":
        for height in (0.25, 0.36, 0.55, 0.80):
            yield f"a seat at {height} m", _changed(raw, "props", i, "seat", value=height)
        if not prop.get("beyond"):
            toward = 0.15 if prop.get("faces") == "right" else -0.15
            if raw["id"] in ("hands-and-knees", "on-side", "on-back"):
                toward = -0.4
            at = prop["at"] + toward
            yield "a limb through the chair", _changed(raw, "props", i, "at", value=at)
    for field in ("height", "thickness", "each"):
        if field in prop:
            for factor in (0.3, 2.5):
                value = prop[field] * factor
                yield f"{kind} {field} {value:.2f} m", _changed(raw, "props", i, field, value=value)
    if kind in ("head-pillow", "footstool", "pillows"):
        away = [at + 0.35 for at in prop["at"]]
        yield f"{kind} out of reach", _changed(raw, "props", i, "at", value=away)
    if kind == "knee-pillow":
        yield (
            "a pillow too thin to part the knees",
            _changed(raw, "props", i, "heights", value=[0.09, 0.10]),
        )
    if kind == "ice-pack":
        x, y = prop["at"]
        yield "ice on the skin", _changed(raw, "props", i, "cloth", value=None)
        yield "a cloth too small to be seen", _changed(raw, "props", i, "cloth", value=0.005)
        yield "lying on the pack", _changed(raw, "props", i, "at", value=[x, 0.03])
        yield "a pack on the upper back", _changed(raw, "props", i, "at", value=[x - 0.12, y])
        yield "a pack on the legs", _changed(raw, "props", i, "at", value=[x + 0.25, y])
        yield "a pack in the air", _changed(raw, "props", i, "at", value=[x, y + 0.2])
        yield "a pack of giant size", _changed(raw, "props", i, "size", value=[0.5, 0.4])
        yield "a pack under someone on the back", _changed(raw, "body", "view", value="profile")


def _pelves(raw: Raw) -> Iterator[tuple[str, Raw]]:
    left, right = raw.get("turned", [0, 0])
    yield "turned the other way", _changed(raw, "turned", value=[right + 3, left - 3])
    yield "turned too far", _changed(raw, "turned", value=[-20, 20])
    yield "turned as if one bone", _changed(raw, "turned", value=[left + 8, left + 8 + 3])


def _chains(raw: Raw) -> Iterator[tuple[str, Raw]]:
    pelvis, shoulders = raw.get("pelvis", 0), raw.get("shoulders", 0)
    yield "pelvis the other way", _changed(raw, "pelvis", value=-pelvis - 5)
    yield "pelvis too far", _changed(raw, "pelvis", value=15)
    yield "shoulders the other way", _changed(raw, "shoulders", value=-shoulders + 5)
    yield "shoulders too far", _changed(raw, "shoulders", value=-14)
    yield "hip bones too far", _changed(raw, "turned", value=[18, -18])
    load, spasm = raw.get("load"), raw.get("spasm")
    yield "another load", _changed(raw, "load", value=None if load else "left")
    yield "another spasm", _changed(raw, "spasm", value=None if spasm else "left")
