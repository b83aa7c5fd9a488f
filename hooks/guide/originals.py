"""The few strings whose source stays in reach of every reader until a person has reviewed them."""

from __future__ import annotations

from .content import Content
from .model.step import IceStep
from .model.warning import EMERGENCY_SIGNS
from .strings import Key

ICE_LINES = (
    "lie",
    "time",
    "take-off",
    "bare-skin",
    "over-limit",
    "lie-on-it",
    "sleep-with-it",
)
"""The limits of ice. With the emergency signs they are fifteen strings, and no more."""


def offered_originals(content: Content) -> frozenset[Key]:
    """Those strings of the guide."""
    keys: set[Key] = {("signs", id_) for id_ in EMERGENCY_SIGNS}
    for id_, document in content.steps.items():
        if isinstance(document.model, IceStep):
            keys |= {
                ("steps", id_, section.id, line.id)
                for section in document.model.sections
                for line in section.lines
                if line.id in ICE_LINES
            }
    return frozenset(keys)
