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

COMMANDS = {
    "check": check,
    "status": status,
    "record": record,
    "accept": accept,
    "locale": start_locale,
    "format": format_content,
    "cards": cards,
    "stage": stage,
    "finish": finish_site,
    "offline": offline,
    "fork-check": fork_check,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and say how it went."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m guide", description="Work with the content of the guide."
    )
    verbs = parser.add_subparsers(required=True, metavar="command")
    for name, module in COMMANDS.items():
        summary = (module.__doc__ or "").splitlines()[0]
        verb = verbs.add_parser(name, help=summary, description=summary)
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
