"""Hai bức tường — every decision of docs/security/access.md, asked of each wall and of the oracle."""

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import psycopg
import pytest
from access_judging import (
    CHANGE,
    RIGHTS,
    WRITTEN,
    Differences,
    Here,
    built,
    compared,
    judge_lists,
    judge_writing,
    say,
    seen,
    some_pairs,
    told,
    written,
)
from access_reading import HISTORIES, KEPT, KEY, TABLES
from access_world import Office, enter
from access_writer import OLD, day
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


def test_the_world_has_every_kind_of_actor_and_rows_in_every_table(here):
    assert len(here.actors.ids) >= 120
    assert {table for table in TABLES if not here.rows[table]} == set()
    assert sum(">" in actor for actor in here.actors.ids) >= 20
    assert {grant.role for grant in here.world.grants} == set(ROLES)


@pytest.mark.parametrize(
    ("on", "part"), [(day(0), 1), (day(1), 2), (day(-1), 4), (day(365), 4)], ids=str
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


def test_wall_two_lets_an_act_write_only_where_its_right_is_held(here):
    rng = random.Random(7)
    with psycopg.connect(here.url(roles.WEB), autocommit=True) as web:
        made, differences = judge_writing(here, web, day(0), some_pairs(here, rng, 45), rng)
    say(made)
    assert made > 8_000
    assert not differences, "\n".join(map(str, differences[:30]))


def test_inside_an_act_rows_are_read_where_its_right_is_held(here):
    """The line of the act itself, just opened, is no row of the world."""
    differences: Differences = []
    with psycopg.connect(here.url(roles.WEB), autocommit=True) as web:
        for actor, right in some_pairs(here, random.Random(5), 40):

            def ask(world, actor, table, *rest, right=right):
                return oracle.may_read_in_act(world, actor, right, table, *rest)

            wanted = here.wanted(actor, day(0), ask)
            got = seen(web, actor, day(0), right=right, act="thu")
            known = {table: {str(row[KEY[table]]) for row in here.rows[table]} for table in TABLES}
            got = {table: keys & known[table] for table, keys in got.items()}
            differences += compared(actor, day(0), wanted, got)
    assert not differences, told(here, differences)


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


NEW_SPELL = (
    "INSERT INTO register_organizationspell (entry, effective, fixed_term, name, kind, level,"
    " has_committee, basis_id, organization_id, parent_id)"
    " VALUES (%s, '[2030-01-01,)', true, 'Mới', 'chi_bo', 'co_so', false, 1, %s, %s)"
)


def test_below_ones_own_unit_a_new_one_is_founded_but_nobody_elses_taken(here):
    clerk = next(actor for actor, of in here.actors.told.items() if of == "chuyen_vien in A")
    own = next(grant.unit for grant in here.world.grants if str(grant.account) == clerk)
    free = next(  # ended under nothing: nobody's, and no other state in the way
        spell.org for spell in here.world.spells if spell.parent is None and spell.until
    )
    with (
        psycopg.connect(here.url(roles.WEB), autocommit=True) as web,
        web.transaction(force_rollback=True),
    ):
        enter(web, clerk, day(0), right="register.ghi_to_chuc")
        entry = web.execute("SELECT basis_open_act('thu', %s, 'x')", [clerk]).fetchone()[0]
        new = web.execute(
            "INSERT INTO register_organization (entry) VALUES (%s) RETURNING id", [entry]
        ).fetchone()[0]
        web.execute(NEW_SPELL, [entry, new, own])
        with pytest.raises(psycopg.errors.InsufficientPrivilege), web.transaction():
            web.execute(NEW_SPELL, [entry, free, own])


# --- the founder ----------------------------------------------------------------------------------


def test_the_founder_holds_everything_until_the_first_grant_and_nothing_ever_after(
    server, new_database, worker_id
):
    name = f"sang_lap_{worker_id}"
    new_database(name)
    units = {"root": [(None, OLD, None)]}

    def sees() -> bool:
        with psycopg.connect(server.url(roles.WEB, name), autocommit=True) as web:
            return seen(web, "khoi-tao", day(0))["register_organizationspell"] == {"1"}

    with psycopg.connect(server.url(roles.OWNER, name), autocommit=True) as owner:
        w = Office(owner, 0, RIGHTS)
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
    bare |= {"positions_jobposition"}
    assert {model._meta.db_table for model in SEEN_MODELS} == set(KEPT) - bare
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
