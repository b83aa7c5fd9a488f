"""The PDFs are tagged: what a screen reader is told, and in which language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from guide.card_formats import Format, Layout
from guide.fonts import region

from .sheet_files import all_formats, path_of, sheet_in

PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}
STANDARD_TAGS = {
    "Document", "Div", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Figure", "Link", "Span",
    "Strong",
}  # fmt: skip

SAMPLE = [
    (tag, f)
    for tag, f in all_formats()
    if f.paper == ("a4" if f.layout is Layout.WALLET else "letter")
]
every_sheet = pytest.mark.parametrize(
    ("tag", "format_"), [pytest.param(t, f, id=f"{t}-{f.name}") for t, f in SAMPLE]
)


@dataclass(frozen=True)
class Tag:
    """One element of the structure."""

    kind: str
    alt: str
    lang: str


@every_sheet
def test_a_screen_reader_is_told_title_language_and_structure(
    site: Path, tag: str, format_: Format
) -> None:
    sheet = sheet_in(tag, format_)
    with pikepdf.open(path_of(site, tag, format_.name)) as pdf:
        root = pdf.Root
        language = tag.partition("-")[0]
        assert str(root.Lang) == "-".join(filter(None, [language, region(tag)]))
        assert root.MarkInfo.Marked and root.ViewerPreferences.DisplayDocTitle
        metadata = root.Metadata.read_bytes().decode()
        assert "pdfuaid:part" in metadata and f">{sheet.title}<" in metadata
        tags = list(structure(pdf))
    kinds = [one.kind for one in tags]
    role_map = {"Strong": "Span"}
    assert {role_map.get(kind, kind) for kind in kinds} <= STANDARD_TAGS
    headings = [int(kind[1]) for kind in kinds if kind[0] == "H"]
    both = 2 if format_.layout is Layout.BILINGUAL else 1
    assert headings == [1] + [2] * (both * (len(sheet.steps) + 2) - 1)
    assert kinds.count("L") and kinds.count("LI") == kinds.count("LBody") == kinds.count("Lbl")
    assert kinds.count("Link") == both


@every_sheet
def test_every_picture_has_its_words(site: Path, tag: str, format_: Format) -> None:
    sheet = sheet_in(tag, format_)
    with pikepdf.open(path_of(site, tag, format_.name)) as pdf:
        figures = [one.alt for one in structure(pdf) if one.kind == "Figure"]
    pictures = [picture for step in sheet.steps for picture in step.pictures]
    assert sorted(figures) == sorted(
        [f"{picture.title}. {picture.desc}" for picture in pictures]
        + [f"{sheet.address.code_alt}: {sheet.address.letters}"]
    )


@every_sheet
def test_the_second_language_is_marked(site: Path, tag: str, format_: Format) -> None:
    with pikepdf.open(path_of(site, tag, format_.name)) as pdf:
        marked = {one.lang for one in structure(pdf)} - {""}
    assert marked == ({"en"} if format_.layout is Layout.BILINGUAL else set())


@every_sheet
def test_nothing_is_painted_that_is_neither_tagged_nor_decoration(
    site: Path, tag: str, format_: Format
) -> None:
    with pikepdf.open(path_of(site, tag, format_.name)) as pdf:
        for page in pdf.pages:
            depth = 0
            for _, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                assert depth or name not in PAINTING


@every_sheet
def test_every_font_is_in_the_file_and_says_its_letters(
    site: Path, tag: str, format_: Format
) -> None:
    with pikepdf.open(path_of(site, tag, format_.name)) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        descriptors = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
        composite = [one for one in fonts if one.get("/Subtype") == "/Type0"]
        assert descriptors and composite
        assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)
        assert all("/ToUnicode" in one for one in composite)
        assert all("Card" in str(one.BaseFont) for one in composite)


def structure(pdf: pikepdf.Pdf) -> Iterator[Tag]:
    """Every element of the structure, in reading order."""
    yield from _below(pdf.Root.StructTreeRoot)


def _below(element: pikepdf.Object) -> Iterator[Tag]:
    inner = element.get("/K", [])
    for one in inner if isinstance(inner, pikepdf.Array) else [inner]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield Tag(str(one.S)[1:], str(one.get("/Alt", "")), str(one.get("/Lang", "")))
            yield from _below(one)
