"""Hai bức tường — every table has its policies, made from the same words as the model's own."""

import importlib

import psycopg
import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from thenchot.doors.access.reads.verify import access_faults
from thenchot.doors.access.roles import CARRIED, EVERY_RIGHT, ROLES
from thenchot.doors.access.technical import TECHNICAL_TABLES
from thenchot.ground.basis.migrations.operations.wall import Wall
from thenchot.ground.basis.models import Instrument, kept_models
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.people.members.models import Seat
from thenchot.project.postgres import roles

pytestmark = [pytest.mark.database]
WITH_A_WALL_TOO = {"basis_journalentry", "basis_journalchange", "members_seat"}
POLICIES = """
    SELECT tablename, policyname, cmd, coalesce(qual, ''), coalesce(with_check, '')
    FROM pg_policies WHERE schemaname = 'public' AND 'thenchot_web' = ANY (roles)
"""
SECURED = """
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relrowsecurity AND relforcerowsecurity
"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
TRIVIAL = {"", "true", "(true)", "(1 = 1)"}
BY_HAND = {"basis_instrument", "basis_disclosure"}  # their walls stand in sql/papers.sql


def walled_tables(cursor) -> set[str]:
    cursor.execute(TABLES)
    tables = {name for (name,) in cursor.fetchall()}
    return (tables - set(TECHNICAL_TABLES)) | WITH_A_WALL_TOO


def without_a_wall(cursor) -> set[str]:
    """Tables off the technical list without FORCE, without a policy to read, or with one that says yes."""
    wanted = walled_tables(cursor)
    cursor.execute(SECURED)
    secured = {name for (name,) in cursor.fetchall()}
    cursor.execute(POLICIES)
    policies = cursor.fetchall()
    reads = {
        table for table, _, cmd, qual, _ in policies if cmd == "SELECT" and qual not in TRIVIAL
    }
    yes = {
        table
        for table, _, cmd, qual, check in policies
        if (qual if cmd in {"SELECT", "DELETE"} else check) in TRIVIAL
        or (cmd in {"ALL", "UPDATE"} and qual in TRIVIAL)
    }
    return (wanted - secured) | (wanted - reads) | (wanted & yes)


@pytest.mark.django_db
def test_every_table_off_the_technical_list_has_a_real_wall():
    with connection.cursor() as cursor:
        assert len(walled_tables(cursor)) > 50
        assert without_a_wall(cursor) == set()


@pytest.mark.parametrize(
    "fault",
    [
        "CREATE TABLE la (id bigint)",
        "ALTER TABLE members_membership DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE members_membership NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY reads ON register_personspell",
        "ALTER POLICY reads ON oversight_discipline USING (true)",
        "ALTER POLICY writes_insert ON register_posting WITH CHECK (true)",
        "CREATE POLICY more ON access_grant FOR ALL TO thenchot_web USING (1 = 1)",
    ],
)
def test_a_table_without_a_real_wall_is_found(committed, server, fault):
    with psycopg.connect(server.url(roles.OWNER, committed), autocommit=True) as owner:
        owner.execute(fault)
    with connection.cursor() as cursor:
        assert len(without_a_wall(cursor)) == 1


@pytest.mark.django_db
def test_the_web_role_owns_nothing_and_passes_no_wall():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls OR EXISTS (SELECT FROM pg_class WHERE relowner = r.oid)"
            " FROM pg_roles r WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False,)


@pytest.mark.django_db
def test_no_view_lends_the_owners_eyes_to_the_web_role():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"
            " AND has_table_privilege(current_user, oid, 'SELECT')"
        )
        assert cursor.fetchall() == []


def walls() -> dict[str, Wall]:
    loader = MigrationLoader(None)
    return {
        f"{app}.{operation.model}": operation
        for (app, _), step in sorted(loader.disk_migrations.items())
        for operation in step.operations
        if isinstance(operation, Wall)
    }


@pytest.mark.parametrize("model", [*kept_models(), Seat], ids=lambda model: model._meta.db_table)
def test_the_wall_of_a_table_says_what_its_model_says(model):
    if model._meta.db_table in BY_HAND:
        return
    words = {name: value for name, value in walls()[model._meta.label_lower].words.items() if value}
    assert words == model.SEEN.words()


@pytest.mark.django_db
def test_the_wall_round_the_papers_names_the_public_kinds():
    with connection.cursor() as cursor:
        cursor.execute(POLICIES + " AND tablename = 'basis_instrument' AND policyname = 'reads'")
        qual = cursor.fetchone()[3]
    found = {kind for kind, _ in Instrument._meta.get_field("kind").choices if f"'{kind}'" in qual}
    assert found == set(Instrument.SEEN.public)


@pytest.mark.django_db
def test_the_database_knows_the_rights_of_every_role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT role, code FROM basis_roleright")
        held: dict[str, set[str]] = {}
        for role, code in cursor.fetchall():
            held.setdefault(role, set()).add(code)
    assert held == {role: set(rights) for role, rights in CARRIED.items() if rights}


@pytest.mark.django_db
def test_the_database_lends_what_the_roles_say():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_viewdef('access_fresh_scope'::regclass)")
        text = cursor.fetchone()[0]
    kept = {code for code, role in ROLES.items() if not role.lent}
    assert {code for code in ROLES if f"'{code}'::text" in text} == kept


def test_whoever_sees_a_persons_facts_sees_the_name_and_its_tree():
    """Else a list would lose rows whose paper or name its reader may not see."""
    people = {"members.xem", "awards.xem", "cadres.xem", "oversight.xem_ten", "oversight.xem"}
    for role in ROLES.values():
        if role.rights & people:
            assert {"register.xem", "register.xem_to_chuc"} <= role.rights, role.code


def test_whoever_may_undo_a_paper_reads_all_that_may_rest_on_a_person():
    """Else an annulled paper would leave facts behind that its undoer could not see."""
    alone = {model.SEEN.right for model in kept_models() if model._meta.db_table not in BY_HAND
             and model.SEEN.right and not model.SEEN.units and not model.SEEN.accounts}  # fmt: skip
    for role in ROLES.values():
        if BasisRight.REVOKE_INSTRUMENT.value in role.rights:
            assert alone <= role.rights, role.code


def test_every_right_belongs_to_a_role_and_every_role_says_what_it_is():
    assert set().union(*(role.rights for role in ROLES.values())) == EVERY_RIGHT
    for role in ROLES.values():
        assert len(role.meaning) > 60, role.code


def test_every_protected_model_says_who_sees_it():
    for model in kept_models():
        if model._meta.db_table != "basis_disclosure":
            assert model.SEEN is not None, model


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        ("DELETE FROM basis_tie WHERE id = (SELECT min(id) FROM basis_tie)", "nơi một người thuộc về"),
        ("UPDATE basis_tie SET sight_until = '2001-01-01' WHERE id = (SELECT min(id) FROM basis_tie)", "nơi một người thuộc về"),
        ("DELETE FROM basis_paperuse WHERE code <> 'basis.xem_van_ban'", "chỗ dùng của văn bản"),
        ("INSERT INTO basis_scope (actor, role, from_day, until_day) VALUES ('9', 'chuyen_vien', '-infinity', 'infinity')", "phạm vi của tài khoản"),
        ("DELETE FROM register_reach WHERE id = (SELECT min(id) FROM register_reach)", "Tầm quản lý"),
    ],
)  # fmt: skip
def test_a_projection_that_was_tampered_with_is_found(committed, server, monkeypatch, fault, name):
    party = importlib.import_module("party")
    party.party()
    with psycopg.connect(server.url(roles.OWNER, committed), autocommit=True) as owner:
        owner.execute("DELETE FROM basis_scope WHERE actor IN ('thu', '900000')")
        monkeypatch.setitem(connection.settings_dict, "USER", roles.OWNER)
        connection.close()
        assert access_faults() == []
        owner.execute(fault)
        assert [name in str(each) for each in access_faults()] == [True]
    connection.close()
