"""What a PDF of the card takes to make, and what it weighs."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.card_formats import Layout, formats
from guide.sheets import SheetSettings, make_sheets

from ..content_copy import SITE_URL
from ..real_content import catalog, tags
from .row import Row

_MOST_KB = {Layout.BILINGUAL: 130}
_MOST_KB_ELSE, _MOST_KB_HAN = 100, 200
_HAN = {"zh-Hans", "ja"}


def rows() -> Iterator[Row]:
    """Every sheet made from nothing, one after the other; then all of them made again."""
    catalogs = [catalog(tag) for tag in tags()]
    count = sum(len(formats(one)) for one in catalogs)
    with TemporaryDirectory() as folder:
        settings = SheetSettings(SITE_URL, Path(folder) / "site", Path(folder) / "archive")
        first = _milliseconds(lambda: make_sheets(catalogs, settings)) / count
        again = _milliseconds(lambda: make_sheets(catalogs, settings)) / count
        yield Row(
            f"{count} PDFs of the card, each", "unchanged: a tenth; 50 ms are aimed at",
            f"{first:.0f} ms made, {again:.1f} ms unchanged", again < first / 10,
            "time of one processor",
        )  # fmt: skip
        for layout in Layout:
            for han, most in ((False, _MOST_KB.get(layout, _MOST_KB_ELSE)), (True, _MOST_KB_HAN)):
                heaviest = max(
                    (settings.folder / one.locale.tag / "card" / f"{f.name}.pdf").stat().st_size
                    for one in catalogs
                    for f in formats(one)
                    if f.layout is layout and (one.locale.tag in _HAN) is han
                )
                what = f"`{layout}`{' in Chinese or Japanese' if han else ''}"
                yield Row(
                    what, f"at most {most} kB", f"{heaviest / 1000:.0f} kB",
                    heaviest <= most * 1000, "the heaviest",
                )  # fmt: skip


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)
