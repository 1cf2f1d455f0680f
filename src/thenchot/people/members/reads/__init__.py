"""Câu hỏi về đảng viên — where a member belongs, and which bodies depart from the Charter's numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import Count, OuterRef, Q, Subquery

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.reads.parameters import limits
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.reads import Lines, lines_below
from thenchot.ground.register.words import CELLS, OrganizationKind
from thenchot.people.members import rules
from thenchot.people.members.models import Membership, PartyDays, Seat
from thenchot.people.members.words import FULL, Limits, Right, Status

NUMBERS = Limits.CELL_COMMITTEE_FROM, Limits.CELL_LEAST, Limits.GRASSROOTS_PARTY_LEAST


@dataclass(frozen=True, slots=True)
class Standing:
    """Sinh hoạt đảng của một người — cell and status on the day, with days and paper."""

    cell_id: int
    cell: str
    status: Status
    days: DayRange
    basis: str


@dataclass(frozen=True, slots=True)
class Belonging:
    """Số đảng viên — all, official ones among them, and the cells they belong to."""

    members: int
    official: int
    cells: int


@dataclass(frozen=True, slots=True)
class Member:
    """Đảng viên trong danh sách chi bộ — what tells namesakes apart, the standing, the paper."""

    id: int
    full_name: str
    birth_on: date | None
    status: Status
    joined_on: date | None
    basis: Paper


@dataclass(frozen=True, slots=True)
class OffTheRule:
    """Tổ chức lệch quy định — its numbers on the day, and what the Charter says."""

    id: int
    name: str
    official: int
    members: int
    has_committee: bool
    reason: Reason


def standing_of(*, by: Actor, people: Iterable[int], on: date) -> dict[int, Standing]:
    """Ai sinh hoạt ở đâu — of these people, those who are members on the day, within reach."""
    held = Membership.objects.on(on).visible_to(by).filter(person__in=list(people))
    memberships = list(held.select_related("basis"))
    cells = (
        OrganizationSpell.objects.on(on)
        .visible_to(by)
        .filter(organization__in={each.cell_id for each in memberships})
    )
    names = {cell.organization_id: cell.name for cell in cells}
    return {
        each.person_id: Standing(
            each.cell_id,
            names.get(each.cell_id, ""),
            Status.of(each.status),
            each.effective,
            str(each.basis),
        )
        for each in memberships
    }


def members_below(*, by: Actor, lines: Lines, on: date) -> dict[int, Belonging]:
    """Đảng viên từ đơn vị này xuống — along the lines down from each unit; one out of reach is left out.

    A reader who may see only one commune must not take its number for that of the district.
    """
    return members_below_on_days(by=by, lines=[lines], days=[on])[0]


def members_below_on_days(
    *, by: Actor, lines: Sequence[Lines], days: Sequence[date]
) -> list[dict[int, Belonging]]:
    """Đảng viên từ đây xuống trong từng ngày — along the lines of each; one query for any number."""
    there = [Q(from_day__lte=day, until_day__gt=day) for day in days]
    numbers = {}
    for place, on in enumerate(there):
        numbers[f"members{place}"] = Count("pk", filter=on)
        numbers[f"official{place}"] = Count("pk", filter=on & Q(status__in=FULL))
    rows: list[tuple[int, ...]] = list(
        Seat.objects.filter(reduce(or_, there))
        .filter(Seat.SEEN.condition(by))
        .order_by()
        .values("cell")
        .annotate(**numbers)
        .values_list("cell", *numbers)
    )
    counted = [
        {cell: held[:2] for cell, *numbered in rows if (held := numbered[2 * place :])[0]}
        for place in range(len(days))
    ]
    return [_belonging(by, *of_day) for of_day in zip(lines, counted, strict=True)]


def _belonging(
    by: Actor, lines: Lines, counted: Mapping[int, Sequence[int]]
) -> dict[int, Belonging]:
    reach = by.reach(Right.READ)
    found = {unit: [0, 0, 0] for unit, _ in lines if reach == EVERYWHERE or unit in reach}
    for above, cell in lines:
        if above in found and cell in counted:
            members, official = counted[cell]
            found[above][0] += members
            found[above][1] += official
            found[above][2] += 1
    return {unit: Belonging(*numbers) for unit, numbers in found.items()}


def members_of(*, by: Actor, cell: int, on: date) -> list[Member]:
    """Đảng viên của một chi bộ — on the day, in the order of given names."""
    held = list(Membership.objects.on(on).visible_to(by).filter(cell=cell).select_related("basis"))
    days = PartyDays.objects.on(on).visible_to(by).filter(person=OuterRef("person"))
    people = (
        PersonSpell.objects.on(on)
        .visible_to(by)
        .filter(person__in=[each.person_id for each in held])
        .annotate(joined_on=Subquery(days.values("joined_on")))
    )
    spells = {spell.person_id: spell for spell in people}
    named = [each for each in held if each.person_id in spells]
    return [
        Member(
            each.person_id,
            spells[each.person_id].full_name,
            spells[each.person_id].birth_on,
            Status.of(each.status),
            spells[each.person_id].joined_on,
            paper(each.basis),
        )
        for each in sorted(named, key=lambda each: (spells[each.person_id].sort_key, each.pk))
    ]


def off_the_rule(
    *, by: Actor, on: date, known: Mapping[Labelled, Limit] | None = None
) -> list[OffTheRule]:
    """Lệch quy định — cells and grassroots committees whose numbers ask for a decision on the day.

    Nothing is refused for it: people come and go before a committee can meet. `known`: the limits of
    the day, where they were read before.
    """
    spells = (
        OrganizationSpell.objects.on(on)
        .visible_to(by)
        .filter(kind__in=[*CELLS, OrganizationKind.GRASSROOTS_PARTY])
    )
    reach = by.reach(Right.READ)
    if reach != EVERYWHERE:
        spells = spells.filter(organization__in=reach)
    told = spells.values_list("organization", "name", "kind", "has_committee")
    units = {unit: (name, kind, committee) for unit, name, kind, committee in told}
    parties = [unit for unit, (_, kind, _) in units.items() if kind not in CELLS]
    cells = [(unit, unit) for unit, (_, kind, _) in units.items() if kind in CELLS]
    lines = lines_below(by=by, units=parties, on=on) + cells
    counted = members_below(by=by, lines=lines, on=on)
    set_by = limits(NUMBERS, on) if known is None else known
    found = [
        OffTheRule(unit, name, counted[unit].official, counted[unit].members, committee, reason)
        for unit, (name, kind, committee) in units.items()
        for reason in _faults(kind in CELLS, committee, counted[unit], set_by)
    ]
    return sorted(found, key=lambda each: (natural_key(each.name), each.id))


def _faults(
    is_cell: bool, has_committee: bool, held: Belonging, set_by: Mapping[Labelled, Limit]
) -> list[Reason]:
    if not is_cell:
        return rules.party_faults(held.members, set_by.get(Limits.GRASSROOTS_PARTY_LEAST))
    committee_from, least = set_by.get(Limits.CELL_COMMITTEE_FROM), set_by.get(Limits.CELL_LEAST)
    return rules.cell_faults(held.official, has_committee, committee_from, least)


def seat_faults() -> list[Reason]:
    """Kiểm tra chỗ để đếm — rows of the projection that differ from the facts they are cut from."""
    with connection.cursor() as cursor:
        cursor.execute(SEAT_DIFFERENCE)
        differing = cursor.fetchall()
    text = mark("Chỗ để đếm của người số {person} từ {day:%d/%m/%Y} không khớp với sổ đảng viên.")
    return [Reason(text, {"person": person, "day": day}) for person, day in differing]


SEAT_DIFFERENCE = """
    WITH fresh AS (
        SELECT f.* FROM members_seats_of(ARRAY(SELECT DISTINCT person_id FROM members_membership)) f
    ), held AS (
        SELECT membership_id, person_id, cell_id, from_day, until_day, status, sex, birth_on, since_on
        FROM members_seat
    )
    SELECT person_id, from_day FROM (
        (SELECT * FROM fresh EXCEPT SELECT * FROM held)
        UNION ALL (SELECT * FROM held EXCEPT SELECT * FROM fresh)) differing
    ORDER BY 1, 2 LIMIT 20
"""
