"""The addresses of the pages, and the headings that a link can lead to."""

from __future__ import annotations

from urllib.parse import urlsplit

from .content import Content
from .model.warning import Urgency

DOCUMENTS: dict[str, tuple[str, ...]] = {"now": ("emergency", "numbers"), "card": ()}
"""Pages that are complete documents of their own, outside the frame of the theme."""

SINGLE_PAGES: dict[str, tuple[str, ...]] = {
    "home": (),
    "help": (*(str(urgency) for urgency in Urgency), "numbers"),
    "evidence": ("claims", "sources"),
    "topics": (),
    "translation": (),
    **DOCUMENTS,
}
"""Pages that are not one document of `content_src/`, with their own headings."""


def page_addresses(content: Content) -> dict[str, tuple[str, ...]]:
    """Every page by its address without locale, with the ids of its headings."""
    addresses = {
        address: tuple(section.id for section in document.model.sections)
        for address, document in content.pages()
    }
    screens = tuple(screen.id for screen in content.now.model.screens)
    return {**SINGLE_PAGES, "now": (*SINGLE_PAGES["now"], *screens), **addresses}


def folder_of(address: str) -> str:
    """The folder of a page below its locale: the home page is the locale's own."""
    return "" if address == "home" else f"{address}/"


def relative(origin: str, target: str) -> str:
    """The link from one page of a locale to another, with its heading if it has one."""
    page, _, anchor = target.partition("#")
    depth = folder_of(origin).count("/")
    link = "../" * depth + folder_of(page) or "./"
    return f"{link}#{anchor}" if anchor else link


def root_path(site_url: str) -> str:
    """The path of the site on its host, with a slash at both ends: `/`, or `/guide/`."""
    return urlsplit(site_url).path or "/"
