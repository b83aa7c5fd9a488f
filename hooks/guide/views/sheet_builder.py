"""Fills a sheet to print with its texts, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from ..catalog import Catalog
from ..host import is_unset
from ..lines import lines
from ..model.card import Extent, LineName, Picture, StepOnCard
from ..model.section import Line
from ..model.warning import EMERGENCY_SIGNS, Sign, Urgency
from ..qr import code
from ..strings import Key
from ..text import Text
from .notice import notices_of
from .numbers import NumberGroup, groups
from .sheet import (
    Sheet,
    SheetAddress,
    SheetImprint,
    SheetLine,
    SheetPicture,
    SheetSign,
    SheetSigns,
    SheetStep,
)

_FIRST_SIGNS = EMERGENCY_SIGNS[:3]
"""The signs that `pages.home.first-signs` asks for in a line."""


def sheet(catalog: Catalog, extent: Extent, site_url: str) -> Sheet:
    """The sheet of that extent, for the site at that address."""
    return _Builder(catalog, extent, site_url).sheet()


class _Builder:
    """Looks the texts up, and remembers which: their states become the sheet's status."""

    def __init__(self, catalog: Catalog, extent: Extent, site_url: str) -> None:
        self.catalog = catalog
        self.content = catalog.content
        self.extent = extent
        self.site_url = site_url
        self.shown: list[Key] = []

    def sheet(self) -> Sheet:
        return Sheet(
            catalog=self.catalog,
            extent=self.extent,
            title=self._text("pages", "home", "title"),
            lead=self._text("pages", "home", "lead"),
            signs=self._signs(),
            steps=list(self._steps()),
            fold=self._text("card", "fold"),
            address=self._address(),
            imprint=self._imprint(),
            keys=tuple(self.shown),
        )

    def _text(self, *key: str, **values: object) -> Text:
        self.shown.append(key)
        return self.catalog.text(*key, **values)

    def _signs(self) -> SheetSigns:
        more = None
        if self.extent is Extent.WALLET:
            heading, act = ("pages", "home", "first"), ("pages", "home", "first-act")
            first = self._text("pages", "home", "first-signs")
            signs = [SheetSign(_FIRST_SIGNS, first, False)]
            more = self._text("card", "more-signs")
        else:
            heading = ("urgencies", str(Urgency.EMERGENCY), "heading")
            act = ("urgencies", str(Urgency.EMERGENCY), "act")
            signs = [self._sign(sign) for sign in self._emergency_signs]
        return SheetSigns(
            heading=self._text(*heading),
            act=self._text(*act),
            signs=signs,
            more=more,
            my_number=self._text("card", "my-number"),
            numbers=list(self._numbers()),
            or_local=self._text("emergency", "or-local"),
        )

    @property
    def _emergency_signs(self) -> tuple[Sign, ...]:
        return self.content.warnings.model.by_urgency(Urgency.EMERGENCY)

    def _sign(self, sign: Sign) -> SheetSign:
        return SheetSign((sign.id,), self._text("signs", sign.id), sign.awaits_clinician)

    def _numbers(self) -> Iterable[NumberGroup]:
        for group in groups(self.catalog, confirmed=True):
            own = [
                (country, number)
                for country, number in group.countries
                if country.speaks_page_language and number.area is None
            ]
            if own:
                yield NumberGroup(group.tel, own)

    def _steps(self) -> Iterable[SheetStep]:
        own = self.content.card.model.steps(self.extent)
        for number, id_ in enumerate(self.content.guide.model.steps, 1):
            yield self._step(id_, number, own[id_])

    def _step(self, id_: str, number: int, step: StepOnCard) -> SheetStep:
        return SheetStep(
            id=id_,
            number=number,
            title=self._text("steps", id_, "title"),
            before=[self._line(name) for name in step.before],
            lines=[self._line(name) for name in step.lines],
            do_not=[self._line(name) for name in step.do_not],
            pictures=[self._picture(picture) for picture in step.pictures],
        )

    def _line(self, name: LineName) -> SheetLine:
        key = tuple(name.split("."))
        return SheetLine(key, self._text(*key), " ".join(self._lines[key].source))

    @cached_property
    def _lines(self) -> Mapping[Key, Line]:
        return lines(self.content)

    def _picture(self, picture: Picture) -> SheetPicture:
        return SheetPicture(
            figure=picture.figure,
            position=self._position_of.get(picture.figure),
            title=self._text("figures", picture.figure, "title"),
            desc=self._text("figures", picture.figure, "desc"),
            lines=[self._line(name) for name in picture.lines],
        )

    @cached_property
    def _position_of(self) -> dict[str, str]:
        """The relief position that each leading figure shows: the first that has it."""
        found: dict[str, str] = {}
        for id_ in self.content.guide.model.positions:
            for figure in self.content.positions[id_].model.figures:
                found.setdefault(figure, id_)
        return found

    def _address(self) -> SheetAddress:
        version = self.content.guide.model.version
        url = f"{self.site_url}{self.catalog.locale.tag}/card/?v={version}"
        missing = self._text("card", "no-address")
        return SheetAddress(
            url=url,
            letters=url.partition("//")[2] or url,
            code=code(url),
            code_alt=self._text("card", "code"),
            scan=self._text("card", "scan"),
            missing=missing if is_unset(self.site_url) else None,
        )

    def _imprint(self) -> SheetImprint:
        guide, day = self.content.guide.model, self.catalog.day
        starred = any(sign.awaits_clinician for sign in self._emergency_signs)
        has_star = starred and self.extent is Extent.FULL
        return SheetImprint(
            origin=[
                self._text("pages", "home", "steps-from"),
                self._text("card", "general"),
            ],
            checks=[
                self._text("ui", "checked", date=day(guide.checked)),
                self._text("ui", "not-reviewed"),
                self._text("ui", "next-check", date=day(guide.next_check)),
            ],
            waits=self._text("emergency", "waits") if has_star else None,
            version=self._text("ui", "version", version=guide.version),
            status=notices_of(self.catalog, self.shown),
        )
