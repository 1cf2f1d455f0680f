"""Ngày làm việc — the calendar between the weekends and the public holidays of Viet Nam."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.ground.plain.working_days import (
    Exchanged,
    add_working_days,
    is_working_day,
    working_days_between,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 6, 16), True),
        (date(2025, 6, 21), False),  # Saturday
        (date(2025, 6, 22), False),  # Sunday
        (date(2025, 4, 30), False),
        (date(2025, 5, 1), False),
        (date(2025, 4, 7), False),  # 10/3 of the moon's year, the kings of Hùng
        (date(2025, 1, 29), False),  # mồng một Tết Ất Tỵ
        (date(2024, 2, 9), False),  # 30 Tết
        (date(2025, 9, 2), False),
        (date(2025, 9, 4), True),
    ],
)
def test_a_day_of_work_is_neither_weekend_nor_holiday(day, works):
    assert is_working_day(day) is works


def test_the_day_counted_from_does_not_count():
    assert add_working_days(date(2025, 6, 16), 1) == date(2025, 6, 17)
    assert add_working_days(date(2025, 6, 20), 1) == date(2025, 6, 23)
    assert add_working_days(date(2025, 6, 21), 1) == date(2025, 6, 23)
    assert add_working_days(date(2025, 6, 16), 0) == date(2025, 6, 16)


def test_thirty_working_days_take_six_weeks_and_longer_over_holidays():
    assert add_working_days(date(2025, 6, 16), 30) == date(2025, 7, 28)
    assert add_working_days(date(2025, 4, 28), 30) > date(2025, 6, 9)  # 30/4 and 1/5 between


EXCHANGED = Exchanged(off=frozenset({date(2025, 6, 3)}), worked=frozenset({date(2025, 5, 31)}))


def test_an_exchanged_day_is_off_and_the_saturday_worked_instead():
    assert not is_working_day(date(2025, 6, 3), EXCHANGED)
    assert is_working_day(date(2025, 5, 31), EXCHANGED)
    assert add_working_days(date(2025, 5, 30), 1, EXCHANGED) == date(2025, 5, 31)
    assert add_working_days(date(2025, 6, 2), 1, EXCHANGED) == date(2025, 6, 4)


def test_working_days_between_are_counted_both_ways():
    assert working_days_between(date(2025, 6, 13), date(2025, 6, 16)) == 1
    assert working_days_between(date(2025, 6, 16), date(2025, 6, 13)) == -1
    assert working_days_between(date(2025, 6, 16), date(2025, 6, 16)) == 0
    assert working_days_between(date(2025, 5, 30), date(2025, 6, 5), EXCHANGED) == 4


@given(st.dates(date(2024, 1, 1), date(2026, 1, 1)), st.integers(0, 60))
def test_counting_back_what_was_added_gives_the_same_number(day, days):
    until = add_working_days(day, days, EXCHANGED)
    assert working_days_between(day, until, EXCHANGED) == days
