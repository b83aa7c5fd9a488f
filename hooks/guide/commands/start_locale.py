"""Start a language: its line in the registry, its file of strings, its ledger."""

from __future__ import annotations

import argparse
import re
from typing import Literal

from babel import Locale as BabelLocale

from .. import ledger
from ..editor_schemas import with_schema
from ..fonts import script
from ..ledger import Ledger
from ..locale_file import scalar, written
from ..model.locale import Locale
from ..plurals import babel_locale
from ..strings import string_uses
from ..translation import Translation
from .translated import Refused, load, refuse

_TAG = re.compile(r"^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$")
_RIGHT_TO_LEFT = {"Adlm", "Arab", "Armi", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
"""Scripts."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("locale", help="a BCP 47 tag, such as nl, pt-BR, zh-Hant or fil")
    parser.add_argument("--name", help="the language's name in itself, where it is not known")


def run(options: argparse.Namespace) -> int:
    """Write the files, and say what to do next."""
    tag = options.locale
    try:
        content = load(options.content)
        if not _TAG.match(tag):
            raise Refused(f"`{tag}` is no BCP 47 tag: write it as nl, pt-BR, zh-Hant or fil")
        if any(locale.tag == tag for locale in content.locales.model.locales):
            raise Refused(f"`{tag}` is there already: edit {content.root}/locales/{tag}.yml")
        name = options.name or _own_name(tag)
        if not name:
            raise Refused(f'the name of `{tag}` in itself is not known: add --name "…"')
    except Refused as refused:
        return refuse(refused)
    direction: Literal["ltr", "rtl"] = "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"
    locale = Locale(tag=tag, name=name, direction=direction)
    source = content.strings[content.locales.model.source.tag]
    words = {key: str(leaf.value) for key, leaf in source.leaves()}
    language = Translation(locale, string_uses(content, tag), {}, words, Ledger())
    path = content.root / "locales" / f"{tag}.yml"
    header = f"# {name} ({tag}). Translate between the quotation marks; see TRANSLATING.md."
    path.write_text(
        with_schema(written(header, {}, language.uses, words), "strings", "../.."), "utf-8"
    )
    registry = content.root / "locales.yml"
    entry = f"  - tag: {tag}\n    name: {scalar(name)}\n    direction: {direction}\n"
    registry.write_text(registry.read_text("utf-8").rstrip("\n") + "\n" + entry, "utf-8")
    ledger.write(content.root, tag, Ledger())
    print(
        f"{name} ({tag}) has begun: {len(language.uses)} strings to translate in {path.as_posix()}"
    )
    print(f"see it with: LOCALES={tag} make serve")
    return 0


def _own_name(tag: str) -> str | None:
    data = babel_locale(tag)
    known = isinstance(data, BabelLocale) and data.language == tag.partition("-")[0]
    name = data.get_display_name(data) if known else None
    return name[:1].upper() + name[1:] if name else None
