"""Hội nghị Trung ương — resolutions called by the plenum that passed them, which is no number."""

import re
from collections.abc import Iterator

from thenchot.office.documents.words import Citation

_PLENUMS = (
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
    "mười ba", "mười bốn", "mười lăm",
)  # fmt: skip
_WORDS = "|".join(sorted(_PLENUMS, key=len, reverse=True))
_ORDINAL = (  # not "Trung ương năm 2024", "Trung ương ba năm qua", "hai nhiệm kỳ"
    rf"\d{{1,2}}|bốn|(?!(?:\w+\s+)?năm\s+(?:\d|nay|qua|trước|sau|tới)|\w+\s+nhiệm kỳ)(?:{_WORDS})"
)
_AND = r"\s*(?:,|và)\s*"
_TERMS = rf"khóa\s+[IVX]+(?:{_AND}(?:khóa\s+)?[IVX]+(?!\w))*"
_PLENUM = re.compile(
    rf"(?<![\w/-])(?P<word>nghị quyết|kết luận|nq|kl)(?:\s+|(?<=nq)|(?<=kl))(?:hội nghị\s+)?"
    rf"(?:(?:trung ương|t\.?[wư])(?:\s+(?:lần thứ\s+)?(?P<plenum>{_ORDINAL})|(?P<close>\d{{1,2}}))"
    rf"|lần thứ\s+(?P<ordinal>{_ORDINAL})[,\s]+ban chấp hành\s+trung ương(?:\s+đảng)?)(?!\w)"
    rf"(?P<others>(?:{_AND}\d{{1,2}}(?![\w/.-]))*)(?P<terms>\s*(?:\(\s*{_TERMS}\s*\)|[,(]?\s*{_TERMS}))?",
    re.I,
)
_TERM = re.compile(r"(?:khóa\s+)?(?<!\w)(?P<term>[IVX]+)(?!\w)", re.I)
_CALLED = {"nq": "Nghị quyết", "kl": "Kết luận"}


def plenums_in(printed: str, plain: str) -> Iterator[Citation]:
    """Gọi theo hội nghị — "Nghị quyết Trung ương 4 khóa XI, khóa XII", "Trung ương 4, 6 khóa XII"."""
    for match in _PLENUM.finditer(plain):
        terms = list(_TERM.finditer(plain, *match.span("terms"))) if match["terms"] else []
        word = match["word"].lower()
        called = _CALLED.get(word, word.capitalize())
        plenum = _number(match["plenum"] or match["close"] or match["ordinal"])
        others = list(re.finditer(r"\d+", match["others"]))
        if others and not terms:  # "Trung ương 4, 15 chi bộ"
            others = []
        first_term = terms[0]["term"].upper() if terms else ""
        begins = match.start()
        for other in others:
            at = match.start("others") + other.start()
            raw = printed[begins:at].rstrip(" ,và\n")
            yield Citation(raw=raw, start=begins, type=called, plenum=plenum, term=first_term)
            begins, plenum = at, other[0]
        if not terms:
            raw = printed[begins : match.start("others")]
            yield Citation(raw=raw, start=begins, type=called, plenum=plenum)
        for place, each in enumerate(terms, start=1):
            term = each["term"].upper()
            end = match.end() if len(terms) == 1 else each.end()
            yield Citation(
                raw=printed[begins:end], start=begins, type=called, plenum=plenum, term=term
            )
            begins = terms[place].start() if place < len(terms) else end


def _number(said: str) -> str:
    word = "tư" if said.lower() == "bốn" else said.lower()
    return said if said.isdigit() else str(_PLENUMS.index(word) + 1)
