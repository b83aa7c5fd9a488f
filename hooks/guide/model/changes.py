"""What changed in each version of the content, for those who hold an older copy on paper."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .base import Id, Model


class Change(Model):
    """One change. Its words stand under `changes.<id>`."""

    id: Id
    """Names its words: `changes.<id>`."""
    version: Annotated[str, Field(pattern=r"^\d{4}\.\d+$")]
    """The version of the content that brought it."""
    on: date
    """The day of the change."""


class Changes(Model):
    """`changes.yml`, the newest change first."""

    changes: tuple[Change, ...] = Field(strict=False, min_length=1)
    """Every change since the first edition."""
