"""Lighthouse for phones, where Node and Lighthouse are installed: nothing else needs them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ..browser import find_browser
from ..server import serve
from .row import Row

_PAGES = ("", "now/", "steps/ice/", "positions/pillows/", "help/", "why/", "next/", "card/",
          "evidence/", "topics/", "about/", "translation/")  # fmt: skip
_TAGS = ("en", "ar", "zh-Hans")
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def rows(site: Path) -> Iterator[Row]:
    """One row a language: the lowest of each score over all kinds of page."""
    command = _command()
    if command is None:
        print("Lighthouse is not installed: its rows are left out", file=sys.stderr)
        return
    with serve(site, compressed=True) as address:
        for tag in _TAGS:
            scores = [_scores(command, f"{address}/{tag}/{page}") for page in _PAGES]
            lowest = [min(one[number] for one in scores) for number in range(len(_CATEGORIES))]
            yield Row(
                f"Lighthouse for phones, `{tag}`, {len(_PAGES)} kinds of page",
                "100, 100, 100, 100",
                ", ".join(map(str, lowest)),
                lowest == [100] * len(_CATEGORIES),
                f"lowest of {', '.join(_CATEGORIES)}",
            )


def _command() -> list[str] | None:
    """`$LIGHTHOUSE`, else `lighthouse` on the path or in a `node_modules`."""
    if named := os.environ.get("LIGHTHOUSE"):
        return [named]
    if found := shutil.which("lighthouse"):
        return [found]
    npx = shutil.which("npx")
    if npx is None:
        return None
    asked = [npx, "--no-install", "lighthouse", "--version"]
    known = subprocess.run(asked, capture_output=True, check=False).returncode == 0
    return [npx, "--no-install", "lighthouse"] if known else None


def _scores(command: list[str], url: str) -> list[int]:
    done = subprocess.run(
        [*command, url, "--quiet", "--output=json", f"--only-categories={','.join(_CATEGORIES)}",
         "--chrome-flags=--headless --no-sandbox"],
        env={**os.environ, "CHROME_PATH": str(find_browser() or "")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )  # fmt: skip
    report = json.loads(done.stdout)["categories"]
    return [round(100 * (report[name]["score"] or 0)) for name in _CATEGORIES]
