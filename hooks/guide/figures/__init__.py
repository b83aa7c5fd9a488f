"""Figures drawn from poses, and held to what they claim.

A figure is data: joint angles, things around the person, and claims such as "knees at 90 degrees".
:func:`check_figure` holds the geometry to the claims, :func:`render` draws it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.figures.chain import ChainFigure
from guide.figures.check import check_figure
from guide.figures.flavour import PAPER, SCREEN, Flavour
from guide.figures.pelvis import PelvisFigure
from guide.figures.picture import render
from guide.figures.pose import Pose
from guide.figures.problems import FigureProblem

Figure = Annotated[Pose | PelvisFigure | ChainFigure, Field(discriminator="kind")]
"""Any picture, as pydantic reads it from YAML."""

__all__ = [
    "PAPER",
    "SCREEN",
    "ChainFigure",
    "Figure",
    "FigureProblem",
    "Flavour",
    "PelvisFigure",
    "Pose",
    "check_figure",
    "render",
]
