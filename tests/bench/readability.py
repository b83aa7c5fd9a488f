"""How hard the English pages are to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..reading import FIRST_AID, LATER, grade, sentences
from ..real_content import addresses
from .row import Row

_HOW = "textstat, headings and list items with a full stop"


def rows(site: Path) -> Iterator[Row]:
    """The first aid together, and each of the other pages."""
    first_aid = [address for address in addresses() if address.startswith(FIRST_AID)]
    worst = max(grade(sentences(site, "en", address)).flesch_kincaid for address in first_aid)
    joined = [sentence for address in first_aid for sentence in sentences(site, "en", address)]
    found = grade(joined)
    yield Row(
        "home, steps, positions, help: Flesch-Kincaid",
        "grade 6 or lower",
        f"{found.flesch_kincaid:.1f}; hardest page {worst:.1f}",
        worst <= 6,
        _HOW,
    )
    yield Row(
        "home, steps, positions, help: SMOG",
        "9 or lower",
        f"{found.smog:.1f}",
        found.smog <= 9,
        _HOW,
    )
    for address in (*LATER, "evidence", "about"):
        found = grade(sentences(site, "en", address))
        aim = 8 if address in LATER else None
        yield Row(
            f"{address}: Flesch-Kincaid, SMOG",
            f"aim {aim}" if aim else "reported",
            f"{found.flesch_kincaid:.1f}, {found.smog:.1f}",
            aim is None or found.flesch_kincaid <= aim,
            _HOW,
        )
