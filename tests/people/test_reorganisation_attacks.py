"""Tấn công vào sắp xếp — plain SQL that would break what a scheme promises is refused by the table."""

from datetime import date

import pytest
from actors import ASK, demo_actor
from django.db import DatabaseError, connection, transaction
from party import party
from world import TODAY, answer, paper, small_world, unit

from thenchot.people.reorganisation.acts.writing import begin_scheme

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def scheme():
    """A scheme being written, with the words its rows are made of."""
    world = small_world()
    begun = begin_scheme(
        demo_actor(), TODAY, title="Đề án thử", kept_by=world.root, from_day=date(2025, 7, 1)
    )
    other = unit("Đảng bộ xã Thử Hai", world.root, world.founding)
    return {
        "scheme": answer(begun), "root": world.root, "one": world.commune, "other": other,
        "person": world.person, "paper": world.founding,
    }  # fmt: skip


@pytest.fixture
def facts():
    """A small party; one cell was founded late, one person entered the register early."""
    here = party()
    by = paper("9-QĐ/TU", date(2020, 12, 2))
    late = unit("Chi bộ lập muộn", here.commune, by, date(2024, 1, 1))
    return {
        "root": here.root, "one": here.cells[0], "other": here.cells[1], "late": late,
        "person": here.people[0], "second": here.people[1], "posting": here.posting, "paper": by,
    }  # fmt: skip


def run(statement: str, words: dict, *, opened: bool = True, deferred: str = "") -> None:
    """The statement as the web role, both walls open; inside an open act, unless told otherwise."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ASK)
        cursor.execute(
            "SELECT basis_open_act('thu', 'x', 'Kẻ thử')" if opened else "SELECT uuidv7()"
        )
        cursor.execute(statement, words | {"entry": cursor.fetchone()[0]})
        if deferred:
            cursor.execute(f"SET CONSTRAINTS {deferred} IMMEDIATE")


def refusal(statement: str, words: dict, deferred: str = "") -> str:
    """Which constraint refuses it."""
    with pytest.raises(DatabaseError) as refused:
        run(statement, words, deferred=deferred)
    return refused.value.__cause__.diag.constraint_name


STEP = """
    INSERT INTO reorganisation_schemestep
        (entry, scheme_id, kept_by_id, number, verb, unit_id, into_id, into_step, name, kind, level,
         has_committee, share, charge)
    VALUES (%(entry)s, %(scheme)s, %(root)s, 1, {verb}, {unit}, {into}, {into_step}, {name}, {kind},
            {level}, false, {share}, '')
"""
LINE = {
    "verb": "'sap_nhap'", "unit": "%(one)s", "into": "%(other)s", "into_step": "NULL",
    "name": "''", "kind": "''", "level": "''", "share": "NULL",
}  # fmt: skip


def step(**columns: str) -> str:
    return STEP.format(**LINE | columns)


SCHEME = """
    INSERT INTO reorganisation_scheme (entry, kept_by_id, title, from_day, state, paper_id)
    VALUES (%(entry)s, %(root)s, {title}, '2025-07-01', {state}, {paper})
"""
POST = """
    INSERT INTO reorganisation_schemepost
        (entry, scheme_id, kept_by_id, number, unit_id, unit_step, title, kind)
    VALUES (%(entry)s, %(scheme)s, %(root)s, 1, {unit}, {unit_step}, {title}, 'khac')
"""
PLACE = """
    INSERT INTO reorganisation_schemeplace
        (entry, scheme_id, kept_by_id, person_id, stay, unit_id, unit_step)
    VALUES (%(entry)s, %(scheme)s, %(root)s, %(person)s, {stay}, {unit}, {unit_step})
"""
CONSENT = """
    INSERT INTO reorganisation_schemeconsent
        (entry, scheme_id, kept_by_id, about, unit_id, unit_step, paper_id)
    VALUES (%(entry)s, %(scheme)s, %(root)s, 'dang_bo_duoi_muc', {unit}, {unit_step}, %(paper)s)
"""
POST_END = """
    INSERT INTO reorganisation_schemepostend (entry, scheme_id, kept_by_id, post_id)
    SELECT %(entry)s, %(scheme)s, %(root)s, min(id) FROM register_post
