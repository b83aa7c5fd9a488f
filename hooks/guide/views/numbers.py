"""Emergency numbers: by country for those who choose one, else grouped by number."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from ..catalog import Catalog
from ..model.emergency import Country, Number
from ..plurals import babel_locale
from ..text import Text


@dataclass(frozen=True)
class NumberView:
    """One number of one country."""

    tel: str
    is_confirmed: bool
    area: Text | None


@dataclass(frozen=True)
class CountryView:
    """One country and its numbers."""

    id: str
    name: str
    numbers: list[NumberView]
    speaks_page_language: bool


@dataclass(frozen=True)
class NumberGroup:
    """One number, and the countries where it is answered."""

    tel: str
    countries: list[tuple[CountryView, NumberView]]


def countries(catalog: Catalog) -> list[CountryView]:
    """Every country, those that speak the page's language first, by name."""
    language = catalog.locale.tag.partition("-")[0]
    views = [_country(catalog, entry, language) for entry in _entries(catalog)]
    return sorted(views, key=_own_first)


def groups(catalog: Catalog, *, confirmed: bool) -> list[NumberGroup]:
    """The numbers that are confirmed, or those that are not, each with its countries.

    First those of countries where the page's language is spoken.
    """
    found: dict[str, list[tuple[CountryView, NumberView]]] = {}
    for country in countries(catalog):
        for number in country.numbers:
            if number.is_confirmed is confirmed:
                found.setdefault(number.tel, []).append((country, number))
    return [
        NumberGroup(tel, entries)
        for tel, entries in sorted(found.items(), key=lambda item: _most_own(*item))
    ]


def _own_first(country: CountryView) -> tuple[bool, str]:
    return (not country.speaks_page_language, _in_order(country.name))


def _most_own(tel: str, entries: list[tuple[CountryView, NumberView]]) -> tuple[int, int, str]:
    own = sum(country.speaks_page_language for country, _ in entries)
    return (-own, -len(entries), tel)


def _in_order(name: str) -> str:
    """A name without its accents: Österreich stands at O."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def last_checked(catalog: Catalog) -> date:
    """The oldest of the dates on which the numbers were checked."""
    return min(entry.checked for entry in _entries(catalog))


def _entries(catalog: Catalog) -> tuple[Country, ...]:
    return catalog.content.emergency.model.countries


def _country(catalog: Catalog, entry: Country, language: str) -> CountryView:
    name = babel_locale(catalog.locale.tag).territories.get(entry.id, entry.id)
    numbers = [_number(catalog, number) for number in entry.numbers]
    spoken = {tag.partition("-")[0] for tag in entry.languages}
    return CountryView(entry.id, name, numbers, language in spoken)


def _number(catalog: Catalog, number: Number) -> NumberView:
    area = catalog.text("areas", number.area) if number.area else None
    return NumberView(number.tel, number.confirmed, area)
