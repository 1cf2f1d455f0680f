"""Đọc lại thế giới của phân quyền — its tables, and every row of them as the oracle's plain data."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import psycopg
from oracles import access as oracle
from psycopg.rows import dict_row, tuple_row

Roles = Mapping[str, frozenset[str]]

WITHOUT_HISTORY = ["basis_journalchange", "basis_journalentry", "members_seat"]
KEPT = sorted(
    {*oracle.LINES, *oracle.OPEN, "basis_instrument", "basis_disclosure"} - {*WITHOUT_HISTORY}
)
HISTORIES = [f"{table}_history" for table in KEPT]
TABLES = [*KEPT, *WITHOUT_HISTORY, *HISTORIES]
KEY = {table: "history_id" if table in HISTORIES else "id" for table in TABLES}
EVERY_KEY = "SELECT " + ", ".join(
    f"(SELECT array_agg({KEY[table]}::text) FROM {table})" for table in TABLES
)


def days_of(row: dict[str, Any]) -> dict[str, Any]:
    """Columns as plain values; a range as its two days."""
    days = row.pop("effective", None)
    return row if days is None else row | {"start": days.lower, "until": days.upper}


def read(owner: psycopg.Connection, roles: Roles) -> tuple[oracle.World, dict[str, list[dict]]]:
    """Đọc lại — the oracle's world, and all rows of every table by its name."""
    owner.row_factory = dict_row  # type: ignore[assignment]
    columns = dict.fromkeys(TABLES, "*") | {"members_seat": "id, person_id, cell_id"}
    rows = {
        table: [days_of(row) for row in owner.execute(f"SELECT {columns[table]} FROM {table}")]  # type: ignore[arg-type]
        for table in TABLES
    }
    owner.row_factory = tuple_row
    posts: dict[int, set[int]] = {}
    for spell in rows["register_postspell"]:
        posts.setdefault(spell["post_id"], set()).add(spell["organization_id"])
    facts: dict[int, list[tuple[str, dict]]] = {}
    for table in TABLES:
        for row in rows[table]:
            for paper in {row.get("basis_id"), row.get("ended_by_id")} - {None}:
                facts.setdefault(paper, []).append((table.removesuffix("_history"), row))
    papers = {row["id"]: row["basis_id"] for row in rows["documents_incoming"]}
    for table in (oracle.ASKED, f"{oracle.ASKED}_history"):  # whoever is asked reads the paper
        for row in rows[table]:
            facts.setdefault(papers[row["incoming_id"]], []).append((oracle.ASKED, row))
    world = oracle.World(
        roles=dict(roles),
        spells=[
            oracle.Spell(row["organization_id"], row["parent_id"], row["start"], row["until"])
            for row in rows["register_organizationspell"]
        ],
        successions=[
            oracle.Succession(row["predecessor_id"], row["successor_id"], row["start"])
            for row in rows["register_succession"]
        ],
        holders=[
            oracle.Holder(row["account_id"], row["person_id"], row["start"], row["until"])
            for row in rows["access_holder"]
        ],
        grants=[
            oracle.Grant(row["account_id"], row["role"], row["unit_id"], row["start"], row["until"])
            for row in rows["access_grant"]
        ],
        granted_ever=bool(rows["access_grant"] or rows["access_grant_history"]),
        actings=[
            oracle.Acting(row["deputy_id"], row["principal_id"], row["start"], row["until"])
            for row in rows["access_actingfor"]
        ],
        ties=list(_ties(rows, posts)),
        posts=posts,
        facts=facts,
        asked=rows[oracle.ASKED],
    )
    return world, rows


def _ties(rows: dict[str, list[dict]], posts: dict[int, set[int]]) -> Iterable[oracle.Tie]:
    for row in rows["members_membership"]:
        yield oracle.Tie(row["person_id"], "sinh_hoat", row["cell_id"], row["start"], row["until"])
    for row in rows["register_employment"]:
        unit = row["organization_id"]
        yield oracle.Tie(row["person_id"], "cong_tac", unit, row["start"], row["until"])
    for row in rows["register_posting"]:
        for unit in posts.get(row["post_id"], ()):
            yield oracle.Tie(row["person_id"], "chuc_vu", unit, row["start"], row["until"])
    for row in rows["register_person"]:
        if row["kept_by_id"] is not None:
            yield oracle.Tie(row["id"], "ho_so", row["kept_by_id"], date.min, None)


def openings_of(rows: dict[str, list[dict]]) -> list[oracle.Opening]:
    return [
        oracle.Opening(row["actor"], row["kind"], row["person"], row["opened_at"])
        for row in rows["basis_disclosure"]
    ]
