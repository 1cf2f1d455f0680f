"""Chỗ để đếm — the projection equals the facts after every kind of change, and nobody else writes it."""

from datetime import date

import psycopg
import pytest
from actors import demo_actor
from party import admitted, party
from world import TODAY, paper

from thenchot.ground.basis.acts.correct import correct_fact
from thenchot.ground.basis.acts.revoke import annul_instrument
from thenchot.ground.register.models import PersonSpell
from thenchot.people.members.acts.members import record_exit, record_recognition, record_transfer
from thenchot.people.members.models import Membership, Seat
from thenchot.people.members.reads import seat_faults
from thenchot.people.members.rules import CellRow, ExitRow
from thenchot.people.members.words import Way
from thenchot.project.postgres import launcher, roles

pytestmark = pytest.mark.database


@pytest.fixture
def here(committed):
    return party()


def seats(person: int) -> list[tuple]:
    query = "SELECT from_day::text, until_day::text, status, birth_on::text, since_on::text"
    found = Seat.objects.raw(f"{query}, id FROM members_seat WHERE person_id = %s ORDER BY from_day", [person])  # fmt: skip
    return [
        (each.from_day, each.until_day, each.status, each.birth_on, each.since_on) for each in found
    ]


def test_a_membership_is_cut_where_what_counts_changes(here):
    who = admitted("Võ Minh Tân", here.cells[1], date(2022, 3, 1), date(2022, 3, 9))
    record_recognition(demo_actor(), TODAY, people=[who], basis=paper("3-QĐ/HU", date(2023, 3, 20)))
    assert seats(who) == [
        ("2022-03-09", "2023-03-09", "du_bi", "1998-07-05", "2022-03-09"),
        ("2023-03-09", "infinity", "chinh_thuc", "1998-07-05", "2022-03-01"),
    ]
    record_transfer(
        demo_actor(), TODAY, people=[CellRow(who, here.cells[0])], from_day=date(2024, 1, 1),
        basis=paper("4-QĐ/HU", date(2024, 1, 1)),
    )  # fmt: skip
    assert [each[:2] for each in seats(who)] == [
        ("2022-03-09", "2023-03-09"), ("2023-03-09", "2024-01-01"), ("2024-01-01", "infinity"),
    ]  # fmt: skip
    assert seat_faults() == []


def test_corrections_exits_and_annulments_reach_the_seats(here):
    who = here.people[0]
    life = PersonSpell.objects.get(person=who)
    correct_fact(
        demo_actor(), TODAY, kind="register.PersonSpell", fact=life.pk, reason="ghi nhầm",
        changes={"birth_on": date(1960, 2, 29)}, by_paper=paper("5-QĐ/HU"),
    )  # fmt: skip
    assert {each[3] for each in seats(who)} == {"1960-02-29"}
    left = paper("6-QĐ/HU", date(2024, 5, 1))
    record_exit(
        demo_actor(), TODAY, people=[ExitRow(here.people[4], Way.DIED)], from_day=date(2024, 5, 1), basis=left
    )  # fmt: skip
    assert seats(here.people[4])[-1][1] == "2024-05-01"
    annul_instrument(
        demo_actor(), TODAY, instrument=left, by_paper=paper("7-QĐ/HU"), reason="nhầm người"
    )
    assert seats(here.people[4])[-1][1] == "infinity"
    assert seat_faults() == []


def test_every_membership_day_has_exactly_one_seat(here):
    for day in (date(2021, 1, 1), date(2024, 2, 29)):
        held = Seat.objects.filter(from_day__lte=day, until_day__gt=day)
        standing = Membership.objects.on(day)
        assert sorted(held.values_list("membership", flat=True)) == sorted(
            standing.values_list("pk", flat=True)
        )


@pytest.mark.parametrize(
    "fault",
    [
        "UPDATE members_seat SET birth_on = birth_on + 1 WHERE id = (SELECT min(id) FROM members_seat)",
        "UPDATE members_seat SET cell_id = cell_id + 1 WHERE id = (SELECT max(id) FROM members_seat)",
        "DELETE FROM members_seat WHERE id = (SELECT min(id) FROM members_seat)",
        "INSERT INTO members_seat SELECT id + 10000, from_day, until_day, status, sex, birth_on, since_on,"
        " cell_id, membership_id, person_id + 1 FROM members_seat LIMIT 1",
    ],
)
def test_a_seat_that_was_tampered_with_is_found(here, server, committed, fault):
    assert seat_faults() == []
    with psycopg.connect(server.url(launcher.ADMIN, committed)) as admin:
        admin.execute(fault)
    assert seat_faults() != []


@pytest.mark.parametrize("statement", ["DELETE FROM members_seat", "UPDATE members_seat SET sex = 'nu'",
                                       "SELECT members_rewrite_seats(ARRAY[1])"])  # fmt: skip
def test_the_web_role_cannot_write_seats(here, server, committed, statement):
    with (
        psycopg.connect(server.url(roles.WEB, committed)) as web,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        web.execute(statement)
