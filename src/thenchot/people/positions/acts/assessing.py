"""Ghi đánh giá năng lực — of one person by one paper; the last assessment stands from its day on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts, replace_facts, state_faults
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.people.cadres.words import Right as CadresRight
from thenchot.people.members.acts.standing import Register
from thenchot.people.positions.acts.drafting import framework_codes
from thenchot.people.positions.models import PersonCompetency
from thenchot.people.positions.rules.assessing import AssessedRow, assessed_faults


@act(
    needs=CadresRight.RECORD_QUALIFICATION,
    phrase=mark("Ghi đánh giá {n} năng lực của {person}"),
)
def assess_competencies(
    act: OpenAct,
    *,
    person: int,
    levels: Sequence[AssessedRow],
    assessor: str,
    from_day: date,
    basis: Basis,
) -> None:
    """Đánh giá năng lực — each from the day on, in place of the assessment before it.

    What is not named keeps its level. Every reason at once.
    """
    rows = [replace(row, competency=tidy_name(row.competency).upper()) for row in levels]
    book, held = Register(from_day, [person]), _Held(from_day, person)
    faults = assessed_faults(rows, assessor, framework_codes(from_day))
    faults += book.person_faults(person)
    for number, row in enumerate(rows, start=1):
        standing = held.on_day.get(row.competency)
        later = standing is None and row.competency in held.later
        faults += numbered(number, state_faults(standing, from_day, later=later))
    act.refuse_if(faults)
    touches_people(act, [person])
    paper, said = act.rests_on(basis), tidy_name(assessor)
    replaced = [
        (standing, from_day, {"level": row.level, "assessor": said})
        for row in rows
        if (standing := held.on_day.get(row.competency))
    ]
    first = [
        new_fact(
            PersonCompetency, DayRange(from_day), paper, person_id=person,
            competency=row.competency, level=row.level, assessor=said,
        )
        for row in rows
        if row.competency not in held.on_day
    ]  # fmt: skip
    replace_facts(act, replaced, paper)
    open_facts(act, first)
    act.says(n=len(rows), person=book.names([person]))


class _Held:
    """Đã đánh giá — by code, what stands on the day and what begins later; one query."""

    def __init__(self, day: date, person: int) -> None:
        self.on_day: dict[str, PersonCompetency] = {}
        self.later: set[str] = set()
        known = PersonCompetency.objects.filter(person=person).select_related("basis")
        for each in known.filter(effective__overlap=DayRange(day)):
            if each.effective.holds_on(day):
                self.on_day[each.competency] = each
            else:
                self.later.add(each.competency)
