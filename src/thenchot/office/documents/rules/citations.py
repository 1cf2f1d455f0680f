"""Viện dẫn — papers a text names, found in the text as printed."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.letters import DAY, GAP, YEAR, as_printed, day_in, one_spelling
from thenchot.office.documents.rules.saying import organ_said, type_said
from thenchot.office.documents.rules.signs import (
    LAW,
    SHORT,
    WHOLE,
    law_sign,
    short_sign,
    whole_sign,
)
from thenchot.office.documents.words import Citation, Family, Sign

_AFTER = re.compile(
    rf"(?:{GAP}[,(]?{GAP}(?:(?:ban hành|ký)\s+)?ngày\s+|{GAP}[,(]{GAP}"
    rf"|\s+của\s+[^.,;:()\n\d]{{2,90}}?,?\s*[,(]?ngày\s+)(?P<day>{DAY})",
    re.I,
)
_BEFORE = re.compile(
    rf"ngày\s+(?P<day>{DAY}),?\s[^.;\n\d]{{0,100}}?\b(?:ban hành|ký|ra)\s+(?:các\s+)?$", re.I
)
_COUNTED = re.compile(
    r"\s+(?:tháng|tuần|quý|giờ|phút|người|lần|kỳ|đợt|bước|mục|trang|phần|chương|điều|khoản|điểm|nhóm"
    r"|nội dung|nhiệm vụ|giải pháp|chỉ tiêu|tiêu chí|trường hợp|cuộc|lượt|vụ|triệu|tỷ|nghìn|ngàn"
    r"|đồng|đảng viên|đảng bộ|chi bộ|cấp ủy|tổ chức|cơ quan|đơn vị|ban,|xã|phường|huyện|quận|tỉnh"
    r"|thành phố|đoàn|tổ|ủy viên|đại biểu|mặt|văn bản|công văn|đề án|kế hoạch|báo cáo|thông báo|nghị quyết"
    r"|quyết định|quy định|kết luận|hội nghị|hạng|loại|cấp|bậc|lĩnh vực|mảng|chuyên đề|cụm|khu|nơi"
    r"|ha|km|m2|bài|ý kiến|hộ|nhà|doanh nghiệp|học viên|cán bộ|công chức|ngày(?!\s+\d)|năm(?!\s+(?:19|20)\d\d\b)"
    r"|năm\s+\d{4}\s?-)(?!\w)"
)
_MORE = re.compile(rf"{GAP}(?:,|và)\s+(?:số\s+)?(?P<number>\d{{1,4}}[a-z]?)(?P<tail>)")
_NOT_A_NUMBER = re.compile(r"\w|%|\s?%|[-.,/]\d|\s?-\s?\d")
_PLENUMS = (
    "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
    "mười ba", "mười bốn", "mười lăm",
)  # fmt: skip
_WORDS = "|".join(sorted(_PLENUMS, key=len, reverse=True))
_ORDINAL = (  # not "Trung ương năm 2024", "Trung ương ba năm qua", "hai nhiệm kỳ"
    rf"\d{{1,2}}|bốn|(?!(?:\w+\s+)?năm\s+(?:\d|nay|qua|trước|sau|tới)|\w+\s+nhiệm kỳ)(?:{_WORDS})"
)
_TERMS = r"khóa\s+[IVX]+(?:\s*(?:,|và)\s*khóa\s+[IVX]+)*"
_PLENUM = re.compile(
    rf"(?P<word>nghị quyết|kết luận)\s+(?:hội nghị\s+)?(?:(?:trung ương|tw|tư)\s+(?:lần thứ\s+)?"
    rf"(?P<plenum>{_ORDINAL})|lần thứ\s+(?P<ordinal>{_ORDINAL})[,\s]+ban chấp hành\s+trung ương(?:\s+đảng)?)(?!\w)"
    rf"(?P<terms>\s*(?:\(\s*{_TERMS}\s*\)|[,(]?\s*{_TERMS}))?",
    re.I,
)
_TERM = re.compile(r"khóa\s+(?P<term>[IVX]+)", re.I)


def citations_in(text: str, grammar: Grammar) -> list[Citation]:
    """Các viện dẫn trong văn bản — in the order they stand.

    `raw` and `start` are of the text in composed letters. Ratios, plates, days and counts of things
    are none; a number without its letters is one only after the name of a type.
    """
    printed = as_printed(text)
    plain = one_spelling(printed)
    found = [*_signed(printed, plain, grammar)]
    taken = [(each.start, each.start + len(each.raw)) for each in found]
    for each in (*_plenums(printed, plain), *_numbered(printed, plain, grammar)):
        if not any(start < each.start + len(each.raw) and each.start < end for start, end in taken):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def whole_citations(cited: Iterable[Citation]) -> list[Citation]:
    """Viện dẫn đủ ký hiệu — each sign and day once; without a day only where it is never cited with one."""
    found: dict[tuple[str, date | None], Citation] = {}
    for each in cited:
        if each.sign and (each.sign.organ or each.sign.type_abbreviation):
            found.setdefault((str(each.sign), each.issued_on), each)
    dated = {sign for sign, day in found if day}
    return [each for (sign, day), each in found.items() if day or sign not in dated]


def _signed(printed: str, plain: str, grammar: Grammar) -> Iterator[Citation]:
    lead, taken = _lead(grammar.words), 0
    for start, end, sign, whole in _signs(plain, grammar):
        before = lead.search(plain, max(0, start - 80), start)
        if start < taken or not (whole or before):
            continue
        begins = max(taken, before.start()) if before else start
        word = before["word"] if before else None
        closes, day = _day(plain, begins, end)
        said = type_said(word, sign, plain, start, end, grammar, day)
        organ, doubt = organ_said(sign.organ, plain[:begins], plain[end:])
        yield Citation(
            raw=printed[begins:closes], start=begins, type=said.name, issued_on=day,
            sign=Sign(sign.number, sign.year, said.letters, organ, sign.form),
            doubts=tuple(filter(None, (*said.doubts, doubt))),
        )  # fmt: skip
        taken = closes


def _signs(plain: str, grammar: Grammar) -> list[tuple[int, int, Sign, bool]]:
    """Where signs stand, what they say, and whether all their parts are there."""
    found: dict[int, tuple[int, int, Sign, bool]] = {}
    for pattern, read, whole in (
        (LAW, law_sign, True),
        (WHOLE, whole_sign, True),
        (SHORT, short_sign, False),
    ):
        for match in pattern.finditer(plain):
            if match.start() not in found and (sign := read(match, grammar)):
                found[match.start()] = (match.start(), match.end(), sign, whole)
    return [found[start] for start in sorted(found)]


def _numbered(printed: str, plain: str, grammar: Grammar) -> Iterator[Citation]:
    """Chỉ có số — "Kế hoạch số 295", "Nghị quyết 21, 28"; not "Báo cáo 6 tháng", "kế hoạch 5 năm"."""
    for match in _named(grammar.words).finditer(plain):
        called = grammar.called(match["word"])
        if not called or not (match["so"] or match["word"][0].isupper()):
            continue
        if match["year"] and not (match["so"] or called[0].family == Family.LEGAL):
            continue
        begins, number, end = match.start(), match["number"], match.end()
        year = match["year"] or ""
        while not _is_count(plain, number, end, said=bool(match["so"])):
            closes, day = _day(plain, begins, end)
            yield Citation(
                raw=printed[begins:closes], start=begins,
                type=grammar.called(match["word"], day)[0].name,
                sign=Sign(number, year), issued_on=day,
            )  # fmt: skip
            more = _MORE.match(plain, end)
            if closes > end or more is None:
                break
            begins, number, end, year = more.start("number"), more["number"], more.end(), ""


def _is_count(plain: str, number: str, end: int, *, said: bool) -> bool:
    if _NOT_A_NUMBER.match(plain, end):
        return True
    if said:
        return False
    five_years = plain.startswith(" năm", end) and len(number) == 1
    return five_years or bool(_COUNTED.match(plain, end))


def _plenums(printed: str, plain: str) -> Iterator[Citation]:
    """Hội nghị Trung ương — "Nghị quyết Trung ương 4 khóa XI, khóa XII": the plenum is no number."""
    for match in _PLENUM.finditer(plain):
        terms = (
            list(_TERM.finditer(plain, match.start("terms"), match.end())) if match["terms"] else []
        )
        word = match["word"].capitalize()
        plenum = _plenum(match["plenum"] or match["ordinal"])
        begins = match.start()
        ends = [*(each.end() for each in terms[:-1]), match.end()]
        for end, term in zip(ends, [each["term"].upper() for each in terms] or [""], strict=True):
            yield Citation(
                raw=printed[begins:end], start=begins, type=word, plenum=plenum, term=term
            )
            begins = end + len(plain[end:]) - len(plain[end:].lstrip(" ,và"))


def _plenum(said: str) -> str:
    word = "tư" if said.lower() == "bốn" else said.lower()
    return said if said.isdigit() else str(_PLENUMS.index(word) + 1)


def _day(plain: str, begins: int, end: int) -> tuple[int, date | None]:
    """Where the citation closes, and its day: after the sign, or before with the verb between."""
    if after := _AFTER.match(plain, end):
        day = day_in(after["day"])
        closing = plain[after.end() : after.end() + 1] == ")" and "(" in after[0]
        return (after.end() + closing, day) if day else (end, None)
    before = _BEFORE.search(plain, max(0, begins - 160), begins)
    return end, day_in(before["day"]) if before else None


@lru_cache(maxsize=4)
def _lead(words: str) -> re.Pattern[str]:
    """What may stand right before a sign: the name of a type, "số", or both."""
    return re.compile(
        rf"(?<!\w)(?:(?P<word>{words}|văn bản)\s*\(?\s*(?:số\s*[:.]?\s*)?|số\s*[:.]?\s*)$", re.I
    )


@lru_cache(maxsize=4)
def _named(words: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<word>{words})\s+(?P<so>số\s*:?\s*)?(?P<number>\d{{1,4}}[a-z]?)"
        rf"(?:/(?P<year>{YEAR}))?",
        re.I,
    )
