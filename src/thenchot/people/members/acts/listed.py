"""Ghi danh sách đảng viên vào các chi bộ đã có — a whole file under one paper, or nothing of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act, no_right
from thenchot.ground.plain.reasons import NotAllowed, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.people import enter_people
from thenchot.ground.register.rules import numbered
from thenchot.people.identity.acts.numbers import enter_numbers
from thenchot.people.identity.reads.numbers import numbers_of_list
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import NumberKind
from thenchot.people.identity.words import Right as NumberRight
from thenchot.people.members import rules
from thenchot.people.members.acts.standing import Register, enter
from thenchot.people.members.reads.known import known_people
from thenchot.people.members.rules import ArrivalRow, ListedMember
from thenchot.people.members.words import Right, Way

FIELD = {NumberKind.CITIZEN: "citizen", NumberKind.CARD: "card"}  # of a row, and of its faults


@act(
    needs=Right.RECORD_HANDOVER,
    phrase=mark("Ghi danh sách {n} đảng viên vào {cells} chi bộ{numbers}"),
)
def record_member_list(
    act: OpenAct, *, members: Sequence[ListedMember], from_day: date, basis: Basis
) -> int:
    """Ghi danh sách — new people, their memberships and numbers, as the list of a hand-over states them.

    Whoever the register has already is no part of it: his file takes the act that fits. Numbers ask
    the right to record them besides, in each cell that has any. Gives the paper.
    """
    cells = {row.cell for row in members}
    numbered_cells = {row.cell for row in members if row.numbers}
    if not all(act.by.may(NumberRight.RECORD_NUMBERS, cell) for cell in numbered_cells):
        raise NotAllowed([no_right(NumberRight.RECORD_NUMBERS)])
    act.refuse_if(_faults(act, members, cells, from_day))
    act.touches(*cells)
    paper = act.rests_on(basis)
    people = enter_people(act, [row.person for row in members], from_day, paper)
    arrivals = [
        (from_day, _arrival(row, spell.person_id))
        for row, spell in zip(members, people, strict=True)
    ]
    enter(act, Way.HANDED_OVER, arrivals, paper)
    said = [
        (spell.person_id, *number)
        for row, spell in zip(members, people, strict=True)
        for number in row.numbers
    ]
    enter_numbers(act, [NumberRow(*each) for each in said], from_day, paper)
    told = mark(", cùng {n} số định danh, số thẻ").format(n=len(said)) if said else ""
    act.says(n=len(members), cells=len(cells), numbers=told)
    return int(paper.pk)


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
    numbers = numbers_of_list((each for row in members for each in row.numbers), from_day)
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
        for said in row.numbers:
            field = FIELD[said[0]]
            found += [replace(each, field=field) for each in numbers.faults(said, row.life)]
        faults += numbered(number, found)
    return faults
