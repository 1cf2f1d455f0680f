"""Dân tộc, quê quán — recorded with the person, open where no paper said them, corrected like the rest."""

from datetime import date

import pytest
from world import TODAY, paper, small_world

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.people import record_people, record_person
from thenchot.ground.register.models import PersonSpell
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Sex

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 5, 1)


@pytest.fixture
def world():
    return small_world()


def row(ethnicity, hometown, name="Thạch Thị Mô Phỏng"):
    return PersonRow(name, Sex.FEMALE, date(1990, 1, 1), ethnicity, hometown)


def origin(name="Thạch Thị Mô Phỏng"):
    spell = PersonSpell.objects.get(full_name=name)
    return spell.ethnicity, spell.hometown


def test_where_a_person_is_from_is_recorded_in_one_spelling(actor, world):
    record_person(
        actor, TODAY, full_name="Thạch Thị Mô Phỏng", sex=Sex.FEMALE, birth_on=None, from_day=DAY,
        basis=world.founding, ethnicity=" Khmer ", hometown="xã  Thử Một, huyện Thử",
    )  # fmt: skip
    assert origin() == ("Khmer", "xã Thử Một, huyện Thử")


def test_what_no_paper_said_is_left_open(actor, world):
    rows = [row(None, None), row("Kinh", "  ", "Lê Thị Thử")]
    record_people(actor, TODAY, people=rows, from_day=DAY, basis=world.founding)
    assert origin() == (None, None)
    assert origin("Lê Thị Thử") == ("Kinh", None)


def test_an_origin_longer_than_a_line_is_refused_and_nothing_changes(actor, world):
    before = PersonSpell.objects.count(), JournalEntry.objects.count()
    rows = [row("Kinh", "Thử"), row("K" * 61, "x" * 301)]
    with pytest.raises(Refused) as no:
        record_people(actor, TODAY, people=rows, from_day=DAY, basis=world.founding)
    assert [(reason.field, str(reason)) for reason in no.value.reasons] == [
        ("2.ethnicity", "Tên dân tộc dài quá 60 ký tự."),
        ("2.hometown", "Quê quán dài quá 300 ký tự."),
    ]
    assert (PersonSpell.objects.count(), JournalEntry.objects.count()) == before


def test_an_origin_is_corrected_and_never_to_an_empty_line(actor, world):
    record_people(actor, TODAY, people=[row("Kinh", "xã Thử")], from_day=DAY, basis=world.founding)
    words = {
        "kind": "register.PersonSpell", "fact": PersonSpell.objects.get(basis=world.founding, ethnicity="Kinh").pk,
        "by_paper": paper("88-CV/HU"), "reason": "theo giấy khai sinh",
    }  # fmt: skip
    correct_fact(actor, TODAY, changes={"ethnicity": "Khmer"}, **words)
    assert origin() == ("Khmer", "xã Thử")
    assert PersonSpell.History.objects.get(id=words["fact"]).ethnicity == "Kinh"
    with pytest.raises(Refused):
        correct_fact(actor, TODAY, changes={"hometown": ""}, **words)
    assert origin() == ("Khmer", "xã Thử")
