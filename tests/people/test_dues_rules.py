"""Phép về việc đến hạn — the day each clock runs to."""

from datetime import date

import pytest

from thenchot.ground.plain.limits import Limit
from thenchot.people.dossiers.rules.dues import (
    badge_rounds,
    ceremony_due,
    due_words,
    reappointment_due,
    recognition_due,
    retirement_day,
    rounds,
)

THIRTY = Limit((30,), "mục 4")
BADGES = Limit((30, 40), "mục 28")
ROUNDS = Limit((203, 519, 902, 1107), "mục 18")
MEN, WOMEN = Limit((723, 3, 744), "Điều 4"), Limit((664, 4, 720), "Điều 4")


def test_a_ceremony_is_owed_thirty_working_days_after_the_decision():
    assert ceremony_due(date(2025, 6, 16), THIRTY) == date(2025, 7, 28)


def test_the_cell_considers_within_thirty_working_days_after_the_probation():
    assert recognition_due(date(2025, 6, 16), THIRTY) == date(2025, 7, 28)


def test_without_a_limit_for_considering_the_end_of_probation_is_the_day():
    assert recognition_due(date(2025, 2, 28), None) == date(2025, 2, 28)


def test_award_rounds_stand_in_order():
    found = rounds(ROUNDS, [2026, 2025])
    assert found[:5] == [
        date(2025, 2, 3),
        date(2025, 5, 19),
        date(2025, 9, 2),
        date(2025, 11, 7),
        date(2026, 2, 3),
    ]


@pytest.mark.parametrize(
    ("counted_from", "round_day"),
    [
        (date(1995, 5, 19), date(2025, 5, 19)),  # full on the very day
        (date(1995, 5, 20), date(2025, 9, 2)),
        (date(1995, 11, 8), date(2026, 2, 3)),
    ],
)
def test_a_badge_waits_for_the_first_round_on_which_the_years_are_full(counted_from, round_day):
    days = rounds(ROUNDS, [2024, 2025, 2026])
    found = {years: day for years, _, day in badge_rounds(counted_from, BADGES, days)}
    assert found == {30: round_day}


@pytest.mark.parametrize(
    ("born", "limit", "day"),
    [
        (date(1961, 9, 30), MEN, date(2021, 12, 31)),
        (date(1961, 10, 1), MEN, date(2022, 4, 30)),
        (date(1963, 3, 5), MEN, date(2023, 12, 31)),
        (date(1963, 4, 5), MEN, date(2024, 4, 30)),
        (date(1966, 4, 1), MEN, date(2028, 4, 30)),
        (date(1966, 8, 31), WOMEN, date(2021, 12, 31)),
        (date(1966, 9, 1), WOMEN, date(2022, 5, 31)),
        (date(1969, 4, 20), WOMEN, date(2025, 12, 31)),
        (date(1969, 5, 20), WOMEN, date(2026, 5, 31)),
        (date(1975, 5, 1), WOMEN, date(2035, 5, 31)),
    ],
)
def test_retirement_is_the_last_day_of_the_month_in_which_that_year_s_age_is_reached(
    born, limit, day
):
    assert retirement_day(born, limit) == day


def test_an_appointment_runs_its_months_from_the_day_it_took_effect():
    assert reappointment_due(date(2020, 8, 1), Limit((60,), "")) == date(2025, 8, 1)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2025, 6, 18), "còn 2 ngày"),
        (date(2025, 6, 16), "hạn hôm nay"),
        (date(2025, 6, 15), "quá hạn 1 ngày"),
        (None, "không có hạn"),
    ],
)
def test_how_long_is_left_is_said_in_days(due, words):
    assert due_words(due, date(2025, 6, 16)) == words
