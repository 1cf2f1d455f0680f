"""Chữ trên giấy — one spelling of signs met in print, and days as papers print them."""

import re
import unicodedata
from datetime import date

from thenchot.ground.plain.names import one_placement

_ONE_SIGN = str.maketrans(
    dict.fromkeys("‐‑‒–—−﹣－", "-")
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\t\r", " ")
    | {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "∕": "/", "／": "/", "⁄": "/", "：": ":"}
)
CAPITAL = "[{}]".format(
    "".join(
        letter
        for letter in map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)))
        if letter.isupper()
    )
)
# At the foot of a paper: "Lưu …" stays here, an archive ("Lưu trữ …") does not; "Như trên", "Như Điều 3" name nobody
# by themselves.
NOBODY = re.compile(r"(lưu(?! trữ)|như)\b", re.IGNORECASE)
LETTER = r"[^\W\d_]"
YEAR = r"(?:19|20)\d\d"
GAP = r"\s{0,3}"
DAY = (
    rf"\d{{1,2}}{GAP}(?:[-/.]{GAP}\d{{1,2}}{GAP}[-/.]|tháng\s+\d{{1,2}}(?:,?\s+năm|,)?)"
    rf"{GAP}{YEAR}(?!\d)"
)
SHORT_DAY = (
    r"\d{1,2}(?P<dash>[-/.])\d{1,2}(?P=dash)\d\d(?!\w|[-/.,]\d)"  # "5/5/25", behind "ngày" alone
)
_CENTURY = 50  # "97" is 1997, "25" is 2025
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def as_printed(text: str) -> str:
    """Nguyên văn — composed letters, none that is not seen; each stands where `one_spelling` has it."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def one_spelling(printed: str) -> str:
    """Một cách viết — dashes, blanks, đ and the place of tone marks alike, letter for letter."""
    plain = printed.translate(_ONE_SIGN)
    placed = one_placement(plain)
    return placed if len(placed) == len(plain) else plain


def day_in(text: str) -> date | None:
    """Ngày trong chữ — day, month, year in that order; None where the calendar has no such day."""
    numbers = re.findall(r"\d+", text)
    day, month, year = map(int, numbers)
    if len(numbers[2]) == 2:
        year += 2000 if year < _CENTURY else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


NUMBERED = "số "  # as a number is said
HORNED = re.compile("[Ưư]")  # printed for U in codes
ABOUT = re.compile(r"[\s,;:]+(?:v/v|về)\s")  # what a citation says behind the paper
OF = re.compile(r"(?:^|\s)của\s")
NAME_ENDS = re.compile(r"[,;()]|\s(?:số|ngày)\s")
LEVELS = (
    ("CB",),
    ("HU", "QU", "ThU", "TXU", "ĐUK", "ĐU"),
    ("TU",),
    ("TW",),
)  # how codes end, the lowest first
