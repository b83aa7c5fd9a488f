"""Every picture that is named exists, keeps its claims, and is used."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..content import Content
from ..document import Document
from ..figures import check_figure
from ..model.section import Article
from ..problems import Problem, did_you_mean
from ..strings import leading_figures

_faults = cache(check_figure)
"""The geometry of a figure says the same each time, and `serve` asks again and again."""


def check(content: Content) -> list[Problem]:
    """Unknown and unused pictures, and geometry that does not meet its claims."""
    return [*_named(content), *_claims(content), *_unused(content)]


def _named(content: Content) -> Iterator[Problem]:
    for document, path, id_ in _uses(content):
        if id_ not in content.figures and f"figures/{id_}" not in content.broken:
            help_ = did_you_mean(id_, content.figures)
            span = document.value_span(*path)
            yield Problem("unknown-figure", f"no figure is called `{id_}`", span, help_)


def _uses(content: Content) -> Iterator[tuple[Document[Article], tuple[str | int, ...], str]]:
    for _, document in content.pages():
        leading = leading_figures(document)
        field = "figures" if hasattr(document.model, "figures") else "figure"
        for index, id_ in enumerate(leading):
            yield document, (field, index) if field == "figures" else (field,), id_
        for number, section in enumerate(document.model.sections):
            for index, id_ in enumerate(section.figures):
                yield document, ("sections", number, "figures", index), id_


def _claims(content: Content) -> Iterator[Problem]:
    for document in content.figures.values():
        for problem in _faults(document.model):
            span = document.mark(*problem.path)
            yield Problem("claim-not-met", problem.message, span, problem.help)


def _unused(content: Content) -> Iterator[Problem]:
    used = {id_ for _, _, id_ in _uses(content)}
    if content.broken or used - set(content.figures):
        return
    for id_, document in content.figures.items():
        if id_ not in used:
            message = f"no page shows the figure `{id_}`"
            help_ = "name it in the `figures` of a section, a step or a position"
            yield Problem("unused-figure", message, document.value_span("id"), help_)
