"""Draws a stage of the chain: a person from behind, whose spine and pelvis can be seen."""

from __future__ import annotations

from guide.figures import body, chain_marks
from guide.figures.chain import ChainFigure, Stance, stance_of
from guide.figures.drawing import THING_LINE, Drawing
from guide.figures.geometry import (
    Outline,
    Placement,
    Point,
    add,
    between,
    bezier,
    heading,
    polar,
    rectangle,
    scale,
    sub,
    tube,
)
from guide.figures.pelvis import Pelvis
from guide.figures.pelvis_drawing import draw_bones
from guide.figures.person import HAIR, SHIRT, SHOE, SKIN, TROUSERS
from guide.figures.svg import line_path, path, pen, rounded_path, smooth_path, use

BONE_SCALE = 0.0067
"""Body heights a centimetre of the pelvis: a little larger than life, to be seen."""

FRAME: Outline = ((-0.265, 0.0), (0.265, 1.02))
"""What every stage shows: side by side they have one scale."""

VERTEBRAE = 15
_FOOT: Outline = (
    (-0.026, 0.040), (-0.032, 0.014), (-0.026, 0.0), (0.004, -0.004), (0.034, 0.002),
    (0.038, 0.014), (0.026, 0.040), (0.0, 0.050),
)  # fmt: skip


def draw_chain(drawing: Drawing, figure: ChainFigure) -> None:
    """One stage, from the body to the marks over it."""
    stance = stance_of(figure)
    drawing.include(FRAME)
    _head(drawing, stance)
    hands = _arms_and_shirt(drawing, figure, stance)
    _legs(drawing, figure, stance)
    if figure.load:
        _bag(drawing, hands[0 if figure.load == "left" else 1])
    chain_marks.plumb_line(drawing, stance)
    _skeleton(drawing, figure, stance)
    chain_marks.level_lines(drawing, figure, stance)
    chain_marks.arrows(drawing, figure, stance, hands)
    if figure.spasm:
        chain_marks.spasm(drawing, stance, -1 if figure.spasm == "left" else 1)


def _layer(drawing: Drawing, outlines: list[Outline], wash: float) -> None:
    for outline in outlines:
        drawing.include(outline, 0.008)
    drawing.layer("".join(path(smooth_path(o)) for o in outlines), wash)


def _legs(drawing: Drawing, figure: ChainFigure, stance: Stance) -> None:
    """Both feet stay where they are; under the lower hip the knee gives way a little."""
    shoes, trousers = [], []
    middle = between(*stance.hips, 0.5)
    for sign, end in zip((-1, 1), stance.hips, strict=True):
        hip = between(middle, end, 0.55)
        ankle = (sign * 0.054, 0.052)
        knee = add(between(hip, ankle, 0.5), (sign * max(0.0, middle[1] - end[1]) * 1.2, 0.004))
        widths = ((0.0, 0.050, 0.052), (0.42, 0.043, 0.047), (1.0, 0.034, 0.034))
        stations = [(between(hip, knee, t), inner, outer) for t, inner, outer in widths]
        widths = ((0.28, 0.036, 0.037), (0.62, 0.029, 0.029), (1.0, 0.024, 0.024))
        stations += [(between(knee, ankle, t), inner, outer) for t, inner, outer in widths]
        if sign > 0:
            outline = tube([(p, outer, inner) for p, inner, outer in stations], cap=0.3)
        else:
            outline = tube(stations, cap=0.3)
        trousers.append(outline)
        foot = tuple((ankle[0] + sign * x, y + 0.006) for x, y in _FOOT)
        shoes.append(foot)
    up = polar(figure.pelvis + 90)
    rows = ((0.100, 0.084), (0.060, 0.092), (0.010, 0.102), (-0.045, 0.101))
    block = [(add(middle, scale(up, h)), w, w) for h, w in rows]
    _layer(drawing, shoes, SHOE)
    _layer(drawing, [*trousers, tube(block, cap=0.25)], TROUSERS)


def _head(drawing: Drawing, stance: Stance) -> None:
    """Level, whatever happens below it."""
    base = sub(stance.skull, (0.0, 0.064))
    neck = tube(
        [
            (add(base, (0.0, dy)), w, w)
            for dy, w in ((-0.080, 0.050), (-0.035, 0.034), (0.02, 0.032))
        ]
    )
    place = Placement(base, 90)
    head, hair, ear = (
        place.apply(body.outline(part)) for part in ("back-head", "back-hair", "ear")
    )
    _layer(drawing, [ear, tuple((2 * base[0] - x, y) for x, y in ear)], SKIN)
    _layer(drawing, [neck, head], SKIN)
    _layer(drawing, [hair], HAIR)


