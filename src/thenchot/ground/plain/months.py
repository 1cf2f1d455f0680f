"""Tháng, năm — adding calendar months; how many months or full years lie between two days."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Thêm tháng — the same day of a later month, or its last day where there is none such."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def calendar_months(start: date, on: date) -> int:
    """Số tháng — from the month of `start` to the month of `on`, days left aside."""
    return (on.year - start.year) * 12 + on.month - start.month


def full_years(since: date, on: date) -> int:
    """Số năm tròn — years passed since a day: age, party age."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))
