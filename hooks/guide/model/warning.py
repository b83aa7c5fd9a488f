"""The signs that first aid is not enough, by how fast to act."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .base import Id, Model
from .quantity import Quantities


class Urgency(StrEnum):
    """How fast to act."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    SEE_SOMEONE = "see-someone"
    CHILD = "child"
    """When someone under 18 needs to be seen."""


EMERGENCY_SIGNS = (
    "both-legs",
    "saddle-numbness",
    "bladder-bowel",
    "belly-or-back-with-faintness",
    "chest-pain",
    "accident",
    "blood-thinners",
    "child-with-weakness",
)
"""The signs that stand on help, on /now/, and on every card. None may be missing, none reordered:
the first three are one thought (cauda equina syndrome) and come first."""


class Sign(Model):
    """One warning sign. Its words stand under `signs.<id>`."""

    id: Id
    """Names its words: `signs.<id>`."""
    urgency: Annotated[Urgency, Field(strict=False)]
    """How fast a reader with this sign has to act."""
    sources: tuple[Id, ...] = Field(strict=False, min_length=1)
    """The works that it rests on."""
    awaits_clinician: bool = False
    """The wording waits for a clinician's decision, and the page says so."""


class Warnings(Model):
    """`warnings.yml`."""

    quantities: Quantities = {}
    """The ages and weeks that signs name, such as `{warnings.pregnancy}`."""
    signs: tuple[Sign, ...] = Field(strict=False, min_length=1)
    """The emergency signs first, in their order."""

    def by_urgency(self, urgency: Urgency) -> tuple[Sign, ...]:
        """The signs of one urgency, in the order of the file."""
        return tuple(sign for sign in self.signs if sign.urgency is urgency)
