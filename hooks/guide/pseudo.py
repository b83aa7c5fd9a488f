"""Pseudo-locales: made from the source, to see what is not translated and what does not fit.

`en-XA` puts accents on letters, brackets around strings and a third more length into them; `ar-XB`
turns English round, so that the layout runs from right to left. Named as in UTS 35.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .model.locale import Locale
from .placeholders import split

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)
_PADDING = "·one·two·three·four·five·six·seven·eight·nine·ten" * 12
_LONGER = 0.35
_RLM, _RLO, _PDF = "\u200f", "\u202e", "\u202c"

LOCALES = (
    Locale(tag="en-XA", name="[Þšéûđö]", direction="ltr"),
    Locale(tag="ar-XB", name="\u202eoduesP\u202c", direction="rtl"),
)


def _accented(text: str) -> str:
    changed = "".join(piece if name else piece.translate(_ACCENTS) for piece, name in split(text))
    return f"[{changed}{_PADDING[: round(len(text) * _LONGER)]}]"


def _turned(text: str) -> str:
    return "".join(
        piece
        if name
        else " ".join(
            f"{_RLM}{_RLO}{word}{_PDF}{_RLM}" if word else "" for word in piece.split(" ")
        )
        for piece, name in split(text)
    )


_WAYS: dict[str, Callable[[str], str]] = {"en-XA": _accented, "ar-XB": _turned}


def strings(tag: str, source: Mapping[tuple[str, ...], str]) -> dict[tuple[str, ...], str]:
    """The strings of a pseudo-locale. Placeholders stay as they are."""
    return {key: _WAYS[tag](text) for key, text in source.items()}
