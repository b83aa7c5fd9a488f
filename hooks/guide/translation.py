"""One language's strings, each with how it stands to its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from .ledger import Ledger, Record, fingerprint
from .model.locale import Locale
from .placeholders import placeholders
from .plurals import ORDER
from .strings import Key, StringUse


class State(StrEnum):
    """How one string stands to its source."""

    SOURCE = "source"
    """It is the source."""
    MISSING = "missing"
    """There is none, or it lacks a number that the source names: the source stands in for it."""
    STALE = "stale"
    """The source has changed since it was translated."""
    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"


class Publishing(StrEnum):
    """How far a language is. It is worked out and never written by hand."""

    DRAFT = "draft"
    """Strings are missing: it is built, but not indexed, and nobody is forwarded to it."""
    LISTED = "listed"
    """Every string is there; drafts are marked."""
    REVIEWED = "reviewed"
    """A named person has accepted every string of safety, and none of them is stale."""


@dataclass(frozen=True)
class Translation:
    """The strings of one language, seen beside those of the source."""

    locale: Locale
    uses: Mapping[Key, StringUse]
    """The strings that this language needs."""
    written: Mapping[Key, str]
    source: Mapping[Key, str]
    ledger: Ledger
    is_source: bool = False
    is_pseudo: bool = False
    """It is made by `pseudo`, for development: never indexed."""

    @cached_property
    def states(self) -> dict[Key, State]:
        """Every string that is needed, and its state."""
        return {key: self._state(key) for key in self.uses}

    @cached_property
    def publishing(self) -> Publishing:
        """How far the language is."""
        if self.is_source:
            return Publishing.LISTED
        if State.MISSING in self.states.values():
            return Publishing.DRAFT
        safety = [self.states[key] for key, use in self.uses.items() if use.safety]
        done = all(state is State.REVIEWED for state in safety)
        return Publishing.REVIEWED if done else Publishing.LISTED

    def source_text(self, key: Key) -> str:
        """The source of a string. A plural form that the source lacks is made from its `other`."""
        if key not in self.source and key[-1] in ORDER:
            key = (*key[:-1], "other")
        return self.source.get(key, "")

    def record(self, key: Key) -> Record | None:
        """What the ledger knows of a string, if that is still the one that is written."""
        record = self.ledger.records.get(".".join(key))
        same = record is not None and record.translation == fingerprint(self.written.get(key, ""))
        return record if same else None

    def is_unrecorded(self, key: Key) -> bool:
        """Whether a string was written or changed since the ledger was."""
        return bool(self.written.get(key, "").strip()) and self.record(key) is None

    def _state(self, key: Key) -> State:
        if self.is_source:
            return State.SOURCE
        text = self.written.get(key, "")
        source = self.source_text(key)
        if not text.strip() or set(placeholders(text)) != set(placeholders(source)):
            return State.MISSING
        record = self.record(key)
        if record is None:
            return State.UNREVIEWED
        if record.source != fingerprint(source):
            return State.STALE
        return State.REVIEWED if record.review else State.UNREVIEWED
