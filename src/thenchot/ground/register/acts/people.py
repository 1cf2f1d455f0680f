"""Ghi hồ sơ con người — a person enters the register with a paper, like every fact."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import new_fact, open_facts, set_state
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import fold, sort_key, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register import rules
from thenchot.ground.register.models import Employment, OrganizationSpell, Person, PersonSpell
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Right, Sex


def enter_people(
    act: OpenAct,
    people: Sequence[PersonRow],
    from_day: date,
    paper: Instrument,
    kept_by: int | None = None,
) -> list[PersonSpell]:
    """Vào sổ — new identities with their first state, in the order of the rows."""
    identities = Person.objects.bulk_create(
        Person(entry=act.entry, kept_by_id=kept_by) for _ in people
    )
    spells = []
    for identity, row in zip(identities, people, strict=True):
        name = tidy_name(row.full_name)
        keys = {"full_name": name, "search_key": fold(name), "sort_key": sort_key(name)}
        origin = {"ethnicity": _said(row.ethnicity), "hometown": _said(row.hometown)}
        state = {"person": identity, "birth_on": row.birth_on, "sex": row.sex} | keys | origin
        spells.append(new_fact(PersonSpell, DayRange(from_day), paper, **state))
    return list(open_facts(act, spells))


def _said(text: str | None) -> str | None:
    """One spelling; a line of blanks says nothing."""
    return tidy_name(text or "") or None


@act(needs=Right.RECORD_PERSON, phrase=mark("Ghi hồ sơ {name}"))
def record_person(
    act: OpenAct,
    *,
    full_name: str,
    sex: Sex,
    birth_on: date | None,
    from_day: date,
    basis: Basis,
    ethnicity: str | None = None,
    hometown: str | None = None,
    kept_by: int | None = None,
) -> int:
    """Ghi hồ sơ — name, birth day, sex, origin as the paper states them, held from a day.

    `kept_by` is the unit that answers for the file until cell, work or post says otherwise; none
    only for those who record in the whole office.
    """
    row = PersonRow(full_name, sex, birth_on, ethnicity, hometown)
    act.refuse_if(rules.person_faults(row, act.day))
    act.touches_unit_or_office(kept_by)
    paper = act.rests_on(basis)
    (spell,) = enter_people(act, [row], from_day, paper, kept_by)
    act.says(name=spell.full_name)
    return int(spell.person_id)


@act(needs=Right.RECORD_PERSON, phrase=mark("Ghi hồ sơ {n} người theo danh sách"))
def record_people(
    act: OpenAct,
    *,
    people: Sequence[PersonRow],
    from_day: date,
    basis: Basis,
    kept_by: int | None = None,
) -> None:
    """Ghi hồ sơ theo danh sách — one paper, many people; every row's reasons at once."""
    act.refuse_if(rules.people_faults(people, act.day))
    act.touches_unit_or_office(kept_by)
    enter_people(act, people, from_day, act.rests_on(basis), kept_by)
    act.says(n=len(people))


@act(needs=Right.RECORD_PERSON, phrase=mark("Ghi đơn vị công tác của {person}: {unit}"))
def record_employment(
    act: OpenAct, *, person: int, organization: int, from_day: date, basis: Basis
) -> int:
    """Ghi đơn vị công tác — from a day, in place of the one before; the cell may be elsewhere."""
    who = PersonSpell.objects.on(from_day).filter(person=person).first()
    where = OrganizationSpell.objects.on(from_day).filter(organization=organization).first()
    faults = []
    if who is None:
        text = mark("Người này chưa có hồ sơ vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": from_day}, field="person"))
    if where is None:
        text = mark("Tổ chức này không tồn tại vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": from_day}, field="organization"))
    act.touches(organization)
    touches_people(act, [person])
    made = set_state(
        act, Employment, {"person_id": person}, from_day, basis, faults=faults,
        organization_id=organization,
    )  # fmt: skip
    act.says(person=who, unit=where)
    return int(made.pk)
