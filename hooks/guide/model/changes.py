"""What changed in each version of the content, for those who hold an older copy on paper."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .base import Id, Model

Version = Annotated[str, Field(pattern=r"^\d{4}\.\d+$")]
"""A version of the content, as it stands on paper: `2026.1`. Its parts are numbers."""


class Change(Model):
    """One change. Its words stand under `changes.<id>`."""

    id: Id
    """Names its words: `changes.<id>`."""
    version: Version
    """The version of the content that brought it."""
    on: date
    """The day of the change."""

    @property
    def rank(self) -> tuple[int, ...]:
        """The version as numbers, which can be compared: 2026.10 is newer than 2026.9."""
        return tuple(int(part) for part in self.version.split("."))


class Changes(Model):
    """`changes.yml`, the newest change first."""

    changes: tuple[Change, ...] = Field(strict=False, min_length=1)
    """Every change since the first edition."""

    @property
    def current(self) -> str:
        """The version that the content has now."""
        return self.changes[0].version
