"""The part of a stylesheet that one page uses, in as few bytes as it can be said.

A page that carries its own styles is painted after one answer of the host instead of two. It is
judged by words: a rule stays if every name in its selector (element, class, id, attribute) is a
word of the page or of its scripts, and every language of it one that the page holds words in. So
what a script adds later keeps its look, and a rule too many stays rather than one too few goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    FunctionBlock,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    ParseError,
    QualifiedRule,
    SquareBracketsBlock,
    WhitespaceToken,
)

_WORD = re.compile(r"[\w-]+")
_DATA = re.compile(r"dataset\.(\w+)")
_LANGUAGE = re.compile(r'<(?![^<>]*\shreflang=)[^<>]*\slang="([\w-]+)"')
_LANGUAGE_RULE = re.compile(r":lang\([\w-]+\)")
_NESTING = {"media", "supports", "layer", "container"}
_ALTERNATIVES = {"is", "where"}


def words(text: str) -> frozenset[str]:
    """All that could be the name of an element, a class, an id or an attribute, and `:lang(…)`.

    Scripts call `data-some-name` by `dataset.someName`. The name of a language on a link to a page
    in it (`hreflang`) is no words in that language.
    """
    data = {re.sub("[A-Z]", r"-\g<0>", name).lower() for name in _DATA.findall(text)}
    rules = {rule for tag in set(_LANGUAGE.findall(text)) for rule in _rules_of_language(tag)}
    rules |= set(_LANGUAGE_RULE.findall(text))
    return frozenset(_WORD.findall(text)) | {f"data-{name}" for name in data} | rules


def _rules_of_language(tag: str) -> Iterator[str]:
    """`:lang(zh)` is about `zh-Hans` as well."""
    parts = tag.split("-")
    for number in range(1, len(parts) + 1):
        yield f":lang({'-'.join(parts[:number])})"


@dataclass(frozen=True)
class _Selector:
    """A selector whose names must all be there; of each group of alternatives, one at least."""

    parts: tuple[str | tuple[str, tuple[_Selector, ...]], ...]
    """Text as it is, or `:is` and `:where` with what they choose from."""
    names: frozenset[str]

    def used(self, known: frozenset[str]) -> str:
        """Its text without the alternatives that cannot match; empty if nothing can."""
        if not self.names <= known:
            return ""
        text = ""
        for part in self.parts:
            if isinstance(part, str):
                text += part
            elif kept := [one for one in (choice.used(known) for choice in part[1]) if one]:
                text += f":{part[0]}({','.join(kept)})"
            else:
                return ""
        return text


@dataclass(frozen=True)
class _Style:
    """Selectors and what they set."""

    selectors: tuple[_Selector, ...]
    body: str

    def used(self, known: frozenset[str]) -> str:
        kept = [one for one in (selector.used(known) for selector in self.selectors) if one]
        return f"{','.join(kept)}{{{self.body}}}" if kept else ""


@dataclass(frozen=True)
class _Group:
    """Rules under one condition, such as `@media print`."""

    condition: str
    rules: tuple[_Rule, ...]

    def used(self, known: frozenset[str]) -> str:
        inner = "".join(rule.used(known) for rule in self.rules)
        return f"{self.condition}{{{inner}}}" if inner else ""


@dataclass(frozen=True)
class _Plain:
    """A rule without selectors, such as `@page`: it stays."""

    text: str

    def used(self, known: frozenset[str]) -> str:
        return self.text


_Rule = _Style | _Group | _Plain


@dataclass(frozen=True)
class Stylesheet:
    """A stylesheet, taken apart once for all pages."""

    rules: tuple[_Rule, ...]
    names: frozenset[str]
    """Every word of it: pages that have the same of them have the same styles."""

    @classmethod
    def parsed(cls, css: str) -> Stylesheet:
        """Raise `ValueError` for what is not CSS, and for what could not stand in a page."""
        if re.search(r"@import|url\(|</style", css, re.I):
            raise ValueError("it names other files, which are elsewhere from inside a page")
        return cls(tuple(_rules(css)), words(css))

    def used(self, known: frozenset[str]) -> str:
        """The rules that a page with these words can use."""
        return "".join(rule.used(known) for rule in self.rules)


def _rules(css: str | list[Node]) -> Iterator[_Rule]:
    for node in tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True):
        if isinstance(node, ParseError):
            raise ValueError(f"line {node.source_line}: {node.message}")
        if isinstance(node, QualifiedRule):
            yield _Style(tuple(_selectors(node.prelude)), _declarations(node.content))
        elif isinstance(node, AtRule):
            prelude = _squeezed(node.prelude)
            opening = f"@{node.at_keyword}{' ' if prelude else ''}{prelude}"
            if node.content is None:
                yield _Plain(f"{opening};")
            elif node.lower_at_keyword in _NESTING:
                yield _Group(opening, tuple(_rules(node.content)))
            elif node.lower_at_keyword.endswith("keyframes"):
                frames = (_squeezed(node.content)).replace("} ", "}")
                yield _Plain(f"{opening}{{{frames}}}")
            else:
                yield _Plain(f"{opening}{{{_declarations(node.content)}}}")


def _declarations(content: list[Node]) -> str:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    said = []
    for node in found:
        if not isinstance(node, Declaration):
            raise ValueError(f"line {node.source_line}: only `name: value;` can stand here")
        important = "!important" if node.important else ""
        said.append(f"{node.name}:{_squeezed(node.value)}{important}")
    return ";".join(said)


def _squeezed(nodes: list[Node]) -> str:
    """Values without comments, and with one space where there were many.

    Spaces stay beside operators: `calc(1px + 2px)` needs them.
    """
    text = tinycss2.serialize([node for node in nodes if node.type != "comment"])
    pieces = re.split(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", text)
    pieces[::2] = [
        re.sub(r"\s*,\s*", ",", re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", one, flags=re.S)))
        for one in pieces[::2]
    ]
    return "".join(pieces).strip()


def _selectors(prelude: list[Node]) -> Iterator[_Selector]:
    for is_comma, nodes in groupby(prelude, lambda node: node == ","):
        if not is_comma:
            yield _selector([node for node in nodes if node.type != "comment"])


def _selector(nodes: list[Node]) -> _Selector:
    """Reads one selector from left to right, with an eye on what stood before each part."""
    parts: list[str | tuple[str, tuple[_Selector, ...]]] = []
    names: set[str] = set()
    before = ""
    for node in nodes:
        if isinstance(node, FunctionBlock) and node.lower_name in _ALTERNATIVES:
            parts[-1:] = [(node.lower_name, tuple(_selectors(node.arguments)))]
        else:
            names |= set(_names(node, before))
            parts.append(" " if isinstance(node, WhitespaceToken) else node.serialize())
        before = node.value if isinstance(node, LiteralToken) else ""
    return _Selector(tuple(_tidied(parts)), frozenset(names))


def _names(node: Node, before: str) -> Iterator[str]:
    if isinstance(node, IdentToken) and before != ":":
        yield node.value
    elif isinstance(node, HashToken):
        yield node.value
    elif isinstance(node, FunctionBlock) and node.lower_name == "lang":
        yield f":{node.serialize()}"
    elif isinstance(node, SquareBracketsBlock):
        yield next(inner.value for inner in node.content if isinstance(inner, IdentToken))


def _tidied(
    parts: list[str | tuple[str, tuple[_Selector, ...]]],
) -> Iterator[str | tuple[str, tuple[_Selector, ...]]]:
    """Without spaces at the ends and around `>`, `+` and `~`."""
    for number, part in enumerate(parts):
        around = {parts[one] for one in (number - 1, number + 1) if 0 <= one < len(parts)}
        at_end = number in (0, len(parts) - 1)
        if part != " " or not (at_end or around & {">", "+", "~"}):
            yield part
