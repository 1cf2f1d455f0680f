"""Ngày gõ tay — days as people type them, and the words that say them back."""

import re
from datetime import date, timedelta

from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import Translate, as_written, mark

WEEKDAYS = (
    mark("thứ Hai"),
    mark("thứ Ba"),
    mark("thứ Tư"),
    mark("thứ Năm"),
    mark("thứ Sáu"),
    mark("thứ Bảy"),
    mark("chủ nhật"),
)


class NotADay(Misread):
    """Không phải ngày — its reason says what is wrong and what to type."""


def parse_day(text: str, today: date) -> date:
    """Đọc ngày — `3/2` (this year), `03022025`, `3-2-25`, `hôm nay`, `thứ 6`, `cuối quý`, …

    "thứ 6" is the next such weekday, today included.
    """
    typed = " ".join(fold(text).split())
    said = _said(typed, today)
    return said or _written(typed, text, today)


def format_day(day: date) -> str:
    """In ngày — dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def weekday_name(day: date) -> str:
    """Thứ — the Vietnamese name of the weekday."""
    return WEEKDAYS[day.weekday()]


def read_back(day: date, translate: Translate = as_written) -> str:
    """Đọc lại — "thứ Hai, 03/02/2025", shown beside the box."""
    return f"{translate(weekday_name(day))}, {format_day(day)}"


def _said(typed: str, today: date) -> date | None:
    quarter_end = 3 * ((today.month - 1) // 3) + 3
    known = {
        "hom nay": today,
        "hom qua": today - timedelta(1),
        "ngay mai": today + timedelta(1),
        "cuoi thang": _last_of(today.year, today.month),
        "cuoi quy": _last_of(today.year, quarter_end),
        "cuoi nam": date(today.year, 12, 31),
    }
    if typed in known:
        return known[typed]
    weekday = 6 if typed == "chu nhat" else None
    if found := re.fullmatch(r"(?:thu|t) ?([2-7])", typed):
        weekday = int(found[1]) - 2
    return None if weekday is None else today + timedelta((weekday - today.weekday()) % 7)


def _written(typed: str, text: str, today: date) -> date:
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed):
        return _made(int(found[3]), int(found[2]), int(found[1]))
    plain = re.sub(r"\b(ngay|thang|nam)\b", " ", typed)
    patterns = (r"(\d{2})(\d{2})(\d{4})", r"(\d{1,2})[\s/.-]+(\d{1,2})(?:[\s/.-]+(\d{4}|\d{2}))?")
    for pattern in patterns:
        if found := re.fullmatch(pattern, plain.strip()):
            year = found[3] or str(today.year)
            return _made(int(found[1]), int(found[2]), int(year) + (2000 if len(year) == 2 else 0))
    raise NotADay(mark("«{text}» không phải là ngày. Hãy gõ như 03/02/2025."), text=text)


def _made(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise NotADay(mark("Không có tháng {month}. Hãy gõ như 03/02/2025."), month=month)
    if not 1900 <= year <= 2200:
        raise NotADay(mark("Năm {year} không hợp lý. Hãy gõ như 03/02/2025."), year=year)
    last = _last_of(year, month)
    if not 1 <= day <= last.day:
        text = mark("Tháng {month:02d}/{year} không có ngày {day}; tháng này có {last} ngày.")
        raise NotADay(text, month=month, year=year, day=day, last=last.day)
    return date(year, month, day)


def _last_of(year: int, month: int) -> date:
    years, rest = divmod(month, 12)
    return date(year + years, rest + 1, 1) - timedelta(1)
