"""Pictures with their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..catalog import Catalog
from ..figures import render
from ..text import Text

_FRAME = re.compile(r'width="([\d.]+)em" height="([\d.]+)em"')


@dataclass(frozen=True)
class FigureView:
    """A picture, its caption, and its place in a strip."""

    id: str
    svg: Markup
    caption: Text | None

    @property
    def size(self) -> tuple[float, float]:
        """Its natural width and height, in ems of the place where it stands."""
        frame = _FRAME.search(self.svg)
        assert frame is not None
        width, height = map(float, frame.groups())
        return width, height

    @property
    def is_tall(self) -> bool:
        """Whether it is higher than wide: words can stand beside it."""
        width, height = self.size
        return height > width


def figure_views(
    catalog: Catalog,
    prefix: str,
    ids: Sequence[str],
    *,
    numbered: bool = False,
    captioned: bool = True,
    described: bool = True,
) -> list[FigureView]:
    """The pictures of those ids. `prefix` keeps the ids inside them apart on one page.

    They go without their long description where the words beside them say it all.
    """
    return [
        _figure(catalog, prefix, id_, number if numbered else None, captioned, described)
        for number, id_ in enumerate(ids, 1)
    ]


def _figure(
    catalog: Catalog,
    prefix: str,
    id_: str,
    number: int | None,
    captioned: bool,
    described: bool,
) -> FigureView:
    mirrored = catalog.locale.direction == "rtl"
    title = catalog.text("figures", id_, "title")
    svg = render(
        catalog.content.figures[id_].model,
        uid=f"{prefix}-{id_}",
        title=str(title),
        desc=str(catalog.text("figures", id_, "desc")) if described else None,
        mirrored=mirrored,
        number=number,
    )
    if title.lang != title.page_lang:
        svg = svg.replace("<svg ", f'<svg lang="{title.lang}" ', 1)
    caption = catalog.text("figures", id_, "caption") if captioned else None
    return FigureView(id_, Markup(svg), caption)
