"""A folder that a generator has filled: its documents, and what each of them names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

_TAG = re.compile(
    r"""<(?P<name>link(?![^>]*\srel="(?:canonical|alternate|next|prev)") | script | img
    | (?=[^>]*\.js")\w+)\b(?P<attributes>[^>]*)>""",
    re.X,
)
"""Without links to pages: a browser fetches none, and a document names itself in each language."""
_ATTRIBUTE = re.compile(r"""([\w-]+)="([^"]*)\"""")

_DATA = "data-index"
"""Names a script that is the words of the search, and does nothing."""

ON_DEMAND_STYLES = "on-demand styles"
"""The kind of reference that is a stylesheet of what a script adds when the reader asks for it."""

SCRIPTS = frozenset({"script", "later", "on-demand"})
"""The kinds of reference that are scripts, whenever they come."""


@dataclass(frozen=True)
class Reference:
    """A tag of a document that makes a browser fetch another file."""

    tag: str
    """The whole tag, as it stands in the document."""
    kind: str
    """`stylesheet`, `icon`, `manifest` and what else a link can be; `script`; `img`.

    A script that another loads is `later`, once the page is shown, or `on-demand` of the reader.
    """
    path: str | None
    """The file, from the top of the site; `None` for one of another host."""


@dataclass(frozen=True)
class BuiltSite:
    """The folder, and the address at which it will stand."""

    folder: Path
    site_url: str

    def documents(self) -> list[Path]:
        """Every HTML document."""
        return sorted(self.folder.rglob("*.html"))

    def name(self, document: Path) -> str:
        """Its path from the top of the site."""
        return document.relative_to(self.folder).as_posix()

    def references(self, document: Path, html: str) -> Iterator[Reference]:
        """What a browser fetches to show the document, in the order of the document."""
        for match in _TAG.finditer(html):
            found = {
                name: unescape(value) for name, value in _ATTRIBUTE.findall(match["attributes"])
            }
            address = found.get("href" if match["name"] == "link" else "src")
            kind = found.get("rel", "") if match["name"] == "link" else match["name"]
            if address:
                yield Reference(match[0], kind, self.path(self.name(document), address))
            loaded = "later" if match["name"] == "script" else "on-demand"
            for name, value in found.items():
                if name.startswith("data-") and value.endswith(".js") and name != _DATA:
                    yield Reference(match[0], loaded, self.path(self.name(document), value))
                elif name.startswith("data-") and value.endswith(".css"):
                    path = self.path(self.name(document), value)
                    yield Reference(match[0], ON_DEMAND_STYLES, path)

    def path(self, document: str, address: str) -> str | None:
        """The file of this site that an address leads to from a document of it."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        base = urlsplit(self.site_url).path or "/"
        if parts.path.startswith("/"):
            return unquote(parts.path).removeprefix(base)
        return normpath(join(dirname(document), unquote(parts.path)))
