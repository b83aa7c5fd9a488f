"""What translation tools write is what `make format` writes: no diff but the words that changed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from guide.commands import main
from translate.storage.yaml import YAMLFile

from .content_copy import ContentCopy
from .real_content import ROOT, tags


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


@pytest.mark.parametrize("tag", tags())
def test_the_content_is_in_its_canonical_form(tag: str, tmp_path: Path) -> None:
    copy = ContentCopy(tmp_path)
    assert main(["format", "--content", str(copy.folder)]) == 0
    name = f"locales/{tag}.yml"
    assert (copy.folder / name).read_text("utf-8") == (ROOT / "content_src" / name).read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    "words", ["No", "on", "1:30", "yes", "a: b", "# c", "'d'", '"e"', "- f", "{n}"]
)
def test_words_that_yaml_takes_for_something_else_stay_words(tmp_path: Path, words: str) -> None:
    copy = ContentCopy(tmp_path)
    main(["locale", "nl", "--content", str(copy.folder)])
    copy.set_string("nl", "steps.ice.title", words)
    assert main(["format", "--content", str(copy.folder)]) in {0, 1}
    data = (copy.folder / "locales" / "nl.yml").read_bytes()
    assert through_the_toolkit(data).decode() == data.decode()
    store = YAMLFile()
    store.parse(data)
    assert words in {unit.target for unit in store.units}
