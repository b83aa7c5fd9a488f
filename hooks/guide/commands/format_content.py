"""Rewrite the content in its one canonical form."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..languages import translations
from ..locale_file import header_of, written
from ..translation import Translation
from .translated import Refused, load, refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("--dry-run", action="store_true", help="only say which files would change")


def run(options: argparse.Namespace) -> int:
    """Rewrite the files of strings that are not in canonical form."""
    try:
        content = load(options.content)
    except Refused as refused:
        return refuse(refused)
    for language in translations(content).values():
        path = content.root / "locales" / f"{language.locale.tag}.yml"
        rewrite(path, language, dry_run=options.dry_run)
    return 0


def rewrite(path: Path, language: Translation, *, dry_run: bool) -> None:
    """Write one file of strings, if that changes it."""
    old = path.read_text("utf-8") if path.exists() else ""
    new = written(header_of(old), language.written, language.uses, language.source)
    if new != old:
        print(f"{'would rewrite' if dry_run else 'rewrote'} {path.as_posix()}")
        if not dry_run:
            path.write_text(new, "utf-8")
