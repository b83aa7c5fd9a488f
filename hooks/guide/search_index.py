"""The search index of one language, read from the finished pages: it finds what stands on them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

_SKIPPED = {"nav", "select", "aside", "script", "style"}
_PICTURE = re.compile(r"<svg.*?</svg>", re.DOTALL)
"""Pictures hold most of a page's tags, and no words that are searched for."""
_BREAKS = {"p", "li", "h1", "h2", "h3", "figcaption", "label"}
_HEADINGS = {"h1", "h2", "h3"}


@dataclass
class Entry:
    """A stretch of a page under one heading."""

    link: str
    """From the folder of the locale: `steps/ice/#do`."""
    page: str
    title: str
    text: list[str]
    """Its sentences and list items, one a piece, so that a result can show the one that matches."""


@lru_cache(maxsize=1024)
def entries(link: str, title: str, html: str) -> tuple[Entry, ...]:
    """The stretches of one page, each with its heading. A live preview asks again for most."""
    reader = _Reader(link, title)
    reader.feed(_PICTURE.sub("", html))
    reader.close()
    reader.flush()
    return tuple(entry for entry in reader.entries if entry.text or entry.title)


def as_script(found: Iterable[Entry], tag: str) -> str:
    """The index as a script, so that it also loads from `file://`, where nothing can be fetched."""
    rows = [[entry.link, entry.page, entry.title, entry.text] for entry in found]
    data = json.dumps({"tag": tag, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"globalThis.guideSearchIndex={safe};\n"


class _Reader(HTMLParser):
    """Collects text by heading. It reads only what this project's own templates wrote."""

    def __init__(self, link: str, page: str) -> None:
        super().__init__()
        self.link, self.page = link, page
        self.entries = [Entry(link, page, page, [])]
        self.skipping = 0
        self.heading: str | None = None
        self.buffer = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self.flush()
            self.skipping += 1
        elif tag in _BREAKS:
            self.flush()
        if tag in _HEADINGS and not self.skipping:
            anchor = dict(attrs).get("id")
            self.heading = anchor or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self.skipping = max(0, self.skipping - 1)
        elif tag in _HEADINGS and self.heading is not None:
            self._begin(tag, self.heading, " ".join(self.buffer.split()))
            self.heading, self.buffer = None, ""
        elif tag in _BREAKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.buffer += data

    def flush(self) -> None:
        text = " ".join(self.buffer.split())
        if text and self.heading is None:
            self.entries[-1].text.append(text)
            self.buffer = ""

    def _begin(self, tag: str, anchor: str, title: str) -> None:
        if tag != "h1":
            self.entries.append(Entry(f"{self.link}#{anchor}", self.page, title, []))
