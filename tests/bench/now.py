"""How light /now/ is, and how soon it shows something on a slow network."""

from __future__ import annotations

import gzip
import re
import statistics
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser

from ..browser import running_browser
from ..markup import parse, text
from ..real_content import tags
from .row import Row

_MOST_BYTES = 14_000
_RATIO = 1.1
_ROUNDS = 11
_SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""What browsers call slow 3G."""


class _Compressing(SimpleHTTPRequestHandler):
    """Sends every page compressed, as hosts do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        body = gzip.compress(page.read_bytes(), 9, mtime=0) if page.is_file() else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", self.guess_type(str(page)))
        self.send_header("Content-Encoding", "gzip" if body else "identity")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def rows(site: Path) -> Iterator[Row]:
    """The weight in each language, and the first paint against a bare page with the same text."""
    weights = {
        tag: len(gzip.compress((site / tag / "now" / "index.html").read_bytes(), 9, mtime=0))
        for tag in tags()
    }
    heaviest = max(weights, key=weights.__getitem__)
    yield Row(
        f"/now/, heaviest of {len(weights)} languages",
        f"at most {_MOST_BYTES} bytes",
        f"{weights[heaviest]} ({heaviest})",
        weights[heaviest] <= _MOST_BYTES,
        "gzip -9, figures and styles included",
    )
    for tag in ("en", heaviest):
        ours, bare = _first_paints(site, tag)
        yield Row(
            f"/{tag}/now/: first contentful paint on slow 3G",
            f"at most {_RATIO} times a bare page with the same text",
            f"{ours / bare:.2f} times ({ours:.0f} ms, {bare:.0f} ms)",
            ours <= _RATIO * bare,
            f"400 ms and 50 kB/s, interleaved medians of {_ROUNDS}",
        )


def _first_paints(site: Path, tag: str) -> tuple[float, float]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for part in (f"{tag}/now/index.html", "assets/now.js", "assets/icon.svg"):
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            (folder / part).write_bytes((site / part).read_bytes())
        (folder / "bare.html").write_text(_bare(site / tag / "now" / "index.html"), "utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=name))
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        with running_browser() as browser:
            pages = (f"{address}/{tag}/now/", f"{address}/bare.html")
            found = [tuple(_paint(browser, page) for page in pages) for _ in range(_ROUNDS)]
        server.shutdown()
    ours, bare = (statistics.median(times) for times in zip(*found, strict=True))
    return ours, bare


def _bare(path: Path) -> str:
    """The text of a page as paragraphs: no look, no pictures, no script."""
    tree = parse(path)
    words = [
        text(element)
        for element in next(tree.iter("body")).iter()
        if element.tag in {"h1", "h2", "h3", "p", "li", "a", "button"}
    ]
    body = "".join(f"<p>{re.sub('[<&]', '', one)}</p>" for one in words if one)
    return f"<!doctype html><meta charset=utf-8><title>{words[0]}</title>{body}"


def _paint(browser: Browser, url: str) -> float:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", _SLOW)
    page.goto(url, wait_until="load")
    entry = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    page.wait_for_function(entry)
    time = float(page.evaluate(entry))
    context.close()
    return time
