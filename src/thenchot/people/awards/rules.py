"""Phép về Huy hiệu Đảng — party age on the day of the round, early and posthumous awards."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.months import add_months
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.awards.words import Timing


@dataclass(frozen=True, slots=True)
class BadgeRow:
    """Tặng một Huy hiệu — to whom, of how many years, on time or not."""

    person: int
    years: int
    timing: Timing = Timing.ON_TIME


@dataclass(frozen=True, slots=True)
class BadgeLimits:
    """Mức của quy định về Huy hiệu vào ngày tặng — None where none is recorded."""

    years: Limit | None
    early: Limit | None
    early_from_70: Limit | None
    posthumous: Limit | None

    def months_short(self, years: int, timing: Timing) -> Limit | None:
        """Được thiếu bao nhiêu tháng — none at all on time."""
        if timing is Timing.EARLY:
            return self.early_from_70 if years >= 70 else self.early
        return self.posthumous if timing is Timing.POSTHUMOUS else None


def badge_faults(
    years: int, timing: Timing, counted_from: date, on: date, limits: BadgeLimits
) -> list[Reason]:
    """Đủ tuổi đảng — `counted_from` is the day party age counts from; early only by so many months."""
    faults = []
    if limits.years and years not in limits.years.values:
        text = mark("Không có Huy hiệu {years} năm tuổi đảng.")
        faults.append(Reason(text, {"years": years}, limits.years.clause, "years"))
    short = limits.months_short(years, timing)
    due = add_months(counted_from, years * 12)
    earliest = add_months(due, -short.value) if short else due
    if on < earliest:
        text = mark(
            "Đến ngày {day:%d/%m/%Y} chưa đủ {years} năm tuổi đảng; đủ từ ngày {due:%d/%m/%Y}."
        )
        clause = (short or limits.years or Limit((0,), "")).clause
        faults.append(Reason(text, {"day": on, "years": years, "due": due}, clause, "years"))
    if timing is Timing.EARLY and on >= due:
        text = mark("Đã đủ tuổi đảng từ ngày {due:%d/%m/%Y}; không phải tặng trước hạn.")
        faults.append(Reason(text, {"due": due}, field="timing"))
    return faults
