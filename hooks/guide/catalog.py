"""The texts of one language: strings looked up, numbers filled in."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from . import formats
from .content import Content
from .model.locale import Locale
from .model.quantity import Quantity
from .placeholders import split
from .text import Piece, Text
from .yaml_source import Located


class Catalog:
    """Every text of the guide in one language."""

    def __init__(self, content: Content, locale: Locale) -> None:
        self.content = content
        self.locale = locale
        self._strings: dict[tuple[str, ...], Located] = dict(content.strings[locale.tag].leaves())

    def text(self, *key: str, **values: object) -> Text:
        """The string at `key`, with quantities and the given values in their places."""
        return Text(
            pieces=tuple(self._pieces(self.raw(*key), values)),
            lang=self.locale.tag,
            direction=self.locale.direction,
            page_lang=self.locale.tag,
        )

    def t(self, name: str, **values: object) -> Text:
        """The same for templates, by dotted name: `t("ui.step-of", n=1, total=3)`."""
        return self.text(*name.split("."), **values)

    def raw(self, *key: str) -> str:
        """The string at `key` as it is written."""
        return str(self._strings[key].value)

    def quantity(self, value: Quantity) -> str:
        """A quantity in the words of this language."""
        return formats.quantity(value, self.locale.tag, lambda *key: self.raw("units", *key))

    def day(self, value: date) -> str:
        """A date in the words of this language."""
        return formats.day(value, self.locale.tag)

    def line_of(self, *key: str) -> int:
        """The line of the locale's file on which the strings under `key` begin."""
        return self.content.strings[self.locale.tag].at(key).mark.line

    @cached_property
    def _quantities(self) -> dict[str, Quantity]:
        return {
            f"{owner}.{name}": value
            for owner, named in self.content.quantities().items()
            for name, value in named.items()
        }

    def _pieces(self, raw: str, values: dict[str, object]) -> list[Piece]:
        isolate = self.locale.direction == "rtl"
        pieces = []
        for piece, name in split(raw):
            if name is None:
                pieces.append(Piece(piece))
            elif name in self._quantities:
                pieces.append(Piece(self.quantity(self._quantities[name]), isolate))
            else:
                pieces.append(Piece(str(values[name]), isolate))
        return pieces
