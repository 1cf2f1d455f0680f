"""Đối chiếu — same, different, only here, only there; each person once, however the name is typed."""

from dataclasses import replace
from datetime import date

import pytest
from actors import demo_actor
from party import HANDED, party
from world import TODAY

from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.reads.compared import registered
from thenchot.people.dossiers.rules.compared import Registered, Verdict, compared, pressed_by
from thenchot.people.dossiers.rules.listed import ListedLine
from thenchot.people.identity.acts.numbers import open_numbers, record_person_numbers
from thenchot.people.identity.rules.numbers import NumberRow
from thenchot.people.identity.words import NumberKind
from thenchot.people.members.words import ListColumn, Status

BORN, JOINED = date(1980, 2, 3), date(2010, 5, 1)
HERE = Registered(
    7, "Lê Thị Hòa", Sex.FEMALE, BORN, "Kinh", "Xã Thử, tỉnh Thử", 3, "Chi bộ ấp Một",
    Status.OFFICIAL, 70, JOINED, date(2011, 5, 1), 71,
)  # fmt: skip
THERE = ListedLine(
    2, "LÊ THỊ HOÀ", Sex.FEMALE, BORN, "kinh", "xã Thử - tỉnh Thử", "", "Ấp Một", None, JOINED,
    date(2011, 5, 1), Status.OFFICIAL,
)  # fmt: skip


def verdicts(lines, members):
    return [
        (each.verdict, each.there.number if each.there else None,
         each.here.person if each.here else None)
        for each in compared(lines, members)
    ]  # fmt: skip


def said(line, member=HERE):
    (pair,) = compared([line], [member])
    return [each.sentence() for each in pair.differences]


def test_spelling_is_no_difference():
    assert verdicts([THERE], [HERE]) == [(Verdict.SAME, 2, 7)]


def test_what_the_list_leaves_blank_is_not_compared():
    assert verdicts([ListedLine(5, "Lê Thị Hoà", birth_on=BORN)], [HERE]) == [(Verdict.SAME, 5, 7)]


def test_every_difference_is_said_with_both_values():
    line = replace(
        THERE, sex=Sex.MALE, ethnicity="Khmer", hometown="Xã Khác", cell="Ấp Hai",
        joined_on=date(2010, 5, 2), official_on=date(2011, 5, 2), status=Status.EXEMPT,
    )  # fmt: skip
    assert said(line) == [
        "Giới tính: sổ ghi Nữ, danh sách kia ghi Nam",
        "Dân tộc: sổ ghi Kinh, danh sách kia ghi Khmer",
        "Quê quán: sổ ghi Xã Thử, tỉnh Thử, danh sách kia ghi Xã Khác",
        "Chi bộ: sổ ghi Chi bộ ấp Một, danh sách kia ghi Ấp Hai",
        "Ngày vào Đảng: sổ ghi 01/05/2010, danh sách kia ghi 02/05/2010",
        "Ngày chính thức: sổ ghi 01/05/2011, danh sách kia ghi 02/05/2011",
        "Tình trạng đảng viên: sổ ghi Đảng viên chính thức, danh sách kia ghi Đảng viên được miễn công tác và sinh hoạt đảng",
    ]  # fmt: skip
    assert said(THERE, replace(HERE, official_on=None)) == [
        "Ngày chính thức: sổ ghi –, danh sách kia ghi 01/05/2011"
    ]


def test_a_name_without_its_marks_and_a_birth_day_one_off_are_found_where_alone():
    assert said(replace(THERE, full_name="Le Thi Hoa")) == [
        "Họ và tên: sổ ghi Lê Thị Hòa, danh sách kia ghi Le Thi Hoa"
    ]
    assert said(replace(THERE, birth_on=date(1980, 3, 2))) == [
        "Ngày sinh: sổ ghi 03/02/1980, danh sách kia ghi 02/03/1980"
    ]
    twin = replace(HERE, person=8)
    lost = replace(THERE, birth_on=date(1980, 3, 2))
    assert verdicts([lost], [HERE, twin]) == [
        (Verdict.THERE, 2, None), (Verdict.HERE, None, 7), (Verdict.HERE, None, 8),
    ]  # fmt: skip


def test_each_member_is_matched_once():
    again = replace(THERE, number=3)
    assert verdicts([THERE, again], [HERE]) == [(Verdict.SAME, 2, 7), (Verdict.THERE, 3, None)]


