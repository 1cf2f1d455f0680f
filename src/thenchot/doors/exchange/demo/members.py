"""Đảng viên mô phỏng — who is where, and whose party age will reach a badge in which round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from thenchot.doors.exchange.demo import fiction
from thenchot.doors.exchange.demo.places import MOST_IN_A_SMALL_CELL, Cell
from thenchot.doors.exchange.demo.shape import Shape
from thenchot.ground.plain.months import add_months
from thenchot.ground.register.rules import PersonRow
from thenchot.ground.register.words import Sex
from thenchot.people.members.rules import MemberRow
from thenchot.people.members.words import FULL, Status

BADGE_YEARS = (30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90)
ROUND_DAYS = ((2, 3), (5, 19), (9, 2), (11, 7))
CROSSING = ((30, 58), (40, 22), (45, 8), (50, 6), (55, 4), (60, 2))


@dataclass(slots=True, eq=False)
class Member:
    """Đảng viên — as the generator follows one; `busy` is the last month something was recorded."""

    key: int
    name: str
    sex: Sex
    birth_on: date
    admitted_on: date
    joined_on: date
    official_on: date | None
    status: Status
    cell: Cell
    ethnicity: str
    hometown: str
    busy: int = 0
    holds: bool = False
    blamed: bool = False
    reserved: date | None = None

    def person(self) -> PersonRow:
        return PersonRow(self.name, self.sex, self.birth_on, self.ethnicity, self.hometown)

    def row(self, unit: int) -> MemberRow:
        return MemberRow(
            self.person(), unit, self.status, self.admitted_on, self.joined_on, self.official_on
        )

    def is_full(self) -> bool:
        return self.status in FULL


class Members:
    """Đảng viên của tỉnh — founded cell by cell, then living on.

    Where they are from has a chance of its own, so that their lives do not depend on it.
    """

    def __init__(self, shape: Shape, towns: Sequence[str]) -> None:
        self.shape, self.towns, self.keys = shape, towns, count(1)
        self.chance = Random(f"{shape.seed}/members")
        self.origins = Random(f"{shape.seed}/origins")
        self.all: list[Member] = []
        self.awarded: dict[date, list[tuple[Member, int]]] = {}
        self.early: dict[date, list[tuple[Member, int]]] = {}

    def settle(self, cell: Cell, opens: date) -> None:
        """Người của một chi bộ ngày mở sổ — enough for what the cell is, never a badge by chance."""
        if cell.committee:
            size = min(cell.least + 2 + int(self.chance.expovariate(1 / 10)), 46)
        else:
            size = self.chance.randint(4, MOST_IN_A_SMALL_CELL - 1)
        for _ in range(size):
            spare = cell.committee and cell.official > cell.least
            probationary = spare and self.chance.random() < 0.05
            self._found(cell, opens, probationary=probationary)

    def _found(self, cell: Cell, opens: date, *, probationary: bool) -> None:
        if probationary:
            joined_on = fiction.some_day(
                self.chance, add_months(opens, -11), opens - timedelta(days=20)
            )
            admitted_on = joined_on - timedelta(days=self.chance.randint(3, 16))
            self._add(cell, admitted_on, joined_on, Status.PROBATIONARY)
            return
        admitted_on = self._quiet_day(opens)
        joined_on = admitted_on + timedelta(days=self.chance.randint(3, 20))
        self._add(cell, admitted_on, joined_on, Status.OFFICIAL)

    def _quiet_day(self, opens: date) -> date:
        """A day of admission from which no badge falls due between the opening and the end."""
        months = (self.shape.until.year - opens.year + 1) * 12
        least, most = 14, 30 * 12 - months - 1
        if self.chance.random() < 0.12 and months < 120:
            least, most = 30 * 12 + 1, 40 * 12 - months - 1
        return add_months(opens, -self.chance.randint(least, most)) - timedelta(
            days=self.chance.randint(0, 27)
        )

    def _add(self, cell: Cell, admitted_on: date, joined_on: date, status: Status) -> Member:
        sex = fiction.sex_of(self.chance)
        name = fiction.name_of(self.chance, sex)
        member = Member(
            next(self.keys), name, sex,
            fiction.birth_before(self.chance, admitted_on), admitted_on, joined_on,
            None if status is Status.PROBATIONARY else add_months(joined_on, 12), status, cell,
            fiction.ethnicity_of(self.origins, name),
            fiction.hometown_of(self.origins, cell.town, self.towns),
        )  # fmt: skip
        self.all.append(member)
        cell.members.append(member.key)
        cell.official += member.is_full()
        return member

    def admit(self, cell: Cell, admitted_on: date, joined_on: date) -> Member:
        return self._add(cell, admitted_on, joined_on, Status.PROBATIONARY)

    def receive(self, cell: Cell, on: date) -> Member:
        """Chuyển đến — an official member of some years."""
        admitted_on = add_months(on, -self.chance.randint(26, 200))
        joined_on = admitted_on + timedelta(days=self.chance.randint(3, 20))
        return self._add(cell, admitted_on, joined_on, Status.OFFICIAL)

    def age_for(self, round_day: date, before: date, number: int, opens: dict[int, date]) -> None:
        """Đến hạn — so many members reach a badge age after the round `before`, by this one."""
        chosen = self.awarded.setdefault(round_day, [])
        years, weights = zip(*CROSSING, strict=True)
        while len(chosen) < number:
            member = self.chance.choice(self.all)
            opened = opens[member.cell.key]
            if member.reserved or member.status is not Status.OFFICIAL or opened >= round_day:
                continue
            early = (self.shape.until - opened).days > 5 * 366
            (badge,) = (30,) if early else self.chance.choices(years, weights)
            due = fiction.some_day(self.chance, before + timedelta(days=1), round_day)
            self._redate(member, add_months(due, -badge * 12))
            member.reserved = round_day
            chosen.append((member, badge))

    def hurry_for(self, award_day: date, number: int) -> None:
        """Tặng trước hạn — members some months short of thirty years on that day."""
        chosen = self.early.setdefault(award_day, [])
        while len(chosen) < number:
            member = self.chance.choice(self.all)
            if member.reserved or member.status is not Status.OFFICIAL:
                continue
            months_short = self.chance.randint(2, 10)
            self._redate(member, add_months(award_day, months_short - 30 * 12))
            member.reserved = award_day
            chosen.append((member, 30))

    def _redate(self, member: Member, admitted_on: date) -> None:
        member.admitted_on = admitted_on
        member.joined_on = admitted_on + timedelta(days=self.chance.randint(3, 20))
        member.official_on = add_months(member.joined_on, 12)
        member.birth_on = fiction.birth_before(self.chance, admitted_on)

    def free(
        self, cells: list[Cell], day: date, *, full: bool = True, clean: bool = False
    ) -> Member | None:
        """Ai đang rảnh — a member of these cells about whom nothing else is recorded this month.

        `clean` asks for one never disciplined: only such a one is given a post.
        """
        for _ in range(200):
            cell = self.chance.choice(cells)
            if not cell.open or not cell.members:
                continue
            member = self.all[self.chance.choice(cell.members) - 1]
            waits = member.reserved is not None and member.reserved >= day.replace(day=1)
            busy = member.holds or waits or member.busy >= month_of(day)
            if member.is_full() == full and not busy and not (clean and member.blamed):
                return member
        return None

    def leave(self, member: Member) -> None:
        member.cell.members.remove(member.key)
        member.cell.official -= member.is_full()

    def move(self, member: Member, cell: Cell) -> None:
        self.leave(member)
        member.cell = cell
        cell.members.append(member.key)
        cell.official += member.is_full()


def month_of(day: date) -> int:
    """Tháng thứ mấy — counted on through the years."""
    return day.year * 12 + day.month


def rounds(first: date, last: date) -> list[date]:
    """Các đợt — 3/2, 19/5, 2/9, 7/11 (01-HD/TW m.18)."""
    days = [date(year, *day) for year in range(first.year, last.year + 1) for day in ROUND_DAYS]
    return [day for day in days if first < day <= last]
