"""Trình độ — recorded by diploma or list, one of a kind at a time; a refusal leaves nothing behind."""

from dataclasses import replace
from datetime import date

import pytest
from office import given, opened, who
from party import HANDED, party
from world import TODAY, answer, paper

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.people.cadres.acts.qualifications import record_qualifications
from thenchot.people.cadres.models import Qualification
from thenchot.people.cadres.rules import QualificationRow, qualification_faults
from thenchot.people.cadres.words import QualificationKind

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, LATER = date(2023, 6, 1), date(2024, 9, 20)
LAW, POLITICS = QualificationKind.PROFESSIONAL, QualificationKind.POLITICAL


@pytest.fixture
def here():
    return party()


@pytest.fixture
def diploma(here):
    return paper("12345/BTN", DAY)


def studied(person, title, kind=LAW):
    return [QualificationRow(person, kind, title)]


def held():
    rows = Qualification.objects.order_by("pk")
    return [(row.title, row.effective.start, row.effective.until) for row in rows]


def refused(by, *said, **words):
    before = held(), JournalEntry.objects.count()
    with pytest.raises(Refused) as no:
        record_qualifications(by, TODAY, **words)
    text = "; ".join(map(str, no.value.reasons))
    for each in said:
        assert each in text
    assert (held(), JournalEntry.objects.count()) == before
    return [reason.field for reason in no.value.reasons]


def test_a_list_names_what_several_people_studied(actor, here, diploma):
    rows = [
        *studied(here.people[0], "  Đại học  Luật "),
        *studied(here.people[0], "Cao cấp", POLITICS),
        *studied(here.people[1], "Trung cấp", POLITICS),
    ]
    record_qualifications(actor, TODAY, people=rows, from_day=DAY, basis=diploma)
    assert held() == [("Đại học Luật", DAY, None), ("Cao cấp", DAY, None), ("Trung cấp", DAY, None)]
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == "Ghi trình độ của Trần Văn An và 1 người khác"


def test_a_higher_one_takes_the_place_of_the_one_before(actor, here, diploma):
    person = here.people[0]
    record_qualifications(
        actor, TODAY, people=studied(person, "Đại học Luật"), from_day=DAY, basis=diploma
    )
    later = paper("777/BTN", LATER)
    record_qualifications(
        actor, TODAY, people=studied(person, "Thạc sĩ Luật"), from_day=LATER, basis=later
    )
    assert held() == [("Đại học Luật", DAY, LATER), ("Thạc sĩ Luật", LATER, None)]
    assert Qualification.objects.get(title="Đại học Luật").ended_by_id == later
    annul_instrument(actor, TODAY, instrument=later, by_paper=paper("2-KL/UBKT"), reason="bằng giả")
    assert held() == [("Đại học Luật", DAY, None)]
    repeal_instrument(
        actor, TODAY, instrument=diploma, from_day=LATER, by_paper=paper("3-QĐ/BTN"), reason="thu hồi"
    )  # fmt: skip
    assert held() == [("Đại học Luật", DAY, LATER)]
    assert verify_journal().faults == []


def test_a_title_typed_wrongly_is_corrected_and_its_kind_is_not(actor, here, diploma):
    record_qualifications(
        actor, TODAY, people=studied(here.people[0], "Đại học Luât"), from_day=DAY, basis=diploma
    )
    found = Qualification.objects.get().pk
    words = {
        "kind": "cadres.Qualification",
        "fact": found,
        "by_paper": diploma,
        "reason": "gõ nhầm",
    }
    correct_fact(actor, TODAY, changes={"title": "Đại học Luật"}, **words)
    assert held() == [("Đại học Luật", DAY, None)]
    for changes in ({"kind": "ly_luan"}, {"title": ""}):
        with pytest.raises(Refused):
            correct_fact(actor, TODAY, changes=changes, **words)
    assert held() == [("Đại học Luật", DAY, None)]


