"""The languages of one site: which there are, which are indexed, and how to change to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .addresses import folder_of
from .catalog import Catalog
from .translation import Publishing


@dataclass(frozen=True)
class SwitchLink:
    """One page in one language."""

    tag: str
    name: str
    direction: str
    path: str
    """From the root of the site: `ar/steps/ice/`."""
    is_indexed: bool


@dataclass(frozen=True)
class Languages:
    """The catalogs of a site."""

    catalogs: list[Catalog]

    @classmethod
    def of(cls, catalogs: Iterable[Catalog]) -> Languages:
        """The languages in the order of their registry."""
        return cls(list(catalogs))

    @cached_property
    def indexed(self) -> list[Catalog]:
        """Those that search engines may show and readers are forwarded to."""
        return [
            catalog
            for catalog in self.catalogs
            if catalog.translation.publishing is not Publishing.DRAFT
            and not catalog.translation.is_pseudo
        ]

    @cached_property
    def indexed_tags(self) -> list[str]:
        """Their tags."""
        return [catalog.locale.tag for catalog in self.indexed]

    def switch(self, address: str) -> list[SwitchLink]:
        """The page at `address` in every language."""
        folder, indexed = folder_of(address), self.indexed_tags
        return [
            SwitchLink(
                catalog.locale.tag,
                catalog.locale.name,
                catalog.locale.direction,
                f"{catalog.locale.tag}/{folder}",
                catalog.locale.tag in indexed,
            )
            for catalog in self.catalogs
        ]
