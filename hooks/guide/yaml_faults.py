"""What makes a file of YAML unreadable, in plain words and at the right place."""

from __future__ import annotations

import re

import yaml
from yaml.reader import Reader

from .problems import Problem, Span

# The C loader gives the same nodes and marks about ten times faster; some builds of PyYAML lack it.
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST_NESTING = 24
_WIDEST_INDENT = 100
"""Characters before the first word of a line. More than so many levels would crash libyaml."""

_SYNTAX_HELP = "check the indentation, and put quotes around text that contains `: ` or ` #`"
QUOTES_HELP = "put quotes around the whole text"
_APOSTROPHE_HELP = "write it twice, or as ’"
_MISFIT = "this does not fit what stands before it"
_ODD = re.compile(Reader.NON_PRINTABLE.pattern + "|[\u0085\u2028\u2029]")
_BRACKET = re.compile(r"[\[\]{}]")
_WIDE_INDENT = re.compile(rf"^[ ?:-]{{{_WIDEST_INDENT},}}", re.MULTILINE)

_IN_PLAIN_WORDS = (
    ("while scanning an alias", "text cannot begin with `*`", QUOTES_HELP, True),
    ("while scanning an anchor", "text cannot begin with `&`", QUOTES_HELP, True),
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
    ("expected key", _MISFIT, _SYNTAX_HELP, False),
    ("expected <block end>", _MISFIT, _SYNTAX_HELP, False),
    ("expected '-'", _MISFIT, _SYNTAX_HELP, False),
)
"""What PyYAML says, what it means, how to mend it, and whether its fault began earlier."""


def span_at(text: str, index: int, name: str) -> Span:
    """The place of one character, counted by its index in the text."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return Span(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def odd_character(text: str, name: str) -> Problem | None:
    """The first character that nobody sees, so that nobody could find it by the parser's words."""
    match = _ODD.search(text)
    if not match:
        return None
    message = f"the file contains an invisible character (U+{ord(match.group()):04X})"
    span = span_at(text, match.start(), name)
    return Problem("control-character", message, span, "write the line again, without it")


def too_deep(text: str, name: str) -> Problem | None:
    """Looked for before parsing: libyaml follows each level by recursion, until it crashes."""
    wide = _WIDE_INDENT.search(text)
    start = wide.start() if wide else None
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match.group() in "[{" else -1
        if depth > DEEPEST_NESTING:
            start = match.start()
            break
    if start is None:
        return None
    return Problem("yaml-syntax", TOO_DEEP, span_at(text, start, name), TOO_DEEP_HELP)


TOO_DEEP, TOO_DEEP_HELP = "this is nested too deeply", "content needs few levels"


def alias(text: str, name: str) -> Problem | None:
    """The first `*name`. Nodes do not tell where one stood, so the tokens are asked."""
    if "*" not in text:
        return None
    for token in yaml.scan(text, Loader=LOADER):
        if isinstance(token, yaml.AliasToken):
            mark = token.start_mark
            message = f"`*{token.value}` repeats a value from elsewhere"
            span = Span(name, mark.line + 1, mark.column + 1, len(token.value) + 1)
            help_ = "write the value out again, or put quotes around text"
            return Problem("yaml-syntax", message, span, help_)
    return None


def syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    """What the parser stumbled over, in plain words, at the line where it is put right."""
    said = f"{error.context or ''} {error.problem or ''}"
    message, help_, began_earlier = error.problem or "it cannot be read", _SYNTAX_HELP, False
    for words, plain, mend, earlier in _IN_PLAIN_WORDS:
        if words in said:
            message, help_, began_earlier = plain, mend, earlier
            break
    mark = (began_earlier and error.context_mark) or error.problem_mark or error.context_mark
    if mark is None:
        return Problem("yaml-syntax", message, Span(name), help_)
    line = "".join(re.split("\r\n|\r|\n", text)[mark.line : mark.line + 1])
    if message == _MISFIT and re.search(r"\w'$", line[: mark.column]):
        message, span = "this apostrophe ends the text", Span(name, mark.line + 1, mark.column)
        return Problem("yaml-syntax", message, span, _APOSTROPHE_HELP)
    if "cannot start any token" in said:
        char = line[mark.column]
        tab = char == "\t"
        message = "a tab cannot indent" if tab else f"text cannot begin with `{char}`"
        help_ = "indent with two spaces" if tab else QUOTES_HELP
    return Problem("yaml-syntax", message, Span(name, mark.line + 1, mark.column + 1), help_)
