"""The PDFs of the card. Their names are addresses, which stand on paper: they stay."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .catalog import Catalog
from .model.card import Extent


class Paper(StrEnum):
    """What it is printed on."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def label(self) -> str:
        """As people call it."""
        return {Paper.A4: "A4", Paper.LETTER: "Letter"}[self]


class Layout(StrEnum):
    """How a sheet is set: each has a template of this name."""

    POSTER = "poster"
    LARGE_PRINT = "large-print"
    WALLET = "wallet"
    BILINGUAL = "bilingual"
    """The language beside that of the source."""


@dataclass(frozen=True)
class Format:
    """One PDF that there is in a language."""

    layout: Layout
    paper: Paper
    name: str
    """Its file without the ending: `large-print-a4`."""

    @property
    def extent(self) -> Extent:
        """How much of the card it carries."""
        return Extent.WALLET if self.layout is Layout.WALLET else Extent.FULL

    @property
    def pages(self) -> int:
        """As many pages as it may have."""
        return {Layout.LARGE_PRINT: 4, Layout.BILINGUAL: 2}.get(self.layout, 1)


def formats(catalog: Catalog) -> list[Format]:
    """What there is in that language. Beside itself the source needs no second language."""
    source = catalog.source.locale.tag
    prefixes = {Layout.POSTER: "", Layout.LARGE_PRINT: "large-print-", Layout.WALLET: "wallet-"}
    if not catalog.translation.is_source:
        prefixes[Layout.BILINGUAL] = f"bilingual-{source}-"
    return [
        Format(layout, paper, f"{prefix}{paper}")
        for layout, prefix in prefixes.items()
        for paper in Paper
    ]
