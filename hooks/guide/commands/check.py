"""Look for problems in the content, without a build."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

from ..checks import check
from ..content import Content
from ..problems import Problem, Severity, errors
from ..report import as_annotations, as_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("--strict", action="store_true", help="count warnings as errors")


def run(options: argparse.Namespace) -> int:
    """Print every problem, or what was made sure of."""
    content, problems = check(options.content, Path("docs"))
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


def _countries(content: Content) -> str:
    ids = {country.id for country in content.emergency.model.countries}
    union = " and the European Union" if "EU" in ids else ""
    return f"{len(ids - {'EU'})} countries{union}"


def _verified(content: Content) -> str:
    """What the check has made sure of, in one sentence."""
    parts = [
        f"{len(content.steps)} steps",
        f"{len(content.positions)} positions",
        f"{len(content.figures)} figures",
        f"{len(content.warnings.model.signs)} warning signs",
        f"the emergency numbers of {_countries(content)}",
        f"{len(content.evidence.model.claims)} claims",
        f"{len(content.facts.model.facts)} facts",
        f"{len(content.locales.model.locales)} languages",
    ]
    return (
        f"checked {', '.join(parts)}: every step is linked and illustrated, every fact is carried "
        "and weighed, every sign is there, every limit is kept, and every string has its place"
    )
