"""Versions: the newest first, and no change of the card without one. People hold it on paper."""

from __future__ import annotations

from collections.abc import Iterator

from .. import card_record
from ..content import Content
from ..languages import catalogs
from ..problems import Problem, Severity, Span


def check(content: Content, *, is_preview: bool = False) -> list[Problem]:
    """Versions out of order, and a published card that no longer says what its version said."""
    problems = [*_order(content), *_version(content)]
    if not problems and not is_preview:
        problems += _card(content)
    return problems


def _order(content: Content) -> Iterator[Problem]:
    document = content.changes
    changes = document.model.changes
    for index, (newer, older) in enumerate(zip(changes, changes[1:], strict=False), 1):
        if newer.rank < older.rank:
            message = f"version {older.version} stands below {newer.version}, which is older"
            span, help_ = document.value_span("changes", index, "version"), "write the newest first"
            yield Problem("version-order", message, span, help_)
        elif newer.on < older.on:
            message = f"version {older.version} is of a later day than {newer.version}"
            span = document.value_span("changes", index, "on")
            yield Problem("version-order", message, span, "mend one day or the other")
        elif newer.rank == older.rank and newer.on != older.on:
            message = f"version {older.version} has two days"
            span = document.value_span("changes", index, "on")
            yield Problem("version-order", message, span, f"write `on: {newer.on}` for both")


def _version(content: Content) -> Iterator[Problem]:
    current, written = content.changes.model.current, content.guide.model.version
    if current != written:
        message = f"the version is {written}, but the newest change is of {current}"
        span = content.guide.value_span("version")
        help_ = f'write `version: "{current}"`, or add what changed to `{content.changes.path}`'
        yield Problem("version-mismatch", message, span, help_)


def _card(content: Content) -> Iterator[Problem]:
    source = content.locales.model.source.tag
    now = card_record.today(catalogs(content, [source])[source])
    before = card_record.read(content.root)
    if before is None or before.version != now.version:
        message = f"nobody has written down what the card of version {now.version} says"
        span = Span(card_record.path_of(content.root).as_posix())
        help_ = "type `make format`"
        yield Problem("unrecorded-card", message, span, help_, Severity.WARNING)
        return
    located = content.strings[source]
    version = f"version {before.version}, which people hold on paper"
    help_ = f"add what changed to `{content.changes.path}`, with a new version"
    for name in {**before.says, **now.says}:
        if name not in now.says:
            message = f"`{name}` has left the card since {version}"
            yield Problem("changed-card", message, content.changes.mark("changes"), help_)
        elif before.says.get(name) != now.says[name]:
            verb = "is different on" if name in before.says else "is new on"
            message = f"`{name}` {verb} the card since {version}"
            yield Problem("changed-card", message, located.at(tuple(name.split("."))).span, help_)
