"""Bản chạy thử — the demo command itself, its pages in Chromium, and how it stops."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

DEMO_PASSWORD = "Thu nghiem 2025!"  # as the entrance of a demo prints it
pytestmark = [pytest.mark.browser, pytest.mark.database]
PAGES = [
    *(("moi-vai", address) for address in (
        "/to-chuc", "/to-chuc/3", "/to-chuc/3/doi-ten", "/nhat-ky", "/khong-co", "/bao-cao",
        "/bao-cao/quy-1-2023", "/bao-cao/nam-2024/ket-nap", "/bao-cao/nam-2023/ky-luat",
    )),
    *(("quan-tri", address) for address in (
        "/quan-tri", "/quan-tri/vai", "/quan-tri/mo-tai-khoan", "/quan-tri/tai-khoan/3", "/quan-tri/ai-xem/9",
    )),
    ("bi-thu", "/to-chuc"),
]  # fmt: skip
IN_BACKGROUND = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "thenchot.project.cli", *words]


@pytest.fixture(scope="module")
def demo():
    """`thenchot demo` in a folder of its own, on a port that is taken: another one is offered."""
    place = Path(tempfile.mkdtemp(prefix="tc-thử "))
    place.chmod(0o755)
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
    shutil.rmtree(place, ignore_errors=True)


def _address(log: Path, process: subprocess.Popen) -> str:
    for _ in range(300):
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


@pytest.mark.parametrize(("width", "size"), [(1366, "normal"), (360, "normal"), (360, "large")])
@pytest.mark.parametrize(("account", "address"), PAGES)
def test_a_page_has_no_axe_violation_no_sideways_scroll_no_policy_report(
    demo, chromium, account, address, width, size
):
    context = chromium.new_context(
        viewport={"width": width, "height": 900 if width > 1000 else 800}
    )
    page = context.new_page()
    reports = []
    page.on("console", lambda said: reports.append(said.text))
    enter(page, demo[0], account, size)
    page.goto(demo[0] + address)
    assert "/dang-nhap" not in page.url
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [said for said in reports if "404" not in said] == []
    context.close()


def test_without_javascript_a_clerk_records_a_new_name_and_finds_it_in_the_journal(demo, chromium):
    page = chromium.new_context(java_script_enabled=False).new_page()
    enter(page, demo[0], "moi-vai")
    page.goto(f"{demo[0]}/to-chuc/4/doi-ten")
    page.fill("#number_sign", "99-QĐ/HU")
    before = page.locator(".crumbs a").last.inner_text()
    page.fill("#name", "Chi bộ khu vực Một A")
    page.click("button[type=submit]")
    assert page.title().startswith("Lỗi:")
    assert page.input_value("#name") == "Chi bộ khu vực Một A"
    page.fill("#issuer", "Huyện ủy Vị Thủy")
    page.fill("#issued_on", "02/01/2025")
    page.fill("#abstract", "Đổi tên chi bộ")
    page.fill("#from_day", "01/02/2025")
    page.click("button[type=submit]")
    assert page.locator("h1").inner_text() == "Chi bộ khu vực Một A"
    page.goto(f"{demo[0]}/nhat-ky")
    said = f"đổi tên {before} thành Chi bộ khu vực Một A"
    assert said in page.locator("tbody tr").first.inner_text()
    place = str(demo[2] / "dữ liệu")
    for day, shown in (("31/12/2024", before), ("01/02/2025", "Chi bộ khu vực Một A")):
        printed = subprocess.run(
            command("tree", "--on", day, "--data", place), capture_output=True, text=True
        )
        assert f"{shown} " in printed.stdout


def test_the_journal_of_the_running_demo_verifies(demo):
    folder = demo[2] / "dữ liệu"
    result = subprocess.run(
        command("journal", "verify", "--data", str(folder)), capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    assert "Không thấy sai khác" in result.stdout


def test_the_command_line_asks_the_register_of_the_running_demo(demo):
    def asked(*words):
        place = str(demo[2] / "dữ liệu")
        result = subprocess.run(command(*words, "--data", place), capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        return result.stdout

    lines = json.loads(asked("tree", "--on", "31/12/2024", "--format", "json"))
    assert (lines[0]["depth"], lines[0]["days"]["until"]) == (0, None)
    assert lines[0]["name"] == "Đảng bộ tỉnh Hậu Giang"
    assert len(asked("tree").splitlines()) == len(json.loads(asked("tree", "--format", "json")))
    found = json.loads(asked("person", "nguyen", "--format", "json"))
    assert len(found) == 100 or all("Nguyễn" in line["full_name"] for line in found)
    member = next(line for line in found if line["standing"])
    assert member["standing"]["cell"] in asked("person", member["full_name"])
    assert "Không có tổ chức nào lệch quy định vào ngày 16/06/2025." in asked("cells")
    wrong = subprocess.run(
        command("tree", "--on", "31/2/2024", "--data", str(demo[2] / "dữ liệu")),
        capture_output=True,
        text=True,
    )
    assert (wrong.returncode, wrong.stderr.strip()) == (
        1,
        "Tháng 02/2024 không có ngày 31; tháng này có 29 ngày.",
    )


def test_the_doctor_finds_nothing_to_do(demo):
    result = subprocess.run(
        command("doctor", "--data", str(demo[2] / "dữ liệu")), capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "18." in result.stdout


def test_a_wrong_option_is_refused_with_a_code():
    result = subprocess.run(command("serve", "--port", "x"), capture_output=True, text=True)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_polite_stop_takes_the_database_along(stop):
    """Ctrl-C is heard even by a process that was started in the background, deaf to it."""
    place = Path(tempfile.mkdtemp(prefix="tc-dừng-"))
    place.chmod(0o755)
    process = subprocess.Popen(
        [sys.executable, "-c", IN_BACKGROUND, *command("demo", "--data", str(place / "d"), "--members", "100")],
        stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    said = next(line for line in process.stdout if "http://localhost" in line)
    process.send_signal(stop)  # at once: the server is just being started
    process.wait(30)
    process.stdout.close()
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    assert str(place) not in running
    assert f"--port {re.search('localhost:([0-9]+)', said)[1]} " not in running
    shutil.rmtree(place, ignore_errors=True)


def test_ctrl_c_stops_everything_the_database_included(demo):
    address, process, place = demo
    cluster = str(place / "dữ liệu" / "postgres")
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(30) == 0
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    assert cluster not in running
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=2)
