"""The figures of the guide, read as plainly as can be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from guide.figures import ChainFigure, Figure, PelvisFigure, Pose
from pydantic import TypeAdapter

FOLDER = Path(__file__).parents[2] / "content_src" / "figures"

ADAPTER: TypeAdapter[Pose | PelvisFigure | ChainFigure] = TypeAdapter(Figure)


def raw_figures() -> dict[str, dict[str, Any]]:
    """What the files say, by file name."""
    return {
        file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in sorted(FOLDER.glob("*.yml"))
    }


def figures() -> dict[str, Pose | PelvisFigure | ChainFigure]:
    """Every figure, by id."""
    return {name: ADAPTER.validate_python(raw) for name, raw in raw_figures().items()}
