"""What the frame of the theme asks for around a page, whichever generator puts it there."""

from __future__ import annotations

from typing import Any

from .metadata import linked_data, open_graph
from .site import Site, SitePage
from .views.canonical import canonical
from .views.menu import menu


def surroundings(site: Site, page: SitePage, site_url: str) -> dict[str, Any]:
    """The values for the templates in `hooks/overrides/`."""
    catalog = page.page.catalog
    return {
        "t": catalog.t,
        "locale": catalog.locale,
        "guide": page.page,
        "menu": menu(page.page),
        "headings": page.headings,
        "switch": page.switch,
        "canonical": canonical(page.page, site_url),
        "is_indexed": catalog in site.languages.indexed,
        "open_graph": open_graph(page.page, site_url),
        "linked_data": linked_data(page.page, site.languages, site_url),
    }
