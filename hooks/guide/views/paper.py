"""How large the words of the whole card can be, so that it fits one page.

Nothing here knows a font or a language: widths are counted by the kind of character, which holds
for every script, with a margin for the fonts of readers. A browser that runs the page's script
measures and does better; without it, this is what is printed. The layout is that of `card.css`.
"""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from .figures import FigureView
from .sheet import Sheet, SheetLine, SheetStep

PT = 25.4 / 72
"""A point in millimetres."""
WIDTH, HEIGHT = 190.0, 259.0
"""What A4 and Letter have in common within the margins of the sheet, in millimetres."""
LARGEST, SMALLEST = 12.0, 7.5
"""Sizes of the body in points. Nobody reads smaller words: such a sheet takes a second page."""

_COLUMN, _INDENT, _FRAME, _CODE = 91.5, 3.5, 5.0, 32.0
"""Millimetres: one of two columns, the indent of a list, the edge of the frame, the QR code."""
_PICTURE = 2.6
"""An em of a picture in millimetres."""
_FILLED = 0.97
"""The part of the page that is counted on: fonts differ."""
_SIZES = [size / 20 for size in range(round(SMALLEST * 20), round(LARGEST * 20) + 1)]
"""Those that are tried: a twentieth of a point apart."""

_WIDE = {"W", "F"}
_NO_WIDTH = {"Mn", "Me", "Cf"}
_CURSIVE = 0.48
"""An Arabic letter: joined, and narrow."""


def body_size(card: Sheet, figures: Mapping[str, FigureView]) -> float:
    """The largest body, in points, with which the card fits its page."""
    lead = _leading("".join(str(line.text) for step in card.steps for line in step.lines))

    def overflows(body: float) -> bool:
        return _height(_Setting(body, lead), card, figures) > HEIGHT * _FILLED

    return _SIZES[max(bisect(_SIZES, False, key=overflows) - 1, 0)]


@cache
def ems(words: str) -> float:
    """How wide words are, about, in the size of their letters."""
    return sum(_em(char) for char in words)


def _em(char: str) -> float:
    category = unicodedata.category(char)
    if unicodedata.east_asian_width(char) in _WIDE:
        return 1.0
    if category in _NO_WIDTH:
        return 0.0
    if category == "Zs":
        return 0.27
    if category == "Lu":
        return 0.68
    if unicodedata.bidirectional(char) == "AL":
        return _CURSIVE
    return 0.32 if category.startswith("P") else 0.57


def _leading(words: str) -> float:
    """How far lines stand apart: scripts with marks above and below need more."""
    if sum(map(_is_tall, words)) > len(words) / 8:
        return 1.5
    wide = sum(unicodedata.east_asian_width(char) in _WIDE for char in words)
    return 1.42 if wide > len(words) / 2 else 1.26


def _is_tall(char: str) -> bool:
    return unicodedata.category(char) == "Mn" or unicodedata.bidirectional(char) == "AL"


@dataclass(frozen=True)
class _Setting:
    """Words in one size. All heights are in millimetres."""

    body: float
    lead: float

    @property
    def em(self) -> float:
        """The size of the body in millimetres."""
        return self.body * PT

    def words(
        self, words: object, width: float, *, size: float = 1, lead: float | None = None
    ) -> float:
        """The height of a paragraph, `size` times as large as the body."""
        em = self.em * size
        lines = math.ceil(ems(str(words)) * em / width) or 1
        return lines * em * (lead or self.lead)

    def listed(self, lines: Iterable[SheetLine], width: float) -> float:
        """The height of a list."""
        return sum((self.words(line.text, width - _INDENT) for line in lines), 0.0)


def _height(setting: _Setting, card: Sheet, figures: Mapping[str, FigureView]) -> float:
    em, imprint = setting.em, card.imprint
    head = setting.words(card.title, WIDTH, size=2.2, lead=1.1)
    head += setting.words(card.lead, WIDTH, size=1.2)
    steps = [_step(setting, step, figures) for step in card.steps]
    columns = min(max(sum(steps[:split]), sum(steps[split:])) for split in range(1, len(steps) + 1))
    address = [card.address.scan, card.address.letters]
    small: list[list[object]] = [[*imprint.origin], [*imprint.checks], [*imprint.status], address]
    foot = sum(
        setting.words(" ".join(map(str, part)), WIDTH - _CODE, size=0.78) for part in small if part
    )
    return head + columns + _signs(setting, card) + max(foot + 0.5 * em, _CODE - 11) + 3.4 * em


def _step(setting: _Setting, step: SheetStep, figures: Mapping[str, FigureView]) -> float:
    em, room, head = setting.em, _COLUMN, 2.2 * setting.em
    shown = [figures[picture.figure] for picture in step.pictures]
    sizes = [(_PICTURE * width, _PICTURE * height) for width, height in (v.size for v in shown)]
    if len(shown) == 1 and shown[0].is_tall:
        room -= sizes[0][0] + 0.6 * em
    elif len(shown) == 1:
        head = max(head, sizes[0][1])
    listed = sum(setting.listed(part, room) for part in (step.before, step.lines, step.do_not))
    pictures = 0.0
    if len(shown) > 1:
        beside = _COLUMN - max(width for width, _ in sizes) - 0.9 * em
        for picture, (_, height) in zip(step.pictures, sizes, strict=True):
            pictures += max(height, setting.listed(picture.lines, beside)) + 0.5 * em
    return head + listed + pictures + 1.7 * em


def _signs(setting: _Setting, card: Sheet) -> float:
    em, signs, room = setting.em, card.signs, _COLUMN - _FRAME
    countries = ", ".join(
        f"{group.tel} {country.name}" for group in signs.numbers for country, _ in group.countries
    )
    parts = [setting.words(sign.text, room - _INDENT) for sign in signs.signs]
    parts.append(setting.words(card.imprint.waits or "", room, size=0.8))
    parts.append(setting.words(f"{countries} {signs.or_local}", room, size=0.8) + 3 * em)
    # No part is divided between the two columns of the frame.
    return sum(parts) / 2 + max(parts) / 2 + 4.2 * em + 2
