"""The versions of the content, for those who compare a printed card with the one of today."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ..catalog import Catalog
from ..text import Text


@dataclass(frozen=True)
class VersionView:
    """One version, and what it changed."""

    version: str
    day: str
    changes: list[Text]


def versions(catalog: Catalog) -> list[VersionView]:
    """Every version, the newest first."""
    changes = catalog.content.changes.model.changes
    return [
        VersionView(
            version, catalog.day(day), [catalog.text("changes", change.id) for change in group]
        )
        for (version, day), group in groupby(
            changes, key=lambda change: (change.version, change.on)
        )
    ]
