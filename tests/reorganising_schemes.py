"""Đề án ngẫu nhiên — several lines over the tree of one day, places for its people, new posts."""

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from oracles.reorganisation import CELLS, ENDING, Line, Register
from reorganising_office import day_of
from world import answer

from thenchot.ground.register.words import Level, OrganizationKind, PostKind
from thenchot.people.reorganisation.acts import deciding, writing
from thenchot.people.reorganisation.rules.rows import PlaceRow, PostRow, StepRow, Where
from thenchot.people.reorganisation.words import Stay, Verb

STAYS = {"cell": Stay.CELL, "work": Stay.WORK, "no_post": Stay.NO_POST}
RETYPED = {
    "chi_bo": "chi_bo_co_so", "chi_bo_co_so": "chi_bo", "dang_bo_co_so": "dang_bo_bo_phan",
    "dang_bo_bo_phan": "dang_bo_co_so", "phong_ban": "don_vi_su_nghiep", "co_quan": "phong_ban",
    "don_vi_su_nghiep": "co_quan", "dang_bo_tinh": "dang_bo_cap_tren",
    "dang_bo_cap_tren": "dang_bo_tinh",
}  # fmt: skip


class Choosing:
    """Chọn — things of the oracle's book on a day, by one chance."""

    def __init__(self, seed: int, book: Register) -> None:
        self.chance, self.book, self.named = Random(seed), book, 0
        rows = (row for row in book.given if row.table == "member")
        self.people = sorted(row.values["person"] for row in rows)

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def name(self, what: str) -> str:
        self.named += 1
        return f"{what} {self.named}"

    def person(self) -> int:
        return self.chance.choice(self.people)

    def unit(self, day, used=frozenset(), kind=None) -> int:
        """Mostly one that is not used yet, is of this kind, and has nothing below it."""
        rows = [row.values for row in self.book.all_on("unit", day)]
        above = {row["parent"] for row in rows} if self.often(0.7) else set()
        alike = kind if self.often(0.9) else None
        found = [
            row["unit"] for row in rows
            if row["unit"] not in {*used, *above} and alike in {None, row["kind"]}
        ]  # fmt: skip
        return self.chance.choice(found or [row["unit"] for row in rows])

    def cell(self, day, used=frozenset()) -> int:
        rows = [row.values for row in self.book.all_on("unit", day)]
        cells = [row["unit"] for row in rows if row["kind"] in CELLS and row["unit"] not in used]
        return self.chance.choice(cells) if cells and self.often(0.97) else self.unit(day)


@dataclass
class Draft:
    """Đề án — `places`: {(person, stay): where}; `seats`: (where, title, kind, holder)."""

    day: int
    lines: list[Line]
    places: dict
    seats: list[tuple]

    def decide(self, actor, today, *, title, kept_by, placed_before, basis) -> None:
        """Written and decided by acts; so many of the people placed before, the rest with the decision."""
        begun = answer(
            writing.begin_scheme(
                actor, today, title=title, kept_by=kept_by, from_day=day_of(self.day)
            )
        )
        writing.add_steps(actor, today, scheme=begun, rows=[step_row(line) for line in self.lines])
        posts = [PostRow(0, where(at), title, PostKind(kind), None, holder)
                 for at, title, kind, holder in self.seats]  # fmt: skip
        if posts:
            writing.add_posts(actor, today, scheme=begun, rows=posts)
        rows = [PlaceRow(who, STAYS[stay], where(at)) for (who, stay), at in self.places.items()]
        before, after = rows[:placed_before], rows[placed_before:]
        if before:
            writing.place_people(actor, today, scheme=begun, rows=before)
        deciding.decide_scheme(actor, today, scheme=begun, basis=basis, places=after)


def where(at) -> Where | None:
    if at is None:
        return None
    return Where(step=at[1]) if isinstance(at, tuple) else Where(at)


