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
    """Inside an act of a right: rows changed, removed, made in a unit and moved to another."""
    made, differences = 0, []
    for actor, right in pairs:
        with web.transaction(force_rollback=True):
            enter(web, actor, on, right=right)
            entry = web.execute("SELECT basis_open_act('thu', %s, 'x')", [actor]).fetchone()[0]
            asked = [
                (table, row, row["id"] in got)
                for table in WRITTEN
                if (rows := rng.sample(here.rows[table], min(6, len(here.rows[table]))))
                for change in (CHANGE, REMOVE)[: 1 + (table in REMOVED)]
                for got in [written(web, change, table, entry, [row["id"] for row in rows])]
                for row in rows
            ]
            differences += [
                (actor, right, table, row, got)
                for table, row, got in asked
                if may_change(here, actor, right, table, row, on) != got
            ]
            units = sorted(rng.sample(sorted({s.org for s in here.world.spells}), 8))
            row = rng.choice([r for r in here.rows["awards_commendation"] if r["organization_id"]])
            for unit in units:
                new = row | {"organization_id": unit}
                may = oracle.may_write(here.world, actor, right, "awards_commendation", new, on)
                if commended(web, entry, unit) != may:
                    differences.append((actor, right, "new row", unit, not may))
                may = may and may_change(here, actor, right, "awards_commendation", row, on)
                if moved(web, entry, row["id"], unit) != may:
                    differences.append((actor, right, "moved row", row, unit, not may))
            made += len(asked) + 2 * len(units)
    return made, differences


CHANGE = "UPDATE {table} SET entry = %(entry)s WHERE id = ANY (%(keys)s) RETURNING id"
REMOVE = "DELETE FROM {table} WHERE id = ANY (%(keys)s) RETURNING id"
REMOVED = {
    "members_movement", "awards_badge", "awards_commendation", "cadres_cadredecision",
    "oversight_discipline", "oversight_inspectionplan", "indicators_target", "indicators_entered",
}  # fmt: skip


def may_change(here: Here, actor: str, right: str, table: str, row: dict, on: date) -> bool:
    """A change finds only what may be read, so both are asked."""
    asked = (here.world, actor, right, table, row, on)
    readable = oracle.may_read_in_act(*asked, here.openings, datetime.now(UTC))
    return readable and oracle.may_write(*asked)


def written(
    web: psycopg.Connection, change: str, table: str, entry: object, keys: list[int]
) -> set[int]:
    """The rows a change reached; where one is refused aloud, each is tried by itself."""
    try:
        with web.transaction(force_rollback=True):
            found = web.execute(change.format(table=table), {"entry": entry, "keys": keys})  # type: ignore[arg-type]
            return {key for (key,) in found}
    except psycopg.errors.InsufficientPrivilege:
        if len(keys) == 1:
            return set()
        return set().union(*(written(web, change, table, entry, [key]) for key in keys))


def commended(web: psycopg.Connection, entry: object, unit: int) -> bool:
    try:
        with web.transaction(force_rollback=True):
            web.execute(
                "INSERT INTO awards_commendation (entry, effective, fixed_term, basis_id,"
                " organization_id, form, occasion)"
                " VALUES (%s, '[2024-01-01,2024-01-02)', true, 1, %s, 'giay_khen', 'Dịp thử')",
                [entry, unit],
            )
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True


def moved(web: psycopg.Connection, entry: object, key: int, unit: int) -> bool:
    change = f"UPDATE {{table}} SET entry = %(entry)s, organization_id = {unit} WHERE id = ANY (%(keys)s) RETURNING id"
    return bool(written(web, change, "awards_commendation", entry, [key]))


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
        made, differences = judge_writing(here, web, day(0), some_pairs(here, rng, 45), rng)
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
                assert written(web, CHANGE, table, entry, keys) == set(), table


