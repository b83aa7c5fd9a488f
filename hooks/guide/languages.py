"""The languages of a site, and the catalog of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from . import ledger, pseudo
from .catalog import Catalog
from .content import Content
from .ledger import Ledger
from .model.locale import Locale
from .problems import Problem
from .strings import Key, string_uses
from .translation import Translation
from .yaml_source import Located


def translations(content: Content, wanted: Collection[str] = ()) -> dict[str, Translation]:
    """Every language of the registry by its tag; with `wanted`, those and what they fall back to.

    Pseudo-locales are made only where they are wanted.
    """
    registry = content.locales.model
    needed = registry.needed(wanted)
    source_tag = registry.source.tag
    source = words(content.strings[source_tag])
    found = {}
    for locale in registry.locales:
        if locale.tag not in needed:
            continue
        written = words(content.strings[locale.tag]) if locale.tag in content.strings else {}
        book = ledger.read(content.root, locale.tag, unreported := list[Problem]())
        del unreported  # `check` has reported them
        found[locale.tag] = _translation(content, locale, written, source, book)
    for locale in pseudo.LOCALES:
        if locale.tag in wanted:
            written = pseudo.strings(locale.tag, _with_plurals(content, locale, source))
            translation = _translation(content, locale, written, source, Ledger())
            found[locale.tag] = replace(translation, is_pseudo=True)
    return found


def catalogs(content: Content, wanted: Iterable[str] = ()) -> dict[str, Catalog]:
    """The catalog of every language; with `wanted`, of those alone."""
    chosen = list(wanted)
    everything = translations(content, chosen)
    source = content.locales.model.source.tag
    return {
        tag: Catalog(content, _chain(translation, everything, source))
        for tag, translation in everything.items()
        if not chosen or tag in chosen
    }


def words(located: Located) -> dict[Key, str]:
    """The strings of a locale's file."""
    return {key: str(leaf.value) for key, leaf in located.leaves()}


def _translation(
    content: Content, locale: Locale, written: dict[Key, str], source: dict[Key, str], book: Ledger
) -> Translation:
    uses = string_uses(content, locale.tag)
    is_source = locale.tag == content.locales.model.source.tag
    return Translation(locale, uses, written, source, book, is_source)


def _chain(
    translation: Translation, everything: dict[str, Translation], source: str
) -> list[Translation]:
    tags = [translation.locale.tag, *translation.locale.fallback, source]
    return [everything[tag] for tag in dict.fromkeys(tags) if tag in everything]


def _with_plurals(content: Content, locale: Locale, source: dict[Key, str]) -> dict[Key, str]:
    """The source, with the plural forms that only the other language tells apart."""
    plain = Translation(locale, string_uses(content, locale.tag), {}, source, Ledger())
    return {key: plain.source_text(key) for key in plain.uses}
