"""Everything that is named exists, and each id is used once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..addresses import page_addresses
from ..content import Content
from ..document import Document
from ..plurals import babel_locale
from ..problems import Problem, Severity, Span, did_you_mean

Path = tuple[str | int, ...]
"""The keys and positions that lead to a value in a file."""
Named = list[tuple[Path, str]]
"""Where a name stands, and the name."""

_NO_COUNTRIES = {"EZ", "QO", "UN", "XA", "XB", "ZZ"}
"""Codes that CLDR names beside those of countries."""


def check(content: Content) -> list[Problem]:
    """Unknown and reused names, in every file."""
    return [
        *_links(content),
        *_sections(content),
        *_claims_and_sources(content),
        *_countries_and_languages(content),
        *_reused_ids(content),
        *_reused_owners(content),
    ]


def _links(content: Content) -> Iterator[Problem]:
    known = page_addresses(content)
    for document, path, address in _all_links(content):
        page, _, anchor = address.partition("#")
        span = document.value_span(*path)
        if page not in known:
            if page not in content.broken and f"explanation/{page}" not in content.broken:
                yield _unknown_address(page, known, span)
        elif anchor and anchor not in known[page]:
            message = f"`{page}` has no heading `{anchor}`"
            yield Problem("unknown-heading", message, span, did_you_mean(anchor, known[page]))


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
    for number, screen in enumerate(content.now.model.screens):
        yield content.now, ("screens", number, "page"), screen.page
        for index, address in enumerate(screen.links):
            yield content.now, ("screens", number, "links", index), address


def _unknown_address(page: str, known: Iterable[str], span: Span) -> Problem:
    folder, _, id_ = page.rpartition("/")
    one = {"steps": "step", "positions": "position"}.get(folder)
    if one is None:
        return Problem(
            "unknown-page", f"no page is called `{page}`", span, did_you_mean(page, known)
        )
    near = [address.rpartition("/")[2] for address in known if address.startswith(f"{folder}/")]
    return Problem(f"unknown-{one}", f"no {one} is called `{id_}`", span, did_you_mean(id_, near))


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


def _countries_and_languages(content: Content) -> Iterator[Problem]:
    """Codes that nobody has given to a country or a language. `EU` is one, by agreement."""
    names = babel_locale("en")
    file = content.emergency
    for index, country in enumerate(file.model.countries):
        if country.id not in names.territories or country.id in _NO_COUNTRIES:
            message = f"no country has the code `{country.id}`"
            span = file.value_span("countries", index, "id")
            help_ = "use its two letters from ISO 3166-1, such as `DE`"
            yield Problem("unknown-country", message, span, help_)
        for number, tag in enumerate(country.languages):
            if tag.partition("-")[0] not in names.languages:
                span = file.value_span("countries", index, "languages", number)
                yield _unknown_language(tag, span)
    for index, locale in enumerate(content.locales.model.locales):
        if locale.tag.partition("-")[0] not in names.languages:
            message = f"nothing is known of the language `{locale.tag}`"
            span = content.locales.value_span("locales", index, "tag")
            help_ = "its plurals and dates follow English; if the tag is misspelt, mend it"
            yield Problem("unknown-language", message, span, help_, Severity.WARNING)


def _unknown_language(tag: str, span: Span) -> Problem:
    help_ = "use its BCP 47 tag, such as `en` or `pt-BR`"
    return Problem("unknown-language", f"no language has the tag `{tag}`", span, help_)


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
        (content.changes, "changes", "change"),
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


def _reused_owners(content: Content) -> Iterator[Problem]:
    """Strings name a number by its owner: `{ice.time}` must be of one page, claim or list."""
    owners: list[tuple[Document[Any], Path, str]] = [
        (document, ("id",), document.model.id) for _, document in content.pages()
    ]
    owners += [
        (content.evidence, ("claims", index, "id"), claim.id)
        for index, claim in enumerate(content.evidence.model.claims)
    ]
    first = {"warnings": content.warnings.path}
    for document, path, id_ in owners:
        if first.setdefault(id_, document.path) != document.path:
            message = f"`{first[id_]}` has the name `{id_}` already"
            help_ = "choose another id: strings name numbers by it"
            yield Problem("reused-id", message, document.value_span(*path), help_)
