"""How soon a page shows something on a slow line, against a bare page with the same words."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser

from ..browser import running_browser
from ..markup import parse
from ..server import TYPES
from .row import Row

_RUNS = 7
_RATIO = 1.2
_PAGES = ("en/index.html", "en/steps/ice/index.html", "ar/help/index.html")
_SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000,
            "uploadThroughput": 50_000}  # fmt: skip
"""400 ms there and back, 400 kbit a second: what web tests call slow 3G."""

_PAINT = """
() => new Promise((resolve) => {
  const seen = (list) => resolve(list.getEntriesByName("first-contentful-paint")[0].startTime);
  new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
})
"""


def rows(site: Path) -> Iterator[Row]:
    """One row a page: medians of visits that take turns."""
    files = {name: _compressed(site / name) for name in _named(site)}
    with _serving(files) as address, running_browser() as browser:
        for name in _PAGES:
            files[f"bare/{name}"] = gzip.compress(_bare(site / name).encode(), 9, mtime=0)
            ours, bare = [], []
            for _ in range(_RUNS):
                ours.append(_first_paint(browser, f"{address}/{name}"))
                bare.append(_first_paint(browser, f"{address}/bare/{name}"))
            ratio = median(ours) / median(bare)
            yield Row(
                f"`{name.removesuffix('index.html')}`: first contentful paint, slow 3G",
                f"at most {_RATIO} times a bare page with the same words",
                f"{ratio:.2f} times ({median(ours):.0f} ms, {median(bare):.0f} ms)",
                ratio <= _RATIO,
                f"Chromium, 400 ms and 400 kbit/s, gzip, medians of {_RUNS} visits in turn",
            )


def _named(site: Path) -> list[str]:
    return [p.relative_to(site).as_posix() for p in site.rglob("*") if p.suffix in TYPES]


def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)


def _bare(path: Path) -> str:
    """The words of a page, a paragraph for each element that holds some, and nothing else."""
    tree = parse(path)
    body = next(tree.iter("body"))
    said = [" ".join(words.split()) for words in body.itertext()]
    paragraphs = "\n".join(f"<p>{escape(words)}</p>" for words in said if words)
    return (
        f'<!doctype html><html lang="{tree.get("lang")}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Bare</title>{paragraphs}</html>"
    )


class _serving:
    """A host that compresses, for files that are kept in memory."""

    def __init__(self, files: dict[str, bytes]) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                name = self.path.lstrip("/").partition("?")[0]
                body = files.get(name, b"")
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", TYPES.get(Path(name).suffix, "text/plain"))
                self.send_header("Content-Length", str(len(body)))
                if body:
                    self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self) -> str:
        Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def _first_paint(browser: Browser, url: str) -> float:
    context = browser.new_context(viewport={"width": 360, "height": 640}, service_workers="block")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _SLOW_3G)
    page.goto(url, wait_until="load", timeout=60_000)
    found: float = page.evaluate(_PAINT)
    context.close()
    return found
