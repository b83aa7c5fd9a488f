"""What a browser may do with each document: worked out from the finished document itself.

Nothing is allowed that the document does not use. Inline styles and scripts are named by their
digests, so neither `unsafe-inline` nor `unsafe-eval` is needed, and words that got in as markup
would still not run. Each document carries its policy in a `<meta>`; what cannot be said there,
and what every kind of file needs, goes into `_headers` for hosts that read it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from .built import ON_DEMAND_STYLES, SCRIPTS, BuiltSite

Policy = dict[str, list[str]]
"""What each directive allows; nothing at all is `'none'`."""

_FIRST = '<meta charset="utf-8">'
_INLINE = re.compile(
    r"<(?P<name>script|style)\b(?P<attributes>[^>]*)>(?P<text>.*?)</(?P=name)>", re.S
)
_DATA = re.compile(r'\btype="(?!module"|text/javascript")')
_FORM = re.compile(r'<form\b(?![^>]*method="dialog")')
_BY_KIND = {
    "script": "script-src",
    "img": "img-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "manifest": "manifest-src",
    ON_DEMAND_STYLES: "style-src",
}
_BY_WORD = {"serviceWorker": "worker-src", "fetch": "connect-src", "caches": "connect-src"}
"""What a script that holds this word asks the browser for."""

_HEADERS = """\
# What a host that reads this file (Cloudflare Pages, Netlify) says with each file. A wrong minute
# must not linger in a cache: a browser asks each time whether what it holds is still current.
/*
  Content-Security-Policy: {policy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
  Cache-Control: public, max-age=0, must-revalidate
"""


def put_in(site: BuiltSite) -> None:
    """Write the policy of each document into it, and `_headers` for the host."""
    together: Policy = {}
    for document in site.documents():
        html = document.read_text("utf-8")
        if html.count(_FIRST) != 1:
            raise ValueError(f"{site.name(document)}: {_FIRST} must stand in it once")
        references = [*site.references(document, html)]
        scripts = [
            (site.folder / one.path).read_text("utf-8")
            for one in references
            if one.kind in SCRIPTS and one.path
        ]
        own = policy(html, {one.kind for one in references}, "\n".join(scripts))
        for directive, sources in own.items():
            known = together.setdefault(directive, [])
            known += [source for source in sources if source not in known]
        meta = f'<meta http-equiv="Content-Security-Policy" content="{as_text(own)}">'
        document.write_text(html.replace(_FIRST, f"{_FIRST}\n{meta}"), "utf-8", newline="")
    (site.folder / "_headers").write_text(_HEADERS.format(policy=_header(together)), "utf-8")


def policy(html: str, kinds: set[str], scripts: str) -> Policy:
    """What one document needs: `kinds` of files that it fetches, and its `scripts` as one text."""
    found: Policy = {"default-src": []}
    for match in _INLINE.finditer(html):
        is_data = match["name"] == "script" and _DATA.search(match["attributes"])
        if match["text"] and not is_data:
            scripts += match["text"] if match["name"] == "script" else ""
            sources = found.setdefault(f"{match['name']}-src", [])
            sources += [_digest(match["text"])]
    needed = {_BY_KIND[kind] for kind in kinds & _BY_KIND.keys()}
    needed |= {
        directive for word, directive in _BY_WORD.items() if re.search(rf"\b{word}\b", scripts)
    }
    for directive in sorted(needed):
        found.setdefault(directive, []).insert(0, "'self'")
    if "data:image/" in html:
        found.setdefault("img-src", []).append("data:")
    found["base-uri"] = []
    found["form-action"] = ["'self'"] if _FORM.search(html) else []
    return found


def as_text(policy: Policy) -> str:
    """As it stands in a document or header."""
    return "; ".join(
        f"{directive} {' '.join(dict.fromkeys(sources)) or chr(39) + 'none' + chr(39)}"
        for directive, sources in policy.items()
    )


def _header(together: Policy) -> str:
    """For all files at once. The digests of styles are many: they stay with their documents."""
    needed = {
        key: value for key, value in together.items() if key not in ("default-src", "style-src")
    }
    return as_text({"object-src": [], "frame-src": [], **needed, "frame-ancestors": []})


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
