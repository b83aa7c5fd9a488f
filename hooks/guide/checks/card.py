"""The sheets to print say what they must: every step, the limits of ice, the cautions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..content import Content
from ..document import Document
from ..lines import lines
from ..model.card import Extent, StepOnCard
from ..model.section import SectionKind
from ..model.step import IceStep
from ..placeholders import placeholders
from ..problems import Problem, did_you_mean, nearest
from ..strings import Key, owner_key

LIMITS = {
    Extent.FULL: ("time", "never_over", "look_after", "again_after"),
    Extent.WALLET: ("time", "never_over"),
}
"""The limits of ice that a sheet states in numbers."""

ICE_DO_NOTS = ("lie-on-it", "sleep-with-it")
"""Lines of the step with ice that the whole card carries. The ceiling is in another."""

ICE_CLOTH = {"wrap", "bare-skin"}
"""Lines of the step with ice that say, either of them, that a cloth lies between."""


def check(content: Content) -> list[Problem]:
    """Unknown steps and lines, and what a sheet lacks."""
    problems = [*_unknown(content)]
    return problems or [*_lacking(content), *_misplaced(content)]


def _unknown(content: Content) -> Iterator[Problem]:
    document = content.card
    steps = content.guide.model.steps
    for extent in Extent:
        own = document.model.steps(extent)
        left_out = [id_ for id_ in steps if id_ not in own]
        for id_, step in own.items():
            if id_ not in steps:
                near = nearest(id_, left_out)
                left_out = [other for other in left_out if other != near]
                help_ = f"did you mean `{near}`?" if near else did_you_mean(id_, steps)
                span = document.mark(extent, id_)
                yield Problem("unknown-step", f"no step is called `{id_}`", span, help_)
            yield from unknown_names(content, document, (extent, id_), step)
        for id_ in left_out:
            message = f"the `{extent}` card leaves out the step `{id_}`"
            help_ = f"add `{id_}:` with its `lines`"
            yield Problem("missing-on-card", message, document.mark(extent), help_)


def unknown_names(
    content: Content, document: Document[Any], at: tuple[str | int, ...], step: StepOnCard
) -> Iterator[Problem]:
    """Lines and figures that are not there, named in the part of a file at `at`."""
    known = {".".join(key) for key in lines(content)}
    for path, name in step.places():
        if name not in known:
            span, help_ = document.value_span(*at, *path), did_you_mean(name, known)
            yield Problem("unknown-line", f"no line is called `{name}`", span, help_)
    for path, name in step.figures():
        if name not in content.figures:
            span, help_ = document.value_span(*at, *path), did_you_mean(name, content.figures)
            yield Problem("unknown-figure", f"no figure is called `{name}`", span, help_)


def _misplaced(content: Content) -> Iterator[Problem]:
    for extent in Extent:
        for id_, step in content.card.model.steps(extent).items():
            yield from misplaced_lines(content, content.card, (extent, id_), step)


def misplaced_lines(
    content: Content, document: Document[Any], at: tuple[str | int, ...], step: StepOnCard
) -> Iterator[Problem]:
    """Lines of one section that stand in another order than on its page."""
    order = {".".join(key): place for place, key in enumerate(lines(content))}
    latest: dict[tuple[object, ...], str] = {}
    for path, name in step.places():
        section = (path[:-1], name.rpartition(".")[0])
        before = latest.setdefault(section, name)
        if order[name] < order[before]:
            message = f"`{name}` stands after `{before}`, which comes later on its page"
            span, help_ = document.value_span(*at, *path), f"put it before `{before}`"
            yield Problem("line-order", message, span, help_)
        else:
            latest[section] = name


def _lacking(content: Content) -> Iterator[Problem]:
    for extent in Extent:
        for id_, step in content.card.model.steps(extent).items():
            for message, help_ in (
                *ice_gaps(content, id_, step, extent),
                *caution_gaps(content, step),
                *(safety_gaps(content, f"steps/{id_}", step) if extent is Extent.FULL else ()),
            ):
                span = content.card.mark(extent, id_)
                message = f"the `{extent}` card has {message}"
                yield Problem("missing-on-card", message, span, help_)


def ice_gaps(
    content: Content, id_: str, step: StepOnCard, extent: Extent
) -> Iterator[tuple[str, str]]:
    """What the step of that id lacks if it puts something cold on skin, and how to mend it."""
    document = content.steps.get(id_)
    if document is None or not isinstance(document.model, IceStep):
        return
    if not step.before:
        yield "ice without who must ask first", "name that line under `before`"
    named = _always_read(step)
    said = _quantities(content, named)
    for limit in LIMITS[extent]:
        if f"{id_}.{limit}" not in said:
            yield f"ice without `{{{id_}.{limit}}}`", "name the line that says it under `lines`"
    if not ICE_CLOTH & {name.rpartition(".")[2] for name in named}:
        yield "ice without a cloth", "name the line `wrap` or `bare-skin` of that step"
    ids = {name.rpartition(".")[2] for name in step.do_not}
    for caution in ICE_DO_NOTS if extent is Extent.FULL else ():
        if caution not in ids:
            yield f"ice without the caution `{caution}`", "name that line under `do-not`"


def caution_gaps(content: Content, step: StepOnCard) -> Iterator[tuple[str, str]]:
    """What is not said before a picture shows a position, and how to mend it."""
    shown = {figure for _, figure in step.figures()}
    needed = dict.fromkeys(
        line.id
        for document in content.positions.values()
        if shown & set(document.model.figures)
        for section in document.model.sections
        if section.kind is SectionKind.CAUTION
        for line in section.lines
    )
    said = {name.rpartition(".")[2] for name in step.before}
    for caution in needed:
        if caution not in said:
            what = f"a position without its caution `{caution}`"
            yield what, "name that line under `before`"


def safety_gaps(content: Content, address: str, step: StepOnCard) -> Iterator[tuple[str, str]]:
    """What is left out of the actions of a page, or of one heading, that harms if it is wrong."""
    page, _, anchor = address.partition("#")
    named = _always_read(step)
    for section in dict(content.pages())[page].model.sections:
        if section.id == anchor or (not anchor and section.kind is SectionKind.ACTIONS):
            for line in section.lines:
                name = ".".join((*owner_key(page), section.id, line.id))
                if line.safety and name not in named:
                    yield f"no `{name}`, which is a safety line", "name that line where it belongs"


def _always_read(step: StepOnCard) -> list[str]:
    """The lines that it names for every reader: nobody sees a timer without a script."""
    return [name for path, name in step.places() if path[0] != "timer"]


def _quantities(content: Content, names: list[str]) -> set[str]:
    """The quantities that the named lines state, in the words of the source."""
    strings = content.strings[content.locales.model.source.tag]
    keys: list[Key] = [tuple(name.split(".")) for name in names]
    return {name for key in keys for name in placeholders(str(strings.at(key).value))}
