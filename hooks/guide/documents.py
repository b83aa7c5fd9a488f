"""Complete HTML documents that stand outside the frame of the theme."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from .model.locale import Locale
from .templates import environment
from .views.page import Page


def language_page(page: Page, locales: Iterable[Locale]) -> str:
    """The root of the site: every language in its own name; a script forwards to the reader's."""
    return _render("languages", page, locales=list(locales))


def not_found_page(page: Page, site_url: str) -> str:
    """What a dead link shows: the way to help. Hosts show it at any depth, so its links start at
    the root of the site."""
    root = urlsplit(site_url).path or "/"
    guide = page.content.guide.model
    addresses = ["home", "help", *(f"steps/{id_}" for id_ in guide.steps), "topics"]
    return _render("not-found", page, root=root, targets=[page.linked(a) for a in addresses])


def _render(name: str, page: Page, **values: object) -> str:
    template = environment().get_template(f"documents/{name}.html")
    return template.render(page=page, t=page.catalog.t, locale=page.catalog.locale, **values)
