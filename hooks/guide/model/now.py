"""What stands on /now/: screens of lines and pictures of the guide, named and never reworded."""

from __future__ import annotations

from pydantic import Field

from .base import Address, Id, Model
from .card import LineName, StepOnCard


class Timer(Model):
    """Times how long ice stays on. Its limits are those of the step."""

    during: LineName
    """What to know while it runs."""
    after: LineName
    """What to know once the ice is off."""


class Screen(StepOnCard):
    """One screen: as a sheet says it, and what only a screen has."""

    page: Address
    """The page or heading that it is drawn from, and named after."""
    figure: Id | None = None
    """A picture that stands before the lines."""
    timer: Timer | None = None
    """Offers to time how long the ice is on. Only for a step with ice."""
    reasons: tuple[LineName, ...] = Field(default=(), strict=False)
    """Why it may help. Reasons stand after everything that is to be done."""
    links: tuple[Address, ...] = Field(default=(), strict=False)
    """Where to read on, beside the page itself."""

    @property
    def id(self) -> str:
        """The anchor of its heading: `ice`, `up`."""
        return self.page.rpartition("#" if "#" in self.page else "/")[2]

    def figures(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Every figure that it names, and where."""
        own: list[tuple[tuple[str | int, ...], str]] = []
        if self.figure:
            own = [(("figure",), self.figure)]
        return [*own, *super().figures()]

    def places(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Every line that it names, and where."""
        found = super().places()
        found += [(("reasons", index), name) for index, name in enumerate(self.reasons)]
        if self.timer:
            found += [
                (("timer", "during"), self.timer.during),
                (("timer", "after"), self.timer.after),
            ]
        return found


class Now(Model):
    """`now.yml`."""

    screens: tuple[Screen, ...] = Field(strict=False, min_length=1)
    """The screens in order. The warning signs stand before them, and are not named here."""
