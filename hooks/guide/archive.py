"""What Typst has set before: a sheet or picture that nothing has changed for is not set again."""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from . import fonts

KEPT = 1000
"""Files that stay when there are more: several builds of all languages."""


class Archive:
    """A folder of finished files, each under the digest of everything that it was made from.

    A file ends in one of `endings`, which may tell something about it.
    """

    def __init__(self, folder: Path, *endings: str) -> None:
        self._folder = folder
        self._endings = endings

    def get(self, recipe: str, make: Callable[[], tuple[bytes, str]]) -> tuple[bytes, str]:
        """The file of that recipe and its ending, made if it is not there."""
        key = hashlib.sha256(f"{_typst()} {recipe}".encode()).hexdigest()
        for ending in self._endings:
            path = self._folder / f"{key}{ending}"
            with suppress(FileNotFoundError):
                os.utime(path)
                return path.read_bytes(), ending
        content, ending = make()
        self._keep(self._folder / f"{key}{ending}", content)
        return content, ending

    def tidy(self) -> None:
        """Remove those that were not asked for in a long time."""
        if self._folder.exists():
            for path in sorted(self._folder.iterdir(), key=_last_used)[:-KEPT]:
                path.unlink(missing_ok=True)

    def _keep(self, path: Path, content: bytes) -> None:
        """Written beside and moved in: an interrupted build leaves no half of a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(content)
        unfinished.replace(path)


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # another build has just finished or removed it
        return math.inf


@cache
def digest_of(paths: Iterable[Path]) -> str:
    """A digest of the names and bytes of some files."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def _typst() -> str:
    """The digest of what all recipes share: Typst and our fonts."""
    return f"{version('typst')} {digest_of(tuple(sorted(fonts.FOLDER.glob('*.ttf'))))}"
