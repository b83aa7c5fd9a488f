"""What a fork leaves out of its site, and still keeps in its files.

So nothing has to be deleted, everything stays checked, and later changes can still be taken over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from .content import Content
from .document import Document
from .model.card import LineName
from .model.now import Now, Screen
from .model.section import Article
from .strings import leading_figures

Page = TypeVar("Page", bound=Article)


def shown(content: Content) -> Content:
    """The content without what `leave_out` names, and without what only that has named."""
    left_out = frozenset(content.guide.model.leave_out)
    if not left_out:
        return content
    articles = {
        id_: _without(id_, document, left_out)
        for id_, document in content.articles.items()
        if id_ not in left_out
    }
    steps = {
        id_: _without(f"steps/{id_}", document, left_out) for id_, document in content.steps.items()
    }
    positions = {
        id_: _without(f"positions/{id_}", document, left_out)
        for id_, document in content.positions.items()
    }
    guide = content.guide.model
    order = guide.model_copy(
        update={
            "articles": tuple(id_ for id_ in guide.articles if id_ not in left_out),
            "menu": tuple(address for address in guide.menu if address not in left_out),
        }
    )
    fewer = replace(
        content,
        guide=replace(content.guide, model=order),
        articles=articles,
        steps=steps,
        positions=positions,
        now=_without_screens(content.now, left_out),
    )
    return _without_orphans(content, fewer)


def _without(address: str, document: Document[Page], left_out: frozenset[str]) -> Document[Page]:
    """A page without those of its sections, and without links to what is not there."""
    page = document.model
    sections = tuple(
        section.model_copy(update={"links": _there(section.links, left_out)})
        for section in page.sections
        if f"{address}#{section.id}" not in left_out
    )
    update = {"sections": sections, "links": _there(page.links, left_out)}
    return replace(document, model=page.model_copy(update=update))


def _there(links: Iterable[str], left_out: frozenset[str]) -> tuple[str, ...]:
    return tuple(link for link in links if not {link, link.partition("#")[0]} & left_out)


def _without_screens(document: Document[Now], left_out: frozenset[str]) -> Document[Now]:
    """/now/ without what it draws from there."""
    screens = tuple(
        _screen(screen, left_out)
        for screen in document.model.screens
        if _there([screen.page], left_out)
    )
    return replace(document, model=document.model.model_copy(update={"screens": screens}))


def _screen(screen: Screen, left_out: frozenset[str]) -> Screen:
    """A screen without lines from there. A timer needs both of its own."""

    def kept(names: Iterable[LineName]) -> tuple[LineName, ...]:
        return tuple(name for name in names if _there([_heading(name)], left_out))

    pictures = tuple(
        picture.model_copy(update={"lines": kept(picture.lines)}) for picture in screen.pictures
    )
    timed = [screen.timer.during, screen.timer.after] if screen.timer else []
    return screen.model_copy(
        update={
            "before": kept(screen.before),
            "lines": kept(screen.lines),
            "do_not": kept(screen.do_not),
            "pictures": pictures,
            "timer": screen.timer if len(kept(timed)) == len(timed) else None,
            "reasons": kept(screen.reasons),
            "links": _there(screen.links, left_out),
        }
    )


def _heading(name: LineName) -> str:
    """The heading that a line stands under, as an address: `steps/ice#do`."""
    folder, page, section, _ = name.split(".")
    return f"{page if folder == 'articles' else f'{folder}/{page}'}#{section}"


def _without_orphans(before: Content, after: Content) -> Content:
    """Claims and figures that were named before, and are named no longer, go too."""
    claims = _claims(before) - _claims(after)
    figures = _figures(before) - _figures(after)
    weighed = tuple(claim for claim in after.evidence.model.claims if claim.id not in claims)
    evidence = after.evidence.model.model_copy(update={"claims": weighed})
    return replace(
        after,
        evidence=replace(after.evidence, model=evidence),
        figures={id_: one for id_, one in after.figures.items() if id_ not in figures},
    )


def _claims(content: Content) -> set[str | None]:
    """Every claim that a section or a line names."""
    sections = [one for _, document in content.pages() for one in document.model.sections]
    lines = [line.claim for section in sections for line in section.lines]
    return {*lines, *(id_ for section in sections for id_ in section.claims)}


def _figures(content: Content) -> set[str]:
    """Every picture that a page, a screen or a sheet names."""
    found = set[str]()
    for _, document in content.pages():
        found.update(leading_figures(document))
        for section in document.model.sections:
            found.update(section.figures)
    card = content.card.model
    for part in (*content.now.model.screens, *card.full.values(), *card.wallet.values()):
        found.update(id_ for _, id_ in part.figures())
    return found
