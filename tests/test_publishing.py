"""What readers are told of a translation, and what holds for those that they are sent to."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide.addresses import folder_of
from guide.translation import State
from guide.views.notice import page_states
from guide.views.page import Page

from .markup import having, parse, text
from .real_content import addresses, catalog, published, tags

NOTICES = {
    State.UNREVIEWED: ("machine", "unreviewed"),
    State.STALE: ("stale",),
    State.MISSING: ("missing",),
}


@pytest.mark.parametrize("tag", tags()[1:])
def test_a_page_that_nobody_has_reviewed_or_finished_says_so(site: Path, tag: str) -> None:
    for address in addresses():
        tree = parse(site / tag / folder_of(address) / "index.html")
        said = " ".join(text(notice) for notice in having(tree, "class", "g-notice"))
        for state in page_states(Page(catalog(tag), address)) - {State.REVIEWED}:
            words = [str(catalog(tag).t(f"ui.notice-{name}")) for name in NOTICES[state]]
            assert any(one in said for one in words), f"{address} is {state}"


@pytest.mark.parametrize("tag", published())
def test_every_string_of_a_published_language_is_there_and_in_the_ledger(tag: str) -> None:
    """A string whose English was corrected may be stale: a correction does not wait."""
    language = catalog(tag).translation
    missing = [".".join(key) for key, state in language.states.items() if state is State.MISSING]
    assert not missing, f"translate them, or let `make format` say that `{tag}` is a draft"
    unrecorded = [".".join(key) for key in language.uses if language.is_unrecorded(key)]
    assert not unrecorded, "type: make format"


@pytest.mark.parametrize("tag", published())
def test_safety_strings_were_translated_back(tag: str) -> None:
    language = catalog(tag).translation
    compared = [
        ".".join(key)
        for key, use in language.uses.items()
        if use.safety and key[0] in {"signs", "urgencies", "steps", "positions"}
    ]
    records = language.ledger.records
    assert not [name for name in compared if name not in records or not records[name].back]
