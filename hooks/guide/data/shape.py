"""What `guide.json` holds. `/guide.schema.json` is made from these models and what they say."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """One object of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Words(Shape):
    """Words for a reader. Show `original` with `text` wherever it is given."""

    text: str
    """Plain text. In right-to-left text, numbers stand between U+2068 and U+2069: keep these."""
    lang: str | None = None
    """The language that the words really are of, where it is not the language of the file."""
    is_stale: bool = False
    """The source has changed since this was translated."""
    original: str | None = None
    """The words in the source language. They are given for safety: never show `text` without."""


class Amount(Shape):
    """A number with its unit: `value`, or the range `from` … `to`."""

    value: int | None = None
    low: int | None = Field(default=None, serialization_alias="from")
    high: int | None = Field(default=None, serialization_alias="to")
    unit: str
    words: str
    """As the language writes it."""


class Line(Shape):
    """One sentence or two."""

    id: str
    words: Words
    facts: tuple[str, ...] = ()
    """What the source article says of it, by number. Without any, it is this guide's own."""
    claim: str | None = None
    safety: bool = False
    """A wrong word here can hurt someone: show it unchanged."""


class Section(Shape):
    """A heading and its lines."""

    id: str
    url: str
    kind: str
    """`actions` are numbered; `do-not`, `ask-first` and `caution` matter for safety."""
    heading: Words
    lines: tuple[Line, ...]
    claims: tuple[str, ...] = ()
    """The claims that weigh what stands here."""
    figures: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


class Page(Shape):
    """A step, a position, or an article."""

    id: str
    url: str
    title: Words
    lead: Words
    figures: tuple[str, ...] = ()
    """The pictures at its head."""
    sections: tuple[Section, ...]
    quantities: dict[str, Amount] = {}
    """Its numbers. For ice they hold the limits that nobody may go beyond."""
    links: tuple[str, ...] = ()


class Sign(Shape):
    """One warning sign."""

    id: str
    words: Words
    awaits_clinician: bool
    """Its wording waits for a clinician's check: say so beside it."""
    sources: tuple[str, ...]


class SignGroup(Shape):
    """The signs of one urgency, and what to do if one fits."""

    urgency: Literal["emergency", "urgent", "see-someone", "child"]
    heading: Words
    act: Words
    signs: tuple[Sign, ...]


class Number(Shape):
    """A number to call."""

    tel: str
    confirmed: bool
    """Seen in two places, or at its owner. Show others with the words "check locally"."""
    area: Words | None = None


class Country(Shape):
    """The emergency numbers of a country. The reader chooses it: never guess it."""

    id: str
    """ISO 3166-1 alpha-2, and `EU`."""
    name: str
    numbers: tuple[Number, ...]
    checked: date
    sources: tuple[str, ...]


class Claim(Shape):
    """One statement, weighed."""

    id: str
    url: str
    says: Words
    by: Literal["article", "guide"]
    """Whose statement it is: the source article's, or this guide's own."""
    opinion: bool
    """An opinion from practice: name the author wherever it stands."""
    grade: str
    grade_words: Words
    label: Words
    """How sure it is, in words. Show it with the statement."""
    research: Words
    facts: tuple[str, ...]
    sources: tuple[str, ...]


class Source(Shape):
    """One work of the bibliography. `unseen` fields are from memory: show them as not checked."""

    id: str
    title: str
    container: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    doi: str | None = None
    pmid: int | None = None
    url: str | None = None
    verified: Literal["full", "partial"]
    seen: date
    unseen: tuple[str, ...] = ()
    note: str | None = None


class Figure(Shape):
    """A picture, drawn for this language: turned round where it reads from right to left."""

    id: str
    title: Words
    desc: Words
    """What is seen, for those who cannot see it."""
    caption: Words | None = None
    svg: str
    """It takes its colors from the text around it (`currentColor`)."""


class Review(Shape):
    """Who has looked at the content. No clinician has: say so."""

    checked_against_sources: date
    next_check_due: date
    by_clinician: Literal[False]
    words: Words


class StringStates(Shape):
    """How many strings of one group are in which state."""

    missing: int = 0
    stale: int = 0
    unreviewed: int = 0
    reviewed: int = 0
    source: int = 0


class Language(Shape):
    """The language of the file, and how far its translation is."""

    tag: str
    name: str
    direction: Literal["ltr", "rtl"]
    publishing: Literal["draft", "listed", "reviewed"]
    is_source: bool
    machine_made: bool
    """A machine translated strings that no person has reviewed: tell readers."""
    strings: dict[str, StringStates]


class Licence(Shape):
    """What others may do with it."""

    content: Literal["CC-BY-4.0"]
    code: Literal["MIT"]


class Change(Shape):
    """What one version of the content changed."""

    version: str
    on: date
    words: Words


class Guide(Shape):
    """First aid for back spasms as data. General information: it replaces no clinician."""

    schema_: str = Field(serialization_alias="$schema")
    schema_version: Literal["1.0"]
    """A field that goes or changes its meaning raises the first number."""
    name: str
    description: Words
    url: str
    version: str
    """The version of the content."""
    language: Language
    other_languages: dict[str, str]
    """The address of this file in each of the other languages."""
    licence: Licence
    origin: Words
    """Where the advice comes from. Say it wherever you show the advice."""
    review: Review
    warnings: tuple[SignGroup, ...]
    """Show these first."""
    emergency_numbers: tuple[Country, ...]
    steps: tuple[Page, ...]
    """In this order."""
    positions: tuple[Page, ...]
    articles: tuple[Page, ...]
    """Explanations; the causal ones are one practitioner's view."""
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    figures: tuple[Figure, ...]
    changes: tuple[Change, ...]
