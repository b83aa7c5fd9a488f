"""The registry of languages."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Model, Words

Tag = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$")
]
"""A BCP 47 tag as it stands in addresses: `en`, `pt-BR`, `zh-Hans`, `es-419`."""

Digits = Literal[
    "latn", "arab", "arabext", "beng", "deva", "gujr", "khmr", "laoo", "mymr", "tamldec", "telu",
    "thai",
]  # fmt: skip
"""A CLDR numbering system."""


class Locale(Model):
    """One language of the guide."""

    tag: Tag
    """As it stands in addresses: `pt-BR`."""
    name: Words
    """Its name in itself."""
    direction: Literal["ltr", "rtl"]
    """Which way it is read."""
    digits: Digits = "latn"
    """The digits of minutes and dates. Phone numbers keep their own."""
    fallback: tuple[Tag, ...] = Field(default=(), strict=False)
    """Languages to fall back to, string by string, before the source language."""
    little_words: str = ""
    """Words that tell the search little, such as "the" and "my", with blanks between."""
    word_prefixes: str = ""
    """What the language writes onto the front of words, such as its "the" and "in"."""


class Locales(Model):
    """`locales.yml`. The first locale is the source of all others."""

    locales: tuple[Locale, ...] = Field(strict=False, min_length=1)
    """The source language first."""

    @property
    def source(self) -> Locale:
        """The language that the others are translated from."""
        return self.locales[0]

    def needed(self, wanted: Collection[str] = ()) -> set[str]:
        """The languages that show those: what they fall back to, and the source, are among them.

        None wanted by name means all.
        """
        return {
            tag
            for locale in self.locales
            if not wanted or locale.tag in wanted or locale is self.source
            for tag in (locale.tag, *locale.fallback)
        }
