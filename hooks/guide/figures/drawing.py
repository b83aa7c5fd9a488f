"""A picture before it gets its words: the marks, the definitions that it needs, and its extent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from guide.figures.flavour import Flavour
from guide.figures.geometry import Point
from guide.figures.svg import OWN, UNITS, number

BODY_LINE = 3.6
FAR_LINE = 2.7
THING_LINE = 2.8
MARK_LINE = 2.5
"""Widths of lines, in SVG units: one set for all pictures."""

PAD = 0.018
"""Space around what is drawn, in body heights."""


@dataclass
class Drawing:
    """A picture in the making."""

    flavour: Flavour
    definitions: dict[str, str] = field(default_factory=dict)
    """Markup of the shared parts, by name."""
    marks: list[str] = field(default_factory=list)
    """Markup, from the farthest to the nearest."""
    corners: list[Point] = field(default_factory=list)
    """Points that must be inside the frame."""
    floor: float | None = None
    """The height of the line that everything stands on, if there is one."""

    def define_path(self, name: str, d: str) -> None:
        """Keep an outline under a name for :func:`guide.figures.svg.use`."""
        self.definitions.setdefault(name, f'<path id="{OWN}{name}" d="{d}"/>')

    def define_group(self, name: str, markup: str) -> None:
        """Keep finished markup under a name for :func:`guide.figures.svg.use`."""
        self.definitions.setdefault(name, f'<g id="{OWN}{name}">{markup}</g>')

    def add(self, markup: str) -> None:
        """Lay something over all that is there."""
        self.marks.append(markup)

    def include(self, points: Sequence[Point], margin: float = 0.0) -> None:
        """Make the frame hold these points."""
        for x, y in points:
            self.corners += [(x - margin, y - margin), (x + margin, y + margin)]

    def layer(self, shapes: str, wash: float, line: float = BODY_LINE) -> None:
        """Draw shapes twice: first all with a fat line of ink, then all filled.

        What remains of the ink is one clean outline of their union, without computing it.
        """
        ink = self.flavour.ink
        own = f"{OWN}{len(self.marks)}"
        self.add(
            f'<g stroke="{ink}" stroke-width="{number(2 * line)}"><g id="{own}">{shapes}</g></g>'
        )
        for fill in self.flavour.washes(wash):
            self.add(f'<use href="#{own}" {fill}/>')

    def frame(self) -> tuple[int, int, int, int]:
        """The extent in SVG units: left, top, width, height.

        The space below a floor is always the same: pictures side by side share their floor.
        """
        xs, ys = [p[0] for p in self.corners], [p[1] for p in self.corners]
        bottom = min(ys) if self.floor is None else self.floor
        edges = (min(xs) - PAD, -max(ys) - PAD, max(xs) + PAD, -bottom + PAD)
        left, top, right, low = (round(edge * UNITS) for edge in edges)
        return (left, top, right - left, low - top)

    def reaches(self, left: int, top: int, side: int) -> bool:
        """Whether something is drawn in the square with this upper left corner, in SVG units."""
        return any(
            left <= x * UNITS <= left + side and top <= -y * UNITS <= top + side
            for x, y in self.corners
        )
