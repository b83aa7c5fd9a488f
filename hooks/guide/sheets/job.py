"""One PDF to make."""

from __future__ import annotations

from dataclasses import dataclass

from ..card_formats import Format
from ..catalog import Catalog
from ..views.sheet import Sheet


@dataclass(frozen=True)
class Job:
    """A format in a language."""

    catalog: Catalog
    format: Format
    sheets: list[Sheet]
    """The sheet in the language, and in the source beside it where the format has both."""
