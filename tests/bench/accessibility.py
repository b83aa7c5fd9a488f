"""axe-core over every document, in every language, scheme and size."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from ..browser import running_browser, visit
from ..server import serve
from ..test_browser import WIDTHS, violations
from .row import Row

_WAYS = [(size, scheme) for size in WIDTHS.items() for scheme in ("light", "dark")]
_CORES = os.cpu_count() or 1


def rows(site: Path) -> Iterator[Row]:
    """One row for all."""
    documents = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    shares = [documents[number::_CORES] for number in range(_CORES)]
    # A browser and a server run in threads: a process that begins as a copy of this would hang.
    pool = ProcessPoolExecutor(_CORES, mp_context=get_context("spawn"))
    with serve(site) as address, pool:
        found = [*chain.from_iterable(pool.map(partial(_faults, address), shares))]
    visits = len(documents) * len(_WAYS)
    yield Row(
        f"axe-core, {len(documents)} documents × {len(WIDTHS)} sizes × light and dark",
        "0 violations, 0 errors, 0 requests to other hosts",
        f"{len(found)} in {visits} visits" + (f": {found[0]}" if found else ""),
        not found,
        "WCAG 2.2 A and AA, best practice; each under its Content-Security-Policy",
    )


def _faults(address: str, documents: list[str]) -> list[str]:
    found: list[str] = []
    with running_browser() as browser:
        for name in documents:
            # The root would lead on to a language by its script.
            url, has_script = f"{address}/{name}", name != "index.html"
            for (width, height), scheme in _WAYS:
                options = {"width": width, "height": height, "scheme": scheme}
                with visit(browser, url, javascript=True, **options) as opened:
                    found += violations(opened) if has_script else []
                    found += opened.console_errors + opened.foreign_requests
    return found
