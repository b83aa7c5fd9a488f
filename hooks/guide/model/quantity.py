"""Numbers with a unit. They stand in the structure, so that no translation can change one."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from .base import Id, Model


class Unit(StrEnum):
    """What a quantity counts. Its words stand in each locale under `units`.

    How far a pregnancy is counts apart from other weeks: many languages say it otherwise.
    """

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    PREGNANCY_WEEK = "pregnancy-week"
    MONTH = "month"
    YEAR = "year"
    DEGREE = "degree"
    PERCENT = "percent"
    COUNT = "count"


class Quantity(Model):
    """Either one `value`, or a range `from` … `to`."""

    value: int | None = Field(default=None, ge=0)
    """One number."""
    low: int | None = Field(default=None, alias="from", ge=0)
    """Where a range begins."""
    high: int | None = Field(default=None, alias="to", ge=0)
    """Where a range ends."""
    unit: Annotated[Unit, Field(strict=False)]
    """What is counted."""

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Quantity:
        single = self.value is not None
        ranged = self.low is not None and self.high is not None
        if single == (self.low is not None or self.high is not None) or not (single or ranged):
            raise ValueError(
                "this is neither one number nor a range: write `value`, or both `from` and `to`"
            )
        if ranged and self.lowest >= self.highest:
            raise ValueError("`from` must be smaller than `to`")
        if ranged and self.unit is Unit.COUNT:
            raise ValueError("`unit` cannot be `count` in a range: write one `value`")
        return self

    @property
    def lowest(self) -> int:
        """The value, or where the range begins."""
        number = self.value if self.value is not None else self.low
        assert number is not None
        return number

    @property
    def highest(self) -> int:
        """The value, or where the range ends."""
        number = self.value if self.value is not None else self.high
        assert number is not None
        return number

    @property
    def is_range(self) -> bool:
        """Whether it runs from one number to another."""
        return self.value is None


Quantities = dict[Id, Quantity]
"""Named quantities of one owner. Strings write them as `{owner.name}`."""
