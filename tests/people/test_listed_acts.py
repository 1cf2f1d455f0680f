"""Ghi danh sách đảng viên — judged first, then all of it under one paper, or nothing."""

from dataclasses import replace
from datetime import date

import pytest
from actors import demo_actor
from office import refused
from party import HANDED, party
from world import TODAY, paper

from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.models import PersonSpell
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.reads.judged import judged
from thenchot.people.dossiers.rules.listed import ListedLine
from thenchot.people.identity.acts.numbers import open_numbers, record_person_numbers
from thenchot.people.identity.models import PersonNumber
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import Limits, NumberKind
from thenchot.people.identity.words import Right as NumberRight
from thenchot.people.members.acts.listed import record_member_list
from thenchot.people.members.models import Membership, Movement, PartyDays
from thenchot.people.members.rules import ListedMember
from thenchot.people.members.words import Right, Status, Way

pytestmark = pytest.mark.django_db
DAY = date(2025, 1, 1)
LINE = ListedLine(
    4, "Nguyễn Văn Mới", Sex.MALE, date(1980, 2, 3), "Kinh", "Xã Thử", "Xã Thử", "Ấp Một",
    None, date(2010, 5, 1), date(2011, 5, 1),
)  # fmt: skip


def member(cell, name="Nguyễn Văn Mới", **more):
    row = ListedMember(
        PersonRow(name, Sex.MALE, date(1980, 2, 3), "Kinh"), cell, Status.OFFICIAL,
        date(2010, 5, 1), date(2010, 5, 1), date(2011, 5, 1),
    )  # fmt: skip
    return replace(row, **more)


def record(here, members, by=None):
    return record_member_list(
        by or demo_actor(), TODAY, members=members, from_day=DAY, basis=here.list_paper
    )


def narrow(give, here):
    """Records and reads in the first cell only; names of units and papers are everybody's."""
    cell = frozenset({here.cells[0]})
    rights = dict.fromkeys((Right.RECORD_HANDOVER, Right.READ, RegisterRight.READ), cell)
    open_to_all = dict.fromkeys((RegisterRight.READ_TREE, BasisRight.READ_INSTRUMENT), EVERYWHERE)
    return give(Actor("hep", "Người ghi hẹp", rights | open_to_all))


def judge(*lines, by=None):
    by = by or demo_actor()
    with scoped(by, TODAY):
        found = judged(by=by, lines=lines, on=TODAY, from_day=DAY)
    return found, {
        number: [(each.field, each.sentence()) for each in faults]
        for number, faults in found.refused.items()
    }


def test_a_list_enters_as_people_memberships_and_one_line():
    here = party()
    before = JournalEntry.objects.count()
    record(here, [member(here.cells[0]), member(here.cells[1], "Nguyễn Thị Mới")])
    assert JournalEntry.objects.count() == before + 1
    line = JournalEntry.objects.get(act="record_member_list")
    assert line.sentence == "Ghi danh sách 2 đảng viên vào 2 chi bộ"
    new = Membership.objects.filter(person__spells__full_name__contains="Mới")
    assert sorted(new.values_list("cell", "basis")) == [
        (here.cells[0], here.list_paper), (here.cells[1], here.list_paper),
    ]  # fmt: skip
    people = new.values("person")
    assert PartyDays.objects.filter(person__in=people, official_on=date(2011, 5, 1)).count() == 2
    assert Movement.objects.filter(person__in=people, way=Way.HANDED_OVER).count() == 2


