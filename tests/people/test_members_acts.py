"""Việc về đảng viên — each act: success, every refusal, nothing changed on refusal, undone whole."""

from dataclasses import replace
from datetime import date

import pytest
from party import HANDED, MEMBERS, UNITS, admitted, member, newcomer, party
from world import TODAY, paper

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register.acts.organizations import retype_organization
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.ground.register.words import Right as RegisterRight
from thenchot.people.members.acts.hand_over import record_hand_over
from thenchot.people.members.acts.members import (
    record_admission,
    record_arrival,
    record_ceremony,
    record_exit,
    record_recognition,
    record_transfer,
)
from thenchot.people.members.models import Admission, Membership, Movement, PartyDays
from thenchot.people.members.reads import off_the_rule, standing_of
from thenchot.people.members.rules import ArrivalRow, CellRow, CeremonyRow, ExitRow, HandedSeat
from thenchot.people.members.words import Right, Status, Way

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2024, 3, 5)
READS = (Right.READ.value, RegisterRight.READ_TREE.value)


@pytest.fixture
def here():
    return party()


def facts():
    models = (Membership, PartyDays, Movement, Admission)
    return [list(model.objects.order_by("pk").values()) for model in models]


def refused(act, actor, *said, **words):
    """The act says no with each of these sentences; no fact and no journal line is written."""
    before = facts(), JournalEntry.objects.count()
    with pytest.raises(Refused) as no:
        act(actor, TODAY, **words)
    text = "; ".join(map(str, no.value.reasons))
    for each in said:
        assert each in text
    assert (facts(), JournalEntry.objects.count()) == before
    return no.value.reasons


def standing(person):
    rows = Membership.objects.filter(person=person).order_by("effective")
    return [(row.cell_id, row.status, row.effective.start, row.effective.until) for row in rows]


def test_a_hand_over_list_opens_units_people_memberships_and_posts(here):
    assert Membership.objects.on(HANDED).count() == len(MEMBERS)
    assert Membership.objects.filter(cell=here.cells[0]).count() == 10
    assert Movement.objects.filter(way=Way.HANDED_OVER).count() == len(MEMBERS)
    line = JournalEntry.objects.latest("seq")
    assert line.sentence == f"Ghi danh sách bàn giao của Đảng bộ xã Thử: {len(MEMBERS)} đảng viên"
    assert verify_journal().faults == []


def test_a_hand_over_list_names_every_wrong_row_at_once(actor, here):
    wrong = [
        member("Nguyễn 1", 1, date(1990, 5, 19)),
        member("Nguyễn Văn Hai", 7, date(1990, 5, 19)),
        member("Nguyễn Văn Ba", 1, date(2022, 5, 19)),
    ]
    reasons = refused(
        record_hand_over, actor, "Họ tên chỉ gồm chữ", "một chi bộ của danh sách", "sau ngày bàn giao",
        "Chức vụ phải thuộc", "cấp trên không tồn tại",
        above=999999, units=UNITS, members=wrong, seats=[HandedSeat(9, None, 0)],
        from_day=HANDED, basis=here.list_paper,
    )  # fmt: skip
    assert {"1.full_name", "2.unit", "3.joined_on", "1.seat", "above"} <= {r.field for r in reasons}


def test_a_hand_over_list_begins_with_a_grassroots_organization(actor, here):
    words = {"above": here.root, "members": MEMBERS, "seats": [], "from_day": HANDED}
    refused(
        record_hand_over, actor, "Dòng đầu phải là", units=UNITS[1:], basis=here.list_paper, **words
    )


def test_from_decision_to_ceremony_to_recognition(actor, here):
    who = admitted("Võ Minh Tân", here.cells[1], date(2023, 2, 20), date(2023, 3, 1))
    assert standing(who) == [(here.cells[1], Status.PROBATIONARY, date(2023, 3, 1), None)]
    days = PartyDays.objects.get(person=who)
    assert (days.admitted_on, days.joined_on, days.official_on) == (
        date(2023, 2, 20),
        date(2023, 3, 1),
        None,
    )
    record_recognition(actor, TODAY, people=[who], basis=paper("90-QĐ/HU", date(2024, 3, 25)))
    assert standing(who) == [
        (here.cells[1], Status.PROBATIONARY, date(2023, 3, 1), date(2024, 3, 1)),
        (here.cells[1], Status.OFFICIAL, date(2024, 3, 1), None),
    ]
    assert PartyDays.objects.on(TODAY).get(person=who).official_on == date(2024, 3, 1)
    assert JournalEntry.objects.latest("seq").sentence.endswith("công nhận chính thức Võ Minh Tân")


