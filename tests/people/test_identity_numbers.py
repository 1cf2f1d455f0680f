"""Số của một người — one person's only, masked until opened with a reason, never printed by the journal."""

from datetime import date

import pytest
from actors import demo_actor
from office import given, opened, who
from party import HANDED, newcomer, party
from world import TODAY, paper

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import Disclosure, JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.people.dossiers.reads.file import file_of
from thenchot.people.dossiers.rules.asked import Asked
from thenchot.people.identity.acts.numbers import open_numbers, record_person_numbers
from thenchot.people.identity.models import PersonNumber
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import Limits, NumberKind

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY, LATER = date(2023, 6, 1), date(2024, 9, 20)
CITIZEN, CARD, CADRE = NumberKind
MINE, OTHER = "999167000001", "999167000002"  # of women born in 1967, in no province there is


@pytest.fixture
def here():
    return party()


@pytest.fixture
def listed(here):
    made = paper("9-DS/ĐU", DAY)

    record_parameter(
        demo_actor(), TODAY, key=Limits.FICTION, values=[999], clause="Điều 1", verified=True,
        from_day=date(2020, 1, 1), basis=made,
    )  # fmt: skip
    return made


def rows(person, number=MINE, kind=CITIZEN):
    return [NumberRow(person, kind, number)]


def held(actor):
    with scoped(actor, TODAY):
        found = PersonNumber.objects.order_by("pk").values_list("number", "effective")
        return [(number, days.start, days.until) for number, days in found]


def opened_by(actor, person):
    open_numbers(actor, TODAY, person=person, reason="Cấp thẻ đảng viên")


def shown(by, person, on=TODAY):
    with scoped(by, TODAY, reading=True):
        file = file_of(by=by, person=person, on=on, came_from=Asked())
    return [(each.kind, each.number or each.masked) for each in (file.numbers if file else ())]


def refused(by, *said, **words):
    before = JournalEntry.objects.count(), Disclosure.objects.count()
    with pytest.raises(Refused) as no:
        record_person_numbers(by, TODAY, **words)
    text = "; ".join(map(str, no.value.reasons))
    for each in said:
        assert each in text
    assert (JournalEntry.objects.count(), Disclosure.objects.count()) == before
    return [reason.field for reason in no.value.reasons]


def test_numbers_are_masked_until_opened_with_a_reason(actor, here, listed):
    person = here.people[0]
    both = [*rows(person, "999 167 000 001"), *rows(person, "79.123456", CARD)]
    record_person_numbers(actor, TODAY, people=both, from_day=DAY, basis=listed)
    assert held(actor) == []  # wall two: nothing is read before it was opened
    assert shown(actor, person) == [(CITIZEN, "•••••••••001"), (CARD, "•••••456")]
    assert shown(actor, person, on=date(2022, 1, 1)) == []
    with pytest.raises(Refused, match="lý do"):
        open_numbers(actor, TODAY, person=person, reason=" ")
    opened_by(actor, person)
    assert shown(actor, person) == [(CITIZEN, MINE), (CARD, "79123456")]
    line = JournalEntry.objects.latest("seq")
    assert (line.sentence, line.reason) == ("Mở xem số của Trần Văn An", "Cấp thẻ đảng viên")
    assert not JournalEntry.objects.filter(sentence__contains=MINE).exists()


def test_a_number_takes_the_place_of_the_one_before_and_is_corrected(actor, here, listed):
    person = here.people[0]
    record_person_numbers(actor, TODAY, people=rows(person), from_day=DAY, basis=listed)
    again = paper("10-DS/ĐU", LATER)
    record_person_numbers(actor, TODAY, people=rows(person, OTHER), from_day=LATER, basis=again)
    opened_by(actor, person)
    assert held(actor) == [(MINE, DAY, LATER), (OTHER, LATER, None)]
    annul_instrument(actor, TODAY, instrument=again, by_paper=paper("2-KL/UBKT"), reason="cấp sai")
    assert held(actor) == [(MINE, DAY, None)]
    with scoped(actor, TODAY):
        fact = PersonNumber.objects.get().pk
    words = {"kind": "identity.PersonNumber", "fact": fact, "by_paper": listed, "reason": "gõ nhầm"}
    correct_fact(actor, TODAY, changes={"number": "999 167 000 003"}, **words)
    assert held(actor) == [("999167000003", DAY, None)]
    for wrong in ("999067000003", "123", "079167000003"):
        with pytest.raises(Refused):
            correct_fact(actor, TODAY, changes={"number": wrong}, **words)
    with pytest.raises(Refused):
        correct_fact(actor, TODAY, changes={"kind": CARD}, **words)
    assert MINE not in " ".join(JournalEntry.objects.values_list("sentence", flat=True))


