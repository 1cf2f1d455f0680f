"""Đảng viên qua các tháng — admitted, recognised, moving, leaving, and what was recorded wrongly."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random

from thenchot.doors.exchange.demo import fiction, steps
from thenchot.doors.exchange.demo.members import Member, month_of
from thenchot.doors.exchange.demo.places import Body, Cell
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.world import World
from thenchot.ground.plain.months import add_months
from thenchot.people.members.rules import ArrivalRow
from thenchot.people.members.words import Status, Way


class Lives:
    """Đảng viên qua các tháng — each body's members come, change and go."""

    def __init__(self, world: World) -> None:
        self.world, self.rates = world, world.shape.rates
        self.yearly: dict[int, dict[int, int]] = {}

    def admissions(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        number = self._admitted(day, body)
        if not number or month_of(day) == month_of(self.world.shape.until):
            return
        decided = day + timedelta(days=self.world.chance.randint(1, 7))
        paper = self.world.paper(
            body.issuer, f"QĐ/{body.sign}", "Kết nạp đảng viên (theo danh sách)", decided
        )
        taking = [cell for cell in cells if cell.takes_in()]
        people = []
        for _ in range(number):
            cell = self.world.chance.choice([cell for cell in taking if cell.takes_in()])
            joined_on = decided + timedelta(days=self.world.chance.randint(3, 18))
            member = self.world.members.admit(cell, decided, joined_on)
            member.busy = month_of(day)
            self.world.probation.append(member)
            people.append((member.key, member.person(), cell.key, joined_on))
        yield steps.Admit(paper, people, decided)

    def _admitted(self, day: date, body: Body) -> int:
        """How many this month: the year's number of the body, spread over its months."""
        yearly = self._yearly(day.year).get(body.key, 0) if day.year >= 2021 else 96
        months = 5 if day.year == self.world.shape.until.year else 12
        if day.month > months:
            return 0
        shares = _split(
            yearly,
            [
                1 + Random(f"{self.world.shape.seed}/{body.key}/{day.year}/{month}").random()
                for month in range(months)
            ],
        )
        return shares[day.month - 1]

    def _yearly(self, year: int) -> dict[int, int]:
        table = self.world.shape.calibration
        bodies = self.world.places.bodies
        size = {body.key: sum(len(cell.members) for cell in body.cells()) for body in bodies}
        if table is None:
            return {key: max(4, round(each * 0.035)) for key, each in size.items()}
        if year not in self.yearly:
            fixed = {
                body.key: table.admitted_in[body.place, year]
                for body in bodies
                if (body.place, year) in table.admitted_in
            }
            others = [body.key for body in bodies if body.key not in fixed]
            weights = [size[key] * (0.7 + self.world.chance.random() * 0.6) for key in others]
            rest = _split(table.admitted[year] - sum(fixed.values()), weights)
            self.yearly[year] = fixed | dict(zip(others, rest, strict=True))
        return self.yearly[year]

    def recognitions(self, day: date, body: Body) -> Iterator[Step]:
        """Whose twelve months ended last month; a few have lapsed and are struck off."""
        due = [
            member for member in self.world.probation
            if self.world.body_of[member.cell.key] is body and month_of(member.joined_on) + 13 == month_of(day)
        ]  # fmt: skip
        if not due:
            return
        lapsed = [member for member in due if self.world.chance.random() < self.rates.lapsed]
        fit = [member for member in due if member not in lapsed]
        decided = day + timedelta(days=self.world.chance.randint(3, 10))
        self.world.probation = [member for member in self.world.probation if member not in due]
        for member in fit:
            member.status, member.official_on = Status.OFFICIAL, add_months(member.joined_on, 12)
            member.cell.official += 1
            member.busy = month_of(day)
        if fit:
            paper = self.world.paper(
                body.issuer,
                f"QĐ/{body.sign}",
                "Công nhận đảng viên chính thức (theo danh sách)",
                decided,
            )
            yield steps.Recognise(paper, [member.key for member in fit])
        if lapsed:
            paper = self.world.paper(body.issuer, f"QĐ/{body.sign}", "Xóa tên đảng viên dự bị", day)
            yield self._exit(paper, [(member, Way.STRUCK_OFF) for member in lapsed], day)

    def movements(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        size = sum(len(cell.members) for cell in cells)
        yield from self._leaving(day, body, cells, size)
        yield from self._moving(day, body, cells, size)
        yield from self._arriving(day, body, cells, size)
        if self.world.chance.random() < 0.7:
            yield from self._succeed(day, body, cells)
        if self.world.chance.random() < 0.3:
            yield from self._mistake(day, body, cells)
        for _ in range(self._about(size, self.rates.birth_corrected)):
            yield from self._wrong_birth(day, body, cells)

    def _about(self, size: int, rate: float) -> int:
        """A whole number near `size × rate`, by chance up or down."""
        wanted = size * rate * (0.6 + 0.8 * self.world.chance.random())
        return int(wanted) + (self.world.chance.random() < wanted % 1)

    def _leaving(self, day: date, body: Body, cells: list[Cell], size: int) -> Iterator[Step]:
        when = day + timedelta(days=self.world.chance.randint(9, 20))
        groups = {
            "Danh sách đảng viên từ trần trong quý": (Way.DIED,)
            * self._about(size, self.rates.died),
            "Giới thiệu chuyển sinh hoạt đảng ra ngoài tỉnh": (Way.DEPARTED,)
            * self._about(size, self.rates.departed),
            "Xóa tên, cho ra khỏi Đảng": (Way.STRUCK_OFF,)
            * self._about(size, self.rates.struck_off)
            + (Way.RESIGNED,) * self._about(size, self.rates.resigned),
        }
        for abstract, ways in groups.items():
            going = [(member, way) for way in ways if (member := self._spared(cells, day))]
            if going:
                paper = self.world.paper(
                    body.issuer, f"QĐ/{body.sign}", abstract, when - timedelta(days=2)
                )
                yield self._exit(paper, going, when)

    def _spared(self, cells: list[Cell], day: date) -> Member | None:
        """A free member whose cell can do without one; counted as busy from now on."""
        for _ in range(20):
            member = self.world.members.free(cells, day)
            if member and member.cell.spares():
                member.busy = month_of(day)
                self.world.members.leave(member)
                return member
        return None

    def _exit(self, paper: Paper, going: list[tuple[Member, Way]], when: date) -> Step:
        for member, _ in going:
            if member.key in member.cell.members:
                self.world.members.leave(member)
        return steps.Leave(paper, [(member.key, way) for member, way in going], when)

    def _moving(self, day: date, body: Body, cells: list[Cell], size: int) -> Iterator[Step]:
        """Most transfers stay within the district, some go to another one."""
        people = []
        elsewhere = [
            cell
            for other in self.world.places.bodies
            if other.opens <= day
            for cell in other.cells()
        ]
        for _ in range(self._about(size, self.rates.transferred)):
            member = self._spared(cells, day)
            goal = self.world.chance.choice(
                cells if self.world.chance.random() < 0.8 else elsewhere
            )
            if member is None:
                continue
            if goal is member.cell or not goal.takes_in():
                goal = next(
                    cell
                    for cell in cells
                    if cell.committee and cell.open and cell is not member.cell
                )
            member.cell = goal
            goal.members.append(member.key)
            goal.official += 1
            people.append((member.key, goal.key))
        if people:
            when = day + timedelta(days=self.world.chance.randint(5, 20))
            paper = self.world.paper(
                body.issuer,
                f"TB/{body.sign}",
                "Giới thiệu chuyển sinh hoạt đảng trong tỉnh",
                when - timedelta(days=3),
            )
            yield steps.Transfer(paper, people, when)

    def _arriving(self, day: date, body: Body, cells: list[Cell], size: int) -> Iterator[Step]:
        when = day + timedelta(days=self.world.chance.randint(5, 20))
        people = []
        for _ in range(self._about(size, self.rates.arrived)):
            cell = self.world.chance.choice([cell for cell in cells if cell.takes_in()])
            member = self.world.members.receive(cell, when)
            member.busy = month_of(day)
            row = ArrivalRow(
                member.key, cell.key, member.status, member.admitted_on, member.joined_on, member.official_on
            )  # fmt: skip
            people.append((member.person(), row))
        if people:
            paper = self.world.paper(
                body.issuer,
                f"TB/{body.sign}",
                "Tiếp nhận đảng viên chuyển đến",
                when - timedelta(days=1),
            )
            yield steps.Arrive(paper, people, when)

    def _succeed(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        leaving = next(
            (
                member
                for member in self.world.holders
                if member.cell in cells and self.world.chance.random() < 0.02
            ),
            None,
        )
        coming = self.world.members.free([leaving.cell], day, clean=True) if leaving else None
        if leaving and coming:
            when = day + timedelta(days=self.world.chance.randint(3, 24))
            paper = self.world.paper(
                body.issuer, f"QĐ/{body.sign}", "Chuẩn y thay đổi cấp ủy viên", when
            )
            self.world.hand_on_post(leaving, coming)
            yield steps.Succeed(paper, leaving.key, coming.key, when)

    def _mistake(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        """A transfer recorded by mistake, annulled by a later paper: history keeps both."""
        member = self.world.members.free(cells, day)
        goals = [
            cell
            for cell in cells
            if cell.open and cell.committee and member and cell is not member.cell
        ]
        if member is None or not goals:
            return
        member.busy = month_of(day)
        when = day + timedelta(days=3)
        wrong = self.world.paper(
            body.issuer, f"TB/{body.sign}", "Giới thiệu chuyển sinh hoạt đảng", when
        )
        yield steps.Transfer(wrong, [(member.key, self.world.chance.choice(goals).key)], when)
        right = self.world.paper(
            body.issuer,
            f"QĐ/{body.sign}",
            f"Hủy bỏ Thông báo số {wrong.number_sign}",
            when + timedelta(days=18),
        )
        yield steps.Annul(right, wrong, "Ghi nhầm người chuyển sinh hoạt")

    def _wrong_birth(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        member = self.world.members.free(cells, day)
        if member is None:
            return
        member.busy = month_of(day)
        member.birth_on = fiction.some_day(
            self.world.chance, date(member.birth_on.year, 1, 1), date(member.birth_on.year, 12, 28)
        )
        paper = self.world.paper(
            body.issuer,
            f"CV/{body.sign}",
            "Đính chính ngày sinh của đảng viên",
            day + timedelta(days=12),
        )
        yield steps.CorrectBirth(paper, member.key, member.birth_on, "Theo giấy khai sinh")


def _split(total: int, weights: list[float]) -> list[int]:
    """Chia — whole shares in proportion to the weights that add up to the total."""
    exact = [total * weight / sum(weights) for weight in weights]
    shares = [int(each) for each in exact]
    order = sorted(range(len(exact)), key=lambda at: shares[at] - exact[at])
    for at in islice(order, total - sum(shares)):
        shares[at] += 1
    return shares
