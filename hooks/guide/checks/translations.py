"""Translations: what a reader would stumble over, and what has changed since the ledger was made.

Nothing here stops a build because the source moved on: a string that lacks a number of its source
counts as missing and falls back, a string that the source no longer has is only mentioned.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .. import ledger, pseudo
from ..content import Content
from ..languages import translations
from ..placeholders import placeholders
from ..problems import Problem, Severity, Span, did_you_mean
from ..strings import Key
from ..translation import Translation
from ..yaml_source import Located
from .strings import plain_words

_LONG_ENOUGH_TO_DIFFER = 3


def check(content: Content, wanted: Collection[str] = ()) -> list[Problem]:
    """Problems of every language but the source."""
    problems = [*_fallbacks(content), *_unknown(content, wanted)]
    if content.locales.model.source.tag not in content.strings:
        return problems
    for language in translations(content, wanted).values():
        if not language.is_source:
            ledger.read(content.root, language.locale.tag, problems)
            problems += _language(content, language)
    return problems


def _fallbacks(content: Content) -> Iterator[Problem]:
    registry = content.locales
    tags = [locale.tag for locale in registry.model.locales]
    for index, locale in enumerate(registry.model.locales):
        for place, tag in enumerate(locale.fallback):
            if tag not in tags:
                span = registry.value_span("locales", index, "fallback", place)
                message = f"no language is registered as `{tag}`"
                yield Problem("unknown-locale", message, span, did_you_mean(tag, tags))


def _unknown(content: Content, wanted: Collection[str]) -> Iterator[Problem]:
    registered = [locale.tag for locale in content.locales.model.locales]
    known = {*registered, *(locale.tag for locale in pseudo.LOCALES)}
    for tag in wanted:
        if tag not in known:
            message = f"no language is registered as `{tag}`"
            help_ = did_you_mean(tag, registered)
            yield Problem("unknown-locale", message, Span("LOCALES"), help_)


def _language(content: Content, language: Translation) -> Iterator[Problem]:
    located = content.strings.get(language.locale.tag)
    if located is None:
        return
    for key, leaf in located.leaves():
        name = ".".join(key)
        if not isinstance(leaf.value, str) or not leaf.value.strip():
            continue
        if key not in language.uses and content.broken:
            continue  # what asked for it may only be unreadable at the moment
        if key not in language.uses:
            message = f"the source has no string `{name}`"
            help_ = "remove it: the line that showed it is gone"
            yield Problem("retired-string", message, leaf.mark, help_, Severity.WARNING)
            continue
        yield from plain_words(name, leaf)
        yield from _differences(language, key, leaf)
    yield from _ledger_notes(content, language)


def _differences(language: Translation, key: Key, leaf: Located) -> Iterator[Problem]:
    text, source, name = str(leaf.value), language.source_text(key), ".".join(key)
    ours, theirs = set(placeholders(text)), set(placeholders(source))
    if ours != theirs:
        odd = ", ".join(f"`{{{placeholder}}}`" for placeholder in sorted(ours ^ theirs))
        message = f"`{name}` and its source differ in {odd}"
        help_ = f"until it is mended the source stands in its place: “{source}”"
        yield Problem("placeholder-mismatch", message, leaf.span, help_, Severity.WARNING)
    elif text == source and len(text.split()) > _LONG_ENOUGH_TO_DIFFER:
        message = f"`{name}` is the same as its source"
        help_ = "translate it; or leave it empty, and the source is shown and marked"
        yield Problem("same-as-source", message, leaf.span, help_, Severity.WARNING)


def _ledger_notes(content: Content, language: Translation) -> Iterator[Problem]:
    tag = language.locale.tag
    span = Span(ledger.path_of(content.root, tag).as_posix())
    unrecorded = sum(language.is_unrecorded(key) for key in language.uses)
    if unrecorded:
        message = f"{unrecorded} strings of `{tag}` are new or changed since the ledger was written"
        help_ = "type `make format`"
        yield Problem("unrecorded-strings", message, span, help_, Severity.NOTE)
    was, now = language.ledger.state, str(language.publishing)
    if was != now:
        message = f"`{tag}` was `{was}` and is now `{now}`"
        help_ = f"see why with `make status LOCALE={tag}`"
        yield Problem("publishing-state", message, span, help_, Severity.NOTE)
