"""Ngày làm việc — Monday to Friday without the public holidays of Viet Nam, Tết included.

The holidays come from the `holidays` library; a day exchanged by a later notice of the Government
is known only once the library has it.
"""

from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

SATURDAY = 5


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    return frozenset(country_holidays("VN", years=year))


def is_working_day(day: date) -> bool:
    """Ngày làm việc."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


@lru_cache(maxsize=1024)
def add_working_days(day: date, days: int) -> date:
    """Thêm ngày làm việc — the n-th working day after `day`; `day` itself does not count."""
    left = days
    while left:
        day += timedelta(1)
        left -= is_working_day(day)
    return day