def test_what_does_not_fit_is_refused_with_every_rows_reasons(actor, here, diploma):
    person, words = here.people[0], {"from_day": DAY, "basis": diploma}
    record_qualifications(actor, TODAY, people=studied(person, "Đại học Luật"), **words)
    refused(actor, "từ chính ngày 01/06/2023", people=studied(person, "Thạc sĩ Luật"), **words)
    refused(
        actor, "«Đại học Luật» của người này đã được ghi", people=studied(person, "Đại học Luật"),
        from_day=LATER, basis=diploma,
    )  # fmt: skip
    refused(
        actor, "theo thứ tự ngày", people=studied(person, "Trung cấp Luật"),
        from_day=date(2022, 1, 1), basis=diploma,
    )  # fmt: skip
    rows = [*studied(here.people[1], "Kỹ sư"), *studied(999999, " ")]
    fields = refused(actor, "Thiếu tên trình độ", "chưa có hồ sơ", people=rows, **words)
    assert fields == ["2.title", "2.person"]
    before = HANDED.replace(year=2020)
    refused(actor, "chưa có hồ sơ", people=rows[:1], from_day=before, basis=diploma)


def test_a_repealed_diploma_lets_no_other_one_into_its_days(actor, here, diploma):
    person = here.people[0]
    record_qualifications(
        actor, TODAY, people=studied(person, "Cao cấp", POLITICS), from_day=DAY, basis=diploma
    )
    repeal_instrument(
        actor, TODAY, instrument=diploma, from_day=LATER, by_paper=paper("3-QĐ/BTN"), reason="thu hồi"
    )  # fmt: skip
    refused(
        actor, "đã bị bãi bỏ", people=studied(person, "Cử nhân", POLITICS),
        from_day=date(2024, 1, 1), basis=paper("9/BTN"),
    )  # fmt: skip


def test_a_commune_records_and_reads_what_its_own_people_studied(here):
    builder, stranger, secretary = opened("xay-dung"), opened("nguoi-la"), opened("bi-thu")
    given(builder, "chuyen_vien_xay_dung_dang", here.commune)
    given(secretary, "bi_thu_chi_bo", here.cells[1])
    given(stranger, "van_thu")
    first, other = here.people[0], here.people[10]
    listed = answer(
        register_instrument(
            who(builder), TODAY, kind=InstrumentKind.OTHER, number_sign="3-DS/ĐU", issuer="Đảng ủy xã",
            abstract="Trình độ đảng viên", issued_year=2023, issued_on=DAY, kept_by=here.commune,
        )
    )  # fmt: skip
    rows = [*studied(first, "Đại học Luật"), *studied(other, "Kỹ sư")]
    record_qualifications(who(builder), TODAY, people=rows, from_day=DAY, basis=listed)
    for account, seen in ((builder, {first, other}), (secretary, {other}), (stranger, set())):
        by = who(account)
        with scoped(by, TODAY, reading=True):
            for rows in (Qualification.objects.visible_to(by), Qualification.objects.all()):
                assert set(rows.values_list("person", flat=True)) == seen  # either wall
        with pytest.raises(NotAllowed) if account != builder else pytest.raises(Refused):
            record_qualifications(
                by, TODAY, people=studied(first, "Đại học Luật"), from_day=LATER, basis=listed
            )


def test_the_qualifications_of_another_cell_are_not_recorded(actor, here, diploma):
    near = replace(actor, rights=dict.fromkeys(actor.rights, frozenset({here.cells[1]})))
    before = held(), JournalEntry.objects.count()
    with pytest.raises(NotAllowed):
        record_qualifications(
            near, TODAY, people=studied(here.people[0], "Cao cấp", POLITICS), from_day=DAY, basis=diploma
        )  # fmt: skip
    assert (held(), JournalEntry.objects.count()) == before


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], ["Danh sách không có ai."]),
        ([(1, LAW, "Kỹ sư"), (1, POLITICS, "Sơ cấp")], []),
        ([(1, LAW, "Kỹ sư"), (1, LAW, "Thạc sĩ")], ["Có người được ghi hai lần cùng một loại trình độ."]),
        ([(1, LAW, "x" * 200)], []),
        ([(1, LAW, "x" * 201)], ["Tên trình độ dài quá 200 ký tự."]),
    ],
)  # fmt: skip
def test_a_list_holds_each_person_once_of_a_kind(rows, said):
    found = qualification_faults([QualificationRow(*row) for row in rows])
    assert [str(reason) for reason in found] == said
