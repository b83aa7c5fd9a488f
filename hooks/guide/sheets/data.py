"""A sheet as plain data, for a template to set."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from .. import fonts, formats
from ..catalog import Catalog
from ..figures import PAPER, ChainFigure, PelvisFigure, Pose, render
from ..model.locale import Locale
from ..text import Text
from ..views.sheet import Sheet, SheetAddress, SheetLine, SheetPicture, SheetStep

_VIEW_BOX = re.compile(r'viewBox="\S+ \S+ (\d+) (\d+)"')


def document_data(sheets: list[Sheet], paper: str) -> dict[str, Any]:
    """Everything that a template needs. The first sheet gives the document its language."""
    first = sheets[0]
    locales = {locale.tag: locale for one in sheets for locale in one.catalog.locales}
    return {
        "paper": paper,
        "lang": first.catalog.locale.tag,
        "direction": first.catalog.locale.direction,
        "title": str(first.title),
        "description": str(first.lead),
        "latin": fonts.latin().family,
        "faces": {tag: _face(locale) for tag, locale in locales.items()},
        "sheets": [_sheet(one) for one in sheets],
    }


def _face(locale: Locale) -> dict[str, Any]:
    face = fonts.face_of(locale.tag) or fonts.latin()
    return {
        "language": locale.tag.partition("-")[0],
        "region": fonts.region(locale.tag),
        "direction": locale.direction,
        "family": face.family,
        "widths": face.widths,
        "line": face.line,
        "features": face.features,
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    signs, imprint = sheet.signs, sheet.imprint
    return {
        "lang": sheet.catalog.locale.tag,
        "title": _text(sheet.title),
        "lead": _text(sheet.lead),
        "fold": _text(sheet.fold),
        "signs": {
            "heading": _text(signs.heading),
            "act": _text(signs.act),
            "signs": [
                {"text": _text(sign.text), "starred": sign.awaits_clinician} for sign in signs.signs
            ],
            "more": _text(signs.more) if signs.more else None,
            "my_number": _text(signs.my_number),
            "or_local": _text(signs.or_local),
            "numbers": [
                {
                    "tel": group.tel,
                    "countries": sheet.catalog.separator.join(
                        country.name for country, _ in group.countries
                    ),
                }
                for group in signs.numbers
            ],
        },
        "steps": [_step(sheet.catalog, step) for step in sheet.steps],
        "imprint": {
            "origin": [_text(one) for one in imprint.origin],
            "checks": [_text(one) for one in imprint.checks],
            "status": [_text(one) for one in imprint.status],
            "waits": _text(imprint.waits) if imprint.waits else None,
            "version": _text(imprint.version),
        },
        "address": _address(sheet.address),
    }


def _step(catalog: Catalog, step: SheetStep) -> dict[str, Any]:
    return {
        "number": formats.number(step.number, catalog.locale),
        "title": _text(step.title),
        "before": _lines(step.before),
        "lines": _lines(step.lines),
        "do_not": _lines(step.do_not),
        "pictures": [_picture(catalog, picture) for picture in step.pictures],
    }


def _lines(lines: list[SheetLine]) -> list[dict[str, Any]]:
    return [{"text": _text(line.text)} for line in lines]


def _picture(catalog: Catalog, picture: SheetPicture) -> dict[str, Any]:
    figure = catalog.content.figures[picture.figure].model
    svg = _drawn(figure, picture.figure, catalog.locale.direction == "rtl")
    found = _VIEW_BOX.search(svg)
    assert found, "a figure has a frame"
    return {
        "svg": svg,
        "width": int(found.group(1)),
        "height": int(found.group(2)),
        "alt": f"{picture.title}. {picture.desc}",
        "lines": _lines(picture.lines),
    }


@cache
def _drawn(figure: Pose | PelvisFigure | ChainFigure, uid: str, mirrored: bool) -> str:
    """The picture for paper. Its words stand in the document, as its text alternative."""
    return render(figure, uid=uid, title="", desc="", flavour=PAPER, mirrored=mirrored)


def _address(address: SheetAddress) -> dict[str, Any]:
    return {
        "url": address.url,
        "letters": address.letters,
        "modules": address.code.side,
        "svg": address.code.svg(),
        "alt": f"{address.code_alt}: {address.letters}",
        "scan": _text(address.scan),
        "missing": _text(address.missing) if address.missing else None,
    }


def _text(text: Text) -> dict[str, Any]:
    """Its runs, and the language that they really are of where it is not the sheet's."""
    face = fonts.face_of(text.lang) or fonts.latin()
    data: dict[str, Any] = {
        "runs": [
            {"value": face.printed(piece.value), "isolated": piece.isolated}
            for piece in text.pieces
        ]
    }
    if text.lang != text.page_lang:
        data["lang"] = text.lang
    if text.beside is not None:
        data["beside"] = _text(text.beside)
    return data
