"""The source text of what must not be misread, beside a translation that nobody has reviewed."""

from __future__ import annotations

from ..catalog import Catalog
from ..originals import offered_originals
from ..strings import Key
from ..text import Text
from ..translation import State


def originals(catalog: Catalog, keys: list[Key]) -> list[Text]:
    """The source of those strings that no person has reviewed yet, where it must be offered."""
    offered = offered_originals(catalog.content) if not catalog.translation.is_source else ()
    return [
        catalog.source_text(*key)
        for key in keys
        if key in offered and catalog.state(key) is State.UNREVIEWED
    ]
