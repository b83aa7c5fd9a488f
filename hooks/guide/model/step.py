"""The steps of first aid. The limits of ice are part of the type."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import Id, Model
from .quantity import Quantities, Quantity, Unit
from .section import Article

ICE_CEILING_MINUTES = 20
"""Nobody keeps ice on for longer. Source: patient leaflets of NHS trusts (`mpft-cold`)."""
ICE_LOOK_MINUTES = 5
"""The skin is looked at after so many minutes, or earlier."""
ICE_PAUSE_HOURS = 2
"""The skin warms for so long, or longer, before ice goes on again."""
HEAT_CEILING_MINUTES = 15
"""Heat is taken off by then (`mpft-heat`)."""


class IceLimits(Model):
    """What ice is held to. A file that goes beyond it is not content, but a mistake."""

    time: Quantity
    """How long ice stays on."""
    never_over: Quantity
    """The ceiling that every page and card prints."""
    look_after: Quantity
    """When to look at the skin."""
    again_after: Quantity
    """How long the skin warms before ice goes on again."""
    heat_time: Quantity
    """How long heat stays on, for the few who cannot take cold."""
    cloth: Literal["required"]
    """Something thin stands between the pack and the skin."""
    put_on: tuple[Literal["on-the-side", "sitting"], ...] = Field(strict=False, min_length=1)
    """How one lies or sits while it is on: nobody lies on the pack."""
    off_before_lying_back: Literal[True]
    """Ice is taken off before anyone lies on the back."""

    @model_validator(mode="after")
    def _within_safe_limits(self) -> IceLimits:
        minutes, hours = Unit.MINUTE, Unit.HOUR
        rules = (
            ("never_over", minutes, self.never_over.highest <= ICE_CEILING_MINUTES),
            ("time", minutes, self.time.highest <= self.never_over.highest),
            ("look_after", minutes, self.look_after.highest <= ICE_LOOK_MINUTES),
            ("again_after", hours, self.again_after.lowest >= ICE_PAUSE_HOURS),
            ("heat_time", minutes, self.heat_time.highest <= HEAT_CEILING_MINUTES),
        )
        broken = [
            name for name, unit, holds in rules if not holds or getattr(self, name).unit is not unit
        ]
        if broken:
            raise ValueError(f"over-limit:{','.join(broken)}")
        return self

    def quantities(self) -> Quantities:
        """The limits that strings may name, such as `{ice.never_over}`."""
        return {
            name: value
            for name in type(self).model_fields
            if isinstance(value := getattr(self, name), Quantity)
        }


class PlainStep(Article):
    """A step that needs no limits of its own."""

    kind: Literal["plain"]
    """A step without limits."""
    figure: Id | None = None
    """The picture that leads the page."""


class IceStep(Article):
    """The step that puts something cold on skin."""

    kind: Literal["ice"]
    """A step with something cold: it has limits."""
    figure: Id | None = None
    """The picture that leads the page."""
    limits: IceLimits
    """What no file may go beyond."""

    def all_quantities(self) -> Quantities:
        """Its own numbers and its limits, under one name each."""
        return {**self.quantities, **self.limits.quantities()}


Step = Annotated[PlainStep | IceStep, Field(discriminator="kind")]
