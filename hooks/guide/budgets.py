"""How much a first visit may weigh, by kind of page. A build that goes over it fails.

Counted is what a browser fetches before the reader does anything, compressed as hosts do.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from .built import BuiltSite

BUDGETS = (
    ("404.html", 6_000),
    ("card/index.html", 29_000),  # every card with its pictures, for those who print
    ("evidence/index.html", 29_000),  # every claim and every work, for those who look them up
    ("translation/index.html", 34_000),  # every string that waits, for those who translate
    ("why/index.html", 21_000),  # six pictures, for those who read on when the worst is over
    ("now/index.html", 22_000),  # 14,000 for the page, which is whole alone, 8,000 for its script
    ("*/index.html", 20_000),
    ("index.html", 6_000),
)
"""The end of a document's path, and the bytes of its first visit. The first that fits counts."""

_EAGER = {"script", "later", "img", "icon", "manifest"}


def weights(site: BuiltSite) -> Iterator[tuple[str, int, int]]:
    """Each document, what its first visit weighs, and what it may weigh."""

    @cache
    def weight(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), 9, mtime=0))

    for document in site.documents():
        html = document.read_text("utf-8")
        fetched = {
            site.folder / one.path
            for one in site.references(document, html)
            if one.path and one.kind in _EAGER
        }
        total = weight(document) + sum(map(weight, fetched))
        name = PurePosixPath(site.name(document))
        yield str(name), total, next(limit for end, limit in BUDGETS if name.match(end))


def check(site: BuiltSite) -> None:
    """Raise `ValueError` with every document that is too heavy."""
    heavy = [
        f"{name}: {weight} bytes, and {limit} are allowed"
        for name, weight, limit in weights(site)
        if weight > limit
    ]
    if heavy:
        heavy.append("lighten them, or say in `hooks/guide/budgets.py` why they may weigh more")
        raise ValueError("\n".join(["a first visit weighs too much", *heavy]))
