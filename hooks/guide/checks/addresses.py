"""Everything that is named exists, everything that exists is named, and each id is used once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..addresses import page_addresses
from ..content import Content
from ..document import Document
from ..problems import Problem, Span, did_you_mean

Path = tuple[str | int, ...]
"""The keys and positions that lead to a value in a file."""
Named = list[tuple[Path, str]]
"""Where a name stands, and the name."""


def check(content: Content) -> list[Problem]:
    """Unknown, unused and reused names, in every file."""
    return [
        *_order(content),
        *_menu(content),
        *_links(content),
        *_unlinked_steps(content),
        *_sections(content),
        *_claims_and_sources(content),
        *_reused_ids(content),
    ]


def _order(content: Content) -> Iterator[Problem]:
    guide = content.guide
    for field, folder, documents, one in (
        ("steps", "steps", content.steps, "step"),
        ("positions", "positions", content.positions, "position"),
        ("articles", "explanation", content.articles, "article"),
    ):
        listed = getattr(guide.model, field)
        for index, id_ in enumerate(listed):
            span = guide.value_span(field, index)
            if id_ in listed[:index]:
                message = f"`{id_}` stands twice in `{field}`"
                yield Problem("reused-id", message, span, "keep one")
            elif id_ not in documents and f"{folder}/{id_}" not in content.broken:
                help_ = did_you_mean(id_, documents)
                help_ = help_ if "mean" in help_ else f"add `{folder}/{id_}.yml`"
                yield Problem(f"unknown-{one}", f"no {one} is called `{id_}`", span, help_)
        for id_, document in documents.items():
            if id_ not in listed:
                message = f"nothing leads to the {one} `{id_}`"
                help_ = f"add it to `{field}` in `{guide.path}`"
                code = "unlinked-step" if one == "step" else "unlinked-page"
                yield Problem(code, message, document.value_span("id"), help_)


def _menu(content: Content) -> Iterator[Problem]:
    guide = content.guide
    known = {*page_addresses(content), "steps", "positions"}
    for index, address in enumerate(guide.model.menu):
        if address not in known and not _is_broken(content, address):
            message = f"no page is called `{address}`"
            span = guide.value_span("menu", index)
            yield Problem("unknown-page", message, span, did_you_mean(address, known))
    for index, id_ in enumerate(guide.model.articles):
        if id_ not in guide.model.menu:
            message = f"no menu entry leads to the article `{id_}`"
            span = guide.value_span("articles", index)
            yield Problem("unlinked-page", message, span, "add it to `menu`")


def _links(content: Content) -> Iterator[Problem]:
    known = page_addresses(content)
    for document, path, address in _all_links(content):
        page, _, anchor = address.partition("#")
        span = document.value_span(*path)
        if page not in known:
            if not _is_broken(content, page):
                yield _unknown_address(page, known, span)
        elif anchor and anchor not in known[page]:
            message = f"`{page}` has no heading `{anchor}`"
            yield Problem("unknown-heading", message, span, did_you_mean(anchor, known[page]))


def _unlinked_steps(content: Content) -> Iterator[Problem]:
    """The order of the steps chains them; the last one must lead on."""
    for id_, document in content.steps.items():
        links = document.model.links
        if id_ == content.guide.model.steps[-1] and not links:
            message = f"the last step, `{id_}`, leads nowhere"
            help_ = "add `links:` with the addresses to go on to"
            yield Problem("unlinked-step", message, document.value_span("id"), help_)


def _all_links(
    content: Content,
) -> Iterator[tuple[Document[Any], Path, str]]:
    for _, document in content.pages():
        page = document.model
        for index, address in enumerate(getattr(page, "links", ())):
            yield document, ("links", index), address
        for number, section in enumerate(page.sections):
            for index, address in enumerate(section.links):
                yield document, ("sections", number, "links", index), address


def _unknown_address(page: str, known: Iterable[str], span: Span) -> Problem:
    folder, _, id_ = page.rpartition("/")
    one = {"steps": "step", "positions": "position"}.get(folder, "page")
    near = [address.rpartition("/")[2] for address in known if address.rpartition("/")[0] == folder]
    name = id_ if folder else page
    return Problem(f"unknown-{one}", f"no {one} is called `{name}`", span, did_you_mean(name, near))


def _is_broken(content: Content, address: str) -> bool:
    return address in content.broken or f"explanation/{address}" in content.broken


def _sections(content: Content) -> Iterator[Problem]:
    for _, document in content.pages():
        seen: dict[str, int] = {}
        for index, section in enumerate(document.model.sections):
            yield from _reused(document, ("sections", index), section.id, seen, "section")
            lines: dict[str, int] = {}
            for number, line in enumerate(section.lines):
                place = ("sections", index, "lines", number)
                if line.id == "heading":
                    span = document.value_span(*place, "id")
                    help_ = "choose another id: `heading` is the heading of the section"
                    yield Problem("reused-id", "no line can be called `heading`", span, help_)
                yield from _reused(document, place, line.id, lines, "line")


def _claims_and_sources(content: Content) -> Iterator[Problem]:
    claims = [claim.id for claim in content.evidence.model.claims]
    sources = [source.id for source in content.sources.model.sources]
    for _, document in content.pages():
        for index, section in enumerate(document.model.sections):
            at: Path = ("sections", index)
            named: Named = [((*at, "claims", n), id_) for n, id_ in enumerate(section.claims)]
            named += [
                ((*at, "lines", n, "claim"), line.claim)
                for n, line in enumerate(section.lines)
                if line.claim
            ]
            yield from _unknown(document, named, claims, "claim")
    lists: tuple[tuple[Document[Any], str], ...] = (
        (content.evidence, "claims"),
        (content.warnings, "signs"),
    )
    for file, field in lists:
        for index, entry in enumerate(getattr(file.model, field)):
            cited: Named = [
                ((field, index, "sources", n), id_) for n, id_ in enumerate(entry.sources)
            ]
            yield from _unknown(file, cited, sources, "source")


def _unknown(
    document: Document[Any],
    named: Named,
    known: list[str],
    one: str,
) -> Iterator[Problem]:
    for path, id_ in named:
        if id_ not in known:
            message = f"no {one} is called `{id_}`"
            span = document.value_span(*path)
            yield Problem(f"unknown-{one}", message, span, did_you_mean(id_, known))


def _reused_ids(content: Content) -> Iterator[Problem]:
    lists: tuple[tuple[Document[Any], str, str], ...] = (
        (content.warnings, "signs", "sign"),
        (content.emergency, "countries", "country"),
        (content.facts, "facts", "fact"),
        (content.evidence, "claims", "claim"),
        (content.sources, "sources", "source"),
    )
    for document, field, one in lists:
        seen: dict[str, int] = {}
        for index, entry in enumerate(getattr(document.model, field)):
            yield from _reused(document, (field, index), entry.id, seen, one)


def _reused(
    document: Document[Any], path: Path, id_: str, seen: dict[str, int], one: str
) -> Iterator[Problem]:
    span = document.value_span(*path, "id")
    if id_ in seen:
        help_ = f"first used on line {seen[id_]}; an id is never used again"
        yield Problem("reused-id", f"a second {one} is called `{id_}`", span, help_)
    seen.setdefault(id_, span.line)
