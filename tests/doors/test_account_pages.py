"""Trang tài khoản — opened by those who may, refused with every reason, nothing typed lost, acted once."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from office import (
    WHY,
    Office,
    given,
    opened,
    standing,
    typing_for,
    who,
)
from world import TODAY, answer

from thenchot.doors.access.acts.grants import end_grant, propose_grant
from thenchot.doors.access.models import ActingFor, Grant, Holder, OneTimeLink, Proposal
from thenchot.ground.basis.models import JournalEntry

pytestmark = pytest.mark.database
NEW = {
    "key": "phieu-mo", "username": "moi.nguoi", "printed_name": "Nguyễn Thị Mới",
    "from_day": "hôm nay", "until": "", "reason": WHY,
}  # fmt: skip
GRANT = {"key": "phieu-giao", "role": "van_thu", "unit": "", "from_day": "1/6", "reason": WHY}
LIST, OPENING = "/quan-tri/tai-khoan", "/quan-tri/mo-tai-khoan"
NO_REASON = "Phải nêu lý do, thí dụ số giấy giao việc."
MEMBERS = ("clerk", "specialist", "secretary", "deputy", "member", "inspector", "committee")


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("trang", server, new_database, worker_id, django_db_blocker) as office:
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    """The same office for every test: what one does is undone."""
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock(), transaction.atomic():
        yield built
        transaction.set_rollback(True)


@pytest.fixture
def keys(office) -> Client:
    return office.browser("keys")


def said(response) -> str:
    return unescape(response.content.decode())


def page_of(account: int) -> str:
    return f"/quan-tri/tai-khoan/{account}"


def lines() -> int:
    return JournalEntry.objects.count()


def conflict(client: Client, address: str, typed: dict, changed: dict) -> None:
    """Twice clicked acts once; the same key with another content is a conflict."""
    before = lines()
    assert client.post(address, typed).status_code in {200, 302}
    assert lines() == before + 1
    assert client.post(address, typed).status_code == 302
    assert client.post(address, typed | changed).status_code == 409
    assert lines() == before + 1


class TestTheList:
    def test_administrators_and_leaders_see_it_nobody_else(self, office):
        for name in ("keys", "second", "leader"):
            text = said(office.browser(name).get(LIST))
            assert "Người giữ clerk" in text
            assert ('href="/quan-tri/mo-tai-khoan"' in text) is (name != "leader"), name
        for name in MEMBERS:
            assert office.browser(name).get(LIST).status_code == 404, name

    def test_a_leader_of_a_commune_sees_the_grants_of_that_commune_only(self, office):
        text = said(office.browser("commune_leader").get(LIST))
        assert "Chuyên viên Ban Xây dựng Đảng cấp xã" in text
        assert "Quản trị hệ thống" not in text

    def test_every_role_has_its_paragraph(self, office, keys):
        text = said(keys.get("/quan-tri/vai"))
        assert text.count('class="role"') == 10


class TestOpeningAnAccount:
    def test_it_leads_to_the_new_account(self, office, keys):
        response = keys.post(OPENING, NEW)
        held = Holder.objects.get(account__username="moi.nguoi")
        assert response["Location"] == page_of(held.account_id)
        assert (held.printed_name, held.effective.start) == ("Nguyễn Thị Mới", TODAY)
        assert "chưa được giao gì" in said(keys.get(response["Location"]))

    def test_a_name_in_pieces_is_kept_in_one(self, office, keys):
        keys.post(OPENING, NEW | {"printed_name": unicodedata.normalize("NFD", "Nguyễn Ấn")})
        assert Holder.objects.get(account__username="moi.nguoi").printed_name == "Nguyễn Ấn"

    def test_every_fault_is_said_and_what_was_typed_is_kept(self, office, keys):
        before = lines()
        wrong = NEW | {"username": "Tên Sai", "from_day": "31/02/2025", "reason": " "}
        response = keys.post(OPENING, wrong)
        text = said(response)
        assert response.status_code == 422
        assert "<title>Lỗi:" in text
        assert "Có 3 chỗ cần sửa" in text
        assert "Tháng 02/2025 không có ngày 31" in text
        for value in ("Tên Sai", "31/02/2025", "Nguyễn Thị Mới"):
            assert f'value="{value}"' in text
        assert lines() == before

    def test_twice_clicked_opens_one(self, office, keys):
        conflict(keys, OPENING, NEW, {"printed_name": "Người khác"})
        assert Holder.objects.filter(account__username="moi.nguoi").count() == 1

    def test_it_is_there_for_administrators_alone(self, office):
        before = lines()
        for name in ("leader", *MEMBERS):
            client = office.browser(name)
            assert client.get(OPENING).status_code == 404, name
            assert client.post(OPENING, NEW).status_code == 404, name
        assert lines() == before


class TestAnAccount:
    def test_giving_a_role_leads_back_to_the_page_that_shows_it(self, office, keys):
        account = office.ids["nobody"]
        typed = GRANT | {"role": "chuyen_vien", "unit": str(office.here.commune)}
        assert keys.post(page_of(account), typed)["Location"] == page_of(account)
        text = said(keys.get(page_of(account)))
        assert "Đảng bộ xã Thử" in text
        assert WHY in text
        assert who(account).reach("members.ghi") == {office.here.commune, *office.here.cells}

    def test_every_fault_is_said_and_what_was_typed_is_kept(self, office, keys):
        account = office.ids["nobody"]
        wrong = {
            "role": "bi_thu_chi_bo",
            "unit": "nhà",
            "from_day": "mai",
            "until": "x",
            "reason": "",
        }
        response = keys.post(page_of(account), GRANT | wrong)
        text = said(response)
        assert response.status_code == 422
        assert "Số của đơn vị là số ở cuối địa chỉ trang đơn vị" in text
        assert text.count("không phải là ngày") >= 2
        assert NO_REASON in text
        assert 'value="nhà"' in text
        assert '<option value="bi_thu_chi_bo" selected>' in text
        assert not Grant.objects.filter(account=account).exists()

    def test_the_strongest_role_is_proposed_and_answered_by_the_second(self, office, keys):
        account, typed = office.ids["nobody"], GRANT | {"role": "lanh_dao_ban"}
        refusal = keys.post(page_of(account), typed)
        assert refusal.status_code == 422
        assert "do hai quản trị cùng giao" in said(refusal)
        assert keys.post(page_of(account), typed | {"propose": "1"})["Location"] == LIST
        proposal = Proposal.objects.get(account=account).pk
        assert "Chờ quản trị khác" in said(keys.get(LIST))
        answered = {"key": "k", "agree": "1", "reason": "Đúng việc"}
        own = keys.post(f"/quan-tri/de-nghi/{proposal}", answered)
        assert own.status_code == 422
        assert "Người đề nghị không tự đồng ý" in said(own)
        second = office.browser("second")
        assert f"/quan-tri/de-nghi/{proposal}" in said(second.get(LIST))
        conflict(second, f"/quan-tri/de-nghi/{proposal}", answered, {"reason": "khác"})
        assert who(account).rights

    def test_a_refused_answer_keeps_its_reason(self, office, keys):
        asked = {"account": office.ids["nobody"], "role": "van_thu", "unit": None}
        first, twin = (
            answer(
                propose_grant(office.actor("second"), TODAY, from_day=TODAY, reason=WHY, **asked)
            )
            for _ in range(2)
        )
        agree = {"agree": "1", "reason": "Đúng việc"}
        assert keys.post(f"/quan-tri/de-nghi/{first}", agree | {"key": "a"}).status_code == 302
        response = keys.post(f"/quan-tri/de-nghi/{twin}", agree | {"key": "b"})
        assert response.status_code == 422
        assert 'value="Đúng việc"' in said(response)

    def test_a_leader_reads_it_and_gives_nothing(self, office):
        account, leader = office.ids["nobody"], office.browser("leader")
        text = said(leader.get(page_of(account)))
        assert "Giao một vai" not in text
        assert "Đóng tài khoản" not in text
        before = lines()
        assert leader.post(page_of(account), GRANT).status_code == 403
        for tail in ("duong-dan", "thu/vai", "thu/nhap-thay", "thu/tai-khoan", "nhap-thay"):
            typed = {
                "key": tail,
                "reason": WHY,
                "which": "1",
                "principal": "clerk",
                "from_day": "1/6",
            }
            assert leader.post(f"{page_of(account)}/{tail}", typed).status_code == 403, tail
        assert lines() == before

    def test_to_everybody_else_it_is_not_there(self, office):
        account, before = office.ids["clerk"], lines()
        for name in MEMBERS:
            client = office.browser(name)
            assert client.get(page_of(account)).status_code == 404
            for tail in ("", "/duong-dan", "/thu/vai", "/thu/tai-khoan", "/nhap-thay"):
                typed = GRANT | {"which": "1", "principal": "clerk"}
                assert client.post(f"{page_of(account)}{tail}", typed).status_code == 404, tail
        assert lines() == before

    def test_what_is_not_there_answers_like_what_is_not_ones_own(self, office):
        for name in ("keys", "clerk"):
            client = office.browser(name)
            missing = [client.get(page_of(n)) for n in (999_999, 2**62, 10**30)]
            assert {each.status_code for each in missing} == {404}
        clerk = office.browser("clerk")
        for pair in (
            (page_of(999_999), page_of(office.ids["keys"])),
            ("/quan-tri/ai-xem/1", "/quan-tri/ai-xem/99999"),
        ):
            bodies = {
                re.sub(r"(csrfmiddlewaretoken|name=.next.|action=).*?>|\d\d:\d\d|data-seconds=.\d+.", "",
                       clerk.get(address).content.decode())
                for address in pair
            }  # fmt: skip
            assert len(bodies) == 1
        for address in (LIST, "/nhat-ky", "/to-chuc/99999"):
            assert clerk.get(address).status_code == 404, address


class TestTakingBack:
    def test_a_role_is_taken_back_once_with_its_reason(self, office, keys):
        account = opened("an.nt")
        grant = given(account, "van_thu")
        address, typed = f"{page_of(account)}/thu/vai", {"key": "t", "which": str(grant)}
        refusal = keys.post(address, typed | {"reason": ""})
        assert refusal.status_code == 422
        assert NO_REASON in said(refusal)
        conflict(keys, address, typed | {"reason": "Chuyển việc"}, {"reason": "khác"})
        text = said(keys.get(page_of(account)))
        assert "thu lại: Chuyển việc" in text
        assert f'name="which" value="{grant}"' not in text

    def test_a_refused_ending_keeps_its_reason(self, office, keys):
        account = opened("an.nt")
        grant = given(account, "van_thu")
        end_grant(office.actor("keys"), TODAY, grant=grant, reason=WHY)
        typed = {"key": "t", "which": "999", "reason": "Chuyển việc"}
        response = keys.post(f"{page_of(account)}/thu/vai", typed)
        assert response.status_code == 422
        assert "Không có lần giao quyền này." in said(response)
        closing = f"{page_of(account)}/thu/tai-khoan"
        keys.post(closing, {"key": "1", "reason": WHY})
        again = keys.post(closing, {"key": "2", "reason": "Nghỉ hưu"})
        assert again.status_code == 422
        assert 'value="Nghỉ hưu"' in said(again)

    @pytest.mark.parametrize("since", ["2025-01-02", TODAY.isoformat()])
    def test_closing_leads_to_the_list(self, office, keys, since):
        account = opened("an.nt", from_day=type(TODAY).fromisoformat(since))
        typed = {"key": "d", "reason": WHY}
        response = keys.post(f"{page_of(account)}/thu/tai-khoan", typed)
        assert response.status_code == 302
        assert keys.get(response["Location"]).status_code == 200

    def test_what_has_an_end_ahead_can_be_ended_before_it(self, office, keys):
        principal, deputy = opened("an.nt"), opened("binh.tv")
        later = type(TODAY).fromordinal(TODAY.toordinal() + 9)
        given(principal, "van_thu", until=later)
        typing_for(deputy, principal, until=later)
        assert ">Thu quyền<" in said(keys.get(page_of(principal)))
        assert ">Thôi nhập thay<" in said(keys.get(page_of(deputy)))

    def test_what_is_no_ending_is_not_there(self, office, keys):
        assert keys.post(f"{page_of(1)}/thu/khac", {"key": "k"}).status_code == 404


class TestTyping:
    def test_it_is_given_by_name_once(self, office, keys):
        deputy = opened("pho.thu")
        typed = {"key": "n", "principal": "secretary", "from_day": "1/6", "reason": WHY}
        conflict(keys, f"{page_of(deputy)}/nhap-thay", typed, {"reason": "khác"})
        assert ActingFor.objects.get(deputy=deputy).principal_id == office.ids["secretary"]

    def test_an_unknown_name_is_said_with_every_other_fault(self, office, keys):
        typed = {"key": "n", "principal": "không ai", "from_day": "", "reason": ""}
        response = keys.post(f"{page_of(office.ids['clerk'])}/nhap-thay", typed)
        text = said(response)
        assert response.status_code == 422
        for sentence in ("Không có tài khoản tên này.", NO_REASON, "Thiếu ngày bắt đầu."):
            assert sentence in text
        assert 'value="không ai"' in text

    def test_a_deputy_types_only_for_those_who_lent(self, office):
        clerk = office.browser("clerk")
        for chosen in (str(office.ids["secretary"]), "999", "x", "²"):
            assert clerk.post("/nhap-thay", {"principal": chosen}).status_code == 404
        deputy = office.browser("deputy")
        assert deputy.post("/nhap-thay", {"principal": office.ids["secretary"]}).status_code == 302
        assert "(nhập thay Người giữ secretary)" in said(deputy.get("/to-chuc"))


class TestLinks:
    def test_each_address_has_its_own_line(self, office, keys):
        account, typed = office.ids["clerk"], {"key": "l", "reason": WHY}
        address, before = f"{page_of(account)}/duong-dan", lines()
        (word,) = re.findall(r"/lien-ket/([\w-]+)", said(keys.post(address, typed)))
        assert Client().get(f"/lien-ket/{word}").status_code == 200
        again = keys.post(address, typed)
        assert again.status_code == 409
        assert "/lien-ket/" not in said(again)
        assert lines() == before + 1
        assert OneTimeLink.objects.filter(account=account).count() == 1

    def test_without_a_reason_there_is_none(self, office, keys):
        response = keys.post(
            f"{page_of(office.ids['clerk'])}/duong-dan", {"key": "l", "reason": ""}
        )
        assert response.status_code == 422
        assert not OneTimeLink.objects.exists()
