"""Ghi số của một người — identity numbers, card numbers; each opened with a reason that is kept."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts, replace_facts, state_faults
from thenchot.ground.basis.acts.sensitive import disclose
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.parameters import limits
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import PersonSpell
from thenchot.ground.register.rules import numbered
from thenchot.ground.register.words import Sex
from thenchot.people.identity.models import PersonNumber
from thenchot.people.identity.rules import numbers as rules
from thenchot.people.identity.rules.numbers import Life, NumberRow, plain_number
from thenchot.people.identity.words import Limits, Right, Sensitive


@act(needs=Right.READ_NUMBERS, phrase=mark("Mở xem số của {person}"))
def open_numbers(act: OpenAct, *, person: int, reason: str) -> int:
    """Mở xem số — of one person, with a reason; for half an hour."""
    touches_people(act, [person])
    opened = disclose(act, Sensitive.NUMBERS, reason, person)
    lives = PersonSpell.objects.filter(person=person).order_by("-effective")
    act.says(person=lives.first() or "")
    return opened


@act(needs=Right.RECORD_NUMBERS, phrase=mark("Ghi số của {people}"))
def record_person_numbers(
    act: OpenAct, *, people: Sequence[NumberRow], from_day: date, basis: Basis
) -> None:
    """Ghi số định danh, số thẻ — from a day on, in place of the one before; every row's reasons at once.

    A number of a person out of reach is refused by the table: whose it is, is not said.
    """
    wanted = list(dict.fromkeys(row.person for row in people))
    rows = [NumberRow(row.person, row.kind, plain_number(row.kind, row.number)) for row in people]
    held = _Held(from_day, rows)
    faults = rules.rows_faults(rows)
    for place, row in enumerate(rows, start=1):
        faults += numbered(place, held.faults(row))
    act.refuse_if(faults)
    touches_people(act, wanted)
    paper = act.rests_on(basis)
    replaced = [
        (standing, from_day, {"number": row.number})
        for row in rows
        if (standing := held.standing(row))
    ]
    replace_facts(act, replaced, paper)
    enter_numbers(act, [row for row in rows if not held.standing(row)], from_day, paper)
    act.says(people=held.names(wanted))


def enter_numbers(
    act: OpenAct, rows: Sequence[NumberRow], from_day: date, paper: Instrument
) -> None:
    """Vào sổ — numbers of people who had none of the kind, by the statement of their own table."""
    first = [
        new_fact(
            PersonNumber, DayRange(from_day), paper,
            person_id=row.person, kind=row.kind, number=row.number,
        )
        for row in rows
    ]  # fmt: skip
    open_facts(act, first)


class _Held:
    """Vào một ngày — lives, numbers and limits the rows of a list are compared with; four queries."""

    def __init__(self, day: date, rows: Sequence[NumberRow]) -> None:
        self.day = day
        people = {row.person for row in rows}
        lives = PersonSpell.objects.on(day).filter(person__in=people)
        self.lives = {life.person_id: life for life in lives}
        self.limits = limits(Limits, day)
        held = PersonNumber.objects.filter(person__in=people).select_related("basis")
        self._on_day = {
            (each.person_id, each.kind): each for each in held if each.effective.holds_on(day)
        }
        self._later = {(each.person_id, each.kind) for each in held if each.effective.start > day}
        same = PersonNumber.objects.filter(number__in={row.number for row in rows})
        ahead = [
            each for each in same if each.effective.until is None or each.effective.until > day
        ]
        self._taken = {(each.kind, each.number): each.person_id for each in ahead}

    def standing(self, row: NumberRow) -> PersonNumber | None:
        return self._on_day.get((row.person, row.kind))

    def names(self, people: Sequence[int]) -> str:
        first = self.lives[people[0]].full_name
        if len(people) == 1:
            return str(first)
        return mark("{name} và {n} người khác").format(name=first, n=len(people) - 1)

    def faults(self, row: NumberRow) -> list[Reason]:
        life, standing = self.lives.get(row.person), self.standing(row)
        faults = []
        if life is None:
            text = mark("Người này chưa có hồ sơ vào ngày {day:%d/%m/%Y}.")
            faults.append(Reason(text, {"day": self.day}, field="person"))
        known = Life(Sex.of(life.sex), life.birth_on) if life else None
        faults += rules.number_faults(row.kind, row.number, known, self.limits)
        later = standing is None and (row.person, row.kind) in self._later
        faults += state_faults(standing, self.day, later=later)
        owner = self._taken.get((row.kind, row.number))
        if owner is not None and owner != row.person:
            faults.append(rules.TAKEN)
        if standing and standing.number == row.number:
            text = mark("Số này của người này đã được ghi, theo {paper}.")
            faults.append(Reason(text, {"paper": standing.basis}, field="number"))
        return faults
