"""The live preview: a changed string, and how long it takes to the page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_LOG = "serve.log"
_PATIENCE = 120.0


@contextmanager
def served(folder: Path, *tags: str) -> Iterator[str]:
    """`mkdocs serve` of the project in `folder`, with those languages: its address, once up.

    What it says goes to a file there: see `wait_for_message`.
    """
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    environment = {**os.environ, "LOCALES": ",".join(tags), "PYTHONPATH": str(folder / "hooks")}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (folder / _LOG).open("w") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/{tags[0] if tags else 'en'}/", "<h1")
        yield address
    finally:
        process.terminate()
        process.wait()


def wait_for(url: str, words: str) -> float:
    """Ask for a page until it holds `words`. Answers the seconds that it took."""

    def page() -> str:
        try:
            with urlopen(url, timeout=_PATIENCE) as answer:
                return str(answer.read().decode())
        except (URLError, ConnectionError):
            return ""

    return _wait(url, page, words)


def wait_for_message(folder: Path, words: str) -> None:
    """Wait until the server of the project in `folder` has said `words`."""
    _wait(_LOG, lambda: (folder / _LOG).read_text("utf-8"), words)


def _wait(name: str, read: Callable[[], str], words: str) -> float:
    start = time.perf_counter()
    while time.perf_counter() - start < _PATIENCE:
        if words in read():
            return time.perf_counter() - start
        time.sleep(0.05)
    raise AssertionError(f"{name} did not show {words!r} within {_PATIENCE:.0f} s")
