"""Ngày của văn bản được dẫn — the day it was issued, not one that only stands near its number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thenchot.office.documents.rules.bodies_said import TERM, body_ends
from thenchot.office.documents.rules.letters import DAY, GAP, SHORT_DAY, day_in

_OF = re.compile(
    r"\s{1,3}(?:của|do|được)(?!\w)|(?-i:(?= (?:Ban|Bộ|Hội nghị|Đại hội|Ủy ban|UBND|HĐND)\s))", re.I
)
_REMARK = re.compile(rf"{GAP}\([^()/\n]{{1,60}}\)")  # "(giai đoạn 2021 - 2025)"
_VERB = r"(?:(?:đã|được)\s+)?(?:ký\s+ban hành|ban hành|phát hành|thông qua|ký|đề)\s+(?:vào\s+)?"
_HOUR = r"(?:hồi|lúc|vào lúc)\s+\d{1,2}\s?(?:giờ|h|:)\s?(?:\d{1,2}\s?(?:phút|')?)?,?\s*"
_EXPRESS = re.compile(r"CĐ-[\w-]+$")  # a telegram bears its hour; in an invitation it is another
_SAID = re.compile(
    rf"{GAP}[,(]?{GAP}(?:{_VERB})?(?P<hour>{_HOUR})?ngày\s+(?P<day>{DAY}|{SHORT_DAY})"
    rf"|{GAP}[,(]{GAP}(?P<bare>{DAY})",
    re.I,
)
_NEXT_LINE = re.compile(r"\s*\n\s*Ngày\s")
_ON = re.compile(rf"{GAP}(?:(?:cho\s+)?(?:đến|tới)(?:\s+hết)?(?:\s+ngày)?\s+|-\s?)\d", re.I)
_CLOSING = re.compile(r"[^()/;\n\d]{0,90}\)")  # "(ngày 5/5/2025 của Ban Thường vụ)"
_BEFORE = re.compile(
    rf"ngày\s+(?P<day>{DAY}),?\s[^.;\n\d]{{0,100}}?\b(?:ban hành|ký|ra|có)\s+(?:các\s+)?$", re.I
)
_STILL_TO_COME = re.compile(r"(?<!\w)(?:hạn|phải|sẽ|chưa|để)(?!\w)", re.I)
_CLAUSE = re.compile(
    r"(?:\A|[.,;:()\n\"“”-]|(?<!\w)(?:vào|và|thì|rồi|trong|sáng|chiều|tối))\s*$", re.I
)


@dataclass(frozen=True, slots=True)
class DaySaid:
    """Ngày được nói — where the words that say it end, and how it is printed."""

    closes: int
    printed: str
    day: date


def day_behind(plain: str, end: int) -> DaySaid | None:
    """Ngày sau số, ký hiệu — right behind it, its term, its issuer or "ban hành"; none from a day to another."""
    found = next(filter(None, (_SAID.match(plain, at) for at in _places(plain, end))), None)
    if not found or _NEXT_LINE.match(plain, found.start()) or _ON.match(plain, found.end()):
        return None
    if found["hour"] and not _EXPRESS.search(plain, max(0, end - 20), end):
        return None
    printed = found["day"] or found["bare"]
    day, closes = day_in(printed), found.end()
    said = plain[end:closes]
    if said.count("(") > said.count(")") and (closing := _CLOSING.match(plain, closes)):
        closes = closing.end()
    return DaySaid(closes, printed, day) if day else None


def day_before(plain: str, begins: int) -> date | None:
    """Ngày trước viện dẫn — "Ngày 03/02/2025, Tỉnh ủy ban hành …"; not "đến ngày", "từ ngày", "hội nghị ngày"."""
    found = _BEFORE.search(plain, max(0, begins - 160), begins)
    if not found or not _CLAUSE.search(plain[max(0, found.start() - 12) : found.start()]):
        return None
    return None if _STILL_TO_COME.search(found[0]) else day_in(found["day"])


def _places(plain: str, end: int) -> Iterator[int]:
    """Where the day may stand: at once, behind a term or remark in brackets, behind the issuer."""
    yield end
    at = end
    if remark := TERM.match(plain, at) or _REMARK.match(plain, at):
        at = remark.end()
        yield at
    if of := _OF.match(plain, at):
        yield body_ends(plain, of.end())
