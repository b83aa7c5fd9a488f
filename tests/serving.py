"""The live preview: a changed string, and how long it takes to the page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

_PATIENCE = 120.0


@contextmanager
def served(folder: Path, *tags: str) -> Iterator[str]:
    """`mkdocs serve` of the project in `folder`, with those languages: its address, once up."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    environment = {**os.environ, "LOCALES": ",".join(tags), "PYTHONPATH": str(folder / "hooks")}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
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
    start = time.perf_counter()
    while time.perf_counter() - start < _PATIENCE:
        try:
            with urlopen(url, timeout=_PATIENCE) as answer:
                if words in answer.read().decode():
                    return time.perf_counter() - start
        except (URLError, ConnectionError):
            pass
        time.sleep(0.05)
    raise AssertionError(f"{url} did not show {words!r} within {_PATIENCE:.0f} s")
