"""The PDFs say what they must, on as many pages as they may have, in letters that can be read."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import zxingcpp
from guide.card_formats import Format, Layout
from guide.model.warning import EMERGENCY_SIGNS

from .real_content import catalog, tags
from .sheet_files import (
    PAPERS,
    Pdf,
    all_formats,
    holds,
    may_stand,
    must_stand,
    path_of,
    printed,
    sheet_in,
    squeezed,
)

LEAST_SIZE = {
    Layout.POSTER: 11.0,
    Layout.LARGE_PRINT: 18.0,
    Layout.WALLET: 7.0,
    Layout.BILINGUAL: 9.5,
}
"""Points of the words that tell what to do."""
PRINTABLE = 5.0
"""Millimetres at the edge that many printers leave white."""

every_sheet = pytest.mark.parametrize(
    ("tag", "format_"), [pytest.param(t, f, id=f"{t}-{f.name}") for t, f in all_formats()]
)
every_language = pytest.mark.parametrize("tag", tags())


def format_named(tag: str, name: str) -> Format:
    return next(f for t, f in all_formats() if t == tag and f.name == name)


@every_sheet
def test_a_sheet_keeps_to_its_pages_and_its_paper(site: Path, tag: str, format_: Format) -> None:
    pdf = Pdf(path_of(site, tag, format_.name))
    assert 1 <= pdf.page_count <= format_.pages
    assert pdf.paper == {PAPERS[format_.paper]}


def test_there_is_no_other_pdf(site: Path) -> None:
    there = {path.relative_to(site) for path in site.rglob("*.pdf")}
    assert there == {path_of(Path(), tag, f.name) for tag, f in all_formats()}


@every_language
def test_the_page_of_the_card_leads_to_every_pdf(site: Path, tag: str) -> None:
    here = site / tag / "card"
    html = (here / "index.html").read_text("utf-8")
    linked = {(here / link).resolve() for link in re.findall(r'href="([^"]*\.pdf)"', html)}
    wanted = [
        (one, f)
        for one, f in all_formats()
        if one == tag or (tag == "en" and f.layout is Layout.BILINGUAL)
    ]
    assert linked == {path_of(site, one, format_.name).resolve() for one, format_ in wanted}
    assert all(path.is_file() for path in linked)


@every_sheet
def test_its_letters_are_those_of_the_content(site: Path, tag: str, format_: Format) -> None:
    there = Counter(squeezed(Pdf(path_of(site, tag, format_.name)).text()))
    if format_.layout is Layout.LARGE_PRINT:
        pages = Pdf(path_of(site, tag, format_.name)).page_count
        there -= Counter("".join(f"{page}{pages}" for page in range(1, pages + 1)))
    always = must_stand(tag, format_)
    extra_and_missing = [
        (there - (always + more), (always + more) - there) for more in may_stand(tag, format_)
    ]
    nearest = min(extra_and_missing, key=lambda both: both[0].total() + both[1].total())
    assert nearest == (Counter(), Counter())


@every_sheet
def test_what_tells_what_to_do_is_large_enough(site: Path, tag: str, format_: Format) -> None:
    sheet = sheet_in(tag, format_)
    told = [line.text for step in sheet.steps for line in (*step.before, *step.lines, *step.do_not)]
    told += [line.text for s in sheet.steps for p in s.pictures for line in p.lines]
    told += [sign.text for sign in sheet.signs.signs]
    wanted = Counter("".join(printed(text, tag) for text in told))
    least = LEAST_SIZE[format_.layout]
    large = Counter(
        squeezed("".join(letter.char for letter in Pdf(path_of(site, tag, format_.name)).letters()
                         if letter.size >= least - 0.005))
    )  # fmt: skip
    assert not wanted - large


@every_language
@pytest.mark.parametrize("paper", PAPERS)
def test_the_wallet_has_nothing_smaller_than_seven_points(site: Path, tag: str, paper: str) -> None:
    sizes = {letter.size for letter in Pdf(path_of(site, tag, f"wallet-{paper}")).letters()
             if letter.char.isalpha() and letter.size > 1}  # fmt: skip
    assert min(sizes) >= LEAST_SIZE[Layout.WALLET] - 0.005


@every_sheet
def test_every_letter_stands_inside_the_margins(site: Path, tag: str, format_: Format) -> None:
    width, height = PAPERS[format_.paper]
    for letter in Pdf(path_of(site, tag, format_.name)).letters():
        assert PRINTABLE <= letter.left and letter.right <= width - PRINTABLE, letter
        assert PRINTABLE <= letter.bottom and letter.top <= height - PRINTABLE, letter


@every_language
@pytest.mark.parametrize("sign", EMERGENCY_SIGNS)
def test_every_emergency_sign_stands_on_every_whole_card(site: Path, tag: str, sign: str) -> None:
    words = str(catalog(tag).text("signs", sign))
    for name in ("a4", "letter", "large-print-a4", "large-print-letter"):
        assert holds(texts(site, tag, name), words, tag), name


@every_language
@pytest.mark.parametrize("name", ["wallet-a4", "wallet-letter"])
def test_the_wallet_tells_the_first_signs_the_ceiling_and_who_must_not_ice(
    site: Path, tag: str, name: str
) -> None:
    sheet = sheet_in(tag, format_named(tag, name))
    assert sheet.signs.signs[0].ids == EMERGENCY_SIGNS[:3]
    ice = sheet.steps[0]
    ceiling = catalog(tag).quantity(
        catalog(tag).content.steps[ice.id].model.limits.never_over  # type: ignore[union-attr]
    )
    assert any(printed(ceiling, tag) in printed(line.text, tag) for line in ice.lines)
    for text in (
        sheet.signs.signs[0].text,
        *(line.text for line in (*ice.before, *ice.lines, *ice.do_not)),
    ):
        assert holds(texts(site, tag, name), str(text), tag), text


@every_language
@pytest.mark.parametrize("fact", ["S03", "S08", "S09", "S10", "S11", "S12", "S13"])
def test_the_steps_of_the_article_stand_on_every_whole_card(
    site: Path, tag: str, fact: str
) -> None:
    for name in ("a4", "letter", "large-print-a4", "large-print-letter"):
        sheet = sheet_in(tag, format_named(tag, name))
        told = [
            line
            for step in sheet.steps
            for line in (*step.lines, *(line for p in step.pictures for line in p.lines))
            if fact in line.facts.split()
        ]
        assert told
        for line in told:
            assert holds(texts(site, tag, name), str(line.text), tag), line.text


@every_language
@pytest.mark.parametrize("limit", ["time", "never_over", "look_after", "again_after"])
def test_every_limit_of_ice_stands_on_every_whole_card(site: Path, tag: str, limit: str) -> None:
    own = catalog(tag)
    ice = own.content.steps["ice"].model.limits  # type: ignore[union-attr]
    words = own.quantity(getattr(ice, limit))
    for name in ("a4", "letter", "large-print-a4", "large-print-letter"):
        assert holds(texts(site, tag, name), words, tag), name


@every_language
def test_the_code_leads_to_the_page_of_the_card(site: Path, tag: str) -> None:
    version = catalog(tag).content.guide.model.version
    for name in ("letter", "wallet-a4"):
        pages = Pdf(path_of(site, tag, name)).raster(dpi=150)
        found = [code.text for page in pages for code in zxingcpp.read_barcodes(page)]
        assert found == [f"https://back-spasm.example/{tag}/card/?v={version}"]


@pytest.mark.slow
@every_sheet
def test_the_code_of_every_sheet_can_be_read(site: Path, tag: str, format_: Format) -> None:
    version = catalog(tag).content.guide.model.version
    pages = Pdf(path_of(site, tag, format_.name)).raster(dpi=150)
    found = {code.text for page in pages for code in zxingcpp.read_barcodes(page)}
    assert found == {f"https://back-spasm.example/{tag}/card/?v={version}"}


@every_language
def test_a_black_and_white_printer_loses_no_picture(site: Path, tag: str) -> None:
    (page,) = Pdf(path_of(site, tag, "a4")).raster(dpi=100)
    ink = page.point(lambda grey: 255 if grey > 127 else 0)  # type: ignore[attr-defined]
    below = ink.crop((0, ink.height * 6 // 10, ink.width, ink.height * 9 // 10))
    share = sum(below.histogram()[:128]) / (below.width * below.height)
    assert 0.02 < share < 0.2


@cache
def texts(site: Path, tag: str, name: str) -> list[str]:
    """The words of a sheet, as it lies and turned round."""
    pdf = Pdf(path_of(site, tag, name))
    return [pdf.text(), pdf.text(turned=True)]
