"""Xét danh sách — each row of a file beside the register: may enter, or why not; nothing is written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import Translate, as_written, mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import CELLS, Sex
from thenchot.people.dossiers.rules.cells import CellPlace, Cells
from thenchot.people.dossiers.rules.listed import ListedLine, in_file
from thenchot.people.identity.reads.numbers import numbers_of_list
from thenchot.people.identity.rules.numbers import ListNumbers
from thenchot.people.identity.words import NumberKind
from thenchot.people.identity.words import Right as NumberRight
from thenchot.people.members.reads.known import known_people
from thenchot.people.members.rules import (
    ListedMember,
    listed_faults,
    newcomer_faults,
    times_faults,
)
from thenchot.people.members.words import ListColumn, Right, Status

COLUMN_OF = {
    "full_name": ListColumn.NAME,
    "birth_on": ListColumn.BORN,
    "ethnicity": ListColumn.ETHNICITY,
    "hometown": ListColumn.HOMETOWN,
    "admitted_on": ListColumn.ADMITTED,
    "joined_on": ListColumn.JOINED,
    "official_on": ListColumn.OFFICIAL,
}  # where a fault of a value stands in the file
OF_KIND = {NumberKind.CITIZEN: ListColumn.CITIZEN, NumberKind.CARD: ListColumn.CARD}
NOT_YOURS = Reason(
    mark(
        "Đồng chí chưa được giao quyền «{right}» ở chi bộ này; hãy chọn «không dùng» cho cột này."
    ),
    {"right": NumberRight.RECORD_NUMBERS},
)


@dataclass(frozen=True, slots=True)
class Judged:
    """Kết quả xét — rows that may enter, by number; the reasons of the others, by number."""

    accepted: Mapping[int, ListedMember]
    refused: Mapping[int, Sequence[Reason]]

    @property
    def total(self) -> int:
        return len(self.accepted) + len(self.refused)


def judged(*, by: Actor, lines: Sequence[ListedLine], on: date, from_day: date) -> Judged:
    """Xét — on the office day `on`, for a list that holds from `from_day`.

    Of several rows with one name and birth day none enters: the list must say who is who.
    """
    cells = Cells(cells_within(Right.RECORD_HANDOVER, by=by, on=from_day))
    counted = Counter(line.key for line in lines)
    known = known_people(by=by, keys=counted.keys(), on=from_day)
    numbers = numbers_of_list((each for line in lines for each in line.numbers), from_day)
    accepted: dict[int, ListedMember] = {}
    refused: dict[int, Sequence[Reason]] = {}
    for line in lines:
        member, faults = _member(line, cells, on)
        if member:
            faults += _in_file(listed_faults(member, from_day))
        if line.full_name:
            faults += _in_file(times_faults(counted[line.key]))
        if line.key in known:
            faults += _in_file([known[line.key].reason()])
        faults += _number_faults(by, line, member, numbers)
        if faults or member is None:
            refused[line.number] = faults
        else:
            accepted[line.number] = member
    return Judged(accepted, refused)


def _number_faults(
    by: Actor, line: ListedLine, member: ListedMember | None, numbers: ListNumbers
) -> list[Reason]:
    """By the columns of the numbers; whoever may not record numbers there leaves the columns out."""
    allowed = by.may(NumberRight.RECORD_NUMBERS, member.cell if member else None)
    found = []
    for said in line.numbers:
        faults = numbers.faults(said, line.life) if allowed else [NOT_YOURS]
        found += [replace(each, field=OF_KIND[said[0]].value) for each in faults]
    return found


def in_words(found: Judged, translate: Translate = as_written) -> dict[int, list[str]]:
    """Lý do bằng chữ — of each refused row, by its number."""
    return {
        number: [in_file(each, translate) for each in reasons]
        for number, reasons in found.refused.items()
    }


def cells_within(right: Labelled, *, by: Actor, on: date) -> list[CellPlace]:
    """Chi bộ trong phạm vi — where the right is held, as they are on the day, with the units above each."""
    spells = OrganizationSpell.objects.on(on).visible_to(by)
    told = spells.values_list("organization", "name", "parent", "kind")
    units = {unit: (name, parent, kind) for unit, name, parent, kind in told}
    reach = by.reach(right)
    return [
        CellPlace(unit, name, _above(units, parent))
        for unit, (name, parent, kind) in units.items()
        if kind in CELLS and (reach == EVERYWHERE or unit in reach)
    ]


def _above(units: Mapping[int, tuple[str, int | None, str]], unit: int | None) -> tuple[str, ...]:
    names: list[str] = []
    while unit is not None and unit in units:
        name, unit, _ = units[unit]
        names.append(name)
    return tuple(names)


def _member(
    line: ListedLine, cells: Cells, today: date
) -> tuple[ListedMember | None, list[Reason]]:
    """The row as a member, unless something that must be known is missing or unreadable."""
    person = PersonRow(
        line.full_name, line.sex or Sex.MALE, line.birth_on, line.ethnicity, line.hometown
    )
    told = {each.field for each in line.faults}
    missing = [each for each in _missing(line, person, today) if each.field not in told]
    faults, cell = [*line.faults, *missing], 0
    try:
        cell = cells.find(line.cell, line.above).id
    except Misread as fault:
        faults.append(replace(fault.reason, field=ListColumn.CELL.value))
    if faults or line.joined_on is None:
        return None, faults
    status = line.status or (Status.OFFICIAL if line.official_on else Status.PROBATIONARY)
    admitted_on = line.admitted_on or line.joined_on
    member = ListedMember(
        person, cell, status, admitted_on, line.joined_on, line.official_on, line.citizen, line.card
    )
    return member, faults


def _missing(line: ListedLine, person: PersonRow, today: date) -> list[Reason]:
    faults = _in_file(newcomer_faults(person, today))
    if line.sex is None and not any(each.field == ListColumn.BORN_MALE for each in line.faults):
        faults.append(Reason(mark("Thiếu giới tính."), field=ListColumn.SEX.value))
    if line.joined_on is None:
        faults.append(Reason(mark("Thiếu ngày vào Đảng."), field=ListColumn.JOINED.value))
    return faults


def _in_file(faults: Sequence[Reason]) -> list[Reason]:
    """The same faults, by the column of the file."""
    return [replace(each, field=COLUMN_OF[each.field].value) for each in faults]
