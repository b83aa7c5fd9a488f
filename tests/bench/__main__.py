"""`make bench`: measure, and print each row once known; `ARGS=--record` puts them in the README."""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ..real_content import ROOT
from . import (
    accessibility,
    cards,
    figures,
    first_paint,
    first_visit,
    languages,
    lighthouse,
    now,
    offline,
    proofs,
    readability,
    search,
    serving,
    speed,
    spoilt,
)
from .row import HEAD, Row, table

OF_THE_SITE: dict[str, Callable[[Path], Iterable[Row]]] = {
    "how the pages read": readability.rows,
    "search": search.rows,
    "first visits": first_visit.rows,
    "first paint": first_paint.rows,
    "what is saved offline": offline.rows,
    "the page for right now": now.rows,
    "Lighthouse": lighthouse.rows,
    "accessibility": accessibility.rows,
}
OTHERS: dict[str, Callable[[], Iterable[Row]]] = {
    "figures": figures.rows,
    "cards": cards.rows,
    "speed": speed.rows,
    "live preview": serving.rows,
    "many languages": languages.rows,
    "spoilt content": spoilt.rows,
    "slow proofs": proofs.rows,
}
MARKS = ("<!-- measured -->", "<!-- /measured -->")


def main() -> int:
    """Print the table. The exit status says whether every promise holds."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", choices=[*OF_THE_SITE, *OTHERS], help="some parts of the table"
    )
    parser.add_argument("--record", action="store_true", help="put the table into the README")
    options = parser.parse_args()
    wanted = set(options.only) if options.only else {*OF_THE_SITE, *OTHERS}
    rows: list[Row] = []
    print(HEAD, flush=True)

    def measure(what: str, found: Iterable[Row]) -> None:
        _say(what)
        for row in found:
            print(row, flush=True)
            rows.append(row)

    if wanted & OF_THE_SITE.keys():
        with TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            _say("building the site")
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            for what, rows_of in OF_THE_SITE.items():
                if what in wanted:
                    measure(what, rows_of(site))
    for what, rows_of_all in OTHERS.items():
        if what in wanted:
            measure(what, rows_of_all())
    if options.record:
        _record(table(rows), [one for one in (*OF_THE_SITE, *OTHERS) if one not in wanted])
    return 0 if all(row.holds for row in rows) else 1


def _say(what: str) -> None:
    print(f"measuring: {what}...", file=sys.stderr, flush=True)


def _record(written: str, left_out: list[str]) -> None:
    """The latest run, with its day, its machine, and the parts that it left out."""
    readme = ROOT / "README.md"
    opening, closing = MARKS
    day = datetime.now(UTC).date().isoformat()
    where = f"Measured by `make bench` on {day}, on {_machine()}."
    if left_out:
        where += f" Not in this run: {', '.join(left_out)}."
    block = f"{opening}\n{where}\n\n{written}\n{closing}"
    pattern = re.escape(opening) + ".*" + re.escape(closing)
    text = re.sub(pattern, lambda _: block, readme.read_text("utf-8"), count=1, flags=re.S)
    readme.write_text(text, "utf-8")


def _machine() -> str:
    """The system, its Python and its processor, as far as the system tells."""
    info = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    processor = named[1].strip() if named else platform.machine()
    return (
        f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores "
        f"({processor})"
    )


if __name__ == "__main__":
    sys.exit(main())
