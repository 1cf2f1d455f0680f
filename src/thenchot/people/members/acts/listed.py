"""Ghi danh sách đảng viên vào các chi bộ đã có — a whole file under one paper, or nothing of it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.people import enter_people
from thenchot.ground.register.rules import numbered
from thenchot.people.members import rules
from thenchot.people.members.acts.standing import Register, enter
from thenchot.people.members.reads.known import known_people
from thenchot.people.members.rules import ArrivalRow, ListedMember
from thenchot.people.members.words import Right, Way


@act(needs=Right.RECORD_HANDOVER, phrase=mark("Ghi danh sách {n} đảng viên vào {cells} chi bộ"))
def record_member_list(
    act: OpenAct, *, members: Sequence[ListedMember], from_day: date, basis: Basis
) -> None:
    """Ghi danh sách — new people and their memberships, as the list of a hand-over states them.

    Whoever the register has already is no part of it: his file takes the act that fits.
    """
    cells = {row.cell for row in members}
    act.refuse_if(_faults(act, members, cells, from_day))
    act.touches(*cells)
    paper = act.rests_on(basis)
    people = enter_people(act, [row.person for row in members], from_day, paper)
    arrivals = [
        (from_day, _arrival(row, spell.person_id))
        for row, spell in zip(members, people, strict=True)
    ]
    enter(act, Way.HANDED_OVER, arrivals, paper)
    act.says(n=len(members), cells=len(cells))


def _arrival(row: ListedMember, person: int) -> ArrivalRow:
    return ArrivalRow(person, row.cell, row.status, row.admitted_on, row.joined_on, row.official_on)


def _faults(
    act: OpenAct, members: Sequence[ListedMember], cells: set[int], from_day: date
) -> list[Reason]:
    if not members:
        return [Reason(mark("Danh sách không có ai."), field="members")]
    book = Register(from_day, (), cells)
    of_cells = {cell: book.cell_faults(cell) for cell in cells}
    counted = Counter(row.key for row in members)
    known = known_people(by=act.by, keys=counted.keys(), on=from_day)
    faults: list[Reason] = []
    for number, row in enumerate(members, start=1):
        found = [
            *rules.newcomer_faults(row.person, act.day),
            *rules.listed_faults(row, from_day),
            *rules.times_faults(counted[row.key]),
            *of_cells[row.cell],
        ]
        if row.key in known:
            found.append(known[row.key].reason())
        faults += numbered(number, found)
    return faults
