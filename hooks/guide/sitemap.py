"""Sitemaps: one a language, one that lists them, and where crawlers find that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LINKS = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def pages(tag: str, folders: Iterable[str], tags: Sequence[str], site_url: str) -> str:
    """The sitemap of one language: each page with the same page in every language."""
    rows = []
    for folder in folders:
        links = "".join(
            _alternate(language, f"{site_url}{other}/{folder}")
            for language, other in [*((other, other) for other in tags), ("x-default", tags[0])]
        )
        rows.append(f"<url><loc>{_address(f'{site_url}{tag}/{folder}')}</loc>{links}</url>\n")
    return f"{_HEAD}<urlset {_SPACE} {_LINKS}>\n{''.join(rows)}</urlset>\n"


def index(tags: Iterable[str], site_url: str) -> str:
    """The list of the sitemaps."""
    rows = "".join(
        f"<sitemap><loc>{_address(f'{site_url}{tag}/sitemap.xml')}</loc></sitemap>\n"
        for tag in tags
    )
    return f"{_HEAD}<sitemapindex {_SPACE}>\n{rows}</sitemapindex>\n"


def robots(site_url: str) -> str:
    """`robots.txt`: everything may be read, and this is the list of it."""
    return f"User-agent: *\nAllow: /\nSitemap: {_address(f'{site_url}sitemap.xml')}\n"


def _alternate(language: str, url: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang="{language}" href="{_address(url)}"/>'


def _address(url: str) -> str:
    return escape(quote(url, safe=":/%"), {'"': "&quot;"})
