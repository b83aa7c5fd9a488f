"""The headings of a page, for its table of contents, for the list of topics, and for links."""

from __future__ import annotations

from dataclasses import dataclass

from .text import Text
from .views.page import Page
from .views.signs import sign_groups


@dataclass(frozen=True)
class Heading:
    """A heading of the second level and its anchor."""

    id: str
    title: Text


def headings_of(page: Page) -> list[Heading]:
    """The headings of a page in order."""
    if page.address == "help":
        found = [Heading(str(group.urgency), group.heading) for group in sign_groups(page.catalog)]
        return [*found, Heading("numbers", page.catalog.text("pages", "help", "numbers"))]
    if page.address == "evidence":
        names = ("claims", "sources")
        return [Heading(name, page.catalog.text("pages", "evidence", name)) for name in names]
    return [Heading(section.id, section.heading) for section in page.sections]
