"""The card as PDFs: every format of every language, by Typst, into the folder of a site."""

from __future__ import annotations

from .make import SheetSettings, make_sheets
from .printable import printable

__all__ = ["SheetSettings", "make_sheets", "printable"]
