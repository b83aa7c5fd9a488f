"""The whole site as a zip that opens from a disk or a USB stick, by a double click.

No server stands between: a link to a folder has to name the page in it, and what only hosts,
search engines and service workers read is left out.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .built import BuiltSite

_SAVING = "assets/offline.js"
_FOR_HOSTS = {
    "404.html",
    "_headers",
    "_redirects",
    "app.webmanifest",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
}
_LINK = re.compile(r'(\s(?:href|src)=")([^"]+)(")')
_FOR_HOSTS_ONLY = re.compile(
    r'<link rel="(?:manifest|apple-touch-icon)"[^>]*>\n?'
    r'|<meta http-equiv="Content-Security-Policy"[^>]*>\n?'
)
"""Browsers refuse a manifest from a disk, and disagree on what a policy's 'self' is there."""


def write_zip(site: Path, out: Path, top: str) -> None:
    """Zip the finished site. Everything in it stands in one folder, named `top`.

    The same site makes the same bytes: files are sorted, and have the time that zips begin with.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f"{out.name}.new")
    with ZipFile(unfinished, "w") as file:
        for name in _names(site):
            info = ZipInfo(f"{top}/{name}")
            info.compress_type = ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o100644 << 16
            file.writestr(info, _bytes(site, name), compresslevel=9)
    unfinished.replace(out)


def _names(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.name not in _FOR_HOSTS
    )


def _bytes(site: Path, name: str) -> bytes:
    if name == _SAVING:
        return (Path(__file__).parent / "from-disk.js").read_bytes()
    if not name.endswith(".html"):
        return (site / name).read_bytes()
    page = _FOR_HOSTS_ONLY.sub("", (site / name).read_text("utf-8"))
    return _LINK.sub(lambda link: _complete(site, name, link), page).encode()


def _complete(site: Path, name: str, found: re.Match[str]) -> str:
    """A link to a folder, with the name of the page in it."""
    before, link, after = found.groups()
    path, rest = re.split(r"(?=[?#]|$)", link, maxsplit=1)
    place = BuiltSite(site, "/").path(name, unescape(path)) if path else None
    if place and (site / place / "index.html").is_file():
        path = f"{path.rstrip('/')}/index.html"
    return f"{before}{path}{rest}{after}"
