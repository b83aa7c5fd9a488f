"""Every link of the built site leads somewhere, and nothing is asked of another host."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pytest

from .markup import has, having, parse
from .real_content import addresses, content, indexed, tags

LINKING = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href"}
SITE_URL = "https://back-spasm.example/"


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


def built(site: Path, url: str) -> bool:
    """Whether an address of the site, said in full, leads to something that is built."""
    place = site / unquote(urlsplit(url).path).lstrip("/")
    return (
        url.startswith(SITE_URL) and (place / "index.html" if place.is_dir() else place).is_file()
    )


def test_every_language_and_search_engine_is_sent_to_what_is_there(site: Path) -> None:
    sent = {
        element.get("href") or element.get("content", "")
        for path in pages(site)
        for element in parse(path).iter()
        if element.get("rel") in {"canonical", "alternate"}
        or element.get("property") in {"og:url", "og:image"}
    }
    for path in site.rglob("sitemap.xml"):
        sent.update(re.findall("<loc>(.*?)</loc>", path.read_text("utf-8")))
    assert len(sent) > len(addresses()) * len(tags())
    assert sorted(url for url in sent if not built(site, url)) == []


def test_what_a_script_or_a_manifest_asks_for_is_there(site: Path) -> None:
    dead = []
    for path in pages(site):
        for element in parse(path).iter():
            for name, value in element.attrib.items():
                if str(name).startswith("data-") and re.search(r"\.(?:js|json|pdf|svg)$", value):
                    if not (path.parent / value).resolve().is_file():
                        dead.append(f"{path.relative_to(site)}: {name}={value}")
    for path in site.rglob("*.webmanifest"):
        manifest = json.loads(path.read_text("utf-8"))
        icons = [icon["src"] for icon in manifest["icons"]]
        starts = [manifest["start_url"], *(one["url"] for one in manifest.get("shortcuts", []))]
        for value in [*icons, *starts]:
            place = (path.parent / value.partition("?")[0]).resolve()
            if not (place / "index.html" if place.is_dir() else place).is_file():
                dead.append(f"{path.relative_to(site)}: {value}")
    assert dead == []


def test_links_to_other_hosts_say_when_they_were_last_checked() -> None:
    for work in content().sources.model.sources:
        assert work.seen <= content().guide.model.checked, work.id
    for country in content().emergency.model.countries:
        assert country.checked <= content().guide.model.checked, country.id


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    for path in pages(site):
        for tag, target in targets(parse(path)):
            assert tag == "a" or not urlsplit(target).netloc, f"{path}: {target}"
    code = [
        (path, one.tag, one.text or "")
        for path in pages(site)
        for one in parse(path).iter()
        if one.tag in {"style", "script"}
    ]
    code += [(path, "script", path.read_text("utf-8")) for path in site.rglob("assets/*.js")]
    assert {tag for _, tag, _ in code} == {"style", "script"}
    for path, _, text in code:
        assert not re.search(r"(?:url\(|import )\s*[\"']?(?:https?:)?//", text), path


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
    for tag in indexed():
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
