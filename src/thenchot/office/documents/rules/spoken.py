"""Chỉ có số — papers called by type and number alone, as people speak: "Kế hoạch số 295", "Nghị quyết 21, 28"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from thenchot.office.documents.rules.days_cited import day_before, day_behind
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.letters import CAPITAL, GAP, YEAR
from thenchot.office.documents.words import Citation, Family, Sign

_MORE = re.compile(rf"{GAP}(?:,|và)\s+(?P<so>số\s+)?(?P<number>\d{{1,4}}[a-z]?)")
_NOT_A_NUMBER = re.compile(r"\w|%|\s?%|[-.,/]\d|\s?-\s?\d")
_A_YEAR = re.compile(r"20[0-4]\d")
_YEARS = re.compile(r"\s+năm(?!\w)", re.I)
_DAYS = re.compile(rf"{GAP},?{GAP}ngày\s+\d", re.I)
_GOES_ON = re.compile(  # what may follow the name of a paper; any other word is what is counted
    r"\s*(?:[^\w\s]|\Z)|\s+(?:của|và|hoặc|hay|về|khóa|do|được|đã|đang|sẽ|có|là|tại|trong|trên|cho|để|theo|với"
    r"|nêu|ban hành|thực hiện|triển khai|này|trên|nói|nhằm|ra|còn|cũng|vẫn|không\s+(?:chỉ|còn|được|phải|thể|có)|chưa|ở|đến|từ|sau|trước|mà"
    r"|như|thì|bởi|bằng|phải|cần|cùng|gắn|vào|khi|nếu|vì|nên|gồm|kèm|gửi|chỉ rõ|chỉ đạo|yêu cầu|xác định|đối với"
    r"|liên quan|đề ra|đồng thời|một cách|hiệu quả|nghiêm túc|kịp thời|thường xuyên|đi vào|đạt|đều|lên|tới"
    r"|ngày\s+\d+|năm\s+\d{4}(?!\s?-))(?!\w)",
    re.I,
)
_A_NAME = re.compile(rf"\s+{CAPITAL}")


def spoken_in(printed: str, plain: str, grammar: Grammar) -> Iterator[Citation]:
    """Gọi theo số — not "Báo cáo 6 tháng", "Đề án 500 trí thức trẻ", "Kế hoạch 2025"."""
    for match in _named(grammar.words).finditer(plain):
        called = grammar.called(match["word"])
        if not called or not (match["so"] or match["word"][0].isupper()):
            continue
        if match["year"] and not (match["so"] or called[0].family == Family.LEGAL):
            continue
        begins, number, end = match.start(), match["number"], match.end()
        year, said, capitals = match["year"] or "", bool(match["so"]), match["word"].isupper()
        while not _is_count(plain, number, end, said=said, capitals=capitals):
            behind = day_behind(plain, end)
            closes = behind.closes if behind else end
            day = behind.day if behind else day_before(plain, begins)
            yield Citation(
                raw=printed[begins:closes], start=begins,
                type=grammar.called(match["word"], day)[0].name,
                sign=Sign(number, year), issued_on=day,
            )  # fmt: skip
            more = _MORE.match(plain, end)
            if behind or more is None:
                break
            begins, number, end, year = more.start("number"), more["number"], more.end(), ""
            said = bool(more["so"])


def _is_count(plain: str, number: str, end: int, *, said: bool, capitals: bool) -> bool:
    """Whether the number counts things, or is a year, a day, a share."""
    if _NOT_A_NUMBER.match(plain, end):
        return True
    if said:
        return False
    if len(number) == 1 and _YEARS.match(plain, end):
        return True
    if _A_YEAR.fullmatch(number) and not _DAYS.match(plain, end):
        return True
    return not (_GOES_ON.match(plain, end) or (not capitals and _A_NAME.match(plain, end)))


@lru_cache(maxsize=4)
def _named(words: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<word>{words})\s+(?P<so>số\s{{0,9}}:?\s{{0,9}})?(?P<number>\d{{1,4}}[a-z]?)"
        rf"(?:/(?P<year>{YEAR}))?",
        re.I,
    )
