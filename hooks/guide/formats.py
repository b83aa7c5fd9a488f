"""Numbers, quantities and dates as a language writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from .model.quantity import Quantity, Unit
from .placeholders import fill
from .plurals import babel_locale, category


def number(value: int, tag: str) -> str:
    """A whole number with the language's own grouping: `1,117`."""
    return str(format_decimal(value, locale=babel_locale(tag)))


def day(value: date, tag: str) -> str:
    """A date in words: `November 23, 2026`."""
    return str(format_date(value, format="long", locale=babel_locale(tag)))


def quantity(value: Quantity, tag: str, pattern: Callable[[str, str], str]) -> str:
    """A quantity in the words of the language.

    `pattern(name, category)` gives the language's own pattern, such as `{from} to {to} minutes`
    for `minute-range` and `other`: word order and cases are the translator's.
    """
    if value.unit is Unit.COUNT:
        return number(value.highest, tag)
    name = f"{value.unit}-range" if value.is_range else str(value.unit)
    values = {
        "n": number(value.highest, tag),
        "from": number(value.lowest, tag),
        "to": number(value.highest, tag),
    }
    return fill(pattern(name, category(tag, value.highest)), values.__getitem__)
