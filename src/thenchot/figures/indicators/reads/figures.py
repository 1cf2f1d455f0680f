"""So sánh — what a unit reached in a period: against its target, its base, and earlier periods."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thenchot.figures.indicators.models import Target
from thenchot.figures.indicators.reads.counting import Counted, Wanted, books_opened, count
from thenchot.figures.indicators.rules import INDICATORS, Indicator
from thenchot.figures.indicators.words import Right
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.periods import Period
from thenchot.ground.plain.ratios import Change, change, percent


@dataclass(frozen=True, slots=True)
class TargetLine:
    """Chỉ tiêu năm — its value and the paper that set it."""

    value: int
    basis: str


@dataclass(frozen=True, slots=True)
class Figure:
    """Số liệu của một đơn vị trong kỳ — None where there is nothing to say.

    Nothing is said of a period that begins before the unit's books were opened: its records are
    not complete, and a count of them would be a false figure.

    `percent` is exact: `part` of `whole`, where `whole` is the year's target (then `part` counts
    from the beginning of the year) or, without a target, the base the indicator names.
    """

    indicator: Indicator
    unit: int
    actual: int | None
    at_least: bool
    year_to_date: int | None
    same_period: int | None
    target: TargetLine | None
    part: int | None
    whole: int | None

    @property
    def percent(self) -> Fraction | None:
        if self.part is None or self.whole is None:
            return None
        return percent(self.part, self.whole)

    @property
    def change(self) -> Change | None:
        if self.actual is None or self.same_period is None:
            return None
        return change(self.actual, self.same_period)


def figures(
    *, by: Actor, wanted: Sequence[Wanted], period: Period, on: date
) -> dict[tuple[str, int], Figure]:
    """Số liệu — of each indicator for each unit within reach, in a period up to the day `on`.

    A period that is not over is compared with the same days of last year. Runs one statement for
    all counts, one for the targets, one for the days the books were opened.
    """
    now = period.days_to(on)
    before = period.same_last_year().days_to(period.same_days_to(on))
    if now is None or before is None:
        return {}
    to_date = DayRange(period.year_to_date().start, now.until)
    bases = [(INDICATORS[each.base], unit) for each, unit in wanted if each.base]
    days = list(dict.fromkeys((now, before, to_date)))
    counted = count(by=by, wanted=[*wanted, *bases], days=days)
    targets = _targets(by, wanted, period)
    opened = books_opened(unit for _, unit in wanted)
    found: dict[tuple[str, int], Figure] = {}
    for each, unit in wanted:
        if (each.code, unit, now) not in counted:
            continue
        known = {
            asked: counted[each.code, unit, asked] if _complete(opened, unit, asked) else UNKNOWN
            for asked in days
        }
        target = targets.get((each.code, unit))
        part, whole = known[now].value, None
        if target:
            part, whole = known[to_date].value, target.value
        elif each.base:
            whole = counted[each.base, unit, now].value
        found[each.code, unit] = Figure(
            each, unit, known[now].value, known[now].at_least, known[to_date].value,
            known[before].value, target, part, whole,
        )  # fmt: skip
    return found


UNKNOWN = Counted(None)


def _complete(opened: Mapping[int, date], unit: int, days: DayRange) -> bool:
    return unit not in opened or opened[unit] <= days.start


def series(
    *, by: Actor, indicator: Indicator, unit: int, period: Period, back: int, on: date
) -> list[tuple[Period, Counted]]:
    """Các kỳ trước — the period up to `on` and so many of its kind before it, oldest first."""
    periods = [period.previous(n) for n in reversed(range(back + 1))]
    asked = {each: days for each in periods if (days := each.days_to(on))}
    counted = count(by=by, wanted=[(indicator, unit)], days=list(asked.values()))
    opened = books_opened([unit])
    return [
        (each, counted[indicator.code, unit, days] if _complete(opened, unit, days) else UNKNOWN)
        for each, days in asked.items()
        if (indicator.code, unit, days) in counted
    ]


def _targets(
    by: Actor, wanted: Iterable[Wanted], period: Period
) -> dict[tuple[str, int], TargetLine]:
    """The targets of the year in which the period begins, for units within reach."""
    reached = {(each.code, unit) for each, unit in wanted if by.may(Right.READ, unit)}
    set_for = (
        Target.objects.on(period.days.start)
        .visible_to(by)
        .filter(
            indicator__in={code for code, _ in reached},
            organization__in={unit for _, unit in reached},
        )
    )
    return {
        (each.indicator, each.organization_id): TargetLine(each.value, str(each.basis))
        for each in set_for.select_related("basis")
    }
