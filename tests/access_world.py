"""Thế giới của phân quyền — many units, people, papers and actors, for judging both walls.

Written as the owner, who opens no act and so passes both walls (`access_writer`); `access_reading`
gives it all back. More than two hundred accounts: every role in every kind of place and on every
kind of days, several roles at once, closed accounts, own files, deputies.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import psycopg
from access_offices import documents, drafts, filing, identity, schemes
from access_reading import Roles
from access_writer import OLD, SUCCESSIONS, TODAY, UNITS, Writer, day, random_units
from psycopg.types.range import DateRange

PLACES = ("root", "A", "A1", "B", "D", "F", "V1", None)  # root, commune, cell, sibling, former …


@dataclass
class Actors:
    """Những người thực hiện — their ids, and how each came about."""

    ids: list[str] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)

    def add(self, actor: object, told: str) -> None:
        self.ids.append(str(actor))
        self.told[str(actor)] = told


class Office(Writer):
    """Cơ quan — the writer's units and people, and accounts over them."""

    def __init__(self, owner: psycopg.Connection, seed: int, roles: Roles) -> None:
        super().__init__(owner, seed)
        self.roles, self.actors, self.account = sorted(roles), Actors(), 100

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

    def tokens(self) -> None:
        for number in range(8):
            account = self.rng.randint(101, self.account)
            token = self.add(
                "access_apitoken", account_id=account, effective=DateRange(OLD, day(30))
            )
            if number == 0:
                self.remove("access_apitoken", token)

    def openings(self) -> None:
        """Sensitive rows opened: some a moment ago, some an hour ago; of one person or of the list."""
        now, long_ago = timedelta(seconds=1), timedelta(hours=1)
        disciplined = self.owner.execute(
            "SELECT person_id FROM oversight_discipline ORDER BY id"
        ).fetchone()[0]  # type: ignore[index]
        for told, person, kind, ago in (
            ("uy_ban_kiem_tra in None", None, "ky_luat", long_ago),
            ("nguoi_soan_thao in None", None, "khac", now),
            ("uy_ban_kiem_tra in root", None, "ky_luat", now),
            ("nguoi_soan_thao in root", disciplined, "ky_luat", now),
        ):
            for actor in [each for each, of in self.actors.told.items() if of == told]:
                self.open_sensitive(actor, person, kind, ago)
        everyone = [actor for actor in self.actors.ids if actor.partition(">")[0].isdigit()]
        told_above = {"uy_ban_kiem_tra in None", "nguoi_soan_thao in None"}
        for actor in self.rng.sample(everyone, len(everyone) * 3 // 5):
            if self.actors.told[actor] not in told_above:
                person = self.rng.choice((None, *self.rng.sample(self.people, 2)))
                kind = self.rng.choice(
                    ("ky_luat", "ky_luat", "so_dinh_danh", "so_dinh_danh", "khac")
                )
                self.open_sensitive(actor, person, kind, self.rng.choice((now, now, long_ago)))

    def open_sensitive(self, actor: str, person: int | None, kind: str, ago: timedelta) -> None:
        key = self.add("basis_disclosure", actor=actor, person=person, reason="thử", kind=kind)
        self.owner.execute(
            "UPDATE basis_disclosure SET opened_at = now() - %s WHERE id = %s", [ago, key]
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
    w = Office(owner, seed, roles)
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
    schemes(w)
    identity(w)
    documents(w)
    filing(w)
    drafts(w)
    w.everyone_somewhere(places[4:])
    w.everyone_sometime()
    w.several_at_once()
    w.members_of_the_party()
    w.deputies()
    w.proposals()
    w.tokens()
    w.openings()
    w.undo_some()
    w.leave_histories()
    return w.actors
