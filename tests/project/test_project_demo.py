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
