"""Takes out of finished files what a browser has no use for, and what stands in them twice."""

from __future__ import annotations

import re

from .built import SCRIPTS, BuiltSite

_KEPT_AS_IT_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.S)
_PICTURE = re.compile(
    r"""(?P<frame><svg\ [^>]*aria-labelledby="(?P<uid>[\w-]+)-t[\ "][^>]*>
    <title.*?</title>(?:<desc.*?</desc>)?)(?P<drawing>.*?)</svg>""",
    re.S | re.X,
)
_DEFINITIONS = re.compile(r"<defs>(.*?)</defs>", re.S)
_OWN = "\x01"
_PART = re.compile(rf'<(\w+) id="({_OWN}[^"]*)"')
_COMMENT = re.compile(r"^\s*//.*\n|^[ \t]+", re.M)


def put_in(site: BuiltSite) -> None:
    """Rewrite the documents and the scripts that they name."""
    scripts = set()
    for document in site.documents():
        html = unindented(pictures_last(document.read_text("utf-8")))
        document.write_text(html, "utf-8", newline="")
        references = site.references(document, html)
        scripts |= {one.path for one in references if one.kind in SCRIPTS and one.path}
    for name in sorted(scripts):
        path = site.folder / name
        path.write_text(_COMMENT.sub("", path.read_text("utf-8")), "utf-8", newline="")


def unindented(html: str) -> str:
    """Line breaks stay where they are: between two words one counts as a space."""
    pieces = _KEPT_AS_IT_IS.split(html)
    pieces[::3] = [re.sub(r"\s*\n\s*", "\n", piece) for piece in pieces[::3]]
    del pieces[2::3]
    return "".join(pieces).lstrip()


def pictures_last(html: str) -> str:
    """Words come first: what a picture is drawn of stands at the end, and there only once.

    In its place stands its frame, with its name and description, and a reference to the drawing.
    """
    drawn: dict[str, str] = {}
    frames = 0

    def id_of(markup: str) -> str:
        return drawn.setdefault(markup, f"p{len(drawn)}")

    def framed(match: re.Match[str]) -> str:
        nonlocal frames
        frames += 1
        uid = f"{match['uid']}-"
        frame = re.sub(f'(?<=[" ]){uid}(?=[td][ "])', f"f{frames}-", match["frame"])
        drawing = match["drawing"].replace(uid, _OWN)
        if found := _DEFINITIONS.search(drawing):
            drawing = drawing.replace(found[0], "", 1)
            for part in re.split(f"(?={_PART.pattern})", found[1])[:: _PART.groups + 1]:
                if named := _PART.match(part):
                    anonymous = part.replace(named[0], f"<{named[1]}", 1)
                    drawing = drawing.replace(f'"#{named[2]}"', f'"#{id_of(anonymous)}"')
        return f'{frame}<use href="#{id_of(drawing)}"/></svg>'

    html = _PICTURE.sub(framed, html)
    if not drawn:
        return html
    parts = [
        f'<g id="{id_}">{markup.replace(_OWN, f"{id_}-")}</g>' for markup, id_ in drawn.items()
    ]
    gathered = f'<svg display="none" aria-hidden="true">{"".join(parts)}</svg>'
    return html.replace("</body>", f"{gathered}\n</body>", 1)
