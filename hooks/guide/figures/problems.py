"""What a picture does wrong, said so that its author can put it right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureProblem:
    """One fault of one picture."""

    path: tuple[str | int, ...]
    """Where it is in the picture's YAML, such as ``("claims", 2)``."""

    message: str
    """The fact: lower case, no full stop, backticks around what the author typed."""

    help: str
    """How to put it right, with the number to write where there is one."""
