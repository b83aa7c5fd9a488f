"""Draws the pelvis: for its own picture with landmarks, and small inside a person."""

from __future__ import annotations

from guide.figures.arrows import arrow
from guide.figures.drawing import MARK_LINE, Drawing
from guide.figures.geometry import Outline, Placement, Point, add, rectangle, scale, sub, unit
from guide.figures.pelvis import (
    FORAMEN,
    FOSSA,
    HIP_BONE,
    SACRUM,
    SOCKET,
    Pelvis,
    PelvisFigure,
    Side,
)
from guide.figures.svg import dot, line_path, number, path, pen, rounded_path, smooth_path

SCALE = 0.024
"""Body heights (of the drawing's frame) a centimetre, in the picture of the pelvis alone."""

FRAME: Outline = ((-17.0, -10.6), (17.0, 12.2))
"""What every picture of the pelvis shows, in centimetres: side by side they have one scale."""

SIDES: tuple[Side, Side] = ("left", "right")
_HOLES = ((2.0, 4.9, 0.36), (1.7, 3.3, 0.31), (1.3, 1.9, 0.26), (0.9, 0.7, 0.21))


def draw_pelvis(drawing: Drawing, figure: PelvisFigure) -> None:
    """The whole picture: bones, the line between the front points, and arrows."""
    flavour, pelvis = drawing.flavour, Pelvis(figure.turned)
    place = Placement((0.0, 0.0))
    for y, half in ((8.9, 2.35), (11.0, 2.25)):
        corners = rectangle(-half, y - 0.8, half, y + 0.85)
        box = tuple(scale(p, SCALE) for p in corners)
        paint = f'fill="{flavour.paper}" stroke="{flavour.ink}" stroke-width="2.8"'
        drawing.add(path(rounded_path(box, 0.012), paint))
        drawing.include(box)
    draw_bones(drawing, pelvis, place, SCALE, 3.0, detail=True)
    drawing.include([scale(p, SCALE) for p in FRAME])
    left, right = (scale(pelvis.front_point(s), SCALE) for s in SIDES)
    if figure.arrows:
        y = (left[1] + right[1]) / 2
        level = line_path(((-15.6 * SCALE, y), (15.6 * SCALE, y)))
        drawing.add(path(level, pen(flavour.ink, 1.5) + ' opacity=".55" stroke-dasharray="1.5 5"'))
    u = scale(unit(sub(right, left)), 2.3 * SCALE)
    line = line_path((sub(left, u), add(right, u)))
    drawing.add(path(line, pen(flavour.accent, MARK_LINE) + ' stroke-dasharray="9 6"'))
    paint = f'fill="{flavour.accent}" stroke="{flavour.paper}" stroke-width="2"'
    drawing.add(dot(left, 0.014, paint) + dot(right, 0.014, paint))
    drawing.include((sub(left, u), add(right, u)))
    if figure.arrows:
        for side, degrees in zip(SIDES, figure.turned, strict=True):
            if degrees:
                _turn_arrow(drawing, -1 if side == "left" else 1, forward=degrees > 0)


def _turn_arrow(drawing: Drawing, sign: int, *, forward: bool) -> None:
    """Down in front for a bone that is turned forward, up for one that is turned back."""
    ends: list[Point] = [(sign * 14.1, 10.2), (sign * 15.1, 2.4)]
    if not forward:
        ends.reverse()
    start, end = (scale(p, SCALE) for p in ends)
    bend = scale((sign * 16.9, 6.5), SCALE)
    drawing.add(arrow(drawing.flavour, start, end, bend=bend, head=0.030))
    drawing.include((start, end, (sign * 16.2 * SCALE, 0.0)))


def draw_bones(
    drawing: Drawing, pelvis: Pelvis, place: Placement, k: float, line: float, *, detail: bool
) -> None:
    """Sacrum and hip bones; ``k`` body heights a centimetre."""
    flavour = drawing.flavour

    def placed(points: Outline) -> Outline:
        return place.apply([scale(p, k) for p in points])

    def shape(d: str, wash: float, outlined: bool = True) -> None:
        first, *over = flavour.washes(wash)
        edge = f'stroke="{flavour.ink}" stroke-width="{number(line)}" '
        drawing.add(path(d, (edge if outlined else "") + 'fill-rule="evenodd" ' + first))
        for fill in over:
            drawing.add(path(d, 'fill-rule="evenodd" ' + fill))

    sacrum = placed(tuple(pelvis.tilted(p) for p in SACRUM))
    shape(smooth_path(sacrum), 0.24)
    drawing.include(sacrum)
    if detail:
        for x, y, radius in _HOLES:
            for hole in placed((pelvis.tilted((x, y)), pelvis.tilted((-x, y)))):
                drawing.add(dot(hole, radius * k, 'opacity=".75"'))
    for side in SIDES:
        bone = placed(pelvis.of(side, HIP_BONE))
        foramen = placed(pelvis.of(side, FORAMEN))
        drawing.include(bone, 0.004)
        shape(smooth_path(bone) + smooth_path(foramen), 0.08)
        fossa = smooth_path(placed(pelvis.of(side, FOSSA)))
        drawing.add(path(fossa, 'opacity=".13"'))
        socket = placed(pelvis.of(side, (SOCKET,)))[0]
        ring = f'fill="{flavour.paper}" stroke="{flavour.ink}" stroke-width="{number(line * 0.8)}"'
        drawing.add(dot(socket, 2.05 * k, ring))
        drawing.add(dot(socket, 1.45 * k, 'opacity=".3"'))
    disc = placed(tuple(pelvis.tilted(p) for p in rectangle(-0.42, -5.55, 0.42, -3.55)))
    drawing.add(path(rounded_path(disc, 0.3 * k), 'opacity=".8"'))
