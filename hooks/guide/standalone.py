"""Pages that are complete documents of their own: they need nothing of the theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .addresses import folder_of
from .metadata import linked_data, open_graph
from .render import Frame, notice, review_values
from .switch import Languages
from .templates import environment
from .views.canonical import canonical
from .views.card import card_page
from .views.card_files import card_files
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
            root=_root(page),
            site_url=site_url,
            canonical=canonical(page, site_url),
            is_indexed=catalog in languages.indexed,
            switch=languages.switch(page.address),
            open_graph=open_graph(page, site_url),
            linked_data=linked_data(page, languages, site_url),
            **review_values(page, frame),
            **_VALUES[page.address](page, frame, languages, site_url),
        )
    )


def _root(page: Page) -> str:
    """The way from a page to the root of the site."""
    return "../" * (folder_of(page.address).count("/") + 1)


def _card(page: Page, frame: Frame, languages: Languages, site_url: str) -> dict[str, Any]:
    catalog, root = page.catalog, _root(page)
    view = card_page(page, site_url)
    return {
        "card": view.sheet,
        "card_version": page.content.changes.model.current,
        "figures": view.figures,
        "pack": view.pack,
        "countries": view.countries,
        "versions": view.versions,
        "body": view.body,
        "files": card_files(catalog, languages.catalogs, frame.printed, root),
        **notice(page, frame),
    }


def _now(page: Page, frame: Frame, languages: Languages, site_url: str) -> dict[str, Any]:
    catalog = page.catalog
    near = [country.id for country in countries(catalog) if country.speaks_page_language]
    return {
        "now": now_view(page),
        "confirmed_numbers": groups(catalog, confirmed=True),
        "local_numbers": groups(catalog, confirmed=False),
        "near": near,
        "numbers_date": catalog.day(last_checked(catalog)),
    }


_VALUES: dict[str, Callable[[Page, Frame, Languages, str], dict[str, Any]]] = {
    "now": _now,
    "card": _card,
}
"""What the template of a document needs beside all that."""
