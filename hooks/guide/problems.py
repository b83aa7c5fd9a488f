"""A problem found in the content, and the place where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

_LONGEST_LIST = 12


class Severity(StrEnum):
    """How much a problem weighs. Errors stop a build; warnings and news never do."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True)
class Span:
    """Where something is written, counted from 1 as editors do."""

    path: str
    line: int = 1
    col: int = 1
    width: int = 1
    """Characters to underline, on that one line."""


@dataclass(frozen=True)
class Problem:
    """One fault, one place, one remedy."""

    code: str
    """A stable name, such as `unknown-step`; each has a case under `tests/cases/bad/`."""
    message: str
    """The fact, in lower case and without a full stop. How to mend it stands in `help`."""
    span: Span
    help: str = ""
    severity: Severity = Severity.ERROR

    @property
    def headline(self) -> str:
        """The one line that a search tool or an editor can follow."""
        where = f"{self.span.path}:{self.span.line}:{self.span.col}"
        return f"{where}: {self.severity}[{self.code}]: {self.message}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems once each, errors first, then by file and line."""
    ranks = list(Severity)
    return sorted(set(problems), key=lambda p: (ranks.index(p.severity), p.span, p.code, p.message))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of the problems that must stop a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that `word` is most likely a slip for, if there is one."""
    return next(iter(get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Help for a name that nothing has: the nearest one, else the choices if they are few."""
    choices = sorted(set(known))
    near = nearest(word, choices)
    if near:
        return f"did you mean `{near}`?"
    if not choices:
        return "there is none yet"
    if len(choices) == 1:
        return f"expected `{choices[0]}`"
    if len(choices) > _LONGEST_LIST:
        return f"there are {len(choices)} to choose from, such as `{choices[0]}`"
    return "expected one of: " + ", ".join(f"`{choice}`" for choice in choices)
