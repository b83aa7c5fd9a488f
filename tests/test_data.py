"""The guide as data: whole, valid, and as careful as the pages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from guide.data import export
from guide.model.warning import EMERGENCY_SIGNS
from jsonschema import Draft202012Validator

from .content_copy import ContentCopy
from .real_content import catalog, content, lines, tags

every_tag = pytest.mark.parametrize("tag", tags())


@cache
def read(path: Path) -> dict[str, Any]:
    found = json.loads(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.fixture
def data(site: Path, tag: str) -> dict[str, Any]:
    """`guide.json` of the language."""
    return read(site / tag / export.NAME)


@every_tag
def test_it_keeps_to_its_schema(site: Path, data: dict[str, Any]) -> None:
    schema = read(site / export.SCHEMA)
    Draft202012Validator.check_schema(schema)
    assert data["$schema"] == schema["$id"]
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_the_schema_refuses_a_file_without_its_warnings(site: Path) -> None:
    broken = {key: value for key, value in read(site / "en" / export.NAME).items()}
    del broken["warnings"]
    assert not Draft202012Validator(read(site / export.SCHEMA)).is_valid(broken)


@every_tag
def test_it_holds_every_page_in_order(data: dict[str, Any]) -> None:
    guide = content().guide.model
    for name in ("steps", "positions", "articles"):
        assert [page["id"] for page in data[name]] == list(getattr(guide, name))


@every_tag
def test_it_holds_every_line_in_the_words_of_the_pages(data: dict[str, Any], tag: str) -> None:
    pages = [page for name in ("steps", "positions", "articles") for page in data[name]]
    shown = [
        line["words"]["text"]
        for page in pages
        for section in page["sections"]
        for line in section["lines"]
    ]
    assert len(shown) == len(lines()) and all(shown)
    ice = next(page for page in pages if page["id"] == "ice")
    do = next(section for section in ice["sections"] if section["id"] == "do")
    time = next(line for line in do["lines"] if line["id"] == "time")
    assert time["words"]["text"] == str(catalog(tag).text("steps", "ice", "do", "time"))
    assert time["safety"] is True


@every_tag
def test_the_limits_of_ice_are_numbers(data: dict[str, Any]) -> None:
    ice = next(step for step in data["steps"] if step["id"] == "ice")["quantities"]
    assert (ice["time"]["from"], ice["time"]["to"], ice["time"]["unit"]) == (10, 15, "minute")
    assert (ice["never_over"]["value"], ice["never_over"]["unit"]) == (20, "minute")


@every_tag
def test_the_emergency_signs_come_first_and_in_their_order(data: dict[str, Any]) -> None:
    first = data["warnings"][0]
    assert first["urgency"] == "emergency"
    assert tuple(sign["id"] for sign in first["signs"]) == EMERGENCY_SIGNS


@every_tag
def test_every_number_says_whether_it_is_confirmed(data: dict[str, Any]) -> None:
    written = {
        (country.id, number.tel, number.confirmed)
        for country in content().emergency.model.countries
        for number in country.numbers
    }
    found = {
        (country["id"], number["tel"], number["confirmed"])
        for country in data["emergency_numbers"]
        for number in country["numbers"]
    }
    assert found == written


@every_tag
def test_every_claim_carries_its_label_and_whose_it_is(data: dict[str, Any]) -> None:
    assert [claim["id"] for claim in data["claims"]] == [
        claim.id for claim in content().evidence.model.claims
    ]
    for claim in data["claims"]:
        assert claim["label"]["text"] and claim["by"] in {"article", "guide"}
        assert claim["opinion"] is content().claim(claim["id"]).opinion


@every_tag
def test_it_says_where_it_comes_from_and_claims_no_review(data: dict[str, Any], tag: str) -> None:
    assert data["origin"]["text"] == str(catalog(tag).t("pages.home.steps-from"))
    assert data["review"]["by_clinician"] is False
    assert data["licence"] == {"content": "CC-BY-4.0", "code": "MIT"}
    records = catalog(tag).translation.ledger.records.values()
    drafted = any(record.origin == "machine" for record in records)
    assert data["language"]["machine_made"] is drafted


@every_tag
def test_every_picture_is_there_with_what_is_seen(data: dict[str, Any]) -> None:
    assert {figure["id"] for figure in data["figures"]} == set(content().figures)
    for figure in data["figures"]:
        assert figure["svg"].startswith("<svg ") and figure["desc"]["text"]


def test_a_stale_warning_never_stands_without_its_source(tmp_path: Path) -> None:
    copy = ContentCopy(tmp_path)
    copy.set_string("en", "signs.chest-pain", "You have chest pain, with or without back pain.")
    files = {file.path: file.text for file in copy.build("en", "de").files}
    warnings = json.loads(files["de/guide.json"])["warnings"]
    sign = next(sign for sign in warnings[0]["signs"] if sign["id"] == "chest-pain")
    assert sign["words"]["is_stale"] is True
    assert sign["words"]["original"] == "You have chest pain, with or without back pain."
