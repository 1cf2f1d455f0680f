"""Đăng nhập — who gets in, how a session lives and ends, the second factor, the one-time link."""

import base64
import re
import time
import unicodedata
from types import SimpleNamespace

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from signing import NOW, PASSWORD, WRONG, Clock, browser, is_in, opened, said, sign_in
from world import TODAY

from thenchot.doors.access.models import Account, OneTimeLink, Throttle
from thenchot.doors.access.sign_in import urls
from thenchot.doors.access.sign_in.links import link_word
from thenchot.doors.access.sign_in.passwords import LongEnough, NotCommon, NotOurs

pytestmark = pytest.mark.database

NEW = "một mật khẩu khác hẳn"
COOKIE = settings.SESSION_COOKIE_NAME


@pytest.fixture(autouse=True)
def office(monkeypatch):
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    cache.clear()


@pytest.fixture
def account(db, server):
    with opened(server, "an.lth") as accounts:
        yield accounts[0]


@pytest.fixture
def mine(account):
    client = browser()
    sign_in(client, "an.lth")
    return client


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


# --- who gets in


def test_a_right_name_and_password_lead_to_the_page_asked_for(account):
    client = browser()
    answer = sign_in(client, "an.lth", next="/xac-thuc")
    assert (answer.status_code, answer["Location"]) == (302, "/xac-thuc")
    assert is_in(client)
    account.refresh_from_db()
    assert account.last_login


@pytest.mark.parametrize("typed", ["AN.LTH", "  an.lth "])
def test_a_name_is_the_same_in_capitals(account, typed):
    assert sign_in(browser(), typed).status_code == 302


@pytest.mark.parametrize(
    ("name", "password", "why"),
    [
        ("an.lth", WRONG, "Tên đăng nhập hoặc mật khẩu không đúng."),
        ("khong.co", PASSWORD, "Tên đăng nhập hoặc mật khẩu không đúng."),
        ("dong.cua", PASSWORD, "Tên đăng nhập hoặc mật khẩu không đúng."),
        ("", PASSWORD, "Hãy nhập tên đăng nhập."),
        ("an.lth", "", "Hãy nhập mật khẩu."),
    ],
)
def test_every_refusal_says_why_and_opens_nothing(account, name, password, why):
    Account.objects.create(username="dong.cua", password=account.password)
    client = browser()
    answer = sign_in(client, name, password)
    assert answer.status_code == 422
    assert why in said(answer)
    assert PASSWORD not in said(answer)
    assert not is_in(client)
    assert COOKIE not in client.cookies


def test_an_account_is_closed_outside_its_days_and_at_once(mine, monkeypatch):
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY.replace(year=2024))
    assert not is_in(mine)
    assert sign_in(browser(), "an.lth").status_code == 422


@pytest.mark.parametrize("strange", ["https://xau.example/", "//xau.example", "javascript:x"])
def test_nobody_is_led_away(account, strange):
    assert sign_in(browser(), "an.lth", next=strange)["Location"] == "/"


def test_who_is_in_is_not_asked_again(mine):
    assert mine.get("/dang-nhap").status_code == 302


def test_the_page_works_without_a_script_and_carries_none_of_its_own(account):
    text = said(browser().get("/dang-nhap"))
    assert not re.search(r"<script(?![^>]+src=)", text)
    assert "style=" not in text
    assert 'autocomplete="current-password"' in text
    assert re.search(r'data-shows="password" hidden', text)


def test_letters_chosen_beside_the_password_are_kept_on_this_machine(account):
    client = browser()
    sign_in(client, "an.lth", WRONG, size="large")
    assert client.cookies["size"].value == "large"
    assert 'data-size="large"' in said(client.get("/dang-nhap"))


def test_a_stranger_chooses_the_language_of_the_sign_in_page(db):
    client = browser()
    client.post("/tuy-chon", {"language": "en", "next": "/dang-nhap"})
    assert "Sign in to Then Chốt" in said(client.get("/dang-nhap"))


