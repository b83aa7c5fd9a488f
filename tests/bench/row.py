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


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table, as the README shows it."""
    lines = ["| what | promise | measured | holds | how |", "| --- | --- | --- | --- | --- |"]
    for row in rows:
        mark = "yes" if row.holds else "**no**"
        lines.append(f"| {row.what} | {row.promise} | {row.measured} | {mark} | {row.how} |")
    return "\n".join(lines)
