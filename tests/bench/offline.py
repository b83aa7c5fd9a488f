"""What one visit saves on a device, and what the zip for a USB stick weighs."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from guide.offline_zip import write_zip

from ..real_content import tags
from .row import Row

_KILOBYTES = 400


def rows(site: Path) -> Iterator[Row]:
    """The heaviest language, and the zip."""
    languages = {tag: _saved_files(site, tag) for tag in tags()}
    sent = {tag: sum(map(_weight, files)) / 1000 for tag, files in languages.items()}
    heaviest = max(sent, key=lambda tag: sent[tag])
    files = languages[heaviest]
    kept = sum(path.stat().st_size for path in files) / 1000
    yield Row(
        f"saved by one visit, heaviest language (`{heaviest}`)",
        f"at most {_KILOBYTES} kB",
        f"{sent[heaviest]:.0f} kB, {kept:.0f} kB on the device, {len(files)} files",
        sent[heaviest] <= _KILOBYTES,
        "gzip, all that `sw.js` lists but PDFs",
    )
    out = site.with_name("offline.zip")
    write_zip(site, out, "guide")
    size = f"{out.stat().st_size / 1e6:.1f} MB"
    yield Row("zip for a USB stick, all languages", "reported", size, True, "`make offline`")


def _saved_files(site: Path, tag: str) -> list[Path]:
    worker = (site / tag / "sw.js").read_text("utf-8")
    listed = re.search(r"^const FILES = (\{.*?\});$", worker, re.DOTALL | re.MULTILINE)
    assert listed, f"{tag}/sw.js lists nothing"
    paths = [site / tag / name for name in json.loads(listed.group(1))]
    return [path / "index.html" if path.is_dir() else path for path in paths]


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))
