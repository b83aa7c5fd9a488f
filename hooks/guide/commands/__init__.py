"""What can be done from a terminal. Exit status: 0 all well, 1 errors, 2 wrongly used."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from . import (
    accept,
    cards,
    check,
    finish_site,
    fork_check,
    format_content,
    offline,
    record,
    stage,
    start_locale,
    status,
)

OF_CONTENT = {
    "check": check,
    "status": status,
    "record": record,
    "accept": accept,
    "locale": start_locale,
    "format": format_content,
    "cards": cards,
    "stage": stage,
    "fork-check": fork_check,
}
OF_A_SITE = {
    "finish": finish_site,
    "offline": offline,
}
"""These work on a folder that has been built, and read no content."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and say how it went."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m guide", description="Work with the content of the guide."
    )
    verbs = parser.add_subparsers(required=True, metavar="command")
    for name, module in (OF_CONTENT | OF_A_SITE).items():
        summary = (module.__doc__ or "").splitlines()[0]
        verb = verbs.add_parser(name, help=summary, description=summary)
        if name in OF_CONTENT:
            verb.add_argument(
                "--content",
                type=Path,
                default=Path("content_src"),
                metavar="DIR",
                help="the folder of content (default: content_src)",
            )
        module.arguments(verb)
        verb.set_defaults(run=module.run)
    options = parser.parse_args(arguments)
    return int(options.run(options))
