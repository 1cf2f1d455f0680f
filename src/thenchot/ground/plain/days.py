"""Khoảng ngày — half-open ranges of days, as decisions speak of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from thenchot.ground.plain.text import Translate, as_written, mark


@dataclass(frozen=True, slots=True)
class DayRange:
    """Khoảng ngày — from `start` up to, not including, `until`; None means still in force."""

    start: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.start:
            raise ValueError(f"{self.until} không sau {self.start}")

    def __str__(self) -> str:
        return self.sentence()

    def sentence(self, translate: Translate = as_written) -> str:
        """Câu — "từ 01/08/2020 đến hết 31/07/2025": the last day is the last one it holds."""
        if self.until == self.start + timedelta(days=1):
            return translate(mark("ngày {start:%d/%m/%Y}")).format(start=self.start)
        if self.until is None:
            return translate(mark("từ {start:%d/%m/%Y}")).format(start=self.start)
        text = translate(mark("từ {start:%d/%m/%Y} đến hết {last:%d/%m/%Y}"))
        return text.format(start=self.start, last=self.until - timedelta(days=1))

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.until is None or day < self.until)

    def overlaps(self, other: Self) -> bool:
        return self.meet(other) is not None

    def meet(self, other: Self) -> Self | None:
        """Phần chung — the days both ranges hold, or None."""
        start = max(self.start, other.start)
        ends = [until for until in (self.until, other.until) if until is not None]
        until = min(ends, default=None)
        return None if until is not None and until <= start else type(self)(start, until)

    def covers(self, other: Self) -> bool:
        """Phủ kín — every day of the other range is one of this."""
        return self.meet(other) == other

    def ends_at(self, day: date) -> Self:
        """Kết thúc — the same range ending before `day` (ValueError where that leaves nothing)."""
        return type(self)(self.start, day)
