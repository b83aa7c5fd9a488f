"""Everything in `content_src/`, read and held to its models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .document import Document
from .figures import Figure
from .model.card import Card
from .model.changes import Changes
from .model.emergency import Emergency
from .model.evidence import Claim, Evidence, Facts, Source, Sources
from .model.guide import Guide
from .model.locale import Locales
from .model.now import Now
from .model.position import Position
from .model.quantity import Quantities
from .model.section import Article
from .model.step import IceStep, PlainStep
from .model.warning import Warnings
from .yaml_source import Located


@dataclass(frozen=True)
class Content:
    """The content of the guide. Files that could not be read are absent, and named in `broken`."""

    root: Path
    guide: Document[Guide]
    steps: dict[str, Document[PlainStep | IceStep]]
    positions: dict[str, Document[Position]]
    articles: dict[str, Document[Article]]
    figures: dict[str, Document[Figure]]
    warnings: Document[Warnings]
    emergency: Document[Emergency]
    facts: Document[Facts]
    evidence: Document[Evidence]
    sources: Document[Sources]
    locales: Document[Locales]
    changes: Document[Changes]
    card: Document[Card]
    now: Document[Now]
    strings: dict[str, Located]
    """The strings of each locale by its tag, as they stand in its file."""
    broken: frozenset[str] = field(default_factory=frozenset)
    """Files with problems of their own, such as `steps/ice`: nothing follows from their absence."""

    def pages(self) -> Iterator[tuple[str, Document[Article]]]:
        """Every document with sections, by its address, in the order of the guide."""
        for folder, ids, documents in (
            ("steps/", self.guide.model.steps, self.steps),
            ("positions/", self.guide.model.positions, self.positions),
            ("", self.guide.model.articles, self.articles),
        ):
            for id_ in ids:
                if id_ in documents:
                    yield f"{folder}{id_}", documents[id_]  # type: ignore[misc]

    def claim(self, id_: str) -> Claim:
        """The claim of that id."""
        return next(claim for claim in self.evidence.model.claims if claim.id == id_)

    def source(self, id_: str) -> Source:
        """The work of that id."""
        return next(source for source in self.sources.model.sources if source.id == id_)

    def cited(self) -> tuple[Source, ...]:
        """The works that a claim or a sign rests on, in the order of the bibliography."""
        named = {id_ for claim in self.evidence.model.claims for id_ in claim.sources}
        named |= {id_ for sign in self.warnings.model.signs for id_ in sign.sources}
        return tuple(work for work in self.sources.model.sources if work.id in named)

    def quantities(self) -> dict[str, Quantities]:
        """Every number that strings may name, by its owner.

        A name with two owners is a problem of its own: the numbers of the first stand.
        """
        owned: dict[str, Quantities] = {"warnings": self.warnings.model.quantities}
        for _, document in self.pages():
            page = document.model
            own = page.all_quantities() if isinstance(page, IceStep) else page.quantities
            owned.setdefault(page.id, own)
        for claim in self.evidence.model.claims:
            owned.setdefault(claim.id, claim.quantities)
        return {owner: quantities for owner, quantities in owned.items() if quantities}