"""
QUOTA = """
    INSERT INTO reorganisation_schemequota
        (entry, scheme_id, kept_by_id, unit_id, unit_step, category, assigned)
    VALUES (%(entry)s, %(scheme)s, %(root)s, {unit}, {unit_step}, {category}, {assigned})
"""


@pytest.mark.parametrize(
    ("constraint", "statement"),
    [
        ("scheme_post_ended_once", POST_END + ";" + POST_END),
        ("scheme_quota_said_once",
         ";".join([QUOTA.format(unit="%(one)s", unit_step="NULL", category="'cong_chuc'", assigned="1")] * 2)),
        ("scheme_quota_says_where", QUOTA.format(unit="NULL", unit_step="NULL", category="'cong_chuc'", assigned="1")),
        ("scheme_quota_says_where", QUOTA.format(unit="%(one)s", unit_step="2", category="'cong_chuc'", assigned="1")),
        ("scheme_quota_is_listed", QUOTA.format(unit="%(one)s", unit_step="NULL", category="'lạ'", assigned="1")),
        ("scheme_quota_is_listed", QUOTA.format(unit="%(one)s", unit_step="NULL", category="'cong_chuc'", assigned="-1")),
        ("scheme_decided_by_a_paper", SCHEME.format(title="'Đề án'", state="'da_quyet_dinh'", paper="NULL")),
        ("scheme_decided_by_a_paper", SCHEME.format(title="'Đề án'", state="'dang_soan'", paper="%(paper)s")),
        ("scheme_has_a_title", SCHEME.format(title="''", state="'dang_soan'", paper="NULL")),
        ("scheme_step_says_where", step(into="NULL")),
        ("scheme_step_says_where", step(into_step="3")),
        ("scheme_step_says_where", step(verb="'giai_the'")),
        ("scheme_step_says_where", step(verb="'giai_the'", unit="NULL", into="NULL")),
        ("scheme_step_says_where", step(verb="'thanh_lap'", name="'Mới'", kind="'chi_bo'", level="'co_so'")),
        ("scheme_step_says_where", step(verb="'việc lạ'")),
        ("scheme_step_says_the_name", step(verb="'doi_ten'", into="NULL")),
        ("scheme_step_says_the_kind", step(verb="'chuyen_loai'", into="NULL", level="'co_so'")),
        ("scheme_step_joins_two", step(into="%(one)s")),
        ("scheme_step_share_is_a_part", step(verb="'chia'", share="0")),
        ("scheme_step_share_is_a_part", step(verb="'chia'", share="1.5")),
        ("scheme_step_numbered_once", step() + ";" + step(unit="%(root)s")),
        ("scheme_post_says_where", POST.format(unit="NULL", unit_step="NULL", title="'Phó'")),
        ("scheme_post_says_where", POST.format(unit="%(one)s", unit_step="1", title="'Phó'")),
        ("scheme_post_has_a_title", POST.format(unit="%(one)s", unit_step="NULL", title="''")),
        ("scheme_place_says_where", PLACE.format(stay="'sinh_hoat'", unit="NULL", unit_step="NULL")),
        ("scheme_place_says_where", PLACE.format(stay="'thoi_giu'", unit="%(one)s", unit_step="NULL")),
        ("scheme_place_said_once", ";".join([PLACE.format(stay="'cong_tac'", unit="%(one)s", unit_step="NULL")] * 2)),
        ("scheme_consent_says_where", CONSENT.format(unit="NULL", unit_step="NULL")),
        ("scheme_consent_said_once", ";".join([CONSENT.format(unit="%(one)s", unit_step="NULL")] * 2)),
    ],
)  # fmt: skip
def test_a_row_of_a_scheme_that_says_too_little_or_too_much_is_refused(
    scheme, constraint, statement
):
    assert refusal(statement, scheme) == constraint


SPELL = """
    INSERT INTO register_organizationspell
        (entry, effective, basis_id, fixed_term, organization_id, name, kind, level, parent_id, has_committee)
    SELECT %(entry)s, {days}, %(paper)s, NOT upper_inf({days}), organization_id, name, kind, level, {parent}, false
    FROM register_organizationspell WHERE organization_id = %(one)s
"""
MEMBER = """
    INSERT INTO members_membership (entry, effective, basis_id, fixed_term, person_id, cell_id, status)
    SELECT %(entry)s, {days}, %(paper)s, NOT upper_inf({days}), %(person)s, {cell}, 'chinh_thuc'
