"""Make the PDFs of the card, and nothing else."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..checks import check
from ..languages import catalogs
from ..left_out import shown
from ..problems import errors
from ..progress import Progress
from ..report import as_text
from ..settings import read_settings, wanted_locales
from ..sheets import SheetSettings, make_sheets

ARCHIVE = Path("build/archive")
"""Where finished files are kept from one build to the next."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument(
        "--docs", type=Path, default=Path("docs"), metavar="DIR", help="the folder of the skeletons"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("build/cards"), metavar="DIR", help="where they go"
    )


def run(options: argparse.Namespace) -> int:
    """Print what was made, and what does not fit."""
    wanted = wanted_locales()
    content, problems = check(options.content, options.docs, wanted)
    if content is not None:
        site_url = read_settings(Path("mkdocs.yml")).site_url
        settings = SheetSettings(site_url, options.out, ARCHIVE)
        problems = make_sheets(
            list(catalogs(shown(content), wanted).values()), settings, Progress("sheets")
        )
    if problems:
        print(as_text(problems))
    if errors(problems):
        return 1
    made = len(list(options.out.glob("*/card/*.pdf")))
    print(f"{made} PDFs are in {options.out}/")
    return 0
