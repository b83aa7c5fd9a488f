"""The zip of the site: unpacked to a disk, opened by a double click, whole without a server."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from guide.commands import main
from guide.offline_zip import write_zip

from .browser import Visit
from .markup import parse
from .real_content import content, tags
from .test_links import targets

SAMPLE = [tag for tag in ("en", "ar", "zh-Hans") if tag in tags()]


@pytest.fixture(scope="module")
def stick(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked zip."""
    folder = tmp_path_factory.mktemp("stick")
    assert main(["offline", str(site), str(folder / "guide.zip")]) == 0
    with ZipFile(folder / "guide.zip") as file:
        file.extractall(folder)
    return folder / "guide"


def test_every_link_of_a_page_names_a_file(stick: Path) -> None:
    dead = []
    folders = (stick / tag for tag in SAMPLE)
    for page in [stick / "index.html", *(page for one in folders for page in one.rglob("*.html"))]:
        for tag, target in targets(parse(page)):
            parts = urlsplit(target)
            if parts.scheme or not parts.path:
                continue
            place = page.parent / unquote(parts.path)
            if parts.path.startswith("/") or not place.is_file():
                dead.append(f"{page.relative_to(stick)}: <{tag}> {target}")
    assert not dead, "\n".join(dead)


def test_every_page_and_pdf_of_the_site_is_there_and_nothing_for_hosts(
    site: Path, stick: Path
) -> None:
    wanted = {
        path.relative_to(site)
        for path in site.rglob("*")
        if path.name == "index.html" or path.suffix in {".pdf", ".json"}
    }
    found = {path.relative_to(stick) for path in stick.rglob("*") if path.is_file()}
    assert wanted <= found
    assert not {"sw.js", "404.html", "app.webmanifest", "sitemap.xml"} & {p.name for p in found}


@pytest.mark.parametrize("tag", SAMPLE)
def test_the_guide_works_from_a_disk(
    stick: Path, open_page: Callable[..., Visit], tag: str
) -> None:
    visit = open_page((stick / "index.html").as_uri(), locale=tag, service_workers="allow")
    page = visit.page
    page.wait_for_url(f"**/{tag}/index.html")
    step = content().guide.model.steps[0]
    link = page.locator(f".g-menu a[href='steps/{step}/index.html']").first
    title = (link.text_content() or "").strip().lstrip("0123456789٠١٢٣٤٥٦٧٨٩ \n")
    page.locator("[data-search-open]").click()
    page.locator("input[type=search]").fill(title)
    page.locator(f"[data-search-results] a[href*='steps/{step}/']").first.click()
    page.wait_for_url(f"**/{tag}/steps/{step}/index.html*")
    assert title in page.locator("h1").inner_text()
    page.locator(".g-languages summary").click()
    other = next(one for one in tags() if one != tag)
    page.locator(f".g-languages a[hreflang='{other}']").click()
    page.wait_for_url(f"**/{other}/steps/{step}/index.html")
    assert not page.locator("[data-saved], [data-save]").locator("visible=true").count()
    assert visit.console_errors == []
    assert [one for one in visit.failed_requests if "ERR_ABORTED" not in one] == []
    assert visit.foreign_requests == []


def test_the_same_site_makes_the_same_bytes(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site / "en", copy / "en", copy_function=shutil.copyfile)
    for name in ("one", "two"):
        write_zip(copy, tmp_path / name / "guide.zip", "guide")
        for path in reversed(sorted(copy.rglob("*.html"))):
            path.touch()
    assert (tmp_path / "one/guide.zip").read_bytes() == (tmp_path / "two/guide.zip").read_bytes()


def test_without_a_site_the_command_says_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["offline", str(tmp_path), str(tmp_path / "guide.zip")]) == 2
    assert "make build" in capsys.readouterr().err
    assert not (tmp_path / "guide.zip").exists()