def _refused(web: psycopg.Connection, table: str, entry: object, keys: list[int]) -> bool:
    try:
        with web.transaction(force_rollback=True):
            return not written(web, CHANGE, table, entry, keys)
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
    """But bare identities, which say nothing, and openings, which each asks for their own."""
    bare = {"register_organization", "register_person", "register_post", "basis_disclosure"}
    assert {model._meta.db_table for model in SEEN_MODELS} == set(KEPT) - bare
    assert len(HISTORIES) == len(KEPT)


# --- planted faults -------------------------------------------------------------------------------

Fault = Callable[[psycopg.Connection], None]


def function(name: str, old: str, new: str) -> Fault:
    """A function of the database in which one phrase says something else."""

    def plant(admin: psycopg.Connection) -> None:
        text = admin.execute("SELECT pg_get_functiondef(%s::regproc)", [name]).fetchone()[0]
        assert old in text, text
        admin.execute(text.replace(old, new))

    return plant


def policy(table: str, old: str, new: str, name: str = "reads") -> Fault:
    """A policy in which one phrase says something else; an empty phrase is the whole of it."""

    def plant(admin: psycopg.Connection) -> None:
        using, check = admin.execute(
            "SELECT qual, with_check FROM pg_policies WHERE tablename = %s AND policyname = %s",
            [table, name],
        ).fetchone()
        assert old in f"{using} {check}"
        for clause, text in (("USING", using), ("WITH CHECK", check)):
            if text is not None and old in text:
                said = text.replace(old, new) if old else new
                admin.execute(f"ALTER POLICY {name} ON {table} {clause} ({said})")

    return plant


def rows(query: str) -> Fault:
    """Projections that went stale, roles that carry more or less."""

    def plant(admin: psycopg.Connection) -> None:
        assert admin.execute(query).rowcount > 0  # type: ignore[arg-type]

    return plant


