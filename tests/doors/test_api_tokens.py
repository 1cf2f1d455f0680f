"""Khóa truy cập — given by an administrator, taken by the holder, bounded in rights and days."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from actors import demo_actor
from asking import ENDS, MEDIA_TYPE, Asking, token_given
from django.conf import settings
from django.db import transaction
from django.test import Client
from office import WHY, Office, last_line, refused, standing
from world import TODAY

from thenchot.doors.access.acts.accounts import close_account
from thenchot.doors.access.acts.grants import end_grant
from thenchot.doors.access.acts.tokens import end_token, give_token
from thenchot.doors.access.models import ApiToken, Grant, Throttle, TokenSecret
from thenchot.doors.access.sign_in.throttle import ONE_ADDRESS
from thenchot.doors.access.tokens import new_secret
from thenchot.ground.register.words import Right

pytestmark = pytest.mark.database
TREE = str(Right.READ_TREE)


@pytest.fixture(scope="module")
def built(server, new_database, worker_id, django_db_setup, django_db_blocker) -> Iterator[Office]:
    with standing("khoa", server, new_database, worker_id, django_db_blocker) as office:
        yield office


@pytest.fixture
def office(built, django_db_blocker, monkeypatch) -> Iterator[Office]:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    with django_db_blocker.unblock(), transaction.atomic():
        yield built
        transaction.set_rollback(True)


def on_day(monkeypatch, day) -> None:
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: day)


class TestGiving:
    ASKED = {
        "name": "Kho số liệu", "rights": [TREE], "from_day": TODAY, "until": ENDS, "reason": WHY,
    }  # fmt: skip

    def test_it_leaves_one_line_and_no_secret(self, office):
        give_token(office.actor("keys"), TODAY, account=office.ids["specialist"], **self.ASKED)
        line = last_line()
        assert line.sentence == "Cấp khóa truy cập «Kho số liệu» cho Người giữ specialist, đến 01/01/2026"  # fmt: skip
        assert line.reason == WHY
        assert not TokenSecret.objects.exists()

    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"name": " "}, "Thiếu tên khóa: hệ thống nào dùng nó."),
            ({"rights": []}, "Hãy chọn ít nhất một quyền."),
            ({"rights": ["access.quan_ly"]}, "Khóa chỉ mang những quyền mà tài khoản đang giữ."),
            ({"until": None}, "Khóa phải có ngày hết hạn, không quá 366 ngày sau ngày bắt đầu."),
            ({"until": TODAY + timedelta(367)},
             "Khóa phải có ngày hết hạn, không quá 366 ngày sau ngày bắt đầu."),
            ({"from_day": None}, "Thiếu ngày bắt đầu."),
            ({"reason": ""}, "Phải nêu lý do, thí dụ số giấy giao việc."),
        ],
    )  # fmt: skip
    def test_what_is_wrong_is_said_and_nothing_is_given(self, office, wrong, sentence):
        asked = {"account": office.ids["specialist"]} | self.ASKED | wrong
        assert refused(give_token, office.actor("keys"), **asked) == [sentence]

    def test_only_whoever_manages_accounts_gives_one(self, office):
        for name in ("specialist", "leader", "secretary"):
            asked = {"account": office.ids[name]} | self.ASKED
            assert "chưa được giao quyền" in refused(give_token, office.actor(name), **asked)[0]

    def test_ending_needs_a_reason_and_a_token_that_is_there(self, office):
        token = token_given(office.ids["specialist"])
        keys = office.actor("keys")
        assert refused(end_token, keys, token=token, reason="") != []
        assert refused(end_token, keys, token=10**9, reason=WHY) == ["Không có khóa truy cập này."]


class TestUsing:
    def test_it_opens_what_the_account_reaches_and_the_token_names(self, office):
        asking = Asking.of(office.ids["specialist"], [TREE])
        assert asking.get("/organizations").status_code == 200
        assert asking.get("/people").status_code == 403
        assert asking.get("/instruments").status_code == 403

    def test_the_day_of_its_use_is_noted(self, office):
        asking = Asking.of(office.ids["specialist"])
        asking.get("/organizations")
        assert TokenSecret.objects.get().last_used_on == TODAY

    def test_a_new_secret_ends_the_one_before(self, office):
        token = token_given(office.ids["specialist"])
        before, after = Asking(new_secret(token)), Asking(new_secret(token))
        assert before.get("/organizations").status_code == 401
        assert after.get("/organizations").status_code == 200

    @pytest.mark.parametrize("day", [TODAY - timedelta(1), ENDS, ENDS + timedelta(1)])
    def test_outside_its_days_it_opens_nothing(self, office, monkeypatch, day):
        asking = Asking.of(office.ids["specialist"])
        on_day(monkeypatch, day)
        assert asking.get("/organizations").status_code == 401

    def test_what_is_taken_away_is_gone_on_the_next_request(self, office):
        asking = Asking.of(office.ids["specialist"])
        grant = Grant.objects.get(account=office.ids["specialist"])
        end_grant(demo_actor(), TODAY, grant=grant.pk, reason=WHY)
        assert asking.get("/organizations").status_code == 401

    def test_a_closed_account_has_no_tokens(self, office):
        asking = Asking.of(office.ids["specialist"])
        close_account(demo_actor(), TODAY, account=office.ids["specialist"], reason=WHY)
        assert asking.get("/organizations").status_code == 401

    def test_an_ended_token_opens_nothing(self, office, monkeypatch):
        asking = Asking.of(office.ids["specialist"])
        on_day(monkeypatch, TODAY + timedelta(1))
        end_token(demo_actor(), TODAY + timedelta(1), token=ApiToken.objects.get().pk, reason=WHY)
        assert asking.get("/organizations").status_code == 401

    def test_the_journal_prints_the_token_beside_the_holder(self, office):
        asking = Asking.of(office.ids["specialist"])
        done = asking.act(
            "register-instrument", kind="quyet_dinh", number_sign="99-QĐ/TU", issuer="Tỉnh ủy",
            abstract="Thử", issued_year=2025, issued_on="2025-06-01",
        )  # fmt: skip
        assert done.status_code == 200
        assert last_line().actor_name == "Người giữ specialist (khóa «Hệ thống thử»)"

    def test_nobody_comes_in_by_a_cookie(self, office):
        response = office.browser("specialist").get("/api/v1/organizations")
        assert (response.status_code, response["Content-Type"]) == (401, MEDIA_TYPE)
        assert response["WWW-Authenticate"] == "Bearer"

    @pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic x", "Bearer sai", "Bearer \x7f"])  # fmt: skip
    def test_what_is_no_token_is_refused_alike(self, office, header):
        response = Client(headers={"authorization": header}).get("/api/v1/people")
        assert response.status_code == 401
        assert response.json()["reasons"] == []

    def test_very_many_wrong_secrets_are_slowed(self, office):
        for _ in range(ONE_ADDRESS.free + 1):
            last = Asking("sai").get("/people")
        assert last.status_code == 429
        assert int(last["Retry-After"]) > 0
        assert Asking.of(office.ids["specialist"]).get("/people").status_code == 200
        Throttle.objects.all().delete()


class TestPages:
    def test_an_administrator_gives_one_and_never_sees_the_secret(self, office):
        keys, account = office.browser("keys"), office.ids["specialist"]
        page = f"/quan-tri/tai-khoan/{account}"
        typed = {"key": "k1", "name": "Kho số liệu", "rights": [TREE], "from_day": "hôm nay",
                 "until": "1/1/2026", "reason": WHY}  # fmt: skip
        response = keys.post(f"{page}/khoa", typed)
        assert response["Location"] == page
        assert "Kho số liệu" in keys.get(page).content.decode()
        token = ApiToken.objects.get()
        assert keys.post(f"/khoa-truy-cap/{token.pk}").status_code == 404

    def test_what_is_wrong_is_said_beside_its_box(self, office):
        keys, account = office.browser("keys"), office.ids["specialist"]
        typed = {"key": "k2", "name": "Kho", "from_day": "", "until": "", "reason": ""}
        response = keys.post(f"/quan-tri/tai-khoan/{account}/khoa", typed)
        assert response.status_code == 422
        assert "Hãy chọn ít nhất một quyền." in response.content.decode()

    def test_its_holder_takes_the_secret_once_and_uses_it(self, office):
        token = token_given(office.ids["specialist"])
        holder = office.browser("specialist")
        assert "Hệ thống thử" in holder.get("/khoa-truy-cap").content.decode()
        text = holder.post(f"/khoa-truy-cap/{token}").content.decode()
        (secret,) = re.findall(r"<code>([\w-]{43})</code>", text)
        assert Asking(secret).get("/organizations").status_code == 200
        assert secret not in holder.get("/khoa-truy-cap").content.decode()

    def test_nobody_takes_the_secret_of_another(self, office):
        token = token_given(office.ids["specialist"])
        for name in ("keys", "leader", "secretary"):
            assert office.browser(name).post(f"/khoa-truy-cap/{token}").status_code == 404
        assert not TokenSecret.objects.exists()

    def test_an_administrator_ends_one_with_a_reason(self, office):
        asking = Asking.of(office.ids["specialist"])
        page = f"/quan-tri/tai-khoan/{office.ids['specialist']}/thu/khoa"
        which = str(ApiToken.objects.get().pk)
        keys = office.browser("keys")
        assert keys.post(page, {"key": "t1", "which": which, "reason": ""}).status_code == 422
        assert keys.post(page, {"key": "t2", "which": which, "reason": WHY}).status_code == 302
        assert asking.get("/organizations").status_code == 401

    def test_the_page_of_the_api_lists_every_route(self, office):
        text = office.browser("clerk").get("/api").content.decode()
        assert "GET /api/v1/organizations" in text
        assert "POST /api/v1/acts/rename-organization" in text
        assert "nam | nu" in text
        assert "[{person, cell}]" in text
