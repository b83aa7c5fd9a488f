"""The texts of one language: strings looked up along its fallbacks, numbers filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, cached_property

from . import formats
from .content import Content
from .model.locale import Locale
from .model.quantity import Quantity
from .placeholders import split
from .punctuation import Punctuation, punctuation
from .strings import Key, also_called_key
from .text import Piece, Text
from .translation import State, Translation


class Catalog:
    """Every text of the guide in one language."""

    def __init__(self, content: Content, chain: Sequence[Translation]) -> None:
        """`chain` is the language itself, then those it falls back to; the source is the last."""
        self.content = content
        self.translation = chain[0]
        self.source = chain[-1]
        self._chain = chain
        self.text_at = cache(self._text_at)

    @property
    def locale(self) -> Locale:
        """The language."""
        return self.translation.locale

    @property
    def locales(self) -> list[Locale]:
        """The language, and those that stand in for it where a string is missing."""
        return [link.locale for link in self._chain]

    @cached_property
    def of_source(self) -> Catalog:
        """The same texts in the source language."""
        return Catalog(self.content, [self.source])

    def text(self, *key: str, **values: object) -> Text:
        """The string at `key`, with quantities and the given values in their places."""
        return self._text_at(key, **values) if values else self.text_at(key)

    def t(self, name: str, **values: object) -> Text:
        """The same for templates, by dotted name: `t("ui.step-of", n=1, total=3)`."""
        return self.text(*name.split("."), **values)

    def state(self, key: Key) -> State:
        """How the string at `key` stands to its source."""
        return self.translation.states[key]

    def quantity(self, value: Quantity) -> str:
        """A quantity in the words of this language."""
        return self._quantity_in(self.translation, value)

    def day(self, value: date) -> str:
        """A date in the words of this language."""
        return formats.day(value, self.locale)

    @property
    def punctuation(self) -> Punctuation:
        """The marks that stand between words in this language."""
        return punctuation(self.locale)

    @property
    def separator(self) -> str:
        """What stands between the parts of a list."""
        return formats.separator(self.locale)

    def also_called(self, address: str) -> str:
        """What people say for a page or a heading, `; ` between. Nobody says it in the source's
        words: where the language and its kin have none there are none."""
        key = also_called_key(address)
        own = self._chain[:1] if self._chain[0] is self.source else self._chain[:-1]
        return next((link.written[key] for link in own if link.written.get(key)), "")

    def _text_at(self, key: Key, **values: object) -> Text:
        found = next(
            (link for link in self._chain if link.states.get(key) not in {None, State.MISSING}),
            self.source,
        )
        is_stale = found.states[key] is State.STALE
        is_safe_alone = not found.uses[key].safety or found is self.source
        unsure = is_stale or found is not self.translation
        return Text(
            pieces=tuple(self._pieces(found, found.written[key], values)),
            lang=found.locale.tag,
            direction=found.locale.direction,
            page_lang=self.locale.tag,
            is_stale=is_stale,
            beside=self._source_text(key, values) if unsure and not is_safe_alone else None,
        )

    def source_text(self, *key: str, **values: object) -> Text:
        """The string at `key` in the source language."""
        return self._source_text(key, values)

    def _source_text(self, key: Key, values: dict[str, object]) -> Text:
        locale = self.source.locale
        pieces = self._pieces(self.source, self.translation.source_text(key), values)
        return Text(tuple(pieces), locale.tag, locale.direction, self.locale.tag)

    @cached_property
    def _quantities(self) -> dict[str, Quantity]:
        return {
            f"{owner}.{name}": value
            for owner, named in self.content.quantities().items()
            for name, value in named.items()
        }

    def _quantity_in(self, language: Translation, value: Quantity) -> str:
        """In the words of a link of the chain: a sentence and its numbers are of one language."""

        def pattern(name: str, category: str) -> str:
            key = ("units", name, category)
            usable = language.states.get(key) not in {None, State.MISSING}
            return language.written[key] if usable else language.source_text(key)

        return formats.quantity(value, language.locale, pattern)

    def _pieces(self, language: Translation, raw: str, values: dict[str, object]) -> list[Piece]:
        isolate = language.locale.direction == "rtl"
        pieces = []
        for piece, name in split(raw):
            if name is None:
                pieces.append(Piece(piece))
            elif name in self._quantities:
                words = self._quantity_in(language, self._quantities[name])
                pieces.append(Piece(words, True, isolate))
            else:
                pieces.append(Piece(str(values[name]), True, isolate))
        return pieces
