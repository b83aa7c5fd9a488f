"""The strings of the source language: nothing in them but plain words, and nothing else left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from ..content import Content
from ..document import Document
from ..placeholders import malformed, placeholders, split
from ..problems import Problem, Severity, did_you_mean, nearest
from ..strings import Key, StringUse, string_uses
from ..yaml_source import Located
from . import keys

_MARKUP = re.compile(r"<[A-Za-z!/?][^<>]*>?|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE_END = re.compile(r"[.!?:;](?:\s|$)")
_LONGEST_STRING = 600


def check(content: Content) -> list[Problem]:
    """Missing, unused and malformed strings of the source language."""
    tag = content.locales.model.locales[0].tag
    if tag not in content.strings:
        return []
    located = content.strings[tag]
    uses = string_uses(content, tag)
    written = dict(located.leaves())
    problems = keys.check(content, uses, located)
    all_there = not problems
    problems += _malformed(content, uses, written)
    if all_there:
        problems += _unused_quantities(content, written)
    return problems


def _malformed(
    content: Content, uses: dict[Key, StringUse], written: dict[Key, Located]
) -> Iterator[Problem]:
    quantities = [
        f"{owner}.{name}" for owner, named in content.quantities().items() for name in named
    ]
    absent = {name.rpartition("/")[2] for name in content.broken}
    for key, use in uses.items():
        leaf = written.get(key)
        if leaf is not None and isinstance(leaf.value, str):
            yield from plain_words(use.name, leaf)
            yield from _placeholders(use, leaf, quantities, absent)
            yield from _long_sentences(use, leaf)


def plain_words(name: str, leaf: Located) -> Iterator[Problem]:
    """What no words may hold: markup, characters that nobody sees, and numbers."""
    text = str(leaf.value)
    markup = _MARKUP.search(text)
    if markup:
        message = f"`{name}` contains HTML: `{markup.group()}`"
        help_ = "write plain words; the templates add all markup"
        yield Problem("html-in-string", message, leaf.part(*markup.span()), help_)
    control = _control(text)
    if control is not None:
        message = f"`{name}` contains an invisible character (U+{ord(text[control]):04X})"
        help_ = "write the sentence again, without it"
        yield Problem("control-character", message, leaf.part(control, control + 1), help_)
    without_names = "".join(
        piece if placeholder is None else " " * len(piece) for piece, placeholder in split(text)
    )
    number = _NUMBER.search(without_names)
    if number:
        message = f"`{name}` contains the number `{number.group()}`"
        help_ = "put it into `quantities` of the structure, and write its `{owner.name}` here"
        yield Problem("number-in-string", message, leaf.part(*number.span()), help_)
    if len(text) > _LONGEST_STRING:
        message = f"`{name}` is {len(text)} characters long"
        help_ = f"use at most {_LONGEST_STRING}: split it in two"
        yield Problem("too-long", message, leaf.part(_LONGEST_STRING, len(text)), help_)


def _control(text: str) -> int | None:
    """Where the first one stands."""
    if text.isprintable():  # all but a few: looking at each letter of a language takes its time
        return None
    return next((index for index, char in enumerate(text) if _is_control(char)), None)


def _is_control(char: str) -> bool:
    if char in "\n\t\u200c\u200d":  # line ends; the joiners that Persian and Hindi are spelt with
        return False
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _placeholders(
    use: StringUse, leaf: Located, quantities: list[str], absent: set[str]
) -> Iterator[Problem]:
    text = str(leaf.value)
    wrong = malformed(text)
    if wrong:
        message = f"`{use.name}` contains `{wrong}`, which is no placeholder"
        span = leaf.part(text.index(wrong), text.index(wrong) + len(wrong))
        help_ = "write `{owner.name}`, such as `{ice.time}`"
        yield Problem("placeholder-mismatch", message, span, help_)
        return
    filled = use.fills or frozenset()
    for lacking in sorted(filled - set(placeholders(text))):
        message = f"`{use.name}` lacks `{{{lacking}}}`"
        help_ = f"write `{{{lacking}}}` where it belongs"
        yield Problem("placeholder-mismatch", message, leaf.span, help_)
    known, start = [*quantities, *filled], 0
    for piece, name in split(text):
        end = start + len(piece)
        if name is not None and name not in known and name.partition(".")[0] not in absent:
            message = f"`{use.name}` names `{piece}`, which has no value"
            help_ = did_you_mean(name, known)
            yield Problem("placeholder-mismatch", message, leaf.part(start, end), help_)
        start = end


def _long_sentences(use: StringUse, leaf: Located) -> Iterator[Problem]:
    text, start = str(leaf.value), 0
    if use.words is None:
        return
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        sentence = text[start:end].rstrip()
        words = len(sentence.split())
        if words > use.words:
            message = f"`{use.name}` has a sentence of {words} words"
            help_ = f"use at most {use.words} here: make two sentences of it"
            span = leaf.part(start, start + len(sentence))
            yield Problem("long-sentence", message, span, help_, Severity.WARNING)
        start = end


def _unused_quantities(content: Content, written: dict[Key, Located]) -> Iterator[Problem]:
    if content.broken:
        return
    text = "\n".join(str(leaf.value) for leaf in written.values())
    places = list(_quantity_places(content))
    known = {name for _, _, name in places}
    slips = {nearest(name, known) for name in {*placeholders(text)} - known}
    for document, path, name in places:
        if not re.search(rf"\{{{re.escape(name)}(?![\w.-]*\w)", text) and name not in slips:
            message = f"no string names the quantity `{name}`"
            help_ = f"write `{{{name}}}` in the sentence that says it, or remove it here"
            yield Problem("unused-quantity", message, document.mark(*path), help_)


def _quantity_places(
    content: Content,
) -> Iterator[tuple[Document[Any], tuple[str | int, ...], str]]:
    for name in content.warnings.model.quantities:
        yield content.warnings, ("quantities", name), f"warnings.{name}"
    for _, document in content.pages():
        page = document.model
        for name in page.quantities:
            yield document, ("quantities", name), f"{page.id}.{name}"
        limits = getattr(page, "limits", None)
        for name in limits.quantities() if limits else ():
            yield document, ("limits", name), f"{page.id}.{name}"
    for index, claim in enumerate(content.evidence.model.claims):
        for name in claim.quantities:
            yield content.evidence, ("claims", index, "quantities", name), f"{claim.id}.{name}"
