"""The guide beside the apps of a phone: its manifest in every language, and its icons."""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from guide.built import BuiltSite
from guide.icons import ICONS, SOURCE, put_in
from PIL import Image, ImageChops, ImageDraw

from .markup import parse
from .real_content import content, tags


def picture(path: Path) -> Image.Image:
    """A picture of the site."""
    return Image.open(BytesIO(path.read_bytes()))


@pytest.mark.parametrize("tag", tags())
def test_every_page_offers_to_be_installed_in_its_language(site: Path, tag: str) -> None:
    locale = next(one for one in content().locales.model.locales if one.tag == tag)
    path = site / tag / "app.webmanifest"
    manifest = json.loads(path.read_text("utf-8"))
    assert (manifest["lang"], manifest["dir"]) == (tag, locale.direction)
    assert manifest["name"] and 0 < len(manifest["short_name"]) <= 15
    assert manifest["display"] in {"standalone", "minimal-ui", "fullscreen"}
    start = (site / tag / manifest["start_url"]).resolve()
    assert (start / "index.html").is_file()
    assert start.is_relative_to((site / tag / manifest["scope"]).resolve())
    assert (start.name == "now") == (site / tag / "now" / "index.html").is_file()
    sizes = {(icon["purpose"], icon["sizes"]) for icon in manifest["icons"]}
    assert sizes == {(why, size) for why in ("any", "maskable") for size in ("192x192", "512x512")}
    for icon in manifest["icons"]:
        found = picture((site / tag / icon["src"]).resolve())
        assert f"{found.width}x{found.height}" == icon["sizes"] and found.format == "PNG"
    for page in sorted((site / tag).rglob("index.html")):
        head = parse(page)
        linked = {link.get("rel"): link.get("href", "") for link in head.iter("link")}
        assert (page.parent / linked["manifest"]).resolve() == path.resolve(), page
        touch = picture((page.parent / linked["apple-touch-icon"]).resolve())
        assert touch.size == (180, 180)


def test_icons_are_the_drawing_of_the_guide_and_a_phone_cuts_off_nothing(
    repo: Path, tmp_path: Path
) -> None:
    (tmp_path / "assets").mkdir()
    shutil.copy(repo / "docs" / SOURCE, tmp_path / SOURCE)
    put_in(BuiltSite(tmp_path, "/"))
    for icon in ICONS:
        found = picture(tmp_path / icon.path).convert("RGBA")
        if icon.is_filled:
            assert found.getextrema()[3] == (255, 255), "a hole"
        if icon.purpose == "maskable":
            ground = Image.new("RGBA", found.size, found.getpixel((0, 0)))
            differs = ImageChops.difference(found, ground).convert("L").point(lambda v: v > 4)
            safe = Image.new("L", found.size, 255)
            edge = icon.size * 0.1
            ImageDraw.Draw(safe).ellipse([edge, edge, icon.size - edge, icon.size - edge], fill=0)
            assert not ImageChops.multiply(differs.convert("L"), safe).getbbox()
        assert len(found.getcolors(10_000) or []) > 2, "nothing is drawn"