def step_row(line: Line) -> StepRow:
    kind, level = line.said.get("kind"), line.said.get("level")
    return StepRow(
        line.number, Verb(line.verb), line.unit, where(line.into), line.said.get("name", ""),
        kind and OrganizationKind(kind), level and Level(level), line.said.get("committee", False),
        line.share and Fraction(line.share),
    )  # fmt: skip


def draft(choose: Choosing, day: int) -> Draft:
    """Một đề án — one to three verbs, and what they ask for."""
    lines: list[Line] = []
    used: set[int] = set()
    for _ in range(choose.chance.randint(1, 3)):
        one = choose.unit(day, used)
        state = choose.book.on("unit", one, day)
        other = choose.unit(day, {*used, one}, state.values["kind"])
        used |= {one, other}
        lines += _lines(choose, day, len(lines) + 1, state.values, other)
    places = _places(choose, day, lines)
    return Draft(day, lines, places, _seats(choose, day, lines, places))


def _lines(choose, day, n, state, other) -> list[Line]:
    one, kind, new = state["unit"], state["kind"], ("line", n)
    said = {"name": choose.name("Đơn vị"), "kind": kind, "level": "co_so", "committee": False}
    retyped = {"kind": RETYPED[kind], "level": "xa", "committee": True}
    half = choose.chance.choice(["0.5000", None])

    def line(place, verb, unit, into=None, said=None, share=None):
        return Line(n + place, verb, unit, into, said or {}, share)

    founding = line(0, "thanh_lap", None, choose.unit(day), said)
    return choose.chance.choice(
        [
            [founding],
            [founding, line(1, "hop_nhat", one, new), line(2, "hop_nhat", other, new)],
            [line(0, "sap_nhap", one, other)],
            [founding, line(1, "chia", one, new, None, half), line(2, "chia", one, other, None, half)],
            [founding, line(1, "tach", one, new)],
            [line(0, "chuyen_giao", one, choose.unit(day))],
            [line(0, "doi_ten", one, None, {"name": choose.name("Tên")})],
            [line(0, "chuyen_loai", one, None, retyped)],
            [line(0, "giai_the", one)],
            [line(0, "ket_thuc", one)],
        ]
    )  # fmt: skip


def _places(choose, day, lines) -> dict:
    """A place for nearly everybody whose unit ends, and for half of those whose unit is parted."""
    ended = {line.unit for line in lines if line.verb in ENDING}
    parted = {line.unit: line.into for line in lines if line.verb == "tach"}
    heirs = {line.unit for line in lines if line.verb in {"hop_nhat", "sap_nhap"}}
    founded = [("line", line.number) for line in lines if line.verb == "thanh_lap"]
    places: dict = {}
    for stay, table, column in (("cell", "member", "cell"), ("work", "work", "unit")):
        for row in choose.book.all_on(table, day):
            unit, person = row.values[column], row.values["person"]
            if unit in parted and choose.often(0.5):
                places[person, stay] = parted[unit]
            elif unit in ended and choose.often(0.2 if unit in heirs else 0.95):
                standing = choose.cell if stay == "cell" else choose.unit
                places[person, stay] = choose.chance.choice([*founded, *[standing(day, ended)] * 2])
    posts = [row.values for row in choose.book.all_on("post", day)]
    ending = {row["post"] for row in posts if row["unit"] in ended}
    for row in choose.book.all_on("held", day):
        if row.values["post"] in ending and choose.often(0.98):
            places[row.values["person"], "no_post"] = None
    return places


def _seats(choose, day, lines, places) -> list[tuple]:
    """New posts, some held by those who leave one; such a holder needs no other word."""
    founded = [("line", line.number) for line in lines if line.verb == "thanh_lap"]
    leaving = [person for person, stay in places if stay == "no_post"]
    seats = []
    for _ in range(choose.chance.choice([0, 0, 1, 2])):
        at = choose.chance.choice(founded) if founded and choose.often(0.6) else choose.unit(day)
        holder = choose.chance.choice([None, choose.person(), *leaving])
        if choose.often(0.5):
            places.pop((holder, "no_post"), None)
        seats.append((at, choose.name("Chức vụ"), "cap_pho", holder))
    return seats
