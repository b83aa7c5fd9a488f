"""The screens of /now/ in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..catalog import Catalog
from ..model.card import LineName, Picture
from ..model.now import Screen
from ..model.quantity import Quantity, Unit
from ..model.section import Line, Section
from ..model.step import IceStep
from ..strings import Key, owner_key
from ..text import Text
from .figures import FigureView, figure_views
from .notice import notices_of
from .page import Page
from .sections import LineView, LinkView, line_view, link_view
from .signs import SignGroup, sign_groups

_MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60}


@dataclass(frozen=True)
class PictureView:
    """A position to choose, and how to get into it."""

    figure: FigureView
    position: Page | None
    lines: list[LineView]


@dataclass(frozen=True)
class TimerView:
    """The limits of ice in minutes, and what to know before and after."""

    minutes: dict[str, int]
    """By the name that the script calls them."""
    during: Text
    after: Text


@dataclass(frozen=True)
class ScreenView:
    """One screen."""

    id: str
    title: Text
    page: Page
    before: list[LineView]
    figure: FigureView | None
    lines: list[LineView]
    timer: TimerView | None
    pictures: list[PictureView]
    do_not: list[LineView]
    reasons: list[LineView]
    more: LinkView
    """Where the whole of it stands."""
    more_is_pictures: bool
    """Whether what stands there is the same, action by action in pictures."""
    links: list[LinkView]


@dataclass(frozen=True)
class NowView:
    """The whole of /now/."""

    signs: SignGroup
    screens: list[ScreenView]
    notices: list[Text]


def now_view(page: Page) -> NowView:
    """Everything that stands on it, in order."""
    return _Builder(page).view()


class _Builder:
    """Looks the texts up, and remembers which: the notice is about them and no others."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.catalog: Catalog = page.catalog
        self.content = page.content
        self.shown: list[Key] = []

    def view(self) -> NowView:
        emergency = sign_groups(self.catalog)[0]
        self.shown += [("signs", sign.id) for sign in emergency.signs]
        screens = [self._screen(screen) for screen in self.content.now.model.screens]
        self.shown += [key for key in self.catalog.translation.uses if key[:2] == self.page.owner]
        return NowView(
            signs=emergency,
            screens=screens,
            notices=notices_of(self.catalog, self.shown),
        )

    def _screen(self, screen: Screen) -> ScreenView:
        address = screen.page.partition("#")[0]
        figure = self._figures(screen.figure) if screen.figure else [None]
        return ScreenView(
            id=screen.id,
            title=link_view(self.catalog, self.page.address, screen.page).title,
            page=self.page.linked(address),
            before=self._lines(screen.before),
            figure=figure[0],
            lines=self._lines(screen.lines),
            timer=self._timer(screen, address),
            pictures=[self._picture(picture) for picture in screen.pictures],
            do_not=self._lines(screen.do_not),
            reasons=self._lines(screen.reasons),
            more=self._link(screen.page),
            more_is_pictures=self._is_paired(screen.page),
            links=[self._link(target) for target in screen.links],
        )

    def _lines(self, names: Iterable[LineName]) -> list[LineView]:
        return [self._line(name) for name in names]

    def _line(self, name: LineName) -> LineView:
        key = tuple(name.split("."))
        self.shown.append(key)
        section, line = self._places[key]
        return line_view(self.catalog, key[:-1], section, line)

    @cached_property
    def _places(self) -> Mapping[Key, tuple[Section, Line]]:
        return {
            (*owner_key(address), section.id, line.id): (section, line)
            for address, document in self.content.pages()
            for section in document.model.sections
            for line in section.lines
        }

    def _figures(self, *ids: str) -> list[FigureView]:
        return figure_views(self.catalog, "now", ids, captioned=False, described=False)

    def _picture(self, picture: Picture) -> PictureView:
        position = self._position_of.get(picture.figure)
        return PictureView(
            figure=self._figures(picture.figure)[0],
            position=self.page.linked(f"positions/{position}") if position else None,
            lines=self._lines(picture.lines),
        )

    @cached_property
    def _position_of(self) -> dict[str, str]:
        """The position that each leading figure shows."""
        return {
            figure: id_
            for id_, document in self.content.positions.items()
            for figure in document.model.figures
        }

    def _timer(self, screen: Screen, address: str) -> TimerView | None:
        step = dict(self.content.pages())[address].model
        if screen.timer is None or not isinstance(step, IceStep):
            return None
        limits = step.limits
        return TimerView(
            minutes={
                "look": _minutes(limits.look_after),
                "enough": limits.time.lowest * _MINUTES[limits.time.unit],
                "off": _minutes(limits.time),
                "over": _minutes(limits.never_over),
            },
            during=self._line(screen.timer.during).text,
            after=self._line(screen.timer.after).text,
        )

    def _link(self, target: str) -> LinkView:
        return link_view(self.catalog, self.page.address, target)

    def _is_paired(self, target: str) -> bool:
        address, _, anchor = target.partition("#")
        sections = dict(self.content.pages())[address].model.sections
        return any(section.id == anchor and section.is_paired for section in sections)


def _minutes(limit: Quantity) -> int:
    return limit.highest * _MINUTES[limit.unit]
