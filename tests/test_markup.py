"""The markup is what the standard asks for, so that no browser has to guess."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from .real_content import ROOT, tags


def faults(path: Path) -> list[str]:
    """What a parser of the standard stumbles over."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(path.read_text("utf-8"))
    return [f"{path}:{line}:{column}: {code}" for (line, column), code, _ in parser.errors]


@pytest.mark.parametrize("tag", ["", "en", "ar"])
def test_no_document_has_a_fault(site: Path, tag: str) -> None:
    documents = (site / tag).rglob("*.html") if tag else site.glob("*.html")
    found = [fault for path in sorted(documents) for fault in faults(path)]
    assert found == []


_ATTRIBUTE = re.compile(r'\s[a-z-]+="((?:[^"{]|\{(?!\{)|\{\{(?:(?!\}\}).)*\}\})*)"')
_WORDS = re.compile(r"\{\{ *((?:\w+\.)*t\((?:(?!\}\}).)*)\}\}")


def test_words_in_an_attribute_hold_no_markup() -> None:
    """A string that stands in for a missing one is marked up with its language, but not there."""
    seen = 0
    for folder in ("hooks/guide/components", "hooks/overrides"):
        for path in sorted((ROOT / folder).rglob("*.html")):
            for value in _ATTRIBUTE.findall(path.read_text("utf-8")):
                for words in _WORDS.findall(value):
                    seen += 1
                    assert words.strip().endswith("| string"), f"{path.name}: {words}"
    assert seen > 10


def test_the_frame_escapes_its_words() -> None:
    """Included or not, each template says so: one does not take it over from another."""
    for path in sorted((ROOT / "hooks/overrides").rglob("*.html")):
        template = path.read_text("utf-8")
        if re.search(r"\{\{[^}]*(?:\bt\(|\.(?:short|title|name)\b)", template):
            assert template.startswith(("{% autoescape true %}", "{% extends")), path.name
            assert "{% autoescape true %}" in template, path.name


@pytest.mark.slow
@pytest.mark.parametrize("tag", tags())
def test_no_document_of_any_language_has_a_fault(site: Path, tag: str) -> None:
    found = [fault for path in sorted((site / tag).rglob("*.html")) for fault in faults(path)]
    assert found == []
