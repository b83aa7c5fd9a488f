"""Makes the fonts of this folder from their sources: once, by a maintainer, never by a build.

    python vendor.py SOURCES [NAME ...]

`SOURCES` holds the files named in `README.md`, unpacked. Needs `fonttools` and `brotli`. Each font
is cut down to the scripts that it stands for, without hints, which paper does not need, and gets a
family name of its own: subsets of one family would otherwise hide each other.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LATIN_CYRILLIC_GREEK = [
    *range(0x20, 0x7F), *range(0xA0, 0x530), *range(0x1E00, 0x1F00), *range(0x2010, 0x2028),
    0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2116, 0x2122, 0x2212,
]  # fmt: skip
EVERYTHING: list[int] = []

FONTS = {
    "NotoSans": ("Card Sans", "NotoSans[wdth,wght].ttf", LATIN_CYRILLIC_GREEK),
    "NotoSansNarrow": ("Card Sans", "NotoSans[wdth,wght].ttf", LATIN_CYRILLIC_GREEK),
    "NotoSansNarrower": ("Card Sans", "NotoSans[wdth,wght].ttf", LATIN_CYRILLIC_GREEK),
    "NotoSansHebrew": ("Card Hebrew", "NotoSansHebrew-{style}.ttf", EVERYTHING),
    "NotoSansDevanagari": ("Card Devanagari", "NotoSansDevanagari-{style}.ttf", EVERYTHING),
    "NotoSansBengali": ("Card Bengali", "NotoSansBengali-{style}.ttf", EVERYTHING),
    "Vazirmatn": ("Card Arabic", "vazirmatn-arabic-{weight}-normal.woff2", EVERYTHING),
    "NotoSansSC": ("Card Han", "noto-sans-sc-chinese-simplified-{weight}-normal.woff2", EVERYTHING),
    "NotoSansJP": ("Card Japanese", "noto-sans-jp-japanese-{weight}-normal.woff2", EVERYTHING),
}
"""The file, the family, its source, and the characters that stay."""

WIDTHS = {"NotoSansNarrow": 87.5, "NotoSansNarrower": 75.0}
"""How wide the narrow letters are, in percent. They are as tall as the others."""

STYLES = {"Regular": 400, "Bold": 700}


def main(sources: Path, wanted: list[str]) -> None:
    """Write every font, or those wanted, and the hashes of all."""
    here = Path(__file__).parent
    for name in wanted or FONTS:
        family, pattern, characters = FONTS[name]
        for style, weight in STYLES.items():
            font = TTFont(sources / pattern.format(style=style, weight=weight))
            font.flavor = None
            _cut(font, characters or list(font.getBestCmap()))
            if "fvar" in font:
                axes = {"wght": weight, "wdth": WIDTHS.get(name, 100)}
                instantiateVariableFont(font, axes, inplace=True)
            _rename(font, family, style, weight)
            path = here / f"{name}-{style}.ttf"
            font["head"].modified = font["head"].created
            font.recalcTimestamp = False
            font.save(path)
    sums = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}"
        for path in sorted(here.glob("*.ttf"))
    ]
    (here / "SHA256SUMS").write_text("\n".join([*sums, ""]), "utf-8")


def _cut(font: TTFont, characters: list[int]) -> None:
    options = Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def _rename(font: TTFont, family: str, style: str, weight: int) -> None:
    names = {
        1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}",
        6: f"{family} {style}".replace(" ", ""),
    }  # fmt: skip
    for record in list(font["name"].names):
        if record.nameID in {*names, 16, 17, 21, 22, 25}:
            font["name"].removeNames(nameID=record.nameID)
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    bold = weight >= 700
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 1 << 5 if bold else 1 << 6
    font["head"].macStyle = 1 if bold else 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
