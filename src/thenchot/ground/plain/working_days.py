"""Ngày làm việc — Monday to Friday without the public holidays of Viet Nam, Tết included.

The holidays come from the `holidays` library; what a notice exchanges beyond it — a working day off,
a Saturday worked instead — the office records, and hands in as an `Exchanged`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Ngày hoán đổi — working days taken `off`, and days of rest `worked` instead."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()


NONE = Exchanged()


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("VN", years=year))


def is_working_day(day: date, exchanged: Exchanged = NONE) -> bool:
    """Ngày làm việc."""
    if day in exchanged.worked:
        return True
    return day.weekday() < SATURDAY and day not in _holidays(day.year) and day not in exchanged.off


@lru_cache(maxsize=1024)
def add_working_days(day: date, days: int, exchanged: Exchanged = NONE) -> date:
    """Thêm ngày làm việc — the n-th working day after `day`; `day` itself does not count."""
    left = days
    while left:
        day += timedelta(1)
        left -= is_working_day(day, exchanged)
    return day


@lru_cache(maxsize=4096)
def working_days_between(day: date, until: date, exchanged: Exchanged = NONE) -> int:
    """Số ngày làm việc — after `day` to `until`, which counts; less than nothing where it is before."""
    if until < day:
        return -working_days_between(until, day, exchanged)
    days = (day + timedelta(n) for n in range(1, (until - day).days + 1))
    return sum(is_working_day(each, exchanged) for each in days)


@dataclass(frozen=True, slots=True)
class DayRow:
    """Dòng ngày hoán đổi — worked, or else off."""

    day: date
    works: bool


def exchange_faults(rows: Sequence[DayRow], held: Collection[date]) -> list[Reason]:
    """Lỗi của ngày hoán đổi — each day once, and only where it changes what the law says of it."""
    faults = [] if rows else [Reason(mark("Danh sách chưa có ngày nào."), field="days")]
    told = set(held)
    for number, row in enumerate(rows, start=1):
        if row.day in told:
            text = mark("Ngày {day:%d/%m/%Y} đã ghi là ngày hoán đổi.")
            faults.append(Reason(text, {"day": row.day}, field=f"{number}.day"))
        elif row.works == is_working_day(row.day):
            works = mark("Ngày {day:%d/%m/%Y} vốn là ngày làm việc.")
            off = mark("Ngày {day:%d/%m/%Y} vốn là ngày nghỉ.")
            text = works if row.works else off
            faults.append(Reason(text, {"day": row.day}, field=f"{number}.day"))
        told.add(row.day)
    return faults
