"""What stands on the sheets to print: lines and pictures of the guide, named and never reworded."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Id, Model

LineName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:steps|positions|articles)(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*){3}$"
    ),
]
"""A line of a page, as its string is called: `steps.ice.do.time`."""


class Picture(Model):
    """A figure, and the lines that stand under it."""

    figure: Id
    """The id of the picture, as in `figures/`."""
    lines: tuple[LineName, ...] = Field(default=(), strict=False)
    """What stands under it."""


class StepOnCard(Model):
    """What a sheet says of one step."""

    before: tuple[LineName, ...] = Field(default=(), strict=False)
    """What must be read before anything of the step is done."""
    lines: tuple[LineName, ...] = Field(default=(), strict=False)
    """What to do, in order."""
    do_not: tuple[LineName, ...] = Field(default=(), strict=False, alias="do-not")
    """What not to do."""
    pictures: tuple[Picture, ...] = Field(default=(), strict=False)
    """Pictures, each with its own lines."""

    def places(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Every line that it names, and where."""
        found: list[tuple[tuple[str | int, ...], str]] = []
        for field, names in (("before", self.before), ("lines", self.lines)):
            found += [((field, index), name) for index, name in enumerate(names)]
        found += [(("do-not", index), name) for index, name in enumerate(self.do_not)]
        for number, picture in enumerate(self.pictures):
            found += [
                (("pictures", number, "lines", index), name)
                for index, name in enumerate(picture.lines)
            ]
        return found

    def figures(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Every figure that it names, and where."""
        return [
            (("pictures", index, "figure"), picture.figure)
            for index, picture in enumerate(self.pictures)
        ]


class Extent(StrEnum):
    """How much of the card a sheet carries."""

    FULL = "full"
    """Posters, large print, and two languages side by side."""
    WALLET = "wallet"
    """The card to fold: the shortest that is still safe."""


class Card(Model):
    """`card.yml`. Each sheet has what it says of every step, by the step's id."""

    full: dict[Id, StepOnCard]
    """The whole card: posters, large print, and two languages side by side."""
    wallet: dict[Id, StepOnCard]
    """The card to fold: the shortest that is still safe."""

    def steps(self, extent: Extent) -> dict[str, StepOnCard]:
        """What the sheets of that extent say of each step."""
        return self.full if extent is Extent.FULL else self.wallet
