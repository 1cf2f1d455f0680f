"""Câu tự đặt — our own report sentences: every period, number and day in them is understood."""

import re
import unicodedata
from datetime import date

import pytest

from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.periods import NotAPeriod, Period, PeriodKind, parse_period
from thenchot.ground.plain.ratios import format_number, format_percent
from thenchot.ground.plain.typed_dates import parse_day

TODAY = date(2025, 6, 16)

# a sentence, the period it names, that period's first and next first day
PERIODS = [
    ("Trong quý I-2023, chi bộ họp ba kỳ.", "quý I-2023", date(2023, 1, 1), date(2023, 4, 1)),
    ("Quý IV/2024 huyện mở hai lớp.", "Quý IV/2024", date(2024, 10, 1), date(2025, 1, 1)),
    ("Kết quả quý 3 năm 2022 chậm hơn.", "quý 3 năm 2022", date(2022, 7, 1), date(2022, 10, 1)),
    ("Báo cáo 6 tháng đầu năm 2021 đã gửi.", "6 tháng đầu năm 2021", date(2021, 1, 1), date(2021, 7, 1)),
    ("Chương trình sáu tháng cuối năm 2025 còn bỏ trống.", "sáu tháng cuối năm 2025", date(2025, 7, 1), date(2026, 1, 1)),
    ("Tổng hợp 9 tháng năm 2024 theo mẫu.", "9 tháng năm 2024", date(2024, 1, 1), date(2024, 10, 1)),
    ("Tính chung 9 tháng đầu năm 2020 đạt thấp.", "9 tháng đầu năm 2020", date(2020, 1, 1), date(2020, 10, 1)),
    ("Kế hoạch năm 2026 chưa duyệt.", "năm 2026", date(2026, 1, 1), date(2027, 1, 1)),
    ("Sổ tháng 02-2024 thiếu một trang.", "tháng 02-2024", date(2024, 2, 1), date(2024, 3, 1)),
    ("Chốt tháng 12 năm 2023 đúng hạn.", "tháng 12 năm 2023", date(2023, 12, 1), date(2024, 1, 1)),
    ("Sổ mở đầu nhiệm kỳ 2020 - 2025 của xã.", "nhiệm kỳ 2020 - 2025", date(2020, 1, 1), date(2025, 1, 1)),
    ("Tổng kết nhiệm kỳ 2015–2020 ở ấp.", "nhiệm kỳ 2015–2020", date(2015, 1, 1), date(2020, 1, 1)),
]  # fmt: skip

# a sentence, part, whole: both numbers and the percentage are printed in it
SHARES = [
    ("Có 1.530 trong 1.800 người dự, đạt 85,00%.", 1530, 1800),
    ("Kết nạp 37 trong 36 người theo chỉ tiêu, đạt 102,78%.", 37, 36),
    ("Góp ý 2 trong 3 chi bộ, đạt 66,67%.", 2, 3),
    ("Đã trả 1 trong 8 hồ sơ, đạt 12,50%.", 1, 8),
    ("Thu 12.345.678 trong 24.691.356 đồng, đạt 50,00%.", 12345678, 24691356),
    ("Vắng 0 trong 15 người, đạt 0,00%.", 0, 15),
]

# a sentence and the days written in it
DAYS = [
    ("Họp ngày 3/2/2024 tại nhà văn hóa.", ["3/2/2024"], [date(2024, 2, 3)]),
    (
        "Từ 01-8-2020 đến 31.7.2025.",
        ["01-8-2020", "31.7.2025"],
        [date(2020, 8, 1), date(2025, 7, 31)],
    ),
    ("Ký ngày 29 tháng 02 năm 2024.", ["ngày 29 tháng 02 năm 2024"], [date(2024, 2, 29)]),
    ("Hạn là 15/7, trước cuối quý.", ["15/7", "cuối quý"], [date(2025, 7, 15), date(2025, 6, 30)]),
    ("Trình thứ 6, gửi ngày mai.", ["thứ 6", "ngày mai"], [date(2025, 6, 20), date(2025, 6, 17)]),
    ("Máy in ra 2025-06-30.", ["2025-06-30"], [date(2025, 6, 30)]),
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("sentence", "named", "first", "after"), PERIODS)
def test_a_period_named_in_a_sentence_has_its_days(sentence, named, first, after, form):
    assert named in sentence
    period = parse_period(f"  {unicodedata.normalize(form, named)} ")
    assert period.days == DayRange(first, after)
    assert parse_period(period.label()) == period
    assert parse_period(period.code()) == period


@pytest.mark.parametrize(("sentence", "part", "whole"), SHARES)
def test_the_numbers_of_a_sentence_are_printed_as_we_print_them(sentence, part, whole):
    printed = re.findall(r"\d[\d.]*\d|\d", sentence.partition(", đạt")[0])
    assert printed == [format_number(part), format_number(whole)]
    assert sentence.endswith(f"đạt {format_percent(part, whole)}.")


@pytest.mark.parametrize(("sentence", "typed", "days"), DAYS)
def test_the_days_of_a_sentence_are_read(sentence, typed, days):
    assert all(each in sentence for each in typed)
    assert [parse_day(each, TODAY) for each in typed] == days


@pytest.mark.parametrize(
    "typed",
    ["", "quý V-2023", "quý 0 năm 2023", "tháng 13-2024", "7 tháng đầu năm 2021", "nhiệm kỳ 2020-2024",
     "nhiệm kỳ 2025-2020", "năm 20233", "năm", "quý I", "hôm nào đó", "quý I-1023"],
)  # fmt: skip
def test_what_is_no_period_says_how_to_type_one(typed):
    with pytest.raises(NotAPeriod, match="Hãy gõ như"):
        parse_period(typed)


@pytest.mark.parametrize(
    ("now", "before"),
    [("quý I-2023", "quý IV-2022"), ("tháng 1-2024", "tháng 12-2023"), ("năm 2024", "năm 2023"),
     ("6 tháng đầu năm 2021", "6 tháng cuối năm 2020"), ("nhiệm kỳ 2020-2025", "nhiệm kỳ 2015-2020")],
)  # fmt: skip
def test_the_period_before_is_named_rightly(now, before):
    assert parse_period(now).previous().label() == before


def test_the_first_quarter_counted_from_the_new_year_is_itself():
    quarter = Period(PeriodKind.QUARTER, 2023, 1)
    assert quarter.year_to_date() == quarter.days
    assert parse_period("quý III-2023").year_to_date() == parse_period("9 tháng năm 2023").days


def test_a_running_period_has_the_days_up_to_now_and_so_has_last_years():
    quarter = parse_period("quý II-2025")
    assert quarter.days_to(date(2025, 3, 31)) is None
    assert quarter.days_to(date(2025, 6, 16)) == DayRange(date(2025, 4, 1), date(2025, 6, 17))
    assert quarter.days_to(date(2026, 1, 1)) == quarter.days
    assert quarter.same_days_to(date(2025, 6, 16)) == date(2024, 6, 16)
    february = parse_period("tháng 2-2025")
    assert february.same_days_to(date(2025, 2, 27)) == date(2024, 2, 27)
    assert february.same_days_to(date(2025, 2, 28)) == date(2024, 2, 29)  # both months whole
    assert parse_period("tháng 2-2024").same_days_to(date(2024, 2, 29)) == date(2023, 2, 28)
