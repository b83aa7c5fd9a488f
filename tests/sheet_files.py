"""PDFs as their readers get them: pages, words where they stand, and what must be among them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw
from guide.card_formats import Format, Layout, formats
from guide.fonts import face_of, latin
from guide.views.sheet import Sheet
from guide.views.sheet_builder import sheet

from .content_copy import SITE_URL
from .real_content import catalog, tags

POINTS_PER_MM = 72 / 25.4
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
Box = tuple[float, float, float, float]
"""Left, bottom, right and top in millimetres, from the lower left corner of the page."""


def all_formats() -> list[tuple[str, Format]]:
    """Every PDF of the guide: its language, and its format."""
    return [(tag, format_) for tag in tags() for format_ in formats(catalog(tag))]


def path_of(site: Path, tag: str, name: str) -> Path:
    """Where the site has a PDF."""
    return site / tag / "card" / f"{name}.pdf"


@cache
def sheet_in(tag: str, format_: Format) -> Sheet:
    """What stands on it, from the content."""
    return sheet(catalog(tag), format_.extent, SITE_URL)


@dataclass(frozen=True)
class Letter:
    """One printed character."""

    char: str
    size: float
    """In points."""
    left: float
    bottom: float
    right: float
    top: float
    """Its box in millimetres, from the lower left corner of the page."""
    is_upside_down: bool


class Pdf:
    """One file, opened."""

    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path)

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return len(self._document)

    @property
    def paper(self) -> set[tuple[float, float]]:
        """The sizes of its pages in millimetres."""
        return {
            (
                round(page.get_width() / POINTS_PER_MM, 1),
                round(page.get_height() / POINTS_PER_MM, 1),
            )
            for page in self._document
        }

    def text(self, turned: bool = False) -> str:
        """All its words; turned, as one reads who holds it upside down."""
        found = []
        for page in self._document:
            page.set_rotation(180 if turned else 0)
            found.append(page.get_textpage().get_text_bounded())
            page.set_rotation(0)
        return "\n".join(found)

    def text_in(self, box: Box, turned: bool = False) -> str:
        """The words inside a box of its first page."""
        page = self._document[0]
        page.set_rotation(180 if turned else 0)
        found = page.get_textpage().get_text_bounded(*(edge * POINTS_PER_MM for edge in box))
        page.set_rotation(0)
        return str(found)

    def letters(self) -> Iterator[Letter]:
        """Every printed character but spaces."""
        for page in self._document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                char = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
                box = [edge / POINTS_PER_MM for edge in text.get_charbox(index)]
                if char.strip() and box[2] > box[0]:
                    angle = pypdfium2.raw.FPDFText_GetCharAngle(text, index)
                    yield Letter(
                        char,
                        pypdfium2.raw.FPDFText_GetFontSize(text, index),
                        *box,
                        is_upside_down=abs(angle - 3.1416) < 0.1,
                    )

    def raster(self, dpi: int) -> Iterator[object]:
        """Its pages in grey, as a printer puts them on paper."""
        for page in self._document:
            yield page.render(scale=dpi / 72, grayscale=True).to_pil()


def squeezed(text: str) -> str:
    """Letters, digits and marks alone: neither line breaks nor the order of signs count."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if c.isalnum() or unicodedata.category(c).startswith("M"))


def printed(text: object, tag: str) -> str:
    """Words as they are set: without the marks that the font of the language leaves out."""
    return squeezed((face_of(tag) or latin()).printed(str(text)))


def holds(there: list[str], words: str, tag: str) -> bool:
    """Whether words stand there.

    A reader of PDFs may swap the two letters of an Arabic ligature: then each word counts.
    """
    if any(printed(words, tag) in squeezed(text) for text in there):
        return True
    known = {"".join(sorted(squeezed(word))) for text in there for word in text.split()}
    wanted = ["".join(sorted(printed(word, tag))) for word in words.split()]
    return tag == "ar" and all(word in known for word in wanted if word)


def must_stand(tag: str, format_: Format) -> Counter[str]:
    """The letters of all that stands on a sheet whatever its room."""
    found = Counter(_always(sheet_in(tag, format_), tag, format_))
    if format_.layout is Layout.BILINGUAL:
        own, other = sheet_in(tag, format_), sheet_in("en", format_)
        found += Counter(_always(other, "en", format_))
        found -= Counter(squeezed(other.address.letters))
        found += Counter(squeezed(own.address.letters))
    return found


def may_stand(tag: str, format_: Format) -> list[Counter[str]]:
    """The letters of what a sheet leaves out where there is no room: every combination."""
    one = sheet_in(tag, format_)
    if format_.layout is Layout.BILINGUAL:
        both = printed(one.lead, tag) + printed(sheet_in("en", format_).lead, "en")
        return [Counter(both)]
    lead, local = printed(one.lead, tag), printed(one.signs.or_local, tag)
    numbers = printed(
        "".join(
            group.tel + "".join(country.name for country, _ in group.countries)
            for group in one.signs.numbers
        ),
        tag,
    )
    if format_.layout is Layout.WALLET:
        return [Counter(numbers + local if numbers else "")]
    told = numbers + local if numbers else ""
    return [Counter(start + end) for start in ("", lead) for end in ("", told)]


def _always(one: Sheet, tag: str, format_: Format) -> str:
    texts: list[object] = [
        one.title, one.signs.heading, one.signs.act, one.signs.my_number,
        one.address.scan, one.address.letters, one.address.missing or "", one.imprint.version,
        *one.imprint.origin, *one.imprint.checks, *(sign.text for sign in one.signs.signs),
    ]  # fmt: skip
    if format_.layout is not Layout.BILINGUAL or tag != "en":
        texts += one.imprint.status
    for step in one.steps:
        told = (*step.before, *step.lines, *step.do_not)
        texts += [step.title, step.number, *(line.text for line in told)]
        texts += [line.text for picture in step.pictures for line in picture.lines]
    if one.imprint.waits:
        texts.append(one.imprint.waits)
    if format_.layout is Layout.WALLET:
        texts += [one.signs.more, one.fold, "50 mm"]
    return "".join(printed(text, tag) for text in texts)
