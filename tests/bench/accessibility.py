"""axe-core over every document, in every language, scheme and size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..browser import running_browser, visit
from ..server import serve
from ..test_browser import WIDTHS, violations
from .row import Row


def rows(site: Path) -> Iterator[Row]:
    """One row for all."""
    documents = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    found: list[str] = []
    visits = 0
    with serve(site) as address, running_browser() as browser:
        for name in documents:
            for width, height in WIDTHS.items():
                for scheme in ("light", "dark"):
                    options = {"width": width, "height": height, "scheme": scheme}
                    # The root would lead on to a language by its script.
                    url, has_script = f"{address}/{name}", name != "index.html"
                    with visit(browser, url, javascript=True, **options) as opened:
                        visits += 1
                        found += violations(opened) if has_script else []
                        found += opened.console_errors + opened.foreign_requests
    yield Row(
        f"axe-core, {len(documents)} documents × {len(WIDTHS)} sizes × light and dark",
        "0 violations, 0 errors, 0 requests to other hosts",
        f"{len(found)} in {visits} visits" + (f": {found[0]}" if found else ""),
        not found,
        "WCAG 2.2 A and AA, best practice; each under its Content-Security-Policy",
    )
