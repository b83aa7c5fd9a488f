"""Problems as text: for a person at a terminal, and for the marks in a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from .problems import Problem, Severity, in_order


def as_text(problems: Iterable[Problem]) -> str:
    """All problems with their source lines and carets, and a last line that counts them.

    Paths in the problems are read relative to the working directory, as they are shown.
    """
    ordered = in_order(problems)
    sources: dict[str, list[str]] = {}
    blocks = [_block(problem, sources) for problem in ordered]
    return "\n\n".join([*blocks, _count(ordered)])


def as_annotations(problems: Iterable[Problem]) -> str:
    """The same problems as workflow commands that GitHub shows beside the changed lines."""
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for problem in in_order(problems):
        span, text = problem.span, problem.message
        if problem.help:
            text += f"%0A{problem.help}"
        place = f"file={span.path},line={span.line},col={span.col},title={problem.code}"
        lines.append(f"::{names[problem.severity]} {place}::{text}")
    return "\n".join(lines)


def _block(problem: Problem, sources: dict[str, list[str]]) -> str:
    span = problem.span
    if span.path not in sources:
        sources[span.path] = _source_lines(span.path)
    source = sources[span.path]
    out = [problem.headline]
    if 0 < span.line <= len(source):
        line = source[span.line - 1]
        gutter = str(span.line)
        pad = " " * len(gutter)
        width = max(1, min(span.width, len(line) - span.col + 1))
        caret = " " * (span.col - 1) + "^" * width
        out += [f"  {pad} |", f"  {gutter} | {line}", f"  {pad} | {caret}"]
    if problem.help:
        out.append(f"  = help: {problem.help}")
    return "\n".join(out)


def _source_lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").replace("\r\n", "\n").split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def _count(problems: Sequence[Problem]) -> str:
    files = len({problem.span.path for problem in problems})
    where = f" in {files} file{'s' if files != 1 else ''}"
    parts = []
    for severity in Severity:
        number = sum(problem.severity is severity for problem in problems)
        if number:
            parts.append(f"{number} {severity}{'s' if number != 1 else ''}")
    return ", ".join(parts) + where if parts else "no problems"
