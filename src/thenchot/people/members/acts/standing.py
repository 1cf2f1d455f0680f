"""Sự kiện đảng viên trong việc đang mở — the facts every act about members writes, and their checks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Q

from thenchot.ground.basis.acts.act import OpenAct
from thenchot.ground.basis.acts.facts import (
    end_facts,
    new_event,
    new_fact,
    open_facts,
    repealed_faults,
    replace_facts,
)
from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.acts.organizations import HELD_TO_KIND
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.words import CELLS, OrganizationKind
from thenchot.people.members.models import Membership, Movement, PartyDays
from thenchot.people.members.rules import ArrivalRow
from thenchot.people.members.words import Status, Way

_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")


def still_cells(kinds: Mapping[int, OrganizationKind], from_day: date) -> list[Reason]:
    """Còn là chi bộ — a cell keeps its kind while members belong to it, on the day or later."""
    retyped = [unit for unit, kind in kinds.items() if kind not in CELLS]
    held = Membership.objects.filter(
        Q(effective__endswith=None) | Q(effective__endswith__gt=from_day), cell__in=retyped
    )
    cells = set(held.order_by().values_list("cell", flat=True).distinct())
    spells = OrganizationSpell.objects.on(from_day).filter(organization__in=cells)
    names = dict(spells.values_list("organization", "name"))
    text = mark("«{name}» còn đảng viên sinh hoạt, không chuyển thành loại không phải chi bộ.")
    return [Reason(text, {"name": names.get(cell, "")}, field="kind") for cell in sorted(cells)]


HELD_TO_KIND.append(still_cells)


class Register:
    """Sổ vào một ngày — people, cells and standings the rows of a list speak of; one query each."""

    def __init__(self, day: date, people: Iterable[int], cells: Iterable[int] = ()) -> None:
        self.day = day
        wanted = list(people)
        persons = PersonSpell.objects.on(day).filter(person__in=wanted)
        self.people = {spell.person_id: spell for spell in persons}
        standing = Membership.objects.on(day).filter(person__in=wanted).select_related("basis")
        self.members = {each.person_id: each for each in standing.select_for_update(of=("self",))}
        units = OrganizationSpell.objects.on(day).filter(organization__in=list(cells))
        self.units = {spell.organization_id: spell for spell in units}

    def names(self, people: Sequence[int]) -> str:
        """Ai — the name of one; the first name and how many more of several."""
        first = self.people[people[0]].full_name
        if len(people) == 1:
            return str(first)
        return mark("{name} và {n} người khác").format(name=first, n=len(people) - 1)

    def person_faults(self, person: int) -> list[Reason]:
        if person in self.people:
            return []
        text = mark("Người này chưa có hồ sơ vào ngày {day:%d/%m/%Y}.")
        return [Reason(text, {"day": self.day}, field="person")]

    def cell_faults(self, cell: int) -> list[Reason]:
        unit = self.units.get(cell)
        if unit is None:
            text = mark("Chi bộ này không tồn tại vào ngày {day:%d/%m/%Y}.")
            return [Reason(text, {"day": self.day}, field="cell")]
        if unit.kind not in CELLS:
            text = mark("«{unit}» không phải là chi bộ; đảng viên sinh hoạt ở chi bộ.")
            return [Reason(text, {"unit": unit.name}, field="cell")]
        return []

    def member_faults(self, person: int) -> list[Reason]:
        """Phải đang là đảng viên — and the standing may change from this very day on."""
        standing = self.members.get(person)
        if standing is None:
            text = mark("Người này không phải đảng viên vào ngày {day:%d/%m/%Y}.")
            return [Reason(text, {"day": self.day}, field="person")]
        if standing.effective.start == self.day:
            text = mark(
                "Tình trạng đảng viên đã thay đổi trong chính ngày {day:%d/%m/%Y}, theo {paper}."
            )
            values = {"day": self.day, "paper": standing.basis}
            return [Reason(text, values, _ONE_STATE, "from_day")]
        return [*self._later_faults(standing), *repealed_faults(standing)]

    def _later_faults(self, standing: Membership) -> list[Reason]:
        """A change behind which another stands is recorded in the order of the days."""
        if standing.effective.until is None:
            return []
        text = mark(
            "Đã ghi thay đổi sau đó của đảng viên này từ ngày {day:%d/%m/%Y}; hãy ghi theo thứ tự ngày."
        )
        return [Reason(text, {"day": standing.effective.until}, _ONE_STATE, "from_day")]

    def newcomer_faults(self, person: int, later: set[int]) -> list[Reason]:
        """Chưa là đảng viên — neither on the day nor from a later one (`later`)."""
        if person in self.members:
            text = mark("Người này đã là đảng viên theo {paper}.")
            return [Reason(text, {"paper": self.members[person].basis}, _ONE_STATE, "person")]
        if person in later:
            text = mark("Người này đã là đảng viên từ một ngày sau ngày {day:%d/%m/%Y}.")
            return [Reason(text, {"day": self.day}, _ONE_STATE, "person")]
        return []


def twice(people: Sequence[int]) -> list[Reason]:
    """Ghi hai lần — a person stands once in a list; an empty list records nothing."""
    if not people:
        return [Reason(mark("Danh sách không có ai."), field="people")]
    if len(set(people)) == len(people):
        return []
    return [Reason(mark("Có người được ghi hai lần trong danh sách."), field="people")]


def members_after(day: date, people: Sequence[int]) -> set[int]:
    """Đảng viên từ ngày sau — people whose membership begins after `day`."""
    later = Membership.objects.filter(person__in=people, effective__startswith__gt=day)
    return set(later.values_list("person", flat=True))


def enter(
    act: OpenAct, way: Way, arrivals: Sequence[tuple[date, ArrivalRow]], paper: Instrument
) -> None:
    """Vào danh sách — membership, party days and movement of each, from the day beside it."""
    open_facts(
        act,
        [
            new_fact(
                Membership,
                DayRange(day),
                paper,
                person_id=row.person,
                cell_id=row.cell,
                status=row.status,
            )
            for day, row in arrivals
        ],
    )
    open_facts(
        act,
        [
            new_fact(
                PartyDays,
                DayRange(day),
                paper,
                person_id=row.person,
                admitted_on=row.admitted_on,
                joined_on=row.joined_on,
                official_on=row.official_on,
            )
            for day, row in arrivals
        ],
    )
    open_facts(
        act,
        [
            new_event(Movement, day, paper, person_id=row.person, way=way, to_cell_id=row.cell)
            for day, row in arrivals
        ],
    )


def move(
    act: OpenAct, moving: Sequence[tuple[Membership, int]], from_day: date, paper: Instrument
) -> None:
    """Chuyển sinh hoạt — each membership goes on in the cell beside it, and the way is noted."""
    replace_facts(
        act, [(standing, from_day, {"cell_id": cell}) for standing, cell in moving], paper
    )
    open_facts(
        act,
        [
            new_event(
                Movement,
                from_day,
                paper,
                person_id=standing.person_id,
                way=Way.TRANSFERRED,
                from_cell_id=standing.cell_id,
                to_cell_id=cell,
            )
            for standing, cell in moving
        ],
    )


def leave(
    act: OpenAct, exits: Sequence[tuple[Membership, Way]], from_day: date, paper: Instrument
) -> None:
    """Ra khỏi danh sách — each membership ends before `from_day`, and the way out is noted."""
    end_facts(act, [(standing, from_day) for standing, _ in exits], paper)
    open_facts(
        act,
        [
            new_event(
                Movement,
                from_day,
                paper,
                person_id=standing.person_id,
                way=way,
                from_cell_id=standing.cell_id,
            )
            for standing, way in exits
        ],
    )


def newly_admitted(person: int, cell: int, admitted_on: date, joined_on: date) -> ArrivalRow:
    """Đảng viên mới — on probation from the ceremony."""
    return ArrivalRow(person, cell, Status.PROBATIONARY, admitted_on, joined_on, None)
