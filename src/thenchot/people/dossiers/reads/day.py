"""Việc của tôi — what one person has to do today, as far as the register can tell."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from thenchot.ground.basis.reads.instruments import PaperLine, papers_since
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.register.words import Right
from thenchot.people.dossiers.reads.clocks import Clock
from thenchot.people.dossiers.reads.due_units import Units, units_on
from thenchot.people.dossiers.reads.dues import Due, as_dues, gathered
from thenchot.people.dossiers.reads.selected import seats_on
from thenchot.people.dossiers.words import DueKind
from thenchot.people.members.reads import Member, OffTheRule, members_of, off_the_rule
from thenchot.people.members.reads.changes import ReportLine, changes_of_cell, changes_waiting
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.members.words import Status

SOON = timedelta(14)
MONTH = timedelta(31)
YEAR = timedelta(366)
WORKING_WEEK = 5
MOST = 10


@dataclass(frozen=True, slots=True)
class Day:
    """Việc trong ngày — the soonest rows of all that is due within a fortnight or late; the week.

    `week` counts what falls on each of its working days; `off` and `unplanned` have no day: bodies
    off the Charter's numbers, and how many cells have no inspection plan this year. `heads` are the
    (id, name) of the units the reader answers for; `reported` what their cells report.
    """

    heads: list[tuple[int, str]]
    rows: list[Due]
    due: int
    overdue: int
    week: dict[date, int]
    off: list[OffTheRule]
    unplanned: int
    papers: list[PaperLine]
    reported: list[ReportLine]

    @property
    def to_do(self) -> int:
        return self.due + len(self.reported)


@dataclass(frozen=True, slots=True)
class CellMonth:
    """Việc tháng này của chi bộ — its members, what is due for them, the next badges, what it reported."""

    heads: list[tuple[int, str]]
    members: dict[Status, int]
    listed: list[Member]
    reported: list[ReportLine]
    rows: list[Due]
    overdue: int
    badges: list[Due]
    off: list[OffTheRule]
    unplanned: int

    @property
    def total(self) -> int:
        return sum(self.members.values())


def day_of(*, by: Actor, on: date) -> Day:
    """Việc trong ngày — of the units the reader answers for.

    Bodies off the rule and reports of cells are named to those who answer for some units only:
    five to seven questions more.
    """
    units = units_on(by, on)
    window, clocks = gathered(by, units, on, SOON)
    dated = [clock for clock in clocks if clock.due]
    monday = on - timedelta(on.weekday())
    falling = Counter(clock.due for clock in dated)
    week = {day: falling[day] for day in (monday + timedelta(n) for n in range(WORKING_WEEK))}
    return Day(
        _heads(units, by), as_dues(by, units, on, dated[:MOST]), len(dated), _late(dated, on), week,
        off_the_rule(by=by, on=on, known=window.limits) if by.reach(Right.READ) != EVERYWHERE else [],
        len(clocks) - len(dated),
        papers_since(by=by, since=on - SOON, on=on, most=MOST),
        changes_waiting(by=by, on=on) if by.reach(MembersRight.RECORD_MEMBER) != EVERYWHERE else [],
    )  # fmt: skip


def month_of_cell(*, by: Actor, on: date) -> CellMonth:
    """Việc tháng này — of the one cell a secretary answers for."""
    units = units_on(by, on)
    window, clocks = gathered(by, units, on, YEAR)
    near = [clock for clock in clocks if clock.due and clock.due <= on + MONTH]
    badges = [
        clock for clock in clocks
        if clock.kind is DueKind.BADGE and clock.due and clock.due > on + MONTH
    ]  # fmt: skip
    rows = as_dues(by, units, on, near + badges)
    counted = seats_on(by, on).values("status").order_by().annotate(many=Count("pk"))
    found = {row["status"]: row["many"] for row in counted}
    members = {status: found[status.value] for status in Status if status.value in found}
    heads = _heads(units, by)
    return CellMonth(
        heads, members, [each for cell, _ in heads for each in members_of(by=by, cell=cell, on=on)],
        [each for cell, _ in heads for each in changes_of_cell(by=by, cell=cell, on=on)],
        rows[: len(near)], _late(near, on), rows[len(near) :],
        off_the_rule(by=by, on=on, known=window.limits),
        sum(clock.due is None for clock in clocks),
    )  # fmt: skip


def _late(clocks: list[Clock], on: date) -> int:
    return sum(clock.due is not None and clock.due < on for clock in clocks)


def _heads(units: Units, by: Actor) -> list[tuple[int, str]]:
    return [(each, units.name(each)) for each in units.highest(by)]
