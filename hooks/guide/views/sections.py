"""Sections and their lines, with what they carry and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from ..addresses import relative
from ..catalog import Catalog
from ..document import Document
from ..model.evidence import Claim
from ..model.section import Article, Line, Section, SectionKind
from ..strings import Key, owner_key
from ..text import Text
from .figures import FigureView, figure_views
from .originals import originals


@dataclass(frozen=True)
class LineView:
    """One line as it is shown."""

    id: str
    text: Text
    facts: str
    """The facts of the article that it carries, as `data-fact` names them: `S03 S04`."""
    is_attributed: bool
    """It carries an opinion from practice, and says whose it is."""
    is_action: bool
    """It has a number in a list of actions. What has none stands before them."""
    is_safety: bool


@dataclass(frozen=True)
class Label:
    """An evidence label, and where it is explained."""

    claim: str
    grade: str
    says: Text
    """The claim itself, for a section that makes several."""
    text: Text
    link: str


@dataclass(frozen=True)
class LinkView:
    """A link to another page or heading of the guide."""

    title: Text
    lead: Text
    """The sentence under the title of the page."""
    link: str


@dataclass(frozen=True)
class SectionView:
    """A heading and its lines, ready to be set."""

    id: str
    kind: SectionKind
    heading: Text
    lines: list[LineView]
    labels: list[Label]
    figures: list[FigureView]
    is_paired: bool
    """Each action has its picture beside it."""
    links: list[LinkView]
    originals: list[Text]
    """The source of lines that stay in reach until a person has reviewed their translation."""


def section_views(catalog: Catalog, address: str, document: Document[Article]) -> list[SectionView]:
    """The sections of one page."""
    return [_section(catalog, address, section) for section in document.model.sections]


def _section(catalog: Catalog, address: str, section: Section) -> SectionView:
    key = (*owner_key(address), section.id)
    prefix = f"{address.rpartition('/')[2]}-{section.id}"
    return SectionView(
        id=section.id,
        kind=section.kind,
        heading=catalog.text(*key, "heading"),
        lines=[line_view(catalog, key, section, line) for line in section.lines],
        labels=labels(catalog, address, section.claims),
        figures=figure_views(
            catalog,
            prefix,
            section.figures,
            numbered=section.is_story,
            captioned=not section.is_paired,
        ),
        is_paired=section.is_paired,
        links=[link_view(catalog, address, target) for target in section.links],
        originals=originals(catalog, [(*key, line.id) for line in section.lines]),
    )


def line_view(catalog: Catalog, key: Key, section: Section, line: Line) -> LineView:
    """One line of a section whose strings stand at `key`."""
    named = {*section.claims, *([line.claim] if line.claim else [])}
    return LineView(
        id=line.id,
        text=catalog.text(*key, line.id),
        facts=" ".join(line.source),
        is_action=line.action,
        is_safety=line.safety,
        is_attributed=any(
            claim.opinion and claim.id in named and set(claim.facts) & set(line.source)
            for claim in catalog.content.evidence.model.claims
        ),
    )


def labels(catalog: Catalog, address: str, claims: tuple[str, ...]) -> list[Label]:
    """The evidence labels of the named claims."""
    return [_label(catalog, address, catalog.content.claim(id_)) for id_ in claims]


def _label(catalog: Catalog, address: str, claim: Claim) -> Label:
    says, text = (catalog.text("claims", claim.id, name) for name in ("says", "label"))
    return Label(claim.id, claim.grade, says, text, relative(address, f"evidence#{claim.id}"))


def link_view(catalog: Catalog, origin: str, target: str) -> LinkView:
    """A link named after the page, or the heading, that it leads to."""
    page, _, anchor = target.partition("#")
    documents = dict(catalog.content.pages())
    owner = owner_key(page) if page in documents else ("pages", page)
    title = catalog.text(*owner, "title")
    if anchor:
        if page in documents:
            title = catalog.text(*owner, anchor, "heading")
        elif page == "help" and anchor != "numbers":
            title = catalog.text("urgencies", anchor, "short")
    return LinkView(title, catalog.text(*owner, "lead"), relative(origin, target))
