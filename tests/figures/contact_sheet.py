"""All figures on one page: at 120 px, at 320 px and full, on light, on dark and on paper.

PYTHONPATH=hooks:tests python -m figures.contact_sheet sheet.html
"""

from __future__ import annotations

import sys
from pathlib import Path

from guide.figures import PAPER, SCREEN, render

from .content import figures

SHEETS = {
    "light": (SCREEN, "background:#fff;color:#1a1a1a;--fig-accent:#0b57a4"),
    "dark": (SCREEN, "background:#1e2129;color:#e2e4e9;--fig-paper:#1e2129;--fig-accent:#6cb0ff"),
    "paper": (PAPER, "background:#fff;color:#000"),
}
SIZES = {"120": "width:120px;height:auto", "320": "width:320px;height:auto", "full": ""}


def contact_sheet() -> str:
    """An HTML page that shows every figure in every size and flavour."""
    css = "".join(f".s{size} svg{{{rule}}}" for size, rule in SIZES.items() if rule)
    css += "".join(f".{sheet}{{{rule}}}" for sheet, (_, rule) in SHEETS.items())
    css += "section{padding:16px}figure{display:inline-block;margin:8px;vertical-align:bottom}"
    css += ".sfull{font-size:44px}figcaption{font:12px sans-serif}body{margin:0}"
    parts = [f"<!doctype html><meta charset=utf-8><title>Figures</title><style>{css}</style>"]
    for sheet, (flavour, _) in SHEETS.items():
        for size in SIZES:
            parts.append(f'<section class="{sheet} s{size}">')
            for name, figure in figures().items():
                uid = f"{sheet}-{size}-{name}"
                svg = render(figure, uid=uid, title=name, desc=f"{sheet}, {size}", flavour=flavour)
                parts.append(f"<figure>{svg}<figcaption>{name}</figcaption></figure>")
            parts.append("</section>")
    return "\n".join(parts)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(contact_sheet(), encoding="utf-8")
