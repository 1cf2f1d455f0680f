"""Đến hạn — every clock the facts tell, ninety days ahead and overdue, by kind and unit."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, Subquery

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.parameters import limits
from thenchot.ground.basis.reads.withheld import may_stand_by_a_name
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.text import Sentence
from thenchot.ground.register.models import PersonSpell
from thenchot.people.awards.words import Limits as AwardLimits
from thenchot.people.cadres.words import Limits as CadreLimits
from thenchot.people.dossiers.reads.clocks import Clock, Window
from thenchot.people.dossiers.reads.due_members import of_members
from thenchot.people.dossiers.reads.due_posts import of_posts
from thenchot.people.dossiers.reads.due_units import Units, of_units, units_on
from thenchot.people.dossiers.words import DueKind
from thenchot.people.members.models import PartyDays
from thenchot.people.members.reads import NUMBERS
from thenchot.people.members.words import Limits as MemberLimits
from thenchot.people.reorganisation.words import Limits as SchemeLimits

AHEAD = timedelta(90)
COUNTED_BY: Mapping[DueKind, tuple[Labelled, ...]] = {
    DueKind.CEREMONY: (MemberLimits.CEREMONY_DAYS,),
    DueKind.RECOGNITION: (MemberLimits.PROBATION_MONTHS, MemberLimits.CONSIDER_DAYS),
    DueKind.BADGE: (AwardLimits.BADGE_YEARS, AwardLimits.BADGE_ROUNDS),
    DueKind.RETIREMENT: (CadreLimits.RETIRING_MEN, CadreLimits.RETIRING_WOMEN),
    DueKind.REAPPOINTMENT: (CadreLimits.APPOINTED_MONTHS,),
    DueKind.SURPLUS: (SchemeLimits.CONFORM_YEARS,),
}


@dataclass(frozen=True, slots=True)
class Due:
    """Việc đến hạn — of whom ("" and None: of the unit itself), where, by which day (None: no day).

    `said` tells what the day is counted from, `basis` is the paper of that fact as printed,
    `basis_id` its number (None: out of reach).
    """

    kind: DueKind
    due: date | None
    person_id: int | None
    person: str
    unit_id: int
    unit: str
    said: Sentence
    basis: str
    basis_id: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """Một loại việc — how many, how many of them late, the rows of the sheet, the limits counted by."""

    kind: DueKind
    count: int
    overdue: int
    rows: list[Due]
    limits: list[Limit]

    @property
    def clauses(self) -> list[str]:
        """Điều khoản — each once, as printed."""
        return list(dict.fromkeys(limit.clause for limit in self.limits))


@dataclass(frozen=True, slots=True)
class Dues:
    """Các việc đến hạn — by kind; `units` counts them (id, name, how many) one level below."""

    place: str
    groups: list[Group]
    units: list[tuple[int, str, int]]

    @property
    def dated(self) -> int:
        """Có hạn — what has no day is counted apart."""
        return sum(each.count for each in self.groups if each.kind is not DueKind.NO_PLAN)

    @property
    def overdue(self) -> int:
        return sum(each.overdue for each in self.groups)


def dues(
    *, by: Actor, on: date, unit: int | None = None, kind: DueKind | None = None,
    after: int = 0, most: int = 100,
) -> Dues | None:  # fmt: skip
    """Đến hạn — from `on` to ninety days later, and what is overdue and still open, soonest first.

    At or below `unit`, None where that did not stand on the day or is out of reach. A sheet of
    `most` rows of each kind, or of the kind asked for; names and papers are read for it only.
    """
    units = units_on(by, on)
    if unit is not None and unit not in units.spells:
        return None
    window, clocks = gathered(by, units, on, AHEAD)
    ways = {each: set(units.way_up(each)) for each in {clock.unit for clock in clocks}}
    within = [each for each in clocks if unit is None or unit in ways[each.unit]]
    of_kind = {each: [clock for clock in within if clock.kind is each] for each in DueKind}
    sheets = {
        each: found[after : after + most]
        for each, found in of_kind.items()
        if kind is None or each is kind
    }
    named = as_dues(by, units, on, [clock for sheet in sheets.values() for clock in sheet])
    groups = [
        Group(
            each, len(found), sum(clock.due is not None and clock.due < on for clock in found),
            [row for row in named if row.kind is each],
            [limit for key in COUNTED_BY.get(each, ()) if (limit := window.limit(key))],
        )
        for each, found in of_kind.items()
    ]  # fmt: skip
    shown = [clock for clock in within if kind is None or clock.kind is kind]
    counted = Counter(place for clock in shown for place in ways[clock.unit])
    below = units.below(unit) if unit is not None else _heads(units, by)
    places = [(each, units.name(each), counted[each]) for each in below if counted[each]]
    return Dues(units.name(unit) if unit is not None else "", groups, places)


def gathered(by: Actor, units: Units, on: date, ahead: timedelta) -> tuple[Window, list[Clock]]:
    """Mọi đồng hồ — of the reader's units, the soonest first; kinds without a limit tell nothing."""
    keys = [*NUMBERS, *(key for each in COUNTED_BY.values() for key in each)]
    window = Window(on, on + ahead, limits(keys, on))
    found = [
        *of_members(by, window), *of_posts(by, units, window), *of_units(by, units, window),
    ]  # fmt: skip
    return window, sorted(found, key=Clock.order)


def as_dues(by: Actor, units: Units, on: date, clocks: list[Clock]) -> list[Due]:
    """Tờ danh sách — the clocks with names, units and papers. Runs two statements."""
    people = {clock.person for clock in clocks if clock.person}
    party_days = PartyDays.objects.on(on).visible_to(by).filter(person=OuterRef("person"))
    spells = PersonSpell.objects.on(on).visible_to(by).filter(person__in=people)
    told = spells.annotate(counted_from=Subquery(party_days.values("basis")))
    known: dict[int | None, tuple[str, int | None]] = {
        person: (name, basis)
        for person, name, basis in told.values_list("person", "full_name", "counted_from")
    }
    bases = [clock.basis or known.get(clock.person, ("", None))[1] for clock in clocks]
    seen = Instrument.objects.visible_to(by).filter(may_stand_by_a_name())
    papers = seen.filter(pk__in=set(bases))
    printed: dict[int | None, str] = {paper.pk: str(paper) for paper in papers}
    return [
        Due(
            clock.kind, clock.due, clock.person, known.get(clock.person, ("", None))[0], clock.unit,
            units.name(clock.unit), clock.said, printed.get(basis, ""), basis if basis in printed else None,
        )
        for clock, basis in zip(clocks, bases, strict=True)
    ]  # fmt: skip


def _heads(units: Units, by: Actor) -> list[int]:
    """Below the one head of what the reader answers for, else the several heads themselves."""
    highest = units.highest(by)
    return (units.below(highest[0]) or highest) if len(highest) == 1 else highest
