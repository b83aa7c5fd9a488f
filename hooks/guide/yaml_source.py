"""YAML that remembers where each value was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from .problems import Problem, Span

# The C loader gives the same nodes and marks about ten times faster; some builds of PyYAML lack it.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Scalar = str | int | float | bool | None

_LARGEST_FILE = 2_000_000
_DEEPEST_NESTING = 24


@dataclass(frozen=True)
class Located:
    """A YAML value and its place. Mappings hold `Located` values under plain string keys."""

    value: object
    """A scalar, a list of `Located`, or a dict from str to `Located`."""
    span: Span
    key_span: Span | None = None
    """Where its key stands, for a value in a mapping."""

    @property
    def mark(self) -> Span:
        """The place to point at: the key where there is one."""
        return self.key_span or self.span

    def at(self, path: tuple[str | int, ...]) -> Located:
        """The value at `path`, or the deepest one on the way that exists."""
        here = self
        for step in path:
            inner = here.value
            if isinstance(inner, dict) and step in inner:
                here = inner[step]
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                here = inner[step]
            else:
                break
        return here

    def plain(self) -> object:
        """The same value as ordinary dicts, lists and scalars."""
        if isinstance(self.value, dict):
            return {key: item.plain() for key, item in self.value.items()}
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        return self.value

    def leaves(self, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Located]]:
        """Every value that is not a mapping, with the keys that lead to it."""
        if isinstance(self.value, dict):
            for key, item in self.value.items():
                yield from item.leaves((*path, key))
        else:
            yield path, self


def read(path: Path, problems: list[Problem], *, strings_only: bool = False) -> Located | None:
    """Read one file of content.

    Whatever is wrong with it becomes problems, never an exception; then the answer is None.
    `strings_only` reads every scalar as the text that stands there. Translation tools write YAML
    1.2, where `No`, `on` and `1:30` are words; PyYAML reads 1.1, where they are not.
    """
    name = path.as_posix()
    text = _text(path, name, problems)
    if text is None:
        return None
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(error, name))
        return None
    except (yaml.YAMLError, RecursionError) as error:
        reason = getattr(error, "reason", None) or "it cannot be read"
        problems.append(Problem("yaml-syntax", f"{reason}", Span(name), _SYNTAX_HELP))
        return None
    if node is None:
        problems.append(Problem("yaml-syntax", "the file is empty", Span(name), "write its fields"))
        return None
    count = len(problems)
    located = _Composer(name, problems, strings_only).locate(node, 0)
    return located if len(problems) == count else None


_SYNTAX_HELP = "check the indentation, and put quotes around text that contains `: ` or ` #`"


def _text(path: Path, name: str, problems: list[Problem]) -> str | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        problems.append(Problem("unreadable-file", reason, Span(name), "put the file back"))
        return None
    if len(data) > _LARGEST_FILE:
        message = f"the file is larger than {_LARGEST_FILE:,} bytes"
        problems.append(Problem("unreadable-file", message, Span(name), "split or shorten it"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.append(
            Problem(
                "unreadable-file", "the file is not UTF-8", Span(name, line), "save it as UTF-8"
            )
        )
        return None


def _syntax_problem(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    span = Span(name, mark.line + 1, mark.column + 1) if mark else Span(name)
    return Problem("yaml-syntax", error.problem or "it cannot be read", span, _SYNTAX_HELP)


class _Composer:
    """Turns PyYAML's nodes into located values, and reports what content may not contain."""

    def __init__(self, name: str, problems: list[Problem], strings_only: bool) -> None:
        self.name = name
        self.problems = problems
        self.strings_only = strings_only
        self.constructor = yaml.SafeLoader("")
        self.seen: set[int] = set()

    def locate(self, node: yaml.Node, depth: int, key_span: Span | None = None) -> Located:
        span = self._span(node)
        if id(node) in self.seen:
            return self._refuse(span, "`*` repeats an earlier value", "write the value out again")
        if depth > _DEEPEST_NESTING:
            return self._refuse(span, "this is nested too deeply", "content needs few levels")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return Located(self._mapping(node, depth), span, key_span)
        if isinstance(node, yaml.SequenceNode):
            items = [self.locate(item, depth + 1) for item in node.value]
            return Located(items, span, key_span)
        return Located(self._scalar(node), span, key_span)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Located]:
        found: dict[str, Located] = {}
        for key_node, value_node in node.value:
            span = self._span(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(span, "a key must be one word", "write `name: value`")
                continue
            key = str(key_node.value)
            if key in found:
                first = found[key].mark.line
                help_ = f"first written on line {first}; keep one"
                message = f"`{key}` is written twice"
                self.problems.append(Problem("duplicate-key", message, span, help_))
                continue
            found[key] = self.locate(value_node, depth + 1, span)
        return found

    def _scalar(self, node: yaml.Node) -> Scalar:
        if self.strings_only:
            return str(node.value)
        try:
            value: Scalar = self.constructor.construct_object(node)
        except (yaml.YAMLError, ValueError):
            self._refuse(self._span(node), f"`{node.value}` cannot be read", "put quotes around it")
            return None
        return value

    def _refuse(self, span: Span, message: str, help_: str) -> Located:
        self.problems.append(Problem("yaml-syntax", message, span, help_))
        return Located(None, span)

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Span(self.name, start.line + 1, start.column + 1, max(1, width))
