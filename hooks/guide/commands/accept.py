"""Accept translations: a named person says that they say what their source says."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date

from ..ledger import Record, Review
from ..strings import Key
from ..translation import State, Translation
from .record import made_now, save
from .translated import Refused, load, named, refuse, translation


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("locale", help="the language")
    parser.add_argument("strings", nargs="+", help="their names; `steps.ice.*` for all of a part")
    parser.add_argument("--by", metavar="NAME", help="who compared them with the source")
    parser.add_argument("--role", help="such as: nurse, native speaker")
    parser.add_argument("--on", type=date.fromisoformat, default=None, metavar="DATE")
    parser.add_argument("--back", metavar="TEXT", help="what the translation says in the source")
    parser.add_argument(
        "--minor", action="store_true", help="the source changed by a typo: nothing else changes"
    )


def run(options: argparse.Namespace) -> int:
    """Write the review into the ledger."""
    try:
        content = load(options.content)
        language = translation(content, options.locale)
        keys = named(language, options.strings)
        if options.minor:
            accepted = {".".join(key): _unchanged(language, key) for key in keys}
        else:
            accepted = _reviewed(language, keys, options)
        save(content, language, accepted)
        print(f"{options.locale}: {len(accepted)} strings accepted")
    except Refused as refused:
        return refuse(refused)
    return 0


def _reviewed(
    language: Translation, keys: list[Key], options: argparse.Namespace
) -> dict[str, Record]:
    if not options.by or not options.role:
        raise Refused("a review needs a person: add --by NAME --role ROLE")
    if options.back and len(keys) > 1:
        raise Refused("--back belongs to one string: name that one alone")
    on = options.on or date.today()
    review = Review(options.by, options.role, on.isoformat())
    return {".".join(key): _with_review(language, key, review, options.back) for key in keys}


def _with_review(language: Translation, key: Key, review: Review, back: str | None) -> Record:
    name = ".".join(key)
    if language.states[key] is State.MISSING:
        raise Refused(f"`{name}` is missing: there is nothing to accept")
    known = language.record(key)
    fresh = made_now(language, key, known.origin if known else "person")
    back = back or (known.back if known else None)
    if language.uses[key].safety and not back:
        raise Refused(
            f"`{name}` matters for safety: translate it back without sight of the source, compare, "
            "and add --back TEXT"
        )
    return replace(fresh, back=back, review=review)


def _unchanged(language: Translation, key: Key) -> Record:
    known = language.record(key)
    if known is None:
        raise Refused(f"`{'.'.join(key)}` is not in the ledger: type `make format` first")
    return replace(known, made_from=language.source_text(key))
