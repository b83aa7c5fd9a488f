"""The marks that templates set between words, as each language writes them."""

from __future__ import annotations

from dataclasses import dataclass

from .model.locale import Locale


@dataclass(frozen=True)
class Punctuation:
    """Marks with the spaces that belong to them."""

    colon: str = ": "
    semicolon: str = "; "
    stop: str = "."
    opening: str = " ("
    """Of a bracket, after a word."""
    closing: str = ")"


_FULL_WIDTH = Punctuation("：", "；", "。", "（", "）")
_ARABIC = Punctuation(semicolon="؛ ")
_DANDA = Punctuation(stop="।")
_OWN = {
    "fr": Punctuation(colon="\u00a0: ", semicolon="\u202f; "),
    "zh": _FULL_WIDTH,
    "ja": _FULL_WIDTH,
    "ar": _ARABIC,
    "fa": _ARABIC,
    "ur": _ARABIC,
    "hi": _DANDA,
    "mr": _DANDA,
    "ne": _DANDA,
    "bn": _DANDA,
}
"""By the language of a tag. All others write as English does."""


def punctuation(locale: Locale) -> Punctuation:
    """The marks of a language."""
    return _OWN.get(locale.tag.partition("-")[0], Punctuation())
