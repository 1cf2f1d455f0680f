"""Máy chủ của mình — hard paths, crashes, other users; no acknowledged act is lost."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from thenchot.ground.plain.reasons import Refused
from thenchot.project.environment import Environment
from thenchot.project.postgres import binaries, launcher, roles

pytestmark = pytest.mark.database


@pytest.fixture
def place():
    made = Path(tempfile.mkdtemp(prefix="tc-thu-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


def one(server, query="SELECT 1"):
    with psycopg.connect(server.url(launcher.ADMIN, "postgres")) as connection:
        return connection.execute(query).fetchone()[0]


def kill(server):
    pid = int((server.cluster / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("name", ["Tài liệu của tôi/then chốt", "d" * 100 + "/" + "ữ" * 40])
def test_folders_with_spaces_vietnamese_letters_and_200_characters_work(place, name):
    server = launcher.ensure(place / name)
    assert one(server) == 1
    assert server.stop()


def test_a_killed_server_comes_back_by_itself(place):
    server = launcher.ensure(place)
    kill(server)
    again = launcher.ensure(place)
    assert one(again) == 1
    server.users.close()
    assert again.stop("immediate")


def test_a_process_id_that_now_belongs_to_another_is_no_sign_of_life(place):
    server = launcher.ensure(place)
    kill(server)
    time.sleep(0.5)
    pid = server.cluster / "postmaster.pid"
    if pid.exists():
        pid.write_text(pid.read_text().replace(pid.read_text().splitlines()[0], "1", 1))
    again = launcher.ensure(place)
    assert one(again) == 1
    server.users.close()
    assert again.stop("immediate")


def test_only_the_last_user_stops_the_server(place):
    first, second = launcher.ensure(place), launcher.ensure(place)
    assert first.stop() is False
    assert one(second) == 1
    assert second.stop() is True
    with pytest.raises(psycopg.OperationalError):
        one(second)


def test_a_socket_folder_planted_by_another_is_refused(place):
    planted = launcher._socket(place)
    planted.rmdir()
    planted.symlink_to(place)
    try:
        with pytest.raises(Refused, match="thuộc người khác"):
            launcher.ensure(place)
    finally:
        planted.unlink()


def test_an_older_server_is_refused_with_the_reason(place):
    (place / "postgres").write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 15.18'\n")
    (place / "postgres").chmod(0o755)
    with pytest.raises(Refused, match=r"Cần PostgreSQL 18 trở lên.*15\.18"):
        launcher.ensure(place / "data", place)


def test_the_web_role_is_no_owner_and_no_superuser(server):
    query = "SELECT bool_or(rolsuper OR rolbypassrls OR rolcreatedb) FROM pg_roles WHERE rolname IN ('thenchot_web', 'thenchot_owner')"
    assert one(server, query) is False


def test_a_server_that_may_lose_acknowledged_acts_is_refused(place):
    server = launcher.ensure(place)
    try:
        with psycopg.connect(server.url(launcher.ADMIN, "postgres"), autocommit=True) as admin:
            admin.execute("ALTER SYSTEM SET synchronous_commit = off")
            admin.execute("SELECT pg_reload_conf()")
        time.sleep(0.3)
        with pytest.raises(Refused, match="synchronous_commit"):
            roles.prepare(server.url(launcher.ADMIN, "postgres"))
    finally:
        server.stop("immediate")


def test_the_environment_says_every_fault_at_once():
    with pytest.raises(Refused) as refusal:
        Environment.read(
            {
                "DATABASE_URL": "mysql://x",
                "PORT": "không",
                "THENCHOT_PG_BIN": "/không/có",
                "THENCHOT_LANG": "fr",
            }
        )
    assert len(refusal.value.reasons) == 4


def _rounds(place: Path, cycles: int) -> None:
    """Write acts, kill the server at a random moment, start it again: nothing acknowledged is lost."""
    server = launcher.ensure(place)
    owner = server.url(roles.OWNER)
    command = [sys.executable, "-W", "ignore", "-m", "django", "migrate", "-v", "0"]
    subprocess.run(command, check=True, env=os.environ | {"DATABASE_URL": owner})
    acknowledged: list[int] = []
    for cycle in range(cycles):
        stop = threading.Event()
        writers = [
            threading.Thread(target=_write, args=(server, acknowledged, stop)) for _ in range(4)
        ]
        for writer in writers:
            writer.start()
        time.sleep(0.15 + 0.07 * (cycle % 7))
        kill(server)
        stop.set()
        for writer in writers:
            writer.join()
        server.users.close()
        server = launcher.ensure(place)
    try:
        _nothing_lost(server, acknowledged)
    finally:
        server.stop("immediate")


FOUNDER = """
    SELECT set_config('thenchot.actor', 'khoi-tao', false), set_config('thenchot.day', current_date::text, false),
           set_config('thenchot.right', 'register.ghi_to_chuc', false)
"""


def _write(server, acknowledged, stop):
    with suppress(psycopg.Error), psycopg.connect(server.url(roles.WEB)) as web:
        web.execute(FOUNDER)  # who may do everything until somebody was given a right
        while not stop.is_set():
            entry = web.execute("SELECT basis_open_act('thu', 'x', 'Người thử')").fetchone()[0]
            made = web.execute(
                "INSERT INTO register_organization (entry) VALUES (%s) RETURNING id", [entry]
            ).fetchone()[0]
            web.execute("SELECT basis_close_act('', '', 'thử', '')")
            web.commit()
            acknowledged.append(made)


def _nothing_lost(server, acknowledged):
    with psycopg.connect(server.url(roles.OWNER)) as owner:
        held = {row[0] for row in owner.execute("SELECT id FROM register_organization")}
        lines = owner.execute("SELECT count(*), max(seq) FROM basis_journalentry").fetchone()
        broken = owner.execute(
            "SELECT count(*) FROM (SELECT prev, lag(hash, 1, prev) OVER (ORDER BY seq) AS before FROM basis_journalentry) w WHERE prev <> before"
        ).fetchone()[0]
    assert len(acknowledged) > 20
    assert set(acknowledged) <= held
    assert lines == (len(held), len(held))
    assert broken == 0
    with psycopg.connect(server.url(launcher.ADMIN), autocommit=True) as admin:
        admin.execute("CREATE EXTENSION IF NOT EXISTS amcheck")
    checked = binaries.run(
        server.bin / "pg_amcheck",
        "-h",
        server.socket,
        "-U",
        launcher.ADMIN,
        "--heapallindexed",
        "--parent-check",
        roles.DATABASE,
    )
    assert checked.returncode == 0


def test_ten_kills_lose_no_acknowledged_act(place):
    _rounds(place, 10)


@pytest.mark.soak
def test_two_hundred_kills_lose_no_acknowledged_act(place):
    _rounds(place, 200)
