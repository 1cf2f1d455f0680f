"""Phông chữ của trang — Noto Sans from its wheel, cut to the letters the pages use, as WOFF2.

scripts/font.py OUT: one file of every weight from 400 to 700 at normal width, full Vietnamese.
"""

import sys
from pathlib import Path

import fontpkg_noto_sans
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

VIETNAMESE = "ĂăĐđĨĩŨũƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
COMBINING = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
SIGNS = "–—‘’“”•…‹›₫−≈≤≥"
LETTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))


def main(out: Path) -> None:
    files = Path(fontpkg_noto_sans.__file__).parent / "files"
    font = TTFont(files / "NotoSans[wdth,wght].ttf")
    kept = Options(flavor="woff2", layout_features=["kern", "mark", "mkmk", "ccmp", "tnum"])
    cutter = Subsetter(kept)
    cutter.populate(text=LETTERS + VIETNAMESE + COMBINING + SIGNS)
    cutter.subset(font)
    font = instantiateVariableFont(font, {"wdth": 100, "wght": (400, 700)})
    font.flavor = "woff2"
    font.save(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