def test_a_demo_lists_its_accounts_and_an_office_does_not(db, monkeypatch):
    assert "quan-tri" not in said(browser().get("/dang-nhap"))
    monkeypatch.setattr(settings, "DEMO", True)
    text = said(browser().get("/dang-nhap"))
    assert text.count('name="login" value="') == text.count("<li>") >= 11
    assert 'value="quan-tri"' in text


# --- the session


def test_the_key_of_the_session_changes_when_signing_in(account):
    client = browser()
    client.get("/dang-nhap")
    session = client.session  # an attacker's, put into this browser
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.cookies[COOKIE] = planted
    sign_in(client, "an.lth")
    assert client.cookies[COOKIE].value != planted
    attacker = browser()
    attacker.cookies[COOKIE] = planted
    assert not is_in(attacker)


def test_the_cookie_is_for_this_host_over_tls_and_no_script(mine):
    cookie = mine.cookies[COOKIE]
    assert COOKIE == "__Host-phien"
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
    assert (cookie["path"], cookie["domain"], cookie["max-age"]) == ("/", "", "")
    device = mine.cookies["__Host-may"]
    assert (device["secure"], device["httponly"], device["path"]) == (True, True, "/")


def test_thirty_idle_minutes_end_the_session_and_lead_back(clock, account):
    client = browser()
    sign_in(client, "an.lth")
    clock.step(minutes=29, seconds=59)
    assert is_in(client)
    clock.step(minutes=30)
    answer = client.get("/xac-thuc")
    assert answer.status_code == 303
    assert answer["Location"] == "/dang-nhap?tin=het-phien&next=%2Fxac-thuc"
    assert "Phiên trước đã kết thúc." in said(client.get(answer["Location"]))
    assert not is_in(client)


def test_twelve_hours_end_the_session_however_busy(clock, account):
    client = browser()
    sign_in(client, "an.lth")
    for _ in range(35):
        clock.step(minutes=20)
        assert is_in(client)
    assert client.get("/phien/con").json() == {"left": 1200, "last": True}
    client.post("/phien/tiep")
    clock.step(minutes=20)
    assert not is_in(client)


def test_changing_the_password_does_not_lengthen_the_twelve_hours(clock, account):
    client = browser()
    sign_in(client, "an.lth")
    clock.step(minutes=20)
    change(client)
    assert client.session["since"] == NOW.timestamp()


def test_that_someone_is_there_is_noted_once_a_minute(clock, account):
    client = browser()
    sign_in(client, "an.lth")
    noted = client.session["seen"]
    clock.step(seconds=59)
    is_in(client)
    assert client.session["seen"] == noted
    clock.step(seconds=1)
    is_in(client)
    assert client.session["seen"] == noted + 60


def test_asking_how_long_is_no_sign_of_life_but_going_on_is(clock, account):
    client = browser()
    sign_in(client, "an.lth")
    clock.step(minutes=25)
    assert client.get("/phien/con").json() == {"left": 300, "last": False}
    assert client.get("/phien/con").json() == {"left": 300, "last": False}
    assert client.post("/phien/tiep").json() == {"left": 1800, "last": False}
    clock.step(minutes=31)
    assert client.get("/phien/con").status_code == 401
    assert browser().post("/phien/tiep").status_code == 401


def test_every_page_says_until_when_and_warns_by_a_dialog(clock, account):
    client = browser()
    sign_in(client, "an.lth")
    text = said(client.get("/xac-thuc"))
    assert "Phiên đến 08:30" in text
    assert 'data-seconds="1800"' in text
    assert re.search(r"<button[^>]+autofocus>Tiếp tục làm việc</button>", text)


def test_pages_of_a_session_are_kept_by_no_browser(mine):
    assert "no-store" in mine.get("/xac-thuc")["Cache-Control"]


def test_signing_out_ends_every_session_of_the_account(mine, account):
    other = browser()
    sign_in(other, "an.lth")
    assert mine.post("/dang-xuat")["Location"] == "/dang-nhap?tin=da-dang-xuat"
    assert not is_in(mine)
    assert not is_in(other)
    assert mine.post("/dang-xuat").status_code == 302


