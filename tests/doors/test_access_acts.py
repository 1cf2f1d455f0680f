"""Việc về tài khoản — accounts, typing for another, openings: the fact, the line, and what a refusal leaves."""

import unicodedata
from datetime import date, timedelta

import pytest
from actors import demo_actor
from office import (
    KEYS,
    LONG_AGO,
    WHY,
    everything,
    given,
    last_line,
    opened,
    refused,
    typing_for,
    who,
)
from world import TODAY, small_world

from thenchot.doors.access.actor import founder
from thenchot.doors.access.acts import tokens  # noqa: F401 — its acts register
from thenchot.doors.access.acts.accounts import (
    close_account,
    end_typing_for,
    give_link,
    let_type_for,
    open_account,
)
from thenchot.doors.access.acts.beginning import begin_office
from thenchot.doors.access.acts.grants import end_grant, grant_role
from thenchot.doors.access.models import Account, ActingFor, Grant, Holder, OneTimeLink
from thenchot.doors.access.roles import EVERY_RIGHT
from thenchot.doors.access.words import Right
from thenchot.ground.basis.acts.act import ACTS
from thenchot.ground.basis.acts.instruments import register_instrument
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.basis.models import Disclosure
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.reasons import NotAllowed
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.words import OrganizationKind
from thenchot.people.oversight.words import Sensitive

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ASKED = {"username": "an.nt", "printed_name": "Nguyễn Thị An", "from_day": TODAY, "reason": WHY}
TOMORROW, YESTERDAY = TODAY + timedelta(1), TODAY - timedelta(1)
NO_REASON = "Phải nêu lý do, thí dụ số giấy giao việc."
OFFICE = {
    "office": "Ban Tổ chức Tỉnh ủy Thử", "name": "Đảng bộ tỉnh Thử",
    "kind": OrganizationKind.PROVINCE_PARTY.value, "number_sign": "01-QĐ/TW",
    "issuer": "Bộ Chính trị", "issued_on": date(2019, 12, 20), "abstract": "Lập đảng bộ",
    "from_day": date(2020, 1, 1), "username": "an.nt", "printed_name": "Nguyễn Thị An",
}  # fmt: skip


@pytest.fixture
def everyman() -> Actor:
    return demo_actor()


class TestOpening:
    def test_an_account_is_opened_without_a_password_and_the_line_says_why(self, everyman):
        done = open_account(everyman, TODAY, **ASKED)
        held = Holder.objects.get(account=done.answer)
        assert (held.printed_name, held.effective.start, held.effective.until, held.reason) == (
            "Nguyễn Thị An", TODAY, None, WHY,
        )  # fmt: skip
        assert not Account.objects.get(pk=done.answer).has_usable_password()
        line = last_line()
        assert (line.id, line.reason, line.act) == (done.entry, WHY, "open_account")
        assert line.sentence == "Mở tài khoản an.nt cho Nguyễn Thị An"

    def test_a_name_typed_in_pieces_is_kept_in_one(self, everyman):
        name = unicodedata.normalize("NFD", "Nguyễn Thị Ấn")
        done = open_account(everyman, TODAY, **ASKED | {"printed_name": f"  {name} "})
        assert Holder.objects.get(account=done.answer).printed_name == "Nguyễn Thị Ấn"
        assert last_line().sentence == "Mở tài khoản an.nt cho Nguyễn Thị Ấn"

    def test_every_reason_is_said_at_once(self, everyman):
        wrong = {"username": "An Ấ", "printed_name": " ", "from_day": None, "reason": ""}
        said = refused(open_account, everyman, person=999, **wrong)
        assert said == [
            "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, số, dấu chấm hoặc gạch nối.",
            "Thiếu họ tên người giữ tài khoản.", NO_REASON, "Thiếu ngày bắt đầu.",
            "Không có người này trong sổ.",
        ]  # fmt: skip

    def test_a_name_is_given_once_and_days_run_forward(self, everyman):
        opened("an.nt")
        said = refused(open_account, everyman, **ASKED | {"until": TODAY})
        assert said == [
            "Ngày hết hạn phải sau ngày bắt đầu 16/06/2025.",
            "Tên đăng nhập này đã có người dùng.",
        ]

    def test_an_administrator_links_an_account_to_a_person_whose_file_stays_closed(self):
        world, keys = small_world(), opened("keys")
        given(keys, KEYS)
        done = open_account(who(keys), TODAY, person=world.person, **ASKED)
        assert Holder.objects.get(account=done.answer).person_id == world.person


