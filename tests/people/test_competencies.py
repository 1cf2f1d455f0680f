"""Đánh giá năng lực — by one paper, the last one stands; a refusal leaves nothing behind; the fit counts it."""

from dataclasses import replace
from datetime import date

import pytest
from office import given, opened, who
from party import HANDED, party
from positions import approved, framework
from world import TODAY, paper

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.people.dossiers.reads.file import file_of
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.dossiers.words import EntryKind, Item
from thenchot.people.positions.acts.assessing import assess_competencies
from thenchot.people.positions.models import PersonCompetency
from thenchot.people.positions.reads.assessed import to_assess
from thenchot.people.positions.reads.fit import fit_of
from thenchot.people.positions.reads.position import position_on
from thenchot.people.positions.rules.assessing import AssessedRow
from thenchot.people.positions.rules.content import Demand
from thenchot.people.positions.words import Outcome

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FRAMED, DAY, LATER = date(2024, 1, 2), date(2024, 3, 1), date(2024, 9, 20)


@pytest.fixture
def here():
    found = party()
    framework(found.list_paper, "C1", "C2", "C3")
    return found


@pytest.fixture
def sheet(here):
    return paper("5-BB/CB", DAY)


def rows(**levels):
    return [AssessedRow(code, level) for code, level in levels.items()]


def held():
    kept = PersonCompetency.objects.order_by("pk")
    return [
        (each.competency, each.level, each.effective.start, each.effective.until) for each in kept
    ]


def assessed(by, person, basis, day=DAY, assessor="Chi ủy", **levels):
    assess_competencies(
        by,
        TODAY,
        person=person,
        levels=rows(**levels),
        assessor=assessor,
        from_day=day,
        basis=basis,
    )


def refused(by, *said, **words):
    asked = {"assessor": "Chi ủy", "from_day": DAY} | words
    before = held(), JournalEntry.objects.count()
    with pytest.raises(Refused) as no:
        assess_competencies(by, TODAY, **asked)
    text = "; ".join(map(str, no.value.reasons))
    for each in said:
        assert each in text, text
    assert (held(), JournalEntry.objects.count()) == before
    return [reason.field for reason in no.value.reasons]


def test_several_competencies_of_one_person_are_assessed_by_one_paper(actor, here, sheet):
    person = here.people[0]
    levels = [AssessedRow(" c1 ", 3), AssessedRow("C2", 2)]
    assess_competencies(
        actor, TODAY, person=person, levels=levels, assessor="  Chi  ủy ", from_day=DAY, basis=sheet
    )
    assert held() == [("C1", 3, DAY, None), ("C2", 2, DAY, None)]
    assert set(PersonCompetency.objects.values_list("assessor", flat=True)) == {"Chi ủy"}
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == "Ghi đánh giá 2 năng lực của Trần Văn An"
    assert verify_journal().faults == []


def test_the_last_assessment_stands_and_an_annulled_one_gives_the_former_back(actor, here, sheet):
    person = here.people[0]
    assessed(actor, person, sheet, C1=2, C2=4)
    later = paper("9-BB/CB", LATER)
    assessed(actor, person, later, LATER, "Trưởng ban", C1=2, C3=1)
    assert held() == [
        ("C1", 2, DAY, LATER), ("C2", 4, DAY, None), ("C1", 2, LATER, None), ("C3", 1, LATER, None)
    ]  # fmt: skip
    annul_instrument(actor, TODAY, instrument=later, by_paper=paper("2-KL/UBKT"), reason="sai mẫu")
    assert held() == [("C1", 2, DAY, None), ("C2", 4, DAY, None)]
    repeal_instrument(
        actor, TODAY, instrument=sheet, from_day=LATER, by_paper=paper("3-QĐ/ĐU"), reason="thu hồi"
    )  # fmt: skip
    assert held() == [("C1", 2, DAY, LATER), ("C2", 4, DAY, LATER)]
    assert verify_journal().faults == []


def test_every_reason_is_said_at_once(actor, here, sheet):
    levels = [AssessedRow("C1", 0), AssessedRow("C9", 6), AssessedRow("C1", 3)]
    fields = refused(
        actor, "Thiếu người hoặc tập thể đánh giá", "hai lần", "«C9» không có trong khung", "từ 1 đến 5",
        "chưa có hồ sơ", person=999999, levels=levels, assessor=" ", basis=sheet,
    )  # fmt: skip
    assert fields == ["assessor", "levels", "1.level", "2.level", "2.competency", "person"]
    refused(actor, "không có năng lực nào", person=here.people[0], levels=[], basis=sheet)
    refused(
        actor, "dài quá 200 ký tự", person=here.people[0], levels=rows(C1=1), assessor="x" * 201,
        basis=sheet,
    )  # fmt: skip


def test_nothing_is_assessed_before_the_framework_nor_before_the_file(actor, here, sheet):
    person, levels = here.people[0], rows(C1=3)
    before = FRAMED.replace(year=2023)
    asked = {"person": person, "levels": levels, "basis": sheet}
    assert refused(actor, "«C1» không có trong khung", from_day=before, **asked) == ["1.competency"]
    early = HANDED.replace(year=2020)
    assert refused(actor, "chưa có hồ sơ", from_day=early, **asked) == ["1.competency", "person"]


