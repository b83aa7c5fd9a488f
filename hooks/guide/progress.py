"""How far a long piece of work is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TextIO

PATIENCE = 2.0
"""Seconds after which one wants to know."""
_WIDTH = 30


class Progress:
    """Told of each part that is done, it says so once the work has taken longer than patience."""

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        self._what = what
        self._stream = stream or sys.stderr
        self._next = time.monotonic() + PATIENCE
        self._is_shown = False

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` parts are finished."""
        now = time.monotonic()
        if self._stream.isatty():
            if now >= self._next:
                self._is_shown = True
                full = _WIDTH * done // total
                bar = "#" * full + "." * (_WIDTH - full)
                self._write(f"\r{self._what} [{bar}] {done}/{total}")
            if done == total and self._is_shown:
                self._write("\n")
        elif now >= self._next and done < total:
            self._next = now + PATIENCE
            self._write(f"{self._what}: {done} of {total}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
