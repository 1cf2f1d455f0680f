"""Giao và thu quyền — where, from when, why; the strongest by two persons, also when both press at once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from actors import demo_actor
from django.db import connection
from office import KEYS, LONG_AGO, WHY, given, last_line, opened, refused, who
from party import party
from world import TODAY, answer, small_world

from thenchot.doors.access.acts import accounts as acts_of_accounts
from thenchot.doors.access.acts import grants as acts_of_grants
from thenchot.doors.access.acts.accounts import close_account
from thenchot.doors.access.acts.grants import (
    decide_proposal,
    end_grant,
    grant_role,
    propose_grant,
)
from thenchot.doors.access.acts.standing import administrators
from thenchot.doors.access.models import Grant, Proposal
from thenchot.doors.access.roles import ROLES, Place
from thenchot.ground.basis.models import JournalEntry
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import Refused

pytestmark = pytest.mark.database
NO_REASON = "Phải nêu lý do, thí dụ số giấy giao việc."
TWICE = "Người này đã được giao vai ấy ở nơi ấy trong những ngày đó."
TWO = "Vai «{}» do hai quản trị cùng giao: hãy lập đề nghị để người thứ hai đồng ý."
OWN = "Người đề nghị không tự đồng ý với đề nghị của mình."


@pytest.fixture
def everyman() -> Actor:
    return demo_actor()


def asked(account: int, role: str = "van_thu", unit: int | None = None, **more) -> dict:
    return {"account": account, "role": role, "unit": unit, "from_day": TODAY, "reason": WHY} | more


@pytest.mark.django_db
class TestGiving:
    def test_a_grant_works_from_its_day_to_its_end_and_the_line_says_why(self, everyman):
        world, account = small_world(), opened("an.nt", "Nguyễn Thị An")
        until = TODAY + timedelta(9)
        done = grant_role(
            everyman, TODAY, **asked(account, "lanh_dao_cap_uy", world.commune, until=until)
        )
        row = Grant.objects.get()
        assert (row.pk, row.role, row.unit_id, row.reason) == (
            done.answer, "lanh_dao_cap_uy", world.commune, WHY,
        )  # fmt: skip
        assert last_line().sentence == (
            "Giao vai Lãnh đạo cấp ủy cho Nguyễn Thị An, phạm vi Đảng bộ xã Thử Một"
        )
        assert last_line().reason == WHY
        reach = [who(account, on=day).reach("members.xem")
                 for day in (TODAY - timedelta(1), TODAY, until - timedelta(1), until)]  # fmt: skip
        assert reach == [frozenset(), {world.commune}, {world.commune}, frozenset()]

    def test_the_whole_office_is_said_as_such(self, everyman):
        grant_role(everyman, TODAY, **asked(opened("an.nt", "An")))
        assert last_line().sentence == "Giao vai Văn thư cho An, phạm vi toàn hệ thống"

    def test_every_reason_against_giving_is_said_at_once(self, everyman):
        account = opened("an.nt")
        wrong = asked(account, "vua", 999_999, from_day=None, reason=" ")
        assert refused(grant_role, everyman, **wrong) == [
            "Không có vai «vua».", "Thiếu ngày bắt đầu.", NO_REASON, "Không có đơn vị này trong sổ.",
        ]  # fmt: skip
        assert refused(propose_grant, everyman, **wrong)[:4] == [
            "Không có vai «vua».", "Thiếu ngày bắt đầu.", NO_REASON, "Không có đơn vị này trong sổ.",
        ]  # fmt: skip
        before = asked(account, until=TODAY)
        assert refused(grant_role, everyman, **before) == [
            "Ngày hết hạn phải sau ngày bắt đầu 16/06/2025."
        ]

    def test_each_role_is_given_in_its_place_only(self, everyman):
        here, account = party(), opened("an.nt")
        for code, role in ROLES.items():
            wrong = {
                Place.OFFICE: {here.commune, here.cells[0]}, Place.UNIT: {None},
                Place.CELL: {None, here.commune}, Place.ANY: set(),
            }[role.place]  # fmt: skip
            for unit in wrong:
                (said,) = refused(grant_role, everyman, **asked(account, code, unit))
                assert f"«{role.label}»" in said
        for code, role in ROLES.items():
            unit = None if role.place in {Place.OFFICE, Place.ANY} else here.cells[0]
            grant_role(everyman, TODAY, **asked(account, code, unit))

    def test_a_role_is_not_given_twice_on_the_same_days(self, everyman):
        account = opened("an.nt")
        given(account, "van_thu", until=TODAY)
        grant_role(everyman, TODAY, **asked(account, until=TODAY + timedelta(5)))
        assert refused(grant_role, everyman, **asked(account)) == [TWICE]
        assert refused(propose_grant, everyman, **asked(account))[0] == TWICE
        grant_role(everyman, TODAY, **asked(account, from_day=TODAY + timedelta(5)))

    def test_an_ended_grant_stands_in_history_with_the_reason(self, everyman):
        account = opened("an.nt", "Nguyễn Thị An")
        grant = given(account, "van_thu")
        assert refused(end_grant, everyman, grant=grant, reason=" ") == [NO_REASON]
        end_grant(everyman, TODAY, grant=grant, reason="Chuyển công tác")
        assert not who(account).rights
        row = Grant.objects.get()
        assert (row.effective.until, row.ended_reason) == (TODAY, "Chuyển công tác")
        assert Grant.History.objects.get().effective.until is None
        assert last_line().sentence == "Thu vai Văn thư của Nguyễn Thị An từ ngày 16/06/2025"
        assert last_line().reason == "Chuyển công tác"
        assert refused(end_grant, everyman, grant=grant, reason="") == [
            NO_REASON, "Lần giao quyền này đã hết hạn.",
        ]  # fmt: skip
        assert refused(end_grant, everyman, grant=0, reason=WHY) == ["Không có lần giao quyền này."]

    def test_a_grant_not_in_force_before_today_leaves_for_history(self, everyman):
        account = opened("an.nt")
        for day in (TODAY, TODAY + timedelta(3)):
            grant = given(account, "van_thu", from_day=day)
            end_grant(everyman, TODAY, grant=grant, reason=WHY)
        assert not Grant.objects.exists()
        assert Grant.History.objects.count() == 2

    def test_the_grants_of_an_account_closed_on_its_first_day_can_still_be_ended(self, everyman):
        account = opened("an.nt", from_day=TODAY)
        grant = given(account, "van_thu", from_day=TODAY)
        close_account(everyman, TODAY, account=account, reason=WHY)
        end_grant(everyman, TODAY, grant=grant, reason=WHY)
        assert last_line().sentence == "Thu vai Văn thư của an.nt từ ngày 16/06/2025"


class Two:
    """Hai quản trị — and somebody to be given the strongest role."""

    def __init__(self) -> None:
        self.first, self.second = (opened(name, f"Quản trị {name}") for name in ("mot", "hai.hai"))
        given(self.first, KEYS)
        self.of_second = given(self.second, KEYS)
        self.account = opened("an.nt", "Nguyễn Thị An")
        self.asked = asked(self.account, "lanh_dao_ban")

    def proposed(self, **more) -> int:
        return answer(propose_grant(who(self.first), TODAY, **self.asked | more))


@pytest.mark.django_db
class TestTwoPersons:
    def test_one_administrator_gives_the_strongest_role_alone_two_do_not(self):
        first = opened("mot")
        given(first, KEYS)
        grant_role(who(first), TODAY, **asked(opened("an.nt"), "lanh_dao_ban"))
        given(opened("hai"), KEYS)
        for code, role in ROLES.items():
            if role.strongest:
                said = refused(
                    grant_role, who(first), **asked(opened(code.replace("_", "-")), code)
                )
                assert said == [TWO.format(role.label)]
        grant_role(who(first), TODAY, **asked(opened("binh.tv"), "chuyen_vien"))

    def test_two_stay_needed_for_thirty_days_after_one_of_two_has_gone(self, everyman):
        two = Two()
        end_grant(everyman, TODAY, grant=two.of_second, reason=WHY)
        for days in (0, 1, 29):
            day = TODAY + timedelta(days)
            assert refused(grant_role, who(two.first, on=day), on=day, **two.asked)
        day = TODAY + timedelta(30)
        grant_role(who(two.first, on=day), day, **two.asked)

    def test_closing_the_second_account_frees_nobody_either(self, everyman):
        two = Two()
        close_account(everyman, TODAY, account=two.second, reason=WHY)
        day = TODAY + timedelta(29)
        assert refused(grant_role, who(two.first, on=day), on=day, **two.asked)

    def test_a_proposal_gives_nothing_until_the_second_agrees(self):
        two = Two()
        proposal = two.proposed()
        row = Proposal.objects.get()
        assert (row.outcome, row.proposed_by_id, row.decided_by_id) == ("cho", two.first, None)
        assert not who(two.account).rights
        assert last_line().sentence == (
            "Đề nghị giao vai Lãnh đạo ban tổ chức cho Nguyễn Thị An, phạm vi toàn hệ thống"
        )
        assert last_line().reason == WHY
        decide_proposal(who(two.second), TODAY, proposal=proposal, agreed=True, reason="Đúng việc")
        assert who(two.account).reach("members.xem") == EVERYWHERE
        assert Grant.objects.get(account=two.account).reason == WHY
        assert last_line().sentence == (
            "Đã đồng ý: vai Lãnh đạo ban tổ chức cho Nguyễn Thị An, phạm vi toàn hệ thống"
        )
        assert last_line().reason == "Đúng việc"

    def test_a_declined_proposal_gives_nothing(self):
        two = Two()
        proposal = two.proposed()
        decide_proposal(who(two.second), TODAY, proposal=proposal, agreed=False, reason="Chưa cần")
        assert not who(two.account).rights
        assert last_line().sentence.startswith("Đã từ chối: vai Lãnh đạo ban tổ chức")

    def test_the_proposer_cannot_answer_it_in_any_way(self):
        two = Two()
        proposal = two.proposed()
        for agreed in (True, False):
            by = who(two.first)
            said = refused(decide_proposal, by, proposal=proposal, agreed=agreed, reason="")
            assert said == [NO_REASON, OWN]

    def test_one_that_was_answered_says_who_and_when(self):
        two = Two()
        proposal = two.proposed()
        decide_proposal(who(two.second), TODAY, proposal=proposal, agreed=True, reason=WHY)
        for by in (two.first, two.second):
            (said,) = refused(decide_proposal, who(by), proposal=proposal, agreed=False, reason=WHY)
            assert said.startswith("Đề nghị này đã được Quản trị hai.hai trả lời lúc ")
        assert refused(decide_proposal, who(two.first), proposal=0, agreed=True, reason=WHY) == [
            "Không có đề nghị này."
        ]

    def test_of_two_proposals_for_the_same_only_one_is_agreed_to(self):
        two = Two()
        first, second = two.proposed(), two.proposed()
        decide_proposal(who(two.second), TODAY, proposal=first, agreed=True, reason=WHY)
        by = who(two.second)
        assert refused(decide_proposal, by, proposal=second, agreed=True, reason=WHY) == [TWICE]
        decide_proposal(by, TODAY, proposal=second, agreed=False, reason=WHY)

    def test_who_is_no_account_proposes_nothing_and_decides_nothing(self, everyman):
        two = Two()
        assert refused(propose_grant, everyman, **two.asked) == [
            "Đề nghị do một tài khoản quản trị lập."
        ]
        proposal = two.proposed()
        assert refused(decide_proposal, everyman, proposal=proposal, agreed=True, reason=WHY) == [
            OWN
        ]


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each gave, or the refusal it met; each on a connection of its own."""

    def run(work: Callable[[], object]) -> object:
        try:
            return work()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [each.result() for each in [pool.submit(run, work) for work in works]]


