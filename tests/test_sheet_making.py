"""Sheets are made once, the same each time, and say what does not fit."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import mkdocs_hooks
import pytest
from fontTools.ttLib import TTFont
from guide import archive
from guide.card_formats import formats
from guide.fonts import FOLDER
from guide.languages import catalogs
from guide.problems import Problem
from guide.progress import Progress
from guide.sheets import SheetSettings, make, make_sheets, printable
from guide.sheets.press import Print
from guide.text import Text
from guide.views.sheet import SheetStep

from .content_copy import SITE_URL, ContentCopy
from .forks import new_languages
from .real_content import catalog, content, tags
from .sheet_files import PAPERS, Box, Pdf, holds, path_of, sheet_in, squeezed

PANEL = (85.6, 54.0)
TOP_EDGE = 40.0
ROWS, COLUMNS = ("upper", "lower"), ("left", "right")
MOST_FONT_BYTES = 12_000_000


def made(folder: Path, *wanted: str, copy: ContentCopy | None = None) -> list[Problem]:
    """Make the sheets of those languages, with nothing kept from before."""
    found = copy.check()[0] if copy else content()
    assert found is not None
    settings = SheetSettings("https://guide.test/", folder / "site", folder / "archive")
    return make_sheets(list(catalogs(found, wanted).values()), settings)


def test_made_again_they_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    settings = SheetSettings(SITE_URL, tmp_path / "site", tmp_path / "archive")
    make_sheets([catalog("ar")], settings)
    again = sorted((tmp_path / "site").rglob("*.pdf"))
    assert len(again) == 8
    for path in again:
        assert path.read_bytes() == path_of(site, "ar", path.stem).read_bytes(), path.name


def test_what_nothing_has_changed_for_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[str] = []

    def press(layout: str, data: dict[str, Any]) -> Print:
        pressed.append(layout)
        return Print(f"{layout} {data['paper']} {data['title']}".encode(), fits=True)

    monkeypatch.setattr(make, "press", press)
    made(tmp_path, "en")
    assert len(pressed) == 6
    first = {path.name: path.read_bytes() for path in (tmp_path / "site").rglob("*.pdf")}
    made(tmp_path, "en")
    assert len(pressed) == 6
    copy = ContentCopy(tmp_path)
    copy.set_string("en", "steps.ice.do.look", "Look at the skin after {ice.look_after}.")
    made(tmp_path, "en", copy=copy)
    assert sorted(pressed[6:]) == ["large-print"] * 2 + ["poster"] * 2
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "site").rglob("*.pdf")}


def test_the_archive_does_not_grow_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "KEPT", 3)
    for number in range(5):
        (tmp_path / f"{number}.pdf").write_bytes(b"")
    archive.Archive(tmp_path).tidy()
    assert len(list(tmp_path.glob("*.pdf"))) == 3


def test_a_sheet_of_the_source_that_does_not_fit_is_an_error(tmp_path: Path) -> None:
    copy = ContentCopy(tmp_path)
    copy.set_string("en", "pages.home.first-signs", "Both legs weak, numb or painful? " * 18)
    problems = [one for one in made(tmp_path, "en", copy=copy) if one.code == "sheet-overflow"]
    assert {one.severity for one in problems} == {"error"}
    assert [one.message for one in problems] == [
        f"`wallet-{paper}` does not fit on one page in `en`; "
        "its longest string is `pages.home.first-signs`"
        for paper in PAPERS
    ]
    assert problems[0].span.path.endswith("locales/en.yml")


def test_a_long_translation_takes_a_second_page_and_stops_nothing(tmp_path: Path) -> None:
    copy = ContentCopy(tmp_path)
    for name in ("signs.both-legs", "signs.chest-pain", "signs.accident"):
        copy.set_string("de", name, "Der Schmerz begann nach einem schweren Unfall. " * 12)
    problems = [one for one in made(tmp_path, "de", copy=copy) if one.code == "sheet-overflow"]
    assert {one.severity for one in problems} == {"warning"}
    (told,) = [one for one in problems if "`a4`" in one.message]
    assert told.message == (
        "`a4` does not fit on one page in `de`; its longest string is `signs.both-legs`"
    )
    assert Pdf(tmp_path / "site" / "de" / "card" / "a4.pdf").page_count == 2


def test_a_language_without_a_font_has_no_sheets_and_is_named(tmp_path: Path) -> None:
    copy = ContentCopy(tmp_path)
    copy.replace(
        "locales.yml",
        "  - tag: sw\n",
        "  - tag: th\n    name: ไทย\n    direction: ltr\n  - tag: sw\n",
    )
    (copy.folder / "locales" / "th.yml").write_text("{}\n", "utf-8")
    problems = made(tmp_path, "th", copy=copy)
    assert [(one.code, one.severity) for one in problems] == [("no-sheets", "note")]
    assert "`th` gets no PDFs: there is no font for the script Thai" in problems[0].message
    assert not (tmp_path / "site").exists()
    found, _ = copy.check()
    assert found is not None
    assert printable(found.locales.model.locales) == set(tags())


def test_a_language_that_has_just_begun_has_its_sheets(tmp_path: Path) -> None:
    copy, tag = ContentCopy(tmp_path), new_languages()[0]
    copy.replace(
        "locales.yml",
        "  - tag: sw\n",
        f"  - tag: {tag}\n    name: Nova\n    direction: ltr\n  - tag: sw\n",
    )
    (copy.folder / "locales" / f"{tag}.yml").write_text("steps:\n  ice:\n    title: IJs\n", "utf-8")
    assert not made(tmp_path, tag, copy=copy)
    words = squeezed(Pdf(tmp_path / "site" / tag / "card" / "a4.pdf").text())
    assert "IJs" in words and squeezed(str(catalog("en").text("signs", "chest-pain"))) in words


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_pseudo_locales_have_their_sheets(pseudo_site: Path, tag: str) -> None:
    assert len(list((pseudo_site / tag / "card").glob("*.pdf"))) == 8


def test_a_site_without_an_address_says_so_and_is_built(tmp_path: Path) -> None:
    settings = SheetSettings(SITE_URL, tmp_path, tmp_path)
    (told,) = make_sheets([], settings)
    assert (told.code, told.severity) == ("no-address", "note")
    assert not make_sheets([], SheetSettings("https://guide.test/", tmp_path, tmp_path))


# --- the wallet, cut out and folded twice ---


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("tag", tags())
def test_the_wallet_reads_as_a_book_when_it_is_folded(site: Path, tag: str, paper: str) -> None:
    format_ = next(one for one in formats(catalog(tag)) if one.name == f"wallet-{paper}")
    pdf, sheet = Pdf(path_of(site, tag, format_.name)), sheet_in(tag, format_)
    # Folded behind, the upper half is seen upright and from its back: what was printed on its right
    # is then on its left. The card opens where its language begins to read.
    first, second = (
        ("left", "right") if sheet.catalog.locale.direction == "rtl" else ("right", "left")
    )
    wanted = {
        ("lower", first): [sheet.title, *(sign.text for sign in sheet.signs.signs)],
        ("upper", first): words_of(sheet.steps[0]),
        ("upper", second): words_of(sheet.steps[-1]),
        ("lower", second): [*sheet.imprint.origin, *sheet.imprint.checks],
    }
    for (row, column), words in wanted.items():
        there = pdf.text_in(panel(row, column, paper), turned=row == "upper")
        for text in words:
            assert holds([there], str(text), tag), (row, column, text)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("tag", tags())
def test_no_letter_of_the_wallet_crosses_a_cut_or_a_fold(site: Path, tag: str, paper: str) -> None:
    panels = {(row, column): panel(row, column, paper) for row, column in product(ROWS, COLUMNS)}
    below = panels["lower", "left"][1]
    for letter in Pdf(path_of(site, tag, f"wallet-{paper}")).letters():
        if letter.bottom < below:
            continue  # how to fold it
        (row,) = [
            row
            for (row, _), (left, bottom, right, top) in panels.items()
            if left < letter.left and letter.right < right
            if bottom < letter.bottom and letter.top < top
        ]
        assert letter.is_upside_down == (row == "upper"), letter


def words_of(step: SheetStep) -> list[Text]:
    """All that the card says of a step."""
    told = (*step.before, *step.lines, *step.do_not, *(x for p in step.pictures for x in p.lines))
    return [step.title, *(line.text for line in told)]


def panel(row: str, column: str, paper: str) -> Box:
    """Where a panel of the wallet stands on its sheet."""
    (width, height), (page_width, page_height) = PANEL, PAPERS[paper]
    left = page_width / 2 - width * (column == "left")
    top = page_height - TOP_EDGE - height * (row == "lower")
    return left, top - height, left + width, top


# --- the fonts ---


def test_the_fonts_are_those_that_were_vendored() -> None:
    listed = dict(
        reversed(line.split()) for line in (FOLDER / "SHA256SUMS").read_text("utf-8").splitlines()
    )
    there = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.ttf")
    }
    assert there == listed


def test_the_fonts_are_small_enough_and_not_published(site: Path) -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.ttf")) <= MOST_FONT_BYTES
    assert not [path for path in site.rglob("*") if path.suffix in {".ttf", ".otf", ".woff2"}]


@pytest.mark.parametrize("file", sorted(path.stem for path in FOLDER.glob("*-Regular.ttf")))
def test_bold_letters_are_there_for_all(file: str) -> None:
    def characters(name: str) -> set[int]:
        with TTFont(FOLDER / f"{name}.ttf", lazy=True) as font:
            return set(font.getBestCmap())

    assert characters(file) == characters(file.replace("-Regular", "-Bold"))


# --- the build ---


@pytest.mark.parametrize(
    ("command", "variables", "prints"),
    [("build", {}, True), ("serve", {}, False), ("serve", {"CARDS": "1"}, True)],
)
def test_a_live_preview_has_sheets_only_where_they_are_asked_for(
    command: str, variables: dict[str, str], prints: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []
    monkeypatch.delenv("CARDS", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(mkdocs_hooks, "_print_cards", printed.append)
    monkeypatch.setattr(mkdocs_hooks, "_published", None)
    monkeypatch.setattr(mkdocs_hooks, "_is_staged", False)
    mkdocs_hooks.on_startup(command, dirty=False)  # type: ignore[arg-type]
    mkdocs_hooks.on_post_build(object())  # type: ignore[arg-type]
    assert bool(printed) is prints


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """The time of day, which a test sets forward."""
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    yield now


class Terminal(io.StringIO):
    """Where a person watches."""

    def isatty(self) -> bool:
        return True


def test_long_work_shows_a_bar_on_a_terminal_and_short_work_nothing(clock: list[float]) -> None:
    terminal = Terminal()
    progress = Progress("sheets", terminal)
    progress(1, 4)
    assert not terminal.getvalue()
    clock[0] = 3.0
    progress(2, 4)
    progress(4, 4)
    assert terminal.getvalue() == (
        "\rsheets [###############...............] 2/4"
        "\rsheets [##############################] 4/4\n"
    )


def test_elsewhere_it_says_so_in_a_line_now_and_then(clock: list[float]) -> None:
    log = io.StringIO()
    progress = Progress("sheets", log)
    for second, done in ((1.0, 1), (2.5, 2), (3.0, 3), (5.0, 4), (9.0, 9)):
        clock[0] = second
        progress(done, 9)
    assert log.getvalue() == "sheets: 2 of 9\nsheets: 4 of 9\n"
