"""The languages of the built site: what each page says of itself, and how to change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from guide.addresses import folder_of
from guide.site import SiteSettings, build

from .browser import Visit
from .markup import having, parse, parsed, text
from .real_content import ROOT, addresses, catalog, content, indexed, tags
from .server import serve
from .test_translations import unmarked

SITE = "https://back-spasm.example/"
OTHERS = tags()[1:]
Open = Callable[..., Visit]

every_page = pytest.mark.parametrize(
    ("tag", "address"), [(tag, address) for tag in tags() for address in addresses()]
)
every_indexed_page = pytest.mark.parametrize(
    ("tag", "address"), [(tag, address) for tag in indexed() for address in addresses()]
)


def page(site: Path, tag: str, address: str) -> Element:
    return parse(site / tag / folder_of(address) / "index.html")


def links_of(tree: Element, relation: str) -> dict[str, str]:
    """The links of a page's head by their language."""
    return {
        link.get("hreflang") or "": link.get("href") or ""
        for link in tree.iter("link")
        if link.get("rel") == relation
    }


@every_page
def test_a_page_says_its_language_and_direction(site: Path, tag: str, address: str) -> None:
    tree = page(site, tag, address)
    direction = catalog(tag).locale.direction
    assert (tree.get("lang"), tree.get("dir")) == (tag, direction)


@every_indexed_page
def test_a_page_names_itself_in_every_language(site: Path, tag: str, address: str) -> None:
    tree = page(site, tag, address)
    expected = {other: f"{SITE}{other}/{folder_of(address)}" for other in indexed()}
    assert links_of(tree, "alternate") == {**expected, "x-default": expected["en"]}
    assert links_of(tree, "canonical") == {"": f"{SITE}{tag}/{folder_of(address)}"}


@every_page
def test_the_switch_keeps_the_page(site: Path, tag: str, address: str) -> None:
    tree = page(site, tag, address)
    switch = next(having(tree, "class", "g-languages"))
    here = site / tag / folder_of(address)
    for link in switch.iter("a"):
        other = link.get("hreflang") or ""
        assert (here / (link.get("href") or "")).resolve() == (
            site / other / folder_of(address)
        ).resolve()
        assert link.get("lang") == other and text(link) == catalog(other).locale.name


@pytest.mark.parametrize("tag", indexed())
def test_the_sitemap_names_every_page_in_every_language(site: Path, tag: str) -> None:
    written = (site / tag / "sitemap.xml").read_text("utf-8")
    for address in addresses():
        for other in indexed():
            assert f'hreflang="{other}" href="{SITE}{other}/{folder_of(address)}"' in written


@pytest.mark.parametrize("address", addresses())
@pytest.mark.parametrize("tag", OTHERS)
def test_headings_have_the_same_anchors_in_every_language(
    site: Path, tag: str, address: str
) -> None:
    def anchors(tree: Element) -> list[str | None]:
        return [element.get("id") for element in tree.iter() if element.tag in {"h1", "h2", "h3"}]

    if address != "translation":
        assert anchors(page(site, tag, address)) == anchors(page(site, "en", address))


@pytest.mark.parametrize("address", addresses())
@pytest.mark.parametrize("tag", OTHERS)
def test_no_english_sentence_stands_unmarked(site: Path, tag: str, address: str) -> None:
    english = {
        words
        for key, words in catalog("en").source.written.items()
        if len(words.split()) >= 4 and "{" not in words
    }
    for words in unmarked(next(page(site, tag, address).iter("body"))):
        assert words not in english, words


@every_page
def test_nothing_of_the_machinery_shows(site: Path, tag: str, address: str) -> None:
    if address == "translation":  # shows translators the strings as they are written
        return
    words = text(next(page(site, tag, address).iter("body")))
    assert not re.search(r"\{[a-z][a-z.-]*\}|\bNone\b(?! of)|\b(?:duration|length)-[a-z]+", words)


@pytest.mark.parametrize("tag", [tag for tag in OTHERS if catalog(tag).locale.direction == "rtl"])
def test_values_are_isolated_where_text_runs_from_right_to_left(site: Path, tag: str) -> None:
    line = next(having(page(site, tag, "steps/ice"), "data-line", "time"))
    isolated = [text(element) for element in line.iter("bdi")]
    ice = content().quantities()["ice"]
    assert {catalog(tag).quantity(ice["time"]), catalog(tag).quantity(ice["never_over"])} <= set(
        isolated
    )


