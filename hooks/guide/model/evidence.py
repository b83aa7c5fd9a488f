"""What the article says, and how sure anyone can be of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .base import FactId, Id, Model, Words
from .quantity import Quantities


class Fact(Model):
    """One thing that the source article says. `says` is for editors and is not printed."""

    id: FactId
    """Lines and claims name it so."""
    part: Words
    """Where in the article it stands."""
    says: Words
    """What the article says, in few words."""
    weighed: bool
    """Advice or an explanation: wherever it stands, a claim with an evidence label stands by."""


class Facts(Model):
    """`facts.yml`."""

    facts: tuple[Fact, ...] = Field(strict=False, min_length=1)
    """Every fact of the article."""


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
    """Names its words: `claims.<id>`."""
    by: Literal["article", "guide"]
    """Who says it: the source article, or this guide beside it."""
    facts: tuple[FactId, ...] = Field(default=(), strict=False)
    """The facts of the source article that it weighs."""
    grade: Annotated[Grade, Field(strict=False)]
    """How sure it is."""
    opinion: bool = False
    """An opinion from practice: wherever it stands it is attributed to the author."""
    sources: tuple[Id, ...] = Field(default=(), strict=False)
    """The works that it rests on."""
    quantities: Quantities = {}
    """The numbers that its words name, such as `{<id>.people}`."""


class Evidence(Model):
    """`evidence.yml`."""

    claims: tuple[Claim, ...] = Field(strict=False, min_length=1)
    """Every claim, in the order of the page."""


class Source(Model):
    """One work of the bibliography. Only what was seen is shown as such."""

    id: Id
    """Claims and signs name it so."""
    title: Words
    """As it stands on the work."""
    container: Words
    """Where it appeared: a journal, a publisher, a site."""
    authors: tuple[Words, ...] = Field(default=(), strict=False)
    """As PubMed writes them: `French SD`."""
    year: int | None = None
    """When it appeared."""
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,}/\S+$")] | None = None
    """Without `https://doi.org/`."""
    pmid: int | None = None
    """Its number in PubMed."""
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    """A page of its publisher or owner, never a mirror."""
    verified: Literal["full", "partial"]
    """Whether all that is cited was read, or only a part."""
    seen: date
    """When a copy was last read."""
    unseen: tuple[Literal["authors", "title", "container", "year", "doi", "pmid"], ...] = Field(
        (), strict=False
    )
    """Fields from memory: the page marks them as not checked."""
    note: Words | None = None
    """What readers should know of it."""

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
    """Every work, cited or not."""
