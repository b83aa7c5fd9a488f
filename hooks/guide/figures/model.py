"""What all models of pictures have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Frozen(BaseModel):
    """A value that cannot change and knows no other fields than its own: safe to hash and to cache."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False
    )


FigureId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""The name of a picture: equal to the name of its file."""

Span = tuple[float, float]
"""A smallest and a largest value."""
