"""A copy of the real content, to change and build in memory."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from guide.checks import check
from guide.content import Content
from guide.problems import Problem, errors
from guide.report import as_text
from guide.site import Site, SiteSettings, build

from .real_content import ROOT

SITE_URL = "https://back-spasm.example/"


class ContentCopy:
    """A folder with the content of the guide, free to be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "content_src"
        shutil.copytree(ROOT / "content_src", self.folder)
        # What the card says may change from test to test: nobody holds it on paper.
        (self.folder / "review" / "card.json").unlink()

    def replace(self, name: str, old: str, new: str) -> None:
        """Change one place of a file, which must be there exactly once."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")

    def write(self, name: str, text: str) -> None:
        """Add a file."""
        (self.folder / name).write_text(text, "utf-8")

    def append(self, name: str, text: str) -> None:
        """Add to the end of a file."""
        with (self.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    def set_string(self, tag: str, name: str, words: str) -> None:
        """Write one string of a language, by its dotted name."""
        self.set_strings(tag, {name: words})

    def set_strings(self, tag: str, named: dict[str, str]) -> None:
        """Write strings of a language, by their dotted names."""
        path = self.folder / "locales" / f"{tag}.yml"
        strings = yaml.load(path.read_text("utf-8"), yaml.BaseLoader) or {}
        for name, words in named.items():
            *parents, last = name.split(".")
            here = strings
            for parent in parents:
                here = here.setdefault(parent, {})
            here[last] = words
        path.write_text(
            yaml.dump(strings, allow_unicode=True, sort_keys=False, width=10**6), "utf-8"
        )

    def check(self, *tags: str) -> tuple[Content | None, list[Problem]]:
        """What the check says of it, or of those languages alone."""
        return check(self.folder, ROOT / "docs", tags)

    def build(self, *tags: str) -> Site:
        """The site, in memory."""
        content, problems = self.check()
        assert content is not None, as_text(errors(problems))
        return build(content, ROOT / "docs", SiteSettings(SITE_URL), tags)

    def page(self, tag: str, address: str) -> str:
        """The HTML of one page."""
        site = self.build(tag)
        return next(page.html for page in site.pages if page.page.address == address)
