"""The sheets that were set before: one that nothing has changed for is not set again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .. import fonts
from ..card_formats import Layout
from .press import STANDARD, TEMPLATES, Print

KEPT = 500
"""Files that stay when there are more: several builds of all languages."""
_FITS, _OVERFLOWS = ".pdf", ".overflow.pdf"


class Archive:
    """A folder of PDFs, each under the digest of everything that it was made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, layout: Layout, data: dict[str, Any], make: Callable[[], Print]) -> Print:
        """The sheet of that data, made if it is not there."""
        key = _digest(layout, data)
        for ending in (_FITS, _OVERFLOWS):
            path = self._folder / f"{key}{ending}"
            if path.exists():
                os.utime(path)
                return Print(path.read_bytes(), fits=ending == _FITS)
        made = make()
        self._keep(self._folder / f"{key}{_FITS if made.fits else _OVERFLOWS}", made.pdf)
        return made

    def tidy(self) -> None:
        """Remove those that were not asked for in a long time."""
        if self._folder.exists():
            files = sorted(self._folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime)
            for path in files[:-KEPT]:
                path.unlink(missing_ok=True)

    def _keep(self, path: Path, pdf: bytes) -> None:
        """Written beside and moved in: an interrupted build leaves no half of a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(pdf)
        unfinished.replace(path)


def _digest(layout: Layout, data: dict[str, Any]) -> str:
    written = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{_tools()} {layout} {written}".encode()).hexdigest()


@cache
def _tools() -> str:
    """The digest of what makes a sheet, beside its data: Typst, our templates, our fonts."""
    digest = hashlib.sha256(f"{version('typst')} {STANDARD}".encode())
    for path in (*sorted(TEMPLATES.glob("*.typ")), *sorted(fonts.FOLDER.glob("*.ttf"))):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
