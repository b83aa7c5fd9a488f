"""Puts into each document the styles that it uses, in the place of the link to a stylesheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .built import SCRIPTS, BuiltSite
from .styles import Stylesheet, words


def put_in(site: BuiltSite) -> None:
    """Rewrite the documents, and remove the stylesheets that none of them names any more."""
    files = _Files()
    done: set[Path] = set()
    for document in site.documents():
        html = document.read_text("utf-8")
        references = [one for one in site.references(document, html) if one.path]
        scripts = [site.folder / str(one.path) for one in references if one.kind in SCRIPTS]
        known = words(html).union(*map(files.words, scripts))
        for one in references:
            if one.kind == "stylesheet":
                path = site.folder / str(one.path)
                done.add(path)
                html = html.replace(one.tag, f"<style>{files.styles(path, known)}</style>", 1)
        document.write_text(html, "utf-8", newline="")
    for path in done:
        path.unlink()


@dataclass(frozen=True, eq=False)
class _Files:
    """Stylesheets and scripts, each read once."""

    @cache  # noqa: B019 - it lives as long as one build
    def words(self, script: Path) -> frozenset[str]:
        return words(script.read_text("utf-8"))

    def styles(self, path: Path, known: frozenset[str]) -> str:
        """Most pages share the words that a stylesheet knows, and so their styles."""
        return self._used(path, known & self._parsed(path).names)

    @cache  # noqa: B019
    def _used(self, path: Path, known: frozenset[str]) -> str:
        return self._parsed(path).used(known)

    @cache  # noqa: B019
    def _parsed(self, path: Path) -> Stylesheet:
        try:
            return Stylesheet.parsed(path.read_text("utf-8"))
        except ValueError as problem:
            raise ValueError(f"{path.name} cannot be put into pages: {problem}") from None
