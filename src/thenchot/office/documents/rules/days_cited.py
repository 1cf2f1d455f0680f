"""Ngày của văn bản được dẫn — the day it was issued, not one that only stands near its number."""

import re
from dataclasses import dataclass
from datetime import date

from thenchot.office.documents.rules.bodies_said import TERM, body_ends
from thenchot.office.documents.rules.letters import DAY, GAP, SHORT_DAY, day_in

_OF = re.compile(
    r"\s{1,3}(?:của|do|được)(?!\w)|(?-i:(?= (?:Ban|Bộ|Hội nghị|Đại hội|Ủy ban|UBND|HĐND)\s))", re.I
)
_REMARK = re.compile(rf"{GAP}\([^()/\n]{{1,60}}\)")  # "(giai đoạn 2021 - 2025)", "(mật)"
_VERB = r"(?:(?:đã|được)\s+)?(?:ký\s+ban hành|ban hành|phát hành|thông qua|ký|đề)\s+(?:vào\s+)?"
_HOUR = r"(?:hồi|lúc|vào lúc)\s+\d{1,2}\s?(?:giờ|h|:)\s?(?:\d{1,2}\s?(?:phút|')?)?,?\s*"
_SAID = re.compile(
    rf"{GAP}[,(]?{GAP}(?:{_VERB})?(?:{_HOUR})?ngày\s+(?P<day>{DAY}|{SHORT_DAY})"
    rf"|{GAP}[,(]{GAP}(?P<bare>{DAY})",
    re.I,
)
_ON = re.compile(rf"{GAP}(?:(?:cho\s+)?(?:đến|tới)(?:\s+hết)?(?:\s+ngày)?\s+|-\s?)\d", re.I)
_CLOSING = re.compile(r"[^()/;\n\d]{0,90}\)")  # "(ngày 5/5/2025 của Ban Thường vụ)"
_BEFORE = re.compile(
    rf"ngày\s+(?P<day>{DAY}),?\s[^.;\n\d]{{0,100}}?\b(?:ban hành|ký|ra|có)\s+(?:các\s+)?$", re.I
)
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
    at = end
    if remark := TERM.match(plain, at) or _REMARK.match(plain, at):
        at = remark.end()
    if of := _OF.match(plain, at):
        at = body_ends(plain, of.end())
    found = _SAID.match(plain, at)
    day = day_in(found["day"] or found["bare"]) if found else None
    if not found or not day or _ON.match(plain, found.end()):
        return None
    said, closes = plain[end : found.end()], found.end()
    if said.count("(") > said.count(")") and (closing := _CLOSING.match(plain, closes)):
        closes = closing.end()
    return DaySaid(closes, found["day"] or found["bare"], day)


def day_before(plain: str, begins: int) -> date | None:
    """Ngày trước viện dẫn — "Ngày 03/02/2025, Tỉnh ủy ban hành …"; not "đến ngày", "từ ngày", "hội nghị ngày"."""
    found = _BEFORE.search(plain, max(0, begins - 160), begins)
    if found and _CLAUSE.search(plain[max(0, found.start() - 12) : found.start()]):
        return day_in(found["day"])
    return None
