"""Nhịp đăng nhập — guesses are slowed, owners are not shut out, unknown names look like known ones."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.conf import settings
from django.db import connections
from django.test import RequestFactory
from django.utils import timezone
from signing import PASSWORD, WRONG, Clock, Counted, browser, is_in, opened, said, sign_in
from world import TODAY

from thenchot.doors.access.models import Account, Throttle
from thenchot.doors.access.sign_in import throttle
from thenchot.doors.access.sign_in.addresses import neighbourhood

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def office(monkeypatch):
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture
def hasher(monkeypatch):
    return Counted(monkeypatch)


@pytest.fixture
def owner(db, server):
    with opened(server, "an.lth") as accounts:
        yield accounts[0]


def same(text):
    """A page without what is random in it."""
    return re.sub(r'(csrfmiddlewaretoken" value)="\w+"', r"\1", text)


def test_two_hundred_guesses_from_fifty_addresses_reach_the_hash_twenty_times(owner, clock, hasher):
    strangers = [browser(f"198.51.100.{n}") for n in range(50)]
    for n in range(200):
        sign_in(strangers[n % 50], "an.lth", WRONG)
        clock.step(seconds=3)
    assert 15 <= hasher.times <= 20


def test_the_owner_on_a_known_machine_gets_in_at_once_during_an_attack(owner, clock, hasher):
    home = browser()
    sign_in(home, "an.lth")
    home.post("/dang-xuat")
    for n in range(20):
        sign_in(browser(f"198.51.100.{n}"), "an.lth", WRONG)
    assert sign_in(browser("203.0.113.9"), "an.lth").status_code == 429
    assert sign_in(home, "an.lth").status_code == 302
    assert is_in(home)


def test_a_known_machine_has_a_pace_of_its_own(owner, clock, hasher):
    home = browser()
    sign_in(home, "an.lth")
    home.post("/dang-xuat")
    hasher.times = 0
    for _ in range(200):
        sign_in(home, "an.lth", WRONG)
        clock.step(seconds=3)
    assert 15 <= hasher.times <= 20
    assert not Throttle.objects.filter(key="ten:an.lth", failures__gt=0).exists()


def test_a_machine_known_to_one_account_is_a_stranger_to_another(db, server, clock, hasher):
    with opened(server, "an.lth", "binh.tv"):
        shared = browser()
        sign_in(shared, "an.lth")
        shared.post("/dang-xuat")
        for _ in range(6):
            sign_in(shared, "binh.tv", WRONG)
        assert Throttle.objects.get(key="ten:binh.tv").failures == 5
        sign_in(shared, "an.lth")
        assert is_in(shared)


def test_a_forged_machine_is_a_stranger(owner, clock, hasher):
    forger = browser()
    forger.cookies[settings.DEVICE_COOKIE_NAME] = "eyJhIjoiYiJ9:1abc:xyz"
    sign_in(forger, "an.lth", WRONG)
    assert Throttle.objects.get(key="ten:an.lth").failures == 1


def test_fifty_people_behind_one_address_mistype_three_times_and_all_get_in(
    db, server, clock, hasher
):
    names = [f"nguoi.{n}" for n in range(50)]
    with opened(server, *names):
        for name in names:
            for _ in range(3):
                assert sign_in(browser(), name, WRONG).status_code == 422
        for name in names:
            mine = browser()
            assert sign_in(mine, name).status_code == 302
            assert is_in(mine)


def test_one_address_that_tries_a_thousand_names_is_slowed(db, clock, hasher):
    admitted = 0
    for n in range(1200):
        with suppress(throttle.TooSoon):
            throttle.admit(RequestFactory(REMOTE_ADDR="192.0.2.1").post("/"), f"ten.{n}")
            admitted += 1
        clock.step(milliseconds=500)
    assert 300 <= admitted <= 330
    assert sign_in(browser("192.0.2.1"), "an.lth", WRONG).status_code == 429
    assert sign_in(browser("203.0.113.9"), "an.lth", WRONG).status_code == 422


def test_an_address_is_forgiven_one_failure_every_two_seconds():
    pace = throttle.ONE_ADDRESS
    seconds = throttle.timedelta(seconds=1)
    assert pace.left(100, 20 * seconds) == 90
    assert pace.left(306, 59 * seconds) == 306
    assert pace.left(306, 120 * seconds) == 304
    assert pace.left(306, 600 * seconds) == 0
    assert pace.left(3, -seconds) == 3


def test_waiting_is_said_in_seconds_and_costs_no_hash(owner, clock, hasher):
    stranger = browser()
    for _ in range(5):
        assert sign_in(stranger, "an.lth", WRONG).status_code == 422
    hasher.times = 0
    answer = sign_in(stranger, "an.lth", PASSWORD)
    assert answer.status_code == 429
    assert "Hãy đợi 1 giây rồi thử lại." in said(answer)
    assert hasher.times == 0
    waits = []
    for _ in range(8):
        wait = int(re.search(r"đợi (\d+) giây", said(answer))[1])
        waits.append(wait)
        clock.step(seconds=wait)
        assert sign_in(stranger, "an.lth", WRONG).status_code == 422
        answer = sign_in(stranger, "an.lth", WRONG)
    assert waits == [1, 2, 4, 8, 16, 30, 60, 60]


def test_unknown_names_cost_and_answer_the_same(owner, clock, hasher):
    bodies = {}
    for name in ("an.lth", "khong.co"):
        stranger = browser("203.0.113.7")
        answers = []
        for _ in range(7):
            before = hasher.times
            answer = sign_in(stranger, name, WRONG)
            answers.append((answer.status_code, hasher.times - before, same(said(answer))))
        bodies[name] = [(s, n, text.replace(f'value="{name}"', "")) for s, n, text in answers]
    assert bodies["an.lth"] == bodies["khong.co"]
    assert [n for _, n, _ in bodies["an.lth"]] == [1, 1, 1, 1, 1, 0, 0]


def test_a_right_password_gives_the_guess_back(owner, clock, hasher):
    mine = browser()
    for _ in range(3):
        sign_in(mine, "an.lth", WRONG)
    sign_in(mine, "an.lth")
    kept = Throttle.objects.get(key="ten:an.lth")
    assert kept.failures == 3


def test_ten_quiet_minutes_forgive_a_name_and_a_day_removes_the_row(owner, clock, hasher):
    for _ in range(8):
        sign_in(browser(), "an.lth", WRONG)
    clock.step(minutes=10)
    assert sign_in(browser(), "an.lth", WRONG).status_code == 422
    assert Throttle.objects.get(key="ten:an.lth").failures == 1
    clock.step(days=1, seconds=1)
    sign_in(browser("203.0.113.5"), "khac", WRONG)
    assert not Throttle.objects.filter(key="ten:an.lth").exists()


def test_upper_case_and_blanks_are_the_same_name(owner, clock, hasher):
    for name in ("an.lth", " AN.LTH ", "An.Lth"):
        sign_in(browser(), name, WRONG)
    assert Throttle.objects.get(key="ten:an.lth").failures == 3


def test_an_ipv6_household_is_one_address():
    assert neighbourhood("2001:db8::1:2") == neighbourhood("2001:db8::ffff")
    assert neighbourhood("192.0.2.1") == "192.0.2.1"
    assert neighbourhood("") == ""


@pytest.mark.parametrize(
    ("proxy", "counted"), [(False, "noi:192.0.2.1"), (True, "noi:203.0.113.4")]
)
def test_only_a_declared_proxy_is_believed(db, monkeypatch, clock, hasher, proxy, counted):
    monkeypatch.setattr(settings, "BEHIND_PROXY", proxy)
    headers = {"x-forwarded-for": "10.9.8.7, 203.0.113.4"}
    browser().post("/dang-nhap", {"login": "x", "password": WRONG}, headers=headers)
    assert Throttle.objects.filter(key=counted).exists()


def test_fifty_guesses_at_the_same_moment_reach_the_hash_five_times(
    committed, django_db_blocker, hasher
):
    def guess(n):
        try:
            with django_db_blocker.unblock():
                return sign_in(browser(f"198.51.100.{n}"), "an.lth", WRONG).status_code
        finally:
            connections.close_all()

    Account.objects.create(username="an.lth", password="!")
    moment = timezone.now()
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(8) as many:
        patch.setattr(timezone, "now", lambda: moment)
        answers = list(many.map(guess, range(50)))
    assert sorted(answers) == [422] * 5 + [429] * 45
    assert hasher.times == 5
