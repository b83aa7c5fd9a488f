"""A page is light, carries the styles that it uses, and none that it uses is missing."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from random import Random

import pytest
from guide import budgets
from guide.built import BuiltSite
from guide.figures import render
from guide.lighten import pictures_last, unindented
from guide.model.warning import EMERGENCY_SIGNS
from guide.styles import Stylesheet, words
from playwright.sync_api import Browser, Page

from .browser import Visit
from .markup import parse
from .real_content import addresses, catalog, content, tags

Open = Callable[..., Visit]
ROOT = Path(__file__).parents[1]
SITE_URL = "https://back-spasm.example/"

ALONE = ("help", "why", "next", "evidence", "topics", "about", "translation")
KINDS = ("index", "steps/*/index", "positions/*/index",
         *(f"{address}/index" for address in ALONE if address in addresses()))  # fmt: skip
"""Pages with the whole stylesheet behind them, by kind: one of each is compared."""

PREPARED = """
const prepared = (whole) => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const dialog of document.querySelectorAll("dialog")) if (!dialog.open) dialog.show();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(whole);
  return sheet;
};
"""

RULES = (
    PREPARED
    + """
// Every rule of a stylesheet: where it holds, what it sets, and the elements it is about. What
// depends on the pointer, the focus or a part of an element counts as if it always held.
const rules = (sheet) => {
  const found = [];
  const walk = (list, where) => {
    for (const rule of list) {
      if (rule.selectorText) {
        const always = rule.selectorText.replace(
          /::[a-z-]+|:(hover|focus-visible|focus|target|active)\\b/g, ":not(#never)");
        const elements = [...document.querySelectorAll(always)];
        const says = `${where} {${rule.style.cssText.replace(/\\s*,\\s*/g, ",")}}`;
        if (elements.length) found.push({ says, elements, rule });
      } else if (rule.cssRules) {
        walk(rule.cssRules, `${where} ${rule.conditionText || rule.name}`);
      } else found.push({ says: `${where} ${rule.cssText}`, elements: [], rule });
    }
  };
  walk(sheet.cssRules, "");
  return found;
};
"""
)

MISSING = (
    f"(whole) => {{{RULES}"
    + """
  const own = rules(document.querySelector("style").sheet);
  const same = (one, other) => one && one.says === other.says
    && one.elements.length === other.elements.length
    && one.elements.every((element, number) => element === other.elements[number]);
  let next = 0;
  return rules(prepared(whole)).filter((one) => {
    const at = own.findIndex((other, number) => number >= next && same(other, one));
    if (at >= 0) next = at + 1;
    return at < 0;
  }).map((one) => one.rule.cssText.slice(0, 200));
}
"""
)

STYLES = (
    f"(whole) => {{{PREPARED}"
    + """
  prepared(whole);
  const own = document.querySelector("style");
  const named = [...whole.matchAll(/([a-z-]+)\\s*:/g)].map((match) => match[1]);
  const looks = (name) => !name.startsWith("--"); // a variable shows in what is made of it
  const names = [...new Set(named)].filter(looks);
  const elements = [...document.body.querySelectorAll("*")];
  const seen = () => elements.map((one) => [null, "::before", "::after"].map((part) => {
    const style = getComputedStyle(one, part);
    return names.map((name) => style.getPropertyValue(name)).join("; ");
  }).join("\\n"));
  const before = seen();
  const trimmed = own.textContent;
  own.textContent = whole;
  const after = seen();
  own.textContent = trimmed;
  return elements.filter((_, row) => before[row] !== after[row])
    .map((one) => one.outerHTML.slice(0, 200));
}
"""
)


def opened(site: Path, server: str, open_page: Open, number: int) -> Iterator[Page]:
    """One page of a kind, each kind in another language, with all that a script adds to it.

    Once for each look of a result: of a number to call, a warning sign, and with minutes.
    """
    tag = tags()[number % len(tags())]
    path = sorted((site / tag).glob(f"{KINDS[number]}.html"))[0].relative_to(site)
    page = open_page(f"{server}/{path.as_posix()}", bypass_csp=True).page
    page.locator("[data-scheme-toggle]").evaluate("(button) => button.click()")
    page.keyboard.press("/")
    sign = catalog(tag).text("signs", EMERGENCY_SIGNS[0])
    time = catalog(tag).text("steps", "ice", "do", "time")
    for typed, shown in (("112", ""), (str(sign), ".is-warning"), (str(time), " bdi")):
        page.locator("[data-search] input").fill(typed)
        page.locator(f"[data-search-results] a{shown}").first.wait_for()
        yield page


def whole() -> str:
    return (ROOT / "docs" / "assets" / "guide.css").read_text("utf-8")


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_no_rule_that_is_about_something_on_a_page_is_missing(
    site: Path, server: str, open_page: Open, number: int
) -> None:
    for page in opened(site, server, open_page, number):
        assert page.evaluate(MISSING, whole()) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(KINDS)))
def test_every_element_looks_as_with_the_whole_stylesheet(
    site: Path, server: str, open_page: Open, number: int
) -> None:
    for page in opened(site, server, open_page, number):
        for width, media in ((360, "screen"), (1280, "screen"), (800, "print")):
            for scheme in ("light", "dark"):
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme, media=media)
                assert page.evaluate(STYLES, whole()) == []


def test_a_page_asks_for_no_stylesheet_and_nothing_of_the_theme(site: Path) -> None:
    for path in site.rglob("*.html"):
        links = [link.get("rel") for link in parse(path).iter("link")]
        assert "stylesheet" not in links, path
    assert not [path for path in site.rglob("*") if "lunr" in path.name or path.suffix == ".map"]
    assert not (site / "partials").exists()


def test_a_script_keeps_no_comment_on_a_line_of_its_own(site: Path) -> None:
    for path in (site / "assets").glob("*.js"):
        assert not re.search(r"^\s*//", path.read_text("utf-8"), re.M), path.name


def test_every_file_of_the_assets_is_asked_for_by_something(site: Path) -> None:
    said = "\n".join(
        path.read_text("utf-8")
        for path in site.rglob("*")
        if path.suffix in {".html", ".js", ".webmanifest", ".json"}
    )
    for path in (site / "assets").rglob("*"):
        if path.is_file() and "LICENSE" not in path.name:
            assert path.name in said, f"nothing asks for {path.relative_to(site)}"


def test_every_document_keeps_within_the_budget_of_its_kind(site: Path) -> None:
    weighed = list(budgets.weights(BuiltSite(site, SITE_URL)))
    assert len(weighed) == len(list(site.rglob("*.html")))
    budgets.check(BuiltSite(site, SITE_URL))


def test_a_first_visit_costs_what_the_budget_counts(
    site: Path, server: str, open_page: Open
) -> None:
    counted = {name: weight for name, weight, _ in budgets.weights(BuiltSite(site, SITE_URL))}
    for name in ("en/index.html", "ar/steps/ice/index.html"):
        page = open_page(f"{server}/{name}").page
        fetched = page.evaluate(
            "performance.getEntries().filter((e) => e.name.startsWith('http')).map((e) => e.name)"
        )
        files = {site / url.removeprefix(f"{server}/").partition("?")[0] for url in fetched}
        sizes = [len(gzip.compress(path.read_bytes(), 9)) for path in files]
        assert sum(sizes) <= counted[name], f"{name} fetches {sorted(map(str, files))}"


@pytest.mark.parametrize(
    ("tag", "kilobytes", "allowed"),
    [("en", 22, 20000), ("ta", 22, None), ("ta", 27, 25000)],
    ids=["the source", "a translation", "a translation that is too heavy"],
)
def test_a_build_that_is_too_heavy_says_by_how_much(
    tmp_path: Path, tag: str, kilobytes: int, allowed: int | None
) -> None:
    (tmp_path / "index.html").write_text('<html lang="en">', "utf-8")
    page = tmp_path / tag / "help" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>{Random(1).randbytes(kilobytes * 880).hex()}</p>", "utf-8")
    said = rf"{tag}/help/index.html: \d{{5}} bytes, and {allowed} are allowed"
    with pytest.raises(ValueError, match=said) if allowed else nullcontext():
        budgets.check(BuiltSite(tmp_path, SITE_URL))


@pytest.mark.parametrize(
    ("css", "page", "expected"),
    [
        pytest.param(".a { color: red } .b { top: 0 }", "a", ".a{color:red}", id="a class"),
        pytest.param(".a, .b > .c { top: 0 }", "b c", ".b>.c{top:0}", id="one of two selectors"),
        pytest.param(":is(.a, .b) .c { top: 0 }", "b c", ":is(.b) .c{top:0}", id="alternatives"),
        pytest.param(":is(.a, .b) { top: 0 }", "c", "", id="no alternative"),
        pytest.param(".a:not(.b)::before { top: 0 }", "a", ".a:not(.b)::before{top:0}", id="not"),
        pytest.param("[data-x='y'] { top: 0 }", "data-x", '[data-x="y"]{top:0}', id="attribute"),
        pytest.param("@media print { .a { top: 0 } .b { top: 0 } }", "b",
                     "@media print{.b{top:0}}", id="a condition"),
        pytest.param("@media print { .a { top: 0 } }", "b", "", id="an empty condition"),
        pytest.param(".a { width: calc(1px  +  2px) /* why */ !important }", "a",
                     ".a{width:calc(1px + 2px)!important}", id="spaces that count"),
        pytest.param('.a { content: "a ,  b" }', "a", '.a{content:"a ,  b"}', id="quoted"),
        pytest.param("[data-a-b] { top: 0 }", "dataset.aB", "[data-a-b]{top:0}", id="of a script"),
        pytest.param(".a:lang(zh) { top: 0 }", '<p class="a" lang="zh-Hans">',
                     ".a:lang(zh){top:0}", id="a language"),
        pytest.param(".a:lang(ja) { top: 0 }", '<a class="a" hreflang="ja" lang="ja">', "",
                     id="a language that is only named"),
        pytest.param("@page { margin: 1mm }", "", "@page{margin:1mm}", id="a page of paper"),
    ],
)  # fmt: skip
def test_a_stylesheet_keeps_what_a_page_can_use(css: str, page: str, expected: str) -> None:
    assert Stylesheet.parsed(css).used(words(page)) == expected


@pytest.mark.parametrize(
    "css", ["@import 'x.css';", ".a { background: url(x.png) }", ".a { top 0 }"]
)
def test_a_stylesheet_that_cannot_stand_in_a_page_is_refused(css: str) -> None:
    with pytest.raises(ValueError):
        Stylesheet.parsed(css)


def test_lines_lose_their_indentation_and_words_their_spaces_never() -> None:
    html = "<p>one\n   two <b>three</b>\n <i>four</i></p><pre>  a\n  b</pre>"
    assert unindented(html) == "<p>one\ntwo <b>three</b>\n<i>four</i></p><pre>  a\n  b</pre>"


def test_pictures_are_drawn_of_parts_that_stand_once_at_the_end() -> None:
    def picture(uid: str, own: str) -> str:
        return (
            f'<svg role="img" aria-labelledby="{uid}-t {uid}-d"><title id="{uid}-t">x</title>'
            f'<desc id="{uid}-d">y</desc><defs><g id="{uid}-head"><path d="M0 0"/></g></defs>'
            f'<g id="{uid}-0"><path d="{own}"/></g><use href="#{uid}-head"/>'
            f'<use href="#{uid}-0"/></svg>'
        )

    pictures = picture("a-b", "M1 1") + picture("a-c", "M2 2") + picture("a-d", "M1 1")
    html = pictures_last(f"<body>{pictures}<p>Words.</p>\n</body>")
    frames, gathered = html.split("<p>Words.</p>")
    assert frames.count("<use") == 3 and "<path" not in frames
    assert re.findall("<path[^>]*>", gathered) == [
        f'<path d="M{number} {number}"/>' for number in (0, 1, 2)
    ]
    ids, used = re.findall(' id="(.*?)"', html), re.findall('href="#(.*?)"', html)
    assert len(ids) == len(set(ids)) and set(used) <= set(ids)


def test_pictures_look_the_same_when_their_parts_stand_at_the_end(browser: Browser) -> None:
    figures = content().figures
    drawn = [
        render(figure.model, uid=f"u-{number}", title="t", desc="d", mirrored=number % 2 == 0)
        for number, figure in enumerate(figures.values())
    ]
    html = f"<body>{''.join(drawn)}\n</body>"
    page = browser.new_page()
    seen = []
    for shown in (html, pictures_last(html)):
        page.set_content(f"<!doctype html>{shown}")
        seen.append(page.screenshot(full_page=True))
    page.close()
    assert seen[0] == seen[1]