STARTED, ENDED = "s.from_day <= basis_day()", "s.until_day > basis_day()"
SELF = "person_id = ( SELECT basis_self() AS basis_self)"
SCOPE = "INSERT INTO basis_scope (actor, role, unit, from_day, until_day)"
LISTS: dict[str, Fault] = {
    "a right begins a day late": function("basis_live", STARTED, "s.from_day < basis_day()"),
    "a right lasts a day longer": function("basis_live", ENDED, "s.until_day >= basis_day()"),
    "a right holds before its days": function("basis_live", STARTED, "true"),
    "a right never ends": function("basis_live", ENDED, "true"),
    "whoever once worked here still does": function("basis_works", ENDED, "true"),
    "rights of papers never end": function("basis_reaches", ENDED, "true"),
    "one unit is the whole office": function("basis_everywhere", "l.unit IS NULL", "true"),
    "any actor's rights count": function("basis_live", "s.actor = basis_asking()", "true"),
    "the own file stays open": function("basis_self", "o.until_day > basis_day()", "true"),
    "the own file is read while typing for another": function(
        "basis_self", "o.actor = basis_asking()", "o.actor = split_part(basis_asking(), '>', 1)"
    ),
    "a tie stands after its successor": function(
        "basis_people", "t.sight_until > basis_day()", "true"
    ),
    "a tie stands before it begins": function("basis_people", "t.from_day <= basis_day()", "true"),
    "a file goes with any tie": function("basis_people", "NOT basis_people.standing", "true"),
    "a name goes with standing ties": function(
        "basis_people", "NOT basis_people.standing", "false"
    ),
    "an opening lasts a day": function("basis_opened_people", "00:30:00", "24:00:00"),
    "an opening of any kind opens": function(
        "basis_opened_people", "d.kind = basis_opened_people.asked", "true"
    ),
    "an opening of one person opens the list": function("basis_opened", "p.p IS NULL", "true"),
    "rows name the principal's account": function("basis_account", "^[0-9]+", "[0-9]+$"),
    "figures are always being counted": function("basis_counting", "= 'on'", "<> 'x'"),
    "memberships are open": policy("members_membership", "", "true"),
    "former memberships are open": policy("members_membership_history", "", "true"),
    "seats are open": policy("members_seat", "", "true"),
    "account holders are open": policy("access_holder", "", "true"),
    "only the left cell is asked": policy("members_movement", "to_cell_id", "from_cell_id"),
    "expulsions are listed": policy("members_movement", "way <> 'khai_tru'::text", "true"),
    "expulsions ask a weaker right": policy("members_movement", "xem_khai_tru", "xem"),
    "disciplines need no opening": policy(
        "oversight_discipline", "( SELECT basis_opened('ky_luat'::text) AS basis_opened)", "true"
    ),
    "former disciplines need no opening": policy(
        "oversight_discipline_history",
        "( SELECT basis_opened('ky_luat'::text) AS basis_opened)",
        "true",
    ),
    "disciplines ask a weaker right": policy("oversight_discipline", "xem_ten", "xem"),
    "the own discipline is hidden": policy("oversight_discipline", SELF, "false"),
    "the own clause is wide": policy("members_membership", SELF, SELF.replace(" = ", " >= ", 1)),
    "a posting is looked up by its number": policy("register_posting", "s.organization_id", "s.id"),
    "a commendation forgets its person": policy(
        "awards_commendation", "basis_people('awards.xem'::text, true)", "basis_reach('awards.xem')"
    ),
    "papers are open": policy("basis_instrument", "", "true"),
    "former papers are open": policy("basis_instrument_history", "", "true"),
    "every kind of paper is public": policy(
        "basis_instrument", "'nghi_quyet'::text", "'nghi_quyet'::text, 'quyet_dinh'::text"
    ),
    "papers of the office are read by any reader of a register": policy(
        "basis_instrument",
        "basis_everywhere('basis.xem_van_ban'::text)",
        "basis_holds('basis.xem_van_ban'::text)",
    ),
    "the journal is read by any reader of a journal": policy(
        "basis_journalentry", "basis_everywhere(", "basis_holds("
    ),
    "grants without a unit are read by all": policy(
        "access_grant",
        "unit_id IN ( SELECT u.u\n   FROM basis_reach('access.xem'",
        "unit_id IS NULL OR unit_id IN ( SELECT u.u\n   FROM basis_reach('access.xem'",
    ),
    "a role carries one right more": rows(
        "INSERT INTO basis_roleright (role, code) VALUES ('van_thu', 'members.xem')"
    ),
    "a role carries one right less": rows(
        "DELETE FROM basis_roleright WHERE (role, code) = ('bi_thu_chi_bo', 'members.xem')"
    ),
    "people are seen above one's unit": rows(
        "INSERT INTO basis_roleright (role, code) VALUES ('cap_tren', 'register.xem')"
    ),
    "the founder stays": rows(
        f"{SCOPE} VALUES ('khoi-tao', 'khoi_tao', NULL, '-infinity', 'infinity')"
    ),
    "a deputy keeps what they were given": rows(
        f"{SCOPE} SELECT deputy_id || '>' || principal_id, role, unit, from_day, until_day"
        " FROM access_actingfor JOIN basis_scope ON actor = deputy_id::text"
    ),
    "a deputy gets the keys of the system": rows(
        f"{SCOPE} SELECT deputy_id || '>' || principal_id, role, unit, from_day, until_day"
        " FROM access_actingfor JOIN basis_scope ON actor = principal_id::text"
        " AND role IN ('quan_tri_he_thong', 'nguoi_soan_thao')"
    ),
    "a line of the scope is missing": rows(
        "DELETE FROM basis_scope WHERE id = (SELECT min(id) FROM basis_scope"
        " WHERE role = 'chuyen_vien' AND unit IS NOT NULL AND from_day < '2020-01-01')"
    ),
    "a merged unit is forgotten": rows(
        "DELETE FROM basis_scope WHERE unit IN (SELECT predecessor_id FROM register_succession)"
    ),
    "a closed account keeps its scope": rows(
        "UPDATE basis_scope SET until_day = 'infinity' WHERE actor IN (SELECT account_id::text"
        " FROM access_holder WHERE NOT upper_inf(effective))"
    ),
    "ties of posts are missing": rows("DELETE FROM basis_tie WHERE source = 'chuc_vu'"),
    "ties never give way": rows("UPDATE basis_tie SET sight_until = 'infinity'"),
    "uses of papers are missing": rows("DELETE FROM basis_paperuse WHERE code = 'members.xem'"),
    "papers of expulsions are read as others": rows(
        "UPDATE basis_paperuse SET code = 'members.xem' WHERE code = 'members.xem_khai_tru'"
        " AND NOT EXISTS (SELECT FROM basis_paperuse o WHERE o.code = 'members.xem'"
        " AND o.paper = basis_paperuse.paper AND o.unit = basis_paperuse.unit)"
    ),
}
COUNTS: dict[str, Fault] = {
    "figures are never being counted": function("basis_counting", "= 'on'", "= 'x'"),
    "whoever works here counts": function(
        "basis_live", "r.code = 'indicators.xem'::text", "r.code = 'register.xem_to_chuc'::text"
    ),
    "disciplines are not counted unopened": policy(
        "oversight_discipline", "( SELECT basis_counting() AS basis_counting)", "false"
    ),
}
WRITES: dict[str, Fault] = {
    "new commendations are written anywhere": policy(
        "awards_commendation", "", "true", "writes_insert"
    ),
    "commendations are moved anywhere": policy("awards_commendation", "", "true", "writes_update"),
    "memberships are changed by any act": policy("members_membership", "", "true", "writes_update"),
    "only the left cell is asked": policy(
        "members_movement", "to_cell_id", "from_cell_id", "writes_update"
    ),
    "movements are removed by any act": policy("members_movement", "", "true", "writes_delete"),
    "parameters are written from a unit": policy(
        "basis_parameter", "basis_everywhere", "basis_holds", "writes_update"
    ),
    "papers are written from any unit": policy(
        "basis_instrument", "kept_by IN", "kept_by IS NULL OR kept_by IN", "writes_update"
    ),
    "accounts are given from a unit": policy(
        "access_grant", "basis_everywhere", "basis_holds", "writes_update"
    ),
}


