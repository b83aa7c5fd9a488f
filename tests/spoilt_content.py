"""Puts mutants of the content before the check, and says what became of each.

All is done in this process, and a file that is not spoilt is read once: so thousands fit. A
mutant of one language is checked beside English alone, and one of the structure with English.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from guide import loader
from guide.checks import check
from guide.checks import figures as figure_checks
from guide.content import Content
from guide.problems import Problem, errors
from guide.yaml_source import Located

from .mutants import Mutant
from .real_content import ROOT, tags

SOURCE = ROOT / "content_src"

CAUGHT, FALLS_BACK, MISSED, FALSE_ALARM = "caught", "falls back", "missed", "false alarm"


class Newest(dict[Any, Any]):
    """The last two versions of a file: thousands would not fit."""

    def keep(self, key: Any, value: Any) -> None:
        """Keep this one and the last, and forget what was before."""
        while len(self) > 1:
            del self[next(iter(self))]
        self[key] = value


@contextmanager
def read_once() -> Iterator[None]:
    """Keep what was read, validated and drawn: only a spoilt file is read again."""
    patch = pytest.MonkeyPatch()
    plain_read, plain_validate = loader.read, loader.validate
    plain_figure = figure_checks.check_figure
    files: dict[str, Newest] = defaultdict(Newest)
    models: dict[str, Newest] = defaultdict(Newest)
    figures: dict[Any, Any] = {}

    def cached_read(path: Path, problems: list[Problem], **options: bool) -> Located | None:
        key = path.read_bytes() if path.exists() else b""
        known = files[path.as_posix()]
        if key not in known:
            found: list[Problem] = []
            known.keep(key, (plain_read(path, found, **options), found))
        located, told = known[key]
        problems += told
        return located

    def cached_validate(located: Located, *rest: Any) -> Any:
        *options, problems = rest
        known = models[located.span.path]
        if id(located) not in known:
            found: list[Problem] = []
            known.keep(id(located), (plain_validate(located, *options, found), found, located))
        model, told, _ = known[id(located)]
        problems += told
        return model

    def cached_figure(figure: Any) -> Any:
        if figure not in figures:
            figures[figure] = list(plain_figure(figure))
        return figures[figure]

    patch.setattr(loader, "read", cached_read)
    patch.setattr(loader, "validate", cached_validate)
    patch.setattr(figure_checks, "check_figure", cached_figure)
    yield
    patch.undo()


def keep_languages(folder: Path, kept: set[str]) -> None:
    """Remove the other languages from a copy of the content."""
    registry = folder / "locales.yml"
    entries = re.split(r"(?=^  - tag: )", registry.read_text("utf-8"), flags=re.M)
    names = {entry.partition("tag: ")[2].split()[0]: entry for entry in entries[1:]}
    registry.write_text("".join([entries[0], *(names[tag] for tag in names if tag in kept)]))
    for tag in names.keys() - kept:
        (folder / "locales" / f"{tag}.yml").unlink(missing_ok=True)
        (folder / "review" / f"{tag}.json").unlink(missing_ok=True)


class SpoiltContent:
    """Copies of the content, each with a few languages. The working directory is above them."""

    def __init__(self, here: Path) -> None:
        self.here = here
        self.copies: dict[str, Path] = {}

    def copy(self, file: str) -> Path:
        """The copy in which that file is spoilt."""
        tag = Path(file).stem if file.startswith("locales/") else tags()[0]
        kind = "all" if file == "locales.yml" else tag
        if kind not in self.copies:
            folder = self.here / kind / "content_src"
            shutil.copytree(SOURCE, folder)
            if kind != "all":
                keep_languages(folder, {tags()[0], tag})
            self.copies[kind] = folder
        return self.copies[kind]

    def check(self, file: str, spoilt: str) -> tuple[Content | None, list[Problem]]:
        """What the check says with that text in the place of a file."""
        folder = self.copy(file)
        path = folder / file
        text = path.read_text("utf-8")
        path.write_text(spoilt, "utf-8")
        try:
            return check(folder, ROOT / "docs")
        finally:
            path.write_text(text, "utf-8")

    def verdict(self, mutant: Mutant) -> str:
        """What became of a mutant: `legitimate` verdicts are named by their rule."""
        wrong = errors(self.check(mutant.file, mutant.text(SOURCE))[1])
        if wrong:
            right = any(_is_told(problem, mutant) for problem in wrong)
            return CAUGHT if right else f"{FALSE_ALARM}: {wrong[0].headline}"
        if is_translation(mutant) and mutant.way in FALLING_BACK:
            return FALLS_BACK
        return next((rule for rule, holds in LEGITIMATE.items() if holds(mutant)), MISSED)


def _is_told(problem: Problem, mutant: Mutant) -> bool:
    """At the leaf, or at what it belongs to, or elsewhere at what named or needed it."""
    if problem.span.path.endswith(f"content_src/{mutant.file}"):
        if problem.span.line in mutant.lines:
            return True
    said = re.findall("[\\w/-]+", f"{problem.message} {problem.help}")
    return bool(mutant.words & set(said)) or problem.code in LEFT_BEHIND


LEFT_BEHIND = {"uncarried-fact", "unused-figure", "unused-string", "missing-string",
               "unused-quantity", "claim-without-label", "claim-not-met",
               "changed-card", "missing-on-card", "missing-on-now"}  # fmt: skip
"""Codes of the other end: what has lost its use, its words or its label, or no longer holds; what
people hold on paper and is no longer so; a card whose lines no longer say what it must."""

FALLING_BACK = {"emptied", "deleted", "its name misspelt"}


def is_translation(mutant: Mutant) -> bool:
    """A string of another language than English: what it lacks, the page shows in English."""
    return mutant.file.startswith("locales/") and mutant.file != f"locales/{tags()[0]}.yml"


def _last(mutant: Mutant) -> str:
    names = [name for name in mutant.field.split(".") if not name.isdigit()]
    return names[-1] if names else ""


def _is_item(mutant: Mutant) -> bool:
    return mutant.field.rpartition(".")[2].isdigit()


def _rule(way: str, fields: str, *, items: bool = False) -> Callable[[Mutant], bool]:
    names = set(fields.split())

    def holds(mutant: Mutant) -> bool:
        return mutant.way == way and _last(mutant) in names and _is_item(mutant) is items

    return holds


LISTS = (
    "links claims sources figures source languages facts authors unseen fallback marks arrows "
    "put_on"
)
CHOSEN = "lines before do-not"
ORDERS = f"{LISTS} {CHOSEN} menu steps positions articles glossary turned"
POSE = "eyes wrist neck shoulders ankle faces turn lowered"
FLAGS = "safety opinion awaits_clinician action is_story"
OPTIONAL = f"{FLAGS} area recheck links claims year doi pmid url note {POSE}"


def _is_left_out(mutant: Mutant) -> bool:
    names = set(CHOSEN.split()) if _is_item(mutant) else {"figure"}
    return mutant.way == "deleted" and _last(mutant) in names


LEGITIMATE: dict[str, Callable[[Mutant], bool]] = {
    "words said otherwise": lambda mutant: (
        mutant.file.startswith("locales/") and mutant.way == "swapped with the next"
    ),
    "an order that its author chooses": _rule("swapped with the next", ORDERS, items=True),
    "one of several, where others stay": _rule("deleted", LISTS, items=True),
    # What must stand on /now/ and the cards, and the order of a section's lines, is checked.
    "a line or picture that first aid at a glance can do without": lambda mutant: (
        mutant.file in {"now.yml", "card.yml"} and _is_left_out(mutant)
    ),
    "words that make the search of a language better": lambda mutant: (
        mutant.file == "locales.yml" and _last(mutant) in {"little_words", "word_prefixes"}
    ),
    "words of a citation or a note": _rule("swapped with the next", "part says title container"),
    "a claim that still holds of the drawing": lambda mutant: (
        mutant.file.startswith("figures/") and mutant.field.startswith("claims.")
    ),
    "a pose of which all claims still hold": lambda mutant: (
        mutant.file.startswith("figures/")
        and mutant.field.startswith("body.")
        and mutant.way == "swapped with the next"
    ),
    "a picture without arrows": _rule("deleted", "arrows"),
    # Models say which fields may be left out. What a number holds for, which lines harm if they
    # are wrong and which claims are opinions is known to editors alone; `test_promises` names
    # the opinions and limits that must stay.
    "a field that may be left out": _rule("deleted", OPTIONAL),
    "a flag that editors alone know to be right": _rule("swapped with the next", "safety"),
    "words that people say for a heading": lambda mutant: (
        mutant.field.startswith("also-called.") and mutant.way == "deleted"
    ),
}
"""Edits that an author may make, each with the rule that allows it."""