class TestClosing:
    def test_a_closed_account_holds_nothing_from_the_same_day_and_stays_on_record(self, everyman):
        account = opened("an.nt")
        given(account, "van_thu")
        assert who(account).rights
        done = close_account(everyman, TODAY, account=account, reason=WHY)
        assert not who(account).rights
        assert who(account, on=YESTERDAY).rights
        assert Holder.objects.get(account=account).effective.until == TODAY
        assert Grant.objects.filter(account=account).count() == 1
        assert (last_line().id, last_line().reason) == (done.entry, WHY)
        assert last_line().sentence == "Đóng tài khoản an.nt từ ngày 16/06/2025"

    def test_an_account_not_open_before_today_leaves_for_history(self, everyman):
        account = opened("an.nt", from_day=TODAY)
        close_account(everyman, TODAY, account=account, reason=WHY)
        assert not Holder.objects.filter(account=account).exists()
        assert Holder.History.objects.filter(account=account).count() == 1

    def test_a_closed_account_is_not_closed_again(self, everyman):
        account = opened("an.nt")
        close_account(everyman, TODAY, account=account, reason=WHY)
        said = refused(close_account, everyman, account=account, reason=" ")
        assert said == [NO_REASON, "Tài khoản này đã đóng."]
        assert refused(close_account, everyman, account=1, reason=WHY) == [
            "Không có tài khoản này."
        ]

    def test_the_last_administrator_is_kept(self, everyman):
        account = opened("an.nt")
        grant = given(account, KEYS)
        last = "Đây là quản trị hệ thống cuối cùng không có ngày hết hạn; hãy giao cho người khác trước."
        assert refused(close_account, everyman, account=account, reason=WHY) == [last]
        assert refused(end_grant, everyman, grant=grant, reason="") == [NO_REASON, last]
        given(opened("binh.tv"), KEYS)
        end_grant(everyman, TODAY, grant=grant, reason=WHY)


class TestLinks:
    def test_the_line_names_the_account_and_the_reason_and_no_word(self, everyman):
        account = opened("an.nt")
        give_link(everyman, TODAY, account=account, reason=WHY)
        assert last_line().sentence == "Cấp đường dẫn đặt mật khẩu cho an.nt"
        assert last_line().reason == WHY
        assert not OneTimeLink.objects.exists()

    def test_without_a_reason_or_an_account_there_is_none(self, everyman):
        account = opened("an.nt")
        assert refused(give_link, everyman, account=account, reason="") == [NO_REASON]
        assert refused(give_link, everyman, account=1, reason="") == ["Không có tài khoản này."]


