"""The positions that ease the back, and the way down to them and up again."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from .base import Id
from .section import Article


class Position(Article):
    """One page under `positions/`."""

    kind: Literal["relief", "transition"]
    """`relief`: a position to stay in. `transition`: how to get there and away."""
    figures: tuple[Id, ...] = Field(strict=False)
    """The pictures that lead the page. A relief position has at least one."""
    on_floor: bool
    """Whether one has to get down to the floor: then its cautions are required."""

    @model_validator(mode="after")
    def _relief_is_shown(self) -> Position:
        if self.kind == "relief" and not self.figures:
            raise ValueError("a relief position needs a picture in `figures`")
        return self