def test_sessions_long_over_leave_the_table(clock, account):
    sign_in(browser(), "an.lth")
    clock.step(hours=13)
    sign_in(browser(), "an.lth")
    assert Session.objects.count() == 1


# --- the password


def change(client, old=PASSWORD, new=NEW, again=None):
    typed = {"oldpassword": old, "password1": new, "password2": again or new}
    return client.post("/mat-khau", typed)


def test_changing_the_password_ends_other_sessions_and_keeps_this_one(mine, account):
    other = browser()
    sign_in(other, "an.lth")
    before = mine.cookies[COOKIE].value
    assert change(mine)["Location"] == "/mat-khau?tin=da-doi-mat-khau"
    assert is_in(mine)
    assert mine.cookies[COOKIE].value != before
    assert not is_in(other)
    assert sign_in(browser(), "an.lth").status_code == 422
    assert sign_in(browser(), "an.lth", NEW).status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "again", "why"),
    [
        (WRONG, NEW, NEW, "Mật khẩu đang dùng không đúng."),
        (PASSWORD, "ngắn quá", "ngắn quá", "Mật khẩu cần ít nhất 12 ký tự"),
        (PASSWORD, NEW, NEW + "!", "Hai lần nhập mật khẩu mới chưa giống nhau."),
        (PASSWORD, "", "", "Hãy nhập mật khẩu mới."),
        (PASSWORD, "1q2w3e4r5t6y", "1q2w3e4r5t6y", "nhiều người dùng"),
    ],
)
def test_a_refused_change_changes_nothing(mine, account, old, new, again, why):
    answer = mine.post("/mat-khau", {"oldpassword": old, "password1": new, "password2": again})
    assert answer.status_code == 422
    assert why in said(answer)
    kept = Account.objects.get(pk=account.pk)
    assert (kept.password, kept.epoch) == (account.password, account.epoch)


def test_the_old_password_is_guessed_no_faster_in_a_session_than_outside(mine, account):
    for _ in range(5):
        assert change(mine, old=WRONG).status_code == 422
    assert change(mine, old=WRONG).status_code == 429


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("mười một kt", LongEnough),
        ("a" * 129, LongEnough),
        ("1q2w3e4r5t6y", NotCommon),
        ("Thenchot-2025!", NotOurs),
        ("Ban Tổ Chức 2025", NotOurs),
        ("ThenChốt.an.lth1", NotOurs),
        ("an.lth-an.lth-1", NotOurs),
    ],
)
def test_a_bad_password_is_refused_by_its_rule(password, rule):
    with pytest.raises(ValidationError):
        rule().validate(password, Account(username="an.lth"))


@pytest.mark.parametrize(
    "password",
    ["a" * 128, "mười hai ký!", "918273645546", "then chốt của cả xã", "    x  y  z    "],
)
def test_length_is_all_that_is_asked(password):
    for rule in (LongEnough, NotCommon, NotOurs):
        rule().validate(password, Account(username="an.lth"))


def test_a_password_is_the_same_however_the_keyboard_composes_it(account):
    assert sign_in(browser(), "an.lth", unicodedata.normalize("NFD", PASSWORD)).status_code == 302


def test_the_hash_is_argon2id(account):
    assert account.password.startswith("argon2$argon2id$")


# --- the second factor