def test_an_admission_is_refused_for_every_reason(actor, here):
    by = paper("91-QĐ/HU", DAY)
    child = newcomer("Đỗ Nhỏ Tuổi", DAY, by, date(2010, 1, 1))
    reasons = refused(
        record_admission, actor, "tuổi; tuổi xét kết nạp từ 18 đến 60", "không phải là chi bộ",
        "đã là đảng viên", "chưa có hồ sơ", "không tồn tại vào ngày",
        people=[CellRow(child, here.commune), CellRow(here.people[0], here.cells[0]), CellRow(999999, 999999)],
        on_day=DAY, basis=by,
    )  # fmt: skip
    assert any("29-QĐ/TW" in r.clause or "24-QĐ/TW" in r.clause for r in reasons)
    refused(record_admission, actor, "không có ai", people=[], on_day=DAY, basis=by)
    twice = [CellRow(child, here.cells[0])] * 2
    refused(record_admission, actor, "hai lần", people=twice, on_day=DAY, basis=by)


@pytest.mark.parametrize(
    ("birth", "allowed"),
    [
        (date(2006, 3, 31), True),
        (date(2006, 4, 1), False),
        (date(1964, 3, 1), True),
        (date(1964, 2, 28), False),
        (None, True),
    ],
)
def test_age_is_counted_by_month(actor, here, birth, allowed):
    by = paper("92-QĐ/HU", DAY)
    who = newcomer("Trịnh Đúng Tuổi", DAY, by, birth)
    words = {"people": [CellRow(who, here.cells[0])], "on_day": DAY, "basis": by}
    if allowed:
        record_admission(actor, TODAY, **words)
    else:
        refused(record_admission, actor, "tuổi xét kết nạp", **words)


def test_a_ceremony_belongs_to_its_decision_and_follows_it(actor, here):
    by = paper("93-QĐ/HU", DAY)
    who = newcomer("Ngô Chờ Lễ", DAY, by)
    record_admission(actor, TODAY, people=[CellRow(who, here.cells[0])], on_day=DAY, basis=by)
    early = [CeremonyRow(who, date(2024, 3, 1))]
    refused(record_ceremony, actor, "trước ngày quyết định", people=early, admission=by)
    other = paper("94-QĐ/HU", DAY)
    late = [CeremonyRow(who, date(2024, 3, 20))]
    refused(record_ceremony, actor, "không kết nạp người này", people=late, admission=other)
    record_ceremony(actor, TODAY, people=late, admission=by)
    refused(record_ceremony, actor, "đã là đảng viên", people=late, admission=by)


def test_recognition_waits_for_the_end_of_probation(actor, here):
    who = admitted("Võ Minh Tân", here.cells[1], date(2023, 2, 20), date(2023, 3, 1))
    reasons = refused(
        record_recognition, actor, "trước ngày hết thời gian dự bị 01/03/2024",
        people=[who], basis=paper("95-QĐ/HU", date(2024, 2, 1)),
    )  # fmt: skip
    assert "Điều 5.1" in reasons[0].clause
    late = paper("96-QĐ/HU", date(2024, 4, 1))
    refused(
        record_recognition, actor, "không phải đảng viên dự bị", people=[here.people[0]], basis=late
    )
    moved = paper("97-GT/HU", date(2024, 3, 10))
    record_transfer(
        actor, TODAY, people=[CellRow(who, here.cells[0])], from_day=date(2024, 3, 10), basis=moved
    )
    refused(
        record_recognition, actor, "Đã ghi thay đổi sau ngày hết dự bị", people=[who], basis=late
    )


def test_a_transfer_moves_the_membership_and_is_undone_whole(actor, here):
    who = here.people[0]
    before = standing(who)
    by = paper("98-GT/HU", DAY)
    record_transfer(actor, TODAY, people=[CellRow(who, here.cells[1])], from_day=DAY, basis=by)
    assert standing(who) == [
        (here.cells[0], Status.OFFICIAL, HANDED, DAY),
        (here.cells[1], Status.OFFICIAL, DAY, None),
    ]
    moved = Movement.objects.get(way=Way.TRANSFERRED)
    assert (moved.from_cell_id, moved.to_cell_id) == tuple(here.cells)
    annul_instrument(actor, TODAY, instrument=by, by_paper=paper("99-QĐ/HU"), reason="ghi nhầm")
    assert standing(who) == before
    assert not Movement.objects.filter(way=Way.TRANSFERRED).exists()
    assert verify_journal().faults == []


