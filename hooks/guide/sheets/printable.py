"""Which languages have PDFs: those whose script has a font."""

from __future__ import annotations

from collections.abc import Iterable

from .. import fonts
from ..model.locale import Locale


def printable(locales: Iterable[Locale]) -> frozenset[str]:
    """The tags of those that there is a font for."""
    return frozenset(locale.tag for locale in locales if fonts.face_of(locale.tag))
