"""The SVG of every figure is well-formed, light, and says what it shows."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from guide.figures import (
    PAPER,
    SCREEN,
    ChainFigure,
    Flavour,
    PelvisFigure,
    Pose,
    render,
)
from guide.figures.numerals import BADGE
from guide.figures.picture import draw
from guide.lighten import pictures_last

from .contact_sheet import contact_sheet
from .content import figures

AnyFigure = Pose | PelvisFigure | ChainFigure
SVG = "{http://www.w3.org/2000/svg}"
ONE_PICTURE = 3500
FOUR_PICTURES = 5000
TOGETHER = ("floor-chair", "pillows", "footstool", "ice-on-side")
WORDS = {"title": 'A <title> & "more"', "desc": "What <it> shows & why"}


def weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))


def page_of(drawn: Iterable[str]) -> str:
    """Pictures as they stand together in a finished page."""
    return pictures_last(f"<body>{''.join(drawn)}</body>")


def ids(text: str) -> list[str]:
    return [e.get("id", "") for e in ET.fromstring(text).iter() if e.get("id")]


def uses(text: str) -> set[str]:
    return {e.get("href", "")[1:] for e in ET.fromstring(text).iter() if e.tag.endswith("use")}


@pytest.mark.parametrize("flavour", [SCREEN, PAPER], ids=["screen", "paper"])
@pytest.mark.parametrize("mirrored", [False, True], ids=["plain", "mirrored"])
def test_a_figure_stands_alone(figure: AnyFigure, flavour: Flavour, mirrored: bool) -> None:
    text = render(figure, uid="one", **WORDS, flavour=flavour, mirrored=mirrored, number=12)
    assert len(ids(text)) == len(set(ids(text)))
    assert all(i.startswith("one-") for i in ids(text))
    assert uses(text) <= set(ids(text))


def test_a_figure_says_what_it_shows(figure: AnyFigure) -> None:
    root = ET.fromstring(render(figure, uid="one", **WORDS))
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None and title.text == WORDS["title"]
    assert desc is not None and desc.text == WORDS["desc"]
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_a_figure_holds_no_text_and_no_style(figure: AnyFigure) -> None:
    text = render(figure, uid="one", **WORDS, number=3)
    for tag in ("text", "tspan", "style", "script", "image"):
        assert ET.fromstring(text).find(f".//{SVG}{tag}") is None
    assert "style=" not in text


def test_on_screen_a_figure_takes_the_colours_of_the_page(figure: AnyFigure) -> None:
    text = render(figure, uid="one", **WORDS, flavour=SCREEN)
    assert "currentColor" in text and "var(--fig-paper,#fff)" in text
    assert not re.findall(r'(?:fill|stroke)="#', text)


def test_on_paper_a_figure_is_literally_black_and_white(figure: AnyFigure) -> None:
    text = render(figure, uid="one", **WORDS, flavour=PAPER, number=1)
    assert "var(" not in text and "currentColor" not in text
    for colour in re.findall(r'(?:fill|stroke)="#(\w+)"', text):
        assert len(set(re.findall("..", colour) if len(colour) == 6 else colour)) == 1, colour


def test_a_figure_is_light(figure: AnyFigure, tally: Counter[str]) -> None:
    size = weight(render(figure, uid=figure.id, title="", desc=""))
    tally[f"bytes gzipped, {figure.id}"] = size
    assert size <= ONE_PICTURE


def test_the_positions_and_ice_are_light_together(tally: Counter[str]) -> None:
    page = page_of(render(figures()[name], uid=name, title="", desc="") for name in TOGETHER)
    tally["bytes gzipped, the positions and ice together"] = weight(page)
    assert weight(page) <= FOUR_PICTURES


def test_all_figures_can_share_one_page() -> None:
    page = page_of(render(f, uid=f.id, **WORDS, number=2) for f in figures().values())
    assert len(ids(page)) == len(set(ids(page)))
    assert uses(page) <= set(ids(page))


def test_a_mirrored_figure_is_mirrored_but_its_number_is_not(figure: AnyFigure) -> None:
    plain = ET.fromstring(render(figure, uid="one", **WORDS, number=4))
    mirror = ET.fromstring(render(figure, uid="one", **WORDS, number=4, mirrored=True))
    left, _, width, _ = (int(v) for v in mirror.attrib["viewBox"].split())
    turned = [g for g in mirror.findall(f"{SVG}g") if "scale(-1 1)" in g.get("transform", "")]
    assert plain.get("viewBox") == mirror.get("viewBox")
    assert [g.get("transform") for g in turned] == [f"translate({2 * left + width})scale(-1 1)"]
    assert turned[0].find(f"{SVG}circle[@r='24']") is None
    assert mirror.find(f"{SVG}circle[@r='24']") is not None


def test_a_number_stands_beside_what_is_drawn(figure: AnyFigure) -> None:
    box = ET.fromstring(render(figure, uid="one", **WORDS, number=4)).attrib["viewBox"]
    left, top, _, _ = (int(v) for v in box.split())
    assert not draw(figure, SCREEN).reaches(left, top, BADGE)


def test_people_are_drawn_to_one_scale(figure: AnyFigure) -> None:
    root = ET.fromstring(render(figure, uid="one", **WORDS))
    width = float(root.attrib["viewBox"].split()[2])
    assert float(root.attrib["width"].removesuffix("em")) == pytest.approx(width / 40, abs=0.01)


def test_people_stand_on_one_line(figure: AnyFigure) -> None:
    """The floor is equally far above the lower edge: pictures side by side share their floor."""
    if isinstance(figure, PelvisFigure):
        return
    _, top, _, height = (int(v) for v in render_box(figure).split())
    assert top + height == pytest.approx(9, abs=1)


def render_box(figure: AnyFigure) -> str:
    return ET.fromstring(render(figure, uid="one", **WORDS)).attrib["viewBox"]


def test_a_contact_sheet_of_all_figures_is_left_to_look_at() -> None:
    sheet = contact_sheet()
    path = Path(__file__).parents[2] / "build" / "figures.html"
    path.parent.mkdir(exist_ok=True)
    path.write_text(sheet, encoding="utf-8")
    assert all(id_ in sheet for id_ in figures())
