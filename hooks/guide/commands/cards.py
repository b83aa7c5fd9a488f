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

FOLDER = Path("build/cards")
ARCHIVE = Path("build/archive")
"""Where finished files are kept from one build to the next."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """It is told nothing."""


def run(options: argparse.Namespace) -> int:
    """Print what was made, and what does not fit."""
    wanted = wanted_locales()
    content, problems = check(options.content, Path("docs"), wanted)
    if content is not None:
        site_url = read_settings(Path("mkdocs.yml")).site_url
        settings = SheetSettings(site_url, FOLDER, ARCHIVE)
        problems = make_sheets(
            list(catalogs(shown(content), wanted).values()), settings, Progress("sheets")
        )
    if problems:
        print(as_text(problems))
    if errors(problems):
        return 1
    made = len(list(FOLDER.glob("*/card/*.pdf")))
    print(f"{made} PDFs are in {FOLDER}/")
    return 0
