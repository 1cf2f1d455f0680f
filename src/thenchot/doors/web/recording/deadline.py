"""Ô thời hạn — a day, or how many days of work it leaves."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from thenchot.doors.web.recording.boxes import Box
from thenchot.ground.basis.reads.calendar import exchanged_days
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.text import Translate, mark
from thenchot.ground.plain.typed_dates import NotADay, parse_day, read_back
from thenchot.office.documents.rules.receiving import Deadline, WithinDays, due_from

TYPED = re.compile(r"(\d{1,3}) ?(?:ngay lam viec|ngay lv|ngay|nlv|n)")
NEITHER = mark(
    "«{text}» không phải là ngày, cũng không phải số ngày làm việc. Hãy gõ như 03/02/2025, «5 ngày» hoặc «5n»."
)
IN_DAYS = mark("{n} ngày làm việc; tính từ hôm nay là {day}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineBox(Box):
    """Ô thời hạn — "20/6/2025", "5 ngày làm việc", "5 ngày" or "5n", of work alike; read back as a day."""

    shape: ClassVar[str] = "deadline"

    def read_on(self, typed: str, today: date) -> Deadline:
        return parse_deadline(typed, today) if typed else None

    def stand_in(self, day: date) -> Deadline:
        return None


def parse_deadline(typed: str, today: date) -> date | WithinDays:
    """Đọc thời hạn — raises `NotADay` where it is neither."""
    if found := TYPED.fullmatch(" ".join(fold(typed).split())):
        return WithinDays(int(found[1]))
    try:
        return parse_day(typed, today)
    except NotADay as fault:
        if "text" not in fault.reason.values:  # it is written as a day, of which there is none
            raise
        raise NotADay(NEITHER, text=typed) from None


def said_deadline(told: Deadline, today: date, translate: Translate) -> str:
    """Đọc lại — the weekday and the date; days of work as counted from today."""
    if not isinstance(told, WithinDays):
        return read_back(told, translate) if told else ""
    due = due_from(today, told, exchanged_days()).on
    return translate(IN_DAYS).format(n=told.days, day=read_back(due, translate) if due else "")