def test_one_bad_row_keeps_every_row_out_and_all_reasons_are_said():
    here = party()
    people, taken = PersonSpell.objects.count(), PersonSpell.objects.first()
    known = replace(
        member(here.cells[0]), person=PersonRow(taken.full_name, Sex.FEMALE, taken.birth_on)
    )
    rows = [
        member(here.cells[0]),
        member(here.commune, "Lê 2"),
        known,
        member(here.cells[0], "Lê Ba", person=PersonRow("Lê Ba", Sex.MALE, None)),
        member(here.cells[0], "Lê Tư", joined_on=date(2026, 1, 1)),
        member(here.cells[0], "Lê Năm", admitted_on=date(1970, 1, 1)),
        member(here.cells[0]),
    ]
    with pytest.raises(Refused) as refusal:
        record(here, [replace(row, person=row.person) for row in rows])
    assert [each.field for each in refusal.value.reasons] == [
        "1.full_name", "2.full_name", "2.cell", "3.full_name", "4.birth_on",
        "5.official_on", "5.joined_on", "6.birth_on", "7.full_name",
    ]  # fmt: skip
    assert PersonSpell.objects.count() == people
    assert refused(record_member_list, demo_actor(), members=[], from_day=DAY, basis=paper("9-DS/ĐU")) == [
        "Danh sách không có ai."
    ]  # fmt: skip


def test_a_list_recorded_by_mistake_leaves_with_its_paper():
    here = party()
    before = PersonSpell.objects.count(), Membership.objects.count(), Movement.objects.count()
    listed = paper("77-DS/ĐU")
    record_member_list(
        demo_actor(), TODAY, members=[member(here.cells[0])], from_day=DAY, basis=listed
    )
    annul_instrument(
        demo_actor(), TODAY, instrument=listed, by_paper=paper("78-QĐ/TU"), reason="Nhập nhầm tệp"
    )
    after = PersonSpell.objects.count(), Membership.objects.count(), Movement.objects.count()
    assert after == before
    record(here, [member(here.cells[0])])


NUMBER, CARD = "999080000001", "12345678"


@pytest.fixture
def fiction():
    here = party()
    record_parameter(
        demo_actor(), TODAY, key=Limits.FICTION, values=[999], clause="Điều 1", verified=True,
        from_day=date(2020, 1, 1), basis=here.list_paper,
    )  # fmt: skip
    return here


def held(*people):
    """(kind, number, paper) of all numbers of these people, as opened with a reason."""
    for person in people:
        open_numbers(demo_actor(), TODAY, person=person, reason="Soát lại")
    with scoped(demo_actor(), TODAY):
        return sorted(PersonNumber.objects.values_list("kind", "number", "basis"))


def new_people():
    spells = PersonSpell.objects.filter(full_name__startswith="Nguyễn")
    return list(spells.values_list("person", flat=True))


def test_numbers_enter_with_the_members_in_the_same_line_under_the_same_paper(fiction):
    before = JournalEntry.objects.count()
    row = member(fiction.cells[0], citizen="999 080 000 001", card="12.345-678")
    done = record(fiction, [row, member(fiction.cells[1], "Nguyễn Thị Mới", card="-")])
    assert (done.answer, JournalEntry.objects.count()) == (fiction.list_paper, before + 1)
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == "Ghi danh sách 2 đảng viên vào 2 chi bộ, cùng 2 số định danh, số thẻ"
    assert held(*new_people()) == [
        ("dinh_danh", NUMBER, fiction.list_paper), ("the_dang", CARD, fiction.list_paper),
    ]  # fmt: skip


