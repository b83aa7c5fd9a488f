"""Typst sets a sheet: data and a template become a PDF, and what did not fit is told."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import typst

from .. import fonts
from ..archive import digest_of
from ..card_formats import Layout

TEMPLATES = Path(__file__).parent / "typst"
STANDARD: Final = "ua-1"
"""PDF/UA-1: Typst refuses what a screen reader could not use, such as a picture without words."""

_local = threading.local()


@dataclass(frozen=True)
class Print:
    """A finished PDF."""

    pdf: bytes
    fits: bool
    """Whether everything stands at its least size on as many pages as the format has."""


def press(layout: Layout, data: dict[str, Any]) -> Print:
    """Set a sheet. `ValueError` if Typst refuses it or complains: that is never let through."""
    compiler = _compiler()
    inputs = {"data": _written(data)}
    try:
        pdf, warnings = compiler.compile_with_warnings(
            input=str(TEMPLATES / f"{layout}.typ"),
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=[STANDARD],
            timestamp=0,
        )
        fit = json.loads(compiler.query("<fit>", field="value", one=True))
    except typst.TypstError as problem:
        raise ValueError(f"{layout}: {problem.diagnostic or problem.message}") from None
    if warnings:
        raise ValueError(f"{layout}: {'; '.join(warning.message for warning in warnings)}")
    assert isinstance(pdf, bytes), "a PDF is one file"
    return Print(pdf, bool(fit["fits"]))


def recipe(layout: Layout, data: dict[str, Any]) -> str:
    """Everything that decides what a sheet looks like, beside Typst and the fonts."""
    templates = digest_of(tuple(sorted(TEMPLATES.glob("*.typ"))))
    return f"{STANDARD} {templates} {layout} {_written(data)}"


def _written(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _compiler() -> typst.Compiler:
    """One for each thread: it remembers what it has read."""
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(root=str(TEMPLATES), font_paths=fonts.for_typst())
    found: typst.Compiler = _local.compiler
    return found
