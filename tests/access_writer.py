"""Người ghi thế giới của phân quyền — units, papers, people and their rows, as the owner, from one seed.

Units that merged, moved, ended or have not begun, people with every kind of tie, rows in every
table of the page, corrected and removed rows.
"""

import random
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import psycopg
from access_reading import KEPT
from oracles import access as oracle
from psycopg import sql
from psycopg.types.json import Json
from psycopg.types.range import DateRange

TODAY = date(2025, 6, 16)
OLD = date(2012, 1, 1)


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


# --- the writer -----------------------------------------------------------------------------------

ALWAYS: dict[str, dict[str, Any]] = {
    "access_actingfor": {"reason": "thử", "ended_reason": ""},
    "access_apitoken": {
        "name": "thử",
        "rights": ["register.xem"],
        "reason": "thử",
        "ended_reason": "",
    },
    "access_grant": {"reason": "thử", "ended_reason": ""},
    "access_holder": {"reason": "thử", "printed_name": "Người thử"},
    "access_proposal": {"reason": "thử", "outcome": "cho"},
    "members_reportedchange": {
        "what": "viec_khac", "words": "thử", "reported_by": "1", "reporter": "Người thử",
        "reported_on": TODAY, "state": "cho", "answer": "", "answered_by": "", "answerer": "",
    },
}  # fmt: skip


class Writer:
    """Người ghi — rows as the owner, from one seed."""

    def __init__(self, owner: psycopg.Connection, seed: int) -> None:
        self.owner, self.rng = owner, random.Random(seed)
        self.unit: dict[str | None, int | None] = {None: None}
        self.states: dict[str, list] = {}
        self.people: list[int] = []
        self.papers: list[int] = []

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
        self.event("members_consent", on, person_id=who, about="ket_nap_tren_tuoi")
        report = self.add("members_reportedchange", cell_id=cell, person_id=who)
        if self.rng.random() < 0.3:
            self.change("members_reportedchange", report, cell_id=self.any_unit())

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
        """Disciplines, badges, commendations, decisions on cadres, qualifications."""
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
        for who, other in zip(*(self.rng.sample(self.people, number) for _ in "12"), strict=True):
            kind = self.rng.choice(("chuyen_mon", "ly_luan"))
            held = self.owner.execute(
                "SELECT 1 FROM cadres_qualification WHERE kind = %s AND person_id = ANY(%s)",
                [kind, [who, other]],
            ).fetchone()
            if not held:
                self.fact(
                    "cadres_qualification", OLD, day(self.rng.choice((-1, 0, 30))),
                    {"person_id": other}, person_id=who, kind=kind, title="Trình độ thử",
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
        self.positions()
        self.committees()
        for key in ("mot", "hai"):
            self.fact("basis_parameter", OLD, None, {"values": [9]}, key=f"thu.{key}", values=[1],
                      clause="Điều 1", verified=True)  # fmt: skip
            self.add("basis_exchangedday", day=day(ord(key[0])), works=False, basis_id=self.paper())
        self.fact("register_competence", OLD, None, {"decider": "chi_bo"}, matter="luong",
                  tier="cap_xa", decider="dang_uy")  # fmt: skip

    def positions(self) -> None:
        said = {"job_title": "Vị trí thử", "content": Json({})}
        for number in range(12):
            where, other = self.any_unit(day(-300), None), self.any_unit(day(-300), None)
            position = self.add("positions_jobposition")
            self.fact(
                "positions_jobdescription", day(-300), None, {"organization_id": other},
                position_id=position, organization_id=where, job_code=f"CV{number}", **said,
            )  # fmt: skip
            self.add(
                "positions_descriptiondraft", position_id=position, organization_id=where,
                job_code=f"CV{number}", drafted_by="1", drafter="Người thử", drafted_on=TODAY, **said,
            )  # fmt: skip
        for unit in [unit for unit in self.unit.values() if unit][:12]:
            self.fact(
                "positions_staffquota", date(2025, 1, 1), date(2026, 1, 1), {"used": 1},
                organization_id=unit, category="cong_chuc", assigned=3, used=2,
            )  # fmt: skip
        self.fact(
            "positions_competency", OLD, None, {"name": "Năng lực"}, key="C1", name="Năng lực thử",
            group="chung", indicators=["một", "hai", "ba", "bốn", "năm"], verified=False,
        )  # fmt: skip
        who = self.rng.sample(self.people, 24)
        for one, other in zip(who[::2], who[1::2], strict=True):
            self.fact(
                "positions_personcompetency", OLD, day(self.rng.choice((-1, 0, 30))),
                {"person_id": other}, person_id=one, competency="C1", level=3, assessor="Chi ủy",
            )  # fmt: skip

    def committees(self) -> None:
        """Of units that stand on all the days: a term, seats, a body, members, a paper, a pilot."""
        units = sorted({self.any_unit(day(-300), None) for _ in range(12)})
        days = (day(-300), None)
        for unit in units:
            person = self.rng.choice(self.people)
            self.fact("committees_committeeterm", *days, {"executive": 7}, organization_id=unit,
                      label="2020–2025", executive=9, standing=3)  # fmt: skip
            self.fact("committees_committeeseat", *days, {"rank": "pho_bi_thu"}, organization_id=unit,
                      person_id=person, rank="bi_thu")  # fmt: skip
            self.event("committees_committeestep", day(-300), {"decider": "thử"}, organization_id=unit,
                       person_id=person, manner="bau", decider="Đại hội")  # fmt: skip
            self.fact("committees_body", *days, {"series": "A"}, organization_id=unit, series="B")
            self.fact("committees_bodymember", *days, {"role": "pho"}, organization_id=unit,
                      person_id=person, role="truong")  # fmt: skip
            self.fact("committees_workingpaper", *days, {"kind": "phan_cong"}, organization_id=unit,
                      kind="quy_che")  # fmt: skip
            self.fact("committees_pilot", *days, {"subject": "khác"}, organization_id=unit, subject="thử",
                      equipment="", review="", replicated_to="")  # fmt: skip

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
            "cadres_qualification",
            "oversight_discipline", "oversight_inspectionplan", "register_employment",
            "register_posting", "members_admission", "members_consent", "members_reportedchange",
            "indicators_target",
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
