"""Chỗ đo — a throw-away server with a migrated database, and writers in processes of their own."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

import psycopg

from thenchot.project.data_folder import DataFolder
from thenchot.project.postgres import launcher, roles

TODAY = date(2025, 6, 16)
SCRATCH = """
    CREATE TABLE bench_plain (LIKE basis_instrument INCLUDING ALL);
    CREATE TABLE bench_tiny (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words text);
    GRANT SELECT, INSERT ON bench_plain, bench_tiny TO thenchot_web;
    INSERT INTO basis_scope (actor, role, unit, from_day, until_day)
        VALUES ('do', 'khoi_tao', NULL, '-infinity', 'infinity');
"""
ASK = """
    SELECT set_config('thenchot.actor', %s, false), set_config('thenchot.day', %s, false),
           set_config('thenchot.right', 'basis.ghi_van_ban', false)
"""


@contextmanager
def place() -> Iterator[Path]:
    """A demo folder with its own server; this process and its children are the web role there."""
    path = Path(tempfile.mkdtemp(prefix="thenchot-do-"))
    path.chmod(0o755)
    data = path / "data"
    DataFolder(data).prepare().open_as_demo(TODAY)
    server = launcher.ensure(data)
    try:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "thenchot.project.settings",
            "THENCHOT_DATA": str(data),
            "DATABASE_URL": server.url(roles.WEB),
            "BENCH_OWNER_URL": server.url(roles.OWNER),
        }
        owner = server.url(roles.OWNER)
        migrate = [sys.executable, "-W", "ignore", "-m", "django", "migrate", "-v", "0"]
        subprocess.run(migrate, check=True, env=os.environ | {"DATABASE_URL": owner})
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute(SCRATCH)
        yield data
    finally:
        server.stop("immediate")
        launcher.remove(data)
        path.rmdir()


def measurer():  # type: ignore[no-untyped-def]
    """Who measures: every right in the whole office, given by the owner of this throw-away server."""
    from thenchot.doors.access.roles import EVERY_RIGHT
    from thenchot.ground.plain.actor import EVERYWHERE, Actor

    return Actor("do", "Người đo", dict.fromkeys(EVERY_RIGHT, EVERYWHERE))


def reader_of(username: str):  # type: ignore[no-untyped-def]
    """One of the demo's accounts, as it reads on the day of the measures."""
    from thenchot.doors.access.actor import actor_of
    from thenchot.doors.access.models import Account

    return actor_of(Account.objects.get(username=username).pk, None, TODAY)


def signed_in():  # type: ignore[no-untyped-def]
    """A browser of the demo's account with most roles."""
    from django.test import Client

    from thenchot.doors.access.models import Account

    client = Client(headers={"host": "localhost"})
    client.force_login(Account.objects.get(username="moi-vai"))
    return client


@contextmanager
def as_owner() -> Iterator[None]:
    """Django asks as the owner, whom no wall stops, as `thenchot journal verify` does."""
    from django.db import connection

    held = connection.settings_dict["USER"]
    connection.close()
    connection.settings_dict["USER"] = roles.OWNER
    yield
    connection.close()
    connection.settings_dict["USER"] = held


def web(actor: str = "do") -> psycopg.Connection:
    """A connection of the web role that asks as an actor, its sensitive kinds open to counting."""
    opened = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    opened.execute(ASK, [actor, TODAY.isoformat()])
    return opened


def bare() -> psycopg.Connection:
    """A connection of the owner, whom no wall stops, with the planner's settings of the web role.

    Nothing is prepared: a generic plan would be unfair to a yardstick.
    """
    opened = psycopg.connect(os.environ["BENCH_OWNER_URL"], autocommit=True, prepare_threshold=None)
    opened.execute("SET jit = off; SET enable_memoize = off")
    return opened


def rate(writer: Callable[[int, float], int], writers: int, seconds: float) -> float:
    """Lần một giây — `writer(number, seconds)` in each of so many processes, all at once."""
    if writers == 1:
        return writer(0, seconds) / seconds
    with get_context("spawn").Pool(writers, initializer=set_up) as pool:
        pool.starmap(writer, [(number, 0.2) for number in range(writers)], chunksize=1)  # warm
        done = pool.starmap(writer, [(number, seconds) for number in range(writers)], chunksize=1)
    return sum(done) / seconds


def set_up() -> None:
    """Django as it is served, whose connections ask as the measurer outside `scoped`."""
    import_module("thenchot.project.wsgi")
    from django.db.backends.signals import connection_created

    def ask(connection, **_):  # type: ignore[no-untyped-def]
        with connection.cursor() as cursor:
            cursor.execute(ASK, ["do", TODAY.isoformat()])

    connection_created.connect(ask, weak=False)


def repeat(once: Callable[[], object], seconds: float) -> int:
    """How often `once` was done within the time."""
    end, done = time.perf_counter() + seconds, 0
    while time.perf_counter() < end:
        once()
        done += 1
    return done


def timed(once: Callable[[], object], times: int) -> list[float]:
    """The seconds of each of so many calls, after one to warm up."""
    once()
    found = []
    for _ in range(times):
        started = time.perf_counter()
        once()
        found.append(time.perf_counter() - started)
    return sorted(found)
