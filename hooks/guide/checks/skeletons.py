"""The skeletons in `docs/` name components that exist, and hold no prose."""

from __future__ import annotations

from pathlib import Path

from ..content import Content
from ..problems import Problem
from ..skeletons import read_skeletons


def check(content: Content, docs: Path) -> list[Problem]:
    """What is wrong in the skeletons of the pages."""
    problems: list[Problem] = []
    read_skeletons(docs, content, problems)
    return problems