@contextmanager
def planted(here: Here, fault: Fault) -> Iterator[psycopg.Connection]:
    """The database with one fault, seen as the web role; nothing of it stays."""
    with (
        psycopg.connect(here.url(launcher.ADMIN), autocommit=True) as admin,
        admin.transaction(force_rollback=True),
    ):
        fault(admin)
        admin.execute("SET LOCAL ROLE thenchot_web")
        yield admin


@pytest.fixture(scope="module")
def answers(here) -> list[tuple[str, date, Seen]]:
    """What the oracle says of all actors, today and tomorrow, in no order; asked once."""
    actors = random.Random(3).sample(here.actors.ids, len(here.actors.ids))
    return [(actor, on, here.wanted(actor, on)) for on in (day(0), day(1)) for actor in actors]


def listed(web: psycopg.Connection, answers: list[tuple[str, date, Seen]]) -> bool:
    """Whether all lists are as the oracle says; stops at the first that is not."""
    return all(seen(web, actor, on) == wanted for actor, on, wanted in answers)


def test_without_a_fault_the_comparison_finds_none(here, answers):
    with planted(here, lambda _: None) as web:
        assert listed(web, answers[:60])


@pytest.mark.parametrize("fault", LISTS)
def test_a_planted_fault_shows_in_the_lists(here, answers, fault):
    with planted(here, LISTS[fault]) as web:
        assert not listed(web, answers)


@pytest.mark.parametrize("fault", COUNTS)
def test_a_planted_fault_shows_while_counting(here, fault):
    with planted(here, COUNTS[fault]) as web:
        assert not all(
            seen(web, actor, day(0), counting="on") == here.wanted(actor, day(0), oracle.may_count)
            for actor in here.actors.ids[:120]
        )


@pytest.mark.parametrize("fault", WRITES)
def test_a_planted_fault_shows_in_writing(here, fault):
    rng = random.Random(7)
    pairs = some_pairs(here, rng, 120)
    with planted(here, WRITES[fault]) as web:
        assert any(judge_writing(here, web, day(0), [pair], rng)[1] for pair in pairs)


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
