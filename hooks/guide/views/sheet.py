"""Everything that stands on a sheet to print, in order, in one language.

The same for a browser and for a PDF: what differs between them is only how it is set.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..catalog import Catalog
from ..model.card import Extent
from ..qr import Code
from ..strings import Key
from ..text import Text
from .numbers import NumberGroup


@dataclass(frozen=True)
class SheetLine:
    """One line, and what it carries."""

    key: Key
    text: Text
    facts: str
    """The facts of the article, as `data-fact` names them: `S03 S04`."""


@dataclass(frozen=True)
class SheetPicture:
    """A figure with the lines under it."""

    figure: str
    position: str | None
    """The relief position that it shows."""
    title: Text
    desc: Text
    lines: list[SheetLine]


@dataclass(frozen=True)
class SheetStep:
    """One step as the sheet says it."""

    id: str
    number: int
    title: Text
    before: list[SheetLine]
    """What must be read before anything of the step is done."""
    lines: list[SheetLine]
    do_not: list[SheetLine]
    pictures: list[SheetPicture]


@dataclass(frozen=True)
class SheetSign:
    """One line of warning signs."""

    ids: tuple[str, ...]
    """The signs that it tells, as `data-sign` names them."""
    text: Text
    awaits_clinician: bool


@dataclass(frozen=True)
class SheetSigns:
    """The emergency signs, what to do about them, and whom to call."""

    heading: Text
    act: Text
    signs: list[SheetSign]
    more: Text | None
    """Says that there are others, where not all of them stand."""
    my_number: Text
    """Stands before a line to write the number on: it differs by country, not by language."""
    numbers: list[NumberGroup]
    """Confirmed numbers of countries where the language is spoken."""
    or_local: Text


@dataclass(frozen=True)
class SheetImprint:
    """Where it comes from, how far it was checked, and where to see whether it still holds."""

    origin: list[Text]
    """Whose advice it is, and what it does not replace."""
    checks: list[Text]
    """When it was checked, by whom it was not, and when it is checked again."""
    status: list[Text]
    """How far the translation is. Nothing for the source."""
    waits: Text | None
    """What the star at a sign means, where one has it."""
    version: Text


@dataclass(frozen=True)
class SheetAddress:
    """Where the sheet leads."""

    url: str
    letters: str
    """The same for a reader who types it."""
    code: Code
    code_alt: Text
    scan: Text
    missing: Text | None
    """Says that the site has no address of its own yet."""


@dataclass(frozen=True)
class Sheet:
    """One sheet in one language."""

    catalog: Catalog
    extent: Extent
    title: Text
    lead: Text
    signs: SheetSigns
    steps: list[SheetStep]
    imprint: SheetImprint
    address: SheetAddress
    fold: Text
    keys: tuple[Key, ...]
    """Every string that stands on it, or is read out in place of a picture."""
