"""Bản chạy thử — the demo command itself, its pages in Chromium, and how it stops."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from demo_office import command, enter

pytestmark = [pytest.mark.browser, pytest.mark.database]
IN_BACKGROUND = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.fixture(scope="module")
def place():
    """An empty one: here the demo loads itself."""
    found = Path(tempfile.mkdtemp(prefix="tc-thử "))
    found.chmod(0o755)
    yield found
    shutil.rmtree(found, ignore_errors=True)


def test_without_javascript_a_clerk_records_a_new_name_and_finds_it_in_the_journal(demo, chromium):
    page = chromium.new_context(java_script_enabled=False).new_page()
    enter(page, demo[0], "moi-vai")
    page.goto(f"{demo[0]}/ghi/doi-ten?don-vi=4")
    page.fill("#number_sign", "99-QĐ/HU")
    before = page.input_value("#organization").partition(" [")[0]
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
    roots = {line["name"]: line["days"]["until"] for line in lines if line["depth"] == 0}
    assert roots["Đảng bộ tỉnh Hậu Giang"] == "2025-07-01"
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
