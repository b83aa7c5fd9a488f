"""Show how far each translation is, or one of them string by string."""

from __future__ import annotations

import argparse
from collections import Counter

from ..languages import translations
from ..strings import Key
from ..translation import State, Translation
from .translated import Refused, load, refuse, translation

_COLUMNS = (State.REVIEWED, State.UNREVIEWED, State.STALE, State.MISSING)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("locale", nargs="?", help="one language, string by string")


def run(options: argparse.Namespace) -> int:
    """Print the table, or the strings of one language that need work."""
    try:
        content = load(options.content)
        if options.locale:
            print(_strings(translation(content, options.locale)))
        else:
            print(_table(list(translations(content).values())))
    except Refused as refused:
        return refuse(refused)
    return 0


def _table(languages: list[Translation]) -> str:
    heads = ["locale", "state", "strings", *_COLUMNS, "safety reviewed"]
    rows = [_row(language) for language in languages]
    widths = [max(len(str(row[i])) for row in [heads, *rows]) for i in range(len(heads))]
    return "\n".join(
        "  ".join(str(cell).ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [heads, *rows]
    )


def _row(language: Translation) -> list[str]:
    tag, total = language.locale.tag, str(len(language.uses))
    if language.is_source:
        return [tag, "source", total, "", "", "", "", ""]
    count = Counter(language.states.values())
    safety = [language.states[key] for key, use in language.uses.items() if use.safety]
    reviewed = f"{safety.count(State.REVIEWED)} of {len(safety)}"
    return [tag, language.publishing, total, *(str(count[state]) for state in _COLUMNS), reviewed]


def _strings(language: Translation) -> str:
    blocks = [
        _block(language, key, state)
        for key, state in language.states.items()
        if state is not State.REVIEWED
    ]
    return "\n\n".join([*blocks, _table([language])])


def _block(language: Translation, key: Key, state: State) -> str:
    safety = " (safety)" if language.uses[key].safety else ""
    lines = [f"{'.'.join(key)}: {state}{safety}"]
    record = language.record(key)
    if state is State.STALE and record:
        lines.append(f"  old source:  {record.made_from}")
    lines.append(f"  source:      {language.source_text(key)}")
    if language.written.get(key):
        lines.append(f"  translation: {language.written[key]}")
    if record and record.back:
        lines.append(f"  says back:   {record.back}")
    return "\n".join(lines)
