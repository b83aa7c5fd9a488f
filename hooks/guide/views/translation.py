"""The state of a translation, string by string."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalog import Catalog
from ..repository import Repository
from ..strings import Key
from ..text import Text
from ..translation import State

_FEW = 4
SHOWN_STATES = (State.MISSING, State.STALE, State.UNREVIEWED, State.REVIEWED)


@dataclass(frozen=True)
class StringView:
    """One string, and where to improve it."""

    name: str
    source: Text
    line_link: str | None
    issue_link: str | None


@dataclass(frozen=True)
class StateGroup:
    """The strings of one state."""

    state: State
    title: Text
    strings: list[StringView]


def state_groups(catalog: Catalog, repository: Repository, content_path: str) -> list[StateGroup]:
    """Every string of the language by its state, those that need work first."""
    if catalog.translation.is_source:
        return []
    by_state: dict[State, list[Key]] = {state: [] for state in SHOWN_STATES}
    for key, state in catalog.translation.states.items():
        by_state[state].append(key)
    return [
        StateGroup(
            state,
            catalog.text("states", state),
            [_string(catalog, key, repository, content_path) for key in keys],
        )
        for state, keys in by_state.items()
        if keys
    ]


def _at_a_glance(key: Key, source: str) -> str:
    """What people say for a page is gathered anew in each language: a few words tell of what."""
    if key[0] != "also-called":
        return source
    words = source.split("; ")
    return "; ".join([*words[:_FEW], *(["…"] if len(words) > _FEW else [])])


def _string(catalog: Catalog, key: Key, repository: Repository, path: str) -> StringView:
    tag, name = catalog.locale.tag, ".".join(key)
    located = catalog.content.strings.get(tag)
    line = located.at(key).mark.line if located else 1
    source = catalog.translation.source_text(key)
    return StringView(
        name,
        Text.plain(_at_a_glance(key, source), catalog.source.locale, tag),
        repository.line(f"{path}/locales/{tag}.yml", line),
        repository.new_issue(
            "fix-translation.yml",
            f"{tag}: {name}",
            language=tag,
            string=name,
            source=source,
            now=catalog.translation.written.get(key, ""),
        ),
    )
