"""The real content with one thing spoilt: the check names the right file and line, and no other.

All is done in this process, and a file that is not spoilt is read once: so hundreds fit.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from guide.checks import strings as string_checks
from guide.model.warning import EMERGENCY_SIGNS
from guide.problems import Problem, errors
from guide.report import as_text
from guide.strings import string_uses
from guide.yaml_source import read

from .content_copy import ContentCopy
from .forks import new_country
from .mutants import Mutant, files, mutants
from .real_content import ROOT, everything
from .spoilt_content import CAUGHT, FALSE_ALARM, MISSED, SOURCE, SpoiltContent, read_once

STRINGS = f"content_src/locales/{everything().locales.model.locales[0].tag}.yml"
SAMPLE = 120

Place = tuple[str, int]
"""A file and a line."""


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    with read_once():
        yield


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


def ids(folder: str) -> list[str]:
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
        for id_ in ids(folder)
    ],
)
def test_a_deleted_file_is_missed_where_the_order_names_it(
    copy: ContentCopy, field: str, folder: str, id_: str
) -> None:
    (copy.folder / folder / f"{id_}.yml").unlink()
    guide = everything().guide
    line = guide.value_span(field, getattr(guide.model, field).index(id_)).line
    assert places(found(copy)) == {("content_src/guide.yml", line)}


@pytest.mark.parametrize("id_", ids("figures"))
def test_a_deleted_figure_is_missed_where_pages_show_it(copy: ContentCopy, id_: str) -> None:
    (copy.folder / "figures" / f"{id_}.yml").unlink()
    problems = found(copy)
    assert problems and {problem.code for problem in problems} == {"unknown-figure"}
    for problem in problems:
        assert id_ in Path(problem.span.path).read_text("utf-8").splitlines()[problem.span.line - 1]


@pytest.mark.parametrize("id_", [sign.id for sign in everything().warnings.model.signs])
def test_a_deleted_sign_is_missed(copy: ContentCopy, id_: str) -> None:
    path = copy.folder / "warnings.yml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(rf"^  - id: {id_}\n(?:    .*\n)+", "", text, flags=re.M), "utf-8")
    if id_ in EMERGENCY_SIGNS:
        line = everything().warnings.mark("signs").line
        expected = ("content_src/warnings.yml", line)
    else:
        strings = everything().strings["en"]
        expected = (STRINGS, strings.at(("signs", id_)).mark.line)
    problems = found(copy)
    assert expected in places(problems), as_text(problems)
    assert len([problem for problem in problems if problem.code == "missing-sign"]) <= 1


@pytest.mark.parametrize("group", list(everything().strings["en"].plain()))  # type: ignore[call-overload]
def test_every_deleted_string_is_missed_where_it_stood(group: str) -> None:
    whole = everything()
    needed = string_uses(replace(whole, strings={}), "en")  # headings may have no words for search
    located = read(Path(ROOT / STRINGS), [], strings_only=True)
    assert located is not None
    spoilt = replace(whole, strings={**whole.strings, "en": located})
    missed = []
    for key, leaf in list(located.leaves()):
        if key[0] == group and (key in needed or group != "also-called"):
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
    strings = everything().strings["en"]
    leaves = [key for key, _ in strings.leaves() if len(key) == 4]
    for key in random.Random(7).sample(leaves, 12):
        leaf = strings.at(key)
        lines = text.split("\n")
        del lines[leaf.mark.line - 1]
        path.write_text("\n".join(lines), "utf-8")
        expected = (STRINGS, strings.at(key[:-1]).mark.line)
        assert places(found(copy)) == {expected}, ".".join(key)


def tally(spoilt: SpoiltContent, chosen: Iterable[Mutant]) -> Counter[str]:
    """How many of each verdict; what was missed, or told at a wrong place, by name."""
    found: Counter[str] = Counter()
    for mutant in chosen:
        verdict = spoilt.verdict(mutant)
        is_wrong = verdict.startswith((MISSED, FALSE_ALARM))
        found[f"{mutant}: {verdict}" if is_wrong else verdict] += 1
    return found


def test_a_slip_is_told_at_its_place_or_allowed_by_a_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    every = [mutant for file in files(SOURCE) for mutant in mutants(SOURCE, file)]
    chosen = random.Random(9).sample(every, SAMPLE)
    found = tally(SpoiltContent(Path()), chosen)
    with capsys.disabled():
        print(f"\n{SAMPLE} of {len(every)} mutants: {dict(found)}")
    assert not [verdict for verdict in found if ": " in verdict]
    assert found[CAUGHT] > SAMPLE // 2


COUNTRY = f"""
  - id: {new_country(ROOT / "content_src")}
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
