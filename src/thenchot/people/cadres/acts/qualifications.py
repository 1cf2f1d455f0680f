"""Ghi trình độ — what people studied, by their diplomas or by a list that states them."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts, replace_facts, state_faults
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.people.cadres import rules
from thenchot.people.cadres.models import Qualification
from thenchot.people.cadres.rules import QualificationRow
from thenchot.people.cadres.words import Right
from thenchot.people.members.acts.standing import Register


@act(needs=Right.RECORD_QUALIFICATION, phrase=mark("Ghi trình độ của {people}"))
def record_qualifications(
    act: OpenAct, *, people: Sequence[QualificationRow], from_day: date, basis: Basis
) -> None:
    """Ghi trình độ — the highest of its kind from a day on, in place of the one before.

    `from_day` is the day of the diploma; of one older than the person's file, the first day of
    the file. Every row's reasons at once.
    """
    wanted = list(dict.fromkeys(row.person for row in people))
    book, held = Register(from_day, wanted), _Held(from_day, wanted)
    faults = rules.qualification_faults(people)
    for number, row in enumerate(people, start=1):
        faults += numbered(number, [*book.person_faults(row.person), *held.faults(row)])
    act.refuse_if(faults)
    touches_people(act, wanted)
    paper = act.rests_on(basis)
    replaced = [
        (standing, from_day, {"title": tidy_name(row.title)})
        for row in people
        if (standing := held.standing(row))
    ]
    first = [
        new_fact(
            Qualification, DayRange(from_day), paper,
            person_id=row.person, kind=row.kind, title=tidy_name(row.title),
        )
        for row in people
        if not held.standing(row)
    ]  # fmt: skip
    replace_facts(act, replaced, paper)
    open_facts(act, first)
    act.says(people=book.names(wanted))


class _Held:
    """Trình độ đã ghi — of these people, as they stand on the day or begin later; one query."""

    def __init__(self, day: date, people: Sequence[int]) -> None:
        self.day = day
        known = Qualification.objects.filter(person__in=people).select_related("basis")
        self._on_day: dict[tuple[int, str], Qualification] = {}
        self._later: set[tuple[int, str]] = set()
        for each in known:
            if each.effective.holds_on(day):
                self._on_day[each.person_id, each.kind] = each
            elif each.effective.start > day:
                self._later.add((each.person_id, each.kind))

    def standing(self, row: QualificationRow) -> Qualification | None:
        return self._on_day.get((row.person, row.kind))

    def faults(self, row: QualificationRow) -> list[Reason]:
        standing = self.standing(row)
        later = standing is None and (row.person, row.kind) in self._later
        faults = state_faults(standing, self.day, later=later)
        if standing and standing.title == tidy_name(row.title):
            text = mark("Trình độ «{title}» của người này đã được ghi, theo {paper}.")
            values = {"title": standing.title, "paper": standing.basis}
            faults.append(Reason(text, values, field="title"))
        return faults
