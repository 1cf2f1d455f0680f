"""Hai bức tường — every decision of docs/security/access.md, asked of each wall and of the oracle."""

import random
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

import psycopg
import pytest
from access_world import (
    EVERY_KEY,
    HISTORIES,
    KEPT,
    KEY,
    TABLES,
    Actors,
    Writer,
    build,
    day,
    enter,
    keep_journal,
    openings_of,
    read,
)
from django.apps import apps
from django.conf import settings
from django.db import connection, connections
from oracles import access as oracle

from thenchot.doors.access.actor import actor_of, founder
from thenchot.doors.access.roles import EVERY_RIGHT, ROLES
from thenchot.ground.basis.models import SeenQuerySet
from thenchot.ground.basis.reads.scoped import scoped
from thenchot.ground.plain.actor import EVERYWHERE
from thenchot.project.environment import database_settings
from thenchot.project.postgres import launcher, roles

pytestmark = pytest.mark.database
RIGHTS = {code: role.rights for code, role in ROLES.items()}
OF_ACTS = sorted(right for right in EVERY_RIGHT if not right.split(".")[1].startswith("xem"))
WRITTEN = [table for table in KEPT if table != "basis_disclosure"]
Seen = Mapping[str, set[str]]
Differences = list[tuple[str, str, date, set[str], set[str]]]


@dataclass
class Here:
    """Một thế giới đã dựng — its database, its actors, and the same as the oracle's plain data."""

    server: launcher.Server
    name: str
    actors: Actors
    world: oracle.World
    rows: dict[str, list[dict]]
    openings: list[oracle.Opening]

    def url(self, role: str) -> str:
        return self.server.url(role, self.name)

    def wanted(self, actor: str, on: date, ask: Callable[..., bool] = oracle.may_list) -> Seen:
        """What the oracle lets the actor see: the keys of each table."""
        now = datetime.now(UTC)
        return {
            table: {
                str(row[KEY[table]])
                for row in self.rows[table]
                if ask(self.world, actor, table, row, on, self.openings, now)
            }
            for table in TABLES
        }

    @property
    def decisions(self) -> int:
        return sum(map(len, self.rows.values()))


def built(server: launcher.Server, name: str, seed: int) -> Here:
    with psycopg.connect(server.url(roles.OWNER, name)) as owner:
        actors = build(owner, seed, RIGHTS)
    with psycopg.connect(server.url(roles.WEB, name), autocommit=True) as web:
        keep_journal(web, actors, seed)
    with psycopg.connect(server.url(roles.OWNER, name), autocommit=True) as owner:
        owner.execute("ANALYZE")
        world, rows = read(owner, RIGHTS)
    return Here(server, name, actors, world, rows, openings_of(rows))


@pytest.fixture(scope="module")
def here(server, new_database, worker_id) -> Here:
    new_database(f"quyen_{worker_id}")
    return built(server, f"quyen_{worker_id}", seed=0)


def seen(web: psycopg.Connection, actor: str, on: date, **modes: str) -> Seen:
    """What the database shows the actor, in a transaction of its own."""
    with web.transaction():
        enter(web, actor, on, **modes)
        found = web.execute(EVERY_KEY).fetchone()
    assert found is not None
    return {table: set(keys or ()) for table, keys in zip(TABLES, found, strict=True)}


def compared(actor: str, on: date, wanted: Seen, got: Seen) -> Differences:
    """(table, actor, day, missing keys, keys too many) of each table that differs."""
    return [
        (table, actor, on, wanted[table] - got[table], got[table] - wanted[table])
        for table in wanted
        if wanted[table] != got[table]
    ]


def told(here: Here, differences: Differences) -> str:
    """The first differences in words, for whoever must find out who is right."""
    return "\n".join(
        f"{table}: {actor} ({here.actors.told[actor]}) on {on}: missing {sorted(missing)[:5]},"
        f" too many {sorted(many)[:5]}"
        for table, actor, on, missing, many in differences[:40]
    )


