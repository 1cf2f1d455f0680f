"""Nạp bản chạy thử — cut off in the middle, it begins again by itself; a whole one is left alone."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.database


def demo(place: Path, *words: str) -> list[str]:
    command = [sys.executable, "-m", "thenchot.project.cli"]
    return [*command, "demo", "--data", str(place), "--only-load", "--members", "900", *words]


@pytest.fixture
def place():
    found = Path(tempfile.mkdtemp(prefix="tc-nạp-"))
    found.chmod(0o755)
    yield found
    shutil.rmtree(found, ignore_errors=True)


def test_a_load_that_was_cut_off_begins_again(place):
    cut = subprocess.Popen(demo(place / "d"), stderr=subprocess.DEVNULL, start_new_session=True)
    for _ in range(200):
        if (place / "d" / "loading").exists():
            break
        time.sleep(0.1)
    time.sleep(2.5)
    assert cut.poll() is None
    os.killpg(cut.pid, signal.SIGKILL)
    cut.wait()
    assert (place / "d" / "loading").exists()
    again = subprocess.run(demo(place / "d"), capture_output=True, text=True)
    assert (again.returncode, again.stdout) == (
        0,
        "Lần nạp trước bị dừng giữa chừng; nạp lại từ đầu.\n",
    )
    verify = [sys.executable, "-m", "thenchot.project.cli", "journal", "verify"]
    found = subprocess.run([*verify, "--data", str(place / "d")], capture_output=True, text=True)
    assert found.returncode == 0, found.stdout
    whole = subprocess.run(demo(place / "d"), capture_output=True, text=True)
    assert (whole.returncode, whole.stdout) == (0, "")
    after = subprocess.run([*verify, "--data", str(place / "d")], capture_output=True, text=True)
    assert after.stdout.splitlines()[-1] == found.stdout.splitlines()[-1]  # the same checkpoint


@pytest.mark.parametrize("members", ["99", "x", "20001"])
def test_a_size_that_cannot_be_is_refused_with_a_code(place, members):
    result = subprocess.run(demo(place / "d", "--members", members), capture_output=True, text=True)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_the_folder_of_an_office_never_becomes_a_demo(place):
    folder = str(place / "d")
    migrate = [sys.executable, "-m", "thenchot.project.cli", "migrate", "--data", folder]
    assert subprocess.run(migrate, capture_output=True).returncode == 0
    result = subprocess.run(demo(place / "d"), capture_output=True, text=True)
    assert result.returncode == 1
    assert "là thư mục dữ liệu của cơ quan" in result.stderr
    assert not (place / "d" / "office.json").exists()


def test_a_database_that_is_not_ours_is_never_emptied(place, server):
    (place / "d").mkdir(mode=0o700)
    (place / "d" / "office.json").write_text('{"demo": true}')
    (place / "d" / "loading").touch()
    variables = {"DATABASE_URL": server.url("thenchot_owner", "postgres")}
    result = subprocess.run(
        demo(place / "d"), capture_output=True, text=True, env=os.environ | variables
    )
    assert result.returncode == 1
    assert "hãy tạo một cơ sở dữ liệu trống" in result.stderr


def test_two_loads_at_once_load_once(place):
    both = [
        subprocess.Popen(
            demo(place / "d"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for _ in range(2)
    ]
    said = [each.communicate(timeout=120)[0] for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert not any("nạp lại từ đầu" in each for each in said)
