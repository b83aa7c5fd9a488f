"""From a figure to an SVG element: frame, words for screen readers, and ids that never clash."""

from __future__ import annotations

from functools import cache
from html import escape

from guide.figures import person
from guide.figures.chain import ChainFigure
from guide.figures.chain_drawing import draw_chain
from guide.figures.drawing import THING_LINE, Drawing
from guide.figures.flavour import SCREEN, Flavour
from guide.figures.numerals import BADGE, badge
from guide.figures.pelvis import PelvisFigure
from guide.figures.pelvis_drawing import draw_pelvis
from guide.figures.pose import Pose
from guide.figures.svg import OWN, line_path, path, pen

UNITS_PER_EM = 40
"""SVG units in one ``em`` of the natural size.

Measured in text, all pictures in one place share one scale, and grow together when a page gives
that place a larger ``font-size``.
"""


@cache
def draw(figure: Pose | PelvisFigure | ChainFigure, flavour: Flavour) -> Drawing:
    """Draw a figure once; words and ids come later, a language and a page at a time."""
    drawing = Drawing(flavour)
    match figure:
        case PelvisFigure():
            draw_pelvis(drawing, figure)
        case ChainFigure():
            draw_chain(drawing, figure)
            _floor(drawing)
        case Pose():
            person.draw(drawing, figure)
            _floor(drawing)
    return drawing


def _floor(drawing: Drawing) -> None:
    """The line that everything stands on, under all that was drawn and a little wider."""
    xs = [p[0] for p in drawing.corners]
    ends = ((min(xs) - 0.03, 0.0), (max(xs) + 0.03, 0.0))
    drawing.include(ends)
    drawing.floor = 0.0
    drawing.marks.insert(0, path(line_path(ends), pen(drawing.flavour.ink, THING_LINE)))


def render(
    figure: Pose | PelvisFigure | ChainFigure,
    *,
    uid: str,
    title: str,
    desc: str | None,
    flavour: Flavour = SCREEN,
    mirrored: bool = False,
    number: int | None = None,
) -> str:
    """One picture as an ``<svg>`` element, to stand inline in a page or alone in a file.

    ``uid`` begins every id, so that a picture can stand twice on a page. ``mirrored`` turns left
    and right; the ``number`` in the corner stays readable. A ``desc`` can be left out where the
    words beside the picture say it all.
    """
    drawing = draw(figure, flavour)
    left, top, width, height = drawing.frame()
    if number is not None and drawing.reaches(left, top, BADGE):
        left, width = left - BADGE, width + BADGE
    inner = "".join(drawing.marks)
    if mirrored:
        inner = f'<g transform="translate({2 * left + width})scale(-1 1)">{inner}</g>'
    if drawing.definitions:
        inner = f"<defs>{''.join(drawing.definitions.values())}</defs>{inner}"
    if number is not None:
        inner += badge(number, left, top, width, flavour, right=mirrored)
    inner = inner.replace(OWN, f"{uid}-")
    names, words = f"{uid}-t", f'<title id="{uid}-t">{escape(title)}</title>'
    if desc is not None:
        names, words = f"{names} {uid}-d", f'{words}<desc id="{uid}-d">{escape(desc)}</desc>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" '
        f'width="{width / UNITS_PER_EM:.2f}em" height="{height / UNITS_PER_EM:.2f}em" '
        f'fill="{flavour.ink}" stroke-linecap="round" stroke-linejoin="round" role="img" '
        f'aria-labelledby="{names}">{words}{inner}</svg>'
    )
