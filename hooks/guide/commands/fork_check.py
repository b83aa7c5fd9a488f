"""Say what a fork still has to change, and what it should look at."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content import Content
from ..host import is_unset
from ..settings import read_settings
from .translated import Refused, load, refuse

_NAME = "Back Spasm Guide"
"""The name of the project that is forked."""

_FOUND = "on GitHub, GitLab{} and Netlify the build finds it: nothing to do"


@dataclass(frozen=True)
class Point:
    """One thing, where it stands, and what to do."""

    path: str
    line: int
    message: str
    help: str = ""

    def __str__(self) -> str:
        """As other commands print what they find."""
        end = f"\n  = help: {self.help}" if self.help else ""
        return f"{self.path}:{self.line}: {self.message}{end}"


def arguments(parser: argparse.ArgumentParser) -> None:
    """It is told nothing."""


def run(options: argparse.Namespace) -> int:
    """Print both lists. The status is 1 until nothing is left to change."""
    try:
        content = load(options.content)
    except Refused as refused:
        return refuse(refused)
    changes = [*_names(content), *_addresses(), *_licence()]
    looks = list(_reviews(content))
    if changes:
        print("To change:\n\n" + "\n\n".join(str(point) for point in changes) + "\n")
    print("Is this true of your guide? Never claim a check that did not happen.\n")
    print("\n".join(str(point) for point in looks) + "\n")
    print(f"{len(changes)} to change, {len(looks)} to look at")
    return 1 if changes else 0


def _names(content: Content) -> Iterator[Point]:
    """Readers must not take a fork for the project that it came from."""
    source = content.strings[content.locales.model.source.tag].at(("site", "name"))
    if source.value == _NAME:
        help_ = "write your own at `site.name`, then in each language"
        yield Point(source.span.path, source.mark.line, f"the name is still `{_NAME}`", help_)
    for name, words in (
        ("mkdocs.yml", f"site_name: {_NAME}"),
        ("README.md", f"# {_NAME}"),
        ("pyproject.toml", 'name = "back-spasm-guide"'),
    ):
        if line := _line(Path(name), words):
            help_ = "write the name of your own"
            yield Point(name, line, f"it still says `{words}`", help_)


def _addresses() -> Iterator[Point]:
    path = Path("mkdocs.yml")
    settings = read_settings(path)
    if is_unset(settings.site_url):
        help_ = f"{_FOUND.format(', Cloudflare')}; elsewhere name it at `site_url`, or in SITE_URL"
        message = "the site has no address: cards, QR codes and previews of links need one"
        yield Point("mkdocs.yml", _line(path, "site_url:"), message, help_)
    if not settings.repo_url:
        help_ = f"{_FOUND.format('')}; elsewhere name it at `repo_url`, or in REPO_URL"
        message = "no repository is named: pages cannot say where to correct them"
        yield Point("mkdocs.yml", _line(path, "repo_url:"), message, help_)


def _licence() -> Iterator[Point]:
    path = Path("LICENSE")
    holders = [
        line for line in path.read_text("utf-8").splitlines() if line.startswith("Copyright")
    ]
    if len(holders) == 1 and _NAME in holders[0]:
        help_ = "add a line with yours below it, and keep this one: both licences ask for that"
        message = "it names no holder of what you have changed"
        yield Point("LICENSE", _line(path, "Copyright"), message, help_)


def _reviews(content: Content) -> Iterator[Point]:
    """Sentences that are true of the project, and perhaps not of the fork."""
    guide = content.guide
    message = f"`checked`: somebody compared all of it with its sources on {guide.model.checked}"
    yield Point(guide.path, guide.mark("checked").line, message)
    strings = content.strings[content.locales.model.source.tag]
    for key, message in (
        (("ui", "checked"), "it says who made that comparison"),
        (("ui", "not-reviewed"), "it says that no clinician has reviewed the guide"),
        (("articles", "about", "source"), "it says where the advice comes from"),
        (("articles", "about", "limits"), "it says what nobody has checked"),
        (("articles", "about", "corrections"), "it says where corrections go"),
        (("articles", "about", "privacy"), "it promises that nothing is collected or sold"),
    ):
        at = strings.at(key)
        yield Point(strings.span.path, at.mark.line, f"`{'.'.join(key)}`: {message}")


def _line(path: Path, start: str) -> int:
    """The first line that begins so; 0 if none does."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return next((n for n, line in enumerate(lines, 1) if line.startswith(start)), 0)
