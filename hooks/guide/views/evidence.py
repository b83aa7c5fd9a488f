"""Claims and the works that they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalog import Catalog
from ..model.evidence import Claim, Source
from ..text import Text


@dataclass(frozen=True)
class ClaimView:
    """One claim, weighed."""

    id: str
    says: Text
    label: Text
    research: Text
    grade: str
    by_article: bool
    facts: str
    sources: list[Source]


@dataclass(frozen=True)
class SourceView:
    """One work of the bibliography."""

    source: Source
    unchecked: list[Text]
    seen: str


def claim_views(catalog: Catalog) -> list[ClaimView]:
    """Every claim in the order of its file."""
    return [_claim(catalog, claim) for claim in catalog.content.evidence.model.claims]


def source_views(catalog: Catalog) -> list[SourceView]:
    """The works that a claim or a sign rests on, by author or title."""
    works = sorted(
        catalog.content.cited(),
        key=lambda work: ((work.authors or (work.title,))[0].casefold(), work.year or 0),
    )
    return [_source(catalog, work) for work in works]


def _claim(catalog: Catalog, claim: Claim) -> ClaimView:
    key = ("claims", claim.id)
    return ClaimView(
        id=claim.id,
        says=catalog.text(*key, "says"),
        label=catalog.text(*key, "label"),
        research=catalog.text(*key, "research"),
        grade=claim.grade,
        by_article=claim.by == "article",
        facts=" ".join(claim.facts),
        sources=[catalog.content.source(id_) for id_ in claim.sources],
    )


def _source(catalog: Catalog, work: Source) -> SourceView:
    unchecked = [catalog.text("pages", "evidence", f"field-{name}") for name in work.unseen]
    return SourceView(work, unchecked, catalog.day(work.seen))
