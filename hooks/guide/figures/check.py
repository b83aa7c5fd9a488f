"""Holds a figure to its claims and to what is possible."""

from __future__ import annotations

from guide.figures.chain import ChainFigure, check_chain
from guide.figures.claim_check import check_claims
from guide.figures.invariants import check_invariants
from guide.figures.pelvis import PelvisFigure, check_pelvis
from guide.figures.pose import Pose
from guide.figures.problems import FigureProblem
from guide.figures.scene import scene_of


def check_figure(figure: Pose | PelvisFigure | ChainFigure) -> list[FigureProblem]:
    """Every fault of a figure; none if the drawing keeps all that it claims."""
    match figure:
        case Pose():
            scene = scene_of(figure)
            return [*check_claims(scene), *check_invariants(scene)]
        case PelvisFigure():
            return list(check_pelvis(figure))
        case ChainFigure():
            return list(check_chain(figure))
