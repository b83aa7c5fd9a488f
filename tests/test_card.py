"""The page of the card: what it prints, what it can be told, and what it says of paper copies."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from guide.card_words import as_script
from guide.checks import check
from guide.model.warning import EMERGENCY_SIGNS
from playwright.sync_api import Page

from .browser import Visit
from .content_copy import ContentCopy
from .markup import has, having, links, parse, text
from .real_content import ROOT, addresses, catalog, content, tags
from .server import serve
from .test_browser import violations

Open = Callable[..., Visit]

every_tag = pytest.mark.parametrize("tag", tags())
PACK = [address for address in addresses() if address.split("/")[0] in {"steps", "positions"}]
PT = 96 / 72


def printed(page: Page, paper: str) -> pypdfium2.PdfDocument:
    """What a browser prints on that paper, whatever size the page may wish for."""
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=False, format=paper))


def pages(page: Page, paper: str) -> int:
    return len(printed(page, paper))


def words(document: pypdfium2.PdfDocument) -> str:
    return " ".join("".join(one.get_textpage().get_text_range() for one in document).split())


def body(page: Page, sheet: str = "whole") -> float:
    """The size of the words of a sheet, in points."""
    size = page.evaluate(
        "(name) => getComputedStyle(document.querySelector(`[data-sheet=${name}]`)).fontSize", sheet
    )
    return float(size.removesuffix("px")) / PT


@every_tag
def test_the_card_prints_as_one_page_on_either_paper(
    server: str, open_page: Open, tag: str
) -> None:
    page = open_page(f"{server}/{tag}/card/", width=1280).page
    assert {paper: pages(page, paper) for paper in ("A4", "Letter")} == {"A4": 1, "Letter": 1}
    assert body(page) >= 8


@every_tag
def test_the_card_prints_as_one_page_without_javascript(
    server: str, open_page: Open, tag: str
) -> None:
    page = open_page(f"{server}/{tag}/card/", javascript=False).page
    assert pages(page, "Letter") == 1


@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
@pytest.mark.parametrize("javascript", [True, False])
def test_a_language_that_nobody_thought_of_prints_as_one_page(
    pseudo_site: Path, open_page: Open, tag: str, javascript: bool
) -> None:
    with serve(pseudo_site) as address:
        page = open_page(f"{address}/{tag}/card/", width=1280, javascript=javascript).page
        assert pages(page, "Letter") == 1


def test_paper_holds_the_card_and_nothing_of_the_screen(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/card/?v=1", width=1280).page
    said = words(printed(page, "A4"))
    for id_ in EMERGENCY_SIGNS:
        assert str(catalog().text("signs", id_)) in said, id_
    for line in ("10 to 15 minutes", "Never go over 20 minutes", "thin, damp cloth", "Raynaud"):
        assert line in said
    for line in ("not yet", "November 23, 2026", "May 23, 2027", "Version 2026.1", "article"):
        assert line in said
    page.emulate_media(media="print")
    for selector in (".bar", ".tools", ".answers", "form", "button", "select", "[data-answer]"):
        assert not any(one.is_visible() for one in page.locator(selector).all()), selector


@every_tag
@pytest.mark.parametrize("sign", EMERGENCY_SIGNS)
def test_every_emergency_sign_stands_on_the_card(site: Path, tag: str, sign: str) -> None:
    whole = next(having(parse(site / tag / "card" / "index.html"), "data-sheet", "whole"))
    (shown,) = having(whole, "data-sign", sign)
    assert str(catalog(tag).text("signs", sign).pieces[0].value).strip() in text(shown)


@every_tag
def test_every_line_of_the_card_stands_on_it_with_the_facts_that_it_carries(
    site: Path, tag: str
) -> None:
    whole = next(having(parse(site / tag / "card" / "index.html"), "data-sheet", "whole"))
    for step in content().guide.model.steps:
        shown = next(having(whole, "data-step", step))
        for _, name in content().card.model.full[step].places():
            folder, page, section, id_ = name.split(".")
            (line,) = having(shown, "data-say", name)
            sections = dict(content().pages())[f"{folder}/{page}"].model.sections
            lines = next(one.lines for one in sections if one.id == section)
            facts = next(one.source for one in lines if one.id == id_)
            assert text(line) and (line.get("data-fact") or "").split() == list(facts)
    for position in content().guide.model.positions:
        assert has(whole, "data-position", position) or not any(
            figure in {shown.figure for step in content().card.model.full.values()
                       for shown in step.pictures}
            for figure in content().positions[position].model.figures
        )  # fmt: skip


@pytest.mark.parametrize("tag", ["en", "de", "ar"])
def test_each_card_of_the_pack_prints_on_a_page_of_its_own(
    server: str, open_page: Open, tag: str
) -> None:
    page = open_page(f"{server}/{tag}/card/", width=1280).page
    boxes = page.locator("[name=sheet]")
    names = [box.get_attribute("value") for box in boxes.all()]
    assert names == ["whole", *(address.split("/")[1] for address in PACK), "signs"]
    for box in boxes.all():
        box.check()
    page.locator("[name=blanks]").check()
    assert pages(page, "Letter") == len(names)
    for name in names[1:]:
        assert body(page, str(name)) >= 9


def test_only_what_is_chosen_is_printed(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/card/", width=1280).page
    page.locator("[value=whole]").uncheck()
    assert page.locator("[data-print]").is_disabled()
    page.locator("[value=signs]").check()
    said = words(printed(page, "A4"))
    assert all(str(catalog().text("signs", id_)) in said for id_ in EMERGENCY_SIGNS)
    assert "My emergency number" in said and "Frozen peas" not in said


@pytest.mark.parametrize("tag", ["en", "de", "hi"])
def test_large_print_is_large_and_takes_at_most_five_pages(
    server: str, open_page: Open, tag: str
) -> None:
    page = open_page(f"{server}/{tag}/card/", width=1280).page
    page.locator("[name=large]").check()
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll(".sheet--whole [data-say]")]
            .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
    )
    assert smallest / PT >= 18
    assert pages(page, "A4") <= 5


def test_a_second_language_stands_beside_the_first(server: str, open_page: Open) -> None:
    visit = open_page(f"{server}/en/card/", width=1280)
    page = visit.page
    page.locator("#second").select_option("ar")
    page.locator(".has-second").wait_for()
    for key in ("signs.both-legs", "steps.ice.do.time", "urgencies.emergency.act"):
        place = page.locator(f".sheet--whole [data-say='{key}']")
        first, second = place.locator(".first"), place.locator(".second")
        for part, tag in ((first, "en"), (second, "ar")):
            words = part.inner_text().strip("*").replace("\u00a0", " ")
            assert words == str(catalog(tag).text(*key.split(".")))
        assert (second.get_attribute("lang"), second.get_attribute("dir")) == ("ar", "rtl")
        here, beside = first.bounding_box(), second.bounding_box()
        assert here and beside and beside["x"] >= here["x"] + here["width"] - 1
    assert pages(page, "Letter") <= 2 and body(page) >= 9.4
    assert violations(visit) == []
    page.locator("#second").select_option("")
    page.locator(".second").first.wait_for(state="detached")
    assert page.locator(".first").count() == 0
    assert pages(page, "Letter") == 1


def test_a_second_language_that_cannot_be_had_is_not_shown_as_chosen(
    server: str, open_page: Open
) -> None:
    page = open_page(f"{server}/en/card/", width=1280).page
    page.locator("#second").select_option("ar")
    page.locator(".has-second").wait_for()
    page.route("**/de/card/words.js", lambda route: route.abort())
    page.locator("#second").select_option("de")
    page.locator(".second").first.wait_for(state="detached")
    assert page.locator("#second").input_value() == ""
    assert pages(page, "Letter") == 1


def test_the_choices_work_from_a_folder_of_files(site: Path, open_page: Open) -> None:
    page = open_page((site / "ar" / "card" / "index.html").as_uri(), width=1280).page
    page.locator("#second").select_option("de")
    page.locator(".has-second").wait_for()
    assert page.locator("[data-say='steps.ice.title'] .second").first.inner_text() == str(
        catalog("de").text("steps", "ice", "title")
    )


def test_a_country_brings_its_numbers_and_says_which_to_check(server: str, open_page: Open) -> None:
    page = open_page(f"{server}/en/card/", width=1280).page
    own = page.locator(".sheet--whole [data-number]")
    assert own.inner_text() == "" and page.locator(".sheet--whole [data-numbers]").is_visible()
    for country in content().emergency.model.countries:
        page.locator("#country").select_option(country.id)
        shown = own.locator(".number__one").all_inner_texts()
        assert len(shown) == len(country.numbers)
        for number, said in zip(country.numbers, shown, strict=True):
            assert number.tel in said
            assert (str(catalog().t("emergency.local")) in said) is not number.confirmed
    assert not page.locator(".sheet--whole [data-numbers]").is_visible()


def test_nothing_is_stored_or_sent(server: str, open_page: Open) -> None:
    visit = open_page(f"{server}/en/card/", width=1280)
    page, asked = visit.page, list[str]()
    page.on("request", lambda request: asked.append(request.url))
    for box in page.locator("[name=sheet], [name=large], [name=blanks]").all():
        box.set_checked(True)
    page.locator("#country").select_option("DE")
    page.locator("#second").select_option("fr")
    page.locator(".has-second").wait_for()
    assert asked == [f"{server}/fr/card/words.js"]
    kept = "localStorage.length + sessionStorage.length + document.cookie.length"
    assert page.evaluate(kept) == 0
    assert page.url == f"{server}/en/card/"
    assert visit.console_errors == []


@pytest.fixture(scope="module")
def two_versions(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose card has changed since its first edition."""
    folder = tmp_path_factory.mktemp("versions")
    copy = ContentCopy(folder)
    copy.replace("guide.yml", 'version: "2026.1"', 'version: "2027.1"')
    copy.replace(
        "changes.yml",
        "changes:\n",
        'changes:\n  - id: shorter-ice\n    version: "2027.1"\n    on: 2027-01-05\n',
    )
    copy.set_string("en", "changes.shorter-ice", "Ice stays on for a shorter time.")
    made = copy.build("en")
    for file in made.files:
        if file.path.startswith("en/card/"):
            path = folder / "site" / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")
    shutil.copytree(site / "assets", folder / "site" / "assets")
    with serve(folder / "site") as address:
        yield f"{address}/en/card/"


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("", None),
        ("?w=2026.1", None),
        ("?v=2027.1", "current"),
        ("?v=2026.1", "changed"),
        ("?v=2025.4", "unknown"),
        ("?v=2028.1", "unknown"),
        ("?v=", "unknown"),
        ("?v=<script>document.title='x'</script>", "unknown"),
        ("?v=%22%5D%2C*", "unknown"),
        ("?v=constructor", "unknown"),
    ],
)
def test_the_address_on_paper_answers_whether_that_copy_is_current(
    two_versions: str, open_page: Open, query: str, answer: str | None
) -> None:
    visit = open_page(two_versions + query)
    shown = visit.page.locator("[data-answer]:visible")
    assert [one.get_attribute("data-answer") for one in shown.all()] == ([answer] if answer else [])
    assert visit.console_errors == [] and visit.page.title().startswith("Print the step card")
    if answer:
        box = shown.bounding_box()
        assert box and box["y"] < 320, "the answer is not at the top"
        assert shown.inner_text().startswith(str(catalog().t(f"pages.card.{answer}")))
        assert ("Print the current one" in shown.inner_text()) is (answer != "current")
    if answer == "changed":
        assert "Ice stays on for a shorter time." in shown.inner_text()
        assert "The first edition." not in shown.inner_text()


