"""What the card says in the version that people hold on paper, so that no change of it is silent.

One file, `content_src/review/card.json`, written by `make format` and never by hand: the
version, and each string of the card in the words of the source.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .catalog import Catalog
from .content import Content
from .ledger import FOLDER
from .model.card import Extent
from .model.warning import Urgency
from .strings import Key


@dataclass(frozen=True)
class CardRecord:
    """The words of the card in one version."""

    version: str
    says: Mapping[str, str]
    """Each string by its dotted name, with its numbers filled in."""


def path_of(root: Path) -> Path:
    """Where the record lies."""
    return root / FOLDER / "card.json"


def today(catalog: Catalog) -> CardRecord:
    """What the card says now. `catalog` is that of the source."""
    version = catalog.content.guide.model.version
    keys = _keys(catalog.content)
    return CardRecord(version, {".".join(key): str(catalog.text(*key)) for key in keys})


def read(root: Path) -> CardRecord | None:
    """The record as it was last written; None where there is none that can be read."""
    try:
        data = json.loads(path_of(root).read_text("utf-8"))
        says = {str(name): str(words) for name, words in data["says"].items()}
        return CardRecord(str(data["version"]), says)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write(root: Path, record: CardRecord) -> None:
    """Write the record, one string a line, so that a change shows as that line."""
    rows = [
        f"  {json.dumps(name)}: {json.dumps(words, ensure_ascii=False)}"
        for name, words in record.says.items()
    ]
    body = ",\n".join(rows)
    path = path_of(root)
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'{{"version": {json.dumps(record.version)}, "says": {{\n{body}\n}}}}\n', "utf-8"
    )


def _keys(content: Content) -> list[Key]:
    """The strings of the card that tell what to do, in the order of the guide."""
    keys: list[Key] = [("pages", "home", "title"), ("pages", "home", "lead")]
    for extent in Extent:
        for id_, step in content.card.model.steps(extent).items():
            keys.append(("steps", id_, "title"))
            keys += [tuple(name.split(".")) for _, name in step.places()]
    urgency = Urgency.EMERGENCY
    keys += [("urgencies", urgency, "heading"), ("urgencies", urgency, "act")]
    keys += [("signs", sign.id) for sign in content.warnings.model.by_urgency(urgency)]
    keys += [("pages", "home", name) for name in ("first", "first-signs", "first-act")]
    return list(dict.fromkeys(keys))
