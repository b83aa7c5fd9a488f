"""The real content with one thing spoilt: the check names the right file and line, and no other.

All is done in this process, and a file that is not spoilt is read once: so hundreds fit.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from guide import loader
from guide.checks import figures as figure_checks
from guide.checks import strings as string_checks
from guide.model.warning import EMERGENCY_SIGNS
from guide.problems import Problem, errors
from guide.report import as_text
from guide.yaml_source import Located, read

from .content_copy import ContentCopy
from .real_content import ROOT, content

SOURCE = ROOT / "content_src"
STRINGS = f"content_src/locales/{content().locales.model.locales[0].tag}.yml"
STRUCTURE = sorted(path for path in SOURCE.rglob("*.yml") if path.parent.name != "locales")
SAMPLE = 40

REFERENCES = {"links", "claims", "claim", "figures", "figure", "source", "facts", "sources"}
"""Fields that name something which stands elsewhere."""
FREE_TEXT = {"emergency.yml", "facts.yml", "sources.yml"}
"""Files where fields of those names hold words, or the things themselves."""

Place = tuple[str, int]
"""A file and a line."""


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """Keep what was read, validated and drawn: only a spoilt file is read again."""
    patch = pytest.MonkeyPatch()
    seen: dict[Any, Any] = {}
    plain_read, plain_validate = loader.read, loader.validate
    plain_figure = figure_checks.check_figure

    def cached_read(path: Path, problems: list[Problem], **options: bool) -> Located | None:
        key = (path.as_posix(), path.read_bytes() if path.exists() else b"")
        if key not in seen:
            found: list[Problem] = []
            seen[key] = plain_read(path, found, **options), found
        problems += seen[key][1]
        return seen[key][0]

    def cached_validate(located: Located, *rest: Any) -> Any:
        *_, problems = rest
        key = id(located)
        if key not in seen:
            found: list[Problem] = []
            seen[key] = plain_validate(located, *rest[:-1], found), found, located
        problems += seen[key][1]
        return seen[key][0]

    def cached_figure(figure: Any) -> Any:
        if figure not in seen:
            seen[figure] = list(plain_figure(figure))
        return seen[figure]

    patch.setattr(loader, "read", cached_read)
    patch.setattr(loader, "validate", cached_validate)
    patch.setattr(figure_checks, "check_figure", cached_figure)
    yield
    patch.undo()


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ContentCopy:
    """The real content, free to be spoilt; named in problems as it is at the root."""
    made = ContentCopy(tmp_path)
    monkeypatch.chdir(tmp_path)
    made.folder = Path("content_src")
    return made


def found(copy: ContentCopy) -> list[Problem]:
    """The errors of the spoilt content."""
    return errors(copy.check()[1])


def places(problems: list[Problem]) -> set[Place]:
    return {(problem.span.path, problem.span.line) for problem in problems}


def test_the_real_content_has_no_errors(copy: ContentCopy) -> None:
    problems = found(copy)
    assert not problems, as_text(problems)


def files(folder: str) -> list[str]:
    return sorted(path.stem for path in (SOURCE / folder).glob("*.yml"))


@pytest.mark.parametrize(
    ("field", "folder", "id_"),
    [
        (field, folder, id_)
        for field, folder in (
            ("steps", "steps"),
            ("positions", "positions"),
            ("articles", "explanation"),
        )
        for id_ in files(folder)
    ],
)
def test_a_deleted_file_is_missed_where_the_order_names_it(
    copy: ContentCopy, field: str, folder: str, id_: str
) -> None:
    (copy.folder / folder / f"{id_}.yml").unlink()
    guide = content().guide
    line = guide.value_span(field, getattr(guide.model, field).index(id_)).line
    assert places(found(copy)) == {("content_src/guide.yml", line)}


@pytest.mark.parametrize("id_", files("figures"))
def test_a_deleted_figure_is_missed_where_pages_show_it(copy: ContentCopy, id_: str) -> None:
    (copy.folder / "figures" / f"{id_}.yml").unlink()
    problems = found(copy)
    assert problems and {problem.code for problem in problems} == {"unknown-figure"}
    for problem in problems:
        assert id_ in Path(problem.span.path).read_text("utf-8").splitlines()[problem.span.line - 1]


@pytest.mark.parametrize("id_", [sign.id for sign in content().warnings.model.signs])
def test_a_deleted_sign_is_missed(copy: ContentCopy, id_: str) -> None:
    path = copy.folder / "warnings.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(rf"^  - id: {id_}\n(?:    .*\n)+", "", text, flags=re.M), "utf-8")
    if id_ in EMERGENCY_SIGNS:
        line = content().warnings.mark("signs").line
        expected = ("content_src/warnings.yml", line)
    else:
        strings = content().strings["en"]
        expected = (STRINGS, strings.at(("signs", id_)).mark.line)
    problems = found(copy)
    assert expected in places(problems), as_text(problems)
    assert len([problem for problem in problems if problem.code == "missing-sign"]) <= 1


@pytest.mark.parametrize("group", list(content().strings["en"].plain()))  # type: ignore[call-overload]
def test_every_deleted_string_is_missed_where_it_stood(group: str) -> None:
    whole = content()
    located = read(Path(ROOT / STRINGS), [], strings_only=True)
    assert located is not None
    spoilt = replace(whole, strings={**whole.strings, "en": located})
    missed = []
    for key, leaf in list(located.leaves()):
        if key[0] == group:
            parent = located.at(key[:-1])
            assert isinstance(parent.value, dict)
            order = list(parent.value)
            del parent.value[key[-1]]
            problems = errors(string_checks.check(spoilt))
            if [problem.span for problem in problems] != [parent.mark]:
                missed.append(".".join(key))
            parent.value[key[-1]] = leaf
            for name in order:
                parent.value[name] = parent.value.pop(name)
    assert not missed


def test_a_deleted_line_of_strings_is_missed_in_the_file(copy: ContentCopy) -> None:
    path = copy.folder / "locales" / "en.yml"
    text = path.read_text("utf-8")
    strings = content().strings["en"]
    leaves = [key for key, _ in strings.leaves() if len(key) == 4]
    for key in random.Random(7).sample(leaves, 12):
        leaf = strings.at(key)
        lines = text.split("\n")
        del lines[leaf.mark.line - 1]
        path.write_text("\n".join(lines), "utf-8")
        expected = (STRINGS, strings.at(key[:-1]).mark.line)
        assert places(found(copy)) == {expected}, ".".join(key)


def spots() -> list[tuple[str, int, int, str]]:
    """Every name of a field in the structure: file, line, column and name."""
    name = re.compile(r"(?:^\s*(?:- )?|[{,] ?)([a-z][a-z_-]*):(?= |$)")
    return [
        (path.relative_to(SOURCE).as_posix(), number, match.start(1), match.group(1))
        for path in STRUCTURE
        for number, line in enumerate(path.read_text("utf-8").splitlines())
        if not line.lstrip().startswith("#")
        for match in name.finditer(line.split(": ", 1)[0] + ":" if '"' in line else line)
    ]


def references() -> list[tuple[str, int, int, str]]:
    """Every name of something that stands elsewhere: file, line, column and name."""
    return [
        (path.relative_to(SOURCE).as_posix(), leaf.span.line - 1, leaf.span.col - 1, leaf.typed)
        for path in STRUCTURE
        if path.name not in FREE_TEXT and path.parent.name != "figures"
        for leaf in _references(read(path, []))
    ]


def _references(located: Located | None, is_reference: bool = False) -> Iterator[Located]:
    value = located.value if located else None
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "claims" or not isinstance(inner.value, list) or _holds_names(inner):
                yield from _references(inner, name in REFERENCES)
            else:
                yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner, is_reference)
    elif is_reference and located is not None:
        yield located


def _holds_names(located: Located) -> bool:
    return isinstance(located.value, list) and isinstance(located.value[0].value, str)


def spoil(copy: ContentCopy, file: str, line: int, column: int, name: str) -> list[Problem]:
    """The errors after the name at that place is misspelt."""
    path = copy.folder / file
    text = path.read_text("utf-8")
    lines = text.split("\n")
    assert lines[line][column:].startswith(name)
    wrong = "S99" if re.fullmatch(r"S\d\d", name) else f"{name}x"
    lines[line] = lines[line][:column] + wrong + lines[line][column + len(name) :]
    path.write_text("\n".join(lines), "utf-8")
    problems = found(copy)
    path.write_text(text, "utf-8")
    return problems


def slips(copy: ContentCopy, spots: list[tuple[str, int, int, str]]) -> list[str]:
    """The spots where a misspelling is not told at its line."""
    unnoticed = []
    for file, line, column, name in spots:
        problems = spoil(copy, file, line, column, name)
        at_line = (f"content_src/{file}", line + 1) in places(problems)
        says_so = any(f"{name}x`" in problem.help for problem in problems)
        if not at_line and not says_so:
            unnoticed.append(f"{file}:{line + 1}: {name}")
    return unnoticed


def test_a_misspelt_field_is_told_at_its_line(copy: ContentCopy) -> None:
    assert not slips(copy, random.Random(7).sample(spots(), SAMPLE))


def test_a_broken_reference_is_told_at_its_line(copy: ContentCopy) -> None:
    assert not slips(copy, random.Random(7).sample(references(), SAMPLE))


@pytest.mark.slow
def test_every_misspelt_field_is_told_at_its_line(copy: ContentCopy) -> None:
    assert not slips(copy, spots())


@pytest.mark.slow
def test_every_broken_reference_is_told_at_its_line(copy: ContentCopy) -> None:
    assert not slips(copy, references())


COUNTRY = """
  - id: IS
    numbers:
      - tel: "112"
        confirmed: true
    checked: 2026-11-23
    languages: [is]
    sources: [two places]
"""


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("locales/en.yml", "Change your position often.",
                     "Change how you lie often.", id="a sentence reworded"),
        pytest.param("emergency.yml", "countries:\n", f"countries:{COUNTRY}", id="a country added"),
        pytest.param("steps/ice.yml", "kind: ice\n", "kind: ice # cold\n# a comment\n",
                     id="a comment added"),
        pytest.param("guide.yml", "\nsteps:\n", "\n\n\nsteps:\n\n", id="blank lines added"),
        pytest.param("steps/ice.yml", "id: ice\nkind: ice\n", "kind: ice\nid: ice\n",
                     id="fields reordered"),
    ],
)  # fmt: skip
def test_what_an_editor_does_every_day_is_no_problem(
    copy: ContentCopy, file: str, old: str, new: str
) -> None:
    copy.replace(file, old, new)
    problems = found(copy)
    assert not problems, as_text(problems)
