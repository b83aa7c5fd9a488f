"""How much a first visit may weigh, by kind of page. A build that goes over it fails.

Counted is what a browser fetches before the reader does anything, compressed as hosts do.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

from .built import BuiltSite

BUDGETS = (
    ("404.html", 6_000),
    ("card/index.html", 29_000),  # every card with its pictures, for those who print
    ("evidence/index.html", 28_000),  # every claim and every work, for those who look them up
    ("translation/index.html", 34_000),  # every string that waits, for those who translate
    ("now/index.html", 22_000),  # 14,000 for the page, which is whole alone, 8,000 for its script
    ("*/index.html", 20_000),
    ("index.html", 6_000),
)
"""The end of a document's path, and the bytes of its first visit. The first that fits counts."""

_TRANSLATED = 1.25
"""How much heavier a translation may be: some scripts write a letter in three bytes."""

_LANGUAGE = re.compile(r'<html[^>]*\slang="([^"]+)"')
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


def _source(site: BuiltSite) -> str:
    """The folder of the source language, in which the page of all languages is."""
    found = _LANGUAGE.search((site.folder / "index.html").read_text("utf-8"))
    return f"{found[1]}/" if found else ""


def check(site: BuiltSite) -> None:
    """Raise `ValueError` with every document that is too heavy."""
    source = _source(site)
    heavy = []
    for name, weight, limit in weights(site):
        is_translated = "/" in name and not name.startswith(source)
        allowed = round(limit * _TRANSLATED) if is_translated else limit
        if weight > allowed:
            heavy.append(f"{name}: {weight} bytes, and {allowed} are allowed")
    if heavy:
        heavy.append("lighten them, or say in `hooks/guide/budgets.py` why they may weigh more")
        raise ValueError("\n".join(["a first visit weighs too much", *heavy]))
