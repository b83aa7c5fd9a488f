"""A string as it is shown: its words, and the language that they really are."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from .model.locale import Locale

_ONE_LINE = 24
"""Letters that still fit on a line of a narrow screen."""

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True)
class Piece:
    """A stretch of a text."""

    value: str
    filled: bool = False
    """It is a value, such as a quantity or a date: a line does not break in it."""
    isolated: bool = False
    """It is a value, and the text around it runs from right to left."""

    @property
    def html(self) -> Markup:
        """The words escaped."""
        is_whole = self.filled and len(self.value) <= _ONE_LINE
        words = escape(self.value.replace(" ", "\u00a0") if is_whole else self.value)
        return Markup("<bdi>{}</bdi>").format(words) if self.isolated else words


@dataclass(frozen=True)
class Text:
    """One string, filled in."""

    pieces: tuple[Piece, ...]
    lang: str
    """The language of the words."""
    direction: str
    page_lang: str
    """The language of the page around them."""
    is_stale: bool = False
    """Its source has changed since it was translated."""
    beside: Text | None = None
    """The source text, which stands with a translation that may no longer be safe alone."""

    @classmethod
    def plain(cls, words: str, locale: Locale, page_lang: str) -> Text:
        """Words of that language with nothing to fill in."""
        return cls((Piece(words),), locale.tag, locale.direction, page_lang)

    def __str__(self) -> str:
        """The words for places without markup: titles, attributes, the search index."""
        if self.beside is None:
            return self.alone
        return f"{self.alone} ({FIRST_STRONG_ISOLATE}{self.beside}{POP_ISOLATE})"

    @property
    def alone(self) -> str:
        """The same without the source text. Who takes this shows `beside` in a place of its own."""
        return "".join(
            f"{FIRST_STRONG_ISOLATE}{piece.value}{POP_ISOLATE}" if piece.isolated else piece.value
            for piece in self.pieces
        )

    def __html__(self) -> Markup:
        """The words escaped, marked with their language where it is not the page's."""
        inner = Markup("").join(piece.html for piece in self.pieces)
        if self.lang != self.page_lang:
            pattern = '<span lang="{}" dir="{}">{}</span>'
            inner = Markup(pattern).format(self.lang, self.direction, inner)
        if self.is_stale:
            inner = Markup('<span class="g-stale">{}</span>').format(inner)
        if self.beside is not None:
            inner += Markup(' <span class="g-beside">{}</span>').format(self.beside)
        return inner
