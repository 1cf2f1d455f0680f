"""Đăng nhập trong Chromium — the scripts under the strict policy, the warning, one key to go on."""

import os
import shutil
import threading
from datetime import timedelta
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from playwright.sync_api import sync_playwright
from signing import PASSWORD, opened
from world import TODAY

from thenchot.doors.access.sign_in import sessions

pytestmark = [pytest.mark.browser, pytest.mark.database]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip


class _Silent(WSGIRequestHandler):
    def log_message(self, *words):
        """Nothing: what matters is asserted."""


@pytest.fixture
def address(committed, server, monkeypatch):
    monkeypatch.setattr(settings, "OFFICE_DAY", lambda: TODAY)
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["localhost"])
    application = get_wsgi_application()

    def answered(environ, start):
        answer = application(environ, start)
        try:
            yield from answer
        finally:
            answer.close()
            connections.close_all()

    with (
        opened(server, "an.lth"),
        make_server("localhost", 0, answered, WSGIServer, _Silent) as running,
    ):
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://localhost:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture
def page():
    found = os.environ.get("THENCHOT_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=QUIET)
        page = browser.new_page()
        page.faults = []
        page.on("console", lambda said: page.faults.append(said.text))
        page.on("pageerror", lambda fault: page.faults.append(str(fault)))
        yield page
        browser.close()


def broken(page):
    """What the console said, but for addresses that are not there."""
    return [said for said in page.faults if "404" not in said]


def sign_in(page, address, place="/xac-thuc"):
    page.goto(f"{address}/dang-nhap?next={place}")
    page.fill("#login", "an.lth")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{place}")


def test_the_password_is_shown_and_letters_grow_at_once(address, page):
    page.goto(f"{address}/dang-nhap")
    page.fill("#password", PASSWORD)
    page.check("#show")
    assert page.get_attribute("#password", "type") == "text"
    page.check("#size-large")
    assert page.get_attribute("html", "data-size") == "large"
    assert broken(page) == []


def test_a_session_about_to_end_asks_and_one_key_goes_on(address, page, monkeypatch):
    monkeypatch.setattr(sessions, "IDLE", timedelta(seconds=302))
    sign_in(page, address)
    assert not page.is_visible("#session")
    page.wait_for_selector("#session[open]", timeout=5000)
    assert page.evaluate("document.activeElement.textContent") == "Tiếp tục làm việc"
    monkeypatch.setattr(sessions, "IDLE", timedelta(minutes=30))
    page.keyboard.press("Enter")
    page.wait_for_selector("#session:not([open])", state="attached", timeout=3000)
    assert broken(page) == []


def test_a_session_that_is_over_leads_to_the_sign_in_page_and_back(address, page, monkeypatch):
    sign_in(page, address)
    monkeypatch.setattr(sessions, "IDLE", timedelta(0))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_url("**/dang-nhap?tin=het-phien&next=%2Fxac-thuc", timeout=3000)
    assert "Phiên trước đã kết thúc." in page.inner_text("main")
    monkeypatch.setattr(sessions, "IDLE", timedelta(minutes=30))
    page.fill("#login", "an.lth")
    page.fill("#password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/xac-thuc")


def test_every_page_of_signing_in_is_accessible_and_breaks_no_policy(address, page):
    for place in ("/dang-nhap", "/lien-ket/x"):
        page.goto(address + place)
        assert Axe().run(page).response["violations"] == [], place
    sign_in(page, address)
    for place in ("/xac-thuc", "/mat-khau", "/xac-nhan"):
        page.goto(address + place)
        assert Axe().run(page).response["violations"] == [], place
    page.click("summary")
    page.click("text=Đăng xuất")
    page.wait_for_url("**/dang-nhap?tin=da-dang-xuat")
    assert broken(page) == []