def say(made: int) -> None:
    sys.stdout.write(f"{made:,} decisions\n")


def judge_lists(here: Here, on: date, actors: list[str]) -> int:
    """Wall two alone, live and history tables, as the web role; gives how many decisions."""
    differences: Differences = []
    with psycopg.connect(here.url(roles.WEB), autocommit=True) as web:
        for actor in actors:
            differences += compared(actor, on, here.wanted(actor, on), seen(web, actor, on))
    assert not differences, told(here, differences)
    return len(actors) * here.decisions


def test_the_world_has_every_kind_of_actor_and_rows_in_every_table(here):
    assert len(here.actors.ids) >= 120
    assert {table for table in TABLES if not here.rows[table]} == set()
    assert sum(">" in actor for actor in here.actors.ids) >= 20
    assert {grant.role for grant in here.world.grants} == set(ROLES)


@pytest.mark.parametrize(
    ("on", "part"), [(day(0), 1), (day(1), 1), (day(-1), 3), (day(365), 3)], ids=str
)
def test_wall_two_shows_each_actor_exactly_the_rows_of_the_page(here, on, part):
    made = judge_lists(here, on, here.actors.ids[::part])
    say(made)
    assert made >= 400_000 // part


def test_wall_two_lets_figures_be_counted_by_whoever_reads_figures(here):
    differences: Differences = []
    with psycopg.connect(here.url(roles.WEB), autocommit=True) as web:
        for actor in here.actors.ids[::2]:
            wanted = here.wanted(actor, day(0), oracle.may_count)
            differences += compared(actor, day(0), wanted, seen(web, actor, day(0), counting="on"))
    assert not differences, told(here, differences)


# --- writing --------------------------------------------------------------------------------------


def judge_writing(
    here: Here, web: psycopg.Connection, on: date, pairs: list[tuple[str, str]], rng: random.Random
) -> tuple[int, list]:
    """Updates of a few rows of each table, and new rows in each unit, inside an act of that right."""
    made, differences = 0, []
    for actor, right in pairs:
        with web.transaction(force_rollback=True):
            enter(web, actor, on, right=right)
            entry = web.execute("SELECT basis_open_act('thu', %s, 'x')", [actor]).fetchone()[0]
            for table in WRITTEN:
                rows = rng.sample(here.rows[table], min(8, len(here.rows[table])))
                wanted = {
                    row["id"] for row in rows if may_update(here, actor, right, table, row, on)
                }
                got = updated(web, table, entry, [row["id"] for row in rows])
                made += len(rows)
                if wanted != got:
                    differences.append((table, actor, right, wanted - got, got - wanted))
            units = sorted(rng.sample(sorted({s.org for s in here.world.spells}), 8))
            row = {"person_id": None, "organization_id": None}
            wanted = {
                unit
                for unit in units
                if oracle.may_write(
                    here.world,
                    actor,
                    right,
                    "awards_commendation",
                    row | {"organization_id": unit},
                    on,
                )
            }
            got = {unit for unit in units if commended(web, entry, unit)}
            made += len(units)
            if wanted != got:
                differences.append(("new row", actor, right, wanted - got, got - wanted))
    return made, differences


def may_update(here: Here, actor: str, right: str, table: str, row: dict, on: date) -> bool:
    """An update finds only what may be read, so both are asked."""
    asked = (here.world, actor, right, table, row, on)
    readable = oracle.may_read_in_act(*asked, here.openings, datetime.now(UTC))
    return readable and oracle.may_write(*asked)


def updated(web: psycopg.Connection, table: str, entry: object, keys: list[int]) -> set[int]:
    """The rows an update reached; where one is refused aloud, each is tried by itself."""
    change = f"UPDATE {table} SET entry = %s WHERE id = ANY (%s) RETURNING id"
    try:
        with web.transaction(force_rollback=True):
            return {key for (key,) in web.execute(change, [entry, keys])}  # type: ignore[arg-type]
    except psycopg.errors.InsufficientPrivilege:
        if len(keys) == 1:
            return set()
        return set().union(*(updated(web, table, entry, [key]) for key in keys))


