"""The pictures that shared links are shown with, drawn from the figures of the guide.

One for each page that a picture leads, and one for the rest, in each language that our fonts know.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import typst

from . import fonts
from .archive import Archive, digest_of
from .catalog import Catalog
from .content import Content
from .figures import Flavour, render
from .strings import leading_figures
from .views.notice import notices
from .views.page import Page

WIDTH, HEIGHT = 1200, 630
"""In pixels, as all services ask for."""

_HERE = Path(__file__).parent
_PNG = ".png"
_TEMPLATE = _HERE / "social_card.typ"
_FLAVOUR = Flavour("#13232a", "#fff", "#0b5563", greys=True)


def card_path(page: Page) -> str | None:
    """The picture of a page, from the top of the site; None if its language has no font here."""
    tag = page.catalog.locale.tag
    if fonts.face_of(tag) is None:
        return None
    return f"social/{tag}/{_card_of(page.content, page.address).replace('/', '-')}.png"


def card_words(page: Page) -> str:
    """What is seen on the picture of a page."""
    figure = figure_of(page.content, _card_of(page.content, page.address))
    return str(page.catalog.text("figures", figure, "title"))


def draw_social_cards(catalogs: Iterable[Catalog], icon: Path, folder: Path, archive: Path) -> None:
    """Write the pictures of those languages into the folder of a site.

    `archive` is where they are kept from one build to the next.
    """
    svg = icon.read_text("utf-8")
    drawn = Archive(archive, _PNG)
    for catalog in catalogs:
        if face := fonts.face_of(catalog.locale.tag):
            for address in _cards(catalog.content):
                page = Page(catalog, address)
                data = json.dumps(_data(page, face, svg), ensure_ascii=False)
                recipe = f"{digest_of((_TEMPLATE,))} {data}"
                picture, _ = drawn.get(recipe, partial(_drawn, data))
                path = folder / str(card_path(page))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(picture)
    drawn.tidy()


def figure_of(content: Content, address: str) -> str:
    """The picture on a card. Home has that of the position that the guide recommends."""
    pages = dict(content.pages())
    first = f"positions/{content.guide.model.positions[0]}"
    own = leading_figures(pages[address]) if address in pages else ()
    return own[0] if own else leading_figures(pages[first])[0]


def _cards(content: Content) -> Iterator[str]:
    """The addresses that have a card of their own."""
    yield "home"
    for address, document in content.pages():
        if leading_figures(document):
            yield address


def _card_of(content: Content, address: str) -> str:
    return address if address in _cards(content) else "home"


def _drawn(data: str) -> tuple[bytes, str]:
    picture, warnings = typst.compile_with_warnings(
        str(_TEMPLATE),
        format="png",
        ppi=72,  # so that a point is a pixel
        sys_inputs={"data": data},
        font_paths=fonts.for_typst(),
    )
    assert not warnings, "; ".join(warning.message for warning in warnings)
    assert isinstance(picture, bytes), "a card is one page"
    return picture, _PNG


def _data(page: Page, face: fonts.Face, icon: str) -> dict[str, Any]:
    catalog, locale = page.catalog, page.catalog.locale
    return {
        "name": face.printed(str(catalog.t("site.name"))),
        "notice": face.printed(" ".join(map(str, notices(page)))),
        "icon": icon,
        "latin": fonts.latin().family,
        "face": {
            "language": locale.tag.partition("-")[0],
            "direction": locale.direction,
            "family": face.family,
            "line": face.line,
            "features": face.features,
        },
        "title": face.printed(str(page.title)),
        "lead": face.printed(str(page.lead)),
        "picture": _picture(catalog, figure_of(catalog.content, page.address)),
    }


def _picture(catalog: Catalog, id_: str) -> str:
    return render(
        catalog.content.figures[id_].model,
        uid=id_,
        title="",
        desc="",
        mirrored=catalog.locale.direction == "rtl",
        flavour=_FLAVOUR,
    )
