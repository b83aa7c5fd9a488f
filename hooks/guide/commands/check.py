"""What can be done from a terminal. Exit status: 0 all well, 1 errors, 2 wrongly used."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .checks import check
from .content import Content
from .problems import Problem, Severity, errors
from .report import as_annotations, as_text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and say how it went."""
    parser = argparse.ArgumentParser(prog="python -m guide", description=__doc__)
    verbs = parser.add_subparsers(required=True, metavar="command")
    verb = verbs.add_parser("check", help="look for problems in the content, without a build")
    verb.add_argument("--content", type=Path, default=Path("content_src"), metavar="DIR")
    verb.add_argument(
        "--docs", type=Path, default=Path("docs"), metavar="DIR", help="the folder of the skeletons"
    )
    verb.add_argument("--strict", action="store_true", help="count warnings as errors")
    verb.set_defaults(run=_check)
    options = parser.parse_args(arguments)
    return int(options.run(options))


def _check(options: argparse.Namespace) -> int:
    content, problems = check(options.content, options.docs)
    if options.strict:
        problems = [_promoted(problem) for problem in problems]
    if problems:
        print(as_text(problems))
        if os.environ.get("GITHUB_ACTIONS"):
            print(as_annotations(problems))
    if errors(problems):
        return 1
    if content is not None:
        print(_verified(content))
    return 0


def _promoted(problem: Problem) -> Problem:
    if problem.severity is Severity.WARNING:
        return replace(problem, severity=Severity.ERROR)
    return problem


def _verified(content: Content) -> str:
    """What the check has made sure of, in one sentence."""
    parts = [
        f"{len(content.steps)} steps",
        f"{len(content.positions)} positions",
        f"{len(content.figures)} figures",
        f"{len(content.warnings.model.signs)} warning signs",
        f"{len(content.emergency.model.countries)} countries",
        f"{len(content.evidence.model.claims)} claims",
        f"{len(content.facts.model.facts)} facts",
    ]
    return (
        f"checked {', '.join(parts)}: every step is linked and illustrated, every fact is carried "
        "and weighed, every sign is there, every limit is kept, and every string has its place"
    )
