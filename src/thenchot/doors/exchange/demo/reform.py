"""Sắp xếp tổ chức — cells founded, united, absorbed, renamed, given a committee."""

from collections.abc import Iterator
from datetime import date, timedelta

from thenchot.doors.exchange.demo import steps
from thenchot.doors.exchange.demo.members import Member, month_of
from thenchot.doors.exchange.demo.places import Base, Body, Cell
from thenchot.doors.exchange.demo.shape import NEW_YEAR_2021
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.world import ABSORBED, FOUNDED, SECRETARY, World
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.ground.register.words import Succession as SuccessionKind

GAINED = ((2023, 10), (2024, 11))


class Reform:
    """Sắp xếp tổ chức — what changes in the tree each month."""

    def __init__(self, world: World) -> None:
        self.world = world

    def month(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        if (day.year, day.month) == (2016, 5):
            yield from self._unite(day, bodies[0])
        if day < NEW_YEAR_2021:
            return
        months = (day.year, day.month)
        for _ in range(self.world.scheduled(FOUNDED).count(months)):
            yield from self._found(day, bodies)
        for _ in range(self.world.scheduled(ABSORBED).count(months)):
            yield from self._absorb(day, bodies)
        for _ in range(GAINED.count(months)):
            yield from self._gain(day, bodies)
        if day.month in {4, 10}:
            yield from self._rename(day, bodies)

    def _unite(self, day: date, body: Body) -> Iterator[Step]:
        """Hợp nhất hai chi bộ cơ quan của thị trấn thành một (F47)."""
        base = body.bases[0]
        office = next(cell for cell in base.cells if not cell.open)
        paper = self.world.paper(
            body.issuer,
            f"QĐ/{body.sign}",
            f"Hợp nhất hai chi bộ thành {office.name}",
            day - timedelta(days=6),
        )
        office.open, office.committee, office.least = True, True, 9
        merged = self._merge(paper, self.world.offices, office, SuccessionKind.UNITED, day)
        yield steps.Unite(paper, merged.units, office.key, office.row(), base.key, day)
        everyone = [self.world.members.all[key - 1] for key in office.members]
        clean = [member for member in everyone if member.is_full() and not member.blamed]
        yield from self._lead_cell(paper, clean, office, day)

    def _merge(
        self, paper: Paper, cells: list[Cell], into: Cell, how: SuccessionKind, day: date
    ) -> steps.Merge:
        moving = [self.world.members.all[key - 1] for cell in cells for key in list(cell.members)]
        for member in moving:
            self.world.members.move(member, into)
            member.busy, member.holds = month_of(day), False
        self.world.holders = [member for member in self.world.holders if member not in moving]
        for cell in cells:
            cell.open = False
        people = [(member.key, into.key) for member in moving]
        return steps.Merge(paper, [cell.key for cell in cells], into.key, how, people, day)

    def _commune(self, bodies: list[Body]) -> Base:
        return self.world.chance.choice(
            [base for body in bodies for base in body.bases if base.level is Level.COMMUNE]
        )

    def _found(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        """A small cell of its own for some members of a large one; no committee."""
        base = self._commune(bodies)
        large = [cell for cell in base.cells if cell.open and cell.official > cell.least + 6]
        movers: list[Member] = []
        while large and len(movers) < 5:
            biggest = max(large, key=lambda cell: cell.official)
            member = self.world.members.free([biggest], day, clean=True)
            if member is None:
                break
            if member not in movers:
                movers.append(member)
        name = f"Chi bộ Hợp tác xã {base.name.removeprefix('Đảng bộ ')}"
        if same := sum(cell.name.startswith(name) for cell in base.cells):
            name = f"{name} số {same + 1}"
        cell = Cell(next(self.world.units), name, OrganizationKind.CELL, False)
        base.cells.append(cell)
        body = self.world.body_of[base.cells[0].key]
        self.world.body_of[cell.key] = body
        paper = self.world.paper(
            base.issuer, "QĐ/ĐU", f"Thành lập {cell.name}", day - timedelta(days=5)
        )
        yield steps.Establish(paper, cell.key, cell.row(), base.key, day)
        yield from self._transfer(paper, movers, cell, day)
        yield from self._lead_cell(paper, movers, cell, day)

    def _lead_cell(
        self, paper: Paper, members: list[Member], cell: Cell, day: date
    ) -> Iterator[Step]:
        for member in members[:1]:
            self.world.give_post(member)
            yield steps.Seat(paper, cell.key, SECRETARY, member.key, day)

    def _transfer(
        self, paper: Paper, movers: list[Member], cell: Cell, day: date
    ) -> Iterator[Step]:
        for member in movers:
            self.world.members.move(member, cell)
            member.busy = month_of(day)
        if movers:
            yield steps.Transfer(paper, [(member.key, cell.key) for member in movers], day)

    def _absorb(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        """A small cell goes into a large one of the same grassroots organization."""
        pairs = [
            (base, small, large)
            for body in bodies
            for base in body.bases
            if (small := [cell for cell in base.cells if cell.open and not cell.committee and cell.members])
            and (large := [cell for cell in base.cells if cell.open and cell.committee])
        ]  # fmt: skip
        base, small, large = self.world.chance.choice(pairs)
        cell, into = self.world.chance.choice(small), self.world.chance.choice(large)
        paper = self.world.paper(
            base.issuer, "QĐ/ĐU", f"Sáp nhập {cell.name} vào {into.name}", day - timedelta(days=5)
        )
        yield self._merge(paper, [cell], into, SuccessionKind.ABSORBED, day)

    def _gain(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        """A small cell grows to nine official members and gets its committee."""
        base = self._commune(bodies)
        small = [
            cell for cell in base.cells if cell.open and cell.official >= 4 and not cell.committee
        ]
        large = [cell for cell in base.cells if cell.open and cell.official > cell.least + 8]
        if not (small and large):
            return
        cell = self.world.chance.choice(small)
        movers: list[Member] = []
        while cell.official + len(movers) < 11:
            member = self.world.members.free(large, day)
            if member is None or not member.cell.spares():
                return
            if member not in movers:
                movers.append(member)
        paper = self.world.paper(
            base.issuer,
            "QĐ/ĐU",
            f"Chuyển sinh hoạt và chuẩn y chi ủy {cell.name}",
            day - timedelta(days=3),
        )
        yield from self._transfer(paper, movers, cell, day)
        cell.committee, cell.least = True, 9
        yield steps.Retype(paper, cell.key, cell.kind, Level.BASE, True, day)

    def _rename(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        base = self._commune(bodies)
        cells = [
            cell
            for cell in base.cells
            if cell.open and "Trường Tiểu học" in cell.name and "cơ sở" not in cell.name
        ]
        if cells and (cell := cells[0]):
            cell.name = cell.name.replace("Trường Tiểu học", "Trường Tiểu học và Trung học cơ sở")
            paper = self.world.paper(
                base.issuer, "QĐ/ĐU", f"Đổi tên thành {cell.name}", day + timedelta(days=3)
            )
            yield steps.Rename(paper, cell.key, cell.name, day + timedelta(days=9))
