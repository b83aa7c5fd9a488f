"""What a first visit fetches, by kind of page: the heaviest of all languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide import budgets
from guide.built import BuiltSite

from ..real_content import tags
from .row import Row

_SITE_URL = "https://back-spasm.example/"


def rows(site: Path) -> Iterator[Row]:
    """One row a budget."""
    heaviest: dict[int, tuple[int, str, int]] = {}
    for name, weight, limit in budgets.weights(BuiltSite(site, _SITE_URL)):
        kind = next(
            number for number, (end, _) in enumerate(budgets.BUDGETS) if Path(name).match(end)
        )
        heaviest[kind] = max(heaviest.get(kind, (0, "", 0)), (weight, name, limit))
    for _, (weight, name, limit) in sorted(heaviest.items()):
        yield Row(
            f"first visit, `{name}`, the heaviest under its budget",
            f"at most {limit / 1000:.0f} kB",
            f"{weight / 1000:.1f} kB",
            weight <= limit,
            f"gzip, all that is fetched before the reader does anything, {len(tags())} languages",
        )
