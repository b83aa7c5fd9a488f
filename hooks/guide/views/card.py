"""The page of the card: the sheet to print, the cards of the pack, and the files to download."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.card import Extent
from .figures import FigureView, figure_views
from .numbers import CountryView, countries
from .page import Page
from .paper import body_size
from .sheet import Sheet
from .sheet_builder import sheet
from .versions import VersionView, versions


@dataclass(frozen=True)
class CardPage:
    """Everything that the page shows."""

    sheet: Sheet
    figures: Mapping[str, FigureView]
    """The pictures of the whole card by their id."""
    pack: list[Page]
    """The pages that are cards of their own."""
    countries: list[CountryView]
    versions: list[VersionView]
    body: float
    """The size of the words of the whole card in points, for browsers without the script."""


def card_page(page: Page, site_url: str) -> CardPage:
    """The page of the card in one language, for the site at that address."""
    whole = sheet(page.catalog, Extent.FULL, site_url)
    ids = [shown.figure for step in whole.steps for shown in step.pictures]
    figures = {view.id: view for view in figure_views(page.catalog, "card", ids)}
    return CardPage(
        sheet=whole,
        figures=figures,
        pack=[
            Page(page.catalog, address)
            for address, _ in page.content.pages()
            if address.partition("/")[0] in {"steps", "positions"}
        ],
        countries=countries(page.catalog),
        versions=versions(page.catalog),
        body=body_size(whole, figures),
    )
