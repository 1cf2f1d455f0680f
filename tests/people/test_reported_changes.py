"""Báo biến động — reported by the cell, confirmed or returned above it; every reason, nothing changed on refusal."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from office import Office, given, office, refused, typing_for, who
from office import opened as account_opened
from world import TODAY, answer

from thenchot.ground.basis.acts.refusals import BY_NAME, reason_of
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.people.members.acts.changes import answer_change, report_change, withdraw_change
from thenchot.people.members.models import Membership, ReportedChange
from thenchot.people.members.reads.changes import (
    change_reported,
    changes_of_cell,
    changes_waiting,
)
from thenchot.people.members.words import Answer, Change, Right

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def built() -> Office:
    return office()


def died(built, **more):
    asked = {
        "cell": built.here.cells[0], "person": built.here.people[3], "what": Change.DIED,
        "on_day": date(2025, 6, 10), "words": "",
    }  # fmt: skip
    return asked | more


def reported(built, name="secretary", **more) -> int:
    return answer(report_change(built.actor(name), TODAY, **died(built, **more)))


def last_sentence():
    return JournalEntry.objects.filter(seq__isnull=False).order_by("-seq")[0].sentence


def read(actor, reading, **asked):
    with scoped(actor, TODAY, reading=True):
        return reading(by=actor, on=TODAY, **asked)


def test_the_secretary_reports_and_the_register_stays(built):
    before = Membership.objects.count()
    change = reported(built)
    found = ReportedChange.objects.get(pk=change)
    assert (found.state, found.reported_on, found.reporter) == (
        Answer.WAITING, TODAY, "Người giữ secretary",
    )  # fmt: skip
    assert Membership.objects.count() == before
    assert last_sentence() == "Báo biến động của Chi bộ ấp Một"


def test_who_arrived_is_told_in_words(built):
    asked = {"what": Change.ARRIVED, "person": None, "words": "  Đồng chí Cao Từ Xa,\nsinh 1990 "}
    change = reported(built, **asked)
    assert ReportedChange.objects.get(pk=change).words == "Đồng chí Cao Từ Xa, sinh 1990"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"what": "khac"}, ["chọn loại biến động", "ghi nội dung"]),
        ({"person": None}, ["chọn đảng viên"]),
        ({"what": Change.ARRIVED, "words": "x"}, ["bỏ trống ô này"]),
        ({"what": Change.WRONG}, ["ghi nội dung"]),
        ({"on_day": date(2025, 6, 17), "words": "ấ" * 1001}, ["không thể sau hôm nay", "dài quá 1000"]),
        ({"person": 999_999}, ["không phải đảng viên của chi bộ"]),
    ],
)  # fmt: skip
def test_a_report_is_refused_for_every_reason(built, more, said):
    reasons = refused(report_change, built.actor("secretary"), **died(built, **more))
    assert len(reasons) == len(said)
    for reason, each in zip(reasons, said, strict=True):
        assert each in reason


def test_a_member_of_another_cell_is_told_like_nobody(built):
    asked = died(built, person=built.strangers[0])
    (reason,) = refused(report_change, built.actor("secretary"), **asked)
    assert "không phải đảng viên của chi bộ" in reason


def test_the_same_change_waits_once(built):
    reported(built)
    (reason,) = refused(report_change, built.actor("secretary"), **died(built))
    assert "đang chờ xác nhận" in reason


@pytest.mark.parametrize("name", ["committee", "inspector", "leader", "clerk", "member"])
def test_who_holds_no_right_reports_nothing(built, name):
    (reason,) = refused(report_change, built.actor(name), **died(built))
    assert "chưa được giao quyền" in reason


def test_another_cell_is_out_of_reach(built):
    asked = died(built, cell=built.here.cells[1], person=built.strangers[0])
    (reason,) = refused(report_change, built.actor("secretary"), **asked)
    assert "chưa được giao quyền" in reason
    assert refused(report_change, built.actor("secretary"), **asked | {"cell": 999_999}) == [reason]


def test_a_report_is_withdrawn_by_who_made_it_or_types_for_them(built):
    change = reported(built, "deputy")
    assert "nhập thay" in ReportedChange.objects.get(pk=change).reporter
    (reason,) = refused(withdraw_change, built.actor("builder"), change=change)
    assert "Chỉ người đã báo" in reason
    withdraw_change(built.actor("secretary"), TODAY, change=change)
    assert not ReportedChange.objects.exists()
    assert ReportedChange.History.objects.get().id == change
    (reason,) = refused(withdraw_change, built.actor("secretary"), change=change)
    assert "Không có báo biến động này" in reason


@pytest.mark.parametrize(
    ("confirmed", "words", "state"),
    [(True, "", Answer.CONFIRMED), (False, "Chưa có giấy chứng tử", Answer.RETURNED)],
)
def test_the_commune_confirms_or_returns(built, confirmed, words, state):
    change = reported(built)
    answer_change(built.actor("builder"), TODAY, change=change, confirmed=confirmed, answer=words)
    found = ReportedChange.objects.get(pk=change)
    assert (found.state, found.answer, found.answered_on) == (state, words, TODAY)
    assert last_sentence() == f"{state.label}: báo biến động của Chi bộ ấp Một"
    for act, name, more in (
        (withdraw_change, "secretary", {}),
        (answer_change, "builder", {"confirmed": True, "answer": ""}),
    ):
        (reason,) = refused(act, built.actor(name), change=change, **more)
        assert "đã được Người giữ builder trả lời" in reason
    reported(built)  # what was answered may be reported anew


def test_a_return_needs_its_reason(built):
    change = reported(built)
    (reason,) = refused(
        answer_change, built.actor("builder"), change=change, confirmed=False, answer=" "
    )
    assert "phải nêu lý do" in reason


@pytest.mark.parametrize("name", ["secretary", "committee", "leader"])
def test_only_whoever_keeps_the_register_answers(built, name):
    change = reported(built)
    (reason,) = refused(answer_change, built.actor(name), change=change, confirmed=True, answer="")
    assert "chưa được giao quyền" in reason


def test_a_report_out_of_reach_is_like_none(built):
    change, other = reported(built), account_opened("khac")
    given(other, "bi_thu_chi_bo", built.here.cells[1])
    for number in (change, 999_999):
        assert refused(withdraw_change, who(other), change=number) == [
            "Không có báo biến động này."
        ]
        assert read(who(other), change_reported, change=number) is None
    assert read(who(other), changes_of_cell, cell=built.here.cells[0]) == []


def test_what_waits_is_read_by_whoever_answers_and_the_answer_by_the_cell(built):
    change = reported(built)
    line = read(built.actor("builder"), change_reported, change=change)
    assert (line.person, line.cell, line.waiting, line.own) == (
        "Trần Văn Dũng", "Chi bộ ấp Một", True, False,
    )  # fmt: skip
    for name, count in (("builder", 1), ("specialist", 1), ("secretary", 0), ("committee", 0)):
        assert len(read(built.actor(name), changes_waiting)) == count, name
    answer_change(built.actor("builder"), TODAY, change=change, confirmed=True, answer="Đã ghi")
    assert read(built.actor("builder"), changes_waiting) == []
    (line,) = read(built.actor("deputy"), changes_of_cell, cell=built.here.cells[0])
    assert (line.state, line.answer, line.own) == (Answer.CONFIRMED, "Đã ghi", True)


def test_a_double_post_reports_once(built):
    once = report_change.once("phieu")
    first = once(built.actor("secretary"), TODAY, **died(built))
    second = once(built.actor("secretary"), TODAY, **died(built))
    assert (second.answer, second.replayed) == (first.answer, True)
    assert ReportedChange.objects.count() == 1


def test_who_types_for_two_withdraws_in_the_name_of_the_right_one(built):
    other = account_opened("khac")
    given(other, "bi_thu_chi_bo", built.here.cells[0])
    typing_for(built.ids["deputy"], other)
    change = reported(built)
    for_other = who(built.ids["deputy"], other)
    (reason,) = refused(withdraw_change, for_other, change=change)
    assert "Chỉ người đã báo" in reason


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"what": "khac"}, "reported_change_is_listed"),
        ({"what": Change.DIED}, "reported_change_names_whom"),
        ({"what": Change.ARRIVED, "person": 3}, "reported_change_names_whom"),
        ({"words": ""}, "reported_change_is_told"),
        ({"words": "ấ" * 1001}, "reported_change_is_short"),
        ({"answer": "Đã ghi"}, "reported_change_is_answered_by_somebody"),
        ({"state": Answer.CONFIRMED}, "reported_change_is_answered_by_somebody"),
        ({"state": Answer.RETURNED, "answered_by": "7", "answered_on": TODAY}, "reported_change_is_returned_with_reason"),
        ({"what": Change.DIED, "person": 4}, "reported_change_waits_once"),
    ],
)  # fmt: skip
def test_what_gets_past_the_rules_meets_the_table(built, columns, constraint):
    reported(built, person=built.here.people[4])
    row = {"what": Change.OTHER, "words": "Thử", "state": Answer.WAITING} | columns
    if "person" in row:
        row["person_id"] = built.here.people[row.pop("person")]
    with pytest.raises(IntegrityError) as found:
        past_the_rules(cell_id=built.here.cells[0], **row)
    assert reason_of(found.value) is BY_NAME[constraint]


@transaction.atomic
def past_the_rules(**row):
    """A row written in an open act that asked nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('thenchot.right', %s, true)", [Right.REPORT_CHANGE])
        cursor.execute("SELECT basis_open_act('thu', 'thu', 'Thử')")
        entry = cursor.fetchone()[0]
    ReportedChange.objects.create(
        entry=entry, reported_by="7", reporter="Người thử", reported_on=TODAY, **row
    )
