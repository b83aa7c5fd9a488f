"""Editors complete and check the content as it is typed: each file names a schema that fits it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from guide.commands import main
from guide.editor_schemas import FOLDER, schemas
from jsonschema import Draft7Validator

from .real_content import ROOT

FILES = sorted((ROOT / "content_src").rglob("*.yml"))
MARK = "# yaml-language-server: $schema="

every_file = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.relative_to(ROOT / "content_src").as_posix()
)


class AsTyped(yaml.SafeLoader):
    """Reads YAML as editors do, by its version 1.2: a date is text, and so is `on`."""


AsTyped.yaml_implicit_resolvers = {
    first: [
        (kind, pattern)
        for kind, pattern in rules
        if not kind.endswith(":timestamp") and not (kind.endswith(":bool") and first in "yYnNoO")
    ]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(path: Path) -> Draft7Validator:
    schema = json.loads(path.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def schema_of(path: Path) -> Path:
    """The schema that the first line of a file names."""
    first = path.read_text("utf-8").partition("\n")[0]
    assert first.startswith(MARK)
    return (path.parent / first.removeprefix(MARK)).resolve()


def typed(text: str, path: Path) -> Any:
    loader = yaml.BaseLoader if path.parent.name == "locales" else AsTyped
    return yaml.load(text, loader)


@every_file
def test_a_file_names_the_schema_that_it_keeps_to(path: Path) -> None:
    written = typed(path.read_text("utf-8"), path)
    problems = validator(schema_of(path)).iter_errors(written)
    assert [f"{error.json_path}: {error.message}" for error in problems] == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("steps/ice.yml", "cloth: required", "cloth: optional"),
        ("steps/ice.yml", "kind: do-not", "kind: donot"),
        ("steps/ice.yml", "unit: minute", "unit: minutes"),
        ("warnings.yml", "urgency: emergency", "urgency: soon"),
        ("guide.yml", "next_check:", "nextcheck:"),
        ("locales/en.yml", "  skip: Skip to the text", "  skip: [Skip, to the text]"),
    ],
)
def test_a_slip_is_seen_while_it_is_typed(name: str, old: str, new: str) -> None:
    path = ROOT / "content_src" / name
    text = path.read_text("utf-8")
    assert old in text
    assert not validator(schema_of(path)).is_valid(typed(text.replace(old, new, 1), path))


def test_every_field_is_explained_where_it_is_typed() -> None:
    unexplained = []
    for name, text in schemas().items():
        schema = json.loads(text)
        for kind, part in {**schema.get("$defs", {}), "": schema}.items():
            fields = part.get("properties", {})
            # A claim or a piece of furniture in a picture is explained as a whole.
            told = "description" in part if name == "figures.json" else False
            unexplained += [
                f"{name}: {kind} {field}"
                for field in fields
                if not told and "description" not in fields[field]
            ]
    assert not unexplained
    steps = json.loads((ROOT / FOLDER / "steps.json").read_text("utf-8"))
    limits = steps["$defs"]["IceLimits"]["properties"]
    assert limits["never_over"]["description"] == "The ceiling that every page and card prints."


def test_the_schemas_are_those_of_the_models() -> None:
    stored = {path.name: path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()}
    assert stored == schemas(), "type: make format"


def test_everything_stands_in_canonical_form(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["format", "--dry-run"]) == 0
    assert capsys.readouterr().out == "", "type: make format"