def test_of_two_who_decide_at_once_one_wins_and_the_other_is_told_who(committed):
    two, third = Two(), opened("ba.ba", "Quản trị ba")
    proposal = answer(propose_grant(who(two.first), TODAY, **asked(third, KEYS, from_day=LONG_AGO)))
    decide_proposal(who(two.second), TODAY, proposal=proposal, agreed=True, reason=WHY)
    for round_ in range(6):
        account = opened(f"nguoi-{round_}")
        proposal = two.proposed(account=account)
        lines = JournalEntry.objects.count()
        asked_of = {"proposal": proposal, "reason": WHY}
        found = at_once(
            partial(decide_proposal, who(two.second), TODAY, agreed=True, **asked_of),
            partial(decide_proposal, who(third), TODAY, agreed=bool(round_ % 2), **asked_of),
        )
        (refusal,) = [each for each in found if isinstance(each, Refused)]
        assert "đã được Quản trị" in str(refusal)
        assert JournalEntry.objects.count() == lines + 1
        agreed = Proposal.objects.get(pk=proposal).outcome == "dong_y"
        assert Grant.objects.filter(account=account).count() == agreed


@pytest.mark.parametrize("how", ["grant", "account"])
def test_two_administrators_who_end_each_other_at_once_leave_one(committed, monkeypatch, how):
    keys = [opened(name) for name in ("mot", "hai")]
    grants = [given(each, KEYS) for each in keys]
    both, read = threading.Barrier(2), administrators

    def together(day, *, lately=False):
        found = read(day, lately=lately)
        with suppress(threading.BrokenBarrierError):
            both.wait(1)  # both have asked before either goes on, where nothing keeps them apart
        return found

    monkeypatch.setattr(acts_of_grants, "administrators", together)
    monkeypatch.setattr(acts_of_accounts, "administrators", together)
    if how == "grant":
        found = at_once(
            lambda: end_grant(who(keys[0]), TODAY, grant=grants[1], reason=WHY),
            lambda: end_grant(who(keys[1]), TODAY, grant=grants[0], reason=WHY),
        )
    else:
        found = at_once(
            lambda: close_account(who(keys[0]), TODAY, account=keys[1], reason=WHY),
            lambda: close_account(who(keys[1]), TODAY, account=keys[0], reason=WHY),
        )
    assert sum(isinstance(each, Refused) for each in found) == 1
    assert len(read(TODAY)) == 1


def test_who_was_ended_a_moment_ago_finishes_nothing(committed):
    two = Two()
    by = who(two.second)
    end_grant(who(two.first), TODAY, grant=two.of_second, reason=WHY)
    assert refused(grant_role, by, **asked(two.account))
