"""Zip a finished site so that it opens from a USB stick."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..offline_zip import write_zip


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("site", type=Path, metavar="SITE_DIR", help="the folder of the site")
    parser.add_argument("out", type=Path, metavar="OUT", help="the zip to write")


def run(options: argparse.Namespace) -> int:
    """Write the zip, and say how to open it."""
    site, out = options.site, options.out
    if not (site / "index.html").is_file():
        print(f"{site} holds no finished site: type `make build` first", file=sys.stderr)
        return 2
    write_zip(site, out, out.stem)
    print(f"{out} ({out.stat().st_size / 1e6:.1f} MB): unpack it and open {out.stem}/index.html")
    return 0
