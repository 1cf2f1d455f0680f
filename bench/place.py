"""Chỗ đo — a throw-away server with a migrated database, and writers in processes of their own."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
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


def founder():  # type: ignore[no-untyped-def]
    """Who records while nothing has been given to anybody yet; Django is set up by now."""
    from thenchot.doors.access import actor

    return actor.founder(TODAY)


def web() -> psycopg.Connection:
    return psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)


def rate(writer: Callable[[int, float], int], writers: int, seconds: float) -> float:
    """Lần một giây — `writer(number, seconds)` in each of so many processes, all at once."""
    if writers == 1:
        return writer(0, seconds) / seconds
    with get_context("spawn").Pool(writers, initializer=set_up) as pool:
        pool.starmap(writer, [(number, 0.2) for number in range(writers)], chunksize=1)  # warm
        done = pool.starmap(writer, [(number, seconds) for number in range(writers)], chunksize=1)
    return sum(done) / seconds


def set_up() -> None:
    import django

    django.setup()


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
