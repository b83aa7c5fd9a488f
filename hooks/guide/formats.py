"""Numbers, quantities and dates as a language writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from .model.locale import Locale
from .model.quantity import Quantity, Unit
from .placeholders import fill
from .plurals import babel_locale, category


def number(value: int, locale: Locale) -> str:
    """A whole number with the language's own grouping and digits: `1,117`."""
    data = babel_locale(locale.tag)
    return str(format_decimal(value, locale=data, numbering_system=locale.digits))


def day(value: date, locale: Locale) -> str:
    """A date in words: `November 23, 2026`."""
    written = str(format_date(value, format="long", locale=babel_locale(locale.tag)))
    return "".join(number(int(char), locale) if char in "0123456789" else char for char in written)


def list_of(words: Sequence[str], locale: Locale) -> str:
    """Words as a list: `a, b, and c`."""
    return str(format_list(words, style="standard", locale=babel_locale(locale.tag)))


def quantity(value: Quantity, locale: Locale, pattern: Callable[[str, str], str]) -> str:
    """A quantity in the words of the language.

    `pattern(name, category)` gives the language's own pattern, such as `{from} to {to} minutes`
    for `minute-range` and `other`: word order and cases are the translator's.
    """
    if value.unit is Unit.COUNT:
        return number(value.highest, locale)
    name = f"{value.unit}-range" if value.is_range else str(value.unit)
    values = {
        "n": number(value.highest, locale),
        "from": number(value.lowest, locale),
        "to": number(value.highest, locale),
    }
    return fill(pattern(name, category(locale.tag, value.highest)), values.__getitem__)
