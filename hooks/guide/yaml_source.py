"""YAML that remembers where each value was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from yaml.reader import Reader

from .problems import Problem, Span

# The C loader gives the same nodes and marks about ten times faster; some builds of PyYAML lack it.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Scalar = str | int | float | bool | None

_LARGEST_FILE = 2_000_000
_DEEPEST_NESTING = 24
_WIDEST_INDENT = 100
"""Characters before the first word of a line. More than so many levels would crash libyaml."""


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
    refused = _odd_character(text, name) or _too_deep(text, name)
    try:
        refused = refused or _alias(text, name)
        node = None if refused else yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        refused = _syntax_problem(error, text, name)
    if not refused and node is None:
        refused = Problem("yaml-syntax", "the file is empty", Span(name), "write its fields")
    if refused:
        problems.append(refused)
        return None
    count = len(problems)
    located = _Composer(name, problems, strings_only).locate(node, 0)
    return located if len(problems) == count else None


_SYNTAX_HELP = "check the indentation, and put quotes around text that contains `: ` or ` #`"
_QUOTES_HELP = "put quotes around the whole text"
_ODD = re.compile(Reader.NON_PRINTABLE.pattern + "|[\u0085\u2028\u2029]")
_BRACKET = re.compile(r"[\[\]{}]")
_WIDE_INDENT = re.compile(rf"^[ ?:-]{{{_WIDEST_INDENT},}}", re.MULTILINE)

_IN_PLAIN_WORDS = (
    ("while scanning an alias", "text cannot begin with `*`", _QUOTES_HELP, True),
    ("while scanning an anchor", "text cannot begin with `&`", _QUOTES_HELP, True),
    ("mapping values are not allowed", "a `:` cannot stand here", _SYNTAX_HELP, False),
    ("sequence entries are not allowed", "a `-` cannot stand here", _SYNTAX_HELP, False),
    ("expected ':'", "no `:` follows this name", "write `name: value`", True),
    ("end of stream", "this quotation mark is never closed", "close it, or leave it out", True),
    ("expected ','", "this bracket is never closed", "close it, or put quotes around text", True),
    ("another document", "a second document begins here", "remove the line `---`", False),
    (
        "unknown escape",
        "this backslash means nothing between double quotes",
        "use single quotes, or write it twice",
        False,
    ),
    ("expected key", "this does not fit what stands before it", _SYNTAX_HELP, False),
    ("expected <block end>", "this does not fit what stands before it", _SYNTAX_HELP, False),
    ("expected '-'", "this does not fit what stands before it", _SYNTAX_HELP, False),
)
"""What PyYAML says, what it means, how to mend it, and whether its fault began earlier."""


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
        span = _span_at(data[: error.start].decode("utf-8", "replace"), error.start, name)
        problems.append(
            Problem("unreadable-file", "the file is not UTF-8", span, "save it as UTF-8")
        )
        return None


def _span_at(text: str, index: int, name: str) -> Span:
    """The place of one character, counted by its index in the text."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return Span(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _odd_character(text: str, name: str) -> Problem | None:
    match = _ODD.search(text)
    if not match:
        return None
    message = f"the file contains an invisible character (U+{ord(match.group()):04X})"
    span = _span_at(text, match.start(), name)
    return Problem("control-character", message, span, "write the line again, without it")


def _too_deep(text: str, name: str) -> Problem | None:
    """Looked for before parsing: libyaml follows each level by recursion, until it crashes."""
    wide = _WIDE_INDENT.search(text)
    start = wide.start() if wide else None
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match.group() in "[{" else -1
        if depth > _DEEPEST_NESTING:
            start = match.start()
            break
    if start is None:
        return None
    return Problem("yaml-syntax", _TOO_DEEP, _span_at(text, start, name), _TOO_DEEP_HELP)


_TOO_DEEP, _TOO_DEEP_HELP = "this is nested too deeply", "content needs few levels"


def _alias(text: str, name: str) -> Problem | None:
    """The first `*name`. Nodes do not tell where one stood, so the tokens are asked."""
    if "*" not in text:
        return None
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.AliasToken):
            mark = token.start_mark
            message = f"`*{token.value}` repeats a value from elsewhere"
            span = Span(name, mark.line + 1, mark.column + 1, len(token.value) + 1)
            help_ = "write the value out again, or put quotes around text"
            return Problem("yaml-syntax", message, span, help_)
    return None


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    message, help_, began_earlier = error.problem or "it cannot be read", _SYNTAX_HELP, False
    for words, plain, mend, earlier in _IN_PLAIN_WORDS:
        if words in said:
            message, help_, began_earlier = plain, mend, earlier
            break
    mark = (began_earlier and error.context_mark) or error.problem_mark or error.context_mark
    if mark is None:
        return Problem("yaml-syntax", message, Span(name), help_)
    if "cannot start any token" in said:
        char = re.split("\r\n|\r|\n", text)[mark.line][mark.column]
        tab = char == "\t"
        message = "a tab cannot indent" if tab else f"text cannot begin with `{char}`"
        help_ = "indent with two spaces" if tab else _QUOTES_HELP
    return Problem("yaml-syntax", message, Span(name, mark.line + 1, mark.column + 1), help_)


class _Composer:
    """Turns PyYAML's nodes into located values, and reports what content may not contain."""

    def __init__(self, name: str, problems: list[Problem], strings_only: bool) -> None:
        self.name = name
        self.problems = problems
        self.strings_only = strings_only
        self.constructor = yaml.SafeLoader("")

    def locate(self, node: yaml.Node, depth: int, key_span: Span | None = None) -> Located:
        span = self._span(node)
        if depth > _DEEPEST_NESTING:
            return self._refuse(span, _TOO_DEEP, _TOO_DEEP_HELP)
        if not node.tag.startswith("tag:yaml.org,2002:"):
            return self._refuse(span, f"`{node.tag}` is not known here", "leave it out")
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
            is_date = node.tag.endswith(":timestamp")
            help_ = "write a day that exists, such as 2026-11-23" if is_date else _QUOTES_HELP
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
