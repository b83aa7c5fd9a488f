"""The one file that holds the order of everything."""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from .base import Address, Id, Model
from .changes import Version


class Guide(Model):
    """`guide.yml`."""

    version: Version
    """The version of the content, as it stands on paper: `2026.1`."""
    checked: date
    """When the content was last compared with its sources."""
    next_check: date
    """When it has to be done again."""
    steps: tuple[Id, ...] = Field(strict=False, min_length=1)
    """The steps of first aid, in order."""
    positions: tuple[Id, ...] = Field(strict=False, min_length=1)
    """The relief positions, the recommended one first, then the ways down and up."""
    articles: tuple[Id, ...] = Field(strict=False)
    """Pages of prose from `explanation/`."""
    leave_out: tuple[Address, ...] = Field(default=(), strict=False)
    """Articles, or sections of them, that a fork does not show. Their files stay as they are."""
    menu: tuple[Address, ...] = Field(strict=False, min_length=1)
    """The pages in the order of the menu. `steps` and `positions` stand for all of theirs."""
    glossary: tuple[Id, ...] = Field(default=(), strict=False)
    """The terms that a language calls by one word throughout."""

    @model_validator(mode="after")
    def _next_check_comes_later(self) -> Guide:
        if self.next_check <= self.checked:
            raise ValueError("`next_check` must be later than `checked`")
        return self
