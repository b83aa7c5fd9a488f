"""What must hold across files. Each module looks at one thing, and reports all that it finds."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ..content import Content
from ..left_out import shown
from ..loader import load
from ..problems import Problem, errors
from . import (
    addresses,
    card,
    changes,
    facts,
    figures,
    glyphs,
    now,
    order,
    safety,
    skeletons,
    strings,
    translations,
)


def check(
    root: Path, docs: Path, wanted: Collection[str] = (), *, is_preview: bool = False
) -> tuple[Content | None, list[Problem]]:
    """Read the content under `root` and hold it, and the skeletons in `docs`, to every rule.

    With `wanted`, no other translation is read: a live preview of one language is quick.
    A preview may say what no version of the card has said yet: its author is still writing.
    The content is None if it could not be read well enough to check, or has errors.
    """
    problems: list[Problem] = []
    content = load(root, problems, wanted)
    if content is None:
        return None, problems
    problems += order.check(content)
    whole = order.completed(content)
    for module in (addresses, facts, figures, safety, strings):
        problems += module.check(whole)
    problems += translations.check(whole, wanted)
    problems += skeletons.check(whole, docs)
    if not errors(problems):  # these only name the rest, and would tell of its faults again
        left = shown(whole)
        problems += [*card.check(left), *now.check(whole)] or glyphs.check(left)
    if not errors(problems):
        problems += changes.check(whole, is_preview=is_preview)
    return (None if errors(problems) else content), problems
