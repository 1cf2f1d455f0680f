"""Hỏi hai bên — a built world, asked of the database and of the oracle, and the two compared."""

import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import psycopg
from access_reading import EVERY_KEY, KEPT, KEY, TABLES, openings_of, read
from access_world import Actors, build, enter, keep_journal
from access_writer import day
from oracles import access as oracle

from thenchot.doors.access.roles import EVERY_RIGHT, ROLES
from thenchot.project.postgres import launcher, roles

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


def seen(web: psycopg.Connection, actor: str, on: date, act: str = "", **modes: str) -> Seen:
    """What the database shows the actor, in a transaction of its own, in an act where one is named."""
    with web.transaction(force_rollback=True):
        enter(web, actor, on, **modes)
        if act:
            web.execute("SELECT basis_open_act(%s, %s, 'x')", [act, actor])
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
    "cadres_qualification", "members_consent", "members_reportedchange",
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
