"""The documents at the root say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide.commands import main

from .content_copy import ContentCopy
from .real_content import ROOT

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "TRANSLATING.md")


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
def test_every_verb_and_path_that_is_named_exists(name: str) -> None:
    words = (ROOT / name).read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for verb in re.findall(r"make ([a-z]+)\b", words):
        assert verb in {"make", "and"} or re.search(rf"^{verb}:", makefile, re.M), verb
    for path in re.findall(r"`((?:content_src|docs|hooks|tests)/[\w./-]*)`", words):
        assert (ROOT / path).exists(), path
