"""The ledger of a translation: for each string, what it was made from, and who reviewed it.

One file a language, `content_src/review/<tag>.json`, written by commands and never by hand. It
holds the source text itself, so that a change can be shown without any history of versions.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from .problems import Problem, Span

FOLDER = "review"

Origin = Literal["machine", "person"]


def fingerprint(text: str) -> str:
    """A short hash of the words. Spaces and Unicode's ways to write one letter do not count."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Review:
    """One person's word that a translation says what its source says."""

    by: str
    role: str
    on: str
    """A date, as 2026-11-23."""


@dataclass(frozen=True)
class Record:
    """What is known of one translated string."""

    made_from: str
    """The source text that it was translated from."""
    translation: str
    """The fingerprint of the translation."""
    origin: Origin
    back: str | None = None
    """What the translation says in the source language: compared for strings of safety."""
    review: Review | None = None

    @property
    def source(self) -> str:
        """The fingerprint of the source that it was made from."""
        return fingerprint(self.made_from)


@dataclass(frozen=True)
class Ledger:
    """The records of one language, by the dotted names of its strings."""

    records: Mapping[str, Record] = field(default_factory=dict)
    state: str = "draft"
    """The publishing state when the ledger was last written: a change is reported."""

    def with_records(self, changed: Mapping[str, Record], known: Iterable[str]) -> Ledger:
        """The ledger with some records replaced, in the order of `known`, and none besides."""
        merged = {**self.records, **changed}
        return replace(self, records={name: merged[name] for name in known if name in merged})


def path_of(root: Path, tag: str) -> Path:
    """Where the ledger of a language lies."""
    return root / FOLDER / f"{tag}.json"


def read(root: Path, tag: str, problems: list[Problem]) -> Ledger:
    """The ledger of a language; an empty one if there is none yet."""
    path = path_of(root, tag)
    if not path.exists():
        return Ledger()
    try:
        return _parse(json.loads(path.read_text("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"the ledger cannot be read: {str(error).lower() or 'it is not JSON'}"
        help_ = "take the last version of it from git; it is written by `make format`"
        problems.append(Problem("bad-ledger", message, Span(path.as_posix()), help_))
        return Ledger()


def write(root: Path, tag: str, ledger: Ledger) -> None:
    """Write the ledger of a language, one string a line, so that a change shows as that line."""
    path = path_of(root, tag)
    path.parent.mkdir(exist_ok=True)
    rows = [
        f"  {json.dumps(name)}: {json.dumps(_row(record), ensure_ascii=False)}"
        for name, record in ledger.records.items()
    ]
    body = ",\n".join(rows)
    text = f'{{"state": {json.dumps(ledger.state)}, "strings": {{\n{body}\n}}}}\n'
    path.write_text(text, "utf-8")


def _row(record: Record) -> dict[str, Any]:
    row = {
        "from": record.made_from,
        "source": record.source,
        "translation": record.translation,
        "origin": record.origin,
        "back": record.back,
        "review": asdict(record.review) if record.review else None,
    }
    return {key: value for key, value in row.items() if value is not None}


def _parse(data: Any) -> Ledger:
    records = {
        str(name): Record(
            made_from=str(row["from"]),
            translation=str(row["translation"]),
            origin="machine" if row["origin"] == "machine" else "person",
            back=row.get("back"),
            review=Review(**row["review"]) if "review" in row else None,
        )
        for name, row in data["strings"].items()
    }
    return Ledger(records, str(data["state"]))
