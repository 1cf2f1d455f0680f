"""Nền của mọi phép thử — one server, one migrated template, a clone per worker, the web role."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest
from actors import CARRY, GIVE, REACH, demo_actor, signed_in
from django.conf import settings
from django.db import connection, connections
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from django.test import Client

from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.project.environment import database_settings
from thenchot.project.postgres import launcher, roles

TODAY = date(2025, 6, 16)
settings.GUARD_SCOPE = True


HEAVY = (
    "test_demo_province",
    "test_recording_attacks",
    "test_reorganisation_machine",
    "test_browser_demo",
    "test_browser_pages",
    "test_migrations",
    "test_access_routes",
    "test_project_demo",
    "test_project_archive",
    "test_api_schema",
    "test_bench",
    "test_access_faults",
    "test_sensitive",
    "test_browser_jobs",
    "test_access_matrix",
    "test_browser_recording",
)  # fmt: skip — each takes minutes; begun first, none is left alone at the end


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {name: number for number, name in enumerate(HEAVY)}
    items.sort(key=lambda each: place.get(each.path.stem, len(HEAVY)))


def _loaded_place(config: pytest.Config) -> Path:
    """Named by the process that all workers come from."""
    whose = os.getppid() if hasattr(config, "workerinput") else os.getpid()
    return Path(tempfile.gettempdir()) / f"thenchot-nap-{os.geteuid()}-{whose}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(_loaded_place(session.config), ignore_errors=True)


@pytest.fixture(scope="session")
def loaded(pytestconfig: pytest.Config) -> Path:
    """A demo of 300 members at rest, loaded by the first who asks; to be copied."""
    place = _loaded_place(pytestconfig)
    place.mkdir(mode=0o755, exist_ok=True)
    with open(place / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "whole").exists():
            command = [sys.executable, "-m", "thenchot.project.cli", "demo", "--only-load"]
            words = ["--data", str(place / "dữ liệu"), "--members", "300"]
            subprocess.run([*command, *words], check=True)
            (place / "whole").touch()
    return place / "dữ liệu"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[launcher.Server]:
    """One server for all workers: the last one out stops it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    data = Path(tempfile.gettempdir()) / f"thenchot-thu-{os.geteuid()}-{shared.name}"
    started = launcher.ensure(data)
    with open(shared / "template.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _make_template(started)
    yield started
    if started.stop("immediate"):
        launcher.remove(data)


def _make_template(server: launcher.Server) -> None:
    with psycopg.connect(server.url(launcher.ADMIN, "postgres"), autocommit=True) as admin:
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = 'khuon'").fetchone():
            return
        roles.create(admin, "khuon_dang_lam")
        owner = server.url(roles.OWNER, "khuon_dang_lam")
        migrate = [sys.executable, "-W", "ignore", "-m", "django", "migrate", "-v", "0"]
        subprocess.run(migrate, check=True, env=os.environ | {"DATABASE_URL": owner})
        with psycopg.connect(owner, autocommit=True) as connected:
            connected.execute(GIVE)
        admin.execute("ALTER DATABASE khuon_dang_lam RENAME TO khuon")


@pytest.fixture(scope="session")
def new_database(server: launcher.Server, worker_id: str) -> Callable[[str], None]:
    def clone(name: str) -> None:
        with psycopg.connect(server.url(launcher.ADMIN, "postgres"), autocommit=True) as admin:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            roles.create(admin, name, template="khuon")

    return clone


@pytest.fixture(scope="session")
def django_db_setup(
    server: launcher.Server, new_database: Callable[[str], None], worker_id: str
) -> None:
    """Bodies run as the web role, in this worker's clone of the template."""
    new_database(f"thu_{worker_id}")
    point_at(server, f"thu_{worker_id}")


@receiver(connection_created)
def _ask_as_everyman(connection, **_):
    """What a test asks outside `scoped` it asks as the actor with every right, sensitive kinds open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('thenchot.actor', 'thu', false), set_config('thenchot.day', %s, false),"
            " set_config('thenchot.counting', 'on', false)",
            [TODAY.isoformat()],
        )


def point_at(server: launcher.Server, database: str, role: str = roles.WEB) -> None:
    found = database_settings(server.url(role, database))
    settings.DATABASES["default"] |= found
    connection.close()
    connections["default"].settings_dict |= found


@pytest.fixture
def committed(
    server: launcher.Server,
    new_database: Callable[[str], None],
    worker_id: str,
    django_db_setup: None,
    django_db_blocker: pytest.FixtureRequest,
) -> Iterator[str]:
    """A fresh clone with real commits; gives its name, so that other roles may connect."""
    name = f"that_{worker_id}"
    new_database(name)
    point_at(server, name)
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield name
    connection.close()
    point_at(server, f"thu_{worker_id}")


@pytest.fixture
def give(server: launcher.Server) -> Iterator[Callable[[Actor], Actor]]:
    """Gives an actor made by hand its rights behind the second wall too, in the database in use."""
    given: list[tuple[str, str]] = []

    def grant(actor: Actor) -> Actor:
        owner = server.url(roles.OWNER, connection.settings_dict["NAME"])
        with psycopg.connect(owner, autocommit=True) as keeper:
            for right, reach in actor.rights.items():
                units = [None] if reach == EVERYWHERE else list(reach)
                keeper.execute(CARRY, [f"thu {right}", str(right)])
                for unit in units:
                    keeper.execute(REACH, [actor.id, f"thu {right}", unit])
        given.append((owner, actor.id))
        return actor

    yield grant
    for owner, actor in given:
        with psycopg.connect(owner, autocommit=True) as keeper:
            keeper.execute("DELETE FROM basis_scope WHERE actor = %s", [actor])
            keeper.execute("DELETE FROM basis_roleright WHERE role LIKE 'thu %'")


@pytest.fixture
def client() -> Client:
    """Signed in with every right."""
    return signed_in()


@pytest.fixture
def actor() -> Actor:
    return demo_actor()
