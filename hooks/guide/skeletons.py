"""Skeletons: one Markdown file a kind of page in `docs/`, which says what stands on it, in order.

Each line is a comment that names a component: `<!-- guide:sections -->`. A file without them reads
as nothing anywhere, and no sentence hides in it from translators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .addresses import DOCUMENTS, SINGLE_PAGES
from .content import Content
from .problems import Problem, Span, did_you_mean
from .templates import component_names

_DIRECTIVE = re.compile(r"^<!-- guide:([a-z][a-z-]*) -->$")

ARTICLE = "article"
"""The skeleton of a page of prose that has none of its own."""


@dataclass(frozen=True)
class Skeleton:
    """The components of one kind of page, in order."""

    name: str
    components: tuple[str, ...]


def skeleton_name(address: str, existing: frozenset[str]) -> str:
    """Which skeleton the page at `address` has."""
    folder, _, _ = address.rpartition("/")
    if folder:
        return {"steps": "step", "positions": "position"}[folder]
    return address if address in existing else ARTICLE


def read_skeletons(docs: Path, content: Content, problems: list[Problem]) -> dict[str, Skeleton]:
    """Every skeleton by its name. What is wrong in them becomes problems."""
    needed = {"step", "position", ARTICLE, *SINGLE_PAGES} - DOCUMENTS.keys()
    allowed = {*needed, *content.guide.model.articles}
    found = {}
    for path in sorted(docs.glob("*.md")):
        if path.stem not in allowed:
            message = f"no kind of page is called `{path.stem}`"
            span = Span(path.as_posix())
            problems.append(
                Problem("unexpected-file", message, span, did_you_mean(path.stem, allowed))
            )
            continue
        found[path.stem] = Skeleton(path.stem, tuple(_components(path, problems)))
    for name in sorted(needed - set(found)):
        span = Span((docs / f"{name}.md").as_posix())
        message = f"the pages of kind `{name}` have no skeleton"
        problems.append(Problem("missing-skeleton", message, span, "put the file back"))
    return found


def _components(path: Path, problems: list[Problem]) -> list[str]:
    known = component_names()
    names = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        span = Span(path.as_posix(), number, 1, len(line))
        match = _DIRECTIVE.match(line.strip())
        if not match:
            help_ = (
                "a line names one component: `<!-- guide:sections -->`; sentences go to locales/"
            )
            problems.append(Problem("not-a-component", "this is no component", span, help_))
        elif match.group(1) not in known:
            message = f"no component is called `{match.group(1)}`"
            problems.append(
                Problem("unknown-component", message, span, did_you_mean(match.group(1), known))
            )
        else:
            names.append(match.group(1))
    return names
