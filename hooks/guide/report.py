"""Problems as text: for a person at a terminal, and for the marks in a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from unicodedata import category, combining, east_asian_width

from .problems import Problem, Severity, in_order

_WIDEST_LINE = 140


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
        span = problem.span
        text = f"{problem.message}\n{problem.help}" if problem.help else problem.message
        path = _escaped(span.path).replace(":", "%3A").replace(",", "%2C")
        place = f"file={path},line={span.line},col={span.col},title={problem.code}"
        lines.append(f"::{names[problem.severity]} {place}::{_escaped(text)}")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


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
        line, start = _clipped(line, span.col - 1)
        pad_to, marked = line[:start], line[start : start + span.width]
        caret = "".join(_blank(char) for char in pad_to) + "^" * max(1, _columns(marked))
        line = "".join("\ufffd" if _is_unsafe(char) else char for char in line)
        out += [f"  {pad} |", f"  {gutter} | {line}".rstrip(), f"  {pad} | {caret}"]
    if problem.help:
        out.append(f"  = help: {problem.help}")
    return "\n".join(out)


def _clipped(line: str, start: int) -> tuple[str, int]:
    """A long line is shown around its fault only. Answers with where the fault then begins."""
    left = max(0, min(start - _WIDEST_LINE // 3, len(line) - _WIDEST_LINE))
    right = left + _WIDEST_LINE
    before, after = "…" if left else "", "…" if right < len(line) else ""
    return f"{before}{line[left:right]}{after}", start - left + len(before)


def _source_lines(path: str) -> list[str]:
    try:
        if Path(path).is_symlink():  # it may lead anywhere: nothing of it is shown
            return []
        text = Path(path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return []
    return re.split("\r\n|\r|\n", text)


def _blank(char: str) -> str:
    """What stands in the line of carets below a character, so that they line up."""
    return char if char == "\t" else " " * _columns(char)


def _columns(text: str) -> int:
    """How wide a terminal shows the text: ideographs take two columns, marks none."""
    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def _is_unsafe(char: str) -> bool:
    """Whether a terminal would obey the character, instead of showing it."""
    return char != "\t" and category(char) == "Cc" or char in _TURNS_TEXT


_TURNS_TEXT = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _count(problems: Sequence[Problem]) -> str:
    files = len({problem.span.path for problem in problems})
    where = f" in {files} file{'s' if files != 1 else ''}"
    parts = []
    for severity in Severity:
        number = sum(problem.severity is severity for problem in problems)
        if number:
            parts.append(f"{number} {severity}{'s' if number != 1 else ''}")
    return ", ".join(parts) + where if parts else "no problems"
