"""/now/ says what it must: each step in order, the limits of ice, cautions before the floor."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..model.card import Extent
from ..model.step import IceStep
from ..problems import Problem
from .card import caution_gaps, ice_gaps, misplaced_lines, safety_gaps, unknown_names

_STEPS = "steps/"


def check(content: Content) -> list[Problem]:
    """Unknown lines and pictures, screens out of order, and what a screen lacks."""
    problems = [*_unknown(content)]
    return problems or [*_reused(content), *_order(content), *_lacking(content), *_timers(content)]


def _unknown(content: Content) -> Iterator[Problem]:
    for index, screen in enumerate(content.now.model.screens):
        yield from unknown_names(content, content.now, ("screens", index), screen)
        if screen.page.partition("#")[0] not in dict(content.pages()):
            message = f"`{screen.page}` has no lines of its own"
            span = content.now.value_span("screens", index, "page")
            help_ = "name a step, a position or an article, such as `steps/ice`"
            yield Problem("bad-value", message, span, help_)


def _reused(content: Content) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, screen in enumerate(content.now.model.screens):
        span = content.now.value_span("screens", index, "page")
        if screen.id in first:
            help_ = f"first used on line {first[screen.id]}; name another page or heading"
            message = f"a second screen would have the anchor `{screen.id}`"
            yield Problem("reused-id", message, span, help_)
        first.setdefault(screen.id, span.line)


def _order(content: Content) -> Iterator[Problem]:
    """The steps are all there, in the order of the guide."""
    steps = content.guide.model.steps
    places = {
        screen.page.removeprefix(_STEPS): index
        for index, screen in enumerate(content.now.model.screens)
        if screen.page.startswith(_STEPS)
    }
    for id_ in steps:
        if id_ not in places:
            message = f"/now/ leaves out the step `{id_}`"
            help_ = f"add a screen with `page: {_STEPS}{id_}`"
            yield Problem("missing-on-now", message, content.now.mark("screens"), help_)
    found = [id_ for id_ in places if id_ in steps]
    expected = [id_ for id_ in steps if id_ in places]
    if found != expected:
        first = next(a for a, b in zip(found, expected, strict=True) if a != b)
        span = content.now.value_span("screens", places[first], "page")
        help_ = "the order is " + ", ".join(f"`{id_}`" for id_ in expected)
        yield Problem("screen-order", f"the step `{first}` is out of order", span, help_)


def _lacking(content: Content) -> Iterator[Problem]:
    for index, screen in enumerate(content.now.model.screens):
        yield from misplaced_lines(content, content.now, ("screens", index), screen)
        gaps = [*caution_gaps(content, screen), *safety_gaps(content, screen.page, screen)]
        if screen.page.startswith(_STEPS):
            gaps += ice_gaps(content, screen.id, screen, Extent.FULL)
        for what, help_ in gaps:
            span = content.now.value_span("screens", index, "page")
            yield Problem("missing-on-now", f"the screen `{screen.id}` has {what}", span, help_)


def _timers(content: Content) -> Iterator[Problem]:
    """What is timed is ice, and nothing else: never raised legs."""
    for index, screen in enumerate(content.now.model.screens):
        step = content.steps.get(screen.id) if screen.page.startswith(_STEPS) else None
        if screen.timer and not (step and isinstance(step.model, IceStep)):
            message = f"the screen `{screen.id}` has a timer, but puts no ice on"
            span = content.now.mark("screens", index, "timer")
            yield Problem("misplaced-timer", message, span, "remove `timer`: it is for ice alone")
