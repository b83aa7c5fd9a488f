"""One complaint of pydantic, and the value in a file that it is about."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from .yaml_source import Located

Loc = tuple[str | int, ...]
"""The way to a value: the names of fields, and the places in lists."""


class Fault:
    """One complaint of pydantic, and the place that it is about."""

    def __init__(self, detail: ErrorDetails, located: Located, root: Any, kind: str) -> None:
        self.loc = detail["loc"]
        self.error = detail["type"]
        self.said = detail["msg"]
        self.context: dict[str, Any] = detail.get("ctx", {})
        self.root = root
        self.kind = kind
        self.place, self.path = find(located, self.loc)

    @property
    def name(self) -> str:
        """The value at fault, as it is named in a message."""
        return name_of(self.path, self.kind)


def find(located: Located, loc: Loc) -> tuple[Located, list[str | int]]:
    """The value that `loc` leads to. Pydantic puts the tags of unions into it; they are no keys."""
    path: list[str | int] = []
    here = located
    for step in loc:
        deeper = here.at((step,))
        if deeper is not here:
            here = deeper
            path.append(step)
    return here, path


def name_of(path: list[str | int], kind: str) -> str:
    """A value as messages name it, by the way to it: a field, an entry of a list, or the file."""
    words = [step for step in path if isinstance(step, str)]
    if not words:
        return kind
    return f"an entry of `{words[-1]}`" if isinstance(path[-1], int) else f"`{words[-1]}`"


def shown(place: Located) -> str:
    """What stands there, as messages show it."""
    if isinstance(place.value, dict):
        return "`name: value` lines"
    return "a list" if isinstance(place.value, list) else f"`{place.typed}`"
