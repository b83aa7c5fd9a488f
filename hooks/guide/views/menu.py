"""The menu of one language."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Page


def menu(page: Page) -> list[Page]:
    """Every page in the order of the menu, as seen from `page`."""
    return [page.linked(address) for address in menu_addresses(page)]


def menu_addresses(page: Page) -> Iterator[str]:
    """The addresses of the menu, with `steps` and `positions` written out."""
    guide = page.content.guide.model
    for entry in guide.menu:
        if entry == "steps":
            yield from (f"steps/{id_}" for id_ in guide.steps)
        elif entry == "positions":
            yield from (f"positions/{id_}" for id_ in guide.positions)
        else:
            yield entry
