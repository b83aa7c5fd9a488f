"""The search as a reader uses it: what people type, and what the open panel answers."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from guide.addresses import folder_of, page_addresses
from playwright.sync_api import Page

from .real_content import ROOT, content

QUERIES = ROOT / "tests" / "queries"
PARTS = ("search.css", "search-words.js", "search-engine.js", "search-panel.js")
RESULTS = "[data-search-results] a[href]"

_ASK = """(queries) => {
  const panel = document.querySelector("[data-search]");
  const input = panel.querySelector("input");
  const home = new URL(".", new URL(panel.dataset.index, location));
  return queries.map((query) => {
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const links = [...document.querySelectorAll("[data-search-results] a[href]")];
    return links.map((link) => link.href.slice(home.href.length));
  });
}"""


@dataclass(frozen=True)
class Query:
    """What someone types, and the pages that answer it: any of them is right."""

    words: str
    pages: tuple[str, ...]

    def is_answered_by(self, link: str) -> bool:
        """Whether a link, from the folder of its language, leads to one of the pages."""
        return any(
            link == _link(page) or link.partition("#")[0] == _link(page) for page in self.pages
        )


def _link(address: str) -> str:
    page, _, anchor = address.partition("#")
    return folder_of(page) + (f"#{anchor}" if anchor else "")


@cache
def written(tag: str) -> tuple[Query, ...]:
    """What people type in that language: written before the search was tuned, and not for it."""
    rows = yaml.safe_load((QUERIES / f"{tag}.yml").read_text("utf-8"))
    return tuple(Query(str(row["query"]), tuple(row["page"])) for row in rows)


def asked(tag: str) -> list[Query]:
    """The queries of that language, without those whose answer a fork leaves out."""
    there = page_addresses(content())
    return [
        query
        for query in written(tag)
        if all(page.partition("#")[0] in there for page in query.pages)
    ]


def open_search(page: Page) -> None:
    """Open the panel by its key, and wait until it answers."""
    page.keyboard.press("/")
    page.locator("[data-search=ready]").wait_for()


def answers(page: Page, typed: list[str]) -> list[list[str]]:
    """The links of the open panel for each of these, from the folder of the language."""
    found: list[list[str]] = page.evaluate(_ASK, typed)
    return found


def hits(asked: Sequence[Query], found: list[list[str]], first: int) -> list[Query]:
    """The queries whose page is among the first so many links."""
    return [
        query
        for query, links in zip(asked, found, strict=True)
        if any(query.is_answered_by(link) for link in links[:first])
    ]


def weight(site: Path, tag: str) -> int:
    """The bytes that a reader's search costs, compressed: its parts and its index."""
    files = [*(site / "assets" / name for name in PARTS), site / tag / "search.js"]
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
