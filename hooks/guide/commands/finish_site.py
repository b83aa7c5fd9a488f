"""Complete a folder that a generator has filled, as every published site is."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..finish import finish
from ..settings import read_settings
from ..swap import put_in_place


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("site", type=Path, metavar="DIR", help="the folder of the built site")
    parser.add_argument(
        "--into", type=Path, metavar="DIR", help="move it there, in place of what stands there"
    )


def run(options: argparse.Namespace) -> int:
    """Complete the folder, and let it stand where the last one stood."""
    try:
        finish(options.site, read_settings(Path("mkdocs.yml")).site_url)
    except ValueError as problem:
        print(problem)
        return 1
    if options.into:
        options.into.parent.mkdir(parents=True, exist_ok=True)
        put_in_place(options.site, options.into)
        print(f"the finished site is in {options.into.as_posix()}")
    return 0
