"""The page for someone on the floor: what stands on it, and what it does in a real browser."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from axe_playwright_python.sync_playwright import Axe
from guide.languages import catalogs
from guide.model.now import Screen
from guide.model.step import IceStep
from guide.model.warning import EMERGENCY_SIGNS
from guide.views.numbers import countries
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from .browser import Visit
from .markup import has, having, links, parse, text
from .real_content import catalog, content, tags
from .test_browser import OVERFLOW, violations

MOST_BYTES = 14_000
"""With its headers, one initial window of TCP."""
MOST_SCRIPT_BYTES = 8 * 1024
MOST_FIGURE_BYTES = 5_000

SCREENS = content().now.model.screens
IDS = [screen.id for screen in SCREENS]
ICE = next(screen for screen in SCREENS if screen.timer)
LIMITS = content().steps[ICE.id].model
assert isinstance(LIMITS, IceStep)
START = 1_800_000_000

Open = Callable[..., Visit]
every_tag = pytest.mark.parametrize("tag", tags())


def document(site: Path, tag: str) -> Element:
    return parse(site / tag / "now" / "index.html")


def section(site: Path, tag: str, screen: str) -> Element:
    return next(having(document(site, tag), "data-screen", screen))


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def minutes(limit: Any) -> int:
    return int(limit.highest)


class TestWords:
    """What stands on it, script or not."""

    @every_tag
    def test_it_fits_into_the_first_window_of_a_connection(self, site: Path, tag: str) -> None:
        assert weight(site / tag / "now" / "index.html") <= MOST_BYTES

    def test_its_script_is_small(self, site: Path) -> None:
        assert weight(site / "assets" / "now.js") <= MOST_SCRIPT_BYTES

    def test_its_pictures_are_small(self, site: Path) -> None:
        html = (site / "en" / "now" / "index.html").read_text("utf-8")
        drawn = "".join(re.findall(r"<svg\b.*?</svg>", html, re.DOTALL))
        assert drawn.count("<title") == sum(len(screen.figures()) for screen in SCREENS)
        assert len(gzip.compress(drawn.encode(), 9, mtime=0)) <= MOST_FIGURE_BYTES

    @every_tag
    def test_warning_signs_come_first_then_the_steps_in_their_order(
        self, site: Path, tag: str
    ) -> None:
        tree = document(site, tag)
        marks = [
            element.get("data-sign") or element.get("data-step") or element.get("data-screen")
            for element in tree.iter()
            if {"data-sign", "data-step", "data-screen"} & set(element.attrib)
        ]
        assert marks == ["first", *EMERGENCY_SIGNS, *IDS]
        steps = [element.get("data-step") for element in having(tree, "data-step")]
        assert steps == list(content().guide.model.steps)

    @every_tag
    def test_every_emergency_sign_stands_there_in_words(self, site: Path, tag: str) -> None:
        for sign in EMERGENCY_SIGNS:
            shown = [text(one) for one in having(document(site, tag), "data-sign", sign)]
            assert len(shown) == 1 and str(plain(tag, "signs", sign)) in bare(shown[0])

    @every_tag
    def test_ice_keeps_its_limits_in_words(self, site: Path, tag: str) -> None:
        words = bare(text(section(site, tag, ICE.id)))
        for name in ("time", "never_over", "look_after", "again_after"):
            assert catalog(tag).quantity(content().quantities()[ICE.id][name]) in words, name

    @every_tag
    @pytest.mark.parametrize("screen", SCREENS, ids=IDS)
    def test_every_line_stands_there_with_the_facts_that_it_carries(
        self, site: Path, tag: str, screen: Screen
    ) -> None:
        tree = section(site, tag, screen.id)
        words = bare(text(tree))
        for _, name in screen.places():
            assert plain(tag, *name.split(".")) in words, name
        carried = {
            fact for one in having(tree, "data-fact") for fact in one.attrib["data-fact"].split()
        }
        expected = {fact for _, name in screen.places() for fact in line(name).source}
        assert carried == expected

    def test_the_facts_of_the_three_steps_are_all_on_it(self, site: Path) -> None:
        for fact in ("S03", "S08", "S09", "S10", "S11", "S12", "S13"):
            assert has(document(site, "en"), "data-fact", fact), fact

    @every_tag
    def test_cautions_stand_before_the_pictures(self, site: Path, tag: str) -> None:
        for screen in SCREENS:
            if not (screen.before and screen.figures()):
                continue
            order = [
                element.get("class", "") or element.tag
                for element in section(site, tag, screen.id).iter()
                if element.tag == "figure" or element.get("class") == "before"
            ]
            assert order[0] == "before" and order.count("before") == 1, screen.id

    @every_tag
    def test_every_emergency_number_can_be_called(self, site: Path, tag: str) -> None:
        tree = document(site, tag)
        rows = list(having(tree, "data-in"))
        local = {id(row) for row in having(next(having(tree, "data-local")), "data-in")}
        for country in content().emergency.model.countries:
            shown = {
                (link.get("href"), id(row) not in local)
                for row in rows
                if country.id in row.attrib["data-in"].split()
                for link in row.iter("a")
            }
            assert shown == {(f"tel:{entry.tel}", entry.confirmed) for entry in country.numbers}

    @every_tag
    def test_names_of_countries_can_be_told_apart_again(self, site: Path, tag: str) -> None:
        for row in having(document(site, tag), "data-in"):
            gaps = list(next(row.iter("span")).iter("wbr"))
            assert len(gaps) == len(row.attrib["data-in"].split()) - 1
            assert all((gap.tail or "").strip() for gap in gaps)

    @pytest.mark.parametrize("screen", IDS)
    def test_sentences_are_short(self, site: Path, screen: str) -> None:
        for item in section(site, "en", screen).iter("li"):
            for sentence in re.split(r"[.!?:;]\s", text(item)):
                assert len(sentence.split()) <= 15, sentence

    @every_tag
    def test_home_and_help_lead_to_it(self, site: Path, tag: str) -> None:
        home = parse(site / tag / "index.html")
        button = next(having(home, "class", "g-button"))
        assert button.get("href") == "now/"
        assert "../now/" in links(parse(site / tag / "help" / "index.html"))
        for step in content().guide.model.steps:
            assert "../../now/" in links(parse(site / tag / "steps" / step / "index.html"))

    @every_tag
    def test_the_way_to_the_pictures_of_getting_up_is_there(self, site: Path, tag: str) -> None:
        assert "../positions/getting-down-and-up/#up" in links(section(site, tag, "up"))


def line(name: str) -> Any:
    _, page, section_id, id_ = name.split(".")
    document_ = next(one for _, one in content().pages() if one.model.id == page)
    own = next(one for one in document_.model.sections if one.id == section_id)
    return next(one for one in own.lines if one.id == id_)


def plain(tag: str, *key: str) -> str:
    """A string without the marks that isolate numbers."""
    return bare(str(catalog(tag).text(*key)))


def bare(words: str) -> str:
    return " ".join(re.sub("[\u2066-\u2069]", "", words).split())


# In a browser -----------------------------------------------------------------------------------


NO_PHONE = """
delete Navigator.prototype.wakeLock; delete Navigator.prototype.share;
delete Navigator.prototype.clipboard; delete window.speechSynthesis;
Object.defineProperty(window, "speechSynthesis", {configurable: true, value: undefined});
delete window.speechSynthesis;
"""

WAKE_LOCK = """
window.asked = 0; window.refuse = false; window.locks = [];
Object.defineProperty(Navigator.prototype, "wakeLock", {configurable: true, value: {
  async request() {
    window.asked += 1;
    if (window.refuse) throw new DOMException("no", "NotAllowedError");
    const lock = new EventTarget();
    lock.released = false;
    lock.release = async () => {
      if (!lock.released) { lock.released = true; lock.dispatchEvent(new Event("release")); }
    };
    window.locks.push(lock);
    return lock;
  },
}});
window.see = (state) => {
  const now = {configurable: true, get: () => state};
  Object.defineProperty(Document.prototype, "visibilityState", now);
  if (state === "hidden") for (const lock of window.locks) lock.release();
  document.dispatchEvent(new Event("visibilitychange"));
};
"""

SPEECH = """
window.spoken = []; window.cancelled = 0; window.voices = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const speech = new EventTarget();
speech.getVoices = () => window.voices;
speech.speak = (one) => window.spoken.push(one);
speech.cancel = () => { window.cancelled += 1; };
Object.defineProperty(window, "speechSynthesis", {configurable: true, value: speech});
window.install = (...tags) => {
  window.voices = tags.map((lang) => ({lang}));
  speech.dispatchEvent(new Event("voiceschanged"));
};
"""

SOUND = """
window.tones = 0; window.buzzes = 0;
window.AudioContext = class {
  constructor() { this.state = "running"; this.currentTime = 0; }
  resume() {}
  createOscillator() {
    window.tones += 1;
    return {frequency: {}, connect: (next) => next, start() {}, stop() {}};
  }
  createGain() {
    const gain = {setValueAtTime() {}, exponentialRampToValueAtTime() {}};
    return {gain, connect: (next) => next};
  }
};
Navigator.prototype.vibrate = function () { window.buzzes += 1; return true; };
"""


@pytest.fixture
def now(server: str, open_page: Open) -> Callable[..., Tab]:
    """`now(tag="en", at="", stubs="", **options)`: the page, opened by a device like that."""

    def now(
        tag: str = "en", at: str = "", stubs: str = "", clock: bool = False, **options: Any
    ) -> Tab:
        page = open_page(f"{server}/assets/icon.svg", **options).page
        page.add_init_script(stubs)
        if clock:
            page.clock.install(time=START)
        page.goto(f"{server}/{tag}/now/{f'#{at}' if at else ''}")
        return page

    return now


Now = Callable[..., Tab]


ARRIVED = """() => {
  const to = document.getElementById(location.hash.slice(1));
  const screens = [...document.querySelectorAll("[data-screen]")];
  return (to?.closest("[data-screen]") || screens[0]).checkVisibility();
}"""
"""A browser changes the address at once, and tells the page of it a moment later."""


def shown(page: Tab) -> list[str]:
    """The steps that a reader sees, once the page has come to where its address leads."""
    page.wait_for_function(ARRIVED)
    return page.eval_on_selector_all(
        "[data-screen]",
        "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.screen)",
    )


def begin(page: Tab) -> None:
    page.locator("[data-begin]").click()


class TestReading:
    """One step a screen, and the whole of it without a script."""

    def test_without_a_script_it_is_one_long_page(self, now: Now) -> None:
        page = now(javascript=False)
        assert shown(page) == ["first", *IDS]
        for control in ("[data-bar]", "[data-timer]", "[data-tools]", "[data-choose]"):
            assert not page.locator(control).is_visible(), control
        assert all(one.is_visible() for one in page.locator("[data-in] a").all())
        page.locator("[data-start]").click()
        assert page.url.endswith(f"#{IDS[0]}")

    def test_a_browser_too_old_for_the_script_shows_the_same(self, now: Now) -> None:
        page = now(stubs="delete Document.prototype.adoptedStyleSheets")
        assert shown(page) == ["first", *IDS] and not page.locator("[data-bar]").is_visible()

    def test_nothing_is_asked_for_but_the_script_and_the_icon(
        self, server: str, open_page: Open
    ) -> None:
        visit = open_page(f"{server}/en/now/")
        asked = visit.page.evaluate("""() => {
            const [page] = performance.getEntriesByType("navigation");
            return performance.getEntriesByType("resource")
              .filter(one => one.startTime < page.loadEventStart).map(one => one.name); }""")
        assert set(asked) <= {f"{server}/assets/now.js", f"{server}/assets/icon.svg"}
        assert (visit.console_errors, visit.failed_requests) == ([], [])
        assert visit.page.evaluate("localStorage.length") == 0

    def test_next_and_back_lead_through_every_step_and_back(self, now: Now) -> None:
        page = now()
        for id_ in IDS:
            assert page.title() and page.locator("[data-next]").is_visible()
            page.locator("[data-next]").click()
            expect(page.locator(f"[data-screen={id_}]")).to_be_visible()
            assert shown(page) == [id_]
            assert page.evaluate("document.activeElement.id") == id_, "the focus follows"
            assert page.evaluate("scrollY") == 0
        assert not page.locator("[data-next]").is_visible()
        for id_ in [*reversed(IDS[:-1]), "first"]:
            page.locator("[data-back]").click()
            assert shown(page) == [id_]
        assert not page.locator("[data-back]").is_visible()

    def test_the_browsers_own_back_leads_back(self, now: Now) -> None:
        page = now()
        page.locator("[data-next]").click()
        assert shown(page) == [IDS[0]]
        page.locator("[data-next]").click()
        assert shown(page) == [IDS[1]]
        page.go_back()
        assert shown(page) == [IDS[0]]
        page.go_back()
        assert shown(page) == ["first"]
        page.go_forward()
        assert shown(page) == [IDS[0]]

    def test_the_warning_signs_are_one_tap_away_from_every_step(self, now: Now) -> None:
        page = now(at=IDS[-1])
        page.locator("[data-alert]").click()
        assert shown(page) == ["first"]
        page.locator("a[href='#numbers']").first.click()
        expect(page.locator("#numbers")).to_be_in_viewport()

    @pytest.mark.parametrize("id_", IDS)
    def test_a_step_can_be_linked_to(self, now: Now, id_: str) -> None:
        assert shown(now(at=id_)) == [id_]

    def test_a_step_that_was_left_is_offered_after_the_warning_signs(self, now: Now) -> None:
        page = now()
        assert not page.locator("[data-resume]").is_visible()
        page.locator("[data-next]").click()
        assert shown(page) == [IDS[0]]
        page.locator("[data-next]").click()
        assert shown(page) == [IDS[1]]
        page.goto(page.url.partition("#")[0].replace("/now/", "/help/"))
        page.goto(page.url.replace("/help/", "/now/"))
        assert shown(page) == ["first"], "warning signs come first, always"
        page.locator("[data-resume]").click()
        assert shown(page) == [IDS[1]]

    def test_it_works_where_storage_is_refused(self, now: Now) -> None:
        page = now(
            stubs="Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
        )
        page.locator("[data-next]").click()
        begin(page)
        assert shown(page) == [IDS[0]] and page.locator("[data-clock]").is_visible()

    def test_an_address_that_names_no_step_shows_the_first_screen(self, now: Now) -> None:
        page = now(at="%")
        assert page.locator("[data-screen]:visible").count() == 1
        assert page.locator("[data-screen=first]").is_visible()

    def test_a_change_of_language_keeps_the_step(self, now: Now, server: str) -> None:
        page = now(at=IDS[2])
        page.locator(".g-languages summary").click()
        page.locator(".g-languages a[hreflang=ar]").click()
        page.wait_for_url(f"{server}/ar/now/#{IDS[2]}")
        assert shown(page) == [IDS[2]]

    def test_a_chosen_country_is_on_top_remembered_and_shared_with_the_other_pages(
        self, now: Now, server: str
    ) -> None:
        page = now()
        assert not page.locator("[data-call]").is_visible(), "no country is guessed"
        page.locator("#country").select_option("FR")
        tels = "all => all.map(one => one.getAttribute('href'))"
        expected = {"tel:112", "tel:15"}
        assert set(page.locator("[data-call] a").evaluate_all(tels)) == expected
        assert set(page.locator("[data-in]:visible a").evaluate_all(tels)) == expected
        page.reload()
        assert set(page.locator("[data-call] a").evaluate_all(tels)) == expected
        page.goto(f"{server}/en/help/")
        assert page.locator("#country").input_value() == "FR"
        page.goto(f"{server}/en/now/")
        page.locator("#country").select_option("")
        assert not page.locator("[data-call]").is_visible()

    def test_a_number_to_check_locally_says_so_on_top(self, now: Now) -> None:
        page = now()
        page.locator("#country").select_option("TZ")
        note = str(catalog().t("emergency.local"))
        assert note in page.locator("[data-call]").inner_text()

    def test_countries_of_the_language_are_offered_first(self, now: Now) -> None:
        page = now("de")
        offered = page.locator("#country option").evaluate_all("all => all.map(one => one.value)")
        near = {one.id for one in content().emergency.model.countries if "de" in one.languages}
        assert offered[0] == "" and set(offered[1 : len(near) + 1]) == near
        assert len(offered) == 1 + len(content().emergency.model.countries)

    def test_a_country_may_name_its_language_with_a_region(self) -> None:
        first, *others = content().emergency.model.countries
        own = first.model_copy(update={"languages": ("de-CH",)})
        model = content().emergency.model.model_copy(update={"countries": (own, *others)})
        changed = replace(content(), emergency=replace(content().emergency, model=model))
        offered = countries(catalogs(changed, ["de"])["de"])
        assert first.id in [country.id for country in offered if country.speaks_page_language]

    def test_paper_gets_every_step(self, now: Now) -> None:
        page = now()
        page.emulate_media(media="print")
        assert shown(page) == ["first", *IDS]
        assert not page.locator("[data-bar]").is_visible()

    def test_nothing_moves_by_itself(self, site: Path) -> None:
        for name in ("en/now/index.html", "assets/now.js"):
            assert not re.search(r"\b(?:transition|animation|smooth)\b", (site / name).read_text())


SMALL = """all => all.filter(one => one.checkVisibility())
  .map(one => [one.outerHTML.slice(0, 120), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 47.9 || box.height < 47.9)
  .map(([html, box]) => `${html}: ${box.width} × ${box.height}`)"""
CONTROLS = "a, button, select, summary"
AAA = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}


class TestLook:
    """Big, clear, and within reach of a thumb."""

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("tag", ["en", "ar"])
    def test_axe_finds_nothing_and_contrast_is_high(
        self, server: str, open_page: Open, tag: str, scheme: str
    ) -> None:
        visit = open_page(f"{server}/{tag}/now/", scheme=scheme)
        page = visit.page
        page.add_init_script(WAKE_LOCK + SPEECH + "window.voices = [{lang: 'en'}, {lang: 'ar'}];")
        page.reload()
        page.locator("#country").select_option("FR")
        for id_ in ["first", *IDS]:
            page.evaluate("id => { location.hash = id }", id_)
            expect(page.locator(f"[data-screen={id_}]")).to_be_visible()
            if id_ == ICE.id:
                begin(page)
            assert violations(visit) == [], id_
            found = Axe().run(page, options=AAA).response["violations"]
            assert found == [], json.dumps(found, ensure_ascii=False)[:600]
        assert visit.console_errors == []

    def test_axe_finds_nothing_without_a_script(self, server: str, open_page: Open) -> None:
        visit = open_page(f"{server}/en/now/", javascript=True)
        visit.page.add_init_script("delete Document.prototype.adoptedStyleSheets")
        visit.page.reload()
        assert violations(visit) == []
        assert Axe().run(visit.page, options=AAA).response["violations"] == []

    @every_tag
    def test_it_fits_narrow_sideways_and_with_big_letters(self, now: Now, tag: str) -> None:
        page = now(tag, stubs=WAKE_LOCK)
        assert float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")) >= 18
        for width, height, size in ((320, 640, ""), (640, 360, ""), (320, 640, "225%")):
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            for id_ in ["first", *IDS]:
                page.evaluate("id => { location.hash = id }", id_)
                assert page.evaluate(OVERFLOW) == 0, (id_, width, size)
                if not size:
                    assert page.locator(CONTROLS).evaluate_all(SMALL) == [], (id_, width)

    @every_tag
    def test_the_first_screen_of_a_phone_shows_what_someone_in_pain_needs(
        self, now: Now, tag: str
    ) -> None:
        page = now(tag)
        bar = page.locator("[data-bar]").bounding_box()
        assert bar and bar["y"] + bar["height"] <= 640
        for what in ("h2#first", "#first + p", "a[href='#emergency']", "a[href='#numbers']"):
            box = page.locator(what).first.bounding_box()
            assert box and box["y"] + box["height"] <= bar["y"], f"{what} is below the first screen"
        assert page.locator("[data-next]").inner_text() == plain(tag, "pages", "now", "start")

    @pytest.mark.parametrize(("width", "height"), [(360, 640), (640, 360), (844, 390)])
    def test_next_is_within_reach_of_the_thumb(self, now: Now, width: int, height: int) -> None:
        page = now(at=IDS[2], width=width, height=height)
        box = page.locator("[data-next]").bounding_box()
        assert box and box["x"] + box["width"] >= width - 32, "at the side of the thumb"
        assert box["y"] + box["height"] >= height - 32, "at the bottom"

    def test_every_control_has_a_name(self, now: Now) -> None:
        page = now(at=IDS[1], stubs=WAKE_LOCK + SPEECH + "window.voices = [{lang: 'en-GB'}];")
        for role, name in (
            ("link", "Back"), ("link", "Next"), ("link", "All warning signs"),
            ("button", "Read this step aloud"), ("switch", "Keep the screen on"),
            ("button", "Send this step to a helper"), ("link", "Home"),
        ):  # fmt: skip
            expect(page.get_by_role(role, name=name, exact=True).first).to_be_visible()
        page.locator("[data-back]").click()
        expect(page.get_by_role("button", name="The ice is on. Start the timer")).to_be_visible()

    def test_the_keyboard_reaches_everything(self, now: Now) -> None:
        page = now()
        page.locator("[data-next]").focus()
        page.keyboard.press("Enter")
        assert shown(page) == [IDS[0]]
        page.locator("[data-begin]").focus()
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.matches('[data-end]')")
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.matches('[data-begin]')")


class TestIce:
    """The time with ice on, under a clock that the test turns."""

    def stage(self, page: Tab) -> list[str]:
        return page.locator("[data-stage]:visible").evaluate_all(
            "all => all.map(one => one.dataset.stage)"
        )

    def clock(self, page: Tab) -> str:
        return page.locator("[data-clock]").inner_text()

    def test_it_is_right_to_the_second_and_says_what_to_do_when(self, now: Now) -> None:
        page = now(at=ICE.id, clock=True, stubs=SOUND)
        page.clock.pause_at(START + 10)
        begin(page)
        assert (self.clock(page), self.stage(page)) == ("0:00", ["during"])
        page.clock.run_for(1_000)
        assert self.clock(page) == "0:01"
        passed = 1
        limits = LIMITS.limits
        for limit, stage in (
            (limits.look_after.highest, "look"), (limits.time.lowest, "enough"),
            (limits.time.highest, "off"), (limits.never_over.highest, "over"),
        ):  # fmt: skip
            page.clock.run_for((limit * 60 - 1 - passed) * 1_000)
            assert self.stage(page) != [stage], "too early by a second"
            before = page.evaluate("[tones, buzzes]")
            page.clock.run_for(1_000)
            passed = limit * 60
            assert (self.clock(page), self.stage(page)) == (f"{limit}:00", [stage])
            after = page.evaluate("[tones, buzzes]")
            assert after[0] > before[0] and after[1] > before[1], "heard and felt"
            said = page.locator("[data-said]").text_content()
            assert said == page.locator(f"[data-stage={stage}]").text_content()

    def test_the_alarm_goes_on_until_the_ice_is_off(self, now: Now) -> None:
        page = now(at=ICE.id, clock=True, stubs=SOUND)
        page.clock.pause_at(START + 10)
        begin(page)
        page.clock.run_for(minutes(LIMITS.limits.time) * 60_000)
        heard = page.evaluate("tones")
        page.clock.run_for(60_000)
        assert page.evaluate("tones") > heard
        page.locator("[data-end]").click()
        heard = page.evaluate("tones")
        page.clock.run_for(120_000)
        assert page.evaluate("tones") == heard
        assert self.stage(page) == ["after"] and not page.locator("[data-clock]").is_visible()

    def test_screen_readers_hear_a_change_and_not_every_second(self, now: Now) -> None:
        page = now(at=ICE.id, clock=True)
        page.clock.pause_at(START + 10)
        page.evaluate("""() => { window.changes = 0;
            new MutationObserver(() => { changes += 1 }).observe(
                document.querySelector('[data-said]'), {childList: true, characterData: true}) }""")
        begin(page)
        page.clock.run_for((LIMITS.limits.look_after.highest * 60 + 30) * 1_000)
        assert page.evaluate("changes") == 2
        assert page.locator("[data-clock]").get_attribute("aria-live") in {None, "off"}

    def test_it_is_right_again_after_a_sleep(self, now: Now) -> None:
        page = now(at=ICE.id, clock=True)
        page.clock.pause_at(START + 10)
        begin(page)
        page.clock.fast_forward(17 * 60_000 + 34_000)
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert (self.clock(page), self.stage(page)) == ("17:34", ["off"])

    def test_it_survives_a_reload_and_says_in_words_to_take_the_ice_off(self, now: Now) -> None:
        page = now(at=ICE.id, clock=True)
        page.clock.pause_at(START + 10)
        begin(page)
        page.clock.fast_forward(3 * 60_000)
        page.goto(page.url.partition("#")[0])
        page.reload()
        strip = page.locator("[data-ice]")
        assert strip.inner_text().startswith("3:00"), "also where no step is open"
        page.clock.fast_forward(20 * 60_000)
        page.reload()
        assert shown(page) == ["first"]
        over = plain("en", "timer", "over")
        assert strip.inner_text() == over
        strip.click()
        assert shown(page) == [ICE.id] and self.stage(page) == ["over"]

    def test_who_slept_with_it_on_is_told_for_a_day_to_take_it_off(self, now: Now) -> None:
        page = now(at=ICE.id, clock=True)
        page.clock.pause_at(START + 10)
        begin(page)
        page.clock.fast_forward(9 * 3_600_000)
        page.reload()
        assert self.stage(page) == ["over"]
        page.clock.fast_forward(15 * 3_600_000)
        page.reload()
        assert self.stage(page) == [] and page.locator("[data-begin]").is_visible()

    def test_it_counts_as_too_long_when_the_clock_was_set_back(self, now: Now) -> None:
        page = now(at=ICE.id, clock=True)
        page.evaluate("localStorage.setItem('guide.ice', String(Date.now() + 3600000))")
        page.reload()
        assert self.stage(page) == ["over"]

    def test_the_alarm_goes_on_when_the_clock_was_set_back(self, now: Now) -> None:
        page = now(at=ICE.id, clock=True, stubs=SOUND)
        page.clock.pause_at(START + 10)
        begin(page)
        page.clock.set_system_time(START - 3_600)
        for _ in range(2):
            heard = page.evaluate("tones")
            page.clock.run_for(60_000)
            assert self.stage(page) == ["over"] and page.evaluate("tones") > heard

    def test_what_another_copy_of_the_page_was_told_counts_here_too(
        self, now: Now, server: str
    ) -> None:
        page = now(at=ICE.id)
        other = page.context.new_page()
        other.goto(f"{server}/de/now/#{ICE.id}")
        begin(other)
        expect(page.locator("[data-clock]")).to_be_visible()
        assert self.stage(page) == ["during"]
        other.locator("[data-end]").click()
        expect(page.locator("[data-clock]")).to_be_hidden()
        assert self.stage(page) == ["after"]

    def test_a_page_that_comes_back_from_memory_knows_what_happened_meanwhile(
        self, now: Now
    ) -> None:
        page = now(at=ICE.id, clock=True)
        page.clock.pause_at(START + 10)
        back = """began => {
            localStorage.setItem("guide.ice", began);
            dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
        }"""
        page.evaluate(back, str((START + 10 - 3 * 60) * 1_000))
        assert (self.clock(page), self.stage(page)) == ("3:00", ["during"])
        page.evaluate(back, "0")
        assert self.stage(page) == ["after"] and page.locator("[data-begin]").is_visible()

    def test_it_says_to_set_the_phones_own_alarm_where_it_cannot_be_sure(self, now: Now) -> None:
        page = now(at=ICE.id, stubs=NO_PHONE + SOUND)
        alarm = page.locator("[data-alarm]")
        assert alarm.is_visible(), "before it begins"
        begin(page)
        assert alarm.is_visible(), "the screen may go dark"
        awake = now(at=ICE.id, stubs=WAKE_LOCK + SOUND)
        begin(awake)
        expect(awake.locator("[data-alarm]")).to_be_hidden()

    def test_nothing_but_ice_is_timed(self, site: Path) -> None:
        for tag in tags():
            timed = list(having(document(site, tag), "data-timer"))
            assert len(timed) == 1
            assert timed[0] in list(section(site, tag, ICE.id).iter())


class TestDevice:
    """What the device can do is offered, and what it cannot do stays hidden."""

    def test_what_the_device_cannot_do_is_hidden(self, now: Now) -> None:
        page = now(at=IDS[1], stubs=NO_PHONE)
        assert page.evaluate("'wakeLock' in navigator || 'speechSynthesis' in window") is False
        for control in ("[data-awake]", "[data-aloud]", "[data-send]"):
            assert not page.locator(control).is_visible(), control
        page.locator("[data-next]").click()
        assert shown(page) == [IDS[2]]

    def test_the_screen_stays_on_from_the_first_step_and_again_after_the_page_was_hidden(
        self, now: Now
    ) -> None:
        page = now(stubs=WAKE_LOCK)
        switch = page.locator("[data-awake]")
        assert page.evaluate("asked") == 0 and switch.get_attribute("aria-checked") == "false"
        page.locator("[data-next]").click()
        expect(switch).to_have_attribute("aria-checked", "true")
        assert page.evaluate("asked") == 1
        page.evaluate("see('hidden')")
        assert page.evaluate("asked") == 1
        page.evaluate("see('visible')")
        page.wait_for_function("asked === 2 && locks.at(-1).released === false")
        expect(switch).to_have_attribute("aria-checked", "true")

    def test_the_screen_may_go_dark_when_the_reader_says_so(self, now: Now) -> None:
        page = now(at=IDS[1], stubs=WAKE_LOCK)
        page.wait_for_function("locks.length === 1")
        page.locator("[data-awake]").click()
        page.wait_for_function("locks[0].released")
        page.evaluate("see('hidden'); see('visible')")
        page.locator("[data-next]").click()
        assert page.evaluate("asked") == 1
        page.reload()
        assert page.evaluate("asked") == 0, "the choice is remembered"
        page.locator("[data-awake]").click()
        page.wait_for_function("asked === 1")

    def test_a_refusal_is_told(self, now: Now) -> None:
        page = now(stubs=WAKE_LOCK + "window.refuse = true;")
        page.locator("[data-next]").click()
        expect(page.locator("[data-asleep]")).to_be_visible()
        assert page.locator("[data-awake]").get_attribute("aria-checked") == "false"
        page.evaluate("window.refuse = false")
        page.locator("[data-awake]").click()
        expect(page.locator("[data-asleep]")).to_be_hidden()
        assert page.locator("[data-awake]").get_attribute("aria-checked") == "true"

    @pytest.mark.parametrize(
        ("tag", "voices", "chosen"),
        [("en", ["fr-FR", "en-GB"], "en-GB"), ("en", ["fr-FR"], None),
         ("pt-BR", ["pt-PT", "pt_BR"], "pt_BR"), ("zh-Hans", ["zh-HK"], None),
         ("zh-Hans", ["zh-TW", "zh-CN"], "zh-CN"), ("sw", [], None)],
    )  # fmt: skip
    def test_a_step_is_read_aloud_where_there_is_a_voice_for_its_language(
        self, now: Now, tag: str, voices: list[str], chosen: str | None
    ) -> None:
        page = now(tag, at=IDS[1], stubs=SPEECH)
        button = page.locator("[data-aloud]")
        assert not button.is_visible()
        page.evaluate("tags => install(...tags)", voices)
        assert button.is_visible() is bool(chosen)
        if not chosen:
            return
        button.click()
        said = page.evaluate("spoken.map(one => [one.text, one.lang, one.voice.lang])")
        assert {(lang, voice) for _, lang, voice in said} == {(tag, chosen)}
        words = " ".join(bare(one) for one, _, _ in said)
        for name in (*SCREENS[1].before, *SCREENS[1].lines, *SCREENS[1].do_not):
            assert plain(tag, *name.split(".")) in words
        assert plain(tag, "ui", "next") not in [one for one, _, _ in said], "no buttons"

    def test_reading_stops_when_asked_and_when_the_step_changes(self, now: Now) -> None:
        page = now(at=IDS[1], stubs=SPEECH + "window.voices = [{lang: 'en'}];")
        button = page.locator("[data-aloud]")
        button.click()
        expect(button).to_have_attribute("aria-label", plain("en", "pages", "now", "quiet"))
        before = page.evaluate("cancelled")
        button.click()
        expect(button).to_have_attribute("aria-label", plain("en", "pages", "now", "aloud"))
        assert page.evaluate("cancelled") > before
        button.click()
        before = page.evaluate("cancelled")
        page.locator("[data-next]").click()
        expect(button).to_have_attribute("aria-label", plain("en", "pages", "now", "aloud"))
        assert page.evaluate("cancelled") > before

    def test_a_step_can_be_sent_to_a_helper(self, now: Now) -> None:
        share = "Navigator.prototype.share = async (what) => { window.shared = what; };"
        page = now(at=IDS[2], stubs=share)
        page.locator("[data-send]").click()
        page.wait_for_function("window.shared")
        assert page.evaluate("shared.url") == page.url and page.url.endswith(f"#{IDS[2]}")
        copy = """delete Navigator.prototype.share;
            Object.defineProperty(Navigator.prototype, "clipboard", {configurable: true,
              value: {writeText: async (what) => { window.copied = what; }}});"""
        page = now(at=IDS[2], stubs=copy)
        page.locator("[data-send]").click()
        expect(page.locator("[data-sent]")).to_be_visible()
        assert page.evaluate("copied") == page.url
