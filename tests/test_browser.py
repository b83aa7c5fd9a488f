"""The built pages in a real browser: at a phone's width and a desk's, in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from guide.addresses import DOCUMENTS, folder_of
from playwright.sync_api import Page

from .browser import Visit
from .real_content import addresses, tags

WIDTHS = {360: 640, 1280: 800}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
TARGET_SIZE = "target-size"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LARGE = "document.documentElement.style.setProperty('font-size', '225%', 'important')"

Open = Callable[..., Visit]

SAMPLE = (("home", 360, "light"), ("help", 360, "dark"), ("steps/ice", 1280, "light"))
"""For most languages, whose pages have the same markup. `make bench` opens all."""
SCRIPTS = ("ar", "zh-Hans", "hi")
"""Languages of which every page is opened: each is set in another way than English."""
VISITS = [
    ("en", address, width, scheme)
    for address in addresses()
    for width in WIDTHS
    for scheme in ("light", "dark")
]
VISITS += [(tag, *visit) for tag in tags()[1:] if tag not in SCRIPTS for visit in SAMPLE]
VISITS += [
    (tag, address, *((360, "light"), (1280, "dark"))[number % 2])
    for tag in SCRIPTS
    for number, address in enumerate(addresses(), SCRIPTS.index(tag))
]


def violations(visit: Visit) -> list[str]:
    """What axe-core finds, one line a rule and element."""
    found: list[dict[str, Any]] = Axe().run(visit.page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
        if rule["id"] != TARGET_SIZE or _is_small(visit.page, node["target"][0])
    ]


def _is_small(page: Page, selector: str) -> bool:
    """Whether a target is still too small once a reader has scrolled it out from under the bar."""
    page.locator(selector).evaluate("target => target.scrollIntoView({block: 'center'})")
    rule = {"runOnly": {"type": "rule", "values": [TARGET_SIZE]}}
    return bool(Axe().run(page, context=selector, options=rule).response["violations"])


@pytest.mark.parametrize(("tag", "address", "width", "scheme"), VISITS)
def test_a_page_opens_clean_and_axe_finds_nothing(
    server: str, open_page: Open, tag: str, address: str, width: int, scheme: str
) -> None:
    url = f"{server}/{tag}/{folder_of(address)}"
    visit = open_page(url, width=width, height=WIDTHS[width], scheme=scheme)
    assert visit.console_errors == []
    assert visit.failed_requests == []
    assert visit.foreign_requests == []
    assert visit.page.evaluate(OVERFLOW) == 0, "the page scrolls sideways"
    assert violations(visit) == []


@pytest.mark.parametrize("path", ["/404.html", "/en/404.html"])
def test_a_dead_link_shows_the_way_to_help(server: str, open_page: Open, path: str) -> None:
    visit = open_page(server + path)
    assert visit.page.locator("a", has_text="When to get help").count() == 1
    assert violations(visit) == []


@pytest.mark.parametrize("tag", tags())
def test_the_first_screen_of_a_phone_shows_what_someone_in_pain_needs(
    server: str, open_page: Open, tag: str
) -> None:
    page = open_page(f"{server}/{tag}/", width=360, height=640).page
    needed = {
        "the heading": "h1",
        "the first signs": ".g-first p",
        "all signs": ".g-first a[href$='#emergency']",
        "the emergency numbers": ".g-first a[href$='#numbers']",
        "the button to start": "a.g-button",
    }
    for what, selector in needed.items():
        box = page.locator(selector).first.bounding_box()
        assert box and box["y"] + box["height"] <= 640, f"{what} is below the first screen"
        if selector.startswith("a.") or " a[" in selector:
            assert box["height"] >= 48 and box["width"] >= 48, f"{what} is a small target"


@pytest.mark.parametrize("tag", tags())
def test_text_at_twice_the_size_and_a_width_of_320_do_not_scroll_sideways(
    server: str, open_page: Open, tag: str
) -> None:
    page = open_page(f"{server}/{tag}/").page
    for address in addresses():
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{server}/{tag}/{folder_of(address)}")
        assert page.evaluate(OVERFLOW) == 0, f"{address} at 320 px"
        page.set_viewport_size({"width": 1280, "height": 800})
        page.evaluate(LARGE)
        assert page.evaluate(OVERFLOW) == 0, f"{address} at 200 %"


@pytest.mark.parametrize("address", [one for one in addresses() if one not in DOCUMENTS])
def test_a_page_is_whole_without_javascript(server: str, open_page: Open, address: str) -> None:
    url = f"{server}/en/{folder_of(address)}"
    with_script = open_page(url).page.locator(".g-page").inner_text()
    without = open_page(url, javascript=False).page.locator(".g-page").inner_text()
    for line in without.splitlines():
        assert line.strip() in with_script or address == "help"
    assert len(without) > 200


def test_without_javascript_all_emergency_numbers_show(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/help/", javascript=False).page
    assert not page.locator("[data-country-choice]").is_visible()
    rows = page.locator("[data-countries]")
    assert all(rows.nth(index).is_visible() for index in range(rows.count()))


def test_a_chosen_country_shows_its_numbers_alone_and_is_remembered(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/en/help/").page
    assert page.evaluate("localStorage.length") == 0, "something was stored before any choice"
    page.locator("#country").select_option("FR")
    shown = page.locator("[data-countries]:visible a")
    assert sorted(shown.all_inner_texts()) == ["112", "15"]
    page.reload()
    assert page.locator("#country").input_value() == "FR"
    page.locator("#country").select_option("")
    assert page.locator("[data-countries]:visible").count() > 20


def test_light_and_dark_can_be_chosen_and_the_choice_stays(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/", scheme="light").page
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.locator("[data-scheme-toggle]").click()
    dark = page.evaluate(background)
    assert light != dark
    page.reload()
    assert page.evaluate(background) == dark


def test_the_root_forwards_to_the_readers_language(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/").page
    page.wait_for_url("**/en/")
