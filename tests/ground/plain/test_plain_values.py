"""Giá trị — periods, ratios, names, typed days."""

import unicodedata
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.months import add_months, calendar_months
from thenchot.ground.plain.names import (
    fold,
    name_faults,
    one_placement,
    sort_key,
    split_name,
    tidy_name,
)
from thenchot.ground.plain.periods import NotAPeriod, Period, PeriodKind, parse_period
from thenchot.ground.plain.ratios import change, format_number, format_percent, rounded, truncated
from thenchot.ground.plain.typed_dates import NotADay, format_day, parse_day, read_back

DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))
TODAY = date(2025, 6, 16)


@pytest.mark.parametrize(
    ("typed", "label", "first", "until"),
    [
        ("quý I-2023", "quý I-2023", date(2023, 1, 1), date(2023, 4, 1)),
        ("QUÝ 4/2023", "quý IV-2023", date(2023, 10, 1), date(2024, 1, 1)),
        ("quy 2 nam 2023", "quý II-2023", date(2023, 4, 1), date(2023, 7, 1)),
        ("tháng 9-2016", "tháng 9-2016", date(2016, 9, 1), date(2016, 10, 1)),
        ("12/2016", "tháng 12-2016", date(2016, 12, 1), date(2017, 1, 1)),
        ("6 tháng đầu năm 2021", "6 tháng đầu năm 2021", date(2021, 1, 1), date(2021, 7, 1)),
        ("Sáu tháng cuối năm 2021", "6 tháng cuối năm 2021", date(2021, 7, 1), date(2022, 1, 1)),
        ("nửa đầu năm 2021", "6 tháng đầu năm 2021", date(2021, 1, 1), date(2021, 7, 1)),
        ("9 tháng năm 2022", "9 tháng năm 2022", date(2022, 1, 1), date(2022, 10, 1)),
        ("2024", "năm 2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("nhiệm kỳ 2020 – 2025", "nhiệm kỳ 2020-2025", date(2020, 1, 1), date(2025, 1, 1)),
    ],
)
def test_a_period_is_read_as_people_type_it(typed, label, first, until):
    for spelling in (typed, unicodedata.normalize("NFD", typed)):
        period = parse_period(spelling)
        assert (period.label(), period.days) == (label, DayRange(first, until))
        assert parse_period(period.label()) == parse_period(period.code()) == period


@pytest.mark.parametrize(
    "typed", ["", "quý V-2023", "tháng 13-2020", "2099999", "nhiệm kỳ 2020-2024", "hôm nay"]
)
def test_what_is_no_period_is_refused_with_an_example(typed):
    with pytest.raises(NotAPeriod, match="Hãy gõ như"):
        parse_period(typed)


@given(st.sampled_from(list(PeriodKind)), st.integers(1950, 2100), st.integers(1, 30))
def test_the_previous_period_ends_where_the_next_begins(kind, year, n):
    period = Period(kind, year)
    if kind is not PeriodKind.NINE_MONTHS:
        assert period.previous().days.until == period.days.start
    assert period.previous(n).previous(-n) == period
    assert period.same_last_year().days.start.year == year - 1


def test_published_percentages_come_out():
    assert format_percent(1347, 1150) == "117,13%"
    assert format_percent(150, 134) == "111,94%"
    assert format_percent(1, 0) == "–"
    assert truncated(Fraction(162100, 1500)) == Fraction(10806, 100)
    assert format_number(1347) == "1.347"
    assert format_number(-36208000) == "−36.208.000"


@given(st.fractions(max_denominator=10**6).filter(lambda value: abs(value) < 10**9))
def test_rounding_is_within_half_a_unit_and_even_handed(value):
    assert abs(rounded(value) - value) <= Fraction(1, 200)
    assert rounded(-value) == -rounded(value)


def test_a_change_without_a_base_has_no_ratio():
    assert change(25, 27).difference == -2
    assert change(5, 0).percent is None


def test_names_are_sorted_as_icu_sorts_them():
    rows = (Path(__file__).parent / "sort_pairs.tsv").read_text().splitlines()
    pairs = [row.split("\t")[:2] for row in rows if row and not row.startswith("#")]
    assert len(pairs) >= 5000
    wrong = [(low, high) for low, high in pairs if sort_key(low) > sort_key(high)]
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "tidy", "folded"),
    [
        ("Nguyễn  Thị\u00a0Ước ", "Nguyễn Thị Ước", "nguyen thi uoc"),
        (unicodedata.normalize("NFD", "Đặng Văn Ẩn"), "Đặng Văn Ẩn", "dang van an"),
        ("Ðỗ Hoà\u200b", "Ðỗ Hoà", "do hoa"),
    ],
)
def test_a_name_has_one_spelling_and_one_search_key(typed, tidy, folded):
    assert (tidy_name(typed), fold(typed)) == (tidy, folded)


