"""The icons of the installed guide, drawn from its one icon as the sizes that phones ask for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import typst

from .built import BuiltSite

SOURCE = "assets/icon.svg"

_DRAWING = b"""
#for (size, ground, share) in json(bytes(sys.inputs.icons)) {
  let fill = if ground == "" { none } else { rgb(ground) }
  set page(width: size * 1pt, height: size * 1pt, margin: 0pt, fill: fill)
  align(center + horizon, image(bytes(sys.inputs.svg), format: "svg", width: share * 1%))
}
"""


@dataclass(frozen=True)
class Icon:
    """One picture. A phone cuts the corners of some: those are filled to the edge."""

    name: str
    size: int
    """Width and height in pixels."""
    purpose: str = "any"
    """As a web app manifest says it; empty for a picture that it does not name."""
    is_filled: bool = False
    percent: int = 100
    """How much of the width the drawing takes: what a phone may cut away holds nothing."""

    @property
    def path(self) -> str:
        """Its place in the site."""
        return f"assets/icons/{self.name}.png"


ICONS = (
    Icon("icon-192", 192),
    Icon("icon-512", 512),
    Icon("maskable-192", 192, "maskable", is_filled=True, percent=78),
    Icon("maskable-512", 512, "maskable", is_filled=True, percent=78),
    Icon("apple-touch-icon", 180, "", is_filled=True),
)


def ground(svg: str) -> str:
    """The colour that the icon stands on: the first that it is filled with."""
    found = re.search(r'fill="(#[0-9a-fA-F]{3,6})"', svg)
    return found.group(1) if found else "#ffffff"


def put_in(site: BuiltSite) -> None:
    """Write every icon into the finished site."""
    svg = (site.folder / SOURCE).read_text("utf-8")
    wanted = [[icon.size, ground(svg) if icon.is_filled else "", icon.percent] for icon in ICONS]
    pictures = typst.compile(
        _DRAWING,
        format="png",
        ppi=72,  # so that a point is a pixel
        sys_inputs={"svg": svg, "icons": json.dumps(wanted)},
        ignore_system_fonts=True,
    )
    assert isinstance(pictures, list), "Typst answers several pages with a list"
    for icon, picture in zip(ICONS, pictures, strict=True):
        path = site.folder / icon.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture)
