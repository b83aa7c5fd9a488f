"""YAML that remembers its places, whatever an editor made of the file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from guide.problems import Problem, Span
from guide.yaml_source import Located, read


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file named `a.yml` in the working directory."""
    monkeypatch.chdir(tmp_path)
    return Path("a.yml")


def located(file: Path, text: str | bytes, *, strings_only: bool = False) -> Located:
    """The content of a file that must have no problems."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems: list[Problem] = []
    found = read(file, problems, strings_only=strings_only)
    assert found is not None and not problems, problems
    return found


def refused(file: Path, text: str | bytes, *, strings_only: bool = False) -> Problem:
    """The one problem of a file that cannot be read."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    problems: list[Problem] = []
    assert read(file, problems, strings_only=strings_only) is None
    assert len(problems) == 1, problems
    return problems[0]


def test_a_value_knows_its_place_and_that_of_its_name(file: Path) -> None:
    value = located(file, "steps:\n  - id: ice\n").at(("steps", 0, "id"))
    assert value.span == Span("a.yml", 2, 9, 3)
    assert value.key_span == Span("a.yml", 2, 5, 2) == value.mark


def test_a_path_that_ends_early_leads_to_the_last_place_there_is(file: Path) -> None:
    found = located(file, "a:\n  b: c\n")
    assert found.at(("a", "x", "y")) is found.at(("a",))
    assert found.at(("a", "b", "c")) is found.at(("a", "b"))
    assert located(file, "[x]").at((5,)).span.line == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(file: Path, line_end: str) -> None:
    found = located(file, line_end.join(["a: 1", "", "b: two"]))
    assert found.at(("b",)).span == Span("a.yml", 3, 4, 3)
    assert found.plain() == {"a": 1, "b": "two"}


def test_a_byte_order_mark_moves_nothing(file: Path) -> None:
    assert located(file, b"\xef\xbb\xbfid: x").at(("id",)).span == Span("a.yml", 1, 5, 1)


def test_columns_count_characters_and_not_bytes(file: Path) -> None:
    assert located(file, "{é: 冰, 𝄞: x}").at(("𝄞",)).span == Span("a.yml", 1, 11, 1)


def test_a_name_is_text_even_where_yaml_reads_a_number_or_a_truth(file: Path) -> None:
    assert located(file, "1: a\nyes: b\n").plain() == {"1": "a", "yes": "b"}


def test_a_scalar_keeps_what_its_author_typed(file: Path) -> None:
    found = located(file, "a: yes\nb: 0112\nc: '7'\n")
    assert [found.at((name,)).typed for name in "abc"] == ["yes", "0112", "7"]
    assert found.plain() == {"a": True, "b": 74, "c": "7"}


def test_strings_are_read_as_they_stand(file: Path) -> None:
    found = located(file, "a: No\nb: 1:30\nc: 2026-11-23\nd: on\ne:\n", strings_only=True)
    assert found.plain() == {"a": "No", "b": "1:30", "c": "2026-11-23", "d": "on", "e": ""}


def test_a_part_of_a_text_has_its_own_place(file: Path) -> None:
    found = located(file, "a: one <b> two\nb: 'one <b>'\n")
    assert found.at(("a",)).part(4, 7) == Span("a.yml", 1, 8, 3)
    assert found.at(("b",)).part(4, 7) == Span("a.yml", 2, 9, 3)


@pytest.mark.parametrize("text", ["a: 'it''s <b>'", "a: >\n  one <b>", "a: one\n  <b>"])
def test_a_part_of_a_text_that_is_written_otherwise_has_the_place_of_the_whole(
    file: Path, text: str
) -> None:
    value = located(file, text).at(("a",))
    assert value.part(5, 8) == value.span


def test_leaves_are_named_by_the_way_to_them(file: Path) -> None:
    found = located(file, "a:\n  b: x\n  c: [y]\nd: z\n")
    assert [path for path, _ in found.leaves()] == [("a", "b"), ("a", "c"), ("d",)]


def test_every_name_that_is_written_twice_is_told(file: Path) -> None:
    file.write_text("a: 1\nb: 2\na: 3\nb: 4\n", "utf-8")
    problems: list[Problem] = []
    assert read(file, problems) is None
    assert [(p.code, p.span.line, p.help) for p in problems] == [
        ("duplicate-key", 3, "first written on line 1; keep one"),
        ("duplicate-key", 4, "first written on line 2; keep one"),
    ]


def test_bytes_that_are_not_utf_8_are_told_at_their_place(file: Path) -> None:
    problem = refused(file, "ä: 1\nb: für".encode() + "ü".encode("latin-1"))
    assert (problem.code, problem.span) == ("unreadable-file", Span("a.yml", 2, 7))


def test_a_character_that_no_one_sees_is_told_at_its_place(file: Path) -> None:
    problem = refused(file, "ä: é\nb: x\x07")
    assert (problem.code, problem.span) == ("control-character", Span("a.yml", 2, 5))


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\u0085"])
def test_a_line_end_that_editors_do_not_show_is_refused(file: Path, char: str) -> None:
    assert refused(file, f"a: x{char}b: y\n", strings_only=True).code == "control-character"


def test_a_file_that_is_not_there_is_a_problem_and_no_exception(file: Path) -> None:
    problems: list[Problem] = []
    assert read(file, problems) is None
    assert [problem.code for problem in problems] == ["missing-file"]


def test_a_folder_of_that_name_is_a_problem_and_no_exception(file: Path) -> None:
    file.mkdir()
    problems: list[Problem] = []
    assert read(file, problems) is None
    assert [problem.code for problem in problems] == ["unreadable-file"]


def test_a_file_beyond_all_measure_is_not_read(file: Path) -> None:
    assert refused(file, "a: x\n" * 500_000).code == "unreadable-file"


BOMB = "a: &a [x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghijklmnopqrst", "bcdefghijklmnopqrstu", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[" * 500_000, id="brackets"),
        pytest.param("{a: " * 300_000, id="braces"),
        pytest.param("- " * 500_000 + "x", id="dashes"),
        pytest.param("? " * 500_000 + "x", id="question marks"),
        pytest.param("".join(" " * depth + "a:\n" for depth in range(1000)), id="indentation"),
        pytest.param(BOMB, id="aliases"),
        pytest.param("a: &a [*a]", id="an alias of itself"),
    ],
)
@pytest.mark.parametrize("strings_only", [False, True])
def test_a_file_made_to_exhaust_the_reader_is_refused_at_once(
    file: Path, text: str, strings_only: bool
) -> None:
    start = time.monotonic()
    assert refused(file, text, strings_only=strings_only).code == "yaml-syntax"
    assert time.monotonic() - start < 2