def test_a_card_that_is_known_tells_who_it_is_before_any_name():
    held = replace(HERE, card="79123456")
    line = ListedLine(4, "Lê Hoà", birth_on=date(1981, 1, 1), card="79123456")
    assert said(line, held) == [
        "Họ và tên: sổ ghi Lê Thị Hòa, danh sách kia ghi Lê Hoà",
        "Ngày sinh: sổ ghi 03/02/1980, danh sách kia ghi 01/01/1981",
    ]
    assert said(replace(THERE, card="5"), held) == [
        "Số thẻ đảng viên: sổ ghi 79123456, danh sách kia ghi 5"
    ]
    assert said(replace(THERE, card="5")) == []
    assert said(replace(THERE, card="00.123456"), replace(HERE, card="00123456")) == []
    assert said(replace(THERE, card="123456"), replace(HERE, card="00123456")) == []


def test_a_number_of_the_citizen_tells_it_before_a_card():
    held = replace(HERE, citizen="099180000001", card="79123456")
    other = replace(HERE, person=8, citizen="099180000002", card="79654321")
    line = replace(THERE, citizen="99180000001", card="79654321")
    assert verdicts([line], [held, other]) == [(Verdict.DIFFERENT, 2, 7), (Verdict.HERE, None, 8)]
    assert said(replace(THERE, citizen="099180000009"), held) == [
        "Số định danh cá nhân: sổ ghi 099180000001, danh sách kia ghi 099180000009"
    ]


@pytest.mark.django_db
def test_a_card_is_compared_only_where_its_reader_has_opened_it(actor):
    here = party()
    row = NumberRow(here.people[0], NumberKind.CARD, "79.123456")
    record_person_numbers(actor, TODAY, people=[row], from_day=HANDED, basis=here.list_paper)

    def cards():
        with scoped(actor, TODAY):
            return [each.card for each in registered(by=actor, unit=None, on=TODAY) if each.card]

    assert cards() == []
    open_numbers(actor, TODAY, person=here.people[0], reason="Đối chiếu thẻ")
    assert cards() == ["79123456"]


@pytest.mark.django_db
def test_the_register_gives_its_members_at_or_below_a_unit():
    here = party()
    with scoped(demo_actor(), TODAY):
        everybody = registered(by=demo_actor(), unit=None, on=TODAY)
        cell = registered(by=demo_actor(), unit=here.cells[1], on=TODAY)
    assert len(everybody) == 15
    assert len(cell) == 5
    assert {each.cell for each in cell} == {"Chi bộ ấp Hai"}
    assert all(each.joined_on and each.days for each in everybody)
    assert ListColumn.CELL == "chi_bo"


def pressed(line, member=HERE, *others):
    pair = next(each for each in compared([line], [member, *others]) if each.there)
    return [(kind.rpartition(".")[2], changes) for kind, _, changes in pressed_by(pair)]


@pytest.mark.parametrize(
    ("told", "changes"),
    [
        ({"full_name": "Le Thi Hoa"}, []),
        ({"full_name": "LE THI HOA", "sex": Sex.MALE}, [("PersonSpell", {"sex": "nam"})]),
        ({"ethnicity": "Khmer"}, [("PersonSpell", {"ethnicity": "Khmer"})]),
        (
            {"joined_on": date(2010, 4, 1), "official_on": date(2011, 4, 1)},
            [("PartyDays", {"joined_on": date(2010, 4, 1), "official_on": date(2011, 4, 1)})],
        ),
    ],
)
def test_a_press_sets_right_what_the_list_says_but_never_takes_marks_from_a_name(told, changes):
    assert pressed(replace(THERE, **told)) == changes


def test_a_name_in_capitals_is_written_as_names_are():
    card = replace(HERE, card="12345678")
    line = replace(THERE, full_name="LÊ THỊ HOÀNG", card="12345678")
    assert pressed(line, card) == [("PersonSpell", {"full_name": "Lê Thị Hoàng"})]


def test_a_day_of_decision_copied_from_the_day_of_joining_moves_with_it():
    copied = replace(HERE, admitted_on=JOINED)
    day = date(2010, 4, 1)
    both = {"joined_on": day, "admitted_on": day}
    assert pressed(replace(THERE, joined_on=day), copied) == [("PartyDays", both)]
    apart = replace(HERE, admitted_on=date(2010, 4, 20))
    assert pressed(replace(THERE, joined_on=day), apart) == [("PartyDays", {"joined_on": day})]
    told = replace(THERE, admitted_on=date(2010, 4, 2))
    assert pressed(told, apart) == [("PartyDays", {"admitted_on": date(2010, 4, 2)})]


def test_who_answers_to_what_another_answers_to_is_never_pressed():
    other = replace(HERE, person=8, life=80, days=81)
    assert pressed(replace(THERE, ethnicity="Khmer"), HERE, other) == []


def test_a_member_outside_the_unit_is_matched_and_not_told():
    exact = replace(HERE, person=8, full_name="Lê Thị Hoa", inside=False)
    line = ListedLine(2, "Lê Thị Hoa", birth_on=BORN)
    assert verdicts([line], [HERE, exact]) == [(Verdict.THERE, 2, None), (Verdict.HERE, None, 7)]
