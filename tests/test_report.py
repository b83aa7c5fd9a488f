"""Problems as text: the line, the caret below it, the help, and the count."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.problems import Problem, Severity, Span, did_you_mean, nearest
from guide.report import as_annotations, as_text


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that problems point into, named `a.yml`."""
    monkeypatch.chdir(tmp_path)
    return Path("a.yml")


def problem(line: int, col: int, width: int = 1, help_: str = "") -> Problem:
    return Problem("some-code", "a fact", Span("a.yml", line, col, width), help_)


def caret_lines(text: str) -> list[str]:
    """The source line and the carets of the first problem, without the gutter."""
    return [line.partition("| ")[2] for line in text.split("\n")[2:4]]


def test_a_problem_is_its_place_its_fact_its_line_and_its_help(write: Path) -> None:
    write.write_text("one\ntwo: x\n", "utf-8")
    assert as_text([problem(2, 6, 1, "write y")]) == (
        "a.yml:2:6: error[some-code]: a fact\n"
        "    |\n"
        "  2 | two: x\n"
        "    |      ^\n"
        "  = help: write y\n"
        "\n"
        "1 error in 1 file"
    )


def test_the_caret_stands_below_text_behind_wide_characters(write: Path) -> None:
    write.write_text("title: 冰敷 now\n", "utf-8")
    assert caret_lines(as_text([problem(1, 11, 3)])) == ["title: 冰敷 now", " " * 12 + "^^^"]


def test_wide_characters_are_underlined_in_their_whole_width(write: Path) -> None:
    write.write_text("title: 冰敷\n", "utf-8")
    assert caret_lines(as_text([problem(1, 8, 2)]))[1] == " " * 7 + "^^^^"


def test_combining_marks_take_no_room(write: Path) -> None:
    write.write_text("e\u0301e\u0301 x\n", "utf-8")
    assert caret_lines(as_text([problem(1, 6)]))[1] == "   ^"


def test_a_tab_stays_a_tab_in_the_line_of_carets(write: Path) -> None:
    write.write_text("\tid: x\n", "utf-8")
    assert caret_lines(as_text([problem(1, 6)])) == ["\tid: x", "\t    ^"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_as_one(write: Path, line_end: str) -> None:
    write.write_bytes(line_end.join(["one", "two", "three"]).encode())
    assert caret_lines(as_text([problem(2, 1, 3)])) == ["two", "^^^"]


def test_a_byte_order_mark_moves_nothing(write: Path) -> None:
    write.write_bytes(b"\xef\xbb\xbfid: x\n")
    assert caret_lines(as_text([problem(1, 5)])) == ["id: x", "    ^"]


def test_the_last_line_needs_no_line_end(write: Path) -> None:
    write.write_text("one\ntwo", "utf-8")
    assert caret_lines(as_text([problem(2, 1, 3)])) == ["two", "^^^"]


def test_a_caret_may_stand_behind_the_end_of_a_line(write: Path) -> None:
    write.write_text("id:\n", "utf-8")
    assert caret_lines(as_text([problem(1, 4, 9)])) == ["id:", "   ^"]


def test_a_long_line_is_shown_around_its_fault(write: Path) -> None:
    write.write_text("x" * 500 + "fault" + "x" * 500 + "\n", "utf-8")
    line, carets = caret_lines(as_text([problem(1, 501, 5)]))
    assert len(line) < 150 and line.startswith("…") and line.endswith("…")
    assert line[carets.index("^") : len(carets)] == "fault"


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\u202e", "\u2066"])
def test_no_line_gives_orders_to_the_terminal(write: Path, char: str) -> None:
    write.write_text(f"id: a{char}b\n", "utf-8")
    assert caret_lines(as_text([problem(1, 1)]))[0] == "id: a\ufffdb"


def test_a_line_in_another_encoding_is_shown_as_well_as_it_can_be(write: Path) -> None:
    write.write_bytes("id: für\n".encode("latin-1"))
    assert caret_lines(as_text([problem(1, 6)])) == ["id: f\ufffdr", "     ^"]


def test_of_a_file_that_is_not_there_only_the_place_is_told(write: Path) -> None:
    assert as_text([problem(1, 1, 1, "put it back")]) == (
        "a.yml:1:1: error[some-code]: a fact\n  = help: put it back\n\n1 error in 1 file"
    )


def test_nothing_is_shown_of_what_a_link_leads_to(write: Path) -> None:
    Path("secret").write_text("secret\n", "utf-8")
    write.symlink_to("secret")
    assert "secret" not in as_text([problem(1, 1)])


def test_errors_come_first_then_files_and_lines_and_each_problem_once(write: Path) -> None:
    one = Problem("b", "one", Span("b.yml", 2))
    two = Problem("b", "two", Span("b.yml", 10))
    three = Problem("b", "three", Span("a.yml", 3), severity=Severity.WARNING)
    text = as_text([three, two, one, one])
    assert [line.split(": ")[-1] for line in text.split("\n") if "[b]" in line] == [
        "one",
        "two",
        "three",
    ]
    assert text.endswith("\n\n2 errors, 1 warning in 2 files")


@pytest.mark.parametrize(
    ("severities", "count"),
    [
        ([Severity.ERROR], "1 error in 1 file"),
        ([Severity.WARNING] * 2, "2 warnings in 1 file"),
        ([Severity.NOTE, Severity.ERROR], "1 error, 1 note in 1 file"),
        ([], "no problems"),
    ],
)
def test_the_last_line_counts(write: Path, severities: list[Severity], count: str) -> None:
    problems = [
        Problem("c", "m", Span("a.yml", number), severity=severity)
        for number, severity in enumerate(severities, 1)
    ]
    assert as_text(problems).split("\n")[-1] == count


def test_an_annotation_names_file_line_column_and_code() -> None:
    assert as_annotations([problem(2, 6, 1, "write y")]) == (
        "::error file=a.yml,line=2,col=6,title=some-code::a fact%0Awrite y"
    )


def test_an_annotation_cannot_be_broken_out_of() -> None:
    span = Span("a,b:c%.yml", 1, 1)
    wicked = Problem("c", "100%\r\n::error::gotcha", span, "x\ny", Severity.WARNING)
    assert as_annotations([wicked]) == (
        "::warning file=a%2Cb%3Ac%25.yml,line=1,col=1,title=c::100%25%0D%0A::error::gotcha%0Ax%0Ay"
    )


def test_a_note_is_a_notice_there() -> None:
    assert as_annotations([Problem("c", "m", Span("a"), severity=Severity.NOTE)]).startswith(
        "::notice "
    )


def test_a_slip_of_one_letter_finds_its_name() -> None:
    assert did_you_mean("pelvic-tlit", ["ice", "pelvic-tilt"]) == "did you mean `pelvic-tilt`?"


def test_a_name_that_is_like_no_other_gets_the_choices() -> None:
    assert did_you_mean("zzz", ["b", "a"]) == "expected one of: `a`, `b`"
    assert did_you_mean("zzz", ["a"]) == "expected `a`"
    assert did_you_mean("zzz", []) == "there is none yet"


def test_too_many_choices_are_only_counted() -> None:
    names = [f"name-{number:02}" for number in range(40)]
    assert did_you_mean("zzz", names) == "there are 40 to choose from, such as `name-00`"


@pytest.mark.parametrize(
    ("word", "near"),
    [("abcde", "abcxx"), ("abcde", None), ("", None)],
)
def test_a_name_is_near_if_three_fifths_of_it_agree(word: str, near: str | None) -> None:
    assert nearest(word, ["abcxx"] if near else ["abxxx"]) == near
