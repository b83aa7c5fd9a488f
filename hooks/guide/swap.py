"""Puts a finished folder in the place of another at one moment: never is one half there."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_CWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2


def put_in_place(new: Path, old: Path) -> None:
    """Let `new` stand as `old`, and remove what stood there. Both are on one disk."""
    if not old.exists():
        new.rename(old)
    elif _exchanged(new, old):
        shutil.rmtree(new)
    else:  # a system that cannot: for a blink of an eye there is no folder
        gone = new.with_name(f"{new.name}.old")
        shutil.rmtree(gone, ignore_errors=True)
        old.rename(gone)
        new.rename(old)
        shutil.rmtree(gone)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the system has exchanged the two names in one step."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            done = library.renamex_np(os.fsencode(one), os.fsencode(other), _MACOS_SWAP)
        else:
            done = library.renameat2(
                _AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _LINUX_EXCHANGE
            )
    except (AttributeError, OSError, TypeError):
        return False
    return bool(done == 0)
