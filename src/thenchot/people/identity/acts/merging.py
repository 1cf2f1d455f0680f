"""Gộp hồ sơ trùng — the facts of one file move to the other; or two files are said to be of two people."""

from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.acts.facts import open_fact
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.basis.acts.touching import touches_people
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import Person, PersonSpell
from thenchot.people.identity.acts.moving import Moving
from thenchot.people.identity.models import PersonDistinct, PersonMerge
from thenchot.people.identity.reads.lives import life_row
from thenchot.people.identity.rules.lives import file_faults, life_faults
from thenchot.people.identity.words import Right


@act(needs=Right.MERGE, phrase=mark("Gộp hồ sơ số {gone} vào hồ sơ số {kept}: {name}"))
def merge_people(act: OpenAct, *, kept: int, gone: int, from_day: date, basis: Basis) -> int:
    """Gộp hồ sơ trùng — every fact of `gone` becomes a fact of `kept`, on its own days and papers.

    What both say alike stays once; where they contradict each other nothing is merged. The file
    that goes keeps its number, which leads to the kept one. Annulling the paper undoes it.
    """
    act.touches_office()
    if kept == gone:
        act.refuse(spoken("person_merge_joins_two"))
    list(Person.objects.select_for_update(no_key=True).filter(pk__in=(kept, gone)).order_by("pk"))
    lives, others = _lives(kept), _lives(gone)
    act.refuse_if([*_missing(kept, lives, "kept"), *_missing(gone, others, "gone")])
    moving = Moving(act, kept, gone)
    faults = file_faults(lives[0].effective.start, others[0].effective.start)
    for life in others:
        beside = next((each for each in lives if each.effective.overlaps(life.effective)), lives[0])
        faults += [
            each for each in life_faults(life_row(beside), life_row(life)) if each not in faults
        ]
    act.refuse_if([*faults, *_told_apart(kept, gone), *moving.faults()])
    paper = act.rests_on(basis)
    moving.carry_out()
    made = open_fact(act, PersonMerge, DayRange(from_day), paper, gone_id=gone, kept_id=kept)
    act.says(gone=gone, kept=kept, name=lives[-1])
    return made.pk


@act(needs=Right.MERGE, phrase=mark("Ghi hồ sơ số {one} và hồ sơ số {other} là hai người: {name}"))
def record_distinct_people(
    act: OpenAct, *, one: int, other: int, from_day: date, basis: Basis
) -> int:
    """Không phải một người — two files that look alike; they are no longer shown as a pair."""
    if one == other:
        act.refuse(spoken("person_distinct_names_two"))
    first, second = sorted((one, other))
    lives = _lives(first)
    faults = [*_missing(first, lives, "one"), *_missing(second, _lives(second), "other")]
    act.refuse_if([*faults, *_told_apart(first, second)])
    touches_people(act, [first, second])
    paper = act.rests_on(basis)
    days = DayRange(from_day)
    made = open_fact(act, PersonDistinct, days, paper, one_id=first, other_id=second)
    act.says(one=first, other=second, name=lives[-1])
    return made.pk


def _lives(person: int) -> list[PersonSpell]:
    return list(PersonSpell.objects.filter(person=person).order_by("effective"))


def _missing(person: int, lives: list[PersonSpell], field: str) -> list[Reason]:
    if lives:
        return []
    text = mark("Hồ sơ số {number} không có trong sổ hoặc đã được gộp.")
    return [Reason(text, {"number": person}, field=field)]


def _told_apart(one: int, other: int) -> list[Reason]:
    first, second = sorted((one, other))
    said = PersonDistinct.objects.filter(one=first, other=second).select_related("basis")
    text = mark("Hai hồ sơ này đã được ghi là hai người khác nhau, theo {paper}.")
    return [Reason(text, {"paper": each.basis}, field="gone") for each in said]
