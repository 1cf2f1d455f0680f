"""Ngày mở sổ — units, members and posts handed over by each grassroots organization, and the department."""

from collections.abc import Iterator
from datetime import date, timedelta

from thenchot.doors.exchange.demo import steps
from thenchot.doors.exchange.demo.members import rounds
from thenchot.doors.exchange.demo.places import NEW_YEAR_2016, Base, Body, Cell
from thenchot.doors.exchange.demo.shape import NEW_YEAR_2021
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.world import PROVINCE, SECRETARY, STANDING_COMMITTEE, World
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.rules import SeatRow, UnitRow
from thenchot.ground.register.words import Level, OrganizationKind, PostKind, Tier
from thenchot.people.members.rules import MemberRow

DEPUTY = SeatRow("Phó Bí thư", PostKind.DEPUTY, Tier.PARTY_COMMITTEE)
COMMUNE_SEATS = (
    SeatRow("Bí thư Đảng ủy", PostKind.HEAD, Tier.COMMUNE),
    SeatRow("Phó Bí thư Thường trực Đảng ủy", PostKind.DEPUTY, Tier.COMMUNE),
    SeatRow("Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân", PostKind.DEPUTY, Tier.COMMUNE),
)
BODY_SEATS = (
    SeatRow("Bí thư", PostKind.HEAD, Tier.STANDING_COMMITTEE),
    SeatRow("Phó Bí thư Thường trực", PostKind.DEPUTY, Tier.STANDING_COMMITTEE),
)
STAFF = (
    ("Trưởng Ban", PostKind.HEAD, Tier.STANDING_COMMITTEE),
    ("Phó Trưởng Ban Thường trực", PostKind.DEPUTY, Tier.STANDING_COMMITTEE),
    ("Phó Trưởng Ban", PostKind.DEPUTY, Tier.STANDING_COMMITTEE),
    ("Trưởng Phòng Tổ chức cán bộ", PostKind.HEAD, Tier.PARTY_COMMITTEE),
    ("Trưởng Phòng Tổ chức đảng, đảng viên", PostKind.HEAD, Tier.PARTY_COMMITTEE),
    ("Trưởng Phòng Chính sách cán bộ", PostKind.HEAD, Tier.PARTY_COMMITTEE),
    *((f"Chuyên viên {number}", PostKind.OTHER, Tier.PARTY_COMMITTEE) for number in range(1, 6)),
    ("Văn thư", PostKind.OTHER, Tier.PARTY_COMMITTEE),
)


