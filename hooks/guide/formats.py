"""Numbers, quantities and dates as a language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from .model.locale import Digits, Locale
from .model.quantity import Quantity, Unit
from .placeholders import fill
from .plurals import babel_locale, category

_ZEROS: dict[Digits, int] = {
    "latn": 0x30, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "gujr": 0xAE6,
    "khmr": 0x17E0, "laoo": 0xED0, "mymr": 0x1040, "tamldec": 0xBE6, "telu": 0xC66, "thai": 0xE50,
}  # fmt: skip
"""The zero of each numbering system. Babel writes Latin digits only."""


_SHORT_YEAR = re.compile(r"\s[гр]\.$")
"""The short word for "year" in Russian and its like: its full stop would be one too many."""


def number(value: int, locale: Locale) -> str:
    """A whole number with the language's own grouping and digits: `1,117`."""
    data = babel_locale(locale.tag)
    system = locale.digits if locale.digits in data.number_symbols else "latn"
    return _in_digits(format_decimal(value, locale=data, numbering_system=system), locale)


def day(value: date, locale: Locale) -> str:
    """A date in words: `November 23, 2026`."""
    written = format_date(value, format="long", locale=babel_locale(locale.tag))
    return _in_digits(_SHORT_YEAR.sub("", written), locale)


def separator(locale: Locale) -> str:
    """What stands between the parts of a list: a comma and a space, or `、`."""
    middle = babel_locale(locale.tag).list_patterns["standard"]["middle"]
    return str(middle).replace("{0}", "").replace("{1}", "")


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


def _in_digits(written: str, locale: Locale) -> str:
    zero = _ZEROS[locale.digits]
    return written.translate({ord("0") + digit: zero + digit for digit in range(10)})
