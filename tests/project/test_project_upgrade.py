"""Nâng cấp — a backup first; what fails stops it and names the backup; the backup comes back."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from thenchot.ground.plain.reasons import Refused
from thenchot.project.cli import upgrading
from thenchot.project.cli.running import database
from thenchot.project.cli.structure import structure_of
from thenchot.project.environment import Environment
from thenchot.project.postgres import launcher, roles

pytestmark = pytest.mark.database
BACK = "reports", "0001_initial"  # a step earlier than the newest


def thenchot(*words):
    command = [sys.executable, "-m", "thenchot.project.cli", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def as_owner(data: Path, statement: str) -> None:
    server = launcher.ensure(data)
    try:
        with psycopg.connect(server.url(roles.OWNER), autocommit=True) as owner:
            owner.execute(statement.encode())
    finally:
        server.stop()


def waiting(data: Path) -> bool:
    server = launcher.ensure(data)
    try:
        return bool(structure_of(server.url(roles.OWNER)).waiting)
    finally:
        server.stop()


@pytest.fixture(scope="module")
def older():
    """A folder as an older program left it: its last step is not taken yet."""
    place = Path(tempfile.mkdtemp(prefix="tc-nâng cấp-"))
    place.chmod(0o755)
    assert thenchot("migrate", "--data", place / "d").returncode == 0
    server = launcher.ensure(place / "d")
    try:
        variables = os.environ | {"DATABASE_URL": server.url(roles.OWNER)}
        command = [sys.executable, "-W", "ignore", "-m", "django", "migrate", "-v", "0", *BACK]
        subprocess.run(command, check=True, env=variables)
    finally:
        server.stop()
    yield place / "d"
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def data(older):
    """A copy of it, server and all."""
    place = Path(tempfile.mkdtemp(prefix="tc-nâng cấp-"))
    place.chmod(0o755)
    subprocess.run(["cp", "-a", str(older), str(place / "d")], check=True)
    yield place / "d"
    shutil.rmtree(place, ignore_errors=True)


def backups(data: Path) -> list[Path]:
    return sorted((data / "backups").iterdir())


def test_an_older_folder_is_saved_upgraded_and_examined(data):
    refused = thenchot("serve", "--data", data)
    assert refused.returncode == 1
    assert "reports 0002_walls" in refused.stderr
    assert "thenchot upgrade" in refused.stderr
    assert waiting(data)  # an office's data is not changed before it is saved
    done = thenchot("upgrade", "--data", data)
    assert (done.returncode, done.stderr) == (0, "")
    (file,) = backups(data)
    lines = done.stdout.splitlines()
    assert [line for line in lines if line[1:3] == "/3"] == [
        f"1/3 Sao lưu vào {file}",
        "2/3 Cập nhật cấu trúc cơ sở dữ liệu",
        "3/3 Khám máy",
    ]
    assert lines[-1] == f"Đã nâng cấp. Bản sao lưu trước khi nâng cấp: {file}"
    assert not waiting(data)
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    restored = thenchot("restore", file, "--data", data.parent / "lai")
    assert (restored.returncode, restored.stderr) == (0, "")
    assert not waiting(data.parent / "lai")
    assert thenchot("journal", "verify", "--data", data.parent / "lai").returncode == 0


def test_nothing_changes_where_the_backup_fails(data):
    (data / "backups").write_text("không phải thư mục")
    done = thenchot("upgrade", "--data", data)
    assert done.returncode == 1
    assert "Sao lưu không thành; chưa thay đổi gì trong dữ liệu." in done.stderr
    assert "Traceback" not in done.stderr
    assert "2/3" not in done.stdout
    assert waiting(data)


def test_rows_the_owner_cannot_see_are_no_backup(data):
    as_owner(data, "DROP POLICY keeper ON members_membership")
    done = thenchot("backup", data.parent / "b.thenchot", "--data", data)
    assert done.returncode == 1
    assert "không thấy hết các bảng members_membership;" in done.stderr
    assert not (data.parent / "b.thenchot").exists()
    assert thenchot("upgrade", "--data", data).returncode == 1
    assert waiting(data)


def test_a_step_that_fails_stops_it_and_names_the_backup(data):
    as_owner(data, "CREATE POLICY keeper ON reports_frozenreport USING (true)")
    done = thenchot("upgrade", "--data", data)
    (file,) = backups(data)
    assert done.returncode == 1
    assert "already exists" in done.stderr
    assert f"thenchot restore {file} --data" in done.stderr
    assert "3/3" not in done.stdout


def test_a_machine_found_wanting_names_the_backup_too(data, monkeypatch, capsys):
    monkeypatch.setattr(upgrading, "examine", lambda running: False)
    with (
        database(Environment(), data) as running,
        pytest.raises(Refused, match="Khám thấy việc cần làm") as refusal,
    ):
        upgrading.upgrade(running, None)
    (file,) = backups(data)
    assert str(file) in str(refusal.value)
    assert "Đã nâng cấp" not in capsys.readouterr().out
