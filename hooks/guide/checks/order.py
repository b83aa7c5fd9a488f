"""The one list of everything: each entry has its file, and each file its entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..addresses import SINGLE_PAGES, page_addresses
from ..content import Content
from ..document import Document
from ..problems import Problem, did_you_mean, nearest

NEEDED_ARTICLE = "about"
"""It says where the advice comes from, and where to send corrections."""

_LISTS = (
    ("steps", "steps", "step"),
    ("positions", "positions", "position"),
    ("articles", "explanation", "article"),
)
"""Each list of `guide.yml`, its folder, and what one entry is called."""


def check(content: Content) -> list[Problem]:
    """Entries without a file, files without an entry, and pages that the menu leaves out."""
    return [*_lists(content), *_menu(content), *_last_step(content), *_left_out(content)]


def completed(content: Content) -> Content:
    """The content as if its order named every file, and missing files were merely broken.

    So what is wrong with the order is told once, and nothing that follows from it.
    """
    listed: dict[str, tuple[str, ...]] = {}
    absent: set[str] = set()
    for field, folder, _ in _LISTS:
        ids, documents = getattr(content.guide.model, field), _documents(content, field)
        listed[field] = (*ids, *(id_ for id_ in documents if id_ not in ids))
        absent.update(f"{folder}/{id_}" for id_ in ids if id_ not in documents)
    guide = replace(content.guide, model=content.guide.model.model_copy(update=listed))
    return replace(content, guide=guide, broken=content.broken | absent)


def _documents(content: Content, field: str) -> dict[str, Document[Any]]:
    found: dict[str, Document[Any]] = getattr(content, field)
    return found


def _lists(content: Content) -> Iterator[Problem]:
    guide = content.guide
    for field, folder, one in _LISTS:
        listed, documents = getattr(guide.model, field), _documents(content, field)
        unlisted = [id_ for id_ in documents if id_ not in listed]
        for index, id_ in enumerate(listed):
            span = guide.value_span(field, index)
            if id_ in listed[:index]:
                first = guide.value_span(field, listed.index(id_)).line
                help_ = f"first written on line {first}; keep one"
                yield Problem("reused-id", f"`{id_}` stands twice in `{field}`", span, help_)
            elif id_ not in documents and f"{folder}/{id_}" not in content.broken:
                near = nearest(id_, unlisted)
                unlisted = [other for other in unlisted if other != near]
                path = (content.root / folder / f"{id_}.yml").as_posix()
                help_ = f"did you mean `{near}`?" if near else f"add `{path}`, or remove this line"
                yield Problem(f"unknown-{one}", f"no {one} is called `{id_}`", span, help_)
        for id_ in unlisted:
            message = f"nothing leads to the {one} `{id_}`"
            help_ = f"add it to `{field}` in `{guide.path}`"
            code = "unlinked-step" if one == "step" else "unlinked-page"
            yield Problem(code, message, documents[id_].value_span("id"), help_)


def _menu(content: Content) -> Iterator[Problem]:
    guide = content.guide
    menu = guide.model.menu
    known = {*page_addresses(content), "steps", "positions"}
    expected = [*SINGLE_PAGES, "steps", "positions", *guide.model.articles]
    left_out = [address for address in expected if address not in menu]
    for index, address in enumerate(menu):
        span = guide.value_span("menu", index)
        if address in menu[:index]:
            first = guide.value_span("menu", menu.index(address)).line
            help_ = f"first written on line {first}; keep one"
            yield Problem("reused-id", f"`{address}` stands twice in `menu`", span, help_)
        elif address not in known and not _is_article(content, address):
            near = nearest(address, left_out)
            left_out = [other for other in left_out if other != near]
            help_ = f"did you mean `{near}`?" if near else did_you_mean(address, known)
            yield Problem("unknown-page", f"no page is called `{address}`", span, help_)
    for address in left_out:
        if address in known:
            message = f"no menu entry leads to `{address}`"
            help_ = f"add `- {address}` where it belongs"
            yield Problem("unlinked-page", message, guide.mark("menu"), help_)


def _is_article(content: Content, address: str) -> bool:
    """Whether there is, or should be, an article of that name: then `articles` is at fault."""
    return (
        address in content.articles
        or address in content.guide.model.articles
        or f"explanation/{address}" in content.broken
    )


def _last_step(content: Content) -> Iterator[Problem]:
    """The order of the steps chains them; the last one must lead on."""
    last = list(dict.fromkeys(content.guide.model.steps))[-1]
    document = content.steps.get(last)
    if document and not document.model.links:
        message = f"the last step, `{last}`, leads nowhere"
        help_ = "add `links:` with the addresses to go on to"
        yield Problem("unlinked-step", message, document.value_span("id"), help_)


def _left_out(content: Content) -> Iterator[Problem]:
    """Only articles may go, whole or in part: first aid, help and who answers for it stay."""
    guide = content.guide
    articles = [id_ for id_ in guide.model.articles if id_ != NEEDED_ARTICLE]
    all_of_them = set(guide.model.leave_out)
    for index, address in enumerate(guide.model.leave_out):
        page, _, heading = address.partition("#")
        span = guide.value_span("leave_out", index)
        document = content.articles.get(page)
        if page == NEEDED_ARTICLE or page not in articles and page in page_addresses(content):
            message = f"`{page}` cannot be left out"
            help_ = f"only a page in `articles` can, and `{NEEDED_ARTICLE}` must stay"
            yield Problem("needed-page", message, span, help_)
        elif page not in articles:
            message = f"no article is called `{page}`"
            yield Problem("unknown-article", message, span, did_you_mean(page, articles))
        elif heading and document:
            sections = [section.id for section in document.model.sections]
            if heading not in sections:
                message = f"`{page}` has no heading `{heading}`"
                yield Problem("unknown-heading", message, span, did_you_mean(heading, sections))
            elif heading == sections[0] and {f"{page}#{id_}" for id_ in sections} <= all_of_them:
                message = f"nothing is left of `{page}`"
                yield Problem("empty-page", message, span, f"write `{page}` instead")
