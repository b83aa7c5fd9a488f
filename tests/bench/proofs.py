"""The proofs that take too long for the suite, run by pytest."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

from ..real_content import ROOT
from .row import Row

_EXAMPLES = "1000"


def rows() -> Iterator[Row]:
    """What is marked as slow, and many more hostile strings than the suite tries."""
    yield _row("proofs marked `slow`", ["-m", "slow"])
    yield _row(f"{_EXAMPLES} hostile strings", ["tests/test_hostile_strings.py"])


def _row(what: str, arguments: list[str]) -> Row:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--numprocesses", "auto", *arguments],
        cwd=ROOT,
        env={**os.environ, "EXAMPLES": _EXAMPLES},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    result = re.sub(r" in [\d.]+s.*", "", done.stdout.strip().splitlines()[-1].strip("= "))
    return Row(what, "all pass", result, done.returncode == 0, f"`pytest {' '.join(arguments)}`")
