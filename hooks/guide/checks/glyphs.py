"""Every character of a sheet can be printed: the fonts of the PDFs have it."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Content
from ..fonts import face_of, missing
from ..languages import catalogs
from ..model.card import Extent
from ..problems import Problem
from ..strings import Key
from ..views.sheet_builder import sheet


def check(content: Content) -> list[Problem]:
    """Characters that no font has, in every language that was read."""
    keys = _on_sheets(content, content.locales.model.source.tag)
    return [problem for tag in content.strings for problem in _in_language(content, tag, keys)]


def _on_sheets(content: Content, source: str) -> set[Key]:
    catalog = catalogs(content, [source])[source]
    return {key for extent in Extent for key in sheet(catalog, extent, "/").keys}


def _in_language(content: Content, tag: str, keys: set[Key]) -> Iterator[Problem]:
    face = face_of(tag)
    if face is None:
        return
    for key, leaf in content.strings[tag].leaves():
        if key in keys or key[0] == "units":
            text = str(leaf.value)
            for index in missing(text, face)[:1]:
                name, code = ".".join(key), f"U+{ord(text[index]):04X}"
                message = f"`{name}` has a character that no font of the sheets has: {code}"
                help_ = "write it in other letters, or vendor a font: `hooks/fonts/README.md`"
                span = leaf.part(index, index + 1)
                yield Problem("missing-glyph", message, span, help_)
