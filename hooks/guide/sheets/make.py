"""Every PDF of every language, made and laid where the site has it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .. import fonts
from ..archive import Archive
from ..card_formats import Layout, formats
from ..catalog import Catalog
from ..problems import Problem
from ..views.sheet_builder import sheet
from .data import document_data
from .job import Job
from .press import press, recipe
from .problems import overflow, refused, without_address, without_font

_FITS, _OVERFLOWS = ".pdf", ".overflow.pdf"
"""How a PDF ends in the archive."""

Progress = Callable[[int, int], None]
"""Is told how many sheets of how many are done."""


@dataclass(frozen=True)
class SheetSettings:
    """Where sheets come from and go to."""

    site_url: str
    folder: Path
    """The folder of the site: a sheet becomes `<tag>/card/<format>.pdf` in it."""
    archive: Path
    """Where sheets are kept from one build to the next."""


def make_sheets(
    catalogs: Sequence[Catalog],
    settings: SheetSettings,
    progress: Progress = lambda done, all_: None,
) -> list[Problem]:
    """Make the PDFs of those languages, and say what does not fit.

    In the source language what does not fit is an error. In another it is a warning: its sheet
    takes a second page, and a long sentence never stops the site.
    """
    archive = Archive(settings.archive, _FITS, _OVERFLOWS)
    problems = [*without_font(catalogs), *without_address(settings.site_url)]
    jobs = [*_jobs(catalogs, settings.site_url)]

    def run(job: Job) -> list[Problem]:
        layout, data = job.format.layout, document_data(job.sheets, job.format.paper)
        try:
            pdf, ending = archive.get(recipe(layout, data), lambda: _pressed(layout, data))
        except ValueError as refusal:
            return [refused(job, str(refusal))]
        _lay_down(pdf, settings.folder, job)
        return [] if ending == _FITS else [overflow(job)]

    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for done, found in enumerate(workers.map(run, jobs), 1):
            problems += found
            progress(done, len(jobs))
    archive.tidy()
    return problems


def _jobs(catalogs: Sequence[Catalog], site_url: str) -> Iterable[Job]:
    filled = cache(lambda catalog, extent: sheet(catalog, extent, site_url))
    for catalog in catalogs:
        if fonts.face_of(catalog.locale.tag) is None:
            continue
        for format_ in formats(catalog):
            sheets = [filled(catalog, format_.extent)]
            if format_.layout is Layout.BILINGUAL:
                sheets.append(filled(catalog.of_source, format_.extent))
            yield Job(catalog, format_, sheets)


def _pressed(layout: Layout, data: dict[str, Any]) -> tuple[bytes, str]:
    made = press(layout, data)
    return made.pdf, _FITS if made.fits else _OVERFLOWS


def _lay_down(pdf: bytes, folder: Path, job: Job) -> None:
    path = folder / job.catalog.locale.tag / "card" / f"{job.format.name}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pdf)