def _arms_and_shirt(drawing: Drawing, figure: ChainFigure, stance: Stance) -> list[Point]:
    """Arms hang down under the sleeves; returns the hands."""
    arms, shirt, hands = [], [], []
    for sign, shoulder in zip((-1, 1), stance.shoulders, strict=True):
        start = add(shoulder, (0.0, -0.012))
        elbow = add(start, (sign * 0.034, -0.168))
        wrist = add(elbow, (sign * 0.010, -0.142))
        hand = add(wrist, (-sign * 0.004, -0.064))
        stations = [
            (between(start, elbow, 0.3), 0.026, 0.026), (between(start, elbow, 0.6), 0.026, 0.027),
            (elbow, 0.023, 0.023),
            (between(elbow, wrist, 0.3), 0.024, 0.024), (wrist, 0.015, 0.015),
            (between(wrist, hand, 0.45), 0.019, 0.019), (hand, 0.011, 0.011),
        ]  # fmt: skip
        arms.append(tube(stations, cap=0.9))
        hands.append(between(wrist, hand, 0.6))
        top, cuff = add(shoulder, (-sign * 0.006, -0.010)), between(start, elbow, 0.62)
        seam = (top, 0.034, 0.020) if sign < 0 else (top, 0.020, 0.034)
        middle = (between(top, cuff, 0.4), 0.034, 0.034)
        shirt.append(tube([seam, middle, (cuff, 0.034, 0.034)], cap=0.15))
    _layer(drawing, arms, SKIN)
    _layer(drawing, [_trunk(figure, stance), *shirt], SHIRT)
    return hands


def _trunk(figure: ChainFigure, stance: Stance) -> Outline:
    """The shirt: from the neck over the shoulders, along the bent spine, to its hem on the hips."""
    middle = between(*stance.hips, 0.5)
    up = polar(figure.pelvis + 90)
    across = polar(figure.pelvis)
    hem = add(middle, scale(up, 0.050))
    top = stance.spine[3]
    sides: list[list[Point]] = []
    for sign, shoulder in zip((-1, 1), stance.shoulders, strict=True):
        ribs, waist = (bezier(stance.spine, t) for t in (0.58, 0.20))
        sides.append([
            add(top, (sign * 0.040, 0.024)),
            add(between(top, shoulder, 0.55), (0.0, 0.022)),
            add(shoulder, (sign * 0.004, 0.014)),
            add(shoulder, (sign * 0.020, -0.02)),
            add(shoulder, (sign * 0.002, -0.07)),
            add(ribs, (sign * 0.092, 0.0)),
            add(waist, (sign * 0.080, 0.0)),
            add(hem, scale(across, sign * 0.085)),
        ])  # fmt: skip
    left, right = sides
    neckline = add(top, (0.0, 0.012))
    return (*left, add(hem, scale(up, -0.004)), *reversed(right), neckline)


def _bag(drawing: Drawing, hand: Point) -> None:
    """A full bag, hanging from the hand."""
    x, y = hand
    flavour = drawing.flavour
    handle = line_path(
        ((x - 0.028, y - 0.062), (x - 0.006, y), (x + 0.006, y), (x + 0.028, y - 0.062))
    )
    corners = (
        (x - 0.050, y - 0.060),
        (x + 0.050, y - 0.060),
        (x + 0.062, y - 0.185),
        (x - 0.062, y - 0.185),
    )
    drawing.include(corners, 0.008)
    drawing.add(path(handle, pen(flavour.ink, THING_LINE)))
    drawing.layer(path(rounded_path(corners, 0.014)), 0.5, THING_LINE)


def _skeleton(drawing: Drawing, figure: ChainFigure, stance: Stance) -> None:
    """The vertebrae along the curve, and the pelvis that carries them."""
    flavour = drawing.flavour
    paint = f'fill="{flavour.paper}" stroke="{flavour.ink}" stroke-width="2"'
    for name, half in (("bone", 0.021), ("bone2", 0.016)):
        box = rectangle(-half, -0.0064, half, 0.0064)
        drawing.define_group(name, path(rounded_path(box, 0.005), paint))
    for i in range(VERTEBRAE):
        t = (i + 0.5) / VERTEBRAE
        p, q = bezier(stance.spine, t - 0.005), bezier(stance.spine, t + 0.005)
        turn = round(heading(sub(q, p)) - 90)
        drawing.add(use("bone" if i < 6 else "bone2", Placement(bezier(stance.spine, t), turn)))
    place = Placement(sub(between(*stance.hips, 0.5), (0.0, -0.024)))
    draw_bones(drawing, Pelvis(figure.turned, figure.pelvis), place, BONE_SCALE, 2.0, detail=False)
