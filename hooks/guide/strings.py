"""Which strings the guide needs, worked out from its structure and its templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .addresses import SINGLE_PAGES, page_addresses
from .content import Content
from .document import Document
from .model.position import Position
from .model.quantity import Quantity, Unit
from .model.section import Article, Section
from .model.warning import Urgency
from .plurals import categories
from .problems import Span
from .templates import TemplateString, template_strings

Key = tuple[str, ...]
"""The names that lead to a string: `("steps", "ice", "title")`."""

FLOW_WORDS = 15
"""The longest sentence for someone in pain, in English words."""
PROSE_WORDS = 20
"""The longest sentence elsewhere."""


@dataclass(frozen=True)
class StringUse:
    """One string that must be there, and why."""

    key: Key
    needed_at: Span | None = None
    """The line of the structure that asks for it; None where a template does."""
    safety: bool = False
    """It is never shown stale or missing without its source beside it."""
    words: int | None = PROSE_WORDS
    """The longest sentence that it may contain, in English words; None where it has none."""
    fills: frozenset[str] | None = None
    """The placeholders that it must hold; None where it may name any quantity."""

    @property
    def name(self) -> str:
        """The key as it is written in messages: `steps.ice.title`."""
        return ".".join(self.key)


def string_uses(content: Content, source_tag: str) -> dict[Key, StringUse]:
    """Every string of the guide by its key."""
    uses: dict[Key, StringUse] = {}
    for use in _all(content, source_tag):
        key = tuple(str(name) for name in use.key)
        uses.setdefault(key, replace(use, key=key))
    return uses


def _all(content: Content, source_tag: str) -> Iterator[StringUse]:
    yield from map(_of_template, template_strings())
    for page in SINGLE_PAGES:
        for name in ("title", "short", "lead"):
            yield StringUse(("pages", page, name))
    yield from _pages(content)
    yield from _figures(content)
    yield from _signs(content)
    yield from _claims(content)
    yield from _states()
    yield from _changes(content)
    yield from _sheets()
    yield from _search()
    yield from _source_fields(content)
    yield from _areas(content)
    yield from _units(content, source_tag)
    yield from _also_called(content)
    yield from _glossary(content)


_ANSWERS_ABOUT_PAPER = {("pages", "card", name) for name in ("current", "changed", "unknown")}
"""Whoever misreads one of these goes by an old card."""


def _of_template(string: TemplateString) -> StringUse:
    on_the_floor = string.key[0] == "timer" or string.key[:2] == ("pages", "now")
    safety = (
        on_the_floor
        or string.key[0] == "emergency"
        or string.key[:2] == ("pages", "home")
        or string.key in _ANSWERS_ABOUT_PAPER
    )
    words = FLOW_WORDS if on_the_floor else PROSE_WORDS
    return StringUse(string.key, safety=safety, words=words, fills=string.fills)


def owner_key(address: str) -> Key:
    """Where the strings of the page at `address` stand: `why` has its own under `articles`."""
    return tuple(address.split("/")) if "/" in address else ("articles", address)


def _pages(content: Content) -> Iterator[StringUse]:
    for address, document in content.pages():
        owner = owner_key(address)
        words = PROSE_WORDS if owner[0] == "articles" else FLOW_WORDS
        span = document.value_span("id")
        yield StringUse((*owner, "title"), span, words=words)
        # The lead of a step may hold its limit: "not days".
        yield StringUse((*owner, "lead"), span, owner[0] == "steps", words)
        for index, section in enumerate(document.model.sections):
            yield from _section(document, owner, index, section, words)


def _section(
    document: Document[Article], owner: Key, index: int, section: Section, words: int
) -> Iterator[StringUse]:
    at = ("sections", index)
    key = (*owner, section.id)
    safety = section.kind.is_safety
    yield StringUse((*key, "heading"), document.value_span(*at, "id"), safety, words)
    for number, line in enumerate(section.lines):
        span = document.value_span(*at, "lines", number, "id")
        yield StringUse((*key, line.id), span, safety or line.safety, words)


def _figures(content: Content) -> Iterator[StringUse]:
    captioned = _captioned_figures(content)
    for id_, document in content.figures.items():
        for name in ("title", "desc", "caption") if id_ in captioned else ("title", "desc"):
            yield StringUse(("figures", id_, name), document.value_span("id"))


def _captioned_figures(content: Content) -> set[str]:
    """Those that stand somewhere without an action beside them."""
    found: set[str] = set()
    for _, document in content.pages():
        found.update(leading_figures(document))
        for section in document.model.sections:
            found.update(() if section.is_paired else section.figures)
    return found


def _signs(content: Content) -> Iterator[StringUse]:
    document = content.warnings
    for urgency in Urgency:
        for name in ("heading", "act", "short"):
            yield StringUse(("urgencies", urgency, name), None, True, FLOW_WORDS)
    for index, sign in enumerate(document.model.signs):
        span = document.value_span("signs", index, "id")
        yield StringUse(("signs", sign.id), span, True, FLOW_WORDS)


def _claims(content: Content) -> Iterator[StringUse]:
    document = content.evidence
    for grade in sorted({claim.grade for claim in document.model.claims}):
        yield StringUse(("grades", grade))
    for index, claim in enumerate(document.model.claims):
        span = document.value_span("claims", index, "id")
        for name in ("says", "label", "research"):
            yield StringUse(("claims", claim.id, name), span)


def _states() -> Iterator[StringUse]:
    for notice in ("machine", "unreviewed", "stale", "missing"):
        yield StringUse(("ui", f"notice-{notice}"))
    for state in ("missing", "stale", "unreviewed", "reviewed"):
        yield StringUse(("states", state))
    for state in ("draft", "listed", "reviewed"):
        yield StringUse(("publishing", state))


def _changes(content: Content) -> Iterator[StringUse]:
    for index, change in enumerate(content.changes.model.changes):
        span = content.changes.value_span("changes", index, "id")
        yield StringUse(("changes", change.id), span)


def _sheets() -> Iterator[StringUse]:
    """What sheets say beyond the lines that they share with the pages."""
    for name in ("my-number", "general", "scan", "no-address", "code", "fold", "more-signs"):
        yield StringUse(("card", name), words=FLOW_WORDS)
    # Named by templates of pages too, which may go without them one day: sheets may not.
    yield StringUse(("emergency", "waits"), safety=True)
    yield StringUse(("emergency", "or-local"), safety=True)


SEARCH_SAYS = ("count", "none", "nearby")
"""What the search says of what it has found: `ui.search-count` and so on."""


def _search() -> Iterator[StringUse]:
    for name in SEARCH_SAYS:
        yield StringUse(("ui", f"search-{name}"))


def _source_fields(content: Content) -> Iterator[StringUse]:
    for name in sorted({name for work in content.sources.model.sources for name in work.unseen}):
        yield StringUse(("pages", "evidence", f"field-{name}"))


def _areas(content: Content) -> Iterator[StringUse]:
    document = content.emergency
    for index, country in enumerate(document.model.countries):
        for number, entry in enumerate(country.numbers):
            if entry.area:
                span = document.value_span("countries", index, "numbers", number, "area")
                yield StringUse(("areas", entry.area), span, True)


def _units(content: Content, source_tag: str) -> Iterator[StringUse]:
    used: dict[str, Quantity] = {}
    for quantities in content.quantities().values():
        for quantity in quantities.values():
            if quantity.unit is not Unit.COUNT:
                used.setdefault(f"{quantity.unit}{'-range' if quantity.is_range else ''}", quantity)
    for name, quantity in sorted(used.items()):
        fills = frozenset({"from", "to"} if quantity.is_range else {"n"})
        for category in categories(source_tag):
            yield StringUse(("units", name, category), None, True, fills=fills)


def also_called_key(address: str) -> Key:
    """Where the words stand that people use for a page, or for one of its headings."""
    return ("also-called", re.sub("[/#]", "-", address))


def _also_called(content: Content) -> Iterator[StringUse]:
    """Every page has such words. A heading has some if the source gives it some."""
    source = content.strings.get(content.locales.model.source.tag)
    documents = dict(content.pages())
    for address, anchors in page_addresses(content).items():
        span = documents[address].value_span("id") if address in documents else None
        yield StringUse(also_called_key(address), span, words=None)
        for anchor in anchors:
            key = also_called_key(f"{address}#{anchor}")
            if source is not None and source.has(key):
                yield StringUse(key, span, words=None)


def _glossary(content: Content) -> Iterator[StringUse]:
    for index, term in enumerate(content.guide.model.glossary):
        span = content.guide.value_span("glossary", index)
        yield StringUse(("glossary", term), span, words=None)


def leading_figures(document: Document[Article]) -> tuple[str, ...]:
    """The pictures that stand at the head of a page, before its sections."""
    page = document.model
    if isinstance(page, Position):
        return page.figures
    figure = getattr(page, "figure", None)
    return (figure,) if figure else ()
