"""Trang tìm — a page without script, a fragment with it; what may be done; a day typed."""

import pytest
from django.conf import settings
from office import browser_of, given, opened
from party import party
from world import TODAY

from thenchot.doors.web.commands import COMMANDS, MOST, commands_named
from thenchot.ground.plain.actor import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    return party()


def asked(client, typed, **headers):
    answer = client.get("/tim", {"q": typed}, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_browser_without_script_gets_a_whole_page_with_links(client, here):
    text = asked(client, "an tran")
    assert text.startswith("<!doctype html>")
    assert 'value="an tran"' in text
    assert f'<a href="/con-nguoi/{here.people[0]}">Trần Văn An<small>1967, Bí thư' in text


def test_the_script_gets_the_answers_alone_the_likeliest_first(client, here):
    text = asked(client, "ap mot", **{"hx-request": "true"})
    assert "<html" not in text
    assert text.index(f'href="/to-chuc/{here.cells[0]}"') > 0
    assert "<small>Đảng bộ xã Thử</small>" in text


def test_a_paper_leads_to_its_page(client, here):
    assert f'<a href="/van-ban/{here.list_paper}">' in asked(client, "01-ds")


@pytest.mark.parametrize("typed", ["31/12/2022", "31122022", "31-12-2022"])
def test_a_day_offers_to_look_at_it(client, typed):
    text = asked(client, typed)
    assert "Xem theo ngày " in text
    assert "ngay=2022-12-31" in text


@pytest.mark.parametrize("typed", ["31/02/2022", "316", "99/99/9999"])
def test_what_is_no_day_offers_none(client, typed):
    assert "Xem theo ngày 3" not in asked(client, typed)


def test_nothing_found_says_what_can_be_typed(client):
    assert "Không thấy «zzzz»." in asked(client, "zzzz")
    assert "Không thấy" not in asked(client, "")


def test_what_was_typed_stays_text(client):
    text = asked(client, '<b onmouseover="x">zz')
    assert "<b onmouseover" not in text


def test_what_may_be_done_is_offered_to_whoever_may(client, here):
    assert 'href="/quan-tri/mo-tai-khoan"' in asked(client, "mo tai khoan")
    assert 'href="/bao-cao/quy-2-2025"' in asked(client, "bao cao quy nay")
    account = opened("bi-thu")
    given(account, "bi_thu_chi_bo", here.cells[0])
    assert "mo-tai-khoan" not in asked(browser_of(account), "mo tai khoan")


def test_at_most_eight_things_to_do_and_each_can_be_found_by_its_words(actor):
    by = Actor(actor.id, actor.printed_name, actor.rights, TODAY)
    assert len(commands_named(by, "xem")) == MOST
    for command in COMMANDS:
        assert command in commands_named(by, command.label)


def test_a_reader_of_one_cell_finds_nobody_elsewhere(here):
    account = opened("bi-thu")
    given(account, "bi_thu_chi_bo", here.cells[1])
    browser = browser_of(account)
    assert "Trần Văn An" not in asked(browser, "tran van an")
    assert "Lê Thị Mai" in asked(browser, "mai le")