@pytest.mark.parametrize("typed", ["", " ", "An2", "<b>An</b>", "Lê Văn An Lê Văn An", "A" * 121])
def test_a_name_that_cannot_stand_says_why(typed):
    assert name_faults(typed)


def test_family_middle_and_given_names_are_told_apart():
    assert split_name("Nguyễn Thị Thu Hà") == ("Nguyễn", "Thị Thu", "Hà")
    assert split_name("Siu") == ("", "", "Siu")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/2", date(2025, 2, 3)), ("03022025", date(2025, 2, 3)), ("3-2-25", date(2025, 2, 3)),
        ("3.2.2025", date(2025, 2, 3)), ("ngày 3 tháng 2 năm 2025", date(2025, 2, 3)),
        ("2025-02-03", date(2025, 2, 3)), ("hôm nay", TODAY), ("hôm qua", date(2025, 6, 15)),
        ("ngày mai", date(2025, 6, 17)), ("thứ 6", date(2025, 6, 20)), ("thứ 2", TODAY),
        ("chủ nhật", date(2025, 6, 22)), ("cuối tháng", date(2025, 6, 30)),
        ("cuối quý", date(2025, 6, 30)), ("cuối năm", date(2025, 12, 31)), ("29/2/2024", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(typed, day):
    assert parse_day(typed, TODAY) == day
    assert parse_day(unicodedata.normalize("NFD", typed.upper()), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [("31/02/2025", "không có ngày 31"), ("29/2/2025", "có 28 ngày"), ("3/13/2025", "Không có tháng 13"), ("3/2/1025", "không hợp lý"), ("abc", "Hãy gõ như")],
)  # fmt: skip
def test_a_wrong_day_is_refused_with_what_is_wrong(typed, said):
    with pytest.raises(NotADay, match=said):
        parse_day(typed, TODAY)


@given(DAYS)
def test_a_printed_day_is_read_back(day):
    assert parse_day(format_day(day), TODAY) == day
    assert read_back(day).endswith(format_day(day))


@given(DAYS, st.integers(1, 500), DAYS, st.integers(1, 500))
def test_ranges_meet_exactly_on_the_days_both_hold(a, days_a, b, days_b):
    from datetime import timedelta

    one, other = DayRange(a, a + timedelta(days_a)), DayRange(b, b + timedelta(days_b))
    meeting = one.meet(other)
    assert (meeting is not None) == one.overlaps(other) == other.overlaps(one)
    for day in (a, b, a + timedelta(days_a - 1), b + timedelta(days_b)):
        both = one.holds_on(day) and other.holds_on(day)
        assert both == (meeting is not None and meeting.holds_on(day))


@pytest.mark.parametrize(
    ("new_style", "old_style"),
    [("Hoà", "Hòa"), ("Khoẻ", "Khỏe"), ("Thuý Loan", "Thúy Loan"), ("THUỶ", "THỦY")],
)
def test_both_placements_of_a_tone_are_one(new_style, old_style):
    assert one_placement(new_style) == old_style


@pytest.mark.parametrize(
    "name", ["Quý", "Hoàng", "Quỳnh Hoa", "Huấn", "Toàn", "Quà", "Đoạt", "Tuấn"]
)
def test_a_tone_that_can_stand_in_one_place_only_stays(name):
    assert one_placement(name) == name


def test_units_with_numbers_stand_in_the_order_of_their_numbers():
    names = [
        "Chi bộ ấp 10",
        "Chi bộ ấp 9A",
        "Chi bộ ấp 2",
        "Đảng bộ xã Ẩn",
        "Chi bộ ấp 1",
        "Đảng bộ xã Ân",
    ]
    assert sorted(names, key=natural_key) == [
        "Chi bộ ấp 1", "Chi bộ ấp 2", "Chi bộ ấp 9A", "Chi bộ ấp 10", "Đảng bộ xã Ân", "Đảng bộ xã Ẩn",
    ]  # fmt: skip


def test_months_end_where_the_calendar_ends_them():
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert calendar_months(date(2006, 3, 31), date(2024, 3, 1)) == 216
