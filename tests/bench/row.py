"""One measurement, and the table of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was promised, and what was measured."""

    what: str
    promise: str
    measured: str
    holds: bool
    how: str

    def __str__(self) -> str:
        """The row of a Markdown table."""
        mark = "yes" if self.holds else "**no**"
        return f"| {self.what} | {self.promise} | {self.measured} | {mark} | {self.how} |"


HEAD = "| what | promise | measured | holds | how |\n| --- | --- | --- | --- | --- |"


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table, as the README shows it."""
    return "\n".join([HEAD, *map(str, rows)])