def test_a_transfer_is_refused_for_every_reason(actor, here):
    words = {"from_day": DAY, "basis": paper("98-GT/HU", DAY)}
    same = [CellRow(here.people[0], here.cells[0])]
    refused(record_transfer, actor, "đang sinh hoạt ở chi bộ đó", people=same, **words)
    stranger = [CellRow(999999, here.cells[0])]
    refused(record_transfer, actor, "không phải đảng viên vào ngày", people=stranger, **words)
    body = [CellRow(here.people[0], here.commune)]
    refused(record_transfer, actor, "không phải là chi bộ", people=body, **words)
    record_transfer(actor, TODAY, people=[CellRow(here.people[0], here.cells[1])], **words)
    back = [CellRow(here.people[0], here.cells[0])]
    refused(record_transfer, actor, "trong chính ngày", people=back, **words)
    early = {"from_day": date(2023, 1, 1), "basis": words["basis"]}
    refused(record_transfer, actor, "theo thứ tự ngày", people=body, **early)


def test_a_member_arrives_and_departs(actor, here):
    by = paper("100-GT/TU", DAY)
    who = newcomer("Cao Từ Xa", DAY, by)
    row = ArrivalRow(
        who, here.cells[0], Status.OFFICIAL, date(2015, 1, 1), date(2015, 1, 9), date(2016, 1, 9)
    )
    record_arrival(actor, TODAY, people=[row], from_day=DAY, basis=by)
    assert Movement.objects.get(person=who).way == Way.ARRIVED
    out = paper("101-GT/TU", date(2025, 1, 2))
    exits = [ExitRow(who, Way.DEPARTED)]
    record_exit(actor, TODAY, people=exits, from_day=date(2025, 1, 2), basis=out)
    assert standing(who) == [(here.cells[0], Status.OFFICIAL, DAY, date(2025, 1, 2))]
    refused(
        record_exit,
        actor,
        "không phải đảng viên",
        people=exits,
        from_day=date(2025, 2, 1),
        basis=out,
    )


def test_an_arrival_with_wrong_party_days_is_refused(actor, here):
    by = paper("100-GT/TU", DAY)
    who = newcomer("Cao Từ Xa", DAY, by)
    late = ArrivalRow(
        who, here.cells[0], Status.OFFICIAL, date(2015, 1, 10), date(2015, 1, 9), None
    )
    refused(
        record_arrival, actor, "trước ngày quyết định", "phải có ngày chính thức",
        people=[late], from_day=DAY, basis=by,
    )  # fmt: skip


def test_expulsion_is_not_an_exit(actor, here):
    refused(
        record_exit, actor, "ghi quyết định kỷ luật",
        people=[ExitRow(here.people[0], Way.EXPELLED)], from_day=DAY, basis=here.list_paper,
    )  # fmt: skip


def test_opening_plus_in_minus_out_is_closing(actor, here):
    admitted("Võ Minh Tân", here.cells[1], date(2023, 2, 20), date(2023, 3, 1))
    record_exit(
        actor, TODAY, people=[ExitRow(here.people[0], Way.DIED)], from_day=DAY,
        basis=paper("102-BC/ĐU", DAY),
    )  # fmt: skip
    ways = list(Movement.objects.exclude(way__in=[Way.RECOGNISED, Way.TRANSFERRED]))
    balance = sum(1 if move.to_cell_id else -1 for move in ways)
    assert balance == Membership.objects.on(TODAY).count()


def test_an_act_on_a_list_asks_few_questions(actor, here, django_assert_max_num_queries):
    by = paper("98-GT/HU", DAY)
    rows = [CellRow(person, here.cells[1]) for person in here.people[:9]]
    with django_assert_max_num_queries(25):
        record_transfer(actor, TODAY, people=rows, from_day=DAY, basis=by)


