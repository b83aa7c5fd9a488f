"""The translations that a command works on, and what is wrong with its arguments."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from ..checks import check
from ..content import Content
from ..languages import translations
from ..problems import errors
from ..report import as_text
from ..strings import Key
from ..translation import Translation


class Refused(Exception):
    """The command cannot be carried out. Its words say why, its status how it ends."""

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.status = status


def load(root: Path, wanted: Collection[str] = ()) -> Content:
    """The content, which must be free of errors. With `wanted`, no other translation is read."""
    content, problems = check(root, Path("docs"), wanted)
    if content is None:
        raise Refused(as_text(errors(problems)), 1)
    return content


def translation(content: Content, tag: str) -> Translation:
    """The translation of that tag."""
    found = translations(content)
    others = [other for other in found if not found[other].is_source]
    if tag not in others:
        raise Refused(f"no translation is called `{tag}`; there are: {', '.join(others) or 'none'}")
    return found[tag]


def named(language: Translation, names: list[str]) -> list[Key]:
    """The strings that were named; `steps.ice.*` names all that begin so, `*` all."""
    keys: list[Key] = []
    for name in names:
        start = tuple(name.removesuffix("*").strip(".").split(".")) if name != "*" else ()
        exact = () if name.endswith("*") else tuple(name.split("."))
        found = [
            key
            for key in language.uses
            if key == exact or (not exact and key[: len(start)] == start)
        ]
        if not found:
            raise Refused(f"no string is called `{name}`")
        keys += found
    return list(dict.fromkeys(keys))


def refuse(refused: Refused) -> int:
    """Say why, and how the command ends."""
    print(refused, file=sys.stdout if refused.status == 1 else sys.stderr)
    return refused.status
