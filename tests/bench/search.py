"""The search: what it finds, what it weighs, and how soon it answers on a slow phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from ..browser import running_browser, visit
from ..real_content import published
from ..searching import RESULTS, answers, asked, hits, open_search, weight
from ..server import serve
from .row import Row

_MOST_BYTES = 24_000
_SLOWER = 4
_MILLISECONDS = 50
_KEYS = 12
"""Last keys a language whose time is taken."""

_WATCH = """() => {
  const results = document.querySelector("[data-search-results]");
  const input = document.querySelector("[data-search] input");
  input.addEventListener("keydown", (event) => { globalThis.pressed = event.timeStamp; }, true);
  new MutationObserver(() => {
    results.getBoundingClientRect();
    globalThis.answered = performance.now() - globalThis.pressed;
  }).observe(results, { childList: true });
}"""


def rows(site: Path) -> Iterator[Row]:
    """Hits and weight by language, and the time from a last key to its first result."""
    worst: dict[str, float] = {}
    with serve(site) as server, running_browser() as browser:
        for tag in ("en", *published()):
            queries = asked(tag)
            with visit(browser, f"{server}/{tag}/") as here:
                open_search(here.page)
                found = answers(here.page, [query.words for query in queries])
            first, three = (len(hits(queries, found, count)) / len(queries) for count in (1, 3))
            bytes_ = weight(site, tag)
            yield Row(
                f"search in `{tag}`: the right page first, among three, and what it weighs",
                f"80 %, 95 %, {_MOST_BYTES:,} bytes",
                f"{first:.0%}, {three:.0%}, {bytes_:,} bytes",
                first >= 0.8 and three >= 0.95 and bytes_ <= _MOST_BYTES,
                f"{len(queries)} queries in a real browser; gzip -9, scripts and index",
            )
            worst[tag] = _answer_time(browser, f"{server}/{tag}/", tag)
    slowest = max(worst, key=worst.__getitem__)
    yield Row(
        f"last key to first result, CPU {_SLOWER} times slower",
        f"within {_MILLISECONDS} ms",
        f"{worst[slowest]:.0f} ms in `{slowest}`, {median(worst.values()):.0f} ms in most",
        worst[slowest] <= _MILLISECONDS,
        f"median of {_KEYS} queries a language, the slowest language",
    )


def _answer_time(browser: Browser, url: str, tag: str) -> float:
    """Milliseconds from pressing the last key of a query to its results, laid out."""
    times = []
    with visit(browser, url) as here:
        page = here.page
        open_search(page)
        page.evaluate(_WATCH)
        devtools = page.context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        for query in asked(tag)[:_KEYS]:
            page.locator("input[type=search]").fill(query.words[:-1])
            page.evaluate("globalThis.answered = null")
            page.keyboard.press("End")
            page.keyboard.type(query.words[-1])
            page.locator(RESULTS).first.wait_for()
            times.append(page.evaluate("globalThis.answered"))
    return median(time for time in times if time is not None)
