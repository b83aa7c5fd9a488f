"""The whole set of spoilt content, in as many processes as there are cores."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from ..mutants import Mutant, files, mutants
from ..spoilt_content import (
    CAUGHT,
    FALLS_BACK,
    FALSE_ALARM,
    MISSED,
    SOURCE,
    SpoiltContent,
    is_translation,
    read_once,
)
from .row import Row


def rows() -> Iterator[Row]:
    """Every way at every leaf of structure and English; each of those once in a translation."""
    with ProcessPoolExecutor() as pool:
        found = sum(pool.map(_tally, files(SOURCE)), Counter[str]())
    missed = sum(number for verdict, number in found.items() if verdict.startswith(MISSED))
    alarms = sum(number for verdict, number in found.items() if verdict.startswith(FALSE_ALARM))
    total = sum(found.values())
    allowed = total - missed - alarms - found[CAUGHT] - found[FALLS_BACK]
    yield Row(
        f"{total} mutants of the content",
        "0 missed, 0 false alarms",
        f"{found[CAUGHT]} caught, {found[FALLS_BACK]} fall back visibly, {allowed} allowed by a "
        f"rule, {missed} missed, {alarms} false alarms",
        not missed and not alarms,
        "each leaf deleted, emptied, of another type, named twice, misspelt, pointed nowhere, "
        "swapped",
    )


def chosen(file: str) -> Iterator[Mutant]:
    """Of a translation, whose leaves are the same in each language, one in as many as there are."""
    languages = [name for name in files(SOURCE) if name.startswith("locales/")]
    for number, mutant in enumerate(mutants(SOURCE, file)):
        if not is_translation(mutant) or number % len(languages) == languages.index(file):
            yield mutant


def _tally(file: str) -> Counter[str]:
    found: Counter[str] = Counter()
    with TemporaryDirectory() as folder, read_once():
        os.chdir(folder)
        spoilt = SpoiltContent(Path())
        for mutant in chosen(file):
            found[spoilt.verdict(mutant)] += 1
        os.chdir("/")
    return found
