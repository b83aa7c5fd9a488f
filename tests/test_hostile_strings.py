"""Whatever stands in the content is shown as words, or the check says what is wrong with it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from guide.checks import strings as string_checks
from guide.content import Content
from guide.languages import catalogs
from guide.problems import errors
from guide.sheets import SheetSettings, make_sheets
from guide.sheets.problems import OVERFLOW
from guide.site import Site, SiteSettings, build
from guide.yaml_source import read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from .markup import parsed
from .mutants import Leaf, leaves
from .real_content import ROOT, content
from .server import serve
from .sheet_files import Pdf, squeezed
from .spoilt_content import SOURCE, SpoiltContent, read_once

Known = dict[str, set[tuple[str, frozenset[str]]]]
"""For each language, every kind of element: its name and those of its attributes."""

EXAMPLES = int(os.environ.get("EXAMPLES", "40"))
"""`make bench` tries many more."""

RUNS = "document.documentElement.dataset.ran = 'yes'"
FRAGMENTS = [
    f"<script>{RUNS}</script>", f'"><img src=x onerror="{RUNS}">', f"'onfocus={RUNS} autofocus x='",
    f"</title><script>{RUNS}</script>", f"</style><script>{RUNS}</script>", "<!--", "-->", "]]>",
    f"javascript:{RUNS}", f"</script><script>{RUNS}</script>", f"<svg onload={RUNS}>", "&lt;b&gt;",
    "{{ 7 * 7 }}", "{% raw %}", "{# #}", "{ice.time}", "{", "}", "{}", "**bold**", "`code`",
    "[a](javascript:1)", "---", "\n", "\t", "\r\n", "\u202e", "\u2066", "\u200f", "\0",
    "\x1b[31m", "\ud800", "\udfff", "\ufeff", "\u2028", "\uffff", "a\u0301" * 50, "क्षि",
    "\U0001f9ca", " ", "%s", "\\", "$&",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=20), min_size=1, max_size=5)
STRUCTURE = sorted(
    path.relative_to(SOURCE).as_posix()
    for path in SOURCE.rglob("*.yml")
    if path.parent.name not in {"figures", "locales"} and path.name != "locales.yml"
)
STRINGS = ["locales/en.yml", "locales/ar.yml"]
PLACES = [(file, leaf) for file in [*STRUCTURE, *STRINGS] for leaf in leaves(SOURCE, file)]
FREE = [
    (file, leaf)
    for file, leaf in PLACES
    if file in STRINGS or leaf.field.rpartition(".")[2] in {"title", "container", "says", "note"}
]
"""Places that take any words at all: the others are ids, numbers, dates and choices."""


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    with read_once():
        yield


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SpoiltContent]:
    yield SpoiltContent(tmp_path_factory.mktemp("hostile"))


def quoted(words: str) -> str:
    """As YAML between quotes. What UTF-8 cannot hold is written by its number."""
    return json.dumps(words, ensure_ascii=not words.isprintable())


def site_of(found: Content, tag: str) -> Site:
    return build(found, ROOT / "docs", SiteSettings("https://back-spasm.example/"), [tag])


def markup(site: Site) -> set[tuple[str, frozenset[str]]]:
    """Every kind of element in the site: its name and those of its attributes."""
    documents = [page.html for page in site.pages]
    documents += [file.text for file in site.files if file.path.endswith(".html")]
    return {
        (str(element.tag), frozenset(map(str, element.keys())))
        for html in documents
        for element in parsed(html).iter()
    }


@pytest.fixture(scope="module")
def known() -> Known:
    """The markup of the real site in the languages that are spoilt, English among them."""
    return {tag: markup(site_of(content(), tag)) for tag in ("en", "ar")}


def assert_inert(site: Site, allowed: set[tuple[str, frozenset[str]]]) -> None:
    names = {name for name, _ in allowed}
    attributes = {attribute for _, found in allowed for attribute in found}
    for name, found in markup(site):
        assert name in names and found <= attributes | {"lang", "dir"}, (name, found)
    for page in site.pages:
        assert not re.search(r'(?:href|src)="\s*(?:javascript|data):', page.html, re.I)
    for file in site.files:
        file.text.encode()
        if file.path.endswith(("search.js", "words.js")):
            assert not re.search("</script|<!--", file.text, re.I)
            json.loads(re.split(r"(?<![?=])=(?!=)", file.text, maxsplit=1)[1].rstrip().rstrip(";"))
        if file.path.endswith(".json"):
            json.loads(file.text)


@given(place=st.sampled_from(PLACES) | st.sampled_from(FREE), parts=HOSTILE)
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_hostile_words_are_refused_with_a_place_or_shown_as_words(
    spoilt: SpoiltContent,
    known: Known,
    place: tuple[str, Leaf],
    parts: list[str],
) -> None:
    file, leaf = place
    text = (SOURCE / file).read_text("utf-8")
    found, problems = spoilt.check(file, leaf.replaced(text, quoted("".join(parts))))
    tag = "ar" if file == "locales/ar.yml" else "en"
    for problem in errors(problems):
        assert problem.span.path.endswith(".yml") and problem.message
        problem.headline.encode("utf-8", "backslashreplace")
    assert found is not None or errors(problems)
    if found is not None and not errors(problems):
        assert_inert(site_of(found, tag), known[tag])


@pytest.mark.parametrize("file", ["locales/en.yml", "sources.yml"])
def test_a_hundred_thousand_letters_are_refused_or_shown(
    spoilt: SpoiltContent, known: Known, file: str
) -> None:
    text = (SOURCE / file).read_text("utf-8")
    leaf = next(one for one in leaves(SOURCE, file) if one.field.endswith(("label", "title")))
    found, problems = spoilt.check(file, leaf.replaced(text, quoted("long " * 20_000)))
    if not errors(problems):
        assert found is not None
        assert_inert(site_of(found, "en"), known["en"])


TYPST = ["#panic(1)", "#import *", "$ 1/0 $", "*bold*", "_em_", "@nowhere", "<label>", "= head",
         "//", "/*", "\\u{41}", "`raw`", "[", "]", "#", "~", "--", "http://a.b"]  # fmt: skip
"""What means something to the typesetter of the sheets, if it took words for its markup."""


def test_hostile_words_are_words_on_paper_even_where_the_check_was_passed_over(
    tmp_path: Path,
) -> None:
    hostile = f" {' '.join(TYPST)} {' '.join(part for part in FRAGMENTS if part.isascii())}"
    hostile = "".join(letter for letter in hostile if letter.isprintable() and letter not in "{}")
    text = (SOURCE / "locales" / "en.yml").read_text("utf-8")
    ice = next(one for one in leaves(SOURCE, "locales/en.yml") if one.field.endswith("do.wrap"))
    (tmp_path / "en.yml").write_text(ice.replaced(text, quoted(ice.words + hostile)), "utf-8")
    strings = read(tmp_path / "en.yml", [], strings_only=True)
    assert strings is not None
    spoilt = replace(content(), strings={**content().strings, "en": strings})
    settings = SheetSettings("https://guide.test/", tmp_path, tmp_path / "archive")
    problems = make_sheets(list(catalogs(spoilt, ["en"]).values()), settings)
    assert {problem.code for problem in problems} <= {OVERFLOW}
    for name in ("a4", "large-print-letter"):
        path = tmp_path / "en" / "card" / f"{name}.pdf"
        assert squeezed(hostile) in squeezed(Pdf(path).text())
        pdf = path.read_bytes()
        assert not re.search(rb"/(?:JavaScript|JS|Launch)\b", pdf)
        led_to = re.findall(rb"/URI ?\(([^)]*)", pdf)
        assert led_to and all(link.startswith(b"https://guide.test/en/card/") for link in led_to)


def test_nothing_runs_in_a_browser_even_where_the_check_was_passed_over(
    tmp_path: Path, browser: Browser
) -> None:
    text = (SOURCE / "locales" / "en.yml").read_text("utf-8")
    hostile = "".join(part for part in FRAGMENTS if part.isprintable() and "{" not in part)
    for leaf in reversed(leaves(SOURCE, "locales/en.yml")):
        text = leaf.replaced(text, quoted(leaf.words + hostile))
    (tmp_path / "en.yml").write_text(text, "utf-8")
    strings = read(tmp_path / "en.yml", [], strings_only=True)
    assert strings is not None
    spoilt = replace(content(), strings={**content().strings, "en": strings})
    assert len(errors(string_checks.check(spoilt))) > 100
    site = site_of(spoilt, "en")
    for page in site.pages:
        path = tmp_path / page.folder / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><title>{page.tag}</title>{page.html}", "utf-8")
    for file in site.files:
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_text(file.text, "utf-8")
    with serve(tmp_path) as address:
        tab = browser.new_page()
        for path in sorted(tmp_path.rglob("*.html")):
            tab.goto(f"{address}/{path.relative_to(tmp_path).as_posix()}")
            assert tab.evaluate("document.documentElement.dataset.ran") is None, path
        tab.close()
