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
from .views.notice import notices
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
            notices=notices(page),
            open_graph=open_graph(page, site_url),
            linked_data=linked_data(page, languages, site_url),
            **review_values(page, frame),
            **_VALUES[page.address](page),
        )
    )


_VALUES: dict[str, Callable[[Page], dict[str, Any]]] = {}
"""What the template of a document needs beside all that."""
