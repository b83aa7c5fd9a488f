"""A string as it is shown: its words, and the language that they really are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


class Status(StrEnum):
    """How a string of a translation stands to its source."""

    SOURCE = "source"
    MISSING = "missing"


@dataclass(frozen=True)
class Piece:
    """A stretch of a text. A filled-in value is isolated where text runs from right to left."""

    value: str
    isolated: bool = False


@dataclass(frozen=True)
class Text:
    """One string, filled in."""

    pieces: tuple[Piece, ...]
    lang: str
    """The language of the words."""
    direction: str
    page_lang: str
    """The language of the page around them."""
    status: Status = Status.SOURCE

    def __str__(self) -> str:
        """The words for places without markup: titles, attributes, the search index."""
        return "".join(
            f"{FIRST_STRONG_ISOLATE}{piece.value}{POP_ISOLATE}" if piece.isolated else piece.value
            for piece in self.pieces
        )

    def __html__(self) -> Markup:
        """The words escaped, marked with their language where it is not the page's."""
        inner = Markup("").join(
            Markup("<bdi>{}</bdi>").format(piece.value) if piece.isolated else escape(piece.value)
            for piece in self.pieces
        )
        if self.lang == self.page_lang:
            return inner
        return Markup('<span lang="{}" dir="{}">{}</span>').format(self.lang, self.direction, inner)