def test_every_row_says_what_is_wrong_with_its_numbers_and_nothing_enters(fiction):
    record_person_numbers(
        demo_actor(), TODAY, people=[NumberRow(fiction.people[0], NumberKind.CARD, CARD)],
        from_day=DAY, basis=fiction.list_paper,
    )  # fmt: skip
    people = PersonSpell.objects.count()
    cell = fiction.cells[0]
    rows = [
        member(cell, "Lê Một", person=PersonRow("Lê Một", Sex.MALE, date(1980, 2, 3)), card=CARD),
        member(cell, person=PersonRow("Lê Hai", Sex.FEMALE, date(1981, 2, 3)), citizen=NUMBER),
        member(cell, person=PersonRow("Lê Ba", Sex.MALE, date(1980, 2, 3)), citizen=NUMBER),
        member(cell, person=PersonRow("Lê Tư", Sex.MALE, date(1980, 2, 3)), citizen="79080000001"),
        member(cell, person=PersonRow("Lê Năm", Sex.MALE, date(1980, 2, 3)), card="12A"),
    ]
    with pytest.raises(Refused) as refusal:
        record(fiction, rows)
    assert [(each.field, each.sentence()) for each in refusal.value.reasons] == [
        ("1.card", "Số này đã được ghi cho một người khác trong những ngày đó."),
        ("2.citizen", "Chữ số thứ tư là của Nam, hồ sơ ghi Nữ."),
        ("2.citizen", "Số này là của người sinh năm 1980, hồ sơ ghi năm 1981."),
        ("2.citizen", "Số này đứng hai lần trong danh sách."),
        ("3.citizen", "Số này đứng hai lần trong danh sách."),
        ("4.citizen", "Số này phải có 12 chữ số, đang có 11."),
        ("5.card", "Số này chỉ gồm chữ số."),
    ]
    assert PersonSpell.objects.count() == people
    assert held(fiction.people[0]) == [("the_dang", CARD, fiction.list_paper)]


def test_a_look_says_of_numbers_what_the_act_would_even_of_those_out_of_sight(fiction):
    record_person_numbers(
        demo_actor(), TODAY, people=[NumberRow(fiction.people[0], NumberKind.CARD, CARD)],
        from_day=DAY, basis=fiction.list_paper,
    )  # fmt: skip
    found, refusals = judge(
        replace(LINE, card=CARD),
        replace(LINE, number=5, full_name="Nguyễn B", sex=None, citizen="999080000009"),
        replace(LINE, number=6, full_name="Nguyễn C", citizen=NUMBER),
        replace(LINE, number=7, full_name="Nguyễn D", citizen=f" {NUMBER[:3]}.{NUMBER[3:]}"),
        replace(LINE, number=8, full_name="Nguyễn E", citizen="999080000008", card="87654321"),
    )
    assert refusals == {
        4: [("so_the", "Số này đã được ghi cho một người khác trong những ngày đó.")],
        5: [("gioi_tinh", "Thiếu giới tính.")],
        6: [("so_dinh_danh", "Số này đứng hai lần trong danh sách.")],
        7: [("so_dinh_danh", "Số này đứng hai lần trong danh sách.")],
    }
    record(fiction, list(found.accepted.values()))
    assert len(held(*new_people())) == 2


def test_whoever_may_not_record_numbers_records_the_list_without_them(fiction, give):
    by = narrow(give, fiction)
    found, refusals = judge(LINE, replace(LINE, number=5, full_name="Nguyễn B", card=CARD), by=by)
    assert list(found.accepted) == [4]
    assert refusals[5][0][0] == "so_the"
    assert "chưa được giao quyền «Ghi số định danh, số thẻ đảng viên»" in refusals[5][0][1]
    before = JournalEntry.objects.count(), PersonSpell.objects.count()
    with pytest.raises(NotAllowed, match="Ghi số định danh"):
        record(fiction, [member(fiction.cells[0], card=CARD)], by)
    assert (JournalEntry.objects.count(), PersonSpell.objects.count()) == before
    record(fiction, [member(fiction.cells[0])], by)


def test_numbers_enter_only_where_the_right_to_record_them_reaches(fiction, give):
    cell, other = fiction.cells
    rights = {
        Right.RECORD_HANDOVER: EVERYWHERE, Right.READ: EVERYWHERE, RegisterRight.READ: EVERYWHERE,
        RegisterRight.READ_TREE: EVERYWHERE, BasisRight.READ_INSTRUMENT: EVERYWHERE,
        NumberRight.RECORD_NUMBERS: frozenset({cell}),
    }  # fmt: skip
    by = give(Actor("so", "Người ghi số", rights))
    with pytest.raises(NotAllowed):
        record(fiction, [member(other, card=CARD)], by)
    record(fiction, [member(cell, card=CARD), member(other, "Nguyễn Khác")], by)
    assert held(*new_people()) == [("the_dang", CARD, fiction.list_paper)]


