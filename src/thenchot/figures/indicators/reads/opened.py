"""Mở một con số — the figure, the periods before it, and one sheet of the records behind it."""

from dataclasses import dataclass
from datetime import date

from thenchot.figures.indicators.models import READINGS
from thenchot.figures.indicators.reads.counting import Counted, Record, records, records_listed
from thenchot.figures.indicators.reads.figures import Figure, figure_with_series
from thenchot.figures.indicators.rules import INDICATORS, indicator_of
from thenchot.figures.indicators.words import Held, Measure
from thenchot.ground.basis.reads.sensitive import opened_whole
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.periods import Period
from thenchot.ground.register.models import OrganizationSpell

SHEET = 200
BACK = 7


@dataclass(frozen=True, slots=True)
class Opened:
    """Con số đã mở — `records` is None where the reader may count but not see them.

    `length` counts the records the reader may list, of which `records` is the sheet numbered
    `sheet`, from 1; `withheld` how many more stand behind the number. `closed` names the sensitive
    kind that waits to be opened with a reason.
    """

    figure: Figure
    unit: str
    held: Held
    days: DayRange
    periods: list[tuple[Period, Counted]]
    records: list[Record] | None
    length: int
    sheet: int
    sheets: int
    withheld: int
    closed: Labelled | None


def opened(
    *, by: Actor, code: str, unit: int, period: Period, on: date, sheet: int = 1
) -> Opened | None:
    """Mở — the period up to `on`; None where it has not begun, where there is no such indicator,
    unit or sheet, or the unit is out of reach."""
    indicator, days = indicator_of(INDICATORS, code), period.days_to(on)
    if indicator is None or days is None:
        return None
    standing = OrganizationSpell.objects.on(min(on, period.last_day)).visible_to(by)
    spell = standing.filter(organization=unit).first()
    if spell is None:
        return None
    read = figure_with_series(
        by=by, indicator=indicator, unit=unit, period=period, back=BACK, on=on
    )
    if read is None:
        return None
    found, periods = read
    reading = READINGS[indicator.source]
    may_list = by.may(reading.needs, unit)
    closed = reading.kind if may_list and reading.kind else None
    if closed and opened_whole(by=by, kind=closed):
        closed = None
    lists = may_list and closed is None and found.actual is not None
    after = max(0, sheet - 1) * SHEET
    shown: list[Record] | None = [] if may_list else None
    if lists:
        shown = records(by=by, indicator=indicator, unit=unit, days=days, after=after, most=SHEET)
    listed = len(shown or ())
    whole = not lists or (sheet == 1 and listed < SHEET)
    length = listed if whole else _length(by, found, days)
    counted = found.actual if indicator.measure is Measure.COUNT else None
    withheld = max(0, (counted or 0) - length) if lists else 0
    sheets = max(1, -(-length // SHEET))
    if not 1 <= sheet <= sheets:
        return None
    return Opened(
        found,
        spell.name,
        reading.held,
        days,
        periods,
        shown,
        length,
        sheet,
        sheets,
        withheld,
        closed,
    )


def _length(by: Actor, figure: Figure, days: DayRange) -> int:
    """How many records the reader may list; where nothing can be hidden, what was counted."""
    indicator, reading = figure.indicator, READINGS[figure.indicator.source]
    whole = by.reach(reading.needs) == EVERYWHERE and not reading.withheld and not reading.kind
    if whole and indicator.measure is Measure.COUNT:
        return figure.actual or 0
    return records_listed(by=by, indicator=indicator, unit=figure.unit, days=days)