def test_a_number_is_of_one_person_only(actor, here, listed):
    first, second = here.people[:2]
    words = {"from_day": DAY, "basis": listed}
    record_person_numbers(actor, TODAY, people=rows(first), **words)
    assert refused(actor, "cho một người khác", people=rows(second), **words) == ["1.number"]
    record_person_numbers(actor, TODAY, people=rows(second, MINE, CADRE), **words)  # another kind


def test_a_correction_cannot_give_one_number_to_two(actor, here, listed):
    first, second = here.people[:2]
    both = [*rows(first), *rows(second, OTHER)]
    record_person_numbers(actor, TODAY, people=both, from_day=DAY, basis=listed)
    opened_by(actor, second)
    with scoped(actor, TODAY):
        fact = PersonNumber.objects.get(person=second).pk
    with pytest.raises(Refused):
        correct_fact(
            actor, TODAY, kind="identity.PersonNumber", fact=fact, changes={"number": MINE},
            by_paper=listed, reason="thử",
        )  # fmt: skip


def test_every_rows_reasons_are_said_at_once(actor, here, listed):
    person, words = here.people[0], {"from_day": DAY, "basis": listed}
    record_person_numbers(actor, TODAY, people=rows(person), **words)
    wrong = [
        *rows(person, OTHER), *rows(here.people[1], "79167000001"), *rows(999999, ""),
        *rows(here.people[2], "079067000009"),
    ]  # fmt: skip
    fields = refused(
        actor, "từ chính ngày 01/06/2023", "12 chữ số, đang có 11", "Thiếu số", "chưa có hồ sơ",
        "bắt đầu bằng 999", "Chữ số thứ tư là của Nam", people=wrong, **words,
    )  # fmt: skip
    assert fields == ["1.from_day", "2.number", "3.person", "3.number", *["4.number"] * 2]
    late = HANDED.replace(year=2020)
    refused(actor, "chưa có hồ sơ", people=rows(here.people[3]), from_day=late, basis=listed)


def test_who_sees_and_records_the_numbers_of_whom(here, listed):
    builder, secretary, inspector = opened("xay-dung"), opened("bi-thu"), opened("kiem-tra")
    given(builder, "chuyen_vien_xay_dung_dang", here.commune)
    given(secretary, "bi_thu_chi_bo", here.cells[0])
    given(inspector, "uy_ban_kiem_tra")
    person, far = here.people[0], newcomer("Võ Xa", DAY, listed)
    record_person_numbers(who(builder), TODAY, people=rows(person), from_day=DAY, basis=listed)
    assert shown(who(builder), person) == [(CITIZEN, "•••••••••001")]
    opened_by(who(builder), person)
    assert shown(who(builder), person) == [(CITIZEN, MINE)]
    for account in (secretary, inspector):
        assert shown(who(account), person) == []
        for deed in (lambda by: opened_by(by, person), lambda by: record_person_numbers(
            by, TODAY, people=rows(person, OTHER), from_day=LATER, basis=listed
        )):  # fmt: skip
            with pytest.raises(NotAllowed):
                deed(who(account))
    with pytest.raises(NotAllowed):
        opened_by(who(builder), far)
    taken = [NumberRow(far, CITIZEN, "999298000001")]
    with pytest.raises(Refused):
        record_person_numbers(who(builder), TODAY, people=taken, from_day=DAY, basis=listed)


def test_a_number_taken_out_of_reach_is_refused_without_saying_whose(actor, here, listed):
    far = newcomer("Võ Xa", DAY, listed, date(1967, 1, 1))
    record_person_numbers(
        actor, TODAY, people=[NumberRow(far, CADRE, "BTC-1")], from_day=DAY, basis=listed
    )
    builder = opened("xay-dung")
    given(builder, "chuyen_vien_xay_dung_dang", here.commune)
    fields = refused(
        who(builder), "cho một người khác", people=rows(here.people[0], "btc-1", CADRE),
        from_day=DAY, basis=listed,
    )  # fmt: skip
    assert fields == ["number"]
