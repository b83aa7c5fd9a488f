"""One page of one language, as its components see it."""

from __future__ import annotations

from functools import cached_property

from ..addresses import relative
from ..catalog import Catalog
from ..content import Content
from ..document import Document
from ..model.quantity import Unit
from ..model.section import Article, SectionKind
from ..placeholders import placeholders
from ..strings import leading_figures, owner_key
from ..text import Text
from .figures import FigureView, figure_views
from .sections import LinkView, SectionView, link_view, section_views

_FIRST_AID_FOLDERS = ("steps", "positions")


class Page:
    """A page: its texts, its place in the guide, and the links that lead away from it."""

    def __init__(self, catalog: Catalog, address: str) -> None:
        self.catalog = catalog
        self.content: Content = catalog.content
        self.address = address
        self.document: Document[Article] | None = dict(self.content.pages()).get(address)

    @cached_property
    def owner(self) -> tuple[str, ...]:
        """Where the page's strings stand in a locale file."""
        return owner_key(self.address) if self.document else ("pages", self.address)

    @property
    def title(self) -> Text:
        """The heading of the page."""
        return self.catalog.text(*self.owner, "title")

    @property
    def short(self) -> Text:
        """Its name in menus."""
        return self.title if self.document else self.catalog.text(*self.owner, "short")

    @property
    def lead(self) -> Text:
        """The sentence under the heading; also its description for search engines."""
        return self.catalog.text(*self.owner, "lead")

    @property
    def id(self) -> str:
        """The last part of the address: `ice`."""
        return self.address.rpartition("/")[2]

    @property
    def is_step(self) -> bool:
        """Whether it is one of the steps."""
        return self.address.startswith("steps/")

    @property
    def is_position(self) -> bool:
        """Whether it is one of the positions, or the way to them."""
        return self.address.startswith("positions/")

    @property
    def number(self) -> int:
        """Which of the steps it is, from 1."""
        return self.content.guide.model.steps.index(self.id) + 1

    @property
    def sections(self) -> list[SectionView]:
        """Its sections in order."""
        return section_views(self.catalog, self.address, self.document) if self.document else []

    @property
    def figures(self) -> list[FigureView]:
        """The pictures at its head."""
        if self.document is None:
            return []
        return figure_views(self.catalog, self.id, leading_figures(self.document))

    @property
    def links(self) -> list[LinkView]:
        """The pages and headings that it leads to at its end."""
        addresses = self.document.model.links if self.document else ()
        return [link_view(self.catalog, self.address, address) for address in addresses]

    def link(self, address: str) -> str:
        """The relative link from this page to another, with its heading if it has one."""
        return relative(self.address, address)

    def linked(self, address: str) -> Page:
        """Another page of the same language."""
        return Page(self.catalog, address)

    @property
    def key_times(self) -> dict[str, str]:
        """By section, the first minutes that its actions name: how long ice stays on, say."""
        found: dict[str, str] = {}
        for section in self.document.model.sections if self.document else ():
            for line in section.lines if section.kind is SectionKind.ACTIONS else ():
                key = (*self.owner, section.id, line.id)
                for name in placeholders(self.catalog.translation.source_text(key)):
                    owner, _, own = name.partition(".")
                    value = self.content.quantities()[owner][own]
                    if value.unit is Unit.MINUTE:
                        found.setdefault(section.id, self.catalog.quantity(value))
        return found

    @property
    def neighbours(self) -> tuple[Page | None, Page | None]:
        """The pages before and after it in the course of first aid."""
        course = [
            address
            for address, _ in self.content.pages()
            if address.partition("/")[0] in _FIRST_AID_FOLDERS
        ]
        if self.address not in course:
            return None, None
        index = course.index(self.address)
        before = Page(self.catalog, course[index - 1]) if index else None
        after = Page(self.catalog, course[index + 1]) if index + 1 < len(course) else None
        return before, after

    @property
    def strings_line(self) -> int:
        """The line of the locale's file where this page's words begin, to improve them."""
        strings = self.content.strings
        located = strings.get(self.catalog.locale.tag, strings[self.catalog.source.locale.tag])
        return located.at(self.owner).mark.line
