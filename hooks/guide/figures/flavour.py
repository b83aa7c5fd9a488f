"""The colours of a picture: one ink and its washes, for screens and for paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Flavour:
    """How ink, paper and washes are written in SVG."""

    ink: str
    """Lines, hair and shoes."""
    paper: str
    """What covers the lines behind a body."""
    accent: str
    """Marks: angles, level lines, arrows, ice."""
    greys: bool
    """Whether a wash is a literal grey, and not the ink laid thinly over the paper."""

    def washes(self, strength: float) -> tuple[str, ...]:
        """The fills that, laid over ink, make a wash of it: from 0 (paper) to 1 (the ink itself).

        The whole picture is filled with ink unless something else is said.
        """
        if strength >= 1:
            return ()
        if self.greys:
            grey = round(255 * (1 - strength))
            return (f'fill="#{grey:02x}{grey:02x}{grey:02x}"',)
        paper = f'fill="{self.paper}"'
        return (paper, f'opacity="{strength:.2g}"'.replace("0.", ".")) if strength else (paper,)


SCREEN = Flavour("currentColor", "var(--fig-paper,#fff)", "var(--fig-accent,currentColor)", False)
"""Follows the page's colours, light or dark: inline only, as an ``<img>`` inherits nothing."""

PAPER = Flavour("#000", "#fff", "#000", True)
"""Literal black, white and greys.

PDF engines know no CSS variables; a grey wash vanishes cleanly where a printer knows only black.
"""
