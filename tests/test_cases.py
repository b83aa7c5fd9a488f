"""Every code has the smallest broken content that shows it, with the exact words of the report.

A case is one file in `cases/bad/`, named after its code: `why`, the `edits` that break a copy of
`cases/base/`, and the `expected` output.
"""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from guide import card_record
from guide.card_record import CardRecord
from guide.checks import check
from guide.commands import main
from guide.languages import catalogs
from guide.sheets.problems import NO_ADDRESS, NO_FONT, OVERFLOW, REFUSED

ROOT = Path(__file__).parents[1]
BASE = Path(__file__).parent / "cases" / "base"
BAD = Path(__file__).parent / "cases" / "bad"
CASES = {path.stem: path for path in sorted(BAD.glob("*.yml"))}

HEADLINE = re.compile(r"^\S+: (?:error|warning|note)\[([a-z-]+)\]: (.*)$", re.MULTILINE)

CODES_BY_NAME = {
    "bad-id",
    "bad-value",
    "unlinked-page",
    "unlinked-step",
    "unknown-article",
    "unknown-claim",
    "unknown-position",
    "unknown-source",
    "unknown-step",
}
"""Codes that the source puts together, or chooses: they are no literal of `Problem(…)`."""

LIST = Path(__file__).parent / "cases" / "README.md"
OF_THE_SHEETS = {OVERFLOW, REFUSED, NO_FONT, NO_ADDRESS}
"""Only the making of sheets knows these: no case of the content shows them."""

RECORD: list[CardRecord] = []
"""What the card of the base says, once it is known."""

NEWS = {"publishing-state", "unrecorded-strings"}
"""Notes that follow from any change of a translation."""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the base with the real skeletons. Its folder is the working directory."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)
    copy_base(tmp_path)
    return tmp_path


def copy_base(folder: Path) -> None:
    """Lay out the base as the project is: `content_src/` and `docs/`."""
    shutil.copytree(BASE, folder / "content_src")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("assets"))
    own = folder / "content_src" / "locales" / "en.yml"
    own.write_text(own.read_text("utf-8") + shared_strings(own.read_text("utf-8")), "utf-8")
    if not RECORD:
        content, _ = check(folder / "content_src", folder / "docs")
        assert content is not None
        RECORD.append(card_record.today(catalogs(content, ["en"])["en"]))
    card_record.write(folder / "content_src", RECORD[0])


def shared_strings(own: str) -> str:
    """What the base leaves to the real file, such as `ui`: so a new button changes no case."""
    real = (ROOT / "content_src" / "locales" / "en.yml").read_text("utf-8")
    groups = re.split(r"^(?=[a-z-]+:$)", real, flags=re.MULTILINE)[1:]
    written = set(own.splitlines())
    return "".join(
        f"\n{group.rstrip()}\n" for group in groups if group.split("\n")[0] not in written
    )


def apply(edit: dict[str, Any], folder: Path) -> None:
    """One edit: `replace` and `with`, or `write` (in an `encoding`), or `delete`, or `link`."""
    path = folder / edit["file"]
    if "replace" in edit:
        text = path.read_text("utf-8")
        assert text.count(edit["replace"]) == 1, f"{edit['replace']!r} must stand there once"
        path.write_text(text.replace(edit["replace"], edit["with"]), "utf-8")
    elif "write" in edit:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(edit["write"].encode(edit.get("encoding", "utf-8")))
    elif "link" in edit:
        path.unlink()
        path.symlink_to(edit["link"])
    elif path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def test_the_base_has_no_problems(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check"])
    assert (status, capsys.readouterr().out.partition(" ")[0]) == (0, "checked")


@pytest.mark.parametrize("name", CASES)
def test_the_report_is_exactly_this(
    name: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = yaml.safe_load(CASES[name].read_text("utf-8"))
    for edit in case["edits"]:
        apply(edit, content)
    status = main(["check"])
    report = re.sub(r"\nchecked .*\n$", "\n", capsys.readouterr().out)
    assert report == case["expected"]
    assert status == (1 if "error[" in report else 0)


@pytest.mark.parametrize("name", CASES)
def test_a_case_shows_its_code_and_nothing_else(name: str) -> None:
    case = yaml.safe_load(CASES[name].read_text("utf-8"))
    assert list(case) == ["why", "edits", "expected"]
    shown = {code for code, _ in re.findall(HEADLINE, case["expected"])}
    code = name.partition("--")[0]
    assert shown == {code} or code in shown and shown <= {code, *NEWS}


@pytest.mark.parametrize("name", CASES)
def test_a_message_follows_the_house_rules(name: str) -> None:
    report = yaml.safe_load(CASES[name].read_text("utf-8"))["expected"]
    for _, message in re.findall(HEADLINE, report):
        assert not message.endswith(".") and not re.match("[A-Z]", message), message
        assert not re.search(r"\b(?:illegal|invalid|schema|mapping|KeyError)\b", message), message
    assert len(re.findall(HEADLINE, report)) == report.count("\n  = help: ")


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    assert {name.partition("--")[0] for name in CASES} == codes()


def test_the_list_names_every_code_with_its_weight() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| ([a-z, ]+) \| \S", LIST.read_text("utf-8"), re.MULTILINE)
    listed = dict(rows)
    assert list(listed) == sorted(listed) and len(listed) == len(rows)
    assert set(listed) == codes() | OF_THE_SHEETS
    assert {code: listed[code] for code in codes()} == weights()


def weights() -> dict[str, str]:
    """How grave each code is, by the reports of its cases."""
    found: dict[str, set[str]] = {}
    for path in CASES.values():
        report = yaml.safe_load(path.read_text("utf-8"))["expected"]
        for weight, code in re.findall(r"(error|warning|note)\[([a-z-]+)\]", report):
            found.setdefault(code, set()).add(weight)
    return {code: ", ".join(sorted(weights)) for code, weights in found.items()}


def codes() -> set[str]:
    """Every code that the core can produce."""
    found = set(CODES_BY_NAME)
    for path in (ROOT / "hooks" / "guide").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    found.add(str(code.value))
    return found
