"""Ghi danh sách bàn giao — the opening state of one grassroots organization, under one list."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts
from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.organizations import establish_units
from thenchot.ground.register.acts.people import enter_people
from thenchot.ground.register.acts.posts import make_seats
from thenchot.ground.register.models import OrganizationSpell, PersonSpell, Posting
from thenchot.ground.register.rules import UnitRow, numbered, people_faults, unit_faults
from thenchot.ground.register.words import CELLS, GRASSROOTS
from thenchot.people.members import rules
from thenchot.people.members.acts.standing import enter
from thenchot.people.members.rules import ArrivalRow, HandedSeat, MemberRow
from thenchot.people.members.words import Right, Way


@act(needs=Right.RECORD_HANDOVER, phrase=mark("Ghi danh sách bàn giao của {name}: {n} đảng viên"))
def record_hand_over(
    act: OpenAct,
    *,
    above: int,
    units: Sequence[UnitRow],
    members: Sequence[MemberRow],
    seats: Sequence[HandedSeat],
    from_day: date,
    basis: Basis,
) -> int:
    """Ghi bàn giao — the first unit is the grassroots organization, under `above`; the rest its cells.

    Members and seats name their unit, and seats their holder, by row of the list (from 0).
    """
    act.refuse_if(
        [
            *_above_faults(above, from_day),
            *_unit_faults(units, from_day),
            *_member_faults(act, units, members, from_day),
            *_seat_faults(units, members, seats),
        ]
    )
    paper = act.rests_on(basis)
    (head,) = establish_units(act, units[:1], above, from_day, paper)
    cells = establish_units(act, units[1:], head.organization_id, from_day, paper)
    places = [head.organization_id, *(cell.organization_id for cell in cells)]
    people = enter_people(act, [row.person for row in members], from_day, paper)
    arrivals = [
        (from_day, _arrival(row, spell.person_id, places[row.unit]))
        for row, spell in zip(members, people, strict=True)
    ]
    enter(act, Way.HANDED_OVER, arrivals, paper)
    _seat_them(act, places, people, seats, from_day, paper)
    act.says(name=head.name, n=len(members))
    return int(head.organization_id)


def _arrival(row: MemberRow, person: int, cell: int) -> ArrivalRow:
    return ArrivalRow(person, cell, row.status, row.admitted_on, row.joined_on, row.official_on)


def _seat_them(
    act: OpenAct,
    places: list[int],
    people: list[PersonSpell],
    seats: Sequence[HandedSeat],
    from_day: date,
    paper: Instrument,
) -> None:
    made = make_seats(act, [(places[row.unit], row.seat) for row in seats], from_day, paper)
    held = [
        new_fact(
            Posting,
            DayRange(from_day),
            paper,
            post_id=spell.post_id,
            person_id=people[row.holder].person_id,
        )
        for row, spell in zip(seats, made, strict=True)
        if row.holder is not None
    ]
    open_facts(act, held)


def _above_faults(above: int, day: date) -> list[Reason]:
    if OrganizationSpell.objects.on(day).filter(organization=above).exists():
        return []
    text = mark("Tổ chức cấp trên không tồn tại vào ngày {day:%d/%m/%Y}.")
    return [Reason(text, {"day": day}, field="above")]


def _unit_faults(units: Sequence[UnitRow], day: date) -> list[Reason]:
    faults = [
        fault
        for number, unit in enumerate(units, start=1)
        for fault in numbered(number, unit_faults(unit, day))
    ]
    if not units or units[0].kind not in GRASSROOTS:
        text = mark("Dòng đầu phải là đảng bộ cơ sở hoặc chi bộ cơ sở.")
        faults.append(Reason(text, field="units"))
    return faults


def _member_faults(
    act: OpenAct, units: Sequence[UnitRow], members: Sequence[MemberRow], day: date
) -> list[Reason]:
    faults = people_faults([row.person for row in members], act.day)
    for number, row in enumerate(members, start=1):
        found = rules.handed_faults(row, day)
        if not 0 <= row.unit < len(units) or units[row.unit].kind not in CELLS:
            text = mark("Đảng viên phải ghi vào một chi bộ của danh sách.")
            found.append(Reason(text, field="unit"))
        faults += numbered(number, found)
    return faults


def _seat_faults(
    units: Sequence[UnitRow], members: Sequence[MemberRow], seats: Sequence[HandedSeat]
) -> list[Reason]:
    text = mark("Chức vụ phải thuộc một tổ chức, một đảng viên của danh sách.")
    return [
        Reason(text, field=f"{number}.seat")
        for number, row in enumerate(seats, start=1)
        if not 0 <= row.unit < len(units)
        or (row.holder is not None and not 0 <= row.holder < len(members))
    ]
