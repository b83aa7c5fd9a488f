"""The words of the card in one language, for the page of another to set beside its own.

They are read from the finished page, so that both always say the same. A script, and not data to
fetch: that also loads from `file://`.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

from .model.locale import Locale
from .text import FIRST_STRONG_ISOLATE, POP_ISOLATE

_PICTURE = re.compile(r"<svg.*?</svg>", re.DOTALL)


def as_script(html: str, locale: Locale) -> str:
    """The words by the names in `data-say`, each with its language if that is another."""
    reader = _Reader()
    reader.feed(_PICTURE.sub("", html))
    reader.close()
    words = {
        name: [text.strip(), *([lang] if lang else [])]
        for name, (text, lang) in reader.words.items()
    }
    data = json.dumps(
        {"dir": locale.direction, "words": words}, ensure_ascii=False, separators=(",", ":")
    )
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(globalThis.guideCard??={{}})[{json.dumps(locale.tag)}]={safe};\n"


class _Reader(HTMLParser):
    """Collects what stands in elements with `data-say`. They hold nothing but words and spans."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, tuple[str, str]] = {}
        self.name = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self.depth:
            self.depth += 1
            self._add(FIRST_STRONG_ISOLATE if tag == "bdi" else "", attributes.get("lang") or "")
        elif name := attributes.get("data-say"):
            self.name, self.depth = name, 1
            self.words[name] = ("", "")

    def handle_endtag(self, tag: str) -> None:
        if self.depth:
            self._add(POP_ISOLATE if tag == "bdi" else "")
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.depth:
            self._add(data)

    def _add(self, words: str, lang: str = "") -> None:
        said, known = self.words[self.name]
        self.words[self.name] = (said + words, known or lang)
