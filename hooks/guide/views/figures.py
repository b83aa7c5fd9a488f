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
