"""How soon a changed string is on the served page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ..real_content import ROOT, tags
from ..serving import served, wait_for
from .row import Row

_CHANGES = 4


def rows() -> Iterator[Row]:
    """With one language, and with all."""
    for what, wanted, limit in (("one language", ["en"], 1.5), (f"all {len(tags())}", [], 5.0)):
        seconds = min(_seconds(wanted))
        yield Row(
            f"a changed string on the served page, {what}",
            f"within {limit} s",
            f"{seconds:.1f} s",
            seconds <= limit,
            f"`mkdocs serve`, best of {_CHANGES}",
        )


def _seconds(wanted: list[str]) -> list[float]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("content_src", "docs", "hooks"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        strings = folder / "content_src" / "locales" / "en.yml"
        found = []
        with served(folder, *wanted) as address:
            title = "Ice"
            for number in range(_CHANGES):
                old, title = title, f"Ice {'again ' * (number + 1)}".strip()
                text = strings.read_text("utf-8")
                strings.write_text(text.replace(f"title: {old}\n", f"title: {title}\n", 1), "utf-8")
                found.append(wait_for(f"{address}/en/steps/ice/", f"{title}</h1>"))
        return found
