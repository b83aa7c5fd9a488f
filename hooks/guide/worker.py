"""Service workers: what a browser saves of each language, and which version of it that is.

Each language has a worker of its own, so that a reader saves one language and not twelve, and a
change of one leaves the others as they are. The language page has one too: the bare address of
the site opens without a network as well.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from . import manifest
from .built import BuiltSite

NAME = "sw.js"
_HERE = Path(__file__).parent
_LATER = {".pdf"}
"""Kept once a reader has opened them: most never do, and they weigh more than all the pages."""
_FOR_OTHERS = {NAME, "sitemap.xml"}
"""Read by browsers and search engines alone."""

_FILE = re.compile(r'\s(?:href|src|data-[\w-]+)="([^"?#]*\.(?!html")\w+)(?:[?#][^"]*)?"')
"""Data attributes too: scripts load by them what only some readers need, such as the search."""


def put_in(site: BuiltSite) -> None:
    """A worker for the language page, and one for each language of the finished site."""
    _write(site, "", ["index.html"])
    for path in sorted(site.folder.glob(f"*/{manifest.NAME}")):
        _write(site, f"{path.parent.name}/", _own_files(site, path.parent))


def preview_files(tags: Iterable[str]) -> dict[str, str]:
    """The live preview saves nothing, and takes away what a site at its address has saved."""
    farewell = (_HERE / "farewell.js").read_text("utf-8")
    workers = {f"{tag}/{NAME}": farewell for tag in tags}
    return {"assets/offline.js": "", NAME: farewell, **workers}


def _own_files(site: BuiltSite, folder: Path) -> list[str]:
    return [
        site.name(path)
        for path in folder.rglob("*")
        if path.is_file() and path.name not in _FOR_OTHERS
    ]


def _write(site: BuiltSite, scope: str, names: list[str]) -> None:
    now: dict[str, str] = {}
    later: dict[str, str] = {}
    for name in sorted(_with_parts(site, names)):
        files = later if Path(name).suffix in _LATER else now
        digest = sha256((site.folder / name).read_bytes()).digest()
        files[_address(scope, name)] = b64encode(digest).decode()
    code = (_HERE / "worker.js").read_text("utf-8")
    lists = f"const FILES = {_as_script(now)};\nconst LATER = {_as_script(later)};\n"
    version = sha256((lists + code).encode()).hexdigest()[:16]
    text = f'const VERSION = "{version}";\n{lists}{code}'
    (site.folder / scope / NAME).write_text(text, "utf-8", newline="")


def _with_parts(site: BuiltSite, names: list[str]) -> set[str]:
    """The files `names`, and all that they show or load: not the pages that they lead to."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _parts(site, name)
    return found


def _parts(site: BuiltSite, name: str) -> Iterator[str]:
    if name.endswith(".html"):
        for link in dict.fromkeys(_FILE.findall((site.folder / name).read_text("utf-8"))):
            other = site.path(name, link)
            if other and (site.folder / other).is_file():
                yield other


def _address(scope: str, name: str) -> str:
    """From the folder of the worker, as a reader asks for it: a page by its folder."""
    path = name.removeprefix(scope) if name.startswith(scope) else f"../{name}"
    folder, _, file = path.rpartition("/")
    return (f"{folder}/" if folder else "./") if file == "index.html" else path


def _as_script(files: dict[str, str]) -> str:
    return json.dumps(files, indent=0, ensure_ascii=False)
