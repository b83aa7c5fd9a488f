"""Warning signs, by how fast to act."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalog import Catalog
from ..model.warning import Urgency
from ..text import Text
from .originals import originals


@dataclass(frozen=True)
class SignView:
    """One sign."""

    id: str
    text: Text
    awaits_clinician: bool


@dataclass(frozen=True)
class SignGroup:
    """The signs of one urgency."""

    urgency: Urgency
    heading: Text
    act: Text
    signs: list[SignView]
    originals: list[Text]
    """The source of signs that stay in reach until a person has reviewed their translation."""


def sign_groups(catalog: Catalog) -> list[SignGroup]:
    """Every sign, the most urgent first."""
    warnings = catalog.content.warnings.model
    return [
        SignGroup(
            urgency,
            catalog.text("urgencies", urgency, "heading"),
            catalog.text("urgencies", urgency, "act"),
            [
                SignView(sign.id, catalog.text("signs", sign.id), sign.awaits_clinician)
                for sign in warnings.by_urgency(urgency)
            ],
            originals(catalog, [("signs", sign.id) for sign in warnings.by_urgency(urgency)]),
        )
        for urgency in Urgency
        if warnings.by_urgency(urgency)
    ]
