"""Write the site as a plain tree, for generators that run no hooks."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

from ..settings import read_settings
from ..sheets import printable
from ..site import build
from ..stage import stage
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
    try:
        content = load(options.content)
    except Refused as refused:
        return refuse(refused)
    docs, settings = Path("docs"), read_settings(options.config)
    settings = replace(settings, printed=printable(content.locales.model.locales))
    wanted = [tag for tag in os.environ.get("LOCALES", "").split(",") if tag]
    site = build(content, docs, settings, wanted)
    stage(site, docs / "assets", options.out, settings.site_url)
    print(f"{len(site.pages)} pages and {len(site.files)} files staged in {options.out.as_posix()}")
    return 0
