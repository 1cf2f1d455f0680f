"""Ghi hồ sơ con người — a person enters the register with a paper, like every fact."""

from datetime import date

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.facts import open_fact
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import fold, sort_key, tidy_name
from thenchot.ground.plain.text import mark
from thenchot.ground.register import rules
from thenchot.ground.register.models import Person, PersonSpell
from thenchot.ground.register.words import Right, Sex


@act(needs=Right.RECORD_PERSON, phrase=mark("Ghi hồ sơ {name}"))
def record_person(
    act: OpenAct, *, full_name: str, sex: Sex, birth_on: date | None, from_day: date, basis: int
) -> int:
    """Ghi hồ sơ — name, birth day and sex as the paper states them, held from a day."""
    act.refuse_if(rules.person_faults(full_name, birth_on, act.day))
    paper = act.rests_on(basis)
    name = tidy_name(full_name)
    person = Person.objects.create(entry=act.entry)
    open_fact(
        act,
        PersonSpell,
        DayRange(from_day),
        paper,
        person=person,
        full_name=name,
        search_key=fold(name),
        sort_key=sort_key(name),
        birth_on=birth_on,
        sex=sex,
    )
    act.says(name=name)
    return person.pk
