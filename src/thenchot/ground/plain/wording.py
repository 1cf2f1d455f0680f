"""Từ trong văn bản — how text is cut into words for searching, and where sought words stand in it.

`basis_words` of the database cuts the titles of papers in the same way; a test compares the two.
"""

import re
import unicodedata
from dataclasses import dataclass

from thenchot.ground.plain.names import fold, marks_or_none, one_placement, tidy_name

LONGEST = 64
AROUND = 90  # letters shown on either side of what was found
_LETTER = "0-9a-zà-öø-ɏḁ-ỿ"
_WORD = re.compile(f"[{_LETTER}]+")
_ZEROS = re.compile("^0+(?=[0-9]+$)")
_LONG_NUMBER = re.compile(
    r"(?<![\d.])(?!\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]))\d(?:[ .]?\d){7,}"
)  # eight digits or more, printed together or in groups; a day with dots is none


@dataclass(frozen=True, slots=True)
class Sought:
    """Từ cần tìm — without marks all of them, with marks those typed with marks."""

    folded: tuple[str, ...]
    exact: tuple[str, ...]

    @classmethod
    def read(cls, typed: str) -> "Sought":
        """Đọc ô tìm — each word once, as typed first."""
        words = dict.fromkeys(_words(typed))
        folded = dict.fromkeys(map(fold, words))
        return cls(tuple(folded), tuple(word for word in words if word not in folded))


@dataclass(frozen=True, slots=True)
class Piece:
    """Một mẩu chữ — `hit` where it is a word that was sought."""

    text: str
    hit: bool


def index_words(text: str) -> list[str]:
    """Từ để tìm — every word of the text, without marks and, where it has them, with its marks."""
    exact = set(_words(text))
    return sorted(exact | set(map(fold, exact)))


def without_long_numbers(text: str) -> str:
    """Không có số định danh, số thẻ — numbers of eight digits and more left out, whosever they are."""
    return _LONG_NUMBER.sub("…", text)


def passage(text: str, sought: Sought, *, whole: bool = False) -> list[Piece]:
    """Đoạn có từ cần tìm — round the first word found, as printed; none: nothing. `whole`: all of the text."""
    hits = _hits(sought)
    first = hits.search(text) if hits else None
    if whole or hits is None or first is None:
        return _pieces(text, hits) if whole else []
    start = text.rfind(" ", 0, max(first.start() - AROUND, 0)) + 1
    end = text.find(" ", min(first.end() + AROUND, len(text)))
    shown = text[start : end if end >= 0 else len(text)]
    return _pieces(("… " if start else "") + shown + (" …" if end >= 0 else ""), hits)


def _hits(sought: Sought) -> re.Pattern[str] | None:
    """Where a sought word stands whole, with marks or without; nothing sought: nowhere."""
    words = [f"{'0*' * word.isdigit()}{marks_or_none(word)}" for word in sought.folded]
    if not words:
        return None
    return re.compile(rf"(?<![{_LETTER}])(?:{'|'.join(words)})(?![{_LETTER}])", re.IGNORECASE)


def _pieces(text: str, hits: re.Pattern[str] | None) -> list[Piece]:
    pieces, done = [], 0
    for hit in hits.finditer(text) if hits else ():
        pieces += [Piece(text[done : hit.start()], False), Piece(hit[0], True)]
        done = hit.end()
    return [piece for piece in (*pieces, Piece(text[done:], False)) if piece.text]


def _words(text: str) -> list[str]:
    small = unicodedata.normalize("NFC", tidy_name(text).lower())
    return [one_placement(_ZEROS.sub("", word)[:LONGEST]) for word in _WORD.findall(small)]
