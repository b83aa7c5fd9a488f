"""Write the site as a plain tree, for generators that run no hooks."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from ..problems import errors
from ..progress import Progress
from ..report import as_text
from ..settings import read_settings, wanted_locales
from ..sheets import SheetSettings, make_sheets
from ..site import build
from ..stage import stage
from .cards import ARCHIVE
from .translated import Refused, load, refuse

FOLDER = Path("build/stage")


def arguments(parser: argparse.ArgumentParser) -> None:
    """It is told nothing."""


def run(options: argparse.Namespace) -> int:
    """Write the tree of every language, or of those in `LOCALES`."""
    wanted = wanted_locales()
    try:
        content = load(options.content, wanted)
    except Refused as refused:
        return refuse(refused)
    docs, settings = Path("docs"), replace(read_settings(Path("mkdocs.yml")), has_sheets=True)
    site = build(content, docs, settings, wanted)
    stage(site, docs / "assets", FOLDER, settings.site_url, ARCHIVE)
    sheets = SheetSettings(settings.site_url, FOLDER / "files", ARCHIVE)
    problems = make_sheets(site.languages.catalogs, sheets, Progress("sheets"))
    if problems:
        print(as_text(problems))
    if errors(problems):
        return 1
    print(f"{len(site.pages)} pages and {len(site.files)} files staged in {FOLDER.as_posix()}")
    return 0
