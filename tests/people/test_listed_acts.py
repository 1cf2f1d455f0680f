"""Ghi danh sách đảng viên — judged first, then all of it under one paper, or nothing."""

from dataclasses import replace
from datetime import date

import pytest
from actors import demo_actor
from office import refused
from party import HANDED, party
from world import TODAY, paper

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
