"""Trang soát lại — what an act would do, told before it is done: its sentence, facts and figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.doors.web.recording.sheet import Sheet
from thenchot.figures.reports.reads import report, root_unit
from thenchot.figures.reports.rules import Row, template_for
from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.periods import Period, PeriodKind
from thenchot.people.dossiers.reads.resting import Resting, resting_on

MOST, MOST_YEARS = 50, 3


@dataclass(frozen=True, slots=True)
class Moved:
    """Số liệu thay đổi — a row of a year's report before and after; a part stands `within` a row."""

    period: Period
    within: str
    label: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Checked:
    """Sẽ ghi — the sentence of the journal, what stands on the paper, the figures that move."""

    sentence: str
    resting: list[Resting]
    more: bool
    years: list[Period]
    moved: list[Moved]


def checked(by: Actor, day: date, sheet: Sheet, asked: Mapping[str, Any]) -> Checked:
    """Diễn thử — refused as the act would be; nothing stays of it."""
    with scoped(by, day, reading=True):
        resting, more = _resting(by, asked)
        years = _years(day, asked, resting)
        before = _rows(by, years)

    def look(act: OpenAct) -> tuple[str, Rows]:
        return act.sentence(), _rows(by, years)

    sentence, after = sheet.act.rehearsed(look)(by, day, **asked)
    within = _within(before)
    moved = [
        Moved(key[0], within[key], old.label, old.actual, after[key].actual)
        for key, old in before.items()
        if key in after and after[key].actual != old.actual
    ]
    return Checked(sentence, resting, more, years, moved)


Rows = dict[tuple[Period, str], Row]


def _resting(by: Actor, asked: Mapping[str, Any]) -> tuple[list[Resting], bool]:
    """Of the paper that is undone; another act undoes none."""
    paper = asked.get("instrument")
    return resting_on(by=by, paper=paper, people=True, most=MOST) if paper else ([], False)


def _years(day: date, asked: Mapping[str, Any], resting: Sequence[Resting]) -> list[Period]:
    """The years touched, latest first: that of the office day, of the days asked, of the facts."""
    days = [day, *(each for each in asked.values() if isinstance(each, date))]
    years = {each.year for each in [*days, *(fact.days.start for fact in resting)]}
    return [Period(PeriodKind.YEAR, year) for year in sorted(years, reverse=True)[:MOST_YEARS]]


def _within(rows: Rows) -> dict[tuple[Period, str], str]:
    """The row each part belongs to; "" for a row of its own."""
    found, above = {}, ""
    for key, row in rows.items():
        found[key] = above if row.depth else ""
        above = above if row.depth else row.label
    return found


def _rows(by: Actor, years: Sequence[Period]) -> Rows:
    """The whole report of the actor's highest unit, to the last day of each year."""
    found: Rows = {}
    for period in years:
        template, on = template_for(period), period.last_day
        unit = root_unit(by=by, period=period, on=on)
        counted = (
            template and unit and report(by=by, template=template, period=period, unit=unit, on=on)
        )
        for row in counted.rows if counted else ():
            found[period, f"{row.code} {row.unit_id}"] = row
    return found
