"""Built pages as trees, read as a browser reads them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib


@cache
def parse(path: Path) -> Element:
    """The tree of a page."""
    return parsed(path.read_text("utf-8"))


def parsed(html: str) -> Element:
    """HTML as a tree. Its names carry no namespace."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    for element in tree.iter():
        if isinstance(element.tag, str):  # a comment has a function
            # The parser leaves out the namespace of HTML alone, and keeps that of a picture.
            element.tag = element.tag.rpartition("}")[2]
    return tree


def text(element: Element) -> str:
    """The words of an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def having(tree: Element, attribute: str, value: str | None = None) -> Iterator[Element]:
    """Elements with an attribute; with `value`, those that name it among others."""
    for element in tree.iter():
        found = element.get(attribute)
        if found is not None and (value is None or value in found.split()):
            yield element


def has(tree: Element, attribute: str, value: str) -> bool:
    """Whether an element names `value` in that attribute."""
    return next(having(tree, attribute, value), None) is not None


def links(tree: Element) -> list[str]:
    """Where the links of a page lead."""
    return [link.get("href", "") for link in tree.iter("a")]