@pytest.fixture
def phone(monkeypatch):
    """The clock of the library's codes, and a telephone that has the secret."""
    moment = SimpleNamespace(now=time.time() // 30 * 30)
    monkeypatch.setattr(totp, "time", SimpleNamespace(time=lambda: moment.now))

    def code(secret, ahead=0):
        return totp.format_hotp_value(totp.hotp_value(secret, int(moment.now // 30) + ahead))

    moment.code = code
    return moment


def confirm(client, place):
    return client.post(f"/xac-nhan?next={place}", {"password": PASSWORD})


@pytest.fixture
def secret(mine, phone):
    answer = mine.get("/xac-thuc/ma/bat")
    assert answer["Location"].startswith("/xac-nhan?next=")
    assert confirm(mine, "/xac-thuc/ma/bat")["Location"] == "/xac-thuc/ma/bat"
    page = said(mine.get("/xac-thuc/ma/bat"))
    found = re.search(r'class="secret">(\w+)<', page)[1]
    assert "data:image/svg+xml;base64," in page
    assert mine.post("/xac-thuc/ma/bat", {"code": "000000"}).status_code == 200
    answer = mine.post("/xac-thuc/ma/bat", {"code": phone.code(found)})
    assert answer["Location"] == "/xac-thuc/du-phong"
    return found


def recovery_codes(client):
    return re.findall(r"<li>(\d{8})</li>", said(client.get("/xac-thuc/du-phong")))


def test_with_a_second_factor_the_password_alone_opens_nothing(mine, secret, phone):
    client = browser()
    assert sign_in(client, "an.lth", next="/xac-thuc")["Location"].startswith("/dang-nhap/ma")
    assert not is_in(client)
    assert "không đúng" in said(client.post("/dang-nhap/ma", {"code": "000000"}))
    assert not is_in(client)
    phone.now += 30
    answer = client.post("/dang-nhap/ma", {"code": phone.code(secret)})
    assert answer["Location"] == "/xac-thuc"
    assert is_in(client)


def test_a_time_code_is_taken_once_also_after_a_restart(mine, secret, phone):
    phone.now += 30
    code = phone.code(secret)
    for passes in (True, False):
        client = browser()
        sign_in(client, "an.lth")
        client.post("/dang-nhap/ma", {"code": code})
        assert is_in(client) is passes
        cache.clear()  # what the library remembers of used codes is gone with its process


def test_the_code_that_switched_it_on_is_spent(mine, secret, phone):
    client = browser()
    sign_in(client, "an.lth")
    client.post("/dang-nhap/ma", {"code": phone.code(secret)})
    assert not is_in(client)


@pytest.mark.parametrize(("ahead", "passes"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_wrong(mine, secret, phone, ahead, passes):
    phone.now += 300
    client = browser()
    sign_in(client, "an.lth")
    client.post("/dang-nhap/ma", {"code": phone.code(secret, ahead)})
    assert is_in(client) is passes


def test_a_recovery_code_stands_in_once(mine, secret):
    codes = recovery_codes(mine)
    assert len(codes) == 10
    for passes in (True, False):
        client = browser()
        sign_in(client, "an.lth")
        client.post("/dang-nhap/ma", {"code": codes[3]})
        assert is_in(client) is passes
    assert recovery_codes(mine) == codes[:3] + codes[4:]


def test_recovery_codes_are_downloaded_and_made_anew(mine, secret):
    codes = recovery_codes(mine)
    assert said(mine.get("/xac-thuc/du-phong/tai")).split() == codes
    assert "hết giá trị" in said(mine.get("/xac-thuc/du-phong/tao"))
    mine.post("/xac-thuc/du-phong/tao")
    assert len(recovery_codes(mine)) == 10
    assert not set(codes) & set(recovery_codes(mine))


def test_codes_are_guessed_at_the_pace_of_the_account(mine, secret, account):
    attacker = browser("198.51.100.3")
    for _ in range(3):
        sign_in(attacker, "an.lth")
    for _ in range(5):
        attacker.post("/dang-nhap/ma", {"code": "000000"})
    assert "Hãy đợi" in said(attacker.post("/dang-nhap/ma", {"code": "000000"}))
    assert Throttle.objects.get(key="ten:an.lth").failures == 5
    another = browser("198.51.100.4")
    assert sign_in(another, "an.lth").status_code == 429


def test_secrets_lie_encrypted_in_the_table(mine, secret, account):
    for kept in Authenticator.objects.filter(user=account):
        assert secret not in str(kept.data)
        assert re.match(r"gAAAA", str(kept.data.get("secret") or kept.data["seed"]))
        assert base64.b32decode(secret)


def test_it_is_switched_off_with_a_confirmation_only(mine, secret, account, phone):
    phone.now += 30
    other = browser()
    sign_in(other, "an.lth")
    other.post("/dang-nhap/ma", {"code": phone.code(secret)})
    assert other.post("/xac-thuc/ma/tat")["Location"].startswith("/xac-nhan")
    assert Authenticator.objects.filter(user=account).count() == 2
    phone.now += 30
    answer = other.post("/xac-nhan/ma?next=/xac-thuc/ma/tat", {"code": phone.code(secret)})
    assert answer.status_code == 302
    other.post("/xac-thuc/ma/tat")
    assert not Authenticator.objects.filter(user=account).exists()


def test_half_signed_in_one_may_go_back(mine, secret):
    client = browser()
    sign_in(client, "an.lth")
    assert client.get("/dang-nhap").status_code == 302
    client.post("/dang-xuat")
    assert client.get("/dang-nhap").status_code == 200


def test_a_wrong_password_confirms_nothing(mine):
    answer = mine.post("/xac-nhan?next=/xac-thuc/ma/bat", {"password": WRONG})
    assert "Mật khẩu đang dùng không đúng." in said(answer)
    assert mine.get("/xac-thuc/ma/bat").status_code == 302


# --- the one-time link


def set_by_link(client, word, password=NEW):
    return client.post(f"/lien-ket/{word}", {"password1": password, "password2": password})


def test_a_link_sets_the_password_once_and_ends_all_sessions(mine, account):
    word = link_word(account)
    assert word.encode() not in bytes(OneTimeLink.objects.get().digest)
    page = browser().get(f"/lien-ket/{word}")
    assert "Tên đăng nhập: an.lth." in said(page)
    answer = set_by_link(browser(), word)
    assert answer["Location"] == "/dang-nhap?tin=da-dat-mat-khau"
    assert not is_in(mine)
    assert sign_in(browser(), "an.lth", NEW).status_code == 302
    assert set_by_link(browser(), word, PASSWORD).status_code == 404
    assert sign_in(browser(), "an.lth", NEW).status_code == 302


def test_a_refused_password_does_not_use_the_link_up(account):
    word = link_word(account)
    assert set_by_link(browser(), word, "an.lth").status_code == 422
    assert set_by_link(browser(), word).status_code == 302


def test_used_expired_replaced_and_unknown_links_answer_alike(account, clock):
    used, void = link_word(account), "khong-co-dau"
    set_by_link(browser(), used)
    replaced = link_word(account)
    expired = link_word(account)
    clock.step(hours=72)
    answers = {
        (answer.status_code, re.sub(r'value="(\w{64}|/lien-ket/[^"]+)"', "", said(answer)))
        for word in (used, replaced, expired, void)
        for answer in (browser().get(f"/lien-ket/{word}"), set_by_link(browser(), word))
    }
    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_a_link_lasts_seventy_two_hours(account, clock):
    word = link_word(account)
    clock.step(hours=71, minutes=59)
    assert set_by_link(browser(), word).status_code == 302


def test_a_first_password_is_set_by_a_link(db, server):
    fresh = Account.objects.create(username="moi.nv", password="!")
    assert set_by_link(browser(), link_word(fresh)).status_code == 302
    fresh.refresh_from_db()
    assert fresh.check_password(NEW)


# --- everywhere

UNSAFE = [
    "/dang-nhap", "/dang-nhap/ma", "/dang-xuat", "/mat-khau", "/xac-nhan", "/xac-nhan/ma",
    "/xac-thuc/ma/bat", "/xac-thuc/ma/tat", "/xac-thuc/du-phong/tao", "/lien-ket/x", "/phien/tiep",
]  # fmt: skip


@pytest.mark.parametrize("place", UNSAFE)
def test_every_form_needs_the_token_of_its_page(mine, place):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = mine.cookies
    assert strict.post(place, {"login": "an.lth", "password": PASSWORD}).status_code == 403


def test_every_page_for_signing_in_stands_outside_the_walls():
    for pattern in urls.urlpatterns:
        assert pattern.callback.login_required is False
    places = {str(pattern.pattern).replace("<str:word>", "x") for pattern in urls.urlpatterns}
    safe = {"xac-thuc", "xac-thuc/du-phong", "xac-thuc/du-phong/tai", "phien/con"}
    assert places - safe == {place.lstrip("/") for place in UNSAFE}


@pytest.mark.parametrize(
    "place", ["/mat-khau", "/xac-thuc", "/xac-thuc/ma/bat", "/xac-thuc/du-phong", "/xac-nhan"]
)
def test_a_stranger_is_sent_to_sign_in(db, place):
    answer = browser().get(place)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/dang-nhap?next=")


@pytest.mark.parametrize("place", ["/dang-nhap", "/lien-ket/x", "/dang-nhap/ma", "/phien/con"])
def test_looking_makes_no_session_and_writes_nothing(db, place):
    client = browser()
    client.get(place)
    assert COOKIE not in client.cookies
    assert Session.objects.count() == 0
    assert Throttle.objects.count() == 0


def test_looking_signs_nobody_out(mine):
    assert mine.get("/dang-xuat").status_code == 405
    assert is_in(mine)


@pytest.mark.parametrize(
    "place",
    ["/dang-ky", "/signup", "/dang-nhap/khoa", "/xac-thuc/khoa", "/xac-thuc/khoa/them",
     "/dang-nhap/may-chu", "/dang-nhap/may-chu/ve", "/accounts/login/", "/mat-khau/dat-lai"],
)  # fmt: skip
def test_what_is_switched_off_is_not_there(mine, place):
    assert mine.get(place).status_code == 404
    assert mine.post(place).status_code == 404


@pytest.mark.parametrize(
    ("passkeys", "oidc", "place"),
    [(True, False, "dang-nhap/khoa"), (False, True, "dang-nhap/may-chu")],
)
def test_what_is_switched_on_is(passkeys, oidc, place):
    on = SimpleNamespace(urlpatterns=urls.patterns(passkeys=passkeys, oidc=oidc))
    off = SimpleNamespace(urlpatterns=urls.patterns(passkeys=False, oidc=False))
    assert URLResolver(RegexPattern(""), on).resolve(place)
    with pytest.raises(Resolver404):
        URLResolver(RegexPattern(""), off).resolve(place)


# --- the office's own identity server


def come_from_the_server(name, uid="u-1", **state):
    """What the library does once the identity server has said who it is."""
    request = RequestFactory().get("/dang-nhap/may-chu/ve")
    request.session, request.user = SessionStore(), AnonymousUser()
    request.session.create()
    identity = SocialAccount(provider="co-quan", uid=uid)
    provider = get_adapter(request).get_provider(request, "co-quan")
    came = SocialLogin(user=Account(username=name), account=identity, provider=provider)
    came.state = {"process": "login"} | state
    with request_context(request):
        answer = complete_social_login(request, came)
    return answer["Location"], request.session.get("_auth_user_id")


@pytest.fixture
def server_on(monkeypatch):
    monkeypatch.setattr(settings, "OIDC", ("https://id.example", "thenchot", "x"))


def test_whom_the_server_names_gets_into_the_account_of_that_name(account, server_on):
    assert come_from_the_server("An.LTH") == ("/", str(account.pk))
    assert SocialAccount.objects.get().user == account
    assert come_from_the_server("doi.ten") == ("/", str(account.pk))  # known by its id from then on


@pytest.mark.parametrize(
    ("name", "more"),
    [("khong.co", {}), ("", {}), ("dong.cua", {}), ("an.lth", {"process": "connect"})],
)
def test_the_server_makes_no_account_and_opens_no_closed_one(account, server_on, name, more):
    Account.objects.create(username="dong.cua", password="!")
    before = Account.objects.count()
    assert come_from_the_server(name, **more) == ("/dang-nhap?tin=khong-vao-duoc", None)
    assert Account.objects.count() == before


def test_a_second_identity_of_the_same_name_is_refused(account, server_on):
    come_from_the_server("an.lth")
    assert come_from_the_server("an.lth", uid="u-2")[1] is None


def test_a_second_factor_is_asked_for_behind_the_server_too(mine, secret, server_on):
    assert come_from_the_server("an.lth") == ("/dang-nhap/ma", None)


def test_the_library_has_nothing_to_complain_about():
    call_command("check")