def test_assessments_come_in_the_order_of_their_days(actor, here, sheet):
    person = here.people[0]
    assessed(actor, person, sheet, C1=2)
    asked = {"person": person, "basis": sheet}
    assert refused(actor, "từ chính ngày 01/03/2024", levels=rows(C2=1, C1=3), **asked) == [
        "2.from_day"
    ]
    refused(actor, "theo thứ tự ngày", levels=rows(C1=3), from_day=date(2024, 2, 1), **asked)
    repeal_instrument(
        actor, TODAY, instrument=sheet, from_day=LATER, by_paper=paper("3-QĐ/ĐU"), reason="thu hồi"
    )  # fmt: skip
    refused(
        actor, "đã bị bãi bỏ", person=person, levels=rows(C1=3), from_day=date(2024, 5, 1),
        basis=paper("9-BB/CB", date(2024, 5, 1)),
    )  # fmt: skip


def test_a_level_typed_wrongly_is_corrected_within_the_five(actor, here, sheet):
    assessed(actor, here.people[0], sheet, C1=2)
    words = {
        "kind": "positions.PersonCompetency", "fact": PersonCompetency.objects.get().pk,
        "by_paper": sheet, "reason": "gõ nhầm",
    }  # fmt: skip
    correct_fact(actor, TODAY, changes={"level": 4}, **words)
    assert held() == [("C1", 4, DAY, None)]
    for changes in ({"level": 6}, {"assessor": ""}, {"competency": "C2"}):
        with pytest.raises(Refused):
            correct_fact(actor, TODAY, changes=changes, **words)
    assert held() == [("C1", 4, DAY, None)]


def test_the_file_tells_what_was_assessed_in_the_words_of_the_framework(actor, here, sheet):
    person = here.people[0]
    assessed(actor, person, sheet, C1=3)
    file = file_of(by=actor, person=person, on=TODAY, came_from=Asked())
    told = [str(each.what) for each in file.entries if each.kind is EntryKind.TRAINING]
    assert told == ["Năng lực Năng lực C1: cấp độ 3 (Chi ủy đánh giá)"]
    known = {line.item: line for line in file.known}
    assert str(known[Item.COMPETENCY].value) == "Năng lực C1: cấp độ 3"
    assert (known[Item.COMPETENCY].since, known[Item.COMPETENCY].basis.id) == (DAY, sheet)
    before = file_of(by=actor, person=person, on=date(2024, 2, 1), came_from=Asked())
    assert Item.COMPETENCY not in {line.item for line in before.known}


def test_the_fit_says_how_many_levels_are_missing_and_what_nobody_assessed(actor, here, sheet):
    person, demands = here.people[0], (Demand("C1", 3), Demand("C2", 4), Demand("C3", 2))
    position = approved(here.commune, "CV01", here.list_paper, DAY, competencies=demands)
    page = position_on(by=actor, position=position, on=TODAY)
    before = fit_of(by=actor, page=page, person=person, on=TODAY)
    assert before.unassessed == 3
    assessed(actor, person, sheet, C1=5, C2=2)
    fit = fit_of(by=actor, page=page, person=person, on=TODAY)
    told = [(each.asked.code, each.outcome, each.missing) for each in fit.competencies]
    assert told == [
        ("C1", Outcome.MET, 0), ("C2", Outcome.GAP, 2), ("C3", Outcome.NOT_ASSESSED, 0)
    ]  # fmt: skip
    assert (fit.gaps, fit.unassessed) == (before.gaps + 1, 1)
    one = fit.competencies[1].assessed
    assert (one.level, one.since, one.assessor, one.basis.id) == (2, DAY, "Chi ủy", sheet)
    early = fit_of(by=actor, page=page, person=person, on=date(2024, 2, 1))
    assert early.unassessed == 3
    waiting = to_assess(by=actor, on=TODAY, person=person, position=position)
    assert [line.code for line in waiting] == ["C2", "C3"]  # two levels short; not assessed
    everyone = to_assess(by=actor, on=TODAY, person=person, position=None)
    assert [line.code for line in everyone] == ["C1", "C2", "C3"]


def test_the_people_of_another_cell_are_not_assessed(actor, here, sheet):
    near = replace(actor, rights=dict.fromkeys(actor.rights, frozenset({here.cells[1]})))
    before = held(), JournalEntry.objects.count()
    with pytest.raises(NotAllowed):
        assessed(near, here.people[0], sheet, C1=3)
    assert (held(), JournalEntry.objects.count()) == before
    assessed(near, here.people[10], sheet, C1=3)
    assert held() == [("C1", 3, DAY, None)]


def test_whoever_works_with_positions_there_reads_what_was_assessed(actor, here, sheet):
    builder, near, secretary, clerk = map(opened, ("xay-dung", "gan", "bi-thu", "van-thu"))
    given(builder, "chuyen_vien_xay_dung_dang", here.commune)
    given(near, "chuyen_vien", here.cells[1])
    given(secretary, "bi_thu_chi_bo", here.cells[0])
    given(clerk, "van_thu")
    first, other = here.people[0], here.people[10]
    assessed(actor, first, sheet, C1=3)
    assessed(actor, other, sheet, C1=4)
    for account, seen in (
        (builder, {first, other}), (near, {other}), (secretary, set()), (clerk, set()),
    ):  # fmt: skip
        by = who(account)
        with scoped(by, TODAY, reading=True):
            for found in (PersonCompetency.objects.visible_to(by), PersonCompetency.objects.all()):
                assert set(found.values_list("person", flat=True)) == seen  # either wall
