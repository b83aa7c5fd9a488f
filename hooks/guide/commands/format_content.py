"""Rewrite the content in its one canonical form, and what editors know of it."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..editor_schemas import FOLDER, marked, schemas
from ..languages import translations
from ..locale_file import header_of, written
from .translated import Refused, load, refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("--dry-run", action="store_true", help="only say which files would change")


def run(options: argparse.Namespace) -> int:
    """Rewrite the files that are not in canonical form."""
    try:
        content = load(options.content)
    except Refused as refused:
        return refuse(refused)
    for language in translations(content).values():
        path = content.root / "locales" / f"{language.locale.tag}.yml"
        old = path.read_text("utf-8") if path.exists() else ""
        new = written(header_of(old), language.written, language.uses, language.source)
        _rewrite(path, new, dry_run=options.dry_run)
    folder = content.root.parent / FOLDER
    if folder.is_dir():  # content on its own has no schemas beside it
        for name, text in schemas().items():
            _rewrite(folder / name, text, dry_run=options.dry_run)
        for path, text in marked(content.root):
            _rewrite(path, text, dry_run=options.dry_run)
    return 0


def _rewrite(path: Path, text: str, *, dry_run: bool) -> None:
    """Write one file, if that changes it."""
    if path.exists() and path.read_text("utf-8") == text:
        return
    print(f"{'would rewrite' if dry_run else 'rewrote'} {path.as_posix()}")
    if not dry_run:
        path.write_text(text, "utf-8")
