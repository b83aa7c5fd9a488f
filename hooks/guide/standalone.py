"""Pages that are complete documents of their own: they need nothing of the theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .addresses import folder_of
from .metadata import linked_data, open_graph
from .render import Frame, review_values
from .switch import Languages
from .templates import environment
from .views.canonical import canonical
from .views.now import now_view
from .views.numbers import countries, groups, last_checked
from .views.page import Page


def render_document(page: Page, frame: Frame, languages: Languages, site_url: str) -> str:
    """The whole HTML of such a page. Its template has the name of its address."""
    catalog = page.catalog
    return (
        environment()
        .get_template(f"documents/{page.address}.html")
        .render(
            page=page,
            t=catalog.t,
            locale=catalog.locale,
            root="../" * (folder_of(page.address).count("/") + 1),
            site_url=site_url,
            canonical=canonical(page, site_url),
            is_indexed=catalog in languages.indexed,
            switch=languages.switch(page.address),
            open_graph=open_graph(page, site_url),
            linked_data=linked_data(page, languages, site_url),
            **review_values(page, frame),
            **_VALUES[page.address](page),
        )
    )


def _now(page: Page) -> dict[str, Any]:
    catalog = page.catalog
    near = [country.id for country in countries(catalog) if country.speaks_page_language]
    return {
        "now": now_view(page),
        "confirmed_numbers": groups(catalog, confirmed=True),
        "local_numbers": groups(catalog, confirmed=False),
        "near": near,
        "numbers_date": catalog.day(last_checked(catalog)),
    }


_VALUES: dict[str, Callable[[Page], dict[str, Any]]] = {"now": _now}
"""What the template of a document needs beside all that."""
