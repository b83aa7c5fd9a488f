"""Every leaf of the real content, spoilt in each way that a slip of an editor could spoil it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

REFERENCES = {"links", "claims", "claim", "figures", "figure", "source", "facts", "sources",
              "steps", "positions", "articles", "fallback"}  # fmt: skip
"""Fields that name something which stands elsewhere."""

FREE_WORDS = {"emergency.yml", "facts.yml"}
"""Files besides those of strings where fields of such names hold words instead."""


Edit = tuple[int, int, str]
"""From where, to where, and what comes in its place."""


@dataclass(frozen=True)
class Mutant:
    """One file with one thing spoilt."""

    file: str
    """From the top of the content: `steps/ice.yml`."""
    way: str
    field: str
    """The leaf, as a dotted name: `sections.0.lines.2.id`."""
    start: int
    end: int
    new: str
    """What stands in the place of the characters between: a file has thousands of mutants."""
    lines: frozenset[int]
    """Where in the file a report is at the right place: the leaf, or what it belongs to."""
    words: frozenset[str]
    """What the leaf said before and says now: a report elsewhere that names one is right too."""

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.way}"

    def text(self, content: Path) -> str:
        """The whole file, spoilt."""
        plain = _text(content, self.file)
        return plain[: self.start] + self.new + plain[self.end :]


@dataclass(frozen=True)
class Leaf:
    """One value that holds no others, and where it stands."""

    node: Node
    key: Node | None
    """Its name, in a mapping; none in a list."""
    parents: tuple[Node, ...]
    """From the file down to the mapping or list that holds it."""
    headers: frozenset[int]
    """The lines at which those begin."""
    siblings: tuple[tuple[Node | None, Node], ...]
    field: str

    @property
    def words(self) -> str:
        """What it says."""
        return str(self.node.value)

    def replaced(self, text: str, new: str) -> str:
        """The text of its file with another value in its place."""
        start, end = self.node.start_mark.index, self.node.end_mark.index
        closing = "\n" if text[start:end].endswith("\n") else ""
        return text[:start] + new + closing + text[end:]


def mutants(content: Path, file: str) -> Iterator[Mutant]:
    """All mutants of one file."""
    text = _text(content, file)
    for leaf in leaves(content, file):
        for way, (start, end, new) in _spoilt(file, text, leaf):
            if text[start:end] != new:
                yield Mutant(file, way, leaf.field, start, end, new, _lines(leaf), _words(leaf))


@cache
def _text(content: Path, file: str) -> str:
    return (content / file).read_text("utf-8")


@cache
def leaves(content: Path, file: str) -> tuple[Leaf, ...]:
    """Every value of a file that holds no others, from top to bottom."""
    root = yaml.compose((content / file).read_text("utf-8"), yaml.SafeLoader)
    return tuple(_leaves(root, (), frozenset({1, root.start_mark.line + 1}), ""))


def _leaves(
    node: Node, parents: tuple[Node, ...], headers: frozenset[int], name: str
) -> Iterator[Leaf]:
    children: list[tuple[Node | None, Node]]
    if isinstance(node, MappingNode):
        children = list(node.value)
    elif isinstance(node, SequenceNode):
        children = [(None, item) for item in node.value]
    else:
        return
    for number, (key, value) in enumerate(children):
        own = f"{name}.{key.value if key else number}".lstrip(".")
        begins = headers | {(key or value).start_mark.line + 1, value.start_mark.line + 1}
        if isinstance(value, ScalarNode) or not value.value:
            yield Leaf(value, key, (*parents, node), headers, tuple(children), own)
        else:
            yield from _leaves(value, (*parents, node), begins, own)


def _lines(leaf: Leaf) -> frozenset[int]:
    first = (leaf.key or leaf.node).start_mark.line + 1
    own = range(first, leaf.node.end_mark.line + 3)  # a deletion or a copy moves what follows
    others = {value.start_mark.line + 1 for _, value in leaf.siblings}
    return leaf.headers | frozenset(own) | (others if leaf.key is None else frozenset())


def _words(leaf: Leaf) -> frozenset[str]:
    said = {leaf.key.value if leaf.key else "", str(leaf.node.value)} - {""}
    return frozenset(said | {f"{word}x" for word in said})


def _spoilt(file: str, text: str, leaf: Leaf) -> Iterator[tuple[str, Edit]]:
    start, end = leaf.node.start_mark.index, leaf.node.end_mark.index
    value = text[start:end]
    block = value.startswith(("|", ">"))
    closing = "\n" if value.endswith("\n") else ""
    yield "emptied", (start, end, f'""{closing}')
    yield "of another type", (start, end, f"[wrong]{closing}")
    name = leaf.field.split(".")[-1 if leaf.key else -2]
    is_words = file in FREE_WORDS or file.startswith("locales/")
    if name in REFERENCES and not is_words and not block:
        wrong = "S99" if re.fullmatch(r"S\d\d", value) else f"{value}x"
        yield "pointed nowhere", (start, end, wrong)
    if leaf.key is not None:
        at = leaf.key.end_mark.index
        yield "its name misspelt", (at, at, "x")
        yield "said twice", _twice(text, leaf)
    yield "deleted", _deleted(text, leaf)
    later = [one for _, one in leaf.siblings if isinstance(one, ScalarNode)]
    later = [one for one in later if one.start_mark.index >= end and not block]
    if later and not text[later[0].start_mark.index :].startswith(("|", ">")):
        left, right = later[0].start_mark.index, later[0].end_mark.index
        swapped = text[left:right].rstrip("\n") + text[end:left] + value.rstrip("\n")
        yield "swapped with the next", (start, right, swapped)


def _is_flow(leaf: Leaf) -> bool:
    return bool(leaf.parents[-1].flow_style)


def _twice(text: str, leaf: Leaf) -> Edit:
    assert leaf.key is not None
    start, end = leaf.key.start_mark.index, leaf.node.end_mark.index
    copy = text[start:end]
    if _is_flow(leaf):
        return end, end, f", {copy}"
    indent = " " * leaf.key.start_mark.column
    at = end if text[:end].endswith("\n") else _line_end(text, end)
    return at, at, f"{indent}{copy.rstrip()}\n"


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _deleted(text: str, leaf: Leaf) -> Edit:
    start, end = (leaf.key or leaf.node).start_mark.index, leaf.node.end_mark.index
    if _is_flow(leaf):
        if rest := re.match(r"\s*,\s*", text[end:]):
            return start, end + rest.end(), ""
        before = text[:start].rstrip()
        return len(before) - before.endswith(","), end, ""
    first = text.rfind("\n", 0, start) + 1
    after = end if text[:end].endswith("\n") else _line_end(text, end)
    if "-" in text[first:start] and leaf.key is not None and len(leaf.siblings) > 1:
        indent = len(text[after:]) - len(text[after:].lstrip(" "))
        return start, after + indent, ""
    return first, after, ""


@cache
def files(content: Path) -> tuple[str, ...]:
    """Every file that a person edits."""
    found = (path.relative_to(content).as_posix() for path in content.rglob("*.yml"))
    return tuple(sorted(found))
