"""Pictures with their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..catalog import Catalog
from ..figures import render
from ..text import Text


@dataclass(frozen=True)
class FigureView:
    """A picture, its caption, and its place in a strip."""

    id: str
    svg: Markup
    caption: Text | None


def figure_views(
    catalog: Catalog,
    prefix: str,
    ids: Sequence[str],
    *,
    numbered: bool = False,
    captioned: bool = True,
    brief: bool = False,
) -> list[FigureView]:
    """The pictures of those ids. `prefix` keeps the ids inside them apart on one page.

    `brief` pictures have no long description: the words beside them say it all. The parts that they
    share must stand on the page once (`shared_definitions`).
    """
    return [
        _figure(catalog, prefix, id_, number if numbered else None, captioned, brief)
        for number, id_ in enumerate(ids, 1)
    ]


def _figure(
    catalog: Catalog,
    prefix: str,
    id_: str,
    number: int | None,
    captioned: bool,
    brief: bool,
) -> FigureView:
    mirrored = catalog.locale.direction == "rtl"
    title = catalog.text("figures", id_, "title")
    svg = render(
        catalog.content.figures[id_].model,
        uid=f"{prefix}-{id_}",
        title=str(title),
        desc=None if brief else str(catalog.text("figures", id_, "desc")),
        mirrored=mirrored,
        definitions=not brief,
        number=number,
    )
    if title.lang != title.page_lang:
        svg = svg.replace("<svg ", f'<svg lang="{title.lang}" ', 1)
    caption = catalog.text("figures", id_, "caption") if captioned else None
    return FigureView(id_, Markup(svg), caption)
