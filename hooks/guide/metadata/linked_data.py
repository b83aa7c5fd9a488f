"""What a page says of itself to machines, in the words of schema.org.

Nothing here claims a review: `lastReviewed` and `reviewedBy` come once they are true.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from ..addresses import folder_of
from ..content import Content
from ..switch import Languages
from ..views.page import Page

LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
"""Of text and pictures."""


def linked_data(page: Page, languages: Languages, site_url: str) -> Markup:
    """The block of data of a page. It holds no program, and runs nothing."""
    data = {name: value for name, value in _page(page, languages, site_url).items() if value}
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        written = written.replace(sign, escaped)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(written))


def _page(page: Page, languages: Languages, site_url: str) -> dict[str, Any]:
    catalog, content = page.catalog, page.content
    tag, source = catalog.locale.tag, catalog.source.locale.tag
    newest = content.changes.model.changes[0]

    def url(language: str, address: str = page.address) -> str:
        return f"{site_url}{language}/{folder_of(address)}"

    others = [other for other in languages.indexed_tags if other != source]
    return {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "@id": url(tag),
        "name": str(page.title),
        "inLanguage": tag,
        "isPartOf": {"@type": "WebSite", "@id": site_url},
        "license": LICENCE_URL,
        "version": content.guide.model.version,
        "dateModified": newest.on.isoformat(),
        "translationOfWork": {"@id": url(source)} if tag != source else None,
        "workTranslation": [{"@id": url(other)} for other in others] if tag == source else None,
        "citation": _citations(page, url(tag, "evidence")),
    }


def _citations(page: Page, evidence: str) -> list[str]:
    """What the words of a page rest on: works where they are listed, else the claims on `evidence`.

    There each claim lists its own: so a page for someone in pain does not carry a bibliography.
    """
    content = page.content
    if page.address == "help":
        return _works(content, (sign.sources for sign in content.warnings.model.signs))
    if page.address == "evidence":
        return _works(content, (claim.sources for claim in content.evidence.model.claims))
    claims = _claims_of(page) if page.document else set()
    named = [claim.id for claim in content.evidence.model.claims if claim.id in claims]
    return [f"{evidence}#{id_}" for id_ in named] or [evidence]


def _works(content: Content, cited: Iterable[Iterable[str]]) -> list[str]:
    named = {id_ for ids in cited for id_ in ids}
    works = [work for work in content.sources.model.sources if work.id in named]
    return [work.address or work.title for work in works]


def _claims_of(page: Page) -> set[str]:
    assert page.document
    return {
        claim
        for section in page.document.model.sections
        for claim in (*section.claims, *(line.claim for line in section.lines if line.claim))
    }
