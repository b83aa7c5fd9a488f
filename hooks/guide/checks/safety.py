"""The safety rules that a type cannot hold: what must be said, and in which order."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..model.section import SectionKind
from ..model.step import IceStep
from ..model.warning import EMERGENCY_SIGNS, Urgency
from ..problems import Problem

ICE_CAUTIONS: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.DO_NOT: ("bare-skin", "over-limit", "lie-on-it", "sleep-with-it"),
    SectionKind.ASK_FIRST: ("numb-skin", "poor-circulation", "raynaud", "cold-allergy"),
}
"""Lines that the step with ice must have."""

FLOOR_CAUTIONS = ("sure-to-get-up", "pregnant", "stop-if-worse")
"""Lines that a page must have before it sends anyone to the floor."""


def check(content: Content) -> list[Problem]:
    """Missing signs and cautions."""
    return [*_signs(content), *_ice(content), *_floor(content)]


def _signs(content: Content) -> Iterator[Problem]:
    document = content.warnings
    present = [sign.id for sign in document.model.by_urgency(Urgency.EMERGENCY)]
    for id_ in EMERGENCY_SIGNS:
        if id_ not in present:
            help_ = f"add `- id: {id_}` with `urgency: emergency`"
            message = f"the emergency sign `{id_}` is missing"
            yield Problem("missing-sign", message, document.mark("signs"), help_)
    required = [id_ for id_ in present if id_ in EMERGENCY_SIGNS]
    expected = [id_ for id_ in EMERGENCY_SIGNS if id_ in present]
    if required != expected:
        first = next(a for a, b in zip(required, expected, strict=True) if a != b)
        index = [sign.id for sign in document.model.signs].index(first)
        help_ = "the order is " + ", ".join(f"`{id_}`" for id_ in expected)
        message = f"the emergency sign `{first}` is out of order"
        yield Problem("sign-order", message, document.value_span("signs", index, "id"), help_)


def _ice(content: Content) -> Iterator[Problem]:
    for document in content.steps.values():
        step = document.model
        if not isinstance(step, IceStep):
            continue
        for kind, required in ICE_CAUTIONS.items():
            present = {
                line.id
                for section in step.sections
                if section.kind is kind
                for line in section.lines
            }
            for id_ in required:
                if id_ not in present:
                    help_ = f"add `- id: {id_}` to its section of kind `{kind}`"
                    message = f"ice without the caution `{id_}`"
                    span = document.mark("sections")
                    yield Problem("missing-caution", message, span, help_)


def _floor(content: Content) -> Iterator[Problem]:
    for document in content.positions.values():
        position = document.model
        if not position.on_floor:
            continue
        first = position.sections[0]
        present = {line.id for line in first.lines} if first.kind is SectionKind.CAUTION else set()
        for id_ in FLOOR_CAUTIONS:
            if id_ not in present:
                help_ = f"add `- id: {id_}` to a first section of kind `caution`"
                message = f"a position on the floor without the caution `{id_}`"
                yield Problem("missing-caution", message, document.mark("sections"), help_)
