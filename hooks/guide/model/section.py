"""Sections and lines: the shape of everything that a reader reads, without its words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .base import Address, FactId, Id, Model
from .quantity import Quantities


class SectionKind(StrEnum):
    """How the lines of a section are set."""

    ACTIONS = "actions"
    """Numbered: do this, then that."""
    POINTS = "points"
    """A plain list."""
    TEXT = "text"
    """Paragraphs."""
    DO_NOT = "do-not"
    """Each line opens with "do not"."""
    ASK_FIRST = "ask-first"
    """Who should ask a clinician before doing this."""
    CAUTION = "caution"
    """What must be read before the picture below it is copied."""

    @property
    def is_safety(self) -> bool:
        """Whether a wrong word here can hurt someone."""
        return self in {SectionKind.DO_NOT, SectionKind.ASK_FIRST, SectionKind.CAUTION}


class Line(Model):
    """One sentence or two, and what they rest on. The words stand in the locale files."""

    id: Id
    """Names its words, below those of its section."""
    source: tuple[FactId, ...] = Field(default=(), strict=False)
    """The facts of the source article that this line carries."""
    claim: Id | None = None
    """The claim of `evidence.yml` that weighs it."""
    safety: bool = False
    """A minute, a "do not" or a warning stands in it."""
    action: bool = True
    """It is something to do. What is not stands before a list of actions, without a number."""


class Section(Model):
    """A heading and its lines."""

    id: Id
    """Also the anchor of the heading, the same in every language."""
    kind: Annotated[SectionKind, Field(strict=False)]
    """How its lines are set, and whether they matter for safety."""
    lines: tuple[Line, ...] = Field(strict=False, min_length=1)
    """Its sentences, in order."""
    claims: tuple[Id, ...] = Field(default=(), strict=False)
    """The claims whose evidence label stands under the section."""
    figures: tuple[Id, ...] = Field(default=(), strict=False)
    """Pictures of the section, in order. As many as there are actions: one beside each."""
    is_story: bool = False
    """The pictures are stages, one after the other, and numbered."""
    links: tuple[Address, ...] = Field(default=(), strict=False)
    """Where to read on."""

    @property
    def is_paired(self) -> bool:
        """Whether each action has its own picture, which then needs no caption."""
        return self.kind is SectionKind.ACTIONS and len(self.figures) == len(self.lines)


class Article(Model):
    """One page: its sections in order, and the numbers that its words use."""

    id: Id
    """The name of its file, and the end of its address."""
    quantities: Quantities = {}
    """The numbers that its words name, such as `{<id>.stay}`."""
    sections: tuple[Section, ...] = Field(strict=False, min_length=1)
    """What stands on the page, in order."""
    links: tuple[Address, ...] = Field(default=(), strict=False)
    """What the page leads to at its end, in order."""
