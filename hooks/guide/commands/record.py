"""Write down in the ledger what new and changed strings were translated from."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from .. import card_record, ledger
from ..content import Content
from ..languages import catalogs, translations
from ..ledger import Origin, Record, fingerprint
from ..strings import Key
from ..translation import Translation
from .translated import Refused, load, named, refuse, translation


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("locale", nargs="?", help="one language (default: all)")
    parser.add_argument(
        "--origin", choices=["machine", "person"], default="person", help="who translated them"
    )
    parser.add_argument(
        "--back", type=Path, metavar="FILE", help="JSON: back-translations by the names of strings"
    )


def run(options: argparse.Namespace) -> int:
    """Update the ledger of one language, or of all; with all, also what the card says."""
    try:
        content = load(options.content)
        back = _back_translations(options.back)
        languages = (
            [translation(content, options.locale)]
            if options.locale
            else [one for one in translations(content).values() if not one.is_source]
        )
        for language in languages:
            count = record(content, language, options.origin, back)
            print(f"{language.locale.tag}: {count} strings recorded")
    except Refused as refused:
        return refuse(refused)
    if not options.locale:
        record_card(content)
    return 0


def record_card(content: Content) -> None:
    """Write down what the card says in a version that has not been recorded yet."""
    source = content.locales.model.source.tag
    now, before = (
        card_record.today(catalogs(content, [source])[source]),
        card_record.read(content.root),
    )
    if before is None or before.version != now.version:
        card_record.write(content.root, now)
        print(f"the card of version {now.version} is recorded")


def record(
    content: Content, language: Translation, origin: Origin, back: dict[str, str] | None = None
) -> int:
    """Record every string that was written or changed since, and the publishing state.

    Answers how many there were. A string that only its source has left behind is not touched: it
    stays stale until somebody accepts it or changes it.
    """
    back = back or {}
    changed = {
        ".".join(key): made_now(language, key, origin)
        for key in language.uses
        if language.is_unrecorded(key)
    }
    for key in named(language, list(back)) if back else []:
        name = ".".join(key)
        known = changed.get(name) or language.record(key)
        if known:
            changed[name] = replace(known, back=back[name])
    save(content, language, changed)
    return len(changed)


def made_now(language: Translation, key: Key, origin: Origin) -> Record:
    """The record of a string that was translated from today's source."""
    words = fingerprint(language.written[key])
    return Record(made_from=language.source_text(key), translation=words, origin=origin)


def save(content: Content, language: Translation, changed: dict[str, Record]) -> None:
    """Write the ledger with those records, and with the state that follows from them."""
    names = [".".join(key) for key in language.uses]
    book = language.ledger.with_records(changed, names)
    state = replace(language, ledger=book).publishing
    ledger.write(content.root, language.locale.tag, replace(book, state=str(state)))


def _back_translations(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{path}: {error}") from error
    return {str(name): str(words) for name, words in data.items()}
