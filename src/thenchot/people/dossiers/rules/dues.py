"""Phép về việc đến hạn — the day a clock runs to, from the facts and the limits in force."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.months import add_months
from thenchot.ground.plain.text import Sentence, Translate, as_written, mark
from thenchot.ground.plain.working_days import add_working_days

FIRST_RETIRING_YEAR = 2021


def ceremony_due(decided_on: date, days: Limit) -> date:
    """Hạn tổ chức lễ kết nạp — so many working days from the decision (24-QĐ/TW 4.1).

    The regulation counts from the day the cell receives it; the decision's day is the one we hold.
    """
    return add_working_days(decided_on, days.value)


def recognition_due(probation_ended_on: date, days: Limit | None) -> date:
    """Hạn chi bộ xét công nhận — so many working days after the probation (24-QĐ/TW 4.2.1)."""
    return add_working_days(probation_ended_on, days.value) if days else probation_ended_on


def rounds(limit: Limit, years: Sequence[int]) -> list[date]:
    """Các đợt tặng Huy hiệu — of the years named, in order; `limit` holds month and day, 203 for 3/2."""
    return sorted(date(year, value // 100, value % 100) for year in years for value in limit.values)


def badge_rounds(
    counted_from: date, badges: Limit, days: Sequence[date]
) -> Iterator[tuple[int, date, date]]:
    """Đến mức Huy hiệu — (years, day they are full, first of these rounds on or after it).

    `days` begin with a round before the first one asked about: what was full before falls on it,
    of an earlier year it is left out.
    """
    first, last = days[0].year, days[-1].year
    for years in badges.values:
        if not first <= counted_from.year + years <= last:
            continue
        due = add_months(counted_from, years * 12)
        given = next((day for day in days if day >= due), None)
        if given is not None:
            yield years, due, given


def reappointment_due(appointed_on: date, months: Limit) -> date:
    """Hạn bổ nhiệm lại — so many months from the day the appointment took effect."""
    return add_months(appointed_on, months.value)


def retirement_day(born_on: date, limit: Limit) -> date:
    """Thời điểm nghỉ hưu — the last day of the month in which the age of that year is reached.

    `limit`: months of age in 2021, months added each year, the highest (135/2020/NĐ-CP art. 4).
    """
    first, step, most = limit.values
    year = born_on.year + first // 12
    while True:
        months = min(most, first + step * max(0, year - FIRST_RETIRING_YEAR))
        reached = add_months(born_on, months)
        if reached.year <= year:
            return reached.replace(day=monthrange(reached.year, reached.month)[1])
        year += 1


def due_words(due: date | None, on: date, translate: Translate = as_written) -> str:
    """Còn bao lâu — "còn 2 ngày", "hạn hôm nay", "quá hạn 1 ngày"; "không có hạn" without a day."""
    if due is None:
        return translate(mark("không có hạn"))
    left = (due - on).days
    if left == 0:
        return translate(mark("hạn hôm nay"))
    text = mark("còn {n} ngày") if left > 0 else mark("quá hạn {n} ngày")
    return Sentence(text, {"n": abs(left)}).sentence(translate)
