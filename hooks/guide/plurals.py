"""Plural categories by CLDR, through Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

ORDER = ("zero", "one", "two", "few", "many", "other")


@cache
def babel_locale(tag: str) -> Locale:
    """Babel's data for a BCP 47 tag; English where it knows nothing of the language."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def categories(tag: str) -> tuple[str, ...]:
    """The plural categories that the language tells apart: `("one", "other")`."""
    rules = babel_locale(tag).plural_form
    return tuple(name for name in ORDER if name in {*rules.rules, "other"})


def category(tag: str, number: int) -> str:
    """The category of one number: in English, 1 is `one` and 2 is `other`."""
    return str(babel_locale(tag).plural_form(number))
