"""How soon a page shows something on a slow line, against a bare page with the same words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from html import escape
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from ..browser import running_browser
from ..markup import parse
from ..server import serve
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
    with ExitStack() as stack:
        bare = Path(stack.enter_context(TemporaryDirectory()))
        for name in _PAGES:
            (bare / name).parent.mkdir(parents=True)
            (bare / name).write_text(_bare(site / name), "utf-8")
        hosts = [stack.enter_context(serve(one, compressed=True)) for one in (site, bare)]
        browser = stack.enter_context(running_browser())
        for name in _PAGES:
            seen: list[list[float]] = [[], []]
            for _ in range(_RUNS):
                for host, times in zip(hosts, seen, strict=True):
                    times.append(_first_paint(browser, f"{host}/{name}"))
            ours, floor = map(median, seen)
            ratio = ours / floor
            yield Row(
                f"`{name.removesuffix('index.html')}`: first contentful paint, slow 3G",
                f"at most {_RATIO} times a bare page with the same words",
                f"{ratio:.2f} times ({ours:.0f} ms, {floor:.0f} ms)",
                ratio <= _RATIO,
                f"Chromium, 400 ms and 400 kbit/s, gzip, medians of {_RUNS} visits in turn",
            )


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
