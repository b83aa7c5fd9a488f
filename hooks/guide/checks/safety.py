"""The safety rules that a type cannot hold: what must be said, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..content import Content
from ..document import Document
from ..model.section import SectionKind
from ..model.step import IceStep
from ..model.warning import EMERGENCY_SIGNS, Urgency
from ..problems import Problem, nearest

ICE_CAUTIONS: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.DO_NOT: ("bare-skin", "over-limit", "lie-on-it", "sleep-with-it"),
    SectionKind.ASK_FIRST: ("numb-skin", "poor-circulation", "raynaud", "cold-allergy"),
}
"""Lines that the step with ice must have."""

FLOOR_CAUTIONS = ("sure-to-get-up", "pregnant", "stop-if-worse")
"""Lines that a page must have before it sends anyone to the floor."""


ALL_CAUTIONS = {*FLOOR_CAUTIONS, *(id_ for ids in ICE_CAUTIONS.values() for id_ in ids)}


def check(content: Content) -> list[Problem]:
    """Missing signs and cautions."""
    return [*_signs(content), *_ice(content), *_floor(content)]


def _signs(content: Content) -> Iterator[Problem]:
    document = content.warnings
    signs = document.model.signs
    ids = [sign.id for sign in signs]
    present = dict.fromkeys(sign.id for sign in document.model.by_urgency(Urgency.EMERGENCY))
    for id_ in EMERGENCY_SIGNS:
        if id_ in ids and id_ not in present:
            span = document.value_span("signs", ids.index(id_), "urgency")
            message = f"the sign `{id_}` must be an emergency"
            yield Problem("missing-sign", message, span, "write `urgency: emergency`")
        elif id_ not in present:
            message = f"the emergency sign `{id_}` is missing"
            near = nearest(id_, [other for other in present if other not in EMERGENCY_SIGNS])
            span, help_ = document.mark("signs"), f"add `- id: {id_}` with `urgency: emergency`"
            if near:
                span = document.value_span("signs", ids.index(near), "id")
                help_ = f"write `id: {id_}`"
            yield Problem("missing-sign", message, span, help_)
    required = [id_ for id_ in present if id_ in EMERGENCY_SIGNS]
    expected = [id_ for id_ in EMERGENCY_SIGNS if id_ in present]
    if required != expected:
        first = next(a for a, b in zip(required, expected, strict=True) if a != b)
        help_ = "the order is " + ", ".join(f"`{id_}`" for id_ in expected)
        message = f"the emergency sign `{first}` is out of order"
        span = document.value_span("signs", ids.index(first), "id")
        yield Problem("sign-order", message, span, help_)


def _ice(content: Content) -> Iterator[Problem]:
    for document in content.steps.values():
        if isinstance(document.model, IceStep):
            for kind, required in ICE_CAUTIONS.items():
                sections = [
                    index
                    for index, section in enumerate(document.model.sections)
                    if section.kind is kind
                ]
                for id_ in required:
                    message = f"ice without the caution `{id_}`"
                    where = f"its section of kind `{kind}`"
                    yield from _caution(document, sections, id_, message, where)


def _floor(content: Content) -> Iterator[Problem]:
    for document in content.positions.values():
        if document.model.on_floor:
            first = document.model.sections[0]
            sections = [0] if first.kind is SectionKind.CAUTION else []
            for id_ in FLOOR_CAUTIONS:
                message = f"a position on the floor without the caution `{id_}`"
                where = "a first section of kind `caution`"
                yield from _caution(document, sections, id_, message, where)


def _caution(
    document: Document[Any], sections: list[int], id_: str, message: str, where: str
) -> Iterator[Problem]:
    """What is wrong if no line of these sections has the id; at the line that meant to have it."""
    lines = {
        line.id: ("sections", index, "lines", number, "id")
        for index in sections
        for number, line in enumerate(document.model.sections[index].lines)
    }
    if id_ in lines:
        return
    near = nearest(id_, lines)
    if near and near not in ALL_CAUTIONS:
        span, help_ = document.value_span(*lines[near]), f"write `id: {id_}`"
    else:
        span, help_ = document.mark("sections"), f"add `- id: {id_}` to {where}"
    yield Problem("missing-caution", message, span, help_)
