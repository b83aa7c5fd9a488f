"""The search index of one language: what its pages say, and what people say for it.

It is plain text. The engine in the browser takes it and the query apart in one and the same way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .addresses import folder_of
from .model.warning import Urgency
from .strings import SEARCH_SAYS
from .views.evidence import claim_views
from .views.numbers import CountryView, NumberView, countries
from .views.page import Page
from .views.signs import sign_groups

_SUBJECT = "home"
"""What people say for this page names what the whole guide is about: any other word says more."""
_ARTICLE_WORTH = 0.9
_CLAIM_WORTH = 0.5
"""First aid comes before its reasons, and these before what they rest on."""
_SIGN_WORTH = {Urgency.EMERGENCY: 1.35, Urgency.URGENT: 1.2, Urgency.CHILD: 1.1}
_NUMBERS_WORTH = 1.05
"""Warning signs and the numbers to call come first when the words call for them."""


@dataclass(frozen=True)
class Part:
    """The head of a page, or one of its sections."""

    anchor: str
    """Empty for the head."""
    heading: str
    lines: list[str] = field(default_factory=list)
    """One sentence or two each: a result shows the one that matches."""
    said: str = ""
    """What people say for it: found, and never shown."""
    worth: float = 1
    minutes: str = ""
    """How long to do it for, at a glance."""

    def row(self) -> list[object]:
        """As the engine reads it."""
        return [self.anchor, self.heading, self.lines, self.said, self.worth, self.minutes]


def as_script(pages: Iterable[Page]) -> str:
    """The index as a script, so that it also loads from `file://`, where nothing can be fetched."""
    pages = list(pages)
    catalog, locale = pages[0].catalog, pages[0].catalog.locale
    index = {
        "says": {name: str(catalog.t(f"ui.search-{name}")) for name in SEARCH_SAYS},
        "start": [*_start(pages)],
        "little": locale.little_words,
        "prefixes": locale.word_prefixes,
        "pages": [_page(page) for page in pages],
    }
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"globalThis.guideSearchIndex={safe};\n"


def _start(pages: list[Page]) -> Iterator[tuple[str, str, str]]:
    """The way to first aid, for whoever has found nothing: the warning signs, and each step."""
    for page in pages:
        if page.address == "help":
            yield folder_of(page.address), str(page.short), str(page.lead)
    for page in pages:
        if page.is_step:
            yield folder_of(page.address), str(page.title), str(page.lead)


def _page(page: Page) -> dict[str, object]:
    return {
        "link": folder_of(page.address),
        "title": str(page.title),
        "subject": page.address == _SUBJECT,
        "parts": [part.row() for part in _parts(page)],
    }


def _parts(page: Page) -> Iterator[Part]:
    catalog = page.catalog
    worth = _ARTICLE_WORTH if page.address in page.content.guide.model.articles else 1
    times = page.key_times
    first = next(iter(times.values()), "")
    yield Part("", "", [str(page.lead)], catalog.also_called(page.address), worth, first)
    for section in page.sections:
        yield Part(
            section.id,
            str(section.heading),
            [str(line.text) for line in section.lines],
            catalog.also_called(f"{page.address}#{section.id}"),
            worth,
            times.get(section.id, ""),
        )
    if page.address == "help":
        for group in sign_groups(catalog):
            yield Part(
                group.urgency,
                str(group.heading),
                [str(sign.text) for sign in group.signs],
                catalog.also_called(f"{page.address}#{group.urgency}"),
                _SIGN_WORTH.get(group.urgency, 1),
            )
        yield Part(
            "numbers",
            str(catalog.text("pages", "help", "numbers")),
            [_numbers(page, country) for country in countries(catalog)],
            catalog.also_called(f"{page.address}#numbers"),
            _NUMBERS_WORTH,
        )
    if page.address == "evidence":
        for claim in claim_views(catalog):
            yield Part(claim.id, str(claim.says), [str(claim.label)], "", _CLAIM_WORTH)


def _numbers(page: Page, country: CountryView) -> str:
    """`France · 112, 15`: what is not confirmed says so."""
    numbers = page.catalog.separator.join(_number(page, number) for number in country.numbers)
    return f"{country.name} · {numbers}"


def _number(page: Page, number: NumberView) -> str:
    notes = [number.area] if number.area else []
    if not number.is_confirmed:
        notes.append(page.catalog.text("emergency", "local"))
    return f"{number.tel} ({page.catalog.separator.join(map(str, notes))})" if notes else number.tel
