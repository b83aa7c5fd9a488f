"""The site outlives its generator: MkDocs, ProperDocs and Zensical make the same pages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from posixpath import normpath
from xml.etree.ElementTree import Element, tostring

import pytest
import yaml
from guide.finish import finish
from guide.settings import SiteSettings
from guide.site import build
from guide.stage import stage

from .conftest import built, shared_once
from .content_copy import SITE_URL, ContentCopy
from .markup import parse, text
from .real_content import ROOT, content, tags

COMPARED = ("en", "ar", "zh-Hans")
"""From left to right, from right to left, and without spaces."""


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plain tree of every language."""

    def write(folder: Path) -> None:
        site = build(content(), ROOT / "docs", SiteSettings(SITE_URL, has_sheets=True))
        stage(site, ROOT / "docs" / "assets", folder, SITE_URL, ROOT / "build/archive")

    return shared_once(tmp_path_factory, "stage", write)


@pytest.fixture(scope="module")
def zensical_site(staged: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Zensical makes of some of its languages, strict, and finished as every site is."""

    def write(folder: Path) -> None:
        for tag in COMPARED:
            configuration = staged / f"mkdocs.{tag}.yml"
            command = [sys.executable, "-m", "zensical", "build", "--strict"]
            done = subprocess.run(
                [*command, "--config-file", str(configuration)], capture_output=True, text=True
            )
            assert done.returncode == 0, done.stdout + done.stderr
        (staged / "site").rename(folder)
        lay_over(staged / "files", folder)
        finish(folder, SITE_URL)

    return shared_once(tmp_path_factory, "zensical", write)


def lay_over(files: Path, folder: Path) -> None:
    """What `make build ENGINE=zensical` does with the finished files."""
    subprocess.run(["cp", "-R", f"{files}/.", str(folder)], check=True)


def pages(site: Path, tag: str) -> list[Path]:
    """The pages of a language, below the site."""
    return sorted(path.relative_to(site) for path in (site / tag).rglob("index.html"))


def targets(tree: Element, path: Path) -> list[str]:
    """Where the links of a page lead, from the root of the site."""
    found = []
    for link in tree.iter("a"):
        target = link.get("href", "")
        outside = re.match("[a-z]+:|/", target)
        found.append(target if outside else normpath(f"{path.parent.as_posix()}/{target}"))
    return found


def figures(tree: Element) -> list[bytes]:
    return [tostring(figure) for figure in tree.iter("svg")]


def headings(tree: Element) -> list[tuple[str, str | None, str]]:
    names = {"h1", "h2", "h3"}
    return [(one.tag, one.get("id"), text(one)) for one in tree.iter() if one.tag in names]


def body(tree: Element) -> Element:
    return next(tree.iter("body"))


@pytest.mark.parametrize("tag", COMPARED)
def test_zensical_makes_the_same_pages(site: Path, zensical_site: Path, tag: str) -> None:
    assert pages(zensical_site, tag) == pages(site, tag)
    drawn = 0
    for path in pages(site, tag):
        known, other = parse(site / path), parse(zensical_site / path)
        for name in ("lang", "dir"):
            assert other.get(name) == known.get(name), path
        assert text(body(other)) == text(body(known)), path
        assert headings(other) == headings(known), path
        assert figures(other) == figures(known), path
        drawn += len(figures(known))
        assert targets(other, path) == targets(known, path), path
    assert drawn > len(content().figures), "no picture was compared"


@pytest.mark.parametrize("tag", COMPARED)
def test_zensical_pages_say_the_same_to_machines(site: Path, zensical_site: Path, tag: str) -> None:
    for path in pages(site, tag):
        for name, attributes in (("link", ("rel", "hreflang", "href")), ("title", ())):
            known, other = (
                [
                    (text(one), *(one.get(attribute) for attribute in attributes))
                    for one in parse(folder / path).iter(name)
                    if one.get("rel") in {"canonical", "alternate", None}
                ]
                for folder in (site, zensical_site)
            )
            assert other == known, path


@pytest.mark.parametrize("name", ["index.html", "404.html", "sitemap.xml", "robots.txt"])
def test_what_zensical_does_not_make_the_stage_brings(
    site: Path, zensical_site: Path, name: str
) -> None:
    for folder in ("", "en/", "ar/"):
        assert (site / folder / name).exists() == (zensical_site / folder / name).exists()
    assert text(parse(zensical_site / "index.html")) == text(parse(site / "index.html"))
    for tag in COMPARED:
        expected = (site / tag / "sitemap.xml").read_bytes()
        assert (zensical_site / tag / "sitemap.xml").read_bytes() == expected


def test_the_stage_has_one_configuration_a_language(staged: Path) -> None:
    assert {path.name for path in staged.glob("mkdocs.*.yml")} == {
        f"mkdocs.{tag}.yml" for tag in tags()
    }
    settings = yaml.safe_load((staged / "mkdocs.ar.yml").read_text("utf-8"))
    assert settings["site_url"] == f"{SITE_URL}ar/"


def test_staged_links_lead_from_file_to_file(staged: Path) -> None:
    broken = []
    for path in (staged / "pages").rglob("*.md"):
        for target in re.findall(r'href="([^"#]+\.md)', path.read_text("utf-8")):
            if not (path.parent / target).resolve().exists():
                broken.append(f"{path}: {target}")
    assert not broken
    ice = (staged / "pages" / "en" / "steps" / "ice.md").read_text("utf-8")
    assert 'href="rest-then-move.md"' in ice and 'href="../index.md"' in ice


def test_words_that_look_like_a_template_stay_words(tmp_path: Path) -> None:
    copy = ContentCopy(tmp_path)
    copy.set_string("en", "site.name", "Guide {% raw %} {{ 7 * 7 }} {# gone #}")
    found, _ = copy.check()
    assert found is None, "braces are refused in strings; what stands in YAML is not"
    copy.set_string("en", "site.name", "Guide")
    copy.replace("locales.yml", "name: العربية", "name: '{{ 7 * 7 }} {% x %}'")
    stage(copy.build("en", "ar"), ROOT / "docs" / "assets", tmp_path / "stage", SITE_URL, tmp_path)
    frame = (tmp_path / "stage" / "frames" / "en" / "index.html").read_text("utf-8")
    assert "{{ '{' }}{ 7 * 7 }} {{ '{' }}% x %}" in frame
    assert frame.count("{{ page.content }}") == 1


@pytest.mark.parametrize("tag", ["ar"])
def test_properdocs_makes_the_same_files(repo: Path, tmp_path: Path, tag: str) -> None:
    known, other = (
        built(repo, tmp_path / engine, engine=engine, LOCALES=tag)
        for engine in ("mkdocs", "properdocs")
    )
    compare_folders(known, other)


@pytest.mark.slow
def test_properdocs_makes_the_same_files_in_every_language(
    repo: Path, site: Path, tmp_path: Path
) -> None:
    compare_folders(site, built(repo, tmp_path / "site", engine="properdocs"))


def compare_folders(known: Path, other: Path) -> None:
    """The same names, and byte for byte the same files."""
    files = [
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (known, other)
    ]
    assert sorted(files[0]) == sorted(files[1])
    assert [name for name in files[0] if files[0][name] != files[1][name]] == []
