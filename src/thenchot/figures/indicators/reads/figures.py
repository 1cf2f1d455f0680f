"""So sánh — what a unit reached in a period: against its target, its base, and earlier periods."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from thenchot.figures.indicators.models import Target
from thenchot.figures.indicators.reads.counting import Counted, Wanted, count
from thenchot.figures.indicators.rules import INDICATORS, Indicator
from thenchot.figures.indicators.words import Right
from thenchot.ground.plain.actor import Actor
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
    *, by: Actor, wanted: Sequence[Wanted], period: Period
) -> dict[tuple[str, int], Figure]:
    """Số liệu — of each indicator for each unit within reach, in a period.

    Runs one statement for all counts and one for the targets.
    """
    bases = [(INDICATORS[each.base], unit) for each, unit in wanted if each.base]
    now, before = period.days, period.same_last_year().days
    to_date = period.year_to_date()
    days = list(dict.fromkeys((now, before, to_date)))
    counted = count(by=by, wanted=[*wanted, *bases], days=days)
    targets = _targets(by, wanted, period)
    found: dict[tuple[str, int], Figure] = {}
    for each, unit in wanted:
        if (each.code, unit, now) not in counted:
            continue
        actual = counted[each.code, unit, now]
        year = counted[each.code, unit, to_date].value
        target = targets.get((each.code, unit))
        part, whole = actual.value, None
        if target:
            part, whole = year, target.value
        elif each.base:
            whole = counted[each.base, unit, now].value
        found[each.code, unit] = Figure(
            each, unit, actual.value, actual.at_least, year,
            counted[each.code, unit, before].value, target, part, whole,
        )  # fmt: skip
    return found


def series(
    *, by: Actor, indicator: Indicator, unit: int, period: Period, back: int
) -> list[tuple[Period, Counted]]:
    """Các kỳ trước — the period and so many of its kind before it, oldest first; one statement."""
    periods = [period.previous(n) for n in reversed(range(back + 1))]
    days = [each.days for each in periods]
    counted = count(by=by, wanted=[(indicator, unit)], days=days)
    return [
        (each, counted[indicator.code, unit, each.days])
        for each in periods
        if (indicator.code, unit, each.days) in counted
    ]


def _targets(
    by: Actor, wanted: Iterable[Wanted], period: Period
) -> dict[tuple[str, int], TargetLine]:
    """The targets of the year in which the period begins, for units within reach."""
    reached = {(each.code, unit) for each, unit in wanted if by.may(Right.READ, unit)}
    set_for = Target.objects.on(period.days.start).filter(
        indicator__in={code for code, _ in reached}, organization__in={unit for _, unit in reached}
    )
    return {
        (each.indicator, each.organization_id): TargetLine(each.value, str(each.basis))
        for each in set_for.select_related("basis")
    }
