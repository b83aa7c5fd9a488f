"""Every line of the guide by the name of its string."""

from __future__ import annotations

from collections.abc import Mapping

from .content import Content
from .model.section import Line
from .strings import Key, owner_key


def lines(content: Content) -> Mapping[Key, Line]:
    """The lines of all pages: `("steps", "ice", "do", "time")` leads to one of them."""
    return {
        (*owner_key(address), section.id, line.id): line
        for address, document in content.pages()
        for section in document.model.sections
        for line in section.lines
    }
