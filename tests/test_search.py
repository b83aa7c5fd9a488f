"""The search understands how people talk: in every language, in a real browser, by keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from guide.addresses import page_addresses
from guide.languages import catalogs
from guide.model.warning import EMERGENCY_SIGNS
from playwright.sync_api import Browser, Page, Route, expect

from .browser import Visit
from .content_copy import ContentCopy
from .real_content import ROOT, addresses, catalog, content, everything, published, tags
from .searching import (
    PARTS,
    QUERIES,
    RESULTS,
    answers,
    asked,
    hits,
    open_search,
    weight,
    written,
)
from .server import serve

Open = Callable[..., Visit]

FIRST, IN_THREE = 0.80, 0.95
MOST_BYTES = 24_000
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"


@pytest.mark.parametrize("tag", ["en", *published()])
def test_what_people_type_finds_the_right_page(server: str, open_page: Open, tag: str) -> None:
    file = QUERIES / f"{tag}.yml"
    assert file.exists(), f"write what people type into tests/queries/{file.name}, 30 or more"
    page = open_page(f"{server}/{tag}/").page
    open_search(page)
    queries = asked(tag)
    found = answers(page, [query.words for query in queries])
    assert len(queries) >= 30
    for count, share in ((1, FIRST), (3, IN_THREE)):
        right = hits(queries, found, count)
        missed = "\n".join(f"{q.words} → {q.pages}" for q in queries if q not in right)
        assert len(right) >= share * len(queries), f"not among the first {count}:\n{missed}"


@pytest.mark.parametrize("tag", ["en", *published()])
def test_a_query_is_left_out_for_no_other_reason_than_a_page_that_is(tag: str) -> None:
    pages = {page.partition("#")[0] for query in written(tag) for page in query.pages}
    assert pages <= page_addresses(everything()).keys()


def _said(tag: str, address: str) -> list[str]:
    """What people say for a page, or for one of its headings."""
    said = re.split(r"[;；؛]\s*", str(catalog(tag).also_called(address)))
    return [words for words in said if words]


@pytest.mark.parametrize("tag", tags())
def test_a_warning_sign_comes_first_whatever_else_is_typed(
    server: str, open_page: Open, tag: str
) -> None:
    page = open_page(f"{server}/{tag}/").page
    open_search(page)
    said = _said(tag, "help#emergency")
    signs = [*(str(catalog(tag).text("signs", sign)) for sign in EMERGENCY_SIGNS), *said]
    for words, links in zip(signs, answers(page, signs), strict=True):
        assert links[:1] == ["help/#emergency"], words
    for attack in _said(tag, "now")[:1]:
        mixed = [f"{attack} {sign}" for sign in said] + [f"{sign} {attack}" for sign in said]
        for words, links in zip(mixed, answers(page, mixed), strict=True):
            assert links and links[0].startswith("help/"), words


@pytest.mark.parametrize("tag", tags())
def test_the_attack_alone_raises_no_alarm(server: str, open_page: Open, tag: str) -> None:
    page = open_page(f"{server}/{tag}/").page
    open_search(page)
    attacks = _said(tag, "home") + _said(tag, "now")
    for words, links in zip(attacks, answers(page, attacks), strict=True):
        assert links and not links[0].startswith("help/"), words


@pytest.mark.parametrize("tag", tags())
def test_a_slip_of_the_finger_is_forgiven(server: str, open_page: Open, tag: str) -> None:
    page = open_page(f"{server}/{tag}/").page
    open_search(page)
    for address in (f"positions/{id_}" for id_ in content().guide.model.positions):
        title = str(catalog(tag).text(*address.split("/"), "title"))
        longest = max(title.split(), key=len)
        middle = len(longest) // 2
        lacking = longest[:middle] + longest[middle + 1 :]
        swapped = longest[:middle] + longest[middle : middle + 2][::-1] + longest[middle + 2 :]
        slips = [title.replace(longest, slip) for slip in (lacking, swapped)]
        for slip, links in zip(slips, answers(page, slips), strict=True):
            assert f"{address}/" in [link.partition("#")[0] for link in links[:3]], slip


@pytest.mark.parametrize("tag", tags())
def test_an_emergency_number_is_found_by_its_digits(server: str, open_page: Open, tag: str) -> None:
    page = open_page(f"{server}/{tag}/").page
    open_search(page)
    numbers = ["112", "911", "119"]
    assert [links[0] for links in answers(page, numbers)] == ["help/#numbers"] * len(numbers)
    with_attack = [f"{attack} {number}" for attack in _said(tag, "now")[:3] for number in numbers]
    for words, links in zip(with_attack, answers(page, with_attack), strict=True):
        assert links and links[0].startswith("help/"), words


@pytest.mark.parametrize("tag", tags())
def test_the_search_weighs_at_most_24_kilobytes(site: Path, tag: str) -> None:
    assert weight(site, tag) <= MOST_BYTES


def test_nothing_is_loaded_for_the_search_before_it_is_reached_for(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/en/").page
    loaded = "performance.getEntriesByType('resource').map((entry) => entry.name)"
    assert not any("search" in name for name in page.evaluate(loaded))
    open_search(page)
    assert sum("search" in name for name in page.evaluate(loaded)) == len(PARTS) + 1


@pytest.mark.parametrize("reader", ["opens it again", "types on"])
def test_a_part_of_the_search_that_did_not_come_is_asked_for_again(
    server: str, open_page: Open, reader: str
) -> None:
    page = open_page(f"{server}/en/").page
    page.route("**/search-engine.js", lambda route: route.abort())
    page.keyboard.press("/")
    page.locator("dialog[open]:not([data-search])").wait_for()
    page.unroute("**/search-engine.js")
    if reader == "opens it again":
        page.keyboard.press("Escape")
        open_search(page)
    page.keyboard.type("footstool")
    page.locator(RESULTS).first.wait_for()


@pytest.fixture
def panel(server: str, open_page: Open) -> Page:
    """The open search of a page that lies deeper than the home page."""
    page = open_page(f"{server}/en/steps/ice/").page
    open_search(page)
    return page


class TestPanel:
    """By keyboard, and heard."""

    def test_a_result_says_enough_to_act_on(self, panel: Page) -> None:
        panel.keyboard.type("numb between the legs")
        first = panel.locator(RESULTS).first
        assert "Call your emergency number now if" in first.locator("strong").inner_text()
        assert "between the legs" in first.locator("small").inner_text()
        panel.locator("input[type=search]").fill("footstool")
        assert panel.locator(RESULTS).first.locator("bdi").inner_text() == "10 to 15 minutes"

    @pytest.mark.parametrize(
        ("typed", "sign"),
        [
            ("cant pee", "bladder-bowel"),
            ("my child cannot hold pee", "child-with-weakness"),
            ("numb between the legs", "saddle-numbness"),
        ],
    )
    def test_of_the_signs_that_fit_the_gravest_is_shown(
        self, panel: Page, typed: str, sign: str
    ) -> None:
        panel.keyboard.type(typed)
        shown = panel.locator(RESULTS).first.locator("small").inner_text()
        assert shown == str(catalog().text("signs", sign))

    def test_the_count_is_announced(self, panel: Page) -> None:
        panel.keyboard.type("footstool")
        count = panel.locator(RESULTS).count()
        panel.get_by_role("status").get_by_text(f"Results: {count}").wait_for()

    def test_arrows_walk_through_the_results_and_back(self, panel: Page) -> None:
        panel.keyboard.type("legs on a chair")
        focused = "document.activeElement.tagName"
        panel.keyboard.press("ArrowDown")
        assert panel.evaluate(focused) == "A"
        panel.keyboard.press("ArrowUp")
        assert panel.evaluate(focused) == "INPUT"

    def test_enter_opens_the_first_result_at_its_section(self, panel: Page) -> None:
        panel.keyboard.type("cannot pee")
        panel.keyboard.press("Enter")
        panel.wait_for_url("**/en/help/#emergency")

    def test_escape_closes_and_gives_the_focus_back(self, panel: Page) -> None:
        panel.keyboard.type("ice")
        panel.keyboard.press("Escape")
        expect(panel.locator("input[type=search]")).to_be_hidden()
        panel.wait_for_function("!document.activeElement.matches('input')")
        panel.keyboard.press("/")
        expect(panel.locator("input[type=search]")).to_be_visible()

    @pytest.mark.parametrize("key", ["Enter", "ArrowDown", "Escape"])
    def test_keys_that_an_input_method_needs_are_left_to_it(self, panel: Page, key: str) -> None:
        panel.keyboard.type("cannot pee")
        press = """key => document.activeElement.dispatchEvent(new KeyboardEvent(
            "keydown", {key, isComposing: true, bubbles: true, cancelable: true}))"""
        assert panel.evaluate(press, key), "the key was taken"
        expect(panel.locator("input[type=search]")).to_be_focused()
        assert panel.url.endswith("/en/steps/ice/")

    def test_words_that_nothing_answers_still_lead_to_help(self, panel: Page) -> None:
        panel.keyboard.type("zzqqxx")
        ways = panel.locator("[data-search-fallback] a:visible")
        links = [urljoin(panel.url, str(link.get_attribute("href"))) for link in ways.all()]
        root = panel.url.removesuffix("steps/ice/")
        steps = [f"{root}steps/{id_}/" for id_ in content().guide.model.steps]
        assert links == [f"{root}help/", *steps, f"{root}topics/"]
        assert panel.locator("[data-search-nearby]").is_hidden()

    def test_nearby_words_can_be_taken(self, panel: Page) -> None:
        panel.keyboard.type("lumbbbagggo")
        panel.get_by_role("button", name="lumbago", exact=True).click()
        assert panel.locator("input[type=search]").input_value() == "lumbago"
        assert panel.locator(RESULTS).count() > 0

    def test_results_hide_the_way_to_start(self, panel: Page) -> None:
        panel.keyboard.type("footstool")
        assert panel.locator(RESULTS).count() > 0
        assert panel.locator("[data-search-fallback]").is_hidden()


class TestPlaces:
    """Wherever the site stands, and whatever its host allows."""

    def first(self, page: Page) -> str:
        open_search(page)
        page.keyboard.type("cannot pee")
        return page.locator(RESULTS).first.evaluate("(link) => link.href")

    def test_from_a_file(self, site: Path, open_page: Open) -> None:
        page = open_page((site / "en" / "about" / "index.html").as_uri()).page
        assert self.first(page) == f"{(site / 'en' / 'help' / 'index.html').as_uri()}#emergency"

    def test_under_a_sub_path(self, site: Path, open_page: Open) -> None:
        with serve(site.parent) as host:
            page = open_page(f"{host}/{site.name}/en/about/").page
            assert self.first(page) == f"{host}/{site.name}/en/help/#emergency"

    def test_under_a_strict_policy(self, server: str, browser: Browser) -> None:
        def strict(route: Route) -> None:
            answer = route.fetch()
            policy = {**answer.headers, "content-security-policy": STRICT}
            route.fulfill(response=answer, headers=policy)

        page = browser.new_page()
        page.route("**/about/", strict)
        page.goto(f"{server}/en/about/")
        assert self.first(page) == f"{server}/en/help/#emergency"
        page.close()


class TestWithoutJavaScript:
    """All topics, with the words that people use for them."""

    def test_the_search_leads_to_all_topics(self, server: str, open_page: Open) -> None:
        page = open_page(f"{server}/en/", javascript=False).page
        page.locator("[data-search-open]").click()
        assert page.url.endswith("/en/topics/")
        assert page.locator("h1").inner_text() == "All topics"

    @pytest.mark.parametrize("tag", tags())
    def test_all_topics_stand_there_with_their_words(self, site: Path, tag: str) -> None:
        html = (site / tag / "topics" / "index.html").read_text("utf-8")
        between = catalog(tag).punctuation.semicolon
        for address, anchors in page_addresses(content()).items():
            for target in (address, *(f"{address}#{anchor}" for anchor in anchors)):
                if address != "topics":
                    said = catalog(tag).also_called(target)
                    assert said.replace("; ", between) in html, target

    @pytest.mark.parametrize("tag", tags())
    def test_the_words_stand_on_no_other_page(self, site: Path, tag: str) -> None:
        between = catalog(tag).punctuation.semicolon
        said = [words for one in addresses() if (words := catalog(tag).also_called(one))]
        said += [words.replace("; ", between) for words in said]
        for page in (site / tag).rglob("*.html"):
            if page.parent.name not in {"topics", "translation"}:
                html = page.read_text("utf-8")
                assert not [words for words in said if words in html], page


def test_a_language_without_words_has_none_in_another_language(tmp_path: Path) -> None:
    copy = ContentCopy(tmp_path)
    copy.set_string("de", "also-called.home", "")
    found, _ = copy.check()
    assert found is not None
    assert catalog("en").also_called("home") and catalog("de").also_called("home")
    assert catalogs(found, ["de"])["de"].also_called("home") == ""


SAME = [
    ("Rücken", "rucken"),
    ("Straße", "strasse"),
    ("cœur", "coeur"),
    ("ÉPAULE", "epaule"),
    ("лёд", "лед"),
    ("أإآا", "اااا"),
    ("مُسَكِّن", "مسكن"),
    ("حرارة", "حراره"),
    ("שָׁלוֹם", "שלום"),
    ("गर्म", "गरम"),
    ("पाँव", "पांव"),
    ("ギックリ", "ぎっくり"),
    ("ｶﾞ", "が"),
    ("٢٠", "20"),
    ("२०", "20"),
    ("can’t", "cant"),
]


@pytest.fixture(scope="module")
def words(browser: Browser) -> Page:
    """A page that has nothing but the words of the search."""
    page = browser.new_page()
    page.add_script_tag(path=ROOT / "docs" / "assets" / "search-words.js")
    return page


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_a_word_are_one(words: Page, one: str, other: str) -> None:
    fold = "guideSearchWords.fold"
    assert words.evaluate(f"{fold}({json.dumps(one)}) === {fold}({json.dumps(other)})")


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("espaldas", "espalda"),
        ("спиной", "спину"),
        ("болит", "боль"),
        ("ظهري", "ظهر"),
        ("icin", "icing"),
    ],
)
def test_an_inflected_word_is_kin(words: Page, typed: str, word: str) -> None:
    pair = f"...[{json.dumps(typed)}, {json.dumps(word)}].map(guideSearchWords.fold)"
    assert words.evaluate(f"guideSearchWords.related({pair})") > 0


def test_a_part_of_a_compound_is_kin(words: Page) -> None:
    assert words.evaluate("guideSearchWords.compound('schmerzen', 'kreuzschmerzen')") > 0


@pytest.mark.parametrize("typed", ["ciatica", "sciatcia", "sciattica", "sciatika"])
def test_a_mistyped_word_is_known(words: Page, typed: str) -> None:
    assert words.evaluate(f"guideSearchWords.mistyped('{typed}', 'sciatica')") > 0


@pytest.mark.parametrize(("typed", "word"), [("pee", "pea"), ("ice", "nice"), ("back", "walk")])
def test_a_short_word_is_not_taken_for_another(words: Page, typed: str, word: str) -> None:
    assert words.evaluate(f"guideSearchWords.mistyped('{typed}', '{word}')") == 0
