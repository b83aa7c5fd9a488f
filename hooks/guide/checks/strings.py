"""The strings of the source language: all there, none left over, and nothing in them but words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..content import Content
from ..placeholders import malformed, placeholders
from ..problems import Problem, Severity, Span, did_you_mean
from ..strings import Key, StringUse, string_uses
from ..yaml_source import Located

_MARKUP = re.compile(r"<[A-Za-z!/?]|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);")
_DIGIT = re.compile(r"\d")
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
    return [
        *_missing(uses, written, located),
        *_unused(content, uses, written),
        *_malformed(content, uses, written),
        *_unused_quantities(content, written),
    ]


def _missing(
    uses: dict[Key, StringUse], written: dict[Key, Located], located: Located
) -> Iterator[Problem]:
    for key, use in uses.items():
        if key in written and str(written[key].value).strip():
            continue
        nearest = located.at(key)
        code = "missing-text-alternative" if key[0] == "figures" else "missing-string"
        needed = f" (needed by {use.needed_at.path}:{use.needed_at.line})" if use.needed_at else ""
        missing = [name for name in key if name]
        help_ = f"add `{missing[-1]}: …` under `{'.'.join(key[:-1])}`{needed}"
        what = "a text alternative" if code == "missing-text-alternative" else "a string"
        place = nearest.mark if nearest is not located else Span(located.span.path)
        yield Problem(code, f"`{use.name}` has no text: {what} is missing", place, help_)


def _unused(
    content: Content, uses: dict[Key, StringUse], written: dict[Key, Located]
) -> Iterator[Problem]:
    hidden = {
        tuple(name.replace("explanation/", "articles/").split("/")) for name in content.broken
    }
    for key, leaf in written.items():
        if key in uses or key[:2] in hidden:
            continue
        name = ".".join(key)
        siblings = [".".join(other) for other in uses if other[:-1] == key[:-1]]
        help_ = (
            did_you_mean(name, siblings) if siblings else "remove it, or name it in the structure"
        )
        if "mean" not in help_:
            help_ = "remove it, or name it in the structure"
        yield Problem("unused-string", f"nothing shows the string `{name}`", leaf.mark, help_)


def _malformed(
    content: Content, uses: dict[Key, StringUse], written: dict[Key, Located]
) -> Iterator[Problem]:
    quantities = {
        f"{owner}.{name}": None for owner, named in content.quantities().items() for name in named
    }
    for key, use in uses.items():
        leaf = written.get(key)
        if leaf is None:
            continue
        text = str(leaf.value)
        yield from _plain_words(use.name, text, leaf.span)
        yield from _placeholders(use, text, leaf.span, list(quantities))
        yield from _long_sentences(use, text, leaf.span)


def _plain_words(name: str, text: str, span: Span) -> Iterator[Problem]:
    markup = _MARKUP.search(text)
    if markup:
        message = f"`{name}` contains HTML: `{markup.group()}`"
        help_ = "write plain words; the templates add all markup"
        yield Problem("html-in-string", message, span, help_)
    control = next((char for char in text if _is_control(char)), None)
    if control:
        message = f"`{name}` contains an invisible character (U+{ord(control):04X})"
        yield Problem("control-character", message, span, "write the sentence again, without it")
    if _DIGIT.search(text):
        message = f"`{name}` contains a number"
        help_ = "put it into `quantities` of the structure, and write its `{owner.name}` here"
        yield Problem("number-in-string", message, span, help_)
    if len(text) > _LONGEST_STRING:
        message = f"`{name}` is {len(text)} characters long"
        yield Problem("too-long", message, span, f"use at most {_LONGEST_STRING}: split it in two")


def _is_control(char: str) -> bool:
    if char in "\n\t\u200c\u200d":  # line ends; the joiners that Persian and Hindi are spelt with
        return False
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _placeholders(
    use: StringUse, text: str, span: Span, quantities: list[str]
) -> Iterator[Problem]:
    wrong = malformed(text)
    if wrong:
        message = f"`{use.name}` contains `{wrong}`, which is no placeholder"
        yield Problem(
            "placeholder-mismatch", message, span, "write `{owner.name}`, such as `{ice.time}`"
        )
        return
    found = placeholders(text)
    if use.fills is not None:
        local = {name for name in found if "." not in name}
        for name in sorted(use.fills - local):
            message = f"`{use.name}` lacks `{{{name}}}`"
            yield Problem(
                "placeholder-mismatch", message, span, f"write `{{{name}}}` where it belongs"
            )
        known = [*quantities, *use.fills]
    else:
        known = quantities
    for name in found:
        if name not in known:
            message = f"`{use.name}` names `{{{name}}}`, which has no value"
            yield Problem("placeholder-mismatch", message, span, did_you_mean(name, known))


def _long_sentences(use: StringUse, text: str, span: Span) -> Iterator[Problem]:
    for sentence in _SENTENCE_END.split(text):
        words = len(sentence.split())
        if words > use.words:
            message = f"`{use.name}` has a sentence of {words} words"
            help_ = f"use at most {use.words} here: make two sentences of it"
            yield Problem("long-sentence", message, span, help_, Severity.WARNING)


def _unused_quantities(content: Content, written: dict[Key, Located]) -> Iterator[Problem]:
    if content.broken:
        return
    named = {name for leaf in written.values() for name in placeholders(str(leaf.value))}
    for document, path, name in _quantity_places(content):
        if name not in named:
            message = f"no string names the quantity `{name}`"
            help_ = f"write `{{{name}}}` in the sentence that says it, or remove it here"
            yield Problem("unused-quantity", message, document.mark(*path), help_)  # type: ignore[attr-defined]


def _quantity_places(content: Content) -> Iterator[tuple[object, tuple[str | int, ...], str]]:
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