def commended(web: psycopg.Connection, entry: object, unit: int) -> bool:
    try:
        with web.transaction(force_rollback=True):
            web.execute(
                "INSERT INTO awards_commendation (entry, effective, fixed_term, basis_id,"
                " organization_id, form, occasion) SELECT %s, effective, true, basis_id, %s, form,"
                " 'Dịp thử' FROM (SELECT daterange('2024-01-01', '2024-01-02') AS effective,"
                " 1 AS basis_id, 'giay_khen' AS form) said",
                [entry, unit],
            )
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True


def some_pairs(here: Here, rng: random.Random, number: int) -> list[tuple[str, str]]:
    """Actors with rights of acts; two in three hold theirs somewhere on the day."""
    able = [
        (actor, right)
        for actor in here.actors.ids
        for right in OF_ACTS
        if oracle.holds_somewhere(here.world, actor, right, day(0)) and actor != "khoi-tao"
    ]
    anyone = [(rng.choice(here.actors.ids), rng.choice(OF_ACTS)) for _ in range(number // 3)]
    return rng.sample(able, number - len(anyone)) + [pair for pair in anyone if pair[0]]


def test_wall_two_lets_an_act_write_only_where_its_right_is_held(here):
    rng = random.Random(7)
    with psycopg.connect(here.url(roles.WEB), autocommit=True) as web:
        made, differences = judge_writing(here, web, day(0), some_pairs(here, rng, 60), rng)
    say(made)
    assert made > 8_000
    assert not differences, "\n".join(map(str, differences[:30]))


def test_outside_an_act_and_without_a_right_nothing_is_written(here):
    clerk = next(actor for actor, of in here.actors.told.items() if of == "chuyen_vien in None")
    nobody = "00000000-0000-0000-0000-000000000001"
    with psycopg.connect(here.url(roles.WEB), autocommit=True) as web:
        for table in WRITTEN:
            keys = [row["id"] for row in here.rows[table][:5]]
            with web.transaction(force_rollback=True):
                enter(web, clerk, day(0), right="members.ghi")
                assert _refused(web, table, nobody, keys), table
            with web.transaction(force_rollback=True):
                enter(web, clerk, day(0))
                entry = web.execute("SELECT basis_open_act('thu', %s, 'x')", [clerk]).fetchone()[0]
                assert updated(web, table, entry, keys) == set(), table


def _refused(web: psycopg.Connection, table: str, entry: object, keys: list[int]) -> bool:
    try:
        with web.transaction(force_rollback=True):
            return not updated(web, table, entry, keys)
    except psycopg.DatabaseError:
        return True


# --- the founder ----------------------------------------------------------------------------------


def test_the_founder_holds_everything_until_the_first_grant_and_nothing_ever_after(
    server, new_database, worker_id
):
    name = f"sang_lap_{worker_id}"
    new_database(name)
    units = {"root": [(None, date(2012, 1, 1), None)]}

    def sees() -> bool:
        with psycopg.connect(server.url(roles.WEB, name), autocommit=True) as web:
            return seen(web, "khoi-tao", day(0))["register_organizationspell"] == {"1"}

    with psycopg.connect(server.url(roles.OWNER, name), autocommit=True) as owner:
        w = Writer(owner, 0, RIGHTS)
        w.found_units(units)
        w.paper()
        w.state_units(units)
        assert sees()
        account = w.open_account()
        assert sees()
        grant = w.give(account, "van_thu", None)
        assert not sees()
        w.remove("access_grant", grant)
        assert not sees()


# --- wall one -------------------------------------------------------------------------------------


@contextmanager
def as_owner(server: launcher.Server, name: str, back: str) -> Iterator[None]:
    """Django as the owner, whom row policies let pass: so wall one is judged alone."""
    try:
        _point(database_settings(server.url(roles.OWNER, name)))
        yield
    finally:
        _point(database_settings(server.url(roles.WEB, back)))


def _point(found: dict) -> None:
    settings.DATABASES["default"] |= found
    connection.close()
    connections["default"].settings_dict |= found


@pytest.fixture
def wall_one(here, server, worker_id, django_db_setup, django_db_blocker) -> Iterator[Here]:
    with as_owner(server, here.name, f"thu_{worker_id}"), django_db_blocker.unblock():
        yield here


def known(actor: str, on: date):
    """The actor as the doors make it."""
    if actor == "khoi-tao":
        return founder(on)
    first, _, second = actor.partition(">")
    return actor_of(int(first), int(second) if second else None, on)


SEEN_MODELS = [
    model
    for model in apps.get_models()
    if isinstance(model._default_manager.all(), SeenQuerySet) and model._meta.db_table in TABLES
]


@pytest.mark.parametrize(("on", "part"), [(day(0), 1), (day(1), 4)], ids=str)
def test_wall_one_shows_each_actor_exactly_the_rows_of_the_page(wall_one, on, part):
    made, differences = judge_wall_one(wall_one, on, wall_one.actors.ids[::part])
    say(made)
    assert made >= 200_000 // part
    assert not differences, told(wall_one, differences)


def judge_wall_one(here: Here, on: date, actors: list[str]) -> tuple[int, Differences]:
    made, differences = 0, []
    for actor in filter(None, actors):
        by, wanted = known(actor, on), here.wanted(actor, on)
        with scoped(by, on):
            for model in SEEN_MODELS:
                table = model._meta.db_table
                keys = model._default_manager.all().visible_to(by).values_list("pk", flat=True)
                differences += compared(
                    actor, on, {table: wanted[table]}, {table: set(map(str, keys))}
                )
                made += len(here.rows[table])
    return made, differences


def test_wall_one_knows_each_right_of_each_actor_in_each_unit(wall_one):
    units = sorted({spell.org for spell in wall_one.world.spells})
    differences = []
    for actor in filter(None, wall_one.actors.ids):
        by = known(actor, day(0))
        for right in EVERY_RIGHT:
            everywhere = oracle.holds(wall_one.world, actor, right, None, day(0))
            wanted = (
                EVERYWHERE
                if everywhere
                else {
                    unit
                    for unit in units
                    if oracle.holds(wall_one.world, actor, right, unit, day(0))
                }
            )
            if by.reach(right) != wanted:
                differences.append((actor, right, by.reach(right), wanted))
    assert not differences, "\n".join(map(str, differences[:30]))


def test_every_table_of_the_page_stands_behind_wall_one():
    walled = {model._meta.db_table for model in SEEN_MODELS}
    assert set(KEPT) | {"members_seat"} == walled | {"basis_disclosure"}
    assert len(HISTORIES) == len(KEPT)


# --- soak -----------------------------------------------------------------------------------------


@pytest.mark.soak
@pytest.mark.parametrize("seed", [1, random.SystemRandom().randrange(2, 10**6)], ids=["1", "drawn"])
def test_a_drawn_world_is_shown_exactly_as_the_page_says_on_many_days(
    server, new_database, worker_id, seed
):
    sys.stdout.write(f"seed {seed}\n")
    name = f"quyen_lau_{worker_id}"
    new_database(name)
    here = built(server, name, seed)
    made = sum(
        judge_lists(here, day(offset), here.actors.ids)
        for offset in (-2000, -401, -400, -30, -2, -1, 0, 1, 2, 41, 365, 366)
    )
    rng = random.Random(seed)
    with psycopg.connect(here.url(roles.WEB), autocommit=True) as web:
        written, differences = judge_writing(here, web, day(0), some_pairs(here, rng, 200), rng)
    assert not differences, "\n".join(map(str, differences[:30]))
    say(made + written)
    assert made + written >= 5_000_000
