"""JSON Schemas of the content, for editors that complete and check YAML as it is typed.

Each file of content names its own in a first line that the YAML language server reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .loader import FOLDERS, SINGLE_FILES, STRINGS

FOLDER = "hooks/schemas"
"""Where they lie, seen from the root of the project."""

_MARK = "# yaml-language-server: $schema="
_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that the language server follows whole."""

_WORDS = {
    "$schema": _DIALECT,
    "title": "Strings",
    "description": "Every string of one language, by name. Text only: no lists, no numbers.",
    "type": "object",
    "additionalProperties": {"$ref": "#/definitions/words"},
    "definitions": {
        "words": {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"$ref": "#/definitions/words"}},
            ]
        }
    },
}


def schemas() -> dict[str, str]:
    """The text of each schema by the name of its file."""
    kinds = {**SINGLE_FILES, **FOLDERS}
    named: dict[str, Any] = {
        name: {"$schema": _DIALECT, **adapter.json_schema()} for name, (adapter, _) in kinds.items()
    }
    named["strings"] = _WORDS
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in named.items()
    }


def marked(root: Path) -> Iterator[tuple[Path, str]]:
    """Every file of content under `root`, as it reads with the line that names its schema."""
    for name in SINGLE_FILES:
        yield from _marked(root / f"{name}.yml", name, "..")
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("*.yml")):
            yield from _marked(path, folder, "../..")
    for path in sorted((root / STRINGS).glob("*.yml")):
        yield from _marked(path, "strings", "../..")


def _marked(path: Path, name: str, up: str) -> Iterator[tuple[Path, str]]:
    if path.exists():
        yield path, with_schema(path.read_text("utf-8"), name, up)


def with_schema(text: str, name: str, up: str) -> str:
    """A file of content with the line that names its schema; `up` leads to the project from it."""
    rest = [line for line in text.splitlines(keepends=True) if not line.startswith(_MARK)]
    return "".join([f"{_MARK}{up}/{FOLDER}/{name}.json\n", *rest])
