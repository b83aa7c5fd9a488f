"""How long a check and a build take. The build is compared with a plain one in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.site import SiteSettings, build

from ..real_content import ROOT, content
from .row import Row

_RUNS = 3
_CHECK_SECONDS = 2.0
_BUILD_RATIO = 2.0


def rows() -> Iterator[Row]:
    """The check in seconds, the build as a ratio."""
    seconds = _best([sys.executable, "-m", "guide", "check"], ROOT)
    yield Row(
        "a check of the content, once installed",
        f"under {_CHECK_SECONDS:.0f} s",
        f"{seconds:.2f} s",
        seconds < _CHECK_SECONDS,
        f"`make check`, best of {_RUNS}",
    )
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "plain"
        _write_plain_site(plain)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
        theirs = _best([*command, f"{folder}/plain-site"], plain)
        ours = _best([*command, f"{folder}/site"], ROOT, LOCALES="en")
    ratio = ours / theirs
    yield Row(
        "build, English, against plain Material",
        f"under {_BUILD_RATIO:.0f} times",
        f"{ratio:.2f} times ({ours:.2f} s, {theirs:.2f} s)",
        ratio < _BUILD_RATIO,
        f"`mkdocs build --strict` of the same pages, best of {_RUNS} each",
    )


def _write_plain_site(folder: Path) -> None:
    """The same pages, as Markdown files that Material builds without any of our machinery."""
    site = build(content(), ROOT / "docs", SiteSettings("https://back-spasm.example/"))
    for page in site.pages:
        path = folder / "docs" / page.source.removeprefix(f"{page.tag}/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{page.front_matter()}\n{page.html}\n", "utf-8")
    config = "site_name: Plain\ntheme: {name: material, font: false}\n"
    (folder / "mkdocs.yml").write_text(config, "utf-8")


def _best(command: list[str], folder: Path, **variables: str) -> float:
    """The shortest of a few runs, in seconds: noise only ever adds."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **variables}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # set on some build machines, on no reader's
    return min(_seconds(command, folder, environment) for _ in range(_RUNS))


def _seconds(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start
