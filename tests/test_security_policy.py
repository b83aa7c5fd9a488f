"""What a browser may do with each document: what it uses, and nothing beside."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route

from .browser import Visit
from .real_content import tags
from .server import serve

Open = Callable[..., Visit]

META = re.compile(
    r'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">'
)


def policy(path: Path) -> dict[str, list[str]]:
    """The policy of a document, which stands before anything that it could be about."""
    html = path.read_text("utf-8")
    found = META.search(html)
    assert found and html.index("<head>") < found.start(), path
    assert not re.search(r"<(?:script|style|link|img)\b", html[: found.start()]), path
    return {name: sources for name, *sources in map(str.split, found[1].split(";"))}


def test_every_document_allows_what_it_uses_and_nothing_else(site: Path) -> None:
    documents = sorted(site.rglob("*.html"))
    assert len(documents) > 10 * len(tags())
    for path in documents:
        own = policy(path)
        assert own["default-src"] == own["base-uri"] == ["'none'"], path
        allowed = {source for sources in own.values() for source in sources}
        others = allowed - {"'none'", "'self'", "data:"}
        assert all(re.fullmatch(r"'sha256-[\w+/]{43}='", source) for source in others), path


def test_no_document_or_picture_holds_styles_or_scripts_in_attributes(site: Path) -> None:
    attribute = re.compile(r"<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=[^<>]*>", re.I)
    for path in [*site.rglob("*.html"), *site.rglob("*.svg")]:
        found = attribute.search(path.read_text("utf-8"))
        assert not found, f"{path.relative_to(site)}: {found and found[0]}"


def documents_of(site: Path, tag: str) -> list[str]:
    """Every document of one language, and those that stand above all languages."""
    found = [*(site / tag).rglob("*.html"), *site.glob("*.html")]
    return [path.relative_to(site).as_posix() for path in sorted(found)]


def test_every_document_works_under_its_policy_and_that_of_the_host(
    site: Path, server: str, open_page: Open
) -> None:
    said = re.search("Content-Security-Policy: (.*)", (site / "_headers").read_text("utf-8"))
    assert said and "frame-ancestors 'none'" in said[1] and "unsafe" not in said[1]

    def answer(route: Route) -> None:
        response = route.fetch()
        headers = response.headers | {"content-security-policy": said[1]}
        route.fulfill(response=response, headers=headers)

    visit = open_page(f"{server}/en/404.html")
    visit.page.route("**/*", answer)
    for name in documents_of(site, "en"):
        visit.page.goto(f"{server}/{name}", wait_until="load")
        search = visit.page.locator("[data-search-open]")
        if search.count():
            search.click()
            visit.page.keyboard.type("ice")
            visit.page.locator("[data-search-results] a").first.wait_for()
        assert (visit.console_errors, visit.foreign_requests) == ([], []), name


INTRUDERS = """
<p style="color: red" id="styled">.</p>
<img src="x.png" onerror="document.title = 'run'" alt="">
<script>document.title = "run"</script>
<script src="https://intruder.example/x.js"></script>
<a href="javascript:document.title='run'" id="link">.</a>
<style>body { display: none !important }</style>
<base href="https://intruder.example/">
<form action="https://intruder.example/"><button id="send">.</button></form>
"""


def test_markup_that_got_in_would_neither_run_nor_show(
    site: Path, tmp_path: Path, open_page: Open
) -> None:
    shutil.copytree(site / "assets", tmp_path / "assets")
    spoilt = tmp_path / "en" / "help"
    spoilt.mkdir(parents=True)
    html = (site / "en" / "help" / "index.html").read_text("utf-8")
    (spoilt / "index.html").write_text(html.replace("<main", f"{INTRUDERS}<main", 1), "utf-8")
    with serve(tmp_path) as address:
        visit = open_page(f"{address}/en/help/")
        page = visit.page
        for name in ("link", "send"):
            page.evaluate(f"document.getElementById('{name}').click()")
        page.wait_for_timeout(200)
        assert page.evaluate("document.title") != "run", "a script ran"
        assert page.url == f"{address}/en/help/", "the page was left"
        assert page.locator("main").is_visible()
        color = "getComputedStyle(document.getElementById('styled')).color"
        assert page.evaluate(color) != "rgb(255, 0, 0)"
        refused = [line for line in visit.console_errors if "Content Security Policy" in line]
        assert len(refused) == 8, visit.console_errors


@pytest.mark.parametrize("name", ["en/index.html", "ar/help/index.html"])
def test_a_page_works_from_a_folder_too(site: Path, open_page: Open, name: str) -> None:
    visit = open_page((site / name).as_uri())
    assert (visit.console_errors, visit.failed_requests) == ([], [])
    assert visit.page.locator("[data-scheme-toggle]").is_visible(), "the script did not run"
