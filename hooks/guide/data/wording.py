"""The texts, numbers and addresses of one language, as `guide.json` gives them."""

from __future__ import annotations

from ..addresses import folder_of
from ..catalog import Catalog
from ..model.quantity import Quantity
from ..text import Text
from . import shape


class Wording:
    """The texts and addresses of one language, in the shape of the file."""

    def __init__(self, catalog: Catalog, site_url: str) -> None:
        self.catalog = catalog
        self.content = catalog.content
        self.root = f"{site_url}{catalog.locale.tag}/"
        self.site_url = site_url

    def url(self, address: str) -> str:
        """The full address of a page, with its heading if it has one."""
        page, _, anchor = address.partition("#")
        return f"{self.root}{folder_of(page)}{f'#{anchor}' if anchor else ''}"

    def text(self, *key: str, **values: object) -> shape.Words:
        """One string."""
        return self.of(self.catalog.text(*key, **values))

    def of(self, text: Text) -> shape.Words:
        """A text that is filled in already."""
        return shape.Words(
            text=text.alone,
            lang=text.lang if text.lang != text.page_lang else None,
            is_stale=text.is_stale,
            original=str(text.beside) if text.beside else None,
        )

    def amount(self, value: Quantity) -> shape.Amount:
        """A number in figures and in words."""
        return shape.Amount(
            value=value.value,
            low=value.low,
            high=value.high,
            unit=str(value.unit),
            words=self.catalog.quantity(value),
        )
