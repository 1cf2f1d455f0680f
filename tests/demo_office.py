"""Bản chạy thử trong trình duyệt — one demo served for a file of tests, and Chromium to walk it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

DEMO_PASSWORD = "Thu nghiem 2025!"  # as the entrance of a demo prints it
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "thenchot.project.cli", *words]


@contextmanager
def own_copy(loaded, prefix):
    """A place of one's own with the loaded demo in it."""
    place = Path(tempfile.mkdtemp(prefix=prefix))
    place.chmod(0o755)
    subprocess.run(["cp", "-a", str(loaded), str(place / "dữ liệu")], check=True)
    yield place
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="module")
def place(loaded):
    with own_copy(loaded, "tc-thử ") as found:
        yield found


@pytest.fixture(scope="module")
def demo(place):
    """`thenchot demo` in that place, on a port that is taken: another one is offered."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        out = open(place / "out.txt", "w+")  # noqa: SIM115
        process = subprocess.Popen(
            command("demo", "--data", str(place / "dữ liệu"), "--port", str(port), "--members", "300"),
            stdout=out, stderr=out, env=os.environ | {"PYTHONUNBUFFERED": "1"}, start_new_session=True,
        )  # fmt: skip
        address = _address(place / "out.txt", process)
    yield address, process, place
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
    out.close()


def _address(log: Path, process: subprocess.Popen) -> str:
    for _ in range(900):
        text = log.read_text()
        found = re.search(r"http://localhost:\d+", text)
        if found:
            assert "đang bận" in text
            break
        assert process.poll() is None, text
        time.sleep(0.2)
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{found[0]}/to-chuc", timeout=2).close()
            return found[0]
        except OSError:
            time.sleep(0.2)
    raise AssertionError(log.read_text())


def enter(page, base: str, account: str, size: str = "normal") -> None:
    """Through the entrance, as a person would."""
    page.goto(f"{base}/dang-nhap")
    page.fill("#login", account)
    page.fill("#password", DEMO_PASSWORD)
    page.check(f"input[name=size][value={size}]")
    page.click("main form >> nth=0 >> button[type=submit]")
    assert "/dang-nhap" not in page.url


@pytest.fixture(scope="module")
def chromium():
    path = os.environ.get("THENCHOT_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


class Hand:
    """Bàn tay — clicks and presses as a person would, and counts them."""

    def __init__(self, page):
        self.page, self.clicks, self.keys = page, 0, 0

    def click(self, target):
        self.clicks += 1
        self.page.locator(target).first.click()
        self.page.wait_for_load_state()

    def press(self, *keys):
        for key in keys:
            self.keys += 1
            self.page.keyboard.press(key)

    def type(self, text):
        self.press(*text)


def text(page, typed, box=None):
    """Free text: not counted."""
    if box:
        page.fill(box, typed)
    else:
        page.keyboard.insert_text(typed)


def paste(hand, typed):
    hand.keys += 1
    hand.page.evaluate(
        """(text) => { const data = new DataTransfer(); data.setData("text", text);
        const box = document.activeElement;
        if (box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})))
            document.execCommand("insertText", false, text); }""",
        typed,
    )


def reach(hand, box):
    """Tab by Tab, each counted."""
    while hand.page.evaluate("document.activeElement.id") != box:
        hand.press("Tab")
        assert hand.keys < 60


def settled(page):
    page.wait_for_load_state("networkidle")


def chosen(hand, typed):
    """A name typed, the first suggestion taken."""
    text(hand.page, typed)
    hand.page.wait_for_selector(
        ".picks:focus-within [role=option], input:focus ~ .picks [role=option]"
    )
    hand.press("Enter")


def sent(hand, *keys):
    with hand.page.expect_navigation():
        hand.press(*keys)
    settled(hand.page)
