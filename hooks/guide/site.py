"""The list of files that the guide consists of, for whichever generator puts them on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import card_words, manifest, search_index, sitemap
from .addresses import DOCUMENTS, folder_of, root_path
from .catalog import Catalog
from .content import Content
from .data import export
from .documents import dead_link_page, language_page, not_found_page
from .headings import Heading, headings_of
from .icons import SOURCE as ICON
from .icons import ground
from .languages import catalogs
from .left_out import shown
from .problems import Problem
from .redirects import redirects
from .render import Frame, render
from .repository import Repository
from .settings import SiteSettings
from .sheets import printable
from .skeletons import Skeleton, read_skeletons, skeleton_name
from .standalone import render_document
from .switch import Languages, SwitchLink
from .views.menu import menu, menu_addresses
from .views.page import Page


@dataclass(frozen=True)
class SitePage:
    """A page that goes into the frame of the theme."""

    page: Page
    skeleton: Skeleton
    frame: Frame
    switch: list[SwitchLink]
    """The same page in every language."""

    @property
    def html(self) -> str:
        """What stands in the frame, rendered when it is wanted: all pages at once are heavy."""
        return render(self.page, self.skeleton, self.frame)

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

    def front_matter(self, **more: str) -> str:
        """What a site generator needs to know of the page."""
        front = {"title": str(self.page.title), "description": str(self.page.lead), **more}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
        return "\n".join(["---", *lines, "---", ""])


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
    languages: Languages


def build(content: Content, docs: Path, settings: SiteSettings, wanted: Sequence[str] = ()) -> Site:
    """Every page of every language, and the files beside them.

    `wanted` names the languages to build; none named means all of them.
    """
    content = shown(content)
    skeletons = read_skeletons(docs, content, unreported := list[Problem]())
    assert not unreported, "build what `check` has passed"
    languages = Languages.of(catalogs(content, wanted).values())
    locales = [catalog.locale for catalog in languages.catalogs]
    printed = printable(locales) if settings.has_sheets else frozenset()
    frame = Frame(Repository(settings.repo_url), content.root.name, printed)
    root = root_path(settings.site_url)
    colour = ground((docs / ICON).read_text("utf-8"))
    pages: list[SitePage] = []
    files: list[StaticFile] = []
    for catalog in languages.catalogs:
        own = _locale_pages(catalog, languages, skeletons, frame)
        tag = catalog.locale.tag
        pages += own
        documents = _documents(catalog, languages, frame, settings.site_url)
        files += documents
        card = next(file.text for file in documents if file.path == f"{tag}/card/index.html")
        files.append(StaticFile(f"{tag}/card/words.js", card_words.as_script(card, catalog.locale)))
        files.append(StaticFile(f"{tag}/search.js", search_index.as_script(menu(own[0].page))))
        files.append(StaticFile(f"{tag}/404.html", not_found_page(own[0].page, settings.site_url)))
        data = export.guide_json(catalog, languages.indexed_tags, settings.site_url)
        files.append(StaticFile(f"{tag}/{export.NAME}", data))
        folders = [folder_of(address) for address in menu_addresses(own[0].page)]
        if catalog in languages.indexed:
            written = sitemap.pages(tag, folders, languages.indexed_tags, settings.site_url)
            files.append(StaticFile(f"{tag}/sitemap.xml", written))
        start = "now/" if any(file.path == f"{tag}/now/index.html" for file in files) else "./"
        app = manifest.manifest(catalog, start, root, colour)
        files.append(StaticFile(f"{tag}/{manifest.NAME}", app))
    files.append(StaticFile(export.SCHEMA, export.schema_json(settings.site_url)))
    tags = [catalog.locale.tag for catalog in languages.catalogs]
    files.append(StaticFile("_redirects", redirects(tags)))
    files.append(StaticFile("robots.txt", sitemap.robots(settings.site_url)))
    first = pages[0].page
    files.append(StaticFile("index.html", language_page(first, languages)))
    files.append(StaticFile("404.html", dead_link_page(first, languages, settings.site_url)))
    files.append(
        StaticFile("sitemap.xml", sitemap.index(languages.indexed_tags, settings.site_url))
    )
    return Site(pages, files, languages)


def _locale_pages(
    catalog: Catalog, languages: Languages, skeletons: dict[str, Skeleton], frame: Frame
) -> list[SitePage]:
    existing = frozenset(skeletons)
    found = []
    for address in menu_addresses(Page(catalog, "home")):
        if address in DOCUMENTS:
            continue
        page = Page(catalog, address)
        skeleton = skeletons[skeleton_name(address, existing)]
        found.append(SitePage(page, skeleton, frame, languages.switch(page.address)))
    return found


def _documents(
    catalog: Catalog, languages: Languages, frame: Frame, site_url: str
) -> list[StaticFile]:
    return [
        StaticFile(
            f"{catalog.locale.tag}/{folder_of(address)}index.html",
            render_document(Page(catalog, address), frame, languages, site_url),
        )
        for address in DOCUMENTS
    ]
