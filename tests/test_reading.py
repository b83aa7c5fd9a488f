"""The first aid is easy to read: for someone in pain, and for someone whose English is new."""

from __future__ import annotations

from pathlib import Path

import pytest

from .reading import FIRST_AID, LATER, grade, sentences
from .real_content import addresses, catalog, content, lines

IN_PAIN = [address for address in addresses() if address.startswith(FIRST_AID)]


@pytest.mark.parametrize("address", IN_PAIN)
def test_the_first_aid_reads_at_grade_six(site: Path, address: str) -> None:
    found = grade(sentences(site, "en", address))
    assert found.flesch_kincaid <= 6 and found.smog <= 9, found


@pytest.mark.parametrize("address", LATER)
def test_the_rest_reads_at_grade_eight(site: Path, address: str) -> None:
    assert grade(sentences(site, "en", address)).flesch_kincaid <= 8


@pytest.mark.parametrize("sign", [sign.id for sign in content().warnings.model.signs])
def test_a_warning_sign_has_short_sentences(sign: str) -> None:
    assert longest(str(catalog().text("signs", sign))) <= 15


@pytest.mark.parametrize(
    ("address", "section", "line"),
    [(a, s.id, line.id) for a, s, line in lines() if a.startswith(("steps/", "positions/"))],
)
def test_a_line_of_the_first_aid_has_short_sentences(address: str, section: str, line: str) -> None:
    assert longest(str(catalog().text(*address.split("/"), section, line))) <= 15


def longest(words: str) -> int:
    """The words of the longest sentence."""
    for end in "!?":
        words = words.replace(f"{end} ", ". ")
    return max(len(sentence.split()) for sentence in words.split(". "))