def test_bodies_off_the_charters_numbers_are_named_with_the_clause(actor, here):
    reach = frozenset({here.commune, *here.cells})
    reader = replace(actor, rights=dict.fromkeys(READS, reach))
    found = off_the_rule(by=reader, on=DAY)
    assert [(line.name, line.members) for line in found] == [("Đảng bộ xã Thử", len(MEMBERS))]
    assert "ít nhất 30" in str(found[0].reason)
    assert found[0].reason.clause.endswith("(chưa thẩm định)")
    by = paper("98-GT/HU", DAY)
    rows = [CellRow(person, here.cells[1]) for person in here.people[1:8]]
    record_transfer(actor, TODAY, people=rows, from_day=DAY, basis=by)
    names = [line.name for line in off_the_rule(by=reader, on=DAY)]
    assert names == ["Chi bộ ấp Hai", "Chi bộ ấp Một", "Đảng bộ xã Thử"]
    assert len(off_the_rule(by=reader, on=date(2024, 3, 4))) == 1
    near = replace(actor, rights=dict.fromkeys(READS, frozenset({here.cells[0]})))
    assert [line.name for line in off_the_rule(by=near, on=DAY)] == ["Chi bộ ấp Một"]


def test_where_a_member_belongs_is_read_on_a_day_within_reach(actor, here):
    who = here.people[0]
    found = standing_of(by=actor, people=[who], on=DAY)[who]
    assert (found.cell, found.status) == ("Chi bộ ấp Một", Status.OFFICIAL)
    assert standing_of(by=actor, people=[who], on=date(2020, 12, 31)) == {}
    far = replace(actor, rights={Right.READ.value: frozenset({here.cells[1]})})
    assert standing_of(by=far, people=[who], on=DAY) == {}


def test_a_transfer_after_which_the_member_left_is_not_bridged(actor, here):
    """Annulling it would leave an exit from a cell he was never in: the exit is undone first."""
    who, moving, leaving = here.people[0], paper("98-GT/HU", DAY), paper("99-QĐ/HU", DAY)
    rows = [CellRow(who, here.cells[1])]
    record_transfer(actor, TODAY, people=rows, from_day=DAY, basis=moving)
    exits = [ExitRow(who, Way.RESIGNED)]
    record_exit(actor, TODAY, people=exits, from_day=date(2024, 9, 2), basis=leaving)
    by = paper("100-QĐ/HU")
    words = {"by_paper": by, "reason": "ghi nhầm"}
    refused(annul_instrument, actor, "đã chấm dứt", instrument=moving, **words)
    annul_instrument(actor, TODAY, instrument=leaving, **words)
    annul_instrument(actor, TODAY, instrument=moving, **words)
    assert standing(who) == [(here.cells[0], Status.OFFICIAL, HANDED, None)]


def test_a_membership_does_not_end_by_repealing_its_paper(actor, here):
    moving = paper("98-GT/HU", DAY)
    rows = [CellRow(here.people[0], here.cells[1])]
    record_transfer(actor, TODAY, people=rows, from_day=DAY, basis=moving)
    refused(
        repeal_instrument, actor, "không kết thúc do bãi bỏ văn bản", instrument=moving,
        from_day=date(2024, 9, 2), by_paper=paper("100-QĐ/HU"), reason="thôi",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Membership, {"status": Status.EXEMPT}),
        (Movement, {"way": Way.ARRIVED}),
        (PartyDays, {"effective": DayRange(date(2020, 1, 1))}),
    ],
)
def test_what_must_agree_with_another_fact_is_not_corrected_alone(actor, here, model, changes):
    fact = model.objects.filter(person=here.people[0]).get()
    refused(
        correct_fact, actor, "Không đính chính được mục", kind=model._meta.label, fact=fact.pk,
        changes=changes, by_paper=here.list_paper, reason="sai",
    )  # fmt: skip


def test_a_wrong_joining_day_is_corrected(actor, here):
    fact = PartyDays.objects.get(person=here.people[0])
    correct_fact(
        actor, TODAY, kind="members.PartyDays", fact=fact.pk, reason="theo lý lịch",
        changes={"joined_on": date(1992, 5, 20)}, by_paper=here.list_paper,
    )  # fmt: skip
    assert PartyDays.objects.get(person=here.people[0]).joined_on == date(1992, 5, 20)


def test_a_cell_stays_a_cell_while_members_belong_to_it(here, actor):
    words = {
        "organization": here.cells[0], "level": Level.BASE, "has_committee": False,
        "from_day": DAY, "basis": paper("8-QĐ/HU", DAY),
    }  # fmt: skip
    party_kind = {"kind": OrganizationKind.GRASSROOTS_PARTY}
    refused(retype_organization, actor, "còn đảng viên sinh hoạt", **words, **party_kind)
    retype_organization(actor, TODAY, kind=OrganizationKind.GRASSROOTS_CELL, **words)
