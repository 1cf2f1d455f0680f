"""Thứ tự chữ Việt — a key whose plain code-point order is the Vietnamese order of words.

As ICU's `vi`: letters first (a ă â b … d đ e ê …, blanks and signs before letters), then tones
(ngang, huyền, hỏi, ngã, sắc, nặng), then small before capital; each level over the whole text.
"""

import re
import unicodedata
from functools import lru_cache

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
SIGNS = " -'"
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
WEIGHTS = {sign: chr(0x21 + place) for place, sign in enumerate(SIGNS)}
WEIGHTS |= {letter: chr(0x40 + place) for place, letter in enumerate(LETTERS)}


def collation_key(text: str) -> str:
    """Khóa thứ tự — three levels, apart by a sign lower than every weight."""
    weighed = map(_weighed, unicodedata.normalize("NFC", text))
    return "\x01".join(map("".join, zip(*weighed, strict=True))) or "\x01\x01"


def natural_key(text: str) -> str:
    """Khóa của tên có số — "ấp 2" before "ấp 10"."""
    return collation_key(re.sub("[0-9]+", lambda number: number.group().zfill(6), text))


@lru_cache(maxsize=1024)
def _weighed(sign: str) -> tuple[str, str, str]:
    """The weights of one sign: its letter, its tone, small or capital."""
    letter, tone = _apart(sign.lower())
    return WEIGHTS.get(letter, "~" + letter), tone, "1" if sign != sign.lower() else "0"


def _apart(sign: str) -> tuple[str, str]:
    """A small letter without its tone, and the weight of the tone; other marks weigh more."""
    base, *marks = list(unicodedata.normalize("NFD", sign)) or [""]
    own = [mark for mark in marks if mark not in TONES]
    letter = unicodedata.normalize("NFC", base + "".join(own))
    tone = next((TONES[mark] for mark in marks if mark in TONES), "0")
    if letter in WEIGHTS or base not in WEIGHTS:
        return letter, tone
    return base, "9"  # a mark that Vietnamese does not write: č, ŏ
