"""Open Graph: the title, the words and the picture that a shared link is shown with."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale as BabelLocale
from babel.core import get_global
from markupsafe import Markup

from ..addresses import folder_of
from ..plurals import babel_locale
from ..social_cards import HEIGHT, WIDTH, card_path, card_words
from ..views.page import Page

_META = Markup('<meta property="{}" content="{}">')


def open_graph(page: Page, site_url: str) -> Markup:
    """The elements for the head of a page."""
    return Markup("\n").join(_META.format(*pair) for pair in _properties(page, site_url))


def _properties(page: Page, site_url: str) -> Iterator[tuple[str, str]]:
    catalog = page.catalog
    tag = catalog.locale.tag
    yield "og:type", "website" if page.address == "home" else "article"
    yield "og:site_name", str(catalog.t("site.name"))
    yield "og:title", str(page.title)
    yield "og:description", str(page.lead)
    yield "og:url", f"{site_url}{tag}/{folder_of(page.address)}"
    yield "og:locale", territorial(tag)
    if path := card_path(page):
        yield "og:image", f"{site_url}{path}"
        yield "og:image:width", str(WIDTH)
        yield "og:image:height", str(HEIGHT)
        yield "og:image:alt", card_words(page)
        yield "twitter:card", "summary_large_image"


def territorial(tag: str) -> str:
    """A language as Open Graph writes it, with the territory where most speak it: `en_US`."""
    data = babel_locale(tag)
    if data.language != tag.partition("-")[0]:
        return tag.partition("-")[0]  # nothing is known of it
    likely: dict[str, str] = get_global("likely_subtags")  # type: ignore[assignment]
    names = [str(data), f"{data.language}_{data.script}", data.language]
    full = next((likely[name] for name in names if name in likely), None)
    territory = data.territory or (BabelLocale.parse(full).territory if full else None)
    return f"{data.language}_{territory}" if territory else data.language
