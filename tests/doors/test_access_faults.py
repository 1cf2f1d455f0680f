"""Lỗi cấy vào — each wrong policy, function or stale projection must show in the comparison."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import psycopg
import pytest
from access_judging import Here, Seen, judge_writing, seen, some_pairs
from access_writer import day
from oracles import access as oracle

from thenchot.project.postgres import launcher

pytestmark = pytest.mark.database

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
    "numbers of people need no opening": policy(
        "identity_personnumber",
        "( SELECT basis_opened('so_dinh_danh'::text) AS basis_opened)",
        "true",
    ),
    "files merged are seen with any person's": policy(
        "identity_personmerge", "kept_id IN", "kept_id IS NOT NULL OR kept_id IN"
    ),
    "schemes are read where a register is": policy(
        "reorganisation_schemestep",
        "basis_everywhere('register.xem'::text)",
        "basis_holds('register.xem'::text)",
    ),
    "who drafted a paper does not see its number": policy(
        "documents_outgoing", "drafted_by_id IN", "false AND drafted_by_id IN"
    ),
    "what one is asked is hidden from oneself": policy("documents_assignment", SELF, "false"),
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
    """What the oracle says of all actors today and of some tomorrow, in no order; asked once."""
    actors = random.Random(3).sample(here.actors.ids, len(here.actors.ids))
    asked = [(actor, day(0)) for actor in actors] + [(actor, day(1)) for actor in actors[::3]]
    return [(actor, on, here.wanted(actor, on)) for actor, on in asked]


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
