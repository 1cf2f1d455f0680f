"""Cấp ủy trong ngày — number allowed, present and missing of each committee, and who sits in one."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.parameters import limits_by_day
from thenchot.ground.basis.reads.withheld import withheld_papers
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.reads.tree import by_name
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.committees.models import CommitteeSeat, CommitteeStep, CommitteeTerm
from thenchot.people.committees.rules import Numbers, off_limits, standing_of, state_of
from thenchot.people.committees.words import Limits, Manner, Rank, State


@dataclass(frozen=True, slots=True)
class CommitteeLine:
    """Một cấp ủy — its term since which day, its numbers, and what the regulation has against them."""

    unit_id: int
    name: str
    level: Level
    label: str
    since: date
    executive: Numbers
    standing: Numbers
    by_rank: dict[Rank, int]
    basis: Paper
    off_limits: list[Reason]

    @property
    def state(self) -> State:
        return state_of(self.executive, self.standing)


@dataclass(frozen=True, slots=True)
class CommitteeSeen:
    """Cấp ủy nói gọn — its term and its numbers."""

    unit_id: int
    label: str
    executive: Numbers
    standing: Numbers

    @property
    def state(self) -> State:
        return state_of(self.executive, self.standing)


@dataclass(frozen=True, slots=True)
class Sums:
    """Cộng — of all committees within reach, whatever the list is narrowed to."""

    committees: int
    missing: int
    over: int
    allowed: int
    present: int


@dataclass(frozen=True, slots=True)
class StepLine:
    """Một bước — bầu, chỉ định, chuẩn y: who decided it, on which day (None: paper withheld)."""

    manner: Manner
    decider: str
    day: date
    basis: Paper | None


@dataclass(frozen=True, slots=True)
class SeatLine:
    """Một cấp ủy viên — since when, with each step; `name` is empty out of the reader's sight."""

    person_id: int
    name: str
    rank: Rank
    since: date
    steps: list[StepLine]


def committees(
    *, by: Actor, on: date, named: str = "", state: State | None = None, level: Level | None = None,
    after: int = 0, most: int = 100,
) -> tuple[Sums, int, list[CommitteeLine]]:  # fmt: skip
    """Các cấp ủy — in the order of their names; with the sums of all. Runs four queries."""
    every = _lines(by, on)
    found = [
        line for line in every
        if fold(named) in fold(line.name) and state in (None, line.state) and level in (None, line.level)
    ]  # fmt: skip
    sums = Sums(
        len(every),
        sum(line.state is State.MISSING for line in every),
        sum(line.state is State.OVER for line in every),
        sum(line.executive.allowed for line in every),
        sum(line.executive.present for line in every),
    )
    return sums, len(found), found[after : after + most]


def committee_line(*, by: Actor, organization: int, on: date) -> CommitteeLine | None:
    """Cấp ủy của một đơn vị — None where no term is recorded on the day, or out of reach."""
    return next(iter(_lines(by, on, [organization])), None)


def committee_seen(*, by: Actor, organization: int, on: date) -> CommitteeSeen | None:
    """Cấp ủy nói gọn — as the page of its unit says it, in one query; None as for `committee_line`."""
    seats = (
        CommitteeSeat.objects.on(on).visible_to(by).filter(organization=OuterRef("organization"))
    )
    terms = CommitteeTerm.objects.on(on).visible_to(by).filter(organization=organization)
    term: Any = terms.annotate(ranks=ArraySubquery(seats.values("rank"))).first()
    if term is None:
        return None
    ranks = [Rank.of(rank) for rank in term.ranks]
    return CommitteeSeen(
        organization, term.label, Numbers(term.executive, len(ranks)),
        Numbers(term.standing, standing_of(ranks) if term.standing else 0),
    )  # fmt: skip


def seats_of(*, by: Actor, organization: int, on: date) -> list[SeatLine]:
    """Cấp ủy viên — in the order of their ranks, then of their names. Runs four queries."""
    seats = list(CommitteeSeat.objects.on(on).visible_to(by).filter(organization=organization))
    people = {seat.person_id for seat in seats}
    names = dict(
        PersonSpell.objects.on(on).visible_to(by).filter(person__in=people)
        .values_list("person", "full_name")
    )  # fmt: skip
    told = CommitteeStep.objects.visible_to(by).filter(
        organization=organization, person__in=people, effective__startswith__lte=on
    )
    steps: dict[int, list[CommitteeStep]] = defaultdict(list)
    for step in told.select_related("basis").order_by("effective", "pk"):
        steps[step.person_id].append(step)
    papers = {step.basis_id for found in steps.values() for step in found}
    withheld = withheld_papers(by=by, papers=papers, opened=False)
    ranks = list(Rank)
    lines = [
        SeatLine(
            seat.person_id, names.get(seat.person_id, ""), Rank.of(seat.rank), seat.effective.start,
            [_step(step, withheld) for step in steps[seat.person_id]],
        )
        for seat in seats
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (ranks.index(line.rank), fold(line.name), line.person_id))


def _step(step: CommitteeStep, withheld: Collection[int]) -> StepLine:
    basis = None if step.basis_id in withheld else paper(step.basis)
    return StepLine(Manner.of(step.manner), step.decider, step.effective.start, basis)


def _lines(by: Actor, on: date, units: Collection[int] | None = None) -> list[CommitteeLine]:
    asked: dict[str, Any] = {} if units is None else {"organization__in": units}
    terms = {
        term.organization_id: term
        for term in CommitteeTerm.objects.on(on)
        .visible_to(by)
        .filter(**asked)
        .select_related("basis")
    }
    if not terms:
        return []
    seats = CommitteeSeat.objects.on(on).visible_to(by).filter(**asked)
    ranks: dict[int, list[Rank]] = defaultdict(list)
    for unit, rank in seats.values_list("organization", "rank"):
        ranks[unit].append(Rank.of(rank))
    since = _begun(by, on, asked)
    known = limits_by_day(Limits, (term.effective.start for term in terms.values()))
    spells = OrganizationSpell.objects.on(on).visible_to(by).filter(organization__in=terms)
    return [
        _line(
            spell,
            term,
            ranks[spell.organization_id],
            since[term.organization_id, term.label],
            known[term.effective.start],
        )
        for spell in sorted(spells, key=by_name)
        if (term := terms[spell.organization_id])
    ]


def _begun(by: Actor, on: date, asked: dict[str, Any]) -> dict[tuple[int, str], date]:
    """Ngày bắt đầu nhiệm kỳ — the first under its name; its numbers may have changed since."""
    found: dict[tuple[int, str], date] = {}
    terms = CommitteeTerm.objects.visible_to(by).filter(effective__startswith__lte=on, **asked)
    for unit, label, days in terms.order_by("-effective").values_list(
        "organization", "label", "effective"
    ):
        found[unit, label] = days.start
    return found


def _line(
    spell: OrganizationSpell, term: CommitteeTerm, ranks: list[Rank], since: date,
    known: dict[Labelled, Limit],
) -> CommitteeLine:  # fmt: skip
    level = Level.of(spell.level)
    return CommitteeLine(
        spell.organization_id, spell.name, level, term.label, since,
        Numbers(term.executive, len(ranks)), Numbers(term.standing, standing_of(ranks) if term.standing else 0),
        {rank: ranks.count(rank) for rank in Rank}, paper(term.basis),
        off_limits(OrganizationKind.of(spell.kind), level, term.executive, term.standing, known),
    )  # fmt: skip