class TestTyping:
    @pytest.fixture
    def pair(self) -> tuple[int, int]:
        principal = opened("thu.ky", "Trần Bí Thư")
        given(principal, "van_thu")
        return opened("phu.ky", "Lê Phó Thư"), principal

    def test_the_deputy_holds_what_the_principal_holds(self, everyman, pair):
        deputy, principal = pair
        done = let_type_for(
            everyman, TODAY, deputy=deputy, principal=principal, from_day=TODAY, reason=WHY
        )
        assert ActingFor.objects.get(pk=done.answer).reason == WHY
        assert last_line().sentence == "Giao Lê Phó Thư nhập thay Trần Bí Thư"
        assert last_line().reason == WHY
        assert who(deputy, principal).rights == who(principal).rights
        assert not who(deputy).rights

    def test_the_journal_prints_both_names(self, pair):
        typing_for(*pair)
        register_instrument(
            who(*pair), TODAY, kind=InstrumentKind.NOTICE, number_sign="1-TB/TU", issuer="Tỉnh ủy",
            abstract="Thử", issued_year=2025,
        )  # fmt: skip
        assert last_line().actor_name == "Lê Phó Thư (nhập thay Trần Bí Thư)"
        assert last_line().actor_id == f"{pair[0]}>{pair[1]}"

    def test_every_reason_against_typing_is_said_at_once(self, everyman, pair):
        nobody = pair[0]
        said = refused(
            let_type_for, everyman, deputy=nobody, principal=nobody, from_day=None, reason=""
        )
        assert said == [
            NO_REASON, "Thiếu ngày bắt đầu.", "Không ai nhập thay chính mình.",
            "Lê Phó Thư không giữ vai nào có thể nhập thay.",
        ]  # fmt: skip

    def test_the_keys_the_drafting_and_the_own_file_are_not_lent(self, everyman):
        principal, deputy = opened("an.nt"), opened("binh.tv")
        given(principal, KEYS)
        given(principal, "dang_vien")
        asked = {"deputy": deputy, "principal": principal, "from_day": TODAY, "reason": WHY}
        assert refused(let_type_for, everyman, **asked) == [
            "Người giữ an.nt không giữ vai nào có thể nhập thay."
        ]

    def test_typing_for_the_same_twice_is_refused_by_the_table(self, everyman, pair):
        typing_for(*pair)
        asked = {"deputy": pair[0], "principal": pair[1], "from_day": TODAY, "reason": WHY}
        assert refused(let_type_for, everyman, **asked) == [
            "Người này đã được nhập thay trong những ngày đó."
        ]

    @pytest.mark.parametrize(("since", "rows"), [(LONG_AGO, 1), (TODAY, 0)])
    def test_typing_ends_the_same_day_and_stands_in_history(self, everyman, pair, since, rows):
        acting = typing_for(*pair, from_day=since)
        end_typing_for(everyman, TODAY, acting=acting, reason=WHY)
        assert not who(*pair).rights
        assert ActingFor.objects.filter(ended_reason=WHY).count() == rows
        assert ActingFor.History.objects.count() == 1
        assert last_line().sentence == "Thôi giao Lê Phó Thư nhập thay Trần Bí Thư"
        if rows:
            said = refused(end_typing_for, everyman, acting=acting, reason="")
            assert said == [NO_REASON, "Việc nhập thay này đã hết hạn."]
        else:
            said = refused(end_typing_for, everyman, acting=acting, reason="")
            assert said == ["Không có việc nhập thay này."]

    def test_typing_ends_also_where_an_account_was_closed_on_its_first_day(self, everyman):
        principal, deputy = opened("an.nt", from_day=TODAY), opened("binh.tv")
        given(principal, "van_thu")
        acting = typing_for(deputy, principal, from_day=TODAY)
        close_account(everyman, TODAY, account=principal, reason=WHY)
        end_typing_for(everyman, TODAY, acting=acting, reason=WHY)
        assert not ActingFor.objects.exists()


class TestBeginning:
    def test_the_founder_holds_everything_and_begins_the_office_in_one_line(self):
        by = founder(TODAY)
        assert set(by.rights) == EVERY_RIGHT
        done = begin_office(by, TODAY, **OFFICE)
        spell = OrganizationSpell.objects.get()
        assert (spell.name, spell.basis.number_sign) == ("Đảng bộ tỉnh Thử", "01-QĐ/TW")
        assert set(who(done.answer).rights) == set(who(done.answer).rights) & EVERY_RIGHT
        assert who(done.answer).reach(Right.MANAGE) == EVERYWHERE
        assert last_line().sentence == (
            "Khởi tạo hệ thống của Ban Tổ chức Tỉnh ủy Thử; quản trị đầu tiên: Nguyễn Thị An"
        )
        assert last_line().actor_name == "Khởi tạo hệ thống"

    def test_after_the_first_grant_the_founder_holds_nothing(self):
        by = founder(TODAY)
        begin_office(by, TODAY, **OFFICE)
        assert not founder(TODAY).rights
        for actor in (founder(TODAY), by):  # also one who was the founder a moment ago
            assert refused(begin_office, actor, **OFFICE | {"username": "khac"})

    def test_also_when_that_grant_was_deleted(self, everyman):
        grant = given(opened("an.nt"), "van_thu", from_day=TODAY)
        end_grant(everyman, TODAY, grant=grant, reason=WHY)
        assert not Grant.objects.exists()
        assert not founder(TODAY).rights

    def test_every_reason_against_beginning_is_said_at_once(self):
        wrong = OFFICE | {
            "office": "", "name": "", "kind": "", "number_sign": "", "issued_on": None,
            "from_day": None, "username": "A", "printed_name": "",
        }  # fmt: skip
        said = refused(begin_office, founder(TODAY), **wrong)
        assert len(said) == 8
        for words in ("tên cơ quan", "Tên không được để trống", "số, ký hiệu", "Tên đăng nhập gồm", "họ tên", "có từ khi nào", "loại tổ chức"):  # fmt: skip
            assert any(words in each for each in said), words
        assert founder(TODAY).rights

    def test_a_taken_name_is_said_in_words(self):
        said = refused(begin_office, founder(TODAY), **OFFICE | {"username": "nguoi-thu"})
        assert said == ["Tên đăng nhập này đã có người dùng."]


