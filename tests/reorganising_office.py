"""Văn phòng để sắp xếp — a small province, its register as the oracle tells it, and a mark of it to the bit."""

import json
from datetime import date, timedelta

from actors import demo_actor
from django.db import connection
from party import SECRETARY, member
from world import TODAY, answer, paper

from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.models import fact_models
from thenchot.ground.basis.words import PersonnelArea
from thenchot.ground.register.acts.organizations import establish_organization
from thenchot.ground.register.acts.people import record_employment
from thenchot.ground.register.acts.posts import appoint, establish_post
from thenchot.ground.register.models import (
    Employment,
    OrganizationSpell,
    Posting,
    PostSpell,
    Succession,
)
from thenchot.ground.register.rules import UnitRow
from thenchot.ground.register.words import Level, OrganizationKind, PostKind
from thenchot.people.members.acts.hand_over import record_hand_over
from thenchot.people.members.models import Membership, Movement
from thenchot.people.members.rules import HandedSeat

START = date(2021, 1, 1)


def day_of(number: int) -> date:
    return START + timedelta(days=number)


def number_of(day: date) -> int:
    return (day - START).days


def office() -> None:
    """Four communes with five cells of two members each and their secretaries; three agencies with two
    divisions of three people and their heads. May name people before the decision."""
    founding = paper("01-QĐ/TU", date(2020, 12, 1))
    words = {"from_day": START, "basis": founding}
    switch = {"key": PersonnelArea.APPOINTMENT, "values": [1], "clause": "Thử", "verified": True}
    record_parameter(demo_actor(), TODAY, **switch, **words)
    root = _unit("Đảng bộ tỉnh Thử", OrganizationKind.PROVINCE_PARTY, None, words)
    for commune in "ABCD":
        _commune(commune, root, words)
    people = iter(Membership.objects.order_by("pk").values_list("person", flat=True))
    for number in range(3):
        agency = _unit(f"Sở {number}", OrganizationKind.AGENCY, root, words)
        for part in range(2):
            name = f"Phòng {number}.{part}"
            division = _unit(name, OrganizationKind.DIVISION, agency, words)
            _division_staff(division, [next(people) for _ in range(3)], words)


def _unit(name, kind, parent, words) -> int:
    said = {"name": name, "kind": kind, "level": Level.PROVINCE, "parent": parent}
    return answer(establish_organization(demo_actor(), TODAY, **said, **words))


def _commune(letter, root, words) -> None:
    party = OrganizationKind.GRASSROOTS_PARTY
    units = [UnitRow(f"Đảng bộ xã {letter}", party, Level.COMMUNE, True)]
    units += [
        UnitRow(f"Chi bộ {letter}{n}", OrganizationKind.CELL, Level.BASE) for n in range(1, 6)
    ]
    people = [
        member(f"Trần {letter} {' bcdgh'[cell]} {last}", cell, date(1999, 5, 19))
        for cell in range(1, 6)
        for last in "xy"
    ]
    seats = [HandedSeat(cell, SECRETARY, 2 * cell - 2) for cell in range(1, 6)]
    given = {"above": root, "units": units, "members": people, "seats": seats}
    record_hand_over(demo_actor(), TODAY, **given, **words)


def _division_staff(division, people, words) -> None:
    for who in people:
        record_employment(demo_actor(), TODAY, person=who, organization=division, **words)
    said = {"organization": division, "title": "Trưởng phòng", "kind": PostKind.HEAD}
    seat = answer(establish_post(demo_actor(), TODAY, **said, **words))
    appoint(demo_actor(), TODAY, person=people[0], post=seat, **words)


TABLES = {
    "unit": (OrganizationSpell, "organization_id name kind level has_committee parent_id"),
    "continued": (Succession, "predecessor_id successor_id kind share::text"),
    "post": (PostSpell, "post_id organization_id title kind"),
    "held": (Posting, "post_id person_id"),
    "work": (Employment, "person_id organization_id"),
    "member": (Membership, "person_id cell_id status"),
    "moved": (Movement, "person_id way from_cell_id to_cell_id"),
}
HELD = " UNION ALL ".join(
    f"SELECT '{table}', jsonb_build_array({columns.replace(' ', ', ')}), lower(effective), upper(effective),"
    f" basis_id, ended_by_id FROM {model._meta.db_table}"
    for table, (model, columns) in TABLES.items()
)


def held() -> list[tuple]:
    """What the register holds, as the oracle tells it."""
    rows = [
        (table, tuple(json.loads(said)), number_of(start), until and number_of(until), *papers)
        for table, said, start, until, *papers in _asked("held", HELD)
    ]
    return sorted(rows, key=repr)


def digest() -> dict[str, str]:
    """A mark of every live fact and every projection, to the bit; not of when and in which act."""
    tables = [(model._meta.db_table, "entry,recorded_at") for model in fact_models()]
    tables += [
        (name, "id") for name in ("register_closure", "register_reach", "members_seat", "basis_tie")
    ]
    query = " UNION ALL ".join(
        f"SELECT '{table}', coalesce(md5(string_agg(md5(said), '' ORDER BY said)), '') FROM"
        f" (SELECT (to_jsonb(t) - '{{{left_out}}}'::text[])::text AS said FROM {table} t)"
        for table, left_out in tables
    )
    return dict(_asked("digest", query))


def _asked(name: str, query: str) -> list[tuple]:
    """Answers to a question asked after every step: planned once a connection, which costs most of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_prepared_statements WHERE name = %s", [name])
        if not cursor.fetchall():
            cursor.execute(f"PREPARE {name} AS {query}")
        cursor.execute(f"EXECUTE {name}")
        return cursor.fetchall()
