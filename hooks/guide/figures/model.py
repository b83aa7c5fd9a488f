"""What all models of pictures have in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


class Frozen(BaseModel):
    """A value that cannot change and knows no fields but its own: safe to hash and to cache."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False
    )


FigureId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""The name of a picture: equal to the name of its file."""


def _in_order(span: tuple[float, float]) -> tuple[float, float]:
    if span[0] >= span[1]:
        raise ValueError(f"{span[0]:g} is not less than {span[1]:g}: write the smaller one first")
    return span


Span = Annotated[tuple[float, float], AfterValidator(_in_order)]
"""A smaller and a larger value, in this order."""

Metres = Annotated[float, Field(gt=0, lt=3)]
"""The size of a real thing."""
