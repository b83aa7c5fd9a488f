"""YAML that remembers where each value was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from .problems import Problem, Span
from .yaml_faults import (
    DEEPEST_NESTING,
    LOADER,
    QUOTES_HELP,
    TOO_DEEP,
    TOO_DEEP_HELP,
    alias,
    odd_character,
    span_at,
    syntax_problem,
    too_deep,
)

Scalar = str | int | float | bool | None

_LARGEST_FILE = 2_000_000


@dataclass(frozen=True)
class Located:
    """A YAML value and its place. Mappings hold `Located` values under plain string keys."""

    value: object
    """A scalar, a list of `Located`, or a dict from str to `Located`."""
    span: Span
    key_span: Span | None = None
    """Where its key stands, for a value in a mapping."""
    typed: str = ""
    """A scalar as its author wrote it, without quotes: `yes` where the value is True."""

    @property
    def mark(self) -> Span:
        """The place to point at: the key where there is one."""
        return self.key_span or self.span

    def part(self, start: int, end: int) -> Span:
        """Where a part of a text stands, if it stands on one line as it is; else the whole text."""
        quotes = self.span.width - len(str(self.value))
        if quotes not in (0, 2):
            return self.span
        return replace(
            self.span, col=self.span.col + quotes // 2 + start, width=max(1, end - start)
        )

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

    def has(self, path: tuple[str, ...]) -> bool:
        """Whether something stands at `path`, in mappings alone."""
        here = self
        for name in path:
            if not isinstance(here.value, dict) or name not in here.value:
                return False
            here = here.value[name]
        return True

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
    located, found = _composed(name, text, strings_only)
    problems += found
    return located


@lru_cache(maxsize=512)
def _composed(
    name: str, text: str, strings_only: bool
) -> tuple[Located | None, tuple[Problem, ...]]:
    """What a text says. Remembered, since a live preview reads every file at every change."""
    refused = odd_character(text, name) or too_deep(text, name)
    try:
        refused = refused or alias(text, name)
        node = None if refused else yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        refused = syntax_problem(error, text, name)
    if refused:
        return None, (refused,)
    if node is None and strings_only:
        return Located({}, Span(name)), ()
    if node is None:
        message, help_ = "the file is empty", "write its fields"
        return None, (Problem("yaml-syntax", message, Span(name), help_),)
    problems: list[Problem] = []
    located = _Composer(name, problems, strings_only).locate(node, 0)
    return None if problems else located, tuple(problems)


def _text(path: Path, name: str, problems: list[Problem]) -> str | None:
    refused = None
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        refused = Problem("missing-file", "there is no such file", Span(name), "put it back")
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        refused = Problem("unreadable-file", reason, Span(name), "put the file back")
    if path.is_symlink():
        message = "this is a link to another file"
        refused = Problem("unreadable-file", message, Span(name), "put the file itself here")
    if refused:
        problems.append(refused)
        return None
    if len(data) > _LARGEST_FILE:
        message = f"the file is larger than {_LARGEST_FILE:,} bytes"
        problems.append(Problem("unreadable-file", message, Span(name), "split or shorten it"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        span = span_at(data[: error.start].decode("utf-8", "replace"), error.start, name)
        problems.append(
            Problem("unreadable-file", "the file is not UTF-8", span, "save it as UTF-8")
        )
        return None


_TAG = "tag:yaml.org,2002:"
_TAGS = {
    _TAG + kind
    for kind in (
        *("str", "int", "float", "bool", "null", "timestamp"),
        *("map", "seq", "merge", "value"),
    )
}
"""What PyYAML resolves by itself. Any other tag was written by hand."""


class _Composer:
    """Turns PyYAML's nodes into located values, and reports what content may not contain."""

    def __init__(self, name: str, problems: list[Problem], strings_only: bool) -> None:
        self.name = name
        self.problems = problems
        self.strings_only = strings_only
        self.constructor = yaml.SafeLoader("")

    def locate(self, node: yaml.Node, depth: int, key_span: Span | None = None) -> Located:
        span = self._span(node)
        if depth > DEEPEST_NESTING:
            return self._refuse(span, TOO_DEEP, TOO_DEEP_HELP)
        if node.tag not in _TAGS:
            tag = node.tag.replace(_TAG, "!!")
            return self._refuse(
                replace(span, width=len(tag)), f"`{tag}` is not known here", "leave it out"
            )
        if isinstance(node, yaml.MappingNode):
            return Located(self._mapping(node, depth), span, key_span)
        if isinstance(node, yaml.SequenceNode):
            items = [self.locate(item, depth + 1) for item in node.value]
            return Located(items, span, key_span)
        return Located(self._scalar(node), span, key_span, str(node.value))

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Located]:
        found: dict[str, Located] = {}
        for key_node, value_node in node.value:
            span = self._span(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(span, "a name must be one word", "write `name: value`")
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
            is_date = node.tag.endswith(":timestamp")
            help_ = "write a day that exists, such as 2026-11-23" if is_date else QUOTES_HELP
            self._refuse(self._span(node), f"`{node.value}` cannot be read", help_)
            return None
        return value

    def _refuse(self, span: Span, message: str, help_: str) -> Located:
        self.problems.append(Problem("yaml-syntax", message, span, help_))
        return Located(None, span)

    def _span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Span(self.name, start.line + 1, start.column + 1, max(1, width))
