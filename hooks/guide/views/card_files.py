"""The ready-made PDFs of the card: their names are addresses, and stay."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..model.locale import Locale

PAPERS = {"a4": "A4", "letter": "Letter"}
"""Paper as it is called in addresses, and by people."""
KINDS = {"poster": "", "large-print": "large-print-", "wallet": "wallet-"}
"""What there is for every language, and how its names begin."""


@dataclass(frozen=True)
class CardFile:
    """One PDF, as the page of the card links it."""

    kind: str
    """`poster`, `large-print`, `wallet` or `bilingual`."""
    paper: str
    link: str
    tag: str
    other: str = ""
    """The name of the second language, if it has one."""


def card_files(
    locale: Locale, source: Locale, others: Iterable[Locale], printed: Collection[str], root: str
) -> list[CardFile]:
    """The files in a language. The page of the source links the bilingual ones of all others.

    `printed` are the tags of the languages that have PDFs.
    """
    if locale.tag not in printed:
        return []
    found = [
        CardFile(kind, name, f"{start}{paper}.pdf", locale.tag)
        for kind, start in KINDS.items()
        for paper, name in PAPERS.items()
    ]
    paired = [locale] if locale != source else [one for one in others if one.tag in printed]
    for one in paired:
        if one != source and source.tag in printed:
            found += [
                CardFile(
                    "bilingual",
                    name,
                    f"{root}{one.tag}/card/bilingual-{source.tag}-{paper}.pdf",
                    one.tag,
                    source.name if one == locale else one.name,
                )
                for paper, name in PAPERS.items()
            ]
    return found
