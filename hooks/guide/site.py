"""The list of files that the guide consists of, for whichever generator puts them on disk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from . import search_index, sitemap
from .addresses import folder_of
from .catalog import Catalog
from .content import Content
from .documents import language_page, not_found_page
from .headings import Heading, headings_of
from .model.locale import Locale
from .problems import Problem
from .render import Frame, render
from .repository import Repository
from .skeletons import Skeleton, read_skeletons, skeleton_name
from .views.menu import menu_addresses
from .views.page import Page


@dataclass(frozen=True)
class SiteSettings:
    """What the site is told from outside."""

    site_url: str
    """Where it will stand, with a slash at the end."""
    repo_url: str = ""


@dataclass(frozen=True)
class SitePage:
    """A page that goes into the frame of the theme."""

    page: Page
    html: str

    @property
    def tag(self) -> str:
        """Its language."""
        return self.page.catalog.locale.tag

    @property
    def folder(self) -> str:
        """Its address in the site: `en/steps/ice/`."""
        return f"{self.tag}/{folder_of(self.page.address)}"

    @property
    def source(self) -> str:
        """Its name as a Markdown file: `en/steps/ice.md`."""
        return (
            f"{self.folder.rstrip('/')}.md"
            if self.page.address != "home"
            else f"{self.tag}/index.md"
        )

    @property
    def headings(self) -> list[Heading]:
        """Its headings, for a table of contents."""
        return headings_of(self.page)

    def markdown(self) -> str:
        """The page as Markdown: front matter, and one block of HTML that Markdown leaves alone."""
        front = {"title": str(self.page.title), "description": str(self.page.lead)}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
        return "\n".join(["---", *lines, "---", "", self.html, ""])


@dataclass(frozen=True)
class StaticFile:
    """A finished file of the site."""

    path: str
    text: str


@dataclass(frozen=True)
class Site:
    """Everything that the content becomes."""

    pages: list[SitePage]
    files: list[StaticFile]


def build(content: Content, docs: Path, settings: SiteSettings) -> Site:
    """Every page of every language, and the files beside them."""
    skeletons = read_skeletons(docs, content, unreported := list[Problem]())
    assert not unreported, "build what `check` has passed"
    locales = content.locales.model.locales
    frame = Frame(Repository(settings.repo_url), content.root.name)
    pages: list[SitePage] = []
    files: list[StaticFile] = []
    for locale in locales:
        own = _locale_pages(content, locale, skeletons, frame)
        pages += own
        files.append(StaticFile(f"{locale.tag}/search.js", _index(own, locale)))
        files.append(StaticFile(f"{locale.tag}/sitemap.xml", sitemap.pages(own, settings.site_url)))
        files.append(
            StaticFile(f"{locale.tag}/404.html", not_found_page(own[0].page, settings.site_url))
        )
    first = pages[0].page
    files.append(StaticFile("index.html", language_page(first, locales)))
    files.append(StaticFile("404.html", not_found_page(first, settings.site_url)))
    files.append(StaticFile("sitemap.xml", sitemap.index(locales, settings.site_url)))
    return Site(pages, files)


def _locale_pages(
    content: Content, locale: Locale, skeletons: dict[str, Skeleton], frame: Frame
) -> list[SitePage]:
    catalog = Catalog(content, locale)
    existing = frozenset(skeletons)
    found = []
    for address in menu_addresses(Page(catalog, "home")):
        page = Page(catalog, address)
        skeleton = skeletons[skeleton_name(address, existing)]
        found.append(SitePage(page, render(page, skeleton, frame)))
    return found


def _index(pages: list[SitePage], locale: Locale) -> str:
    found = [
        entry
        for page in pages
        for entry in search_index.entries(
            folder_of(page.page.address), str(page.page.short), page.html
        )
    ]
    return search_index.as_script(found, locale.tag)
