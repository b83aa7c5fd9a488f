"""The ready-made PDFs of the card, as its page links them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..card_formats import Layout, formats
from ..catalog import Catalog


@dataclass(frozen=True)
class CardFile:
    """One PDF."""

    kind: Layout
    paper: str
    """As people call it."""
    link: str
    tag: str
    other: str = ""
    """The name of the second language, if it has one."""


def card_files(
    catalog: Catalog, all_: Iterable[Catalog], printed: Collection[str], root: str
) -> list[CardFile]:
    """The files in a language. The page of the source links the bilingual ones of all others.

    `printed` are the tags of the languages that have PDFs.
    """
    own, source = catalog.locale, catalog.source.locale
    if own.tag not in printed:
        return []
    found = [
        CardFile(one.layout, one.paper.label, f"{one.name}.pdf", own.tag)
        for one in formats(catalog)
        if one.layout is not Layout.BILINGUAL
    ]
    paired = [catalog] if own != source else [one for one in all_ if one.locale.tag in printed]
    if source.tag in printed:
        found += [
            CardFile(
                one.layout,
                one.paper.label,
                f"{root}{pair.locale.tag}/card/{one.name}.pdf",
                pair.locale.tag,
                source.name if pair is catalog else pair.locale.name,
            )
            for pair in paired
            for one in formats(pair)
            if one.layout is Layout.BILINGUAL
        ]
    return found
