"""How hard the pages are to read: grades of whole pages, and the lengths of sentences.

Headings and list items get a full stop, as the NHS advises for its own use of these formulas.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import textstat
from guide.addresses import folder_of

from .markup import parse, text
from .real_content import addresses

FIRST_AID = ("home", "steps/", "positions/", "help")
"""The pages for someone in pain: grade 6 at most, by either formula's own limit."""
LATER = tuple(address for address in ("why", "next") if address in addresses())
"""The pages for afterwards: aim for grade 8."""

_SPOKEN = {"h1", "h2", "h3", "p", "li", "figcaption"}
_LEFT_OUT = {"nav", "aside", "svg", "select", "small"}
_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Grade:
    """Two grades of one text, in years of US school."""

    flesch_kincaid: float
    smog: float


def sentences(site: Path, tag: str, address: str) -> list[str]:
    """The sentences of a page in order, each with its full stop."""
    tree = parse(site / tag / folder_of(address) / "index.html")
    page = next(element for element in tree.iter() if "g-page" in element.get("class", "").split())
    found: list[str] = []
    _collect(page, found)
    return [sentence for words in found for sentence in _END.split(words) if sentence]


def grade(found: list[str]) -> Grade:
    """The grades of those sentences. SMOG is made for thirty and more: join short pages."""
    joined = " ".join(found)
    return Grade(textstat.flesch_kincaid_grade(joined), textstat.smog_index(joined))


def _collect(element: Element, found: list[str]) -> None:
    for child in element:
        if child.tag in _LEFT_OUT or child.get("data-countries"):
            continue
        inner = any(
            grandchild.tag in _SPOKEN for grandchild in child.iter() if grandchild is not child
        )
        if child.tag in _SPOKEN and not inner:
            words = text(_without_asides(child))
            if words:
                found.append(words if words[-1] in ".!?" else f"{words}.")
        else:
            _collect(child, found)


def _without_asides(element: Element) -> Element:
    """A copy without the notes that are set apart, such as whose view a sentence is."""
    copy = Element(element.tag)
    copy.text = element.text
    for child in element:
        if child.tag in _LEFT_OUT or "g-author" in child.get("class", ""):
            kept = Element("span")
        else:
            kept = _without_asides(child)
        kept.tail = child.tail
        copy.append(kept)
    return copy
