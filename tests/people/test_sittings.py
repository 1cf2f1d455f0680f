"""Phiên họp — a body decides by the votes of all its members; a refusal leaves nothing behind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from actors import demo_actor
from drafts import ROW, begun, sign
from hypothesis import given
from hypothesis import strategies as st
from office import given as granted
from office import opened, who
from papers import ARRIVED, ELSEWHERE, TERM, elsewhere, issued, received, series
from party import party
from sittings import (
    MEETING,
    OF_BODY,
    WRITTEN,
    called,
    items_of,
    one_of_each_sitting,
    seated,
    submitted,
)
from world import TODAY, answer, paper

from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.basis.reads.verify import verify_journal
from thenchot.ground.plain.limits import Limit
from thenchot.ground.plain.reasons import NotAllowed, Refused
from thenchot.ground.register.acts.competence import record_competence
from thenchot.ground.register.words import Decider, Matter, Tier
from thenchot.office.documents.models import Outgoing
from thenchot.office.drafting.acts.joining import join_draft
from thenchot.office.drafting.acts.moving import (
    ask_centre,
    decide_draft,
    drop_draft_paper,
    number_draft,
    record_centre_answer,
    withdraw_draft,
)
from thenchot.office.drafting.acts.signing import record_signing
from thenchot.office.drafting.acts.writing import begin_draft, list_draft_people, write_version
from thenchot.office.drafting.models import DraftPaper, DraftPerson, DraftStep, DraftVersion
from thenchot.office.drafting.reads.drafts import draft_page, open_steps
from thenchot.office.drafting.rules.rows import SigningRow
from thenchot.office.drafting.words import Right, State, Verb
from thenchot.people.committees.acts.terms import end_committee_seat
from thenchot.people.sittings.acts.calling import add_items, call_sitting, postpone_item
from thenchot.people.sittings.acts.voting import (
    count_slips,
    draft_conclusion,
    record_slips,
    record_vote,
    withdraw_slip,
    withdraw_vote,
)
from thenchot.people.sittings.models import Item, Sitting, Slip
from thenchot.people.sittings.reads.sittings import sitting_lines, sitting_page, votes_on
from thenchot.people.sittings.reads.voters import voters_on
from thenchot.people.sittings.rules import Count, SlipRow, carries, needed
from thenchot.people.sittings.words import Outcome, Said

HALF = Limit((50,), "Điều 9.5")
LATER = date(2025, 6, 23)
SIGNED = {
    "issuer": "Ban Thường vụ", "authority": "Ban Thường vụ", "position": "Phó Bí thư",
    "signer": "Nguyễn Văn Thử", "place": "Thử", "recipients": "Như trên; Lưu Văn phòng",
}  # fmt: skip


@pytest.mark.parametrize(
    ("members", "agreed", "carried"),
    [(1, 1, True), (2, 1, False), (3, 1, False), (3, 2, True), (10, 5, False), (11, 6, True)],
)
def test_more_than_half_of_all_members_carries_not_of_those_there(members, agreed, carried):
    assert carries(Count(members, agreed, 0, 0), HALF) is carried


@given(st.integers(1, 500), st.integers(1, 99))
def test_needed_is_the_least_number_above_the_part(members, part):
    least = needed(members, Limit((part,), ""))
    assert least * 100 > members * part
    assert (least - 1) * 100 <= members * part


pytestmark = pytest.mark.database
TABLES = (
    JournalEntry, DraftPaper, DraftVersion, DraftStep, DraftPerson, Sitting, Item, Slip, Outgoing,
)  # fmt: skip


def done(act, on=TODAY, **asked):
    return answer(act(demo_actor(), on, **asked))


def refused(act, on=TODAY, by=None, **asked):
    """The sentences, and nothing written."""
    before = [[*table.objects.order_by("pk").values()] for table in TABLES]
    with pytest.raises(Refused) as caught:
        act(by or demo_actor(), on, **asked)
    assert [[*table.objects.order_by("pk").values()] for table in TABLES] == before
    return [reason.sentence() for reason in caught.value.reasons]


def state(draft):
    return DraftPaper.objects.get(pk=draft).state


@pytest.fixture
def here(db):
    made = party()
    made.members = seated(made.root, paper("70-NQ/ĐH", date(2024, 3, 5)))
    return made


@pytest.fixture
def draft(here):
    return submitted(here.commune, here.root)


class TestCalling:
    def asked(self, here, row, draft, organization=0):
        return {"organization": organization or here.root, "row": row, "drafts": [draft]}

    def test_a_body_of_the_province_does_not_sit_in_a_commune(self, here):
        theirs = submitted(here.commune, here.commune)
        asked = self.asked(here, MEETING, theirs, here.commune)
        assert "không có tập thể «Ban Thường vụ Tỉnh ủy»" in refused(call_sitting, **asked)[0]

    def test_no_file_is_put_to_a_sitting_before_it_was_submitted(self, here, draft):
        early = replace(MEETING, on_day=TODAY - timedelta(days=30))
        (told,) = refused(call_sitting, **self.asked(here, early, draft))
        assert "sau ngày của phiên này" in told

    def test_slips_have_time_to_come_back(self, here, draft):
        past = replace(WRITTEN, on_day=TODAY - timedelta(days=1))
        assert "Hạn trả phiếu đã qua." in refused(call_sitting, **self.asked(here, past, draft))

    def test_a_dropped_notice_is_written_again(self, here, draft):
        sitting = called(here.root, [draft])
        (item,) = items_of(sitting)
        done(record_vote, item=item, agreed=3, against=0, silent=0)
        notice = done(draft_conclusion, sitting=sitting, unit=here.commune, **SIGNED)
        assert refused(draft_conclusion, sitting=sitting, unit=here.commune, **SIGNED)
        done(drop_draft_paper, draft=notice, words="Sai tên")
        page = sitting_page(by=demo_actor(), on=TODAY, sitting=sitting)
        assert page.line.notice is None
        assert done(draft_conclusion, sitting=sitting, unit=here.commune, **SIGNED) != notice


class TestAMeeting:
    def test_carries_a_file_to_its_number(self, here, draft):
        of = series(here.root)
        assert (
            "do Ban Thường vụ Tỉnh ủy quyết định"
            in refused(decide_draft, draft=draft, verb=Verb.AGREE)[0]
        )
        assert refused(number_draft, draft=draft, series=of, given_on=TODAY)
        sitting = called(here.root, [draft])
        assert state(draft) == State.TABLED
        assert refused(number_draft, draft=draft, series=of, given_on=TODAY)
        (item,) = items_of(sitting)
        assert done(record_vote, item=item, agreed=2, against=1, silent=0) == sitting
        found = Item.objects.get(pk=item)
        assert (found.outcome, found.members, found.agreed) == (Outcome.CARRIED, 3, 2)
        assert JournalEntry.objects.latest("seq").sentence.startswith(
            "Ghi kết quả biểu quyết (2/3 tán thành)"
        )
        assert state(draft) == State.AGREED
        assert refused(number_draft, draft=draft, series=of, given_on=TODAY)  # not signed yet
        row = SigningRow(TODAY - timedelta(days=1), ROW.position, ROW.signer)
        (early,) = refused(record_signing, draft=draft, row=row)
        assert "tập thể thông qua" in early
        sign(draft)
        (early,) = refused(number_draft, draft=draft, series=of, given_on=TODAY - timedelta(days=1))
        assert "từ ngày ký 16/06/2025" in early
        done(number_draft, draft=draft, series=of, given_on=TODAY)
        assert state(draft) == State.NUMBERED
        assert not verify_journal().faults

    def test_a_paper_that_another_system_numbered_before_the_vote_is_not_its_own(self, here, draft):
        (item,) = items_of(called(here.root, [draft]))
        done(record_vote, item=item, agreed=2, against=1, silent=0)
        sign(draft)
        early = replace(ELSEWHERE, issued_on=TODAY - timedelta(days=1))
        before, after = elsewhere(
            here.root, here.list_paper, early, replace(ELSEWHERE, number_sign="10-QĐ/TU")
        )
        (said,) = refused(join_draft, draft=draft, number=before)
        assert "từ ngày ký 16/06/2025" in said
        done(join_draft, draft=draft, number=after)
        assert state(draft) == State.NUMBERED

    def test_that_does_not_carry_sends_the_file_back_and_it_is_voted_anew(self, here, draft):
        (item,) = items_of(called(here.root, [draft]))
        done(record_vote, item=item, agreed=1, against=1, silent=0)  # one did not come: 1 of 3
        assert state(draft) == State.WRITING
        assert Item.objects.get(pk=item).outcome == Outcome.LOST
        assert (
            "đã xong: Không thông qua"
            in refused(record_vote, item=item, agreed=3, against=0, silent=0)[0]
        )
        assert DraftPaper.objects.get(pk=draft).carried_on is None

    def test_counts_those_who_sat_that_day(self, here, draft):
        done(
            end_committee_seat, organization=here.root, person=here.members[2], from_day=TODAY,
            basis=paper("71-QĐ/TU"),
        )  # fmt: skip
        assert len(voters_on(here.root, Decider.STANDING_COMMITTEE, TODAY - timedelta(days=1))) == 3
        assert len(voters_on(here.root, Decider.STANDING_BOARD, TODAY)) == 2
        assert len(voters_on(here.root, Decider.PROVINCIAL_COMMITTEE, TODAY)) == 4
        (item,) = items_of(called(here.root, [draft]))
        said = refused(record_vote, item=item, agreed=2, against=1, silent=0)
        assert said == ["Có 3 phiếu, nhiều hơn 2 thành viên trong ngày biểu quyết."]

    def test_is_called_only_with_all_in_order_and_every_reason_told(self, here, draft):
        other = begun(here.commune, here.root)  # of the head, and not submitted
        row = replace(MEETING, place=" ", chair="")
        said = refused(
            call_sitting, organization=here.root, row=row, drafts=[draft, draft, other, 999_999]
        )
        assert len(said) == 7
        assert any("Thiếu nơi họp" in each for each in said)
        assert sum("được ghi hai lần" in each for each in said) == 2
        assert any("do Bí thư quyết định" in each for each in said)
        assert any("«Đang soạn»" in each for each in said)
        assert refused(call_sitting, organization=here.root, row=MEETING, drafts=[]) == [
            "Chương trình chưa có hồ sơ trình nào."
        ]
        centre = replace(MEETING, decider=Decider.CENTRE)
        assert "Trung ương không họp ở đây" in refused(
            call_sitting, organization=here.root, row=centre, drafts=[draft]
        )[0]  # fmt: skip

    def test_of_nobody_is_not_called(self, here):
        theirs = {"decider": Decider.UPPER_STANDING_COMMITTEE}
        commune = submitted(here.commune, here.commune, replace(OF_BODY, **theirs))
        row = replace(MEETING, **theirs)
        said = refused(call_sitting, organization=here.commune, row=row, drafts=[commune])
        assert "Sổ cấp ủy chưa ghi ai là thành viên" in said[0]

    def test_is_voted_on_its_day_by_numbers_that_can_be(self, here, draft):
        (item,) = items_of(called(here.root, [draft], replace(MEETING, on_day=LATER)))
        said = refused(record_vote, item=item, agreed=-1, against=0, silent=0)
        assert any("chưa diễn ra" in each for each in said)
        assert any("âm" in each for each in said)
        assert refused(record_vote, on=LATER, item=item, agreed=0, against=0, silent=0) == [
            "Chưa có phiếu nào."
        ]
        assert refused(record_slips, item=item, slips=[SlipRow(here.members[0], Said.FOR, TODAY)])
        assert refused(count_slips, on=LATER, item=item)

    def test_takes_more_files_and_puts_some_off(self, here, draft):
        sitting = called(here.root, [draft])
        second = submitted(here.root, here.root)
        assert done(add_items, sitting=sitting, drafts=[second]) == sitting
        assert list(Item.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
        assert "«Đã đưa ra tập thể" in refused(add_items, sitting=sitting, drafts=[second])[0]
        _, item = items_of(sitting)
        assert "nêu lý do" in refused(postpone_item, item=item, reason=" ")[0]
        done(postpone_item, item=item, reason="Chờ thẩm định")
        assert state(second) == State.SUBMITTED
        again = called(here.root, [second], replace(MEETING, on_day=LATER))
        assert [each.outcome for each in votes_on(by=demo_actor(), draft=second)] == [
            Outcome.POSTPONED, Outcome.WAITING,
        ]  # fmt: skip
        assert "đã có phiên họp" in refused(
            call_sitting, organization=here.root, row=replace(MEETING, on_day=LATER),
            drafts=[submitted(here.root, here.root)],
        )[0]  # fmt: skip
        assert sitting_lines(by=demo_actor(), on=TODAY)[0] == 2
        assert again != sitting

    def test_a_file_put_to_a_body_is_not_withdrawn(self, here, draft):
        called(here.root, [draft])
        assert "không thể" in refused(withdraw_draft, draft=draft)[0]

    def test_concludes_in_a_notice_that_goes_the_way_of_a_draft(self, here, draft):
        second = submitted(here.root, here.root)
        sitting = called(here.root, [draft, second])
        one, two = items_of(sitting)
        asked = {"sitting": sitting, "unit": here.root, **SIGNED}
        assert "Còn 2 mục chưa biểu quyết" in refused(draft_conclusion, **asked)[0]
        done(record_vote, item=one, agreed=3, against=0, silent=0)
        done(postpone_item, item=two, reason="Chờ thẩm định")
        said = refused(draft_conclusion, **asked | {"signer": "", "position": ""})
        assert len(said) == 2
        notice = done(draft_conclusion, **asked)
        page = draft_page(by=demo_actor(), on=TODAY, draft=notice)
        assert page.line.state is State.WRITING
        assert (
            "(3/3 thành viên tán thành, 0 không tán thành, 0 không có ý kiến)." in page.version.text
        )
        assert "chuyển sang phiên sau." in page.version.text
        assert Sitting.objects.get(pk=sitting).notice_id == notice
        assert "đã có thông báo kết luận" in refused(draft_conclusion, **asked)[0]
        third = submitted(here.root, here.root)
        assert "đã có thông báo kết luận" in refused(add_items, sitting=sitting, drafts=[third])[0]

    def test_is_another_bodys_for_whoever_has_no_right_there(self, here, draft):
        account = opened("lanh-dao-xa")
        granted(account, "lanh_dao_cap_uy", here.commune)
        stranger = who(account)
        with pytest.raises((NotAllowed, Refused)):
            call_sitting(stranger, TODAY, organization=here.root, row=MEETING, drafts=[draft])
        sitting = called(here.root, [draft])
        assert sitting_page(by=stranger, on=TODAY, sitting=sitting) is None
        (seen,) = votes_on(by=stranger, draft=draft)  # the writers see what came of their file
        assert (seen.sitting_id, seen.outcome) == (None, Outcome.WAITING)


class TestWrittenSlips:
    def test_are_returned_one_by_one_and_counted_of_all_members(self, here, draft):
        sitting = called(here.root, [draft], WRITTEN)
        (item,) = items_of(sitting)
        one, two, three, outside, _ = here.members
        done(record_slips, item=item, slips=[SlipRow(one, Said.FOR, TODAY)])
        said = refused(
            record_slips, item=item,
            slips=[SlipRow(one, Said.FOR, TODAY), SlipRow(two, Said.FOR, TODAY), SlipRow(two, Said.NONE, TODAY), SlipRow(outside, Said.FOR, TODAY)],
        )  # fmt: skip
        assert len(said) == 4
        assert refused(record_slips, item=item, slips=[]) == ["Danh sách không có phiếu nào."]
        assert "Còn 2 phiếu chưa trả lại" in refused(count_slips, item=item)[0]
        done(
            record_slips,
            item=item,
            slips=[SlipRow(two, Said.FOR, TODAY), SlipRow(three, Said.AGAINST, TODAY)],
        )
        page = sitting_page(by=demo_actor(), on=TODAY, sitting=sitting)
        assert [each.said for each in page.voters] == [[Said.FOR], [Said.FOR], [Said.AGAINST]]
        assert page.needed == 2
        assert "Điều 9.5" in page.clause
        done(count_slips, item=item)
        assert state(draft) == State.AGREED
        assert Item.objects.get(pk=item).agreed == 2

    def test_come_back_by_the_last_day_and_not_before_today(self, here, draft):
        (item,) = items_of(called(here.root, [draft], WRITTEN))
        one, two, *_ = here.members
        early = [SlipRow(one, Said.FOR, TODAY + timedelta(days=1))]
        assert refused(record_slips, item=item, slips=early) == ["Ngày trả phiếu chưa đến."]
        after = date(2025, 6, 23)
        late = [SlipRow(two, Said.FOR, date(2025, 6, 21)), SlipRow(one, Said.FOR, WRITTEN.on_day)]
        assert refused(record_slips, on=after, item=item, slips=late) == [
            "Phiếu trả sau hạn 20/06/2025 không được tính."
        ]
        done(record_slips, on=after, item=item, slips=late[1:])
        assert Slip.objects.get().returned_on == WRITTEN.on_day

    def test_wrongly_recorded_are_taken_back_before_the_count(self, here, draft):
        (item,) = items_of(called(here.root, [draft], WRITTEN))
        one, two, three, *_ = here.members
        done(record_slips, item=item, slips=[SlipRow(one, Said.AGAINST, TODAY)])
        assert len(refused(withdraw_slip, item=item, person=two, reason=" ")) == 2
        done(withdraw_slip, item=item, person=one, reason="Ghi nhầm ý kiến")
        rows = [SlipRow(each, Said.FOR, TODAY) for each in (one, two, three)]
        done(record_slips, item=item, slips=rows)
        done(count_slips, item=item)
        assert "đã xong" in refused(withdraw_slip, item=item, person=one, reason="Nhầm")[0]
        assert Item.objects.get(pk=item).agreed == 3
        assert not verify_journal().faults

    def test_of_two_rounds_may_end_on_one_day(self, here, draft):
        called(here.root, [draft], WRITTEN)
        called(here.root, [submitted(here.root, here.root)], WRITTEN)
        assert Sitting.objects.count() == 2

    def test_not_returned_by_the_last_day_are_no_agreement(self, here, draft):
        (item,) = items_of(called(here.root, [draft], WRITTEN))
        assert "phiếu" in refused(record_vote, item=item, agreed=3, against=0, silent=0)[0]
        late = date(2025, 6, 21)
        done(record_slips, item=item, slips=[SlipRow(here.members[0], Said.FOR, TODAY)])
        done(count_slips, on=late, item=item)
        found = Item.objects.get(pk=item)
        assert (found.outcome, found.voted_on) == (Outcome.LOST, date(2025, 6, 20))


class TestAVoteWronglyRecorded:
    def test_is_taken_back_and_recorded_anew(self, here, draft):
        (item,) = items_of(called(here.root, [draft]))
        said = refused(withdraw_vote, item=item, reason=" ")
        assert "Mục này chưa biểu quyết." in said
        assert any("nêu lý do" in each for each in said)
        done(record_vote, item=item, agreed=1, against=2, silent=0)
        assert state(draft) == State.WRITING
        assert "nêu lý do" in refused(withdraw_vote, item=item, reason=" ")[0]
        done(withdraw_vote, item=item, reason="Ghi đảo hai số")
        found = Item.objects.get(pk=item)
        assert (found.outcome, found.count, state(draft)) == (Outcome.WAITING, None, State.TABLED)
        done(record_vote, item=item, agreed=2, against=1, silent=0)
        assert state(draft) == State.AGREED
        done(withdraw_vote, item=item, reason="Kiểm lại")
        assert DraftPaper.objects.get(pk=draft).carried_on is None
        assert not verify_journal().faults

    def test_stays_once_something_followed(self, here, draft):
        second = submitted(here.root, here.root)
        sitting = called(here.root, [draft, second])
        one, two = items_of(sitting)
        done(record_vote, item=one, agreed=1, against=2, silent=0)
        done(write_version, draft=draft, whole_text="Viết lại.")
        assert "đã đi tiếp" in refused(withdraw_vote, item=one, reason="Nhầm")[0]
        done(record_vote, item=two, agreed=3, against=0, silent=0)
        done(draft_conclusion, sitting=sitting, unit=here.root, **SIGNED)
        assert "đã có thông báo kết luận" in refused(withdraw_vote, item=two, reason="Nhầm")[0]


class TestTheCentre:
    def test_is_asked_and_answers_by_papers_of_the_issuing_organ(self, here):
        draft = submitted(here.root, here.root, replace(ROW, decider=Decider.CENTRE))
        theirs = issued(
            series(here.commune, replace(TERM, organ_code="ĐU", from_day=date(2025, 6, 1)))
        )
        assert "Cơ quan ban hành không có" in refused(ask_centre, draft=draft, asking=theirs)[0]
        done(ask_centre, draft=draft, asking=issued(series(here.root)))
        late = replace(ARRIVED, arrived_on=date(2025, 6, 10))
        came = received(here.commune, "47-CV/BTCTW", late)
        assert "Cơ quan ban hành không có" in refused(
            record_centre_answer, draft=draft, answering=came, words="Đồng ý"
        )[0]  # fmt: skip

    def test_is_asked_by_a_paper_and_answers_by_a_paper(self, here):
        row = replace(ROW, decider=Decider.CENTRE)
        draft = submitted(here.root, here.root, row)
        assert "do Trung ương quyết định" in refused(decide_draft, draft=draft, verb=Verb.AGREE)[0]
        of = series(here.root)
        asked = issued(of)
        assert refused(ask_centre, draft=draft, asking=999_999) == [
            "Cơ quan ban hành không có văn bản đi này."
        ]
        done(ask_centre, draft=draft, asking=asked)
        assert state(draft) == State.CENTRE
        assert len(refused(record_centre_answer, draft=draft, answering=999_999, words=" ")) == 2
        early = received(here.root)
        assert "trước ngày xin ý kiến" in refused(
            record_centre_answer, draft=draft, answering=early, words="Đồng ý"
        )[0]  # fmt: skip
        came = received(here.root, "46-CV/BTCTW", replace(ARRIVED, arrived_on=date(2025, 6, 10)))
        done(record_centre_answer, draft=draft, answering=came, words="Đồng ý chủ trương")
        assert state(draft) == State.SUBMITTED
        done(decide_draft, draft=draft, verb=Verb.AGREE)
        page = draft_page(by=demo_actor(), on=TODAY, draft=draft)
        assert page.line.state is State.AGREED
        assert "46-CV/BTCTW" in str(page.centre_said)
        sign(draft)
        done(number_draft, draft=draft, series=of, given_on=TODAY)


class TestWhoDecides:
    def test_is_told_by_the_division_of_competence(self, here):
        division = {"matter": Matter.APPOINTMENT, "tier": Tier.COMMUNE}
        row = replace(ROW, **division)
        asked = {"unit": here.commune, "organization": here.root, "whole_text": "Một."}
        assert "Chưa ghi phân cấp" in refused(begin_draft, row=row, **asked)[0]
        assert "đi cùng nhau" in refused(begin_draft, row=replace(row, tier=None), **asked)[0]
        record_competence(
            demo_actor(), TODAY, decider=Decider.STANDING_COMMITTEE, from_day=date(2024, 1, 2),
            basis=paper("72-QĐ/TU"), **division,
        )  # fmt: skip
        wrong = replace(row, decider=Decider.CENTRE)
        assert "Theo Quyết định số 72-QĐ/TU" in refused(begin_draft, row=wrong, **asked)[0]
        draft = done(begin_draft, row=row, **asked)
        page = draft_page(by=demo_actor(), on=TODAY, draft=draft)
        assert page.line.decider is Decider.STANDING_COMMITTEE
        assert "72-QĐ/TU" in page.division

    def test_closes_the_leaders_agreement_on_the_page(self, here, draft):
        line = draft_page(by=demo_actor(), on=TODAY, draft=draft).line
        assert Verb.AGREE not in open_steps(demo_actor(), line)
        assert Verb.BACK in open_steps(demo_actor(), line)


class TestThePeopleOfAFile:
    def test_are_listed_anew_each_time(self, here):
        draft = begun(here.commune, here.root, OF_BODY)
        one, two, three, *_ = here.members
        done(list_draft_people, draft=draft, people=[one, two])
        done(list_draft_people, draft=draft, people=[two, three])
        page = draft_page(by=demo_actor(), on=TODAY, draft=draft)
        assert [each.id for each in page.people] == [two, three]
        said = refused(list_draft_people, draft=draft, people=[one, one, 999_999])
        assert said == ["Có người được ghi hai lần trong danh sách.", "Không có người này."]
        assert not verify_journal().faults

    def test_are_listed_while_it_is_written_only(self, here, draft):
        assert "rút lại" in refused(list_draft_people, draft=draft, people=[here.members[0]])[0]


def test_rights_and_tables_are_those_of_drafts(here):
    one_of_each_sitting(
            here.cells[0], here.commune, paper("73-NQ/ĐH", date(2024, 3, 5)),
            Decider.UPPER_STANDING_COMMITTEE,
        )  # fmt: skip
    assert Slip.objects.count() == 1
    assert call_sitting.needs is record_vote.needs is count_slips.needs is Right.RECORD_SITTING
    assert draft_conclusion.needs is Right.WRITE