class TestOpeningSensitive:
    def test_the_reason_goes_into_the_journal(self):
        account = opened("an.nt")
        given(account, "uy_ban_kiem_tra")
        open_sensitive(who(account), TODAY, kind=Sensitive.DISCIPLINE, reason=" Soạn báo cáo ")
        row = Disclosure.objects.get()
        assert (row.actor, row.kind, row.person, row.reason) == (
            str(account), "ky_luat", None, "Soạn báo cáo",
        )  # fmt: skip
        assert last_line().sentence == "Mở thông tin nhạy cảm: Danh sách và hồ sơ kỷ luật"
        assert last_line().reason == "Soạn báo cáo"

    def test_without_a_reason_nothing_opens(self, everyman):
        assert len(refused(open_sensitive, everyman, kind=Sensitive.DISCIPLINE, reason=" ")) == 1

    def test_without_the_right_nothing_opens(self):
        account = opened("an.nt")
        given(account, "lanh_dao_ban")
        before = everything()
        with pytest.raises(NotAllowed):
            open_sensitive(who(account), TODAY, kind=Sensitive.DISCIPLINE, reason="Xem")
        assert everything() == before


ACTS_OVER_ACCOUNTS = {
    "open_account": ASKED,
    "close_account": {"account": 0, "reason": WHY},
    "give_link": {"account": 0, "reason": WHY},
    "let_type_for": {"deputy": 0, "principal": 0, "from_day": TODAY, "reason": WHY},
    "end_typing_for": {"acting": 1, "reason": WHY},
    "grant_role": {"account": 0, "role": "van_thu", "unit": None, "from_day": TODAY, "reason": WHY},
    "end_grant": {"grant": 1, "reason": WHY},
    "propose_grant": {
        "account": 0, "role": "van_thu", "unit": None, "from_day": TODAY, "reason": WHY,
    },
    "give_token": {
        "account": 0, "name": "Kho", "rights": ["register.xem"], "from_day": TODAY, "until": None,
        "reason": WHY,
    },
    "end_token": {"token": 1, "reason": WHY},
    "decide_proposal": {"proposal": 1, "agreed": True, "reason": WHY},
    "begin_office": OFFICE,
}  # fmt: skip


def test_every_act_over_accounts_is_in_this_list():
    assert {name for name, each in ACTS.items() if each.needs is Right.MANAGE} == {
        *ACTS_OVER_ACCOUNTS
    }


@pytest.mark.parametrize("name", ACTS_OVER_ACCOUNTS)
@pytest.mark.parametrize("limited", [False, True], ids=["no right", "the right in one unit"])
def test_an_act_over_accounts_needs_the_right_in_the_whole_office(name, limited, give):
    unit = small_world().commune
    asked = {key: opened("mot.hai") if value == 0 and key in {"account", "deputy", "principal"} else value
             for key, value in ACTS_OVER_ACCOUNTS[name].items() if key != "principal"}  # fmt: skip
    if name == "let_type_for":
        asked["principal"] = asked["deputy"]
    rights = {Right.MANAGE: frozenset({unit}), Right.READ: frozenset({unit})} if limited else {}
    by = give(Actor("han-che", "Quản trị một xã", rights))
    before = everything()
    with pytest.raises(NotAllowed):
        ACTS[name](by, TODAY, **asked)
    assert everything() == before


def test_grant_role_is_no_way_round_a_missing_account(everyman):
    asked = ACTS_OVER_ACCOUNTS["grant_role"] | {"account": 1}
    assert refused(grant_role, everyman, **asked) == ["Không có tài khoản này."]