def test_the_table_itself_keeps_numbers_from_whoever_may_not_record_them(fiction, give):
    by = narrow(give, fiction)
    forgetful = replace_rights(by)
    before = JournalEntry.objects.count(), PersonSpell.objects.count()
    with pytest.raises(NotAllowed):
        record(fiction, [member(fiction.cells[0], card=CARD)], forgetful)
    assert (JournalEntry.objects.count(), PersonSpell.objects.count()) == before


def replace_rights(by):
    """An actor who says he may, and may not as the database knows."""
    return replace(by, rights={**by.rights, NumberRight.RECORD_NUMBERS: EVERYWHERE})


def test_numbers_leave_with_the_paper_of_their_list(fiction):
    listed = paper("77-DS/ĐU")
    rows = [member(fiction.cells[0], citizen=NUMBER, card=CARD)]
    record_member_list(demo_actor(), TODAY, members=rows, from_day=DAY, basis=listed)
    people = new_people()
    annul_instrument(
        demo_actor(), TODAY, instrument=listed, by_paper=paper("78-QĐ/TU"), reason="Nhập nhầm tệp"
    )
    assert held(*people) == []
    record(fiction, rows)  # the numbers are free again


def test_a_list_enters_only_where_the_right_reaches(give):
    here = party()
    by = narrow(give, here)
    record(here, [member(here.cells[0])], by)
    with pytest.raises(NotAllowed):
        record(here, [member(here.cells[1], "Nguyễn Thị Khác")], by)


def test_a_row_that_may_enter_is_told_from_one_that_may_not():
    here = party()
    found, refusals = judge(
        LINE,
        replace(LINE, number=5, full_name="Nguyễn Thị Hai", cell="Chi bộ ấp Hai", above=""),
        replace(
            LINE, number=6, full_name="", sex=None, birth_on=None, cell="Ấp Chín", joined_on=None
        ),
        replace(LINE, number=7, full_name="Trần Văn Hòa", birth_on=date(1967, 3, 1)),
    )
    assert [each.cell for each in found.accepted.values()] == here.cells
    assert found.accepted[4].status is Status.OFFICIAL
    assert found.total == 4
    assert refusals[6] == [
        ("ho_ten", "Họ tên không được để trống."),
        ("ngay_sinh", "Thiếu ngày sinh."),
        ("gioi_tinh", "Thiếu giới tính."),
        ("vao_dang", "Thiếu ngày vào Đảng."),
        ("chi_bo", "Không có chi bộ «Ấp Chín» thuộc «Xã Thử» trong phạm vi được ghi, vào ngày của danh sách."),
    ]  # fmt: skip
    assert refusals[7] == [
        ("ho_ten", "Sổ đã có Trần Văn Hoà, cùng ngày sinh, đang sinh hoạt ở Chi bộ ấp Một.")
    ]


def test_what_is_judged_good_is_never_refused_by_the_act():
    here = party()
    found, _ = judge(
        *[replace(LINE, number=n, full_name=f"Nguyễn Văn {w}") for n, w in enumerate("ABC")]
    )
    record(here, list(found.accepted.values()))
    again, refusals = judge(LINE, replace(LINE, number=9, full_name="NGUYỄN VĂN A"))
    assert list(again.accepted) == [4]
    assert "Sổ đã có" in refusals[9][0][1]


def test_namesakes_of_one_day_in_the_list_are_all_kept_out():
    party()
    found, refusals = judge(LINE, replace(LINE, number=8, full_name="nguyễn văn mới"))
    assert not found.accepted
    said = ("ho_ten", "Danh sách có 2 dòng cùng họ tên, ngày sinh.")
    assert refusals == {4: [said], 8: [said]}


def test_a_cell_out_of_reach_is_no_cell_of_the_list(give):
    here = party()
    by = narrow(give, here)
    found, refusals = judge(
        LINE, replace(LINE, number=5, full_name="Nguyễn B", cell="Ấp Hai"), by=by
    )
    assert list(found.accepted) == [4]
    assert refusals[5][0][0] == "chi_bo"
    assert HANDED < DAY
