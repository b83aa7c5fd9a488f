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


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument(
        "--out", type=Path, default=Path("build/stage"), metavar="DIR", help="where to write it"
    )
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("mkdocs.yml"),
        metavar="FILE",
        help="the site's settings",
    )


def run(options: argparse.Namespace) -> int:
    """Write the tree of every language, or of those in `LOCALES`."""
    wanted = wanted_locales()
    try:
        content = load(options.content, wanted)
    except Refused as refused:
        return refuse(refused)
    docs, settings = Path("docs"), replace(read_settings(options.config), has_sheets=True)
    site = build(content, docs, settings, wanted)
    stage(site, docs / "assets", options.out, settings.site_url, ARCHIVE)
    sheets = SheetSettings(settings.site_url, options.out / "files", ARCHIVE)
    problems = make_sheets(site.languages.catalogs, sheets, Progress("sheets"))
    if problems:
        print(as_text(problems))
    if errors(problems):
        return 1
    print(f"{len(site.pages)} pages and {len(site.files)} files staged in {options.out.as_posix()}")
    return 0
