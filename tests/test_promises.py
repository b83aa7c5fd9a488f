"""What the guide promises its readers, looked for on the pages that are really built."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from guide.addresses import folder_of
from guide.model.warning import EMERGENCY_SIGNS

from .markup import has, having, links, parse, text
from .real_content import addresses, carried, catalog, content, everything, lines, tags

STEPS = content().guide.model.steps
POSITIONS = content().guide.model.positions
LEFT_OUT = carried(everything()) - carried(content())
FACTS = [fact.id for fact in content().facts.model.facts if fact.id not in LEFT_OUT]
SIGNS = [sign.id for sign in content().warnings.model.signs]
CLAIMS = [claim.id for claim in content().evidence.model.claims]
COUNTRIES = [country.id for country in content().emergency.model.countries]

every_tag = pytest.mark.parametrize("tag", tags())


def page(site: Path, tag: str, address: str) -> Element:
    return parse(site / tag / folder_of(address) / "index.html")


@every_tag
@pytest.mark.parametrize("address", addresses())
def test_every_page_is_there_with_one_heading(site: Path, tag: str, address: str) -> None:
    tree = page(site, tag, address)
    assert tree.get("lang") == tag
    headings = list(tree.iter("h1"))
    assert len(headings) == 1 and text(headings[0])


@every_tag
@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_of_the_source_stands_on_a_page(site: Path, tag: str, fact: str) -> None:
    carriers = [
        element
        for address in addresses()
        for element in having(page(site, tag, address), "data-fact", fact)
    ]
    assert carriers and all(text(element) for element in carriers)


@every_tag
@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_a_page_and_is_reached_from_home(site: Path, tag: str, step: str) -> None:
    assert has(page(site, tag, f"steps/{step}"), "data-step", step)
    cards = list(having(page(site, tag, "home"), "data-step", step))
    assert [link.get("href") for card in cards for link in card.iter("a")] == [f"steps/{step}/"]


@every_tag
@pytest.mark.parametrize("step", STEPS[1:])
def test_every_step_is_reached_from_the_one_before(site: Path, tag: str, step: str) -> None:
    before = STEPS[STEPS.index(step) - 1]
    tree = page(site, tag, f"steps/{before}")
    following = [link.get("href") for link in tree.iter("a") if link.get("rel") == "next"]
    assert following == [f"../../steps/{step}/"]


@every_tag
@pytest.mark.parametrize("position", POSITIONS)
def test_every_position_has_a_page_and_is_reached_from_home(
    site: Path, tag: str, position: str
) -> None:
    assert has(page(site, tag, f"positions/{position}"), "data-position", position)
    assert has(page(site, tag, "home"), "data-position", position)


@every_tag
@pytest.mark.parametrize(
    "position", [id_ for id_ in POSITIONS if content().positions[id_].model.on_floor]
)
def test_how_to_get_up_is_reached_from_every_position_on_the_floor(
    site: Path, tag: str, position: str
) -> None:
    tree = page(site, tag, f"positions/{position}")
    own = f"positions/{position}" == "positions/getting-down-and-up"
    assert own or "../../positions/getting-down-and-up/" in links(tree)


@every_tag
@pytest.mark.parametrize("sign", SIGNS)
def test_every_warning_sign_stands_on_the_help_page(site: Path, tag: str, sign: str) -> None:
    found = list(having(page(site, tag, "help"), "data-sign", sign))
    assert len(found) == 1 and text(found[0])


@every_tag
def test_emergency_signs_come_first_and_in_their_order(site: Path, tag: str) -> None:
    shown = [element.get("data-sign") for element in having(page(site, tag, "help"), "data-sign")]
    assert tuple(shown[: len(EMERGENCY_SIGNS)]) == EMERGENCY_SIGNS


@every_tag
@pytest.mark.parametrize("address", addresses())
def test_help_is_one_tap_away_from_every_page(site: Path, tag: str, address: str) -> None:
    depth = "../" * folder_of(address).count("/")
    assert f"{depth}help/" in links(page(site, tag, address))


@every_tag
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_emergency_number_can_be_called(site: Path, tag: str, country: str) -> None:
    entry = next(item for item in content().emergency.model.countries if item.id == country)
    tree = page(site, tag, "help")
    shown = {
        link.get("href")
        for row in having(tree, "data-countries", country)
        for link in row.iter("a")
    }
    assert shown == {f"tel:{number.tel}" for number in entry.numbers}


@every_tag
def test_numbers_that_nobody_confirmed_stand_apart(site: Path, tag: str) -> None:
    tree = page(site, tag, "help")
    order = [element for element in tree.iter() if element.get("id") or element.get("data-country")]
    ids = [element.get("id") or "" for element in order]
    local = order[ids.index("check-locally") :]
    unconfirmed = [
        (country.id, number.tel)
        for country in content().emergency.model.countries
        for number in country.numbers
        if not number.confirmed
    ]
    below = {element.get("data-country") for element in local}
    assert unconfirmed and {country for country, _ in unconfirmed} == below - {None}


@every_tag
@pytest.mark.parametrize("claim", CLAIMS)
def test_every_claim_is_weighed_with_its_label_and_sources(
    site: Path, tag: str, claim: str
) -> None:
    tree = page(site, tag, "evidence")
    block = next(having(tree, "aria-labelledby", claim))
    assert [text(label) for label in having(block, "data-label")][0]
    cited = {link.partition("#source-")[2] for link in links(block)}
    assert cited == set(content().claim(claim).sources)
    assert cited <= {
        element.get("id", "").removeprefix("source-") for element in having(tree, "id")
    }


ATTRIBUTED = [
    (address, section.id, line.id)
    for address, section, line in lines()
    if line.source
    and any(
        claim.opinion and set(claim.facts) & set(line.source)
        for claim in content().evidence.model.claims
        if claim.id in {*section.claims, line.claim}
    )
]


@every_tag
@pytest.mark.parametrize(("address", "section", "line"), ATTRIBUTED)
def test_an_opinion_from_practice_says_whose_it_is(
    site: Path, tag: str, address: str, section: str, line: str
) -> None:
    tree = page(site, tag, address)
    block = next(having(tree, "aria-labelledby", section))
    carrier = next(having(block, "data-line", line))
    note = str(catalog(tag).t("ui.author-says"))
    assert text(carrier).endswith(note)


def test_the_causal_opinions_are_marked_as_such() -> None:
    claims = everything().evidence.model.claims
    weighed = {fact for claim in claims if claim.opinion for fact in claim.facts}
    assert {"S03", "S06", "S14", "S17", "S18", "S23"} <= weighed


@every_tag
def test_home_says_that_ice_first_is_the_authors_view(site: Path, tag: str) -> None:
    assert str(catalog(tag).t("pages.home.steps-from")) in text(page(site, tag, "home"))


@pytest.mark.parametrize("address", addresses())
def test_every_page_says_when_it_was_checked_and_that_no_clinician_has_reviewed_it(
    site: Path, address: str
) -> None:
    words = text(page(site, "en", address))
    assert "Checked against its sources: November 23, 2026, by the project." in words
    assert "Reviewed by a clinician: not yet." in words
    assert "Next check due: May 23, 2027." in words


def test_no_page_claims_a_review(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert not re.search("lastReviewed|reviewedBy", path.read_text("utf-8")), path


def test_a_sign_waits_for_a_clinician_as_long_as_the_guide_says_that_one_does(site: Path) -> None:
    told = having(page(site, "en", "about"), "data-line", "sign-four")
    waiting = [sign.id for sign in content().warnings.model.signs if sign.awaits_clinician]
    assert bool(waiting) == any(map(text, told))


def test_a_work_that_was_read_in_part_says_so(site: Path) -> None:
    tree = page(site, "en", "evidence")
    for work in content().sources.model.sources:
        shown = list(having(tree, "id", f"source-{work.id}"))
        if shown:
            assert ("Read only in part" in text(shown[0])) is (work.verified == "partial"), work.id


MIRRORS = ("scribd", "studylib", "pdfslide", "scilit", "painscience", "mendeley", "researchgate",
           "azurewebsites", "archive.org", "cybercemetery", "vdocuments", "owensboro")  # fmt: skip


def test_no_work_is_linked_at_a_mirror(site: Path) -> None:
    for link in links(page(site, "en", "evidence")):
        assert not any(mirror in link for mirror in MIRRORS), link


ICE = {
    "time": "Keep the ice on for 10 to 15 minutes. Never go over 20 minutes.",
    "look": "Look at the skin after 5 minutes.",
    "take-off": "Take the ice off before you lie on your back.",
    "again": "Let the skin warm up fully, about 2 hours.",
    "wrap": "cloth",
    "lie": "Lie on your side, or sit.",
    "bare-skin": "Do not put ice on bare skin.",
    "over-limit": "Do not leave it on for more than 20 minutes.",
    "lie-on-it": "Do not lie on the pack.",
    "sleep-with-it": "Do not fall asleep with it on.",
    "legs-up": "Do not ice while your legs are raised.",
}


@pytest.mark.parametrize("line", ICE)
def test_ice_keeps_its_limits_in_words(site: Path, line: str) -> None:
    carriers = having(page(site, "en", "steps/ice"), "data-line", line)
    assert any(ICE[line] in text(carrier) for carrier in carriers)


def test_medicines_are_left_to_a_pharmacist(site: Path) -> None:
    section = next(having(page(site, "en", "next"), "aria-labelledby", "medicines"))
    assert [text(line) for line in section.iter("p")] == ["Ask a pharmacist."]


@pytest.mark.parametrize("address", addresses())
def test_each_line_of_a_do_not_list_opens_with_do_not(site: Path, address: str) -> None:
    for section in page(site, "en", address).iter("section"):
        if "g-section--do-not" in section.get("class", ""):
            for line in having(section, "data-line"):
                assert text(line).startswith("Do not "), text(line)
