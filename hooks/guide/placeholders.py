"""Placeholders in strings: `{ice.time}` is a quantity, `{n}` is a value that a component fills."""

from __future__ import annotations

import re
from collections.abc import Callable

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_WELL_FORMED = re.compile(r"^[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)?$")


def placeholders(text: str) -> list[str]:
    """The names in braces, in order, whether they are well formed or not."""
    return _PLACEHOLDER.findall(text)


def malformed(text: str) -> str | None:
    """The first thing in braces that cannot be a placeholder, or a brace without its partner."""
    for name in placeholders(text):
        if not _WELL_FORMED.match(name):
            return f"{{{name}}}"
    rest = _PLACEHOLDER.sub("", text)
    return next((brace for brace in rest if brace in "{}"), None)


def split(text: str) -> list[tuple[str, str | None]]:
    """`text` in pieces: each with what stands there, and its name if it is a placeholder."""
    pieces: list[tuple[str, str | None]] = []
    end = 0
    for match in _PLACEHOLDER.finditer(text):
        if match.start() > end:
            pieces.append((text[end : match.start()], None))
        pieces.append((match.group(), match.group(1)))
        end = match.end()
    if end < len(text):
        pieces.append((text[end:], None))
    return pieces


def fill(text: str, value: Callable[[str], str]) -> str:
    """`text` with each placeholder replaced by `value(name)`."""
    return "".join(piece if name is None else value(name) for piece, name in split(text))