"""
CONTINUED = """
    INSERT INTO register_succession
        (entry, effective, basis_id, fixed_term, predecessor_id, successor_id, kind, share)
    VALUES (%(entry)s, '[2025-01-01,)', %(paper)s, false, %(one)s, {into}, {kind}, {share})
"""
HOLDER = """
    INSERT INTO register_posting (entry, effective, basis_id, fixed_term, person_id, post_id)
    SELECT %(entry)s, {days}, %(paper)s, NOT upper_inf({days}), %(second)s, post_id
    FROM register_posting WHERE id = %(posting)s
"""
ENDS = (
    "UPDATE register_organizationspell SET entry = %(entry)s, ended_by_id = %(paper)s,"
    " effective = daterange(lower(effective), '2025-01-01') WHERE organization_id = %(one)s"
)
BELOW = (
    "UPDATE register_organizationspell SET entry = %(entry)s, parent_id = %(late)s"
    " WHERE organization_id = %(one)s;"
    "UPDATE register_organizationspell SET entry = %(entry)s, parent_id = %(one)s"
    " WHERE organization_id = %(late)s"
)


@pytest.mark.parametrize(
    ("constraint", "deferred", "statement"),
    [
        ("organization_one_state_a_day", False, SPELL.format(days="'[2023-01-01,2023-02-01)'::daterange", parent="parent_id")),
        ("organization_not_its_own_parent", False, SPELL.format(days="'[2001-01-01,2001-02-01)'::daterange", parent="organization_id")),
        ("organization_while_parent_exists", True, SPELL.format(days="'[2001-01-01,2001-02-01)'::daterange", parent="parent_id")),
        ("organization_never_below_itself", False, BELOW),
        ("membership_in_one_cell_a_day", False, MEMBER.format(days="'[2023-01-01,)'::daterange", cell="%(other)s")),
        ("membership_while_cell_exists", True, MEMBER.format(days="'[2001-01-01,2001-02-01)'::daterange", cell="%(other)s")),
        ("membership_while_cell_exists", True, ENDS),
        ("membership_while_cell_exists", True,
         "UPDATE members_membership SET entry = %(entry)s, cell_id = %(late)s WHERE person_id = %(person)s"),
        ("post_while_organization_exists", True, ENDS),
        ("post_held_by_one_at_a_time", False, HOLDER.format(days="'[2023-01-01,)'::daterange")),
        ("posting_while_post_exists", True, HOLDER.format(days="'[2001-01-01,2001-02-01)'::daterange")),
        ("succession_joins_two", False, CONTINUED.format(into="%(one)s", kind="'chia'", share="NULL")),
        ("succession_share_is_a_part", False, CONTINUED.format(into="%(other)s", kind="'chia'", share="0")),
        ("succession_kind_is_listed", False, CONTINUED.format(into="%(other)s", kind="'khác'", share="NULL")),
        ("succession_said_once", False, ";".join([CONTINUED.format(into="%(other)s", kind="'chia'", share="NULL")] * 2)),
    ],
)  # fmt: skip
def test_a_fact_that_breaks_the_register_is_refused(facts, constraint, deferred, statement):
    assert refusal(statement, facts, constraint if deferred else "") == constraint


@pytest.mark.parametrize(
    "statement",
    [
        SCHEME.format(title="'Đề án'", state="'dang_soan'", paper="NULL"),
        step(),
        POST.format(unit="%(one)s", unit_step="NULL", title="'Phó'"),
        PLACE.format(stay="'cong_tac'", unit="%(one)s", unit_step="NULL"),
        CONSENT.format(unit="%(one)s", unit_step="NULL"),
        POST_END,
        QUOTA.format(unit="%(one)s", unit_step="NULL", category="'cong_chuc'", assigned="1"),
    ],
)
def test_a_write_without_an_open_act_is_refused(scheme, statement):
    with pytest.raises(DatabaseError, match="no open act"):
        run(statement, scheme, opened=False)


@pytest.mark.parametrize(
    "table", ["scheme", "schemestep", "schemepost", "schemeplace", "schemepostend", "schemequota"]
)
def test_the_history_of_schemes_is_not_written_by_hand(scheme, table):
    with pytest.raises(DatabaseError, match="permission denied"):
        run(f"DELETE FROM reorganisation_{table}_history", scheme)
