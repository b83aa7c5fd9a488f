"""Emergency numbers: dated, sourced data, one entry a country."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from .base import CountryId, Id, Model, Words


class Number(Model):
    """One number to call."""

    tel: Annotated[str, StringConstraints(pattern=r"^\d{2,5}$")]
    """As it is dialled."""
    confirmed: bool
    """Seen in two places, or at its owner. Others say "check locally"."""
    area: Id | None = None
    """Where or for what it holds. The words stand under `areas.<id>`."""


class Country(Model):
    """One country's numbers."""

    id: CountryId
    """Its two letters from ISO 3166-1, or `EU`."""
    numbers: tuple[Number, ...] = Field(strict=False, min_length=1)
    """The one to show first comes first."""
    checked: date
    """When somebody last looked at the sources."""
    languages: tuple[str, ...] = Field(strict=False, min_length=1)
    """BCP 47 tags: where this country is offered first."""
    sources: tuple[Words, ...] = Field(strict=False, min_length=1)
    """Who says so."""
    recheck: bool = False
    """A change has been announced: look again at the next check."""


class Emergency(Model):
    """`emergency.yml`."""

    countries: tuple[Country, ...] = Field(strict=False, min_length=1)
    """One entry a country."""
