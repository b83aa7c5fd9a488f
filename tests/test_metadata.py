"""What pages tell machines: true, whole, and no review that did not happen."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from guide import social_cards
from guide.addresses import folder_of
from guide.metadata import linked_data
from guide.metadata.open_graph import territorial
from guide.social_cards import draw_social_cards
from jsonschema import Draft202012Validator
from PIL import Image

from .content_copy import SITE_URL, ContentCopy
from .markup import parse
from .real_content import ROOT, addresses, catalog, content, indexed, tags

every_tag = pytest.mark.parametrize("tag", tags())
every_page = pytest.mark.parametrize(
    ("tag", "address"), [(tag, address) for tag in tags() for address in addresses()]
)

URL = {"type": "string", "format": "uri", "pattern": "^https://"}
REFERENCE = {
    "type": "object",
    "properties": {"@id": URL},
    "required": ["@id"],
    "additionalProperties": False,
}
MEDICAL_WEB_PAGE = {
    "type": "object",
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "MedicalWebPage"},
        "@id": URL,
        "name": {"type": "string", "minLength": 1},
        "inLanguage": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
        "isPartOf": {
            "type": "object",
            "properties": {"@type": {"const": "WebSite"}, "@id": URL},
            "required": ["@type", "@id"],
            "additionalProperties": False,
        },
        "license": URL,
        "version": {"type": "string"},
        "dateModified": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "translationOfWork": REFERENCE,
        "workTranslation": {"type": "array", "items": REFERENCE, "minItems": 1},
        "citation": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    },
    "required": ["@context", "@type", "@id", "name", "inLanguage", "license", "citation"],
    "additionalProperties": False,
}
"""The terms of schema.org for such a page that the guide uses, and no other."""


def page(site: Path, tag: str, address: str) -> Element:
    return parse(site / tag / folder_of(address) / "index.html")


@cache
def data(path: Path) -> dict[str, Any]:
    """The one block of linked data on a page."""
    blocks = [
        element
        for element in parse(path).iter("script")
        if element.get("type") == "application/ld+json"
    ]
    assert len(blocks) == 1, path
    found = json.loads(blocks[0].text or "")
    assert isinstance(found, dict)
    return found


def properties(tree: Element) -> dict[str, str]:
    """The properties of Open Graph."""
    return {
        str(element.get("property")): element.get("content", "")
        for element in tree.iter("meta")
        if element.get("property")
    }


@every_page
def test_a_page_describes_itself_in_the_terms_of_schema_org(
    site: Path, tag: str, address: str
) -> None:
    found = data(site / tag / folder_of(address) / "index.html")
    problems = Draft202012Validator(MEDICAL_WEB_PAGE).iter_errors(found)
    assert [error.message for error in problems] == []
    assert found["@id"] == f"{SITE_URL}{tag}/{folder_of(address)}"
    assert found["inLanguage"] == tag
    source = {"@id": f"{SITE_URL}en/{folder_of(address)}"}
    assert found.get("translationOfWork") == (source if tag != "en" else None)
    others = {reference["@id"] for reference in found.get("workTranslation", [])}
    assert len(others) == (len(indexed()) - 1 if tag == "en" else 0)


@pytest.mark.parametrize("address", addresses())
def test_a_page_cites_the_claims_or_the_works_that_it_rests_on(site: Path, address: str) -> None:
    document = dict(content().pages()).get(address)
    claims = {
        claim
        for section in (document.model.sections if document else ())
        for claim in (*section.claims, *(line.claim for line in section.lines if line.claim))
    }
    evidence = f"{SITE_URL}en/evidence/"
    expected = {f"{evidence}#{claim}" for claim in claims} or {evidence}
    works: set[str] = set()
    if address == "help":
        works = {id_ for sign in content().warnings.model.signs for id_ in sign.sources}
    if address == "evidence":
        works = {id_ for claim in content().evidence.model.claims for id_ in claim.sources}
    if works:
        expected = {content().source(id_).address or content().source(id_).title for id_ in works}
    cited = data(site / "en" / folder_of(address) / "index.html")["citation"]
    assert set(cited) == expected


@every_page
def test_a_shared_link_shows_the_words_of_its_page(site: Path, tag: str, address: str) -> None:
    shown = properties(page(site, tag, address))
    own = catalog(tag)
    assert shown["og:url"] == f"{SITE_URL}{tag}/{folder_of(address)}"
    assert shown["og:site_name"] == str(own.t("site.name"))
    assert shown["og:locale"] == territorial(tag)
    assert shown["og:title"] and shown["og:description"]


@every_page
def test_a_shared_link_shows_a_picture(site: Path, tag: str, address: str) -> None:
    shown = properties(page(site, tag, address))
    path = shown["og:image"].removeprefix(SITE_URL)
    with Image.open(site / path) as picture:
        assert picture.size == (1200, 630)
    assert (shown["og:image:width"], shown["og:image:height"]) == ("1200", "630")
    titles = {str(catalog(tag).text("figures", id_, "title")) for id_ in content().figures}
    assert shown["og:image:alt"] in titles
    assert path.startswith(f"social/{tag}/")
    own = {
        f"positions/{id_}"
        for id_ in content().guide.model.positions
        if content().positions[id_].model.figures
    }
    assert (path != f"social/{tag}/home.png") or address not in own


@every_tag
def test_pictures_of_links_are_small_and_each_its_own(site: Path, tag: str) -> None:
    files = sorted((site / "social" / tag).iterdir())
    assert len({path.read_bytes() for path in files}) == len(files) >= 2
    assert max(path.stat().st_size for path in files) < 150_000


def test_pictures_of_links_are_drawn_alike_each_time(tmp_path: Path, site: Path) -> None:
    icon = ROOT / "docs" / "assets" / "icon.svg"
    draw_social_cards([catalog("ar")], icon, tmp_path, tmp_path / "archive")
    for path in (tmp_path / "social" / "ar").iterdir():
        assert path.read_bytes() == (site / "social" / "ar" / path.name).read_bytes()


def test_a_picture_that_nothing_has_changed_for_is_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    icon, archive, drawn = ROOT / "docs" / "assets" / "icon.svg", tmp_path / "archive", []

    def draw(data: str) -> tuple[bytes, str]:
        drawn.append(json.loads(data)["title"])
        return data.encode(), ".png"

    monkeypatch.setattr(social_cards, "_drawn", draw)
    for _ in range(2):
        draw_social_cards([catalog("en")], icon, tmp_path, archive)
    assert len(drawn) == len(set(drawn)) == len([*(tmp_path / "social" / "en").iterdir()])
    copy = ContentCopy(tmp_path)
    copy.set_string("en", "steps.ice.title", "Cool it")
    draw_social_cards(copy.build("en").languages.catalogs, icon, tmp_path, archive)
    assert drawn[-1] == "Cool it" and drawn.count("Cool it") == 1


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", "en_US"), ("pt-BR", "pt_BR"), ("zh-Hans", "zh_CN"), ("zh-Hant", "zh_TW"),
     ("sw", "sw_TZ"), ("fil", "fil_PH"), ("es-419", "es_419"), ("tlh", "tlh")],
)  # fmt: skip
def test_a_language_is_written_with_its_territory(tag: str, expected: str) -> None:
    assert territorial(tag) == expected


def test_a_string_cannot_end_the_block_of_data(tmp_path: Path) -> None:
    copy = ContentCopy(tmp_path)
    copy.set_string("en", "steps.ice.title", "Ice & < snow")
    built = copy.build("en")
    ice = next(one.page for one in built.pages if one.page.address == "steps/ice")
    block = str(linked_data(ice, built.languages, SITE_URL))
    inner = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', block)
    assert inner and "<" not in inner[1] and "&" not in inner[1]
    assert json.loads(inner[1])["name"] == "Ice & < snow"


def test_crawlers_find_the_sitemap(site: Path) -> None:
    words = (site / "robots.txt").read_text("utf-8")
    assert words == f"User-agent: *\nAllow: /\nSitemap: {SITE_URL}sitemap.xml\n"
