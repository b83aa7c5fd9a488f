"""`make bench`: measure, and print the table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from ..real_content import ROOT
from . import cards, figures, languages, now, offline, readability, search, serving, speed
from .row import Row, table


def main() -> int:
    """Print the table. The exit status says whether every promise holds."""
    rows: list[Row] = []
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        _say("building the site")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        _say("how the pages read")
        rows += readability.rows(site)
        _say("search")
        rows += search.rows(site)
        _say("what is saved offline")
        rows += offline.rows(site)
        _say("the page for right now")
        rows += now.rows(site)
    _say("figures")
    rows += figures.rows()
    _say("cards")
    rows += cards.rows()
    _say("speed")
    rows += speed.rows()
    _say("live preview")
    rows += serving.rows()
    _say("many languages")
    rows += languages.rows()
    print(table(rows))
    return 0 if all(row.holds for row in rows) else 1


def _say(what: str) -> None:
    print(f"measuring: {what}...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
