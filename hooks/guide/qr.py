"""QR codes: the address of a card, for a phone to read from paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import segno

QUIET_ZONE = 4
"""Modules of white around the code: readers need them."""


@dataclass(frozen=True)
class Code:
    """A code as one outline in SVG, one unit a module."""

    side: int
    """Its width and height in modules, the quiet zone included."""
    d: str
    """The dark modules, as the `d` of a path."""

    def svg(self) -> str:
        """A picture of its own, black on white, without words."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.side} {self.side}" '
            f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{self.side}v{self.side}H0z"/>'
            f'<path fill="#000" d="{self.d}"/></svg>'
        )


@cache
def code(address: str) -> Code:
    """The code of an address. A sixth of it may be unreadable: folded, stained, or drawn on."""
    matrix = segno.make_qr(address, error="m").matrix
    d = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
        for y, row in enumerate(matrix)
        for x, length in _runs(bytes(row))
    )
    return Code(len(matrix) + 2 * QUIET_ZONE, d)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Where dark modules stand in a row: the first of each run, and how many there are."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((x, 1))
    return runs
