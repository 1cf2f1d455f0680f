"""So sánh — what a unit reached in a period: against its target, its base, and earlier periods."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thenchot.figures.indicators.models import Target
from thenchot.figures.indicators.reads.counting import Asked, Counted, Wanted, books_opened, count
from thenchot.figures.indicators.rules import INDICATORS, Indicator
from thenchot.figures.indicators.words import Right
from thenchot.ground.basis.reads.scoped import counting
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
    days = _compared(period, on)
    if days is None:
        return {}
    with counting():
        counted = count(by=by, wanted=_with_bases(wanted), days=list(dict.fromkeys(days)))
        opened = books_opened(unit for _, unit in wanted)
    targets = _targets(by, wanted, period)
    return {
        (each.code, unit): _figure(
            each, unit, days, counted, opened, targets.get((each.code, unit))
        )
        for each, unit in wanted
        if (each.code, unit, days[0]) in counted
    }


def figure_with_series(
    *, by: Actor, indicator: Indicator, unit: int, period: Period, back: int, on: date
) -> tuple[Figure, list[tuple[Period, Counted]]] | None:
    """Một số liệu và các kỳ trước — and so many periods of its kind before it, oldest first.

    None where the period has not begun or the unit is out of reach. Runs as many statements as
    the figure alone.
    """
    days = _compared(period, on)
    if days is None:
        return None
    periods = [period.previous(n) for n in reversed(range(back + 1))]
    asked = {each: to for each in periods if (to := each.days_to(on))}
    wanted = [(indicator, unit)]
    with counting():
        every = list(dict.fromkeys((*days, *asked.values())))
        counted = count(by=by, wanted=_with_bases(wanted), days=every)
        opened = books_opened([unit])
    if (indicator.code, unit, days[0]) not in counted:
        return None
    target = _targets(by, wanted, period).get((indicator.code, unit))
    found = _figure(indicator, unit, days, counted, opened, target)
    return found, [
        (each, _known(counted, opened, indicator, unit, to)) for each, to in asked.items()
    ]


Compared = tuple[
    DayRange, DayRange, DayRange
]  # the period, the same days last year, the year so far


def _compared(period: Period, on: date) -> Compared | None:
    now = period.days_to(on)
    before = period.same_last_year().days_to(period.same_days_to(on))
    if now is None or before is None:
        return None
    return now, before, DayRange(period.year_to_date().start, now.until)


def _with_bases(wanted: Sequence[Wanted]) -> list[Wanted]:
    return [*wanted, *((INDICATORS[each.base], unit) for each, unit in wanted if each.base)]


def _figure(
    indicator: Indicator,
    unit: int,
    days: Compared,
    counted: Mapping[Asked, Counted],
    opened: Mapping[int, date],
    target: TargetLine | None,
) -> Figure:
    now, before, to_date = (_known(counted, opened, indicator, unit, each) for each in days)
    part, whole = now.value, None
    if target:
        part, whole = to_date.value, target.value
    elif indicator.base:
        whole = counted[indicator.base, unit, days[0]].value
    return Figure(
        indicator, unit, now.value, now.at_least, to_date.value, before.value, target, part, whole
    )


def _known(
    counted: Mapping[Asked, Counted],
    opened: Mapping[int, date],
    indicator: Indicator,
    unit: int,
    days: DayRange,
) -> Counted:
    """Nothing is known of days before the unit's books were opened."""
    if unit in opened and opened[unit] > days.start:
        return UNKNOWN
    return counted[indicator.code, unit, days]


UNKNOWN = Counted(None)


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
