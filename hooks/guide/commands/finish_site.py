"""Complete a folder that a generator has filled, as every published site is."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..finish import finish
from ..settings import read_settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("site", type=Path, metavar="DIR", help="the folder of the built site")
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("mkdocs.yml"),
        metavar="FILE",
        help="the site's settings",
    )


def run(options: argparse.Namespace) -> int:
    """Complete the folder."""
    finish(options.site, read_settings(options.config).site_url)
    return 0
