"""What many languages cost: forty copies against as many pages of one language, in one run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.localedata import locale_identifiers

from ..real_content import ROOT, addresses
from .row import Row

_COPIES = 40
_RATIO = 1.25
_MEGABYTES = 250
_RUNS = 3
_TAGS = [
    tag.replace("_", "-") for tag in sorted(locale_identifiers()) if re.match("en_[A-Z]{2}$", tag)
][:_COPIES]
"""The Englishes of forty countries."""

_RUNNER = """
import re, resource, sys
from pathlib import Path
from mkdocs.__main__ import cli
try:
    cli(["build", "--strict", "--site-dir", sys.argv[1]])
finally:
    own = resource.getrusage(resource.RUSAGE_SELF)
    # On Linux a child begins with the peak of its parent: the kernel knows its own.
    status = Path("/proc/self/status")
    peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
    print("MEASURED", own.ru_utime + own.ru_stime, peak[1] if peak else own.ru_maxrss)
"""


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    seconds: float
    """Of the processor, not of the clock."""
    megabytes: float


def rows() -> Iterator[Row]:
    """Forty languages against one, and two thousand pages against fewer."""
    pages = len(addresses())
    with TemporaryDirectory() as folder:
        many = _tree(Path(folder) / "many", _TAGS)
        one = _tree(Path(folder) / "one", _TAGS[:1])
        languages = _best(many)
        single = _best(one, COPIES=str(_COPIES))
        large = _best(one, COPIES=str(2000 // pages))
    ratio = languages.seconds / single.seconds
    yield Row(
        f"{_COPIES} languages × {pages} pages against as many of one",
        f"CPU at most {_RATIO} times",
        f"{ratio:.2f} times ({languages.seconds:.1f} s, {single.seconds:.1f} s)",
        ratio <= _RATIO,
        f"`mkdocs build --strict`, best of {_RUNS} each",
    )
    per_page = (large.seconds / (2000 // pages)) / (single.seconds / _COPIES)
    yield Row(
        f"CPU per page at 2,000 pages against {_COPIES * pages}",
        f"at most {_RATIO} times",
        f"{per_page:.2f} times",
        per_page <= _RATIO,
        "one language, its pages repeated",
    )
    yield Row(
        f"peak memory of {_COPIES} languages",
        f"under {_MEGABYTES} MB",
        f"{languages.megabytes:.0f} MB",
        languages.megabytes < _MEGABYTES,
        "of the same builds",
    )


def _tree(folder: Path, tags: list[str]) -> Path:
    """A copy of the project with those languages, each with the words of English."""
    folder.mkdir()
    for name in ("content_src", "docs", "hooks"):
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    hook = ROOT / "tests" / "bench" / "repeated_pages.py"
    changed = config.replace("hooks/mkdocs_hooks.py", f"hooks/mkdocs_hooks.py, {hook}")
    (folder / "mkdocs.yml").write_text(changed, "utf-8")
    source = folder / "content_src" / "locales" / "en.yml"
    entries = ["locales:"]
    for tag in dict.fromkeys(["en", *tags]):
        entries.append(f"  - {{tag: {tag}, name: {tag}, direction: ltr}}")
        if tag != "en":
            shutil.copy(source, source.with_name(f"{tag}.yml"))
    for path in source.parent.glob("*.yml"):
        if path.stem not in {"en", *tags}:
            path.unlink()
    (folder / "content_src" / "locales.yml").write_text("\n".join(entries) + "\n", "utf-8")
    return folder


def _best(folder: Path, **variables: str) -> Cost:
    costs = [_cost(folder, variables) for _ in range(_RUNS)]
    return min(costs, key=lambda cost: cost.seconds)


def _cost(folder: Path, variables: dict[str, str]) -> Cost:
    wanted = ",".join(_TAGS) if "COPIES" not in variables else _TAGS[0]
    environment = {**os.environ, "PYTHONPATH": "hooks", "LOCALES": wanted, **variables}
    done = subprocess.run(
        [sys.executable, "-c", _RUNNER, str(folder / "site")],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    line = next(line for line in done.stdout.splitlines() if line.startswith("MEASURED"))
    _, seconds, peak = line.split()
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(float(seconds), int(peak) / unit)
