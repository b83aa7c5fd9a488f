"""Fills the shape of `guide.json` from one language, and writes it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from ..catalog import Catalog
from ..document import Document
from ..figures import render
from ..model.section import Article, Section
from ..model.warning import Urgency
from ..plurals import babel_locale
from ..strings import Key, leading_figures, owner_key
from . import shape
from .wording import Wording

NAME = "guide.json"
SCHEMA = "guide.schema.json"
LICENCE = shape.Licence(content="CC-BY-4.0", code="MIT")


def guide_json(catalog: Catalog, tags: Iterable[str], site_url: str) -> str:
    """The guide in one language. `tags` are the languages of the site."""
    data = _guide(Wording(catalog, site_url), tags)
    return data.model_dump_json(by_alias=True, exclude_defaults=True) + "\n"


def schema_json(site_url: str) -> str:
    """The JSON Schema of every `guide.json`."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": site_url + SCHEMA}
    schema = shape.Guide.model_json_schema(mode="serialization")
    return json.dumps({**head, **schema}, ensure_ascii=False, indent=1) + "\n"


def _guide(words: Wording, tags: Iterable[str]) -> shape.Guide:
    catalog, content = words.catalog, words.content
    guide, tag = content.guide.model, catalog.locale.tag
    return shape.Guide(
        schema_=words.site_url + SCHEMA,
        schema_version="1.0",
        name=str(catalog.t("site.name")),
        description=words.text("site", "description"),
        url=words.url("home"),
        version=guide.version,
        language=_language(catalog),
        other_languages={
            other: f"{words.site_url}{other}/{NAME}" for other in tags if other != tag
        },
        licence=LICENCE,
        origin=words.text("pages", "home", "steps-from"),
        review=shape.Review(
            checked_against_sources=guide.checked,
            next_check_due=guide.next_check,
            by_clinician=False,
            words=words.text("ui", "not-reviewed"),
        ),
        warnings=tuple(_signs(words, urgency) for urgency in Urgency),
        emergency_numbers=_countries(words),
        steps=_pages(words, "steps/"),
        positions=_pages(words, "positions/"),
        articles=_pages(words, ""),
        claims=_claims(words),
        sources=tuple(shape.Source(**work.model_dump()) for work in content.cited()),
        figures=_figures(words),
        changes=tuple(
            shape.Change(
                version=change.version, on=change.on, words=words.text("changes", change.id)
            )
            for change in content.changes.model.changes
        ),
    )


def _language(catalog: Catalog) -> shape.Language:
    language = catalog.translation
    counts: dict[str, Counter[str]] = {}
    for key, state in language.states.items():
        counts.setdefault(key[0], Counter())[str(state)] += 1
    records = (language.record(key) for key in language.uses)
    return shape.Language(
        tag=language.locale.tag,
        name=language.locale.name,
        direction=language.locale.direction,
        publishing=language.publishing.value,
        is_source=language.is_source,
        machine_made=any(
            record.origin == "machine" and not record.review for record in records if record
        ),
        strings={group: shape.StringStates(**states) for group, states in counts.items()},
    )


def _signs(words: Wording, urgency: Urgency) -> shape.SignGroup:
    return shape.SignGroup(
        urgency=urgency.value,
        heading=words.text("urgencies", urgency, "heading"),
        act=words.text("urgencies", urgency, "act"),
        signs=tuple(
            shape.Sign(
                id=sign.id,
                words=words.text("signs", sign.id),
                awaits_clinician=sign.awaits_clinician,
                sources=sign.sources,
            )
            for sign in words.content.warnings.model.by_urgency(urgency)
        ),
    )


def _countries(words: Wording) -> tuple[shape.Country, ...]:
    names = babel_locale(words.catalog.locale.tag).territories
    return tuple(
        shape.Country(
            id=country.id,
            name=names.get(country.id, country.id),
            numbers=tuple(
                shape.Number(
                    tel=number.tel,
                    confirmed=number.confirmed,
                    area=words.text("areas", number.area) if number.area else None,
                )
                for number in country.numbers
            ),
            checked=country.checked,
            sources=country.sources,
        )
        for country in words.content.emergency.model.countries
    )


def _pages(words: Wording, folder: str) -> tuple[shape.Page, ...]:
    return tuple(
        _page(words, address, document)
        for address, document in words.content.pages()
        if address.rpartition("/")[0] == folder.rstrip("/")
    )


def _page(words: Wording, address: str, document: Document[Article]) -> shape.Page:
    page, owner = document.model, owner_key(address)
    quantities = words.content.quantities().get(page.id, {})
    return shape.Page(
        id=page.id,
        url=words.url(address),
        title=words.text(*owner, "title"),
        lead=words.text(*owner, "lead"),
        figures=leading_figures(document),
        sections=tuple(_section(words, address, section) for section in page.sections),
        quantities={name: words.amount(value) for name, value in quantities.items()},
        links=tuple(words.url(link) for link in page.links),
    )


def _section(words: Wording, address: str, section: Section) -> shape.Section:
    key = (*owner_key(address), section.id)
    return shape.Section(
        id=section.id,
        url=words.url(f"{address}#{section.id}"),
        kind=section.kind.value,
        heading=words.text(*key, "heading"),
        lines=tuple(
            shape.Line(
                id=line.id,
                words=words.text(*key, line.id),
                facts=line.source,
                claim=line.claim,
                safety=_is_safety(words.catalog, (*key, line.id)),
            )
            for line in section.lines
        ),
        claims=section.claims,
        figures=section.figures,
        links=tuple(words.url(link) for link in section.links),
    )


def _is_safety(catalog: Catalog, key: Key) -> bool:
    return catalog.translation.uses[key].safety


def _claims(words: Wording) -> tuple[shape.Claim, ...]:
    return tuple(
        shape.Claim(
            id=claim.id,
            url=words.url(f"evidence#{claim.id}"),
            says=words.text("claims", claim.id, "says"),
            by=claim.by,
            opinion=claim.opinion,
            grade=claim.grade.value,
            grade_words=words.text("grades", claim.grade),
            label=words.text("claims", claim.id, "label"),
            research=words.text("claims", claim.id, "research"),
            facts=claim.facts,
            sources=claim.sources,
        )
        for claim in words.content.evidence.model.claims
    )


def _figures(words: Wording) -> tuple[shape.Figure, ...]:
    catalog = words.catalog
    found = []
    for id_, document in words.content.figures.items():
        title, desc = (words.text("figures", id_, name) for name in ("title", "desc"))
        svg = render(
            document.model,
            uid=id_,
            title=title.text,
            desc=desc.text,
            mirrored=catalog.locale.direction == "rtl",
        )
        has_caption = ("figures", id_, "caption") in catalog.translation.uses
        caption = words.text("figures", id_, "caption") if has_caption else None
        found.append(shape.Figure(id=id_, title=title, desc=desc, caption=caption, svg=svg))
    return tuple(found)
