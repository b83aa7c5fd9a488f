"""What translation tools write is what `make format` writes: no diff but the words that changed."""

from __future__ import annotations

from io import BytesIO

import pytest
from guide.commands import main
from translate.storage.yaml import YAMLFile

from .content_copy import ContentCopy
from .forks import new_languages
from .real_content import ROOT, tags

NEW = new_languages()[0]
TRICKY = {
    "steps.ice.title": "No",
    "steps.ice.lead": "on",
    "steps.ice.do.heading": "null",
    "steps.ice.do.first": "yes",
    "steps.ice.do.wrap": "a: b",
    "steps.ice.do.lie": "# c",
    "steps.ice.do.take-off": "'d'",
    "steps.ice.why.heading": '"e"',
    "steps.ice.why.muscle": "- f",
    "steps.ice.why.blood-and-nerves": "{n}",
}
"""Words that YAML takes for something else, unless they are quoted."""


def through_the_toolkit(data: bytes) -> bytes:
    """A file read and written by translate-toolkit, set up as TRANSLATING.md says."""
    store = YAMLFile()
    store.dump_args = {**getattr(store, "dump_args", {}), "width": 2**31 - 1}
    store.parse(data)
    out = BytesIO()
    store.serialize(out)
    return out.getvalue()


@pytest.mark.parametrize("tag", tags())
def test_a_round_trip_changes_nothing(tag: str) -> None:
    data = (ROOT / "content_src" / "locales" / f"{tag}.yml").read_bytes()
    assert through_the_toolkit(data).decode() == data.decode()


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> ContentCopy:
    """The content after `make format`, with a new language whose words look like YAML."""
    copy = ContentCopy(tmp_path_factory.mktemp("formatted"))
    main(["locale", NEW, "--content", str(copy.folder)])
    for name, words in TRICKY.items():
        copy.set_string(NEW, name, words)
    assert main(["format", "--content", str(copy.folder)]) == 0
    return copy


@pytest.mark.parametrize("tag", tags())
def test_the_content_is_in_its_canonical_form(tag: str, formatted: ContentCopy) -> None:
    name = f"locales/{tag}.yml"
    written = (formatted.folder / name).read_text("utf-8")
    assert written == (ROOT / "content_src" / name).read_text("utf-8")


def test_words_that_yaml_takes_for_something_else_stay_words(formatted: ContentCopy) -> None:
    data = (formatted.folder / "locales" / f"{NEW}.yml").read_bytes()
    assert through_the_toolkit(data).decode() == data.decode()
    store = YAMLFile()
    store.parse(data)
    assert set(TRICKY.values()) <= {unit.target for unit in store.units}