def test_without_javascript_every_version_is_listed(two_versions: str, open_page: Open) -> None:
    page = open_page(two_versions + "?v=2026.1", javascript=False).page
    assert page.locator(".versions li").all_inner_texts() == [
        "Version 2027.1 · January 5, 2027\nIce stays on for a shorter time.",
        "Version 2026.1 · November 23, 2026\nThe first edition.",
    ]
    assert "The card here is version 2027.1." in page.locator(".tools").inner_text()


def test_choices_that_need_javascript_are_not_offered_without_it(
    server: str, open_page: Open
) -> None:
    assert open_page(f"{server}/en/card/").page.locator("[data-print]").is_visible()
    without = open_page(f"{server}/en/card/", javascript=False).page
    assert not without.locator("[data-choices]").is_visible()


@every_tag
def test_without_javascript_the_page_is_the_card_and_how_to_print_it(site: Path, tag: str) -> None:
    tree = parse(site / tag / "card" / "index.html")
    shown = [
        sheet.get("data-sheet")
        for sheet in having(tree, "data-sheet")
        if sheet.get("hidden") is None
    ]
    assert shown == ["whole"]
    assert str(catalog(tag).t("pages.card.by-menu")) in " ".join(map(text, tree.iter("noscript")))


@every_tag
def test_the_words_for_a_second_language_are_those_of_its_own_page(site: Path, tag: str) -> None:
    html = (site / tag / "card" / "index.html").read_text("utf-8")
    script = (site / tag / "card" / "words.js").read_text("utf-8")
    assert script == as_script(html, catalog(tag).locale)
    for id_ in EMERGENCY_SIGNS:
        words = str(catalog(tag).text("signs", id_)).replace("\u00a0", " ")
        assert f'"signs.{id_}":["{words}"' in script.replace("\u00a0", " ")


@pytest.mark.parametrize("address", [*PACK, "home", "help", "topics"])
def test_the_card_is_reached_from_where_it_helps(site: Path, address: str) -> None:
    folder = "" if address == "home" else f"{address}/"
    page = next(having(parse(site / "en" / folder / "index.html"), "class", "g-page"))
    assert f"{'../' * folder.count('/')}card/" in links(page)


@pytest.mark.parametrize(("tag", "scheme"), [("en", "light"), ("ar", "dark")])
def test_axe_finds_nothing_with_every_card_shown(
    server: str, open_page: Open, tag: str, scheme: str
) -> None:
    visit = open_page(f"{server}/{tag}/card/?v=1", width=1280, scheme=scheme)
    for box in visit.page.locator("[name=sheet]").all():
        box.check()
    assert violations(visit) == []


def test_the_card_of_this_version_is_written_down() -> None:
    _, problems = check(ROOT / "content_src", ROOT / "docs")
    assert not {problem.code for problem in problems} & {"unrecorded-card", "changed-card"}
