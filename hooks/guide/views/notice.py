"""What a reader is told about the translation of a page."""

from __future__ import annotations

from collections.abc import Collection

from ..catalog import Catalog
from ..strings import Key
from ..text import Text
from ..translation import State
from .page import Page

_BESIDES: dict[str, tuple[str, ...]] = {
    "help": ("signs", "urgencies", "emergency", "areas"),
    "evidence": ("claims", "grades"),
    "topics": ("also-called",),
    "translation": ("glossary",),
}
"""Groups of strings that a page shows beside its own."""


def notices(page: Page) -> list[Text]:
    """Sentences about this page: a draft, out of date in parts, or not wholly translated."""
    return notices_of(page.catalog, _keys(page))


def notices_of(catalog: Catalog, keys: Collection[Key]) -> list[Text]:
    """The same about whatever shows those strings."""
    states = {catalog.state(key) for key in keys}
    found = []
    if State.UNREVIEWED in states:
        machine = _is_machine_made(catalog, keys)
        found.append(catalog.t("ui.notice-machine" if machine else "ui.notice-unreviewed"))
    if State.STALE in states:
        found.append(catalog.t("ui.notice-stale"))
    if State.MISSING in states:
        found.append(catalog.t("ui.notice-missing"))
    return found


def page_states(page: Page) -> set[State]:
    """The states of the strings that stand on a page."""
    states = page.catalog.translation.states
    return {states[key] for key in _keys(page)}


def _keys(page: Page) -> list[Key]:
    owner, besides = page.owner, _BESIDES.get(page.address, ())
    return [
        key
        for key in page.catalog.translation.uses
        if key[: len(owner)] == owner or key[0] in besides
    ]


def _is_machine_made(catalog: Catalog, keys: Collection[Key]) -> bool:
    records = [catalog.translation.record(key) for key in keys]
    return any(record is not None and record.origin == "machine" for record in records)