@pytest.mark.parametrize("tag", OTHERS)
def test_a_page_view_makes_few_requests_and_none_is_lost(
    server: str, open_page: Open, tag: str
) -> None:
    visit = open_page(f"{server}/{tag}/steps/ice/")
    count = visit.page.evaluate("performance.getEntriesByType('resource').length") + 1
    assert count <= 8 and visit.failed_requests == []


def test_the_switch_works_without_javascript(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/steps/ice/", javascript=False).page
    page.locator(".g-languages summary").click()
    page.locator(f".g-languages a[hreflang='{OTHERS[0]}']").click()
    assert page.url.endswith(f"/{OTHERS[0]}/steps/ice/")


@pytest.mark.parametrize(
    ("browser_locale", "expected"),
    [("en-GB", "en"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"), ("pt-PT", "pt-BR"),
     ("ar-EG", "ar"), ("ja-JP", "ja"), ("es-MX", "es"), ("iw", "he"), ("nn-NO", None)],
)  # fmt: skip
def test_the_root_leads_to_the_language_of_the_browser(
    server: str, open_page: Open, browser_locale: str, expected: str | None
) -> None:
    page = open_page(f"{server}/", locale=browser_locale).page
    if expected in tags():
        page.wait_for_url(f"{server}/{expected}/")
    else:
        page.wait_for_timeout(300)
        assert page.url == f"{server}/"


def test_a_chosen_language_is_remembered_at_the_root(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/", locale="en").page
    page.locator(".g-languages summary").click()
    page.locator(f".g-languages a[hreflang='{OTHERS[0]}']").click()
    page.wait_for_url(f"{server}/{OTHERS[0]}/")
    page.goto(f"{server}/")
    page.wait_for_url(f"{server}/{OTHERS[0]}/")


@pytest.mark.parametrize("tag", OTHERS)
def test_a_dead_link_is_answered_in_its_language(
    site: Path, open_page: Open, server: str, tag: str
) -> None:
    page = open_page(f"{server}/404.html", bypass_csp=True).page  # the script runs once more
    page.evaluate("(tag) => history.replaceState(null, '', `/${tag}/nope/`)", tag)
    page.add_script_tag(content=(site / "assets" / "dead-link.js").read_text("utf-8"))
    shown = page.locator("[data-language]:visible")
    assert shown.count() == 1 and shown.get_attribute("data-language") == tag
    assert page.evaluate("document.documentElement.dir") == catalog(tag).locale.direction


OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_words_a_third_longer_or_turned_round_still_fit(
    pseudo_site: Path, open_page: Open, tag: str
) -> None:
    with serve(pseudo_site) as address:
        page = open_page(f"{address}/{tag}/").page
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            for place in addresses():
                page.goto(f"{address}/{tag}/{folder_of(place)}")
                assert page.evaluate(OVERFLOW) == 0, f"{place} at {width} px"
        mirrored = page.evaluate("getComputedStyle(document.body).direction")
        assert mirrored == ("rtl" if tag == "ar-XB" else "ltr")


def test_the_site_works_below_a_folder_of_its_host(site: Path, open_page: Open) -> None:
    with serve(site.parent) as address:
        visit = open_page(f"{address}/{site.name}/ar/steps/ice/")
        assert (visit.console_errors, visit.failed_requests) == ([], [])
        visit.page.locator(".g-languages summary").click()
        visit.page.locator(".g-languages a[hreflang='ja']").click()
        visit.page.wait_for_url(f"{address}/{site.name}/ja/steps/ice/")
        visit.page.goto(f"{address}/{site.name}/")
        visit.page.wait_for_url(f"{address}/{site.name}/ja/")  # the language that was chosen


def test_each_string_of_a_translation_leads_to_its_line_and_to_an_issue() -> None:
    repository = "https://code.example/guide"
    settings = SiteSettings(SITE, repository)
    made = build(content(), ROOT / "docs", settings, ["es"])
    html = next(page.html for page in made.pages if page.page.address == "translation")
    located = content().strings["es"].at(("signs", "chest-pain"))
    row = next(having(parsed(html), "data-string", "signs.chest-pain"))
    line, issue = [link.get("href") or "" for link in row.iter("a")]
    assert line == f"{repository}/blob/HEAD/content_src/locales/es.yml#L{located.mark.line}"
    assert issue.startswith(f"{repository}/issues/new?title=es%3A+signs.chest-pain")
