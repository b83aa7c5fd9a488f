"""The web app manifest of a language: what a phone needs to put the guide beside its apps."""

from __future__ import annotations

import json

from .catalog import Catalog
from .icons import ICONS

NAME = "app.webmanifest"


def manifest(catalog: Catalog, start: str, root: str, colour: str) -> str:
    """The manifest, for the folder of the language.

    `start` is the page that opens first, from that folder; `root` is the path of the site on its
    host; `colour` is the ground of the icon.
    """
    locale = catalog.locale
    data = {
        "id": f"{root}{locale.tag}/",
        "name": str(catalog.text("site", "name")),
        "short_name": str(catalog.text("site", "short")),
        "description": str(catalog.text("site", "description")),
        "lang": locale.tag,
        "dir": locale.direction,
        "start_url": start,
        "scope": "./",
        # Not `standalone`: it has no way back from a PDF on some phones.
        "display": "minimal-ui",
        "theme_color": colour,
        "background_color": colour,
        "icons": [
            {
                "src": f"../{icon.path}",
                "sizes": f"{icon.size}x{icon.size}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for icon in ICONS
            if icon.purpose
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
