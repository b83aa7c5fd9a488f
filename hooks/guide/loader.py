"""Reads the folder of content. Each file that does not fit is reported, and stops no other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from . import ledger
from .content import Content
from .document import Document
from .figures import Figure
from .model.card import Card
from .model.changes import Changes
from .model.emergency import Emergency
from .model.evidence import Evidence, Facts, Sources
from .model.guide import Guide
from .model.locale import Locales
from .model.now import Now
from .model.position import Position
from .model.section import Article
from .model.step import Step
from .model.warning import Warnings
from .problems import Problem, Span, did_you_mean
from .validation import validate
from .yaml_source import Located, read

SINGLE_FILES: dict[str, tuple[TypeAdapter[Any], str]] = {
    "guide": (TypeAdapter(Guide), "the guide"),
    "warnings": (TypeAdapter(Warnings), "the file of warning signs"),
    "emergency": (TypeAdapter(Emergency), "the file of emergency numbers"),
    "facts": (TypeAdapter(Facts), "the file of facts"),
    "evidence": (TypeAdapter(Evidence), "the file of claims"),
    "sources": (TypeAdapter(Sources), "the bibliography"),
    "locales": (TypeAdapter(Locales), "the list of languages"),
    "changes": (TypeAdapter(Changes), "the list of changes"),
    "card": (TypeAdapter(Card), "the card"),
    "now": (TypeAdapter(Now), "the page for right now"),
}
FOLDERS: dict[str, tuple[TypeAdapter[Any], str]] = {
    "steps": (TypeAdapter(Step), "a step"),
    "positions": (TypeAdapter(Position), "a position"),
    "explanation": (TypeAdapter(Article), "an article"),
    "figures": (TypeAdapter(Figure), "a figure"),
}
STRINGS = "locales"


def load(root: Path, problems: list[Problem], wanted: Collection[str] = ()) -> Content | None:
    """Read all of `root`. None if one of the files that everything needs is missing or broken.

    With `wanted`, no strings are read but those of these languages and of what they need.
    """
    if not root.is_dir():
        help_ = "run from the root of the project, or name a folder with `--content`"
        problems.append(
            Problem("no-content", "there is no such folder", Span(root.as_posix()), help_)
        )
        return None
    problems += _strangers(root)
    single = {
        name: _document(root / f"{name}.yml", adapter, kind, problems)
        for name, (adapter, kind) in SINGLE_FILES.items()
    }
    folders: dict[str, dict[str, Document[Any]]] = {}
    broken: set[str] = set()
    for folder, (adapter, kind) in FOLDERS.items():
        folders[folder] = {}
        for path in sorted((root / folder).glob("*.yml")):
            document = _document(path, adapter, kind, problems)
            if document is None:
                broken.add(f"{folder}/{path.stem}")
                continue
            problems += _name_problems(document, path)
            folders[folder][path.stem] = _named_as_its_file(document, path)
    strings = _strings(root, single["locales"], problems, wanted)
    if any(document is None for document in single.values()):
        return None
    return Content(
        root=root,
        steps=folders["steps"],
        positions=folders["positions"],
        articles=folders["explanation"],
        figures=folders["figures"],
        strings=strings,
        broken=frozenset(broken),
        **single,  # type: ignore[arg-type]
    )


def _document(
    path: Path, adapter: TypeAdapter[Any], kind: str, problems: list[Problem]
) -> Document[Any] | None:
    located = read(path, problems)
    return None if located is None else validate(located, adapter, kind, problems)


def _name_problems(document: Document[Any], path: Path) -> list[Problem]:
    if document.model.id == path.stem:
        return []
    message = f"the file is called `{path.stem}`, but its id is `{document.model.id}`"
    help_ = f"write `id: {path.stem}`, or rename the file"
    return [Problem("id-mismatch", message, document.value_span("id"), help_)]


def _named_as_its_file(document: Document[Any], path: Path) -> Document[Any]:
    """A wrong id is told once: everything else is checked as if it were right."""
    return replace(document, model=document.model.model_copy(update={"id": path.stem}))


def _strings(
    root: Path,
    registry: Document[Locales] | None,
    problems: list[Problem],
    wanted: Collection[str],
) -> dict[str, Located]:
    found = {}
    known = [locale.tag for locale in registry.model.locales] if registry else None
    needed = registry.model.needed(wanted) if registry else set()
    for path in sorted((root / STRINGS).glob("*.yml")):
        if known is not None and path.stem not in known:
            help_ = f"add it to `{root.as_posix()}/locales.yml`"
            message = f"no language is registered as `{path.stem}`"
            problems.append(Problem("unknown-locale", message, Span(path.as_posix()), help_))
        elif known is not None and path.stem not in needed:
            continue
        located = read(path, problems, strings_only=True)
        if located is not None:
            problems += _not_strings(located)
            found[path.stem] = located
    for index, tag in enumerate(known or []):
        if not (root / STRINGS / f"{tag}.yml").exists() and registry is not None:
            message = f"`{tag}` has no file of strings"
            help_ = f"add `{root.as_posix()}/{STRINGS}/{tag}.yml`"
            span = registry.value_span("locales", index, "tag")
            problems.append(Problem("missing-file", message, span, help_))
    return found


def _not_strings(located: Located) -> list[Problem]:
    return [
        Problem(
            "wrong-type",
            f"`{'.'.join(path)}` must be text, not a list",
            leaf.span,
            "write one sentence under one name",
        )
        for path, leaf in located.leaves()
        if isinstance(leaf.value, list)
    ]


def _strangers(root: Path) -> list[Problem]:
    """Files that nothing reads: a misspelt name would otherwise go unnoticed."""
    known = {f"{name}.yml" for name in SINGLE_FILES}
    folders = {*FOLDERS, STRINGS, ledger.FOLDER}
    found = []
    for path in sorted(root.rglob("*")):
        if path.is_dir() or any(part.startswith(".") for part in path.relative_to(root).parts):
            continue
        inner = path.relative_to(root).parts
        fits = inner[0] in known if len(inner) == 1 else inner[0] in folders and len(inner) == 2
        ending = ".json" if inner[0] == ledger.FOLDER else ".yml"
        if not fits or path.suffix != ending:
            message, span = "nothing reads this file", Span(path.as_posix())
            found.append(Problem("unexpected-file", message, span, _place_for(path, inner, known)))
    return found


def _place_for(path: Path, inner: tuple[str, ...], known: set[str]) -> str:
    folders = {*FOLDERS, STRINGS}
    if len(inner) == 1:
        return did_you_mean(inner[0], known)
    if inner[0] not in folders:
        return did_you_mean(inner[0], folders)
    if len(inner) > 2:
        return f"put it into `{inner[0]}/` itself"
    return f"call it `{path.stem}.yml`, or remove it"
