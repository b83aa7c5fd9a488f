"""The documents at the root say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide.commands import COMMANDS, main

from .content_copy import ContentCopy
from .real_content import ROOT
from .test_cases import codes

DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "TRANSLATING.md",
    "CHANGELOG.md",
    "docs/hosts/README.md",
)


def test_the_example_of_an_error_is_what_the_check_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ContentCopy(tmp_path).replace(
        "steps/ice.yml", "never_over: {value: 20", "never_over: {value: 25"
    )
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--docs", str(ROOT / "docs")]) == 1
    example = re.search(r"```\n(content_src.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert example and capsys.readouterr().out == f"{example.group(1)}\n1 error in 1 file\n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_verb_command_and_path_that_is_named_exists(name: str) -> None:
    words = read(name)
    for verb in re.findall(r"make ([a-z-]+)\b", words):
        assert verb in {"make", "and", *VERBS}, verb
    for command in re.findall(r"`(?:python -m )?guide ([a-z-]+)", words):
        assert command in COMMANDS, command
    for path in re.findall(r"`((?:content_src|docs|hooks|tests|\.github)/[\w./-]*)`", words):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"\]\((?!https?:)([^)#]+)", words):
        assert ((ROOT / name).parent / path).exists(), path


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_code_field_and_variable_that_is_named_exists(name: str) -> None:
    words = read(name)
    for code in set(re.findall(r"(?:error|warning|note)\[([a-z-]+)\]", words)) - {"some-code"}:
        assert code in codes(), code
    code = "\n".join(
        path.read_text("utf-8")
        for folder in ("hooks", "tests")
        for path in (ROOT / folder).rglob("*.py")
    )
    code += read("Makefile") + read("mkdocs.yml") + read("netlify.toml")
    for variable in set(re.findall(r"`?\b([A-Z]{2,}_[A-Z_]+|[A-Z]{4,})=", words)):
        assert variable in code, variable
    for field in re.findall(r"`([a-z]+_[a-z_]+)`", words):
        assert field in code, field


def test_every_verb_is_told_of() -> None:
    said = "\n".join(read(name) for name in DOCUMENTS)
    assert [verb for verb in VERBS if not re.search(rf"\bmake {verb}\b", said)] == []


def test_every_command_is_told_of() -> None:
    said = read("CONTRIBUTING.md")
    assert [name for name in COMMANDS if f"`guide {name}`" not in said] == []


def test_every_folder_and_every_file_of_content_is_told_of() -> None:
    said = "\n".join(read(name) for name in DOCUMENTS)
    folders = [
        f"{top}/{path.name}/"
        for top in ("content_src", "docs", "hooks")
        for path in sorted((ROOT / top).iterdir())
        if path.is_dir() and path.name != "__pycache__"
    ]
    assert [folder for folder in folders if f"`{folder}" not in said] == []
    files = sorted(path.name for path in (ROOT / "content_src").glob("*.yml"))
    assert [name for name in files if name not in said] == []


def test_the_licence_is_said_once_and_alike() -> None:
    """The whole of it in LICENSE, one line elsewhere."""
    for name in ("README.md", "LICENSE"):
        assert "CC BY 4.0" in read(name) and "MIT" in read(name)
    assert 'license = "CC-BY-4.0 AND MIT"' in read("pyproject.toml")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


VERBS = re.findall(r"^([a-z][a-z-]*):.* ## ", read("Makefile"), re.M)
