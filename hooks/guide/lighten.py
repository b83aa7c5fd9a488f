"""Takes out of finished files what a browser has no use for, and what stands in them twice."""

from __future__ import annotations

import re

from .built import BuiltSite

_KEPT_AS_IT_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S)
_PICTURE = re.compile(r'<svg [^>]*aria-labelledby="(?P<uid>[\w-]+)-t[ "].*?</svg>', re.S)
_DEFINITIONS = re.compile(r"<defs>(.*?)</defs>", re.S)
_COMMENT = re.compile(r"^\s*//.*\n|^[ \t]+", re.M)


def put_in(site: BuiltSite) -> None:
    """Rewrite the documents and the scripts that they name."""
    scripts = set()
    for document in site.documents():
        html = unindented(shared_parts(document.read_text("utf-8")))
        document.write_text(html, "utf-8", newline="")
        references = site.references(document, html)
        scripts |= {one.path for one in references if one.kind == "script" and one.path}
    for name in sorted(scripts):
        path = site.folder / name
        path.write_text(_COMMENT.sub("", path.read_text("utf-8")), "utf-8", newline="")


def unindented(html: str) -> str:
    """Line breaks stay where they are: between two words one counts as a space."""
    pieces = _KEPT_AS_IT_IS.split(html)
    pieces[::3] = [re.sub(r"\s*\n\s*", "\n", piece) for piece in pieces[::3]]
    del pieces[2::3]
    return "".join(pieces).lstrip()


def shared_parts(html: str) -> str:
    """Pictures draw their parts from the first one that has them, and have short ids."""
    owners: dict[str, str] = {}
    count = 0

    def lightened(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        own, uid = f"f{count}-", f"{match['uid']}-"
        svg = match[0].replace(f'"{uid}', f'"{own}').replace(f"#{uid}", f"#{own}")
        svg = svg.replace(f" {uid}d", f" {own}d")
        found = _DEFINITIONS.search(svg)
        for part in re.split(f'(?=<g id="{own})', found[1]) if found else []:
            owner = owners.setdefault(part.replace(own, ""), own)
            if owner != own:
                svg = svg.replace(part, "", 1)
                name = part.removeprefix(f'<g id="{own}').partition('"')[0]
                svg = svg.replace(f'"#{own}{name}"', f'"#{owner}{name}"')
        return svg.replace("<defs></defs>", "")

    return _PICTURE.sub(lightened, html)
