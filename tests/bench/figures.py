"""What the figures are held to, and what they weigh."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from guide.figures import check_figure, render
from guide.lighten import pictures_last
from pydantic import ValidationError

from ..figures.content import ADAPTER, figures
from ..figures.mutants import mutants
from .row import Row

_ONE = 3500
_TOGETHER = 5000
_ON_ONE_PAGE = ("floor-chair", "pillows", "footstool", "ice-on-side")


def rows() -> Iterator[Row]:
    """Claims held, mutants caught, bytes."""
    known = figures()
    claims = sum(
        len(figure.claims) + len(getattr(figure, "contacts", ())) for figure in known.values()
    )
    broken = sum(len(check_figure(figure)) for figure in known.values())
    held = f"{claims - broken} of {claims}"
    yield Row("claims of the figures", "all held", held, not broken, "`check_figure`")
    found = list(mutants())
    caught = sum(_is_caught(raw) for _, raw in found)
    yield Row(
        "spoilt figures", "all caught", f"{caught} of {len(found)}", caught == len(found),
        "angles, furniture, contacts, ice and cloth changed one by one",
    )  # fmt: skip
    for id_, figure in known.items():
        size = _weight(render(figure, uid=id_, title=id_, desc=id_))
        yield Row(f"figure `{id_}`", f"at most {_ONE} bytes", str(size), size <= _ONE, "gzip")
    shown = [known[id_] for id_ in _ON_ONE_PAGE]
    drawn = (render(one, uid=one.id, title=one.id, desc=one.id) for one in shown)
    size = _weight(pictures_last(f"<body>{''.join(drawn)}</body>"))
    yield Row(
        "positions and ice on one page", f"at most {_TOGETHER} bytes", str(size),
        size <= _TOGETHER, "gzip, as they stand in a page",
    )  # fmt: skip


def _is_caught(raw: object) -> bool:
    try:
        return bool(check_figure(ADAPTER.validate_python(raw)))
    except ValidationError:
        return True


def _weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 9, mtime=0))
