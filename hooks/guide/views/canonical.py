"""Where search engines should look for a page."""

from __future__ import annotations

from ..addresses import folder_of
from ..translation import State
from .notice import page_states
from .page import Page


def canonical(page: Page, site_url: str) -> str:
    """Its own address; for a page without a word of its language, that of its source."""
    untranslated = page_states(page) == {State.MISSING}
    catalog = page.catalog.source if untranslated else page.catalog.translation
    return f"{site_url}{catalog.locale.tag}/{folder_of(page.address)}"
