"""The fonts of the PDFs: which one a language is set in, and which characters it has."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst
import yaml
from babel.core import get_global
from fontTools.ttLib import TTFont

from .plurals import babel_locale

FOLDER = Path(__file__).parents[1] / "fonts"
_EVERYWHERE = "Latn"
"""The script whose font also sets addresses, numbers, and names in other scripts."""


@dataclass(frozen=True)
class Face:
    """A font for some scripts."""

    scripts: tuple[str, ...]
    file: str
    """Its files are called `<file>-Regular.ttf` and `<file>-Bold.ttf`."""
    family: str
    widths: tuple[float, ...]
    """The widths that it comes in, in percent, from wide to narrow."""
    line: tuple[float, float]
    """How tall a line is above and below the baseline, in em."""
    features: tuple[str, ...]
    """OpenType features that it is set with."""
    unprinted: str
    """Marks that are left out, as adults write: with them the text of a PDF could not be copied."""

    def printed(self, text: str) -> str:
        """The text as it is set."""
        return text.translate(dict.fromkeys(map(ord, self.unprinted)))

    @property
    def characters(self) -> frozenset[int]:
        """Every character that it can show."""
        return _characters(self.file)


@cache
def faces() -> tuple[Face, ...]:
    """All fonts."""
    listed = yaml.safe_load((FOLDER / "fonts.yml").read_text("utf-8"))
    return tuple(
        Face(
            scripts=tuple(one["scripts"]),
            file=one["file"],
            family=one["family"],
            widths=tuple(one.get("widths", [100])),
            line=tuple(one["line"]),
            features=tuple(one.get("features", [])),
            unprinted=one.get("unprinted", ""),
        )
        for one in listed
    )


def latin() -> Face:
    """The font of Latin, which stands in every sheet."""
    face = _face(_EVERYWHERE)
    assert face is not None, "fonts.yml has a font for Latin"
    return face


@cache
def face_of(tag: str) -> Face | None:
    """The font of a language; None if there is none for its script."""
    return _face(script(tag))


def script(tag: str) -> str:
    """The script that a language is written in: `Arab` for `ar`, `Hans` for `zh-Hans`."""
    named = next((part for part in tag.split("-")[1:] if len(part) == 4), None)
    return named or _likely(tag, length=4) or _EVERYWHERE


def region(tag: str) -> str | None:
    """The region of a tag; one that stands for its script where it names that: `CN` for `zh-Hans`.

    A PDF can say the region of a language, and not its script.
    """
    locale = babel_locale(tag)
    if locale.territory or not locale.script:
        return locale.territory
    return _likely(tag, length=2)


def _likely(tag: str, length: int) -> str | None:
    """The part of that length in the full form of a tag: `zh_Hans` is most likely `zh_Hans_CN`."""
    likely = get_global("likely_subtags")
    whole = likely.get(tag.replace("-", "_")) or likely.get(tag.partition("-")[0], "")
    return next((part for part in str(whole).split("_")[1:] if len(part) == length), None)


@cache
def for_typst() -> typst.Fonts:
    """Ours and no others: what Typst sets looks the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )


def missing(text: str, face: Face) -> list[int]:
    """Where in a text a character stands that neither the font nor that of Latin has."""
    unknown = {*map(ord, text)} - face.characters - latin().characters
    return [
        index for index, char in enumerate(text) if ord(char) in unknown and not _is_invisible(char)
    ]


def _is_invisible(char: str) -> bool:
    return char == "\n" or unicodedata.category(char) == "Cf"


def _face(script: str) -> Face | None:
    return next((face for face in faces() if script in face.scripts), None)


@cache
def _characters(file: str) -> frozenset[int]:
    with TTFont(FOLDER / f"{file}-Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())