class Opening:
    """Ngày mở sổ — who is where before anything happens, and the lists that say so."""

    def __init__(self, world: World) -> None:
        self.world = world

    def settle(self) -> None:
        opens: dict[int, date] = {}
        for body in self.world.places.bodies:
            for cell in body.cells():
                opens[cell.key] = body.opens
            if body.opens == NEW_YEAR_2016:
                self._two_offices(body.bases[0], opens)
            for cell in body.cells():
                if cell.open:
                    self.world.members.settle(cell, body.opens)
        before = NEW_YEAR_2016 if self.world.shape.early else NEW_YEAR_2021 - timedelta(days=55)
        for round_day in rounds(before, self.world.shape.until):
            self.world.members.age_for(round_day, before, self._badges_on(round_day), opens)
            before = round_day
        for year in range(2021, self.world.shape.until.year + 1):
            for quarter in range(1, 5):
                award = date(year, quarter * 3, 10)
                if award <= self.world.shape.until:
                    self.world.members.hurry_for(award, self._early_badges(year, quarter))

    def _badges_on(self, round_day: date) -> int:
        table = self.world.shape.calibration
        if table and round_day in table.badges:
            return table.badges[round_day]
        if round_day < NEW_YEAR_2021:
            return self.world.chance.randint(14, 26)
        return max(1, round(self.world.chance.randint(84, 205) * self.world.scale))

    def _early_badges(self, year: int, quarter: int) -> int:
        table = self.world.shape.calibration
        if table and (year, quarter) in table.early_badges:
            return table.early_badges[year, quarter]
        return self.world.chance.randint(0, 4) if self.world.large else 0

    def _two_offices(self, base: Base, opens: dict[int, date]) -> None:
        """The town's office cell is founded in 2016 from two: they are there before it."""
        office = next(cell for cell in base.cells if "cơ quan" in cell.name)
        office.open = False
        for name in ("Đảng ủy", "Ủy ban nhân dân"):
            title = office.name.replace("cơ quan", f"cơ quan {name}")
            cell = Cell(next(self.world.units), title, OrganizationKind.CELL, False, True, 9)
            self.world.offices.append(cell)
            opens[cell.key] = NEW_YEAR_2016
            self.world.body_of[cell.key] = self.world.body_of[office.key]
        base.cells += self.world.offices

    def founding(self) -> Iterator[Step]:
        """Đảng bộ tỉnh và các đảng bộ trực thuộc — one decision for each day of opening."""
        bodies = self.world.places.bodies
        days = sorted({body.opens for body in bodies})
        papers = {
            day: self.world.paper(
                PROVINCE,
                "QĐ/TU",
                "Thành lập các đảng bộ trực thuộc Tỉnh ủy",
                day - timedelta(days=20),
            )
            for day in days
        }
        row = UnitRow(
            "Đảng bộ tỉnh Hậu Giang", OrganizationKind.PROVINCE_PARTY, Level.PROVINCE, True
        )
        yield steps.Establish(papers[days[0]], self.world.places.root, row, None, days[0])
        for body in bodies:
            row = UnitRow(body.name, OrganizationKind.UPPER_PARTY, body.level, True)
            yield steps.Establish(
                papers[body.opens], body.key, row, self.world.places.root, body.opens
            )

    def hand_over(self, body: Body) -> Iterator[Step]:
        everyone = self.world.members.all
        for base in body.bases:
            cells = [cell for cell in base.cells if cell.open]
            units = [(cell.key, cell.row()) for cell in cells]
            if not base.alone():
                units.insert(0, (base.key, UnitRow(base.name, base.kind, base.level, True)))
            shift = 0 if base.alone() else 1
            rows: list[tuple[int, MemberRow]] = []
            seats: list[tuple[int, SeatRow, int]] = []
            for number, cell in enumerate(cells):
                here = [everyone[key - 1] for key in cell.members]
                leading = [member for member in here if member.is_full()]
                for seat, member in zip(
                    (SECRETARY, DEPUTY)[: 1 + cell.committee], leading, strict=False
                ):
                    seats.append((number + shift, seat, len(rows) + here.index(member)))
                    self.world.give_post(member)
                if base.level is Level.COMMUNE and number == 0:
                    for seat, member in zip(COMMUNE_SEATS, leading[3:], strict=False):
                        seats.append((0, seat, len(rows) + here.index(member)))
                        self.world.give_post(member)
                rows += [(member.key, member.row(number + shift)) for member in here]
                self.world.probation += [member for member in here if not member.is_full()]
            issued = body.opens - timedelta(days=self.world.chance.randint(2, 12))
            number = self.world.number(base.issuer, issued.year)
            paper = Paper(
                InstrumentKind.HANDOVER_LIST, f"{number:02}-DS/ĐU", base.issuer,
                f"Danh sách tổ chức, đảng viên bàn giao của {base.name}", issued.year, issued,
            )  # fmt: skip
            yield steps.HandOver(paper, body.key, units, rows, seats, body.opens)
        yield from self._lead(body)

    def _lead(self, body: Body) -> Iterator[Step]:
        paper = self.world.paper(
            STANDING_COMMITTEE,
            "QĐ/TU",
            f"Chuẩn y nhân sự {body.name}",
            body.opens - timedelta(days=9),
        )
        for row in BODY_SEATS:
            leader = self.world.members.free(list(body.cells()), body.opens, clean=True)
            if leader:
                self.world.give_post(leader)
                yield steps.Seat(paper, body.key, row, leader.key, body.opens)

    def department(self) -> Iterator[Step]:
        """Ban Tổ chức Tỉnh ủy — a department of a dozen, and the bodies it works beside."""
        day = NEW_YEAR_2021
        paper = self.world.paper(
            STANDING_COMMITTEE,
            "QĐ/TU",
            "Chức năng, nhiệm vụ, tổ chức bộ máy Ban Tổ chức Tỉnh ủy",
            day - timedelta(days=30),
        )
        department = next(self.world.units)
        row = UnitRow("Ban Tổ chức Tỉnh ủy", OrganizationKind.AGENCY, Level.PROVINCE)
        yield steps.Establish(paper, department, row, self.world.places.root, day)
        for name in (
            "Văn phòng Tỉnh ủy",
            "Ban Tuyên giáo Tỉnh ủy",
            "Ủy ban Kiểm tra Tỉnh ủy",
            "Ban Dân vận Tỉnh ủy",
        ):
            row = UnitRow(name, OrganizationKind.AGENCY, Level.PROVINCE)
            yield steps.Establish(paper, next(self.world.units), row, self.world.places.root, day)
        cells = [
            cell
            for body in self.world.places.bodies[-3:]
            for cell in body.cells()
            if cell.committee
        ]
        home = next((cell for cell in cells if "Ban Tổ chức Tỉnh ủy" in cell.name), cells[0])
        staff = [self.world.members.all[key - 1] for key in home.members]
        free = [member for member in staff if member.is_full() and not member.holds]
        for (title, kind, tier), member in zip(STAFF, free, strict=False):
            self.world.give_post(member)
            yield steps.Employ(paper, member.key, department, day)
            yield steps.Seat(paper, department, SeatRow(title, kind, tier), member.key, day)
