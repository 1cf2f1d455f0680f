"""Thế giới của phân quyền — many units, people, papers and actors, for judging both walls.

Written as the owner, who opens no act and so passes both walls: units that merged, moved, ended or
have not begun, people with every kind of tie, rows in every table of the page, corrected and
removed rows, and more than a hundred accounts. `read` gives it all back as the oracle's plain data.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import psycopg
from oracles import access as oracle
from psycopg import sql
from psycopg.rows import dict_row, tuple_row
from psycopg.types.json import Json
from psycopg.types.range import DateRange

TODAY = date(2025, 6, 16)
OLD = date(2012, 1, 1)
Roles = Mapping[str, frozenset[str]]


def day(offset: int) -> date:
    return TODAY + timedelta(offset)


# --- units: name -> states (parent, from, until); predecessor, successor, from --------------------

UNITS: dict[str, list[tuple[str | None, date, date | None]]] = {
    "root": [(None, OLD, None)],
    "A": [("root", OLD, None)],
    "B": [("root", OLD, None)],
    "C": [("root", OLD, None)],
    **{f"A{n}": [("A", OLD, None)] for n in (1, 2, 3, 4)},
    **{f"B{n}": [("B", OLD, None)] for n in (1, 2, 3)},
    **{f"C{n}": [("C", OLD, None)] for n in (1, 2)},
    "D": [("root", OLD, date(2023, 7, 1))],  # merged into B, its cells with it
    "D1": [("D", OLD, date(2023, 7, 1)), ("B", date(2023, 7, 1), None)],
    "D2": [("D", OLD, date(2022, 1, 1))],  # ended before, without a successor
    "E": [("A", OLD, date(2024, 1, 1))],  # ended without a successor
    "E1": [("E", OLD, date(2024, 1, 1))],  # and below it
    "F": [("root", day(1), None)],  # begins tomorrow
    "F1": [("F", day(1), None)],
    "G": [("C", day(200), None)],  # a future unit, and one below it
    "G1": [("G", day(200), None)],
    "H1": [("A", OLD, date(2024, 3, 1)), ("B", date(2024, 3, 1), None)],  # moved
    "H2": [("B", OLD, day(1)), ("C", day(1), None)],  # moves tomorrow
    "H3": [("C", OLD, day(0)), ("A", day(0), None)],  # moves today
    "K1": [("C", OLD, date(2021, 5, 1))],  # two successions in a chain: K1, K2, B1
    "K2": [("C", OLD, date(2023, 5, 1))],
    "L": [("C", OLD, day(1))],  # ends tomorrow
    "M": [("A", OLD, day(-100))],  # ended; its successor takes over tomorrow
    "N": [("C", OLD, date(2024, 2, 1))],  # divided between A1 at once and B2 from today
    "W": [(None, OLD, date(2023, 2, 1))],  # stood under nothing, ended
    "V": [(None, OLD, None)],  # stands beside the tree
    "V1": [("V", OLD, None)],
}
SUCCESSIONS = [
    ("D", "B", date(2023, 7, 1)),
    ("K1", "K2", date(2021, 5, 1)),
    ("K2", "B1", date(2023, 5, 1)),
    ("L", "C1", day(1)),
    ("M", "C2", day(1)),
    ("N", "A1", date(2024, 2, 1)),
    ("N", "B2", day(0)),
]
PLACES = ("root", "A", "A1", "B", "D", "F", "V1", None)  # root, commune, cell, sibling, former …
NEAR = (-400, -30, -1, 0, 1, 2, 40, 365, 366)


def random_units(rng: random.Random) -> tuple[dict, list]:
    """Another tree: units that begin, move and end on days near those that are asked about."""
    units: dict[str, list[tuple[str | None, date, date | None]]] = {"root": [(None, OLD, None)]}
    lives = {"root": (OLD, None)}
    for number in range(26):
        name = f"U{number}"
        start = day(rng.choice(NEAR)) if rng.random() < 0.2 else OLD
        until = day(rng.choice(NEAR)) if rng.random() < 0.35 else None
        if until and until <= start:
            until = None
        turns = sorted(
            {day(rng.choice(NEAR)) for _ in range(rng.randrange(3))} - {start, until},
        )
        turns = [turn for turn in turns if turn > start and (until is None or turn < until)]
        marks = [start, *turns]
        units[name], lives[name] = [], (start, until)
        for begin, end in zip(marks, [*turns, until], strict=True):
            parents = [
                other
                for other, life in lives.items()
                if other != name and _covers(life, begin, end)
            ]
            units[name].append((rng.choice(parents), begin, end))
    ended = [name for name, (_, until) in lives.items() if until]
    pairs = {
        (name, rng.choice([other for other in units if other != name]))
        for name in ended
        for _ in range(rng.choice((0, 1, 1, 2)))
    }
    joined = [(a, b, lives[a][1] + timedelta(rng.choice((0, 0, 1, 300)))) for a, b in sorted(pairs)]
    return units, joined


def _covers(life: tuple[date, date | None], start: date, until: date | None) -> bool:
    begun, ended = life
    return begun <= start and (ended is None or (until is not None and until <= ended))


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


# --- the writer -----------------------------------------------------------------------------------

ALWAYS: dict[str, dict[str, Any]] = {
    "access_actingfor": {"reason": "thử", "ended_reason": ""},
    "access_grant": {"reason": "thử", "ended_reason": ""},
    "access_holder": {"reason": "thử", "printed_name": "Người thử"},
    "access_proposal": {"reason": "thử", "outcome": "cho"},
}


@dataclass
class Actors:
    """Những người thực hiện — their ids, and how each came about."""

    ids: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)

    def add(self, actor: object, told: str) -> None:
        self.ids.append(str(actor))
        self.told[str(actor)] = told


class Writer:
    """Người ghi — rows as the owner, from one seed."""

    def __init__(self, owner: psycopg.Connection, seed: int, roles: Roles) -> None:
        self.owner, self.rng, self.roles = owner, random.Random(seed), sorted(roles)
        self.unit: dict[str | None, int | None] = {None: None}
        self.states: dict[str, list] = {}
        self.people: list[int] = []
        self.papers: list[int] = []
        self.actors = Actors()
        self.account = 100

    def add(self, table: str, /, **values: Any) -> int:
        row = ALWAYS.get(table, {}) | values
        if table not in ("access_account",):
            row = {"entry": uuid4()} | row
        query = sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING id").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, row)),
            sql.SQL(", ").join(sql.Placeholder() * len(row)),
        )
        return self.owner.execute(query, list(row.values())).fetchone()[0]  # type: ignore[index]

    def change(self, table: str, key: int, /, **values: Any) -> None:
        self.keep(table, key, "U")
        row = {"entry": uuid4()} | values
        query = sql.SQL("UPDATE {} SET {} WHERE id = %s").format(
            sql.Identifier(table),
            sql.SQL(", ").join(sql.SQL("{} = %s").format(sql.Identifier(name)) for name in row),
        )
        self.owner.execute(query, [*row.values(), key])

    def remove(self, table: str, key: int) -> None:
        self.keep(table, key, "D")
        self.owner.execute(
            sql.SQL("DELETE FROM {} WHERE id = %s").format(sql.Identifier(table)), [key]
        )

    def keep(self, table: str, key: int, how: str) -> None:
        """What a trigger does inside an act: the row as it was goes to the history."""
        found = self.owner.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
            " AND NOT attisdropped",
            [table],
        ).fetchall()
        columns = sql.SQL(", ").join(sql.Identifier(name) for (name,) in found)
        self.owner.execute(
            sql.SQL(
                "INSERT INTO {} ({columns}, superseded_by, superseded_how)"
                " SELECT {columns}, %s, %s FROM {} WHERE id = %s"
            ).format(sql.Identifier(f"{table}_history"), sql.Identifier(table), columns=columns),
            [uuid4(), how, key],
        )

    # papers and facts

    def paper(self) -> int:
        kinds = (*oracle.PUBLIC, "quyet_dinh", "bao_cao", "bien_ban", "khac", "danh_sach_ban_giao")
        kind = self.rng.choice(kinds if self.rng.random() < 0.4 else ("quyet_dinh", "khac"))
        kept_by = self.any_unit() if self.rng.random() < 0.3 else None
        number = len(self.papers) + 1
        made = self.add(
            "basis_instrument", kind=kind, number_sign=f"{number}-THỬ", issuer="Nơi thử", signer="",
            issued_year=2020, abstract="Về việc thử", file_sha256="", kept_by=kept_by,
        )  # fmt: skip
        self.papers.append(made)
        return made

    def basis(self) -> int:
        """A paper of its own, mostly; now and then one that other facts rest on too."""
        return self.rng.choice(self.papers) if self.rng.random() < 0.25 else self.paper()

    def fact(
        self,
        table: str,
        start: date,
        until: date | None,
        wrong: Mapping[str, Any] | None = None,
        **row: Any,
    ) -> int:
        """A fact; one in six was recorded wrongly first (`wrong`), so that history has a row."""
        ended_by = self.basis() if until and self.rng.random() < 0.6 else None
        days = {
            "effective": DateRange(start, until),
            "basis_id": self.basis(),
            "ended_by_id": ended_by,
            "fixed_term": until is not None and ended_by is None,
        }
        if wrong is not None and self.rng.random() < 0.17:
            key = self.add(table, **days | {"basis_id": self.basis()} | row | wrong)
            self.change(table, key, **days | row)
            return key
        return self.add(table, **days, **row)

    def event(
        self, table: str, on: date, wrong: Mapping[str, Any] | None = None, **row: Any
    ) -> int:
        basis = self.basis()
        days = {"effective": DateRange(on, on + timedelta(1)), "fixed_term": True}
        if wrong is not None and self.rng.random() < 0.17:
            key = self.add(table, basis_id=self.basis(), **days | row | wrong)
            self.change(table, key, basis_id=basis, **row)
            return key
        return self.add(table, basis_id=basis, **days, **row)

    # units

    def any_unit(self, start: date | None = None, until: date | None = None) -> int:
        """A unit, one that stands on all those days where days are given."""
        names = [
            name
            for name, states in self.states.items()
            if start is None or _covers((states[0][1], states[-1][2]), start, until)
        ]
        found = self.unit[self.rng.choice(names)]
        assert found is not None
        return found

    def found_units(self, units: Mapping[str, list]) -> None:
        self.states |= units
        for name in units:
            self.unit[name] = self.add("register_organization")

    def state_units(self, units: Mapping[str, list]) -> None:
        for name, states in units.items():
            for parent, start, until in states:
                self.fact(
                    "register_organizationspell", start, until, organization_id=self.unit[name],
                    parent_id=self.unit[parent], name=f"Đơn vị {name}", level="co_so", kind="chi_bo",
                    has_committee=False,
                )  # fmt: skip

    def join_units(self, joined: Iterable[tuple[str, str, date]]) -> None:
        for before, after, on in joined:
            self.fact(
                "register_succession", on, None, kind="sap_nhap",
                predecessor_id=self.unit[before], successor_id=self.unit[after],
            )  # fmt: skip

    # people

    def turns(self, most: int) -> list[tuple[date, date | None]]:
        """Days of a few spells one after another, with gaps now and then; some begin tomorrow."""
        far = [-3000, -2500, -1900, -1200, -800, -500, -200, -60, -1, 0, 1, 2, 90, 365]
        marks = sorted(self.rng.sample(far, self.rng.randint(1, most * 2)))[: most * 2]
        found = []
        while marks:
            start = marks.pop(0)
            until = marks[0] if marks else None
            if until is None and self.rng.random() < 0.3:
                until = start + self.rng.choice((1, 30, 400))
            found.append((day(start), None if until is None else day(until)))
            if marks and self.rng.random() < 0.3:
                marks.pop(0)
        return found

    def person(self) -> int:
        kept_by = self.any_unit() if self.rng.random() < 0.6 else None
        who = self.add("register_person", kept_by_id=kept_by)
        if self.rng.random() < 0.2:
            self.change("register_person", who, kept_by_id=self.any_unit())
        for start, until in ((OLD, date(2019, 1, 1)), (date(2019, 1, 1), None)):
            self.fact(
                "register_personspell", start, until, {"sex": "nam"}, person_id=who, sex="nu",
                full_name=f"Người {who}", search_key=f"nguoi {who}", sort_key=f"nguoi {who}",
            )  # fmt: skip
        self.people.append(who)
        return who

    def member(self, who: int) -> None:
        last = None
        for start, until in self.turns(3):
            cell = self.any_unit(start, until)
            wrong = {"cell_id": self.any_unit(start, until)}
            self.fact(
                "members_membership", start, until, wrong, person_id=who, cell_id=cell,
                status="chinh_thuc",
            )  # fmt: skip
            if last is None or last == cell:
                way = "ban_giao" if last is None else "cong_nhan"
                self.movement(who, way, start, cell if last else None, cell)
            else:
                self.movement(who, "chuyen_trong_tinh", start, last, cell)
            last = cell
        if until and last is not None:
            way = self.rng.choice(("tu_tran", "xin_ra", "khai_tru", "khai_tru"))
            self.movement(who, way, until, last, None)
        joined = {"admitted_on": OLD, "joined_on": OLD}
        self.fact("members_partydays", OLD, day(-700), joined, person_id=who, **joined)
        self.fact("members_partydays", day(-700), None, person_id=who, **joined)
        on = day(self.rng.choice((-900, -30, 5)))
        cell = self.any_unit(on, on + timedelta(1))
        self.event("members_admission", on, {"cell_id": cell}, person_id=who, cell_id=cell)

    def movement(self, who: int, way: str, on: date, before: int | None, after: int | None) -> None:
        self.event(
            "members_movement", on, {"person_id": self.rng.choice(self.people[30:])}, person_id=who,
            way=way, from_cell_id=before, to_cell_id=after,
        )  # fmt: skip

    def worker(self, who: int) -> None:
        for start, until in self.turns(2):
            where, other = self.any_unit(start, until), self.any_unit(start, until)
            self.fact(
                "register_employment", start, until, {"organization_id": other}, person_id=who,
                organization_id=where,
            )  # fmt: skip

    def post(self) -> None:
        """A seat, moved once in its life as often as not, and those who hold it one after another."""
        post, turn = self.add("register_post"), self.rng.choice((None, day(-600), day(0), day(1)))
        for start, until in ((OLD, turn), (turn, None)) if turn else ((OLD, None),):
            where, other = self.any_unit(start, until), self.any_unit(start, until)
            self.fact(
                "register_postspell", start, until, {"organization_id": other}, post_id=post,
                organization_id=where, title="Chức vụ thử", kind="khac",
            )  # fmt: skip
        for start, until in self.turns(3):
            who, other = self.rng.sample(self.people, 2)
            self.fact(
                "register_posting", start, until, {"person_id": other}, person_id=who, post_id=post
            )

    def decisions(self, number: int) -> None:
        """Disciplines, badges, commendations, decisions on cadres."""
        for turn in range(number):
            on = day(self.rng.choice((-800, -90, -1, 0)))
            who, other = self.rng.sample(self.people, 2)
            cell, away = self.any_unit(on, day(1)), self.any_unit(on, day(1))
            self.event(
                "oversight_discipline", on - timedelta(self.rng.randrange(400)),
                {"cell_id": self.unit["root"]}, person_id=who, cell_id=self.unit["root"]
                if self.rng.random() < 0.05 else self.any_unit(OLD, day(1)), form="canh_cao",
                body="cap_uy",
            )  # fmt: skip
            self.event(
                "awards_commendation", on, {"organization_id": away, "person_id": None},
                organization_id=cell, form="giay_khen", occasion="Dịp thử",
            )  # fmt: skip
            self.event(
                "awards_commendation", on, {"person_id": other}, person_id=who, form="giay_khen",
                occasion="Dịp thử",
            )  # fmt: skip
            about = ((who, None), (None, cell), (who, cell))[turn % 3]
            self.add(
                "cadres_cadredecision", effective=DateRange(on, on + timedelta(1)),
                basis_id=self.paper(), fixed_term=True, person_id=about[0],
                organization_id=about[1], matter="can_bo", decider="dang_uy",
            )  # fmt: skip
        for who in self.rng.sample(self.people, number):
            self.event(
                "awards_badge", day(-365), {"timing": "truoc_han"}, person_id=who, years=30,
                timing="dung_han",
            )  # fmt: skip

    def figures(self) -> None:
        for unit in [unit for unit in self.unit.values() if unit]:
            year = (date(2024, 1, 1), date(2025, 1, 1))
            self.fact(
                "indicators_target", *year, {"value": 9}, organization_id=unit, value=5,
                indicator="ket-nap",
            )  # fmt: skip
            self.add("reports_frozenreport", organization_id=unit, period="2024",
                     number=1, content=Json({}), records=Json({}))  # fmt: skip
        for start, until in ((date(2024, 1, 1), date(2024, 4, 1)),) * 14:
            unit = self.any_unit(start, until)
            if not self.owner.execute(
                "SELECT 1 FROM indicators_entered WHERE organization_id = %s", [unit]
            ).fetchone():
                self.fact(
                    "indicators_entered", start, until, {"value": 1}, organization_id=unit,
                    figure="phan_qua", value=7, at_least=False,
                )  # fmt: skip
                self.fact("oversight_inspectionplan", start, until, {"visits": 9}, cell_id=unit,
                          visits=2)  # fmt: skip
        for key in ("mot", "hai"):
            self.fact("basis_parameter", OLD, None, {"values": [9]}, key=f"thu.{key}", values=[1],
                      clause="Điều 1", verified=True)  # fmt: skip
        self.fact("register_competence", OLD, None, {"decider": "chi_bo"}, matter="luong",
                  tier="cap_xa", decider="dang_uy")  # fmt: skip

    def leave_histories(self) -> None:
        """A former row or two in every history; those of grants and proposals named another unit."""
        for table in KEPT:
            found = self.owner.execute(
                sql.SQL("SELECT id FROM {} ORDER BY id").format(sql.Identifier(table))
            ).fetchall()
            for (key,) in self.rng.sample(found, min(3, len(found))):
                self.keep(table, key, "U")
        for number in range(3):
            unit = self.any_unit()
            key = self.add("access_proposal", account_id=101 + number, proposed_by_id=120,
                           role="lanh_dao_ban", unit_id=unit, effective=DateRange(OLD, None))  # fmt: skip
            self.change("access_proposal", key, unit_id=self.any_unit())

    def undo_some(self) -> None:
        """Facts that leave the register, as those of an annulled paper do."""
        for table in (
            "members_movement", "awards_badge", "awards_commendation", "cadres_cadredecision",
            "oversight_discipline", "oversight_inspectionplan", "register_employment",
            "register_posting", "members_admission", "indicators_target",
        ):  # fmt: skip
            keys = self.owner.execute(
                sql.SQL("SELECT id FROM {} ORDER BY id").format(sql.Identifier(table))
            ).fetchall()
            for (key,) in self.rng.sample(keys, max(1, len(keys) // 12)):
                self.remove(table, key)
        first, second = self.rng.sample(self.papers, 2)
        self.change("basis_instrument", first, annulled_by_id=second)
        for paper in self.rng.sample(self.papers, 8):
            self.change("basis_instrument", paper, kind="quyet_dinh")

    # accounts

    def open_account(
        self, start: date = OLD, until: date | None = None, person: int | None = None
    ) -> int:
        self.account += 1
        self.owner.execute(
            "INSERT INTO access_account (id, username, password, epoch)"
            " OVERRIDING SYSTEM VALUE VALUES (%s, %s, '', 0)",
            [self.account, f"thu{self.account}"],
        )
        self.add("access_holder", account_id=self.account, person_id=person,
                 effective=DateRange(start, until))  # fmt: skip
        return self.account

    def give(
        self,
        account: int,
        role: str,
        place: str | None,
        start: date = OLD,
        until: date | None = None,
    ) -> int:
        return self.add("access_grant", account_id=account, role=role, unit_id=self.unit[place],
                        effective=DateRange(start, until))  # fmt: skip

    def given(self, told: str, *grants: tuple, **account: Any) -> int:
        made = self.open_account(**account)
        for grant in grants:
            self.give(made, *grant)
        self.actors.add(made, told)
        return made

    def place(self) -> str | None:
        return self.rng.choice([*self.states, None])

    def role(self) -> str:
        return self.rng.choice(self.roles)

    def everyone_somewhere(self, places: Iterable[str | None]) -> None:
        for role in self.roles:
            for place in places:
                self.given(f"{role} in {place}", (role, place))

    def everyone_sometime(self) -> None:
        for role in self.roles:
            states = {
                "expired": (OLD, day(-20)), "not yet": (day(30), None), "ends today": (OLD, day(0)),
                "starts today": (day(0), None), "starts tomorrow": (day(1), None),
                "ends tomorrow": (OLD, day(1)),
            }  # fmt: skip
            for told, days in states.items():
                if told in ("expired", "not yet") and self.rng.random() < 0.5:
                    continue
                place = self.place()
                self.given(f"{role} in {place}, {told}", (role, place, *days))

    def several_at_once(self) -> None:
        for number in range(12):
            grants = [(self.role(), self.place()) for _ in range(self.rng.randint(2, 4))]
            self.given(f"several at once {number}: {grants}", *grants)
        for until in (day(-5), day(0), day(1)):
            self.given(f"closed on {until}", ("chuyen_vien", None), until=until)
        for start in (day(0), day(1)):
            self.given(f"opens on {start}", ("lanh_dao_ban", "root"), start=start)
        self.given("nothing given")
        taken, moved = self.given("a grant taken back"), self.given("a grant set right")
        self.remove("access_grant", self.give(taken, "chuyen_vien", "root"))
        right = {"role": "van_thu", "unit_id": self.any_unit()}
        self.change("access_grant", self.give(moved, "chuyen_vien", "root"), **right)

    def members_of_the_party(self) -> None:
        for number in range(10):
            person = self.rng.choice(self.people)
            more = [("bi_thu_chi_bo", self.place())] if number < 3 else []
            grants = [("dang_vien", self.place()), *more]
            self.given(f"reads their own file {number}", *grants, person=person)
        self.given("a person without the role", ("van_thu", "root"), person=self.people[0])
        self.given("no longer reads the own file", ("dang_vien", "root", OLD, day(0)),
                   person=self.people[1])  # fmt: skip
        self.given("closed, with an own file", ("dang_vien", "root"), person=self.people[2],
                   until=day(0))  # fmt: skip

    def deputies(self) -> None:
        for number in range(24):
            grants = [(self.role(), self.place()) for _ in range(self.rng.randint(1, 3))]
            until = day(0) if number == 0 else None
            principal = self.given(
                f"principal {number}", *grants, until=until, person=self.rng.choice(self.people)
            )
            own = [(self.role(), self.place())] if number % 3 == 0 else []
            if number % 4 == 1:  # reads their own file, but not while typing for another
                own.append(("dang_vien", None))
            deputy = self.given(
                f"deputy {number}", *own, until=day(1) if number == 1 else None,
                person=self.rng.choice(self.people),
            )  # fmt: skip
            start, end = self.rng.choice(
                ((OLD, None), (OLD, None), (OLD, day(0)), (day(0), None), (day(1), None),
                 (OLD, day(1)), (OLD, day(-9)))
            )  # fmt: skip
            self.add("access_actingfor", deputy_id=deputy, principal_id=principal,
                     effective=DateRange(start, end))  # fmt: skip
            self.actors.add(f"{deputy}>{principal}", f"deputy {number} {grants} {start} {end}")
        self.actors.add(f"{principal}>{deputy}", "the wrong way round")
        self.actors.add(f"{deputy}>{deputy}", "for oneself")
        self.actors.add("khoi-tao", "the founder")
        self.actors.add("99999", "no account")
        self.actors.add("", "nobody")

    def proposals(self) -> None:
        accounts = list(range(101, self.account + 1))
        for number in range(14):
            account, by, other = self.rng.sample(accounts, 3)
            decided = {"decided_by_id": other, "outcome": "dong_y"} if number % 2 else {}
            self.add("access_proposal", account_id=account, proposed_by_id=by, role="lanh_dao_ban",
                     unit_id=self.unit[self.place()], effective=DateRange(OLD, None),
                     **decided)  # fmt: skip

    def openings(self) -> None:
        """Sensitive rows opened: some a moment ago, some an hour ago; of one person or of the list."""
        everyone = [actor for actor in self.actors.ids if actor.partition(">")[0].isdigit()]
        for actor in self.rng.sample(everyone, len(everyone) * 3 // 5):
            ago = self.rng.choice((timedelta(seconds=1), timedelta(seconds=1), timedelta(hours=1)))
            person = self.rng.choice((None, *self.rng.sample(self.people, 2)))
            self.add("basis_disclosure", actor=actor, person=person, reason="thử",
                     kind=self.rng.choice(("ky_luat", "ky_luat", "ky_luat", "khac")))  # fmt: skip
            self.age_opening(actor, ago)

    def age_opening(self, actor: str, ago: timedelta) -> None:
        self.owner.execute(
            "UPDATE basis_disclosure SET opened_at = now() - %s WHERE actor = %s", [ago, actor]
        )


def keep_journal(web: psycopg.Connection, actors: Actors, seed: int) -> None:
    """Ghi nhật ký — a few acts of some actors, as the web role; one of them changes a row."""
    rng = random.Random(seed)
    changing = next(actor for actor, told in actors.told.items() if told == "chuyen_vien in None")
    for actor in [*rng.sample([*filter(None, actors.ids)], 20), changing]:
        with web.transaction():
            enter(web, actor, TODAY, right="basis.ghi_van_ban")
            row = web.execute("SELECT basis_open_act('thu', %s, 'Người thử')", [actor]).fetchone()
            if actor == changing:
                web.execute("UPDATE basis_instrument SET entry = %s WHERE id < 4", row)
            web.execute("SELECT basis_close_act('', '', 'Thử', '')")


def enter(
    connection: psycopg.Connection, actor: str, on: date, right: str = "", counting: str = ""
) -> None:
    """Vào phạm vi — the settings of one transaction in the name of `actor` on the office day."""
    connection.execute(
        "SELECT set_config('thenchot.actor', %s, true), set_config('thenchot.day', %s, true),"
        " set_config('thenchot.right', %s, true), set_config('thenchot.counting', %s, true)",
        [actor, on.isoformat(), right, counting],
    )


def build(owner: psycopg.Connection, seed: int, roles: Roles) -> Actors:
    """Dựng — the world of a seed; seed 0 is the one described above, any other is drawn."""
    w = Writer(owner, seed, roles)
    units, joined = (UNITS, SUCCESSIONS) if seed == 0 else random_units(w.rng)
    places = PLACES if seed == 0 else (*w.rng.sample(sorted(units), 7), None)
    w.found_units(units)
    for _ in range(30):
        w.paper()
    later = {name: units[name] for name in list(units)[-8:]}
    w.state_units({name: states for name, states in units.items() if name not in later})
    w.everyone_somewhere(places[:4])  # some grants stand before the tree is whole, some come after
    w.state_units(later)
    w.join_units(joined)
    for _ in range(40):
        w.person()
    for who in w.people[:28]:
        w.member(who)
    for who in w.people[12:34]:
        w.worker(who)
    for _ in range(10):
        w.post()
    w.decisions(16)
    w.figures()
    w.everyone_somewhere(places[4:])
    w.everyone_sometime()
    w.several_at_once()
    w.members_of_the_party()
    w.deputies()
    w.proposals()
    w.openings()
    w.undo_some()
    w.leave_histories()
    return w.actors


# --- reading it back ------------------------------------------------------------------------------


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
