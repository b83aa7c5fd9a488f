"""The file of one language in its one canonical form.

Names in the order of the source, two spaces, no wrapped lines: what Weblate and translate-toolkit
leave as it is. A string that is not translated yet stands empty, its source in a comment above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import yaml

from .plurals import ORDER
from .strings import Key

_WIDE = 1_000_000
_SOURCE_MARK = "# "


def written(
    header: str, strings: Mapping[Key, str], needed: Iterable[Key], source: Mapping[Key, str]
) -> str:
    """The whole file. `needed` names every string of the language, `source` those of the source."""
    known = _in_order({*needed, *strings}, list(source))
    lines = [header.rstrip("\n")] if header else []
    lines += _lines(known, strings, source)
    return "\n".join(lines) + "\n"


def header_of(text: str) -> str:
    """The comment at the top of a file, up to its first name or the first blank line."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line)
    return "\n".join(lines)


def scalar(words: str) -> str:
    """One string as YAML writes it, on one line."""
    dumped = yaml.dump(words, allow_unicode=True, width=_WIDE, default_style=None)
    return str(dumped).removesuffix("...\n").rstrip("\n")


def _in_order(keys: set[Key], source: list[Key]) -> list[Key]:
    """As in the source. Plural forms stand together, unknown strings at the end of their part."""
    places = {key: place for place, key in enumerate(source)}
    parents: dict[Key, int] = {}
    for key, place in places.items():
        for depth in range(len(key)):
            parents[key[:depth]] = place

    def rank(key: Key) -> tuple[int, int, Key]:
        plural = ORDER.index(key[-1]) if key[-1] in ORDER else 0
        if key[-1] in ORDER and key[:-1] in parents:
            return parents[key[:-1]], plural, key
        near = next(key[:depth] for depth in range(len(key) - 1, -1, -1) if key[:depth] in parents)
        return places.get(key, parents[near]), plural, key

    return sorted(keys, key=rank)


def _lines(keys: list[Key], strings: Mapping[Key, str], source: Mapping[Key, str]) -> Iterator[str]:
    open_: Key = ()
    for key in keys:
        for depth, name in enumerate(key[:-1]):
            if open_[: depth + 1] != key[: depth + 1]:
                if depth == 0 and open_:
                    yield ""
                yield f"{'  ' * depth}{name}:"
                open_ = key[: depth + 1]
        open_ = key[:-1]
        indent = "  " * (len(key) - 1)
        words = strings.get(key, "")
        if not words.strip():
            meant = source.get(key) or source.get((*key[:-1], "other"), "")
            yield f"{indent}{_SOURCE_MARK}{meant}"
        yield f"{indent}{scalar(key[-1])}: {scalar(words)}"
