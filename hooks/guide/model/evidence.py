"""What the article says, and how sure anyone can be of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .base import FactId, Id, Model
from .quantity import Quantities


class Fact(Model):
    """One thing that the source article says. `says` is for editors and is not printed."""

    id: FactId
    part: str
    says: str
    weighed: bool
    """Advice or an explanation: wherever it stands, a claim with an evidence label stands by."""


class Facts(Model):
    """`facts.yml`."""

    facts: tuple[Fact, ...] = Field(strict=False, min_length=1)


class Grade(StrEnum):
    """How sure. The full label of a claim is a string of its own."""

    SUPPORTED = "supported"
    ADVICE = "advice"
    """Common safety advice: leaflets give it, hardly anyone has tested it."""
    PARTLY = "partly"
    WEAK = "weak"
    NO_TRIAL = "no-trial"
    UNPROVEN = "unproven"
    OPINION = "opinion"
    AGAINST = "against"


class Claim(Model):
    """One statement, weighed. Its words stand under `claims.<id>`."""

    id: Id
    by: Literal["article", "guide"]
    """Who says it: the source article, or this guide beside it."""
    facts: tuple[FactId, ...] = Field(default=(), strict=False)
    grade: Annotated[Grade, Field(strict=False)]
    opinion: bool = False
    """An opinion from practice: wherever it stands it is attributed to the author."""
    sources: tuple[Id, ...] = Field(default=(), strict=False)
    quantities: Quantities = {}


class Evidence(Model):
    """`evidence.yml`."""

    claims: tuple[Claim, ...] = Field(strict=False, min_length=1)


class Source(Model):
    """One work of the bibliography. Only what was seen is shown as such."""

    id: Id
    title: str
    container: str
    authors: tuple[str, ...] = Field(default=(), strict=False)
    year: int | None = None
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,}/\S+$")] | None = None
    pmid: int | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    """A page of its publisher or owner, never a mirror."""
    verified: Literal["full", "partial"]
    seen: date
    """When a copy was last read."""
    unseen: tuple[Literal["authors", "title", "container", "year", "doi", "pmid"], ...] = Field(
        (), strict=False
    )
    """Fields from memory: the page marks them as not checked."""
    note: str | None = None

    @property
    def address(self) -> str | None:
        """Where to find it: by DOI, else PubMed, else its owner's page."""
        if self.doi and "doi" not in self.unseen:
            return f"https://doi.org/{self.doi}"
        if self.pmid and "pmid" not in self.unseen:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url


class Sources(Model):
    """`sources.yml`."""

    sources: tuple[Source, ...] = Field(strict=False, min_length=1)
