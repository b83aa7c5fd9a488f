"""Every link of the built site leads somewhere, and nothing is asked of another host."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pytest

from .markup import has, having, parse
from .real_content import addresses, content, tags

LINKING = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href"}


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def targets(tree: Element) -> list[tuple[str, str]]:
    return [
        (element.tag, element.get(attribute, ""))
        for tag, attribute in LINKING.items()
        for element in tree.iter(tag)
        if element.get(attribute) is not None
        and element.get("rel") not in {"canonical", "alternate"}
    ]


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    dead = []
    for path in pages(site):
        for tag, target in targets(parse(path)):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            base = site if parts.path.startswith("/") else path.parent
            place = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
            if place.is_dir():
                place /= "index.html"
            if not place.is_file():
                dead.append(f"{path.relative_to(site)}: <{tag}> {target}")
            elif parts.fragment and place.suffix == ".html":
                if not has(parse(place), "id", parts.fragment):
                    dead.append(f"{path.relative_to(site)}: no heading for {target}")
    assert not dead, "\n".join(dead)


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for path in pages(site):
        for tag, target in targets(parse(path)):
            assert tag == "a" or not urlsplit(target).netloc, f"{path}: {target}"
    for path in [*site.rglob("assets/*.css"), *site.rglob("assets/*.js")]:
        assert not re.search(r"(?:url\(|import )[\"']?https?://", path.read_text("utf-8")), path


def test_links_to_other_hosts_are_the_works_of_the_bibliography_and_nothing_else(
    site: Path,
) -> None:
    known = {work.address for work in content().sources.model.sources}
    for path in pages(site):
        for tag, target in targets(parse(path)):
            if tag == "a" and urlsplit(target).netloc:
                assert target in known, f"{path}: {target}"


@pytest.mark.parametrize("tag", tags())
@pytest.mark.parametrize("address", addresses())
def test_every_page_is_reached_from_every_other(site: Path, tag: str, address: str) -> None:
    topics = parse(site / tag / "topics" / "index.html")
    target = "../" if address == "home" else f"../{address}/"
    assert any(link.get("href") == target for link in topics.iter("a"))


def test_ids_are_used_once_on_a_page(site: Path) -> None:
    for path in pages(site):
        ids = [element.get("id") for element in having(parse(path), "id")]
        twice = {id_ for id_ in ids if ids.count(id_) > 1}
        assert not twice, f"{path.relative_to(site)}: {twice}"


def test_the_sitemaps_name_every_page_and_no_other(site: Path) -> None:
    for tag in tags():
        written = re.findall("<loc>([^<]*)</loc>", (site / tag / "sitemap.xml").read_text("utf-8"))
        built = {
            f"https://back-spasm.example/{path.parent.relative_to(site).as_posix()}/"
            for path in (site / tag).rglob("index.html")
        }
        assert set(written) == built


def test_the_root_lists_every_language_without_javascript(site: Path) -> None:
    links = {link.get("href"): link for link in parse(site / "index.html").iter("a")}
    for locale in content().locales.model.locales:
        assert "".join(links[f"{locale.tag}/"].itertext()) == locale.name
