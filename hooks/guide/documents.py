"""Complete HTML documents that stand outside the frame of the theme."""

from __future__ import annotations

from .addresses import root_path
from .switch import Languages
from .templates import environment
from .views.page import Page


def language_page(page: Page, languages: Languages) -> str:
    """The root of the site: every language in its own name; a script forwards to the reader's."""
    return _render("languages", page, links=languages.switch("home"))


def not_found_page(page: Page, site_url: str) -> str:
    """What a dead link within one language shows: the way to help.

    Hosts show it at any depth, so its links start at the root of the site.
    """
    guide = page.content.guide.model
    steps = [f"steps/{id_}" for id_ in guide.steps]
    addresses = ["home", "now", "help", *steps, "card", "topics"]
    targets = [page.linked(address) for address in addresses]
    return _render("not-found", page, root=root_path(site_url), targets=targets)


def dead_link_page(page: Page, languages: Languages, site_url: str) -> str:
    """What any other dead link shows: every language, in its own words.

    Most hosts know only this one. A script leaves the language that the address begins with.
    """
    pages = [(catalog, Page(catalog, "home")) for catalog in languages.catalogs]
    return _render("dead-link", page, root=root_path(site_url), pages=pages)


def _render(name: str, page: Page, **values: object) -> str:
    template = environment().get_template(f"documents/{name}.html")
    return template.render(page=page, t=page.catalog.t, locale=page.catalog.locale, **values)
