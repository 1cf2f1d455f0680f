"""Danh mục vị trí việc làm — positions on a day with their state, and how far each unit has come."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import fold
from thenchot.ground.register.reads import units_below
from thenchot.people.positions.models import DescriptionDraft, JobDescription
from thenchot.people.positions.reads.names import unit_names
from thenchot.people.positions.rules.content import content_of
from thenchot.people.positions.rules.faults import approval_faults
from thenchot.people.positions.words import State


@dataclass(frozen=True, slots=True)
class PositionLine:
    """Dòng vị trí — its code and title on the day, where, in which state.

    `basis` is the paper that approved it (None: not yet); `missing` how many parts its draft lacks.
    """

    id: int
    code: str
    title: str
    unit_id: int
    unit: str
    state: State
    days: DayRange | None = None
    basis: Paper | None = None
    missing: int | None = None


@dataclass(frozen=True, slots=True)
class UnitLine:
    """Mức độ hoàn thành của một đơn vị — positions with an approved description, and those without."""

    unit_id: int
    unit: str
    approved: int
    drafted: int

    @property
    def total(self) -> int:
        return self.approved + self.drafted


def positions_listed(
    *, by: Actor, on: date, unit: int | None = None, named: str = "", state: str = "",
    after: int = 0, most: int = 50, finished: bool = False,
) -> tuple[int, list[PositionLine]]:  # fmt: skip
    """Danh mục — (how many, one sheet of them), by unit and code; `unit` stands for all below it too.

    `finished`: only those whose draft lacks nothing. Whole rows are read of the sheet only. Runs
    six statements.
    """
    words = fold(named).split()
    found = [
        line
        for line in _lines(by, on, unit)
        if (not state or line.state == state)
        and all(word in fold(f"{line.code} {line.title}") for word in words)
    ]
    if finished:
        found = [line for line in _whole(by, on, found) if line.missing == 0]
    shown = found[after : after + most]
    return len(found), list(_whole(by, on, shown))


def positions_found(*, by: Actor, on: date, words: Iterable[str], most: int) -> list[PositionLine]:
    """Tìm vị trí — every word in its code, title or unit; the shortest names first."""
    folded = [
        (fold(f"{line.code} {line.title} {line.unit}"), line) for line in _lines(by, on, None)
    ]
    fitting = [(len(text), line.id, line) for text, line in folded if all(w in text for w in words)]
    return [line for _, _, line in sorted(fitting, key=lambda each: each[:2])[:most]]


def positions_numbered(*, by: Actor, on: date, numbers: Collection[int]) -> list[PositionLine]:
    """Vị trí theo số — those of these numbers that stand on the day or are being written."""
    return [line for line in _lines(by, on, None) if line.id in numbers]


def units_of_positions(*, by: Actor, positions: Collection[int]) -> frozenset[int]:
    """Đơn vị của các vị trí — on whatever days."""
    approved = JobDescription.objects.visible_to(by).filter(position__in=positions)
    drafts = DescriptionDraft.objects.visible_to(by).filter(position__in=positions)
    told = approved.values_list("organization"), drafts.values_list("organization")
    return frozenset(unit for (unit,) in told[0].union(told[1]))


def completeness(*, by: Actor, on: date, unit: int | None = None) -> list[UnitLine]:
    """Hoàn thành theo đơn vị — of every unit that has positions, in the order of their names."""
    units: dict[tuple[int, str], list[State]] = {}
    for line in _lines(by, on, unit):
        units.setdefault((line.unit_id, line.unit), []).append(line.state)
    return [
        UnitLine(*key, len(states) - (drafted := states.count(State.DRAFTED)), drafted)
        for key, states in units.items()
    ]


def first_approved(*, by: Actor, unit: int, days: DayRange) -> int:
    """Bản mô tả hoàn thành trong kỳ — positions whose first description begins on these days, below the unit."""
    last = days.until - timedelta(days=1) if days.until else by.day
    below = units_below(by=by, organization=unit, on=last)
    seen = JobDescription.objects.visible_to(by).filter(organization__in=below)
    first: dict[int, date] = {}
    for position, effective in seen.order_by("effective").values_list("position", "effective"):
        first.setdefault(position, effective.start)
    return sum(days.holds_on(day) for day in first.values())


def _lines(by: Actor, on: date, unit: int | None) -> list[PositionLine]:
    """Light lines of all positions of the day; drafts are of no day and stand on every one."""
    told = "position", "organization", "job_code", "job_title"
    approved = JobDescription.objects.on(on).visible_to(by)
    drafts = DescriptionDraft.objects.visible_to(by)
    if unit is not None:
        below = units_below(by=by, organization=unit, on=on)
        approved = approved.filter(organization__in=below)
        drafts = drafts.filter(organization__in=below)
    drafted = {row[0]: row for row in drafts.values_list(*told)}
    rows: dict[int, tuple[Any, State]] = {
        position: (row, State.DRAFTED) for position, row in drafted.items()
    }
    for row in approved.values_list(*told):
        rows[row[0]] = row, State.REVISED if row[0] in drafted else State.APPROVED
    names = unit_names(by=by, on=on, units={row[1] for row, _ in rows.values()})
    lines = [
        PositionLine(position, code, title, where, names[where], state)
        for (position, where, code, title), state in rows.values()
        if where in names
    ]
    return sorted(lines, key=lambda line: (natural_key(line.unit), natural_key(line.code), line.id))


def _whole(by: Actor, on: date, lines: list[PositionLine]) -> Iterator[PositionLine]:
    wanted = [line.id for line in lines]
    approved = {
        each.position_id: each
        for each in JobDescription.objects.on(on)
        .visible_to(by)
        .filter(position__in=wanted)
        .select_related("basis")
        .defer("content")
    }
    drafts = DescriptionDraft.objects.visible_to(by).filter(position__in=wanted)
    lacking = {
        position: len(approval_faults(content_of(content)))
        for position, content in drafts.values_list("position", "content")
    }
    for line in lines:
        held = approved.get(line.id)
        yield replace(
            line, days=held.effective if held else None, basis=paper(held.basis) if held else None,
            missing=lacking.get(line.id),
        )  # fmt: skip
