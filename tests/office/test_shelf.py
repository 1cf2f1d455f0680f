"""Kệ văn bản còn hiệu lực — by subject on a day, with what each replaced, its forms and its parameters."""

from datetime import date

import pytest
from actors import demo_actor
from papers import related, unwritten
from world import TODAY, paper, small_world

from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.office.documents.acts.shelving import shelve_paper, unshelve_paper
from thenchot.office.documents.models import Shelved
from thenchot.office.documents.reads.shelf import shelf_on
from thenchot.office.documents.words import Force, RelationKind, Right, Subject
from thenchot.people.members.words import Limits

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def here():
    return small_world()


def placed(here, basis, subject=Subject.MEMBERS) -> None:
    shelve_paper(demo_actor(), TODAY, organization=here.root, basis=basis, subject=subject)


def shelf(on=TODAY, **asked):
    found = shelf_on(by=demo_actor(), on=on, **asked)
    return {where: [line.paper.id for line in lines] for where, lines in found}


def refused(act, **words) -> list[str]:
    before = [list(model.objects.order_by("pk").values_list()) for model in (Shelved, JournalEntry)]
    with pytest.raises(Refused) as refusal:
        act(demo_actor(), TODAY, **words)
    after = [list(model.objects.order_by("pk").values_list()) for model in (Shelved, JournalEntry)]
    assert after == before
    return [str(reason) for reason in refusal.value.reasons]


def test_a_paper_stands_under_its_subject_while_it_holds(here):
    old, form = paper("10-QĐ/TU", date(2020, 1, 2)), paper("1-PL/TU", date(2025, 5, 1))
    placed(here, old)
    new = related(
        here.root, unwritten("20-QyĐ/TU", date(2025, 5, 1), InstrumentKind.REGULATION),
        kind=RelationKind.REPLACES, to=old, from_day=date(2025, 6, 1),
    )  # fmt: skip
    related(here.root, new, kind=RelationKind.PROMULGATES, to=form)
    placed(here, new)
    assert shelf(date(2025, 5, 31)) == {Subject.MEMBERS: [old, new]}
    assert shelf() == {Subject.MEMBERS: [new]}
    ((_, (line,)),) = shelf_on(by=demo_actor(), on=TODAY)
    assert ([each.id for each in line.ended], [each.id for each in line.forms]) == ([old], [form])
    assert line.standing.force is Force.IN_FORCE
    assert not verify_journal().faults


def test_limits_taken_from_a_paper_stand_beside_it_though_nobody_placed_it(here):
    rules = paper("29-QĐ/TW", date(2016, 7, 25))
    record_parameter(
        demo_actor(), TODAY, key=Limits.PROBATION_MONTHS, values=[12], clause="Điều 5.1", verified=True,
        from_day=date(2016, 7, 25), basis=rules,
    )  # fmt: skip
    ((where, (line,)),) = shelf_on(by=demo_actor(), on=TODAY)
    assert (where, line.paper.id) == (None, rules)
    assert [(each.values, each.clause, each.verified) for each in line.parameters] == [
        ((12,), "Điều 5.1", True)
    ]
    placed(here, rules)
    assert shelf() == {Subject.MEMBERS: [rules]}
    assert shelf(subject=Subject.CADRES) == {}
    assert shelf(words="29-qđ") == {Subject.MEMBERS: [rules]}
    assert shelf(words="khác") == {}
    assert shelf(date(2016, 7, 24)) == {}


def test_a_paper_moves_to_another_subject_and_is_taken_off_with_a_reason(here):
    rules = paper("10-QĐ/TU", date(2020, 1, 2))
    words = {"organization": here.root, "basis": rules}
    placed(here, rules)
    assert refused(shelve_paper, **words, subject=Subject.MEMBERS)
    assert refused(shelve_paper, organization=here.root, basis=999_999, subject=Subject.MEMBERS)
    placed(here, rules, Subject.CADRES)
    assert shelf() == {Subject.CADRES: [rules]}
    assert refused(unshelve_paper, paper=rules, reason=" ")
    unshelve_paper(demo_actor(), TODAY, paper=rules, reason="Xếp nhầm")
    assert refused(unshelve_paper, paper=rules, reason="Xếp nhầm")
    assert shelf() == {}
    assert not verify_journal().faults


def test_nobody_places_for_an_organ_out_of_reach(here):
    clerk = Actor("thu", "Văn thư xã", {Right.FOLLOW.value: frozenset({here.commune})})
    words = {"basis": here.founding, "subject": Subject.CADRES}
    with pytest.raises(NotAllowed):
        shelve_paper(clerk, TODAY, organization=here.root, **words)
    placed(here, here.founding)
    with pytest.raises(NotAllowed):
        shelve_paper(clerk, TODAY, organization=here.commune, **words)
    assert Shelved.objects.get().subject == Subject.MEMBERS
