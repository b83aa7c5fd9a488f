"""Sitemaps: one a language, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from urllib.parse import quote
from xml.sax.saxutils import escape

from .model.locale import Locale

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class _HasFolder(Protocol):
    @property
    def folder(self) -> str: ...


def pages(found: Iterable[_HasFolder], site_url: str) -> str:
    """The sitemap of one language."""
    rows = "".join(f"<url><loc>{_absolute(site_url, page.folder)}</loc></url>\n" for page in found)
    return f"{_HEAD}<urlset {_SPACE}>\n{rows}</urlset>\n"


def index(locales: Iterable[Locale], site_url: str) -> str:
    """The list of the sitemaps."""
    rows = "".join(
        f"<sitemap><loc>{_absolute(site_url, f'{locale.tag}/sitemap.xml')}</loc></sitemap>\n"
        for locale in locales
    )
    return f"{_HEAD}<sitemapindex {_SPACE}>\n{rows}</sitemapindex>\n"


def _absolute(site_url: str, path: str) -> str:
    return escape(site_url + quote(path))
