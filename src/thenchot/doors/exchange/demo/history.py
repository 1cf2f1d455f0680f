"""Năm tháng của tỉnh mô phỏng — what each month brings, as steps to be recorded in this order."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random

from thenchot.doors.exchange.demo import fiction, steps
from thenchot.doors.exchange.demo.calibration import COMMENDED_FOR
from thenchot.doors.exchange.demo.members import Member, Members, month_of, rounds
from thenchot.doors.exchange.demo.places import NEW_YEAR_2016, Base, Body, Cell, Places
from thenchot.doors.exchange.demo.shape import NEW_YEAR_2021, Shape
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.months import add_months
from thenchot.ground.register.rules import SeatRow, UnitRow
from thenchot.ground.register.words import Decider, Level, OrganizationKind, PostKind, Tier
from thenchot.ground.register.words import Succession as SuccessionKind
from thenchot.people.awards.words import AwardForm, Timing
from thenchot.people.cadres.words import DecisionMatter
from thenchot.people.members.rules import ArrivalRow, MemberRow
from thenchot.people.members.words import Status, Way
from thenchot.people.oversight.words import Body as Decides
from thenchot.people.oversight.words import DisciplineForm

PROVINCE = "Tỉnh ủy Hậu Giang"
STANDING_COMMITTEE = "Ban Thường vụ Tỉnh ủy Hậu Giang"
SECRETARY = SeatRow("Bí thư", PostKind.HEAD, Tier.PARTY_COMMITTEE)
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
    *((f"Chuyên viên {number}", PostKind.OTHER, None) for number in range(1, 6)),
    ("Văn thư", PostKind.OTHER, None),
)
FORMS = tuple(DisciplineForm)
SALARIES = (DecisionMatter.SALARY_STEP, DecisionMatter.SALARY_EARLY, DecisionMatter.SALARY_GRADE,
            DecisionMatter.SALARY_SENIORITY)  # fmt: skip
CADRES = (
    DecisionMatter.ORGANIZATION,
    DecisionMatter.PERSONNEL,
    DecisionMatter.PERSONNEL,
    DecisionMatter.TRAINING,
)
FOUNDED = (
    (2021, 3),
    (2021, 9),
    (2022, 4),
    (2022, 4),
    (2022, 10),
    (2023, 8),
    (2023, 8),
    (2024, 2),
    (2024, 9),
)
ABSORBED = (
    (2021, 6),
    (2021, 11),
    (2022, 6),
    (2022, 12),
    (2023, 6),
    (2023, 6),
    (2024, 5),
    (2025, 1),
)
GAINED = ((2023, 10), (2024, 11))
PROVINCE_PAPERS = (
    Paper(InstrumentKind.SCHEME, "06-ĐA/TU", PROVINCE, "Thí điểm tinh giản biên chế gắn với thu hút, tuyển dụng cán bộ trẻ",
          2023, date(2023, 5, 1)),
    Paper(InstrumentKind.RESOLUTION, "20-NQ/TU", PROVINCE, "Công tác kết nạp đảng viên, nhất là trong học sinh, sinh viên và doanh nghiệp ngoài khu vực nhà nước",
          2024, None),
    Paper(InstrumentKind.PLAN, "295-KH/TU", PROVINCE, "Chỉ đạo đại hội đảng bộ các cấp", 2024, None),
    Paper(InstrumentKind.PLAN, "316-KH/TU", STANDING_COMMITTEE, "Sắp xếp, tinh gọn tổ chức bộ máy, thực hiện Nghị quyết số 18-NQ/TW",
          2024, date(2024, 12, 11)),
)  # fmt: skip


class Province:
    """Tỉnh mô phỏng — give its `steps()` to the loader; the same shape gives the same steps."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.chance = Random(f"{shape.seed}/history")
        self.counted_on = shape.calibration.counted_on if shape.calibration else date(2023, 3, 31)
        founded, absorbed = self._before(FOUNDED), self._before(ABSORBED)
        self.places = Places(shape, shape.cells - founded + absorbed, shape.with_committee)
        self.members = Members(shape)
        self.numbers: Counter[tuple[str, int]] = Counter()
        self.units = self.places.keys
        self.scale = shape.cells / 1899
        self.probation: list[Member] = []
        self.holders: list[Member] = []
        self.yearly: dict[int, dict[int, int]] = {}
        self.body_of = {cell.key: body for body in self.places.bodies for cell in body.cells()}
        self.base_of = {
            cell.key: base
            for body in self.places.bodies
            for base in body.bases
            for cell in base.cells
        }

    def _before(self, months: tuple[tuple[int, int], ...]) -> int:
        return sum(
            (self.counted_on.year, self.counted_on.month) > month for month in self._some(months)
        )

    def _some(self, months: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        if self.shape.cells > 500:
            return months
        return months[4:6] if self.shape.cells > 12 else ()

    def steps(self) -> Iterator[Step]:
        """Các bước — from the opening of the books to the last day, month by month."""
        self._settle()
        yield from self._opening()
        first = min(body.opens for body in self.places.bodies)
        for month in range(month_of(first), month_of(self.shape.until) + 1):
            day = date((month - 1) // 12, (month - 1) % 12 + 1, 1)
            for body in self.places.bodies:
                if body.opens == day:
                    yield from self._hand_over(body)
            if day == NEW_YEAR_2021:
                yield from self._department()
            yield from self._month(day, [body for body in self.places.bodies if body.opens <= day])

    # — the opening —

    def _settle(self) -> None:
        opens: dict[int, date] = {}
        for body in self.places.bodies:
            for cell in body.cells():
                opens[cell.key] = body.opens
            if body.opens == NEW_YEAR_2016:
                self._two_offices(body.bases[0], opens)
            for cell in body.cells():
                if cell.open:
                    self.members.settle(cell, body.opens)
        before = NEW_YEAR_2016 if self.shape.early else NEW_YEAR_2021 - timedelta(days=55)
        for round_day in rounds(before, self.shape.until):
            self.members.age_for(round_day, before, self._badges_on(round_day), opens)
            before = round_day
        for year in range(2021, self.shape.until.year + 1):
            for quarter in range(1, 5):
                award = date(year, quarter * 3, 10)
                if award <= self.shape.until:
                    self.members.hurry_for(award, self._early_badges(year, quarter))

    def _badges_on(self, round_day: date) -> int:
        table = self.shape.calibration
        if table and round_day in table.badges:
            return table.badges[round_day]
        if round_day < NEW_YEAR_2021:
            return self.chance.randint(14, 26)
        return max(1, round(self.chance.randint(84, 205) * self.scale))

    def _early_badges(self, year: int, quarter: int) -> int:
        table = self.shape.calibration
        if table and (year, quarter) in table.early_badges:
            return table.early_badges[year, quarter]
        return self.chance.randint(0, 4) if self.shape.cells > 500 else 0

    def _two_offices(self, base: Base, opens: dict[int, date]) -> None:
        """The town's office cell is founded in 2016 from two: they are there before it."""
        office = next(cell for cell in base.cells if "cơ quan" in cell.name)
        office.open = False
        self.offices = []
        for name in ("Đảng ủy", "Ủy ban nhân dân"):
            title = office.name.replace("cơ quan", f"cơ quan {name}")
            cell = Cell(next(self.units), title, OrganizationKind.CELL, False, True, 9)
            self.offices.append(cell)
            opens[cell.key] = NEW_YEAR_2016
            self.body_of[cell.key] = self.body_of[office.key]
            self.base_of[cell.key] = base
        base.cells += self.offices

    def _opening(self) -> Iterator[Step]:
        first = min(body.opens for body in self.places.bodies)
        paper = self._paper(
            PROVINCE,
            "QĐ/TU",
            "Thành lập các đảng bộ trực thuộc Tỉnh ủy",
            first - timedelta(days=20),
        )
        row = UnitRow(
            "Đảng bộ tỉnh Hậu Giang", OrganizationKind.PROVINCE_PARTY, Level.PROVINCE, True
        )
        yield steps.Establish(paper, self.places.root, row, None, first)
        for body in self.places.bodies:
            row = UnitRow(body.name, OrganizationKind.UPPER_PARTY, body.level, True)
            yield steps.Establish(paper, body.key, row, self.places.root, body.opens)

    def _hand_over(self, body: Body) -> Iterator[Step]:
        everyone = self.members.all
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
                    self._holds(member)
                if base.level is Level.COMMUNE and number == 0:
                    for seat, member in zip(COMMUNE_SEATS, leading[3:], strict=False):
                        seats.append((0, seat, len(rows) + here.index(member)))
                        self._holds(member)
                rows += [(member.key, member.row(number + shift)) for member in here]
                self.probation += [member for member in here if not member.is_full()]
            issued = body.opens - timedelta(days=self.chance.randint(2, 12))
            number = self._number(base.issuer, issued.year)
            paper = Paper(
                InstrumentKind.HANDOVER_LIST, f"{number:02}-DS/ĐU", base.issuer,
                f"Danh sách tổ chức, đảng viên bàn giao của {base.name}", issued.year, issued,
            )  # fmt: skip
            yield steps.HandOver(paper, body.key, units, rows, seats, body.opens)
        yield from self._lead(body)

    def _holds(self, member: Member) -> None:
        member.holds = True
        self.holders.append(member)

    def _lead(self, body: Body) -> Iterator[Step]:
        paper = self._paper(
            STANDING_COMMITTEE,
            "QĐ/TU",
            f"Chuẩn y nhân sự {body.name}",
            body.opens - timedelta(days=9),
        )
        for row in BODY_SEATS:
            leader = self.members.free(list(body.cells()), body.opens, clean=True)
            if leader:
                self._holds(leader)
                yield steps.Seat(paper, body.key, row, leader.key, body.opens)

    def _department(self) -> Iterator[Step]:
        """Ban Tổ chức Tỉnh ủy — a department of a dozen, and the bodies it works beside."""
        day = NEW_YEAR_2021
        paper = self._paper(
            STANDING_COMMITTEE,
            "QĐ/TU",
            "Chức năng, nhiệm vụ, tổ chức bộ máy Ban Tổ chức Tỉnh ủy",
            day - timedelta(days=30),
        )
        department = next(self.units)
        row = UnitRow("Ban Tổ chức Tỉnh ủy", OrganizationKind.AGENCY, Level.PROVINCE)
        yield steps.Establish(paper, department, row, self.places.root, day)
        for name in (
            "Văn phòng Tỉnh ủy",
            "Ban Tuyên giáo Tỉnh ủy",
            "Ủy ban Kiểm tra Tỉnh ủy",
            "Ban Dân vận Tỉnh ủy",
        ):
            row = UnitRow(name, OrganizationKind.AGENCY, Level.PROVINCE)
            yield steps.Establish(paper, next(self.units), row, self.places.root, day)
        cells = [
            cell for body in self.places.bodies[-3:] for cell in body.cells() if cell.committee
        ]
        home = next((cell for cell in cells if "Ban Tổ chức Tỉnh ủy" in cell.name), cells[0])
        staff = [self.members.all[key - 1] for key in home.members]
        free = [member for member in staff if member.is_full() and not member.holds]
        for (title, kind, tier), member in zip(STAFF, free, strict=False):
            self._holds(member)
            yield steps.Employ(paper, member.key, department, day)
            yield steps.Seat(paper, department, SeatRow(title, kind, tier), member.key, day)

    # — one month —

    def _month(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        for body in bodies:  # before anyone who is waiting for it moves on
            yield from self._recognitions(day, body)
        yield from self._organizations(day, bodies)
        for body in bodies:
            cells = list(body.cells())
            yield from self._admissions(day, body, cells)
            if day.month % 3 == 2 and day > body.opens:
                yield from self._movements(day, body, cells)
            if day.month == 2 and day.year >= 2021:
                yield from self._plans(day, body, cells)
        if day >= NEW_YEAR_2021:
            yield from self._provincial(day, bodies)

    def _organizations(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        if (day.year, day.month) == (2016, 5):
            yield from self._unite(day, bodies[0])
        if day < NEW_YEAR_2021:
            return
        months = (day.year, day.month)
        for _ in range(self._some(FOUNDED).count(months)):
            yield from self._found(day, bodies)
        for _ in range(self._some(ABSORBED).count(months)):
            yield from self._absorb(day, bodies)
        for _ in range(GAINED.count(months)):
            yield from self._gain(day, bodies)
        if day.month in {4, 10}:
            yield from self._rename(day, bodies)

    def _unite(self, day: date, body: Body) -> Iterator[Step]:
        """Hợp nhất hai chi bộ cơ quan của thị trấn thành một (F47)."""
        base = body.bases[0]
        office = next(cell for cell in base.cells if not cell.open)
        paper = self._paper(
            body.issuer,
            f"QĐ/{body.sign}",
            f"Hợp nhất hai chi bộ thành {office.name}",
            day - timedelta(days=6),
        )
        office.open, office.committee, office.least = True, True, 9
        yield steps.Establish(paper, office.key, office.row(), base.key, day)
        yield self._merge(paper, self.offices, office, SuccessionKind.UNITED, day)
        everyone = [self.members.all[key - 1] for key in office.members]
        clean = [member for member in everyone if member.is_full() and not member.blamed]
        yield from self._lead_cell(paper, clean, office, day)

    def _merge(
        self, paper: Paper, cells: list[Cell], into: Cell, how: SuccessionKind, day: date
    ) -> Step:
        moving = [self.members.all[key - 1] for cell in cells for key in list(cell.members)]
        for member in moving:
            self.members.move(member, into)
            member.busy, member.holds = month_of(day), False
        self.holders = [member for member in self.holders if member not in moving]
        for cell in cells:
            cell.open = False
        people = [(member.key, into.key) for member in moving]
        return steps.Merge(paper, [cell.key for cell in cells], into.key, how, people, day)

    def _commune(self, bodies: list[Body]) -> Base:
        return self.chance.choice(
            [base for body in bodies for base in body.bases if base.level is Level.COMMUNE]
        )

    def _found(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        """A small cell of its own for some members of a large one; no committee."""
        base = self._commune(bodies)
        large = [cell for cell in base.cells if cell.open and cell.official > cell.least + 6]
        movers: list[Member] = []
        while large and len(movers) < 5:
            biggest = max(large, key=lambda cell: cell.official)
            member = self.members.free([biggest], day, clean=True)
            if member is None:
                break
            if member not in movers:
                movers.append(member)
        title = base.name.removeprefix("Đảng bộ ")
        cell = Cell(next(self.units), f"Chi bộ Hợp tác xã {title}", OrganizationKind.CELL, False)
        base.cells.append(cell)
        body = self.body_of[base.cells[0].key]
        self.body_of[cell.key], self.base_of[cell.key] = body, base
        paper = self._paper(base.issuer, "QĐ/ĐU", f"Thành lập {cell.name}", day - timedelta(days=5))
        yield steps.Establish(paper, cell.key, cell.row(), base.key, day)
        yield from self._transfer(paper, movers, cell, day)
        yield from self._lead_cell(paper, movers, cell, day)

    def _lead_cell(
        self, paper: Paper, members: list[Member], cell: Cell, day: date
    ) -> Iterator[Step]:
        for member in members[:1]:
            self._holds(member)
            yield steps.Seat(paper, cell.key, SECRETARY, member.key, day)

    def _transfer(
        self, paper: Paper, movers: list[Member], cell: Cell, day: date
    ) -> Iterator[Step]:
        for member in movers:
            self.members.move(member, cell)
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
        base, small, large = self.chance.choice(pairs)
        cell, into = self.chance.choice(small), self.chance.choice(large)
        paper = self._paper(
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
        cell = self.chance.choice(small)
        movers: list[Member] = []
        while cell.official + len(movers) < 11:
            member = self.members.free(large, day)
            if member is None or not member.cell.spares():
                return
            if member not in movers:
                movers.append(member)
        paper = self._paper(
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
        cells = [cell for cell in base.cells if cell.open and "Trường Tiểu học" in cell.name]
        if cells and (cell := cells[0]):
            cell.name = cell.name.replace("Trường Tiểu học", "Trường Tiểu học và Trung học cơ sở")
            paper = self._paper(
                base.issuer, "QĐ/ĐU", f"Đổi tên thành {cell.name}", day + timedelta(days=3)
            )
            yield steps.Rename(paper, cell.key, cell.name, day + timedelta(days=9))

    # — members —

    def _admissions(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        number = self._admitted(day, body)
        if not number or month_of(day) == month_of(self.shape.until):
            return
        decided = day + timedelta(days=self.chance.randint(1, 7))
        paper = self._paper(
            body.issuer, f"QĐ/{body.sign}", "Kết nạp đảng viên (theo danh sách)", decided
        )
        taking = [cell for cell in cells if cell.takes_in()]
        people = []
        for _ in range(number):
            cell = self.chance.choice([cell for cell in taking if cell.takes_in()])
            joined_on = decided + timedelta(days=self.chance.randint(3, 18))
            member = self.members.admit(cell, decided, joined_on)
            member.busy = month_of(day)
            self.probation.append(member)
            people.append((member.key, member.person(), cell.key, joined_on))
        yield steps.Admit(paper, people, decided)

    def _admitted(self, day: date, body: Body) -> int:
        """How many this month: the year's number of the body, spread over its months."""
        yearly = self._yearly(day.year).get(body.key, 0) if day.year >= 2021 else 96
        months = 5 if day.year == self.shape.until.year else 12
        if day.month > months:
            return 0
        shares = _split(
            yearly,
            [
                1 + Random(f"{self.shape.seed}/{body.key}/{day.year}/{month}").random()
                for month in range(months)
            ],
        )
        return shares[day.month - 1]

    def _yearly(self, year: int) -> dict[int, int]:
        table = self.shape.calibration
        bodies = self.places.bodies
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
            weights = [size[key] * (0.7 + self.chance.random() * 0.6) for key in others]
            rest = _split(table.admitted[year] - sum(fixed.values()), weights)
            self.yearly[year] = fixed | dict(zip(others, rest, strict=True))
        return self.yearly[year]

    def _recognitions(self, day: date, body: Body) -> Iterator[Step]:
        """Whose twelve months ended last month; a few have lapsed and are struck off."""
        due = [
            member for member in self.probation
            if self.body_of[member.cell.key] is body and month_of(member.joined_on) + 13 == month_of(day)
        ]  # fmt: skip
        if not due:
            return
        lapsed = [member for member in due if self.chance.random() < 0.018]
        fit = [member for member in due if member not in lapsed]
        decided = day + timedelta(days=self.chance.randint(3, 10))
        self.probation = [member for member in self.probation if member not in due]
        for member in fit:
            member.status, member.official_on = Status.OFFICIAL, add_months(member.joined_on, 12)
            member.cell.official += 1
            member.busy = month_of(day)
        if fit:
            paper = self._paper(
                body.issuer,
                f"QĐ/{body.sign}",
                "Công nhận đảng viên chính thức (theo danh sách)",
                decided,
            )
            yield steps.Recognise(paper, [member.key for member in fit])
        if lapsed:
            paper = self._paper(body.issuer, f"QĐ/{body.sign}", "Xóa tên đảng viên dự bị", day)
            yield self._exit(paper, [(member, Way.STRUCK_OFF) for member in lapsed], day)

    def _movements(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        size = sum(len(cell.members) for cell in cells)
        yield from self._leaving(day, body, cells, size)
        yield from self._moving(day, body, cells, size)
        yield from self._arriving(day, body, cells, size)
        if self.chance.random() < 0.7:
            yield from self._succeed(day, body, cells)
        if self.chance.random() < 0.3:
            yield from self._mistake(day, body, cells)
        for _ in range(self._about(size, 0.00025)):
            yield from self._wrong_birth(day, body, cells)

    def _about(self, size: int, rate: float) -> int:
        """A whole number near `size × rate`, by chance up or down."""
        wanted = size * rate * (0.6 + 0.8 * self.chance.random())
        return int(wanted) + (self.chance.random() < wanted % 1)

    def _leaving(self, day: date, body: Body, cells: list[Cell], size: int) -> Iterator[Step]:
        when = day + timedelta(days=self.chance.randint(9, 20))
        groups = {
            "Danh sách đảng viên từ trần trong quý": (Way.DIED,) * self._about(size, 0.0022),
            "Giới thiệu chuyển sinh hoạt đảng ra ngoài tỉnh": (Way.DEPARTED,)
            * self._about(size, 0.0028),
            "Xóa tên, cho ra khỏi Đảng": (Way.STRUCK_OFF,) * self._about(size, 0.0007)
            + (Way.RESIGNED,) * self._about(size, 0.0004),
        }
        for abstract, ways in groups.items():
            going = [(member, way) for way in ways if (member := self._spared(cells, day))]
            if going:
                paper = self._paper(
                    body.issuer, f"QĐ/{body.sign}", abstract, when - timedelta(days=2)
                )
                yield self._exit(paper, going, when)

    def _spared(self, cells: list[Cell], day: date) -> Member | None:
        """A free member whose cell can do without one; counted as busy from now on."""
        for _ in range(20):
            member = self.members.free(cells, day)
            if member and member.cell.spares():
                member.busy = month_of(day)
                self.members.leave(member)
                return member
        return None

    def _exit(self, paper: Paper, going: list[tuple[Member, Way]], when: date) -> Step:
        for member, _ in going:
            if member.key in member.cell.members:
                self.members.leave(member)
        return steps.Leave(paper, [(member.key, way) for member, way in going], when)

    def _moving(self, day: date, body: Body, cells: list[Cell], size: int) -> Iterator[Step]:
        """Most transfers stay within the district, some go to another one."""
        people = []
        elsewhere = [
            cell for other in self.places.bodies if other.opens <= day for cell in other.cells()
        ]
        for _ in range(self._about(size, 0.0055)):
            member = self._spared(cells, day)
            goal = self.chance.choice(cells if self.chance.random() < 0.8 else elsewhere)
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
            when = day + timedelta(days=self.chance.randint(5, 20))
            paper = self._paper(
                body.issuer,
                f"TB/{body.sign}",
                "Giới thiệu chuyển sinh hoạt đảng trong tỉnh",
                when - timedelta(days=3),
            )
            yield steps.Transfer(paper, people, when)

    def _arriving(self, day: date, body: Body, cells: list[Cell], size: int) -> Iterator[Step]:
        when = day + timedelta(days=self.chance.randint(5, 20))
        people = []
        for _ in range(self._about(size, 0.0024)):
            cell = self.chance.choice([cell for cell in cells if cell.takes_in()])
            member = self.members.receive(cell, when)
            member.busy = month_of(day)
            row = ArrivalRow(
                member.key, cell.key, member.status, member.admitted_on, member.joined_on, member.official_on
            )  # fmt: skip
            people.append((member.person(), row))
        if people:
            paper = self._paper(
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
                for member in self.holders
                if member.cell in cells and self.chance.random() < 0.02
            ),
            None,
        )
        coming = self.members.free([leaving.cell], day, clean=True) if leaving else None
        if leaving and coming:
            when = day + timedelta(days=self.chance.randint(3, 24))
            paper = self._paper(
                body.issuer, f"QĐ/{body.sign}", "Chuẩn y thay đổi cấp ủy viên", when
            )
            self._replace(leaving, coming)
            yield steps.Succeed(paper, leaving.key, coming.key, when)

    def _replace(self, leaving: Member, coming: Member) -> None:
        leaving.holds = False
        self.holders = [member for member in self.holders if member is not leaving]
        self._holds(coming)

    def _mistake(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        """A transfer recorded by mistake, annulled by a later paper: history keeps both."""
        member = self.members.free(cells, day)
        goals = [
            cell
            for cell in cells
            if cell.open and cell.committee and member and cell is not member.cell
        ]
        if member is None or not goals:
            return
        member.busy = month_of(day)
        when = day + timedelta(days=3)
        wrong = self._paper(
            body.issuer, f"TB/{body.sign}", "Giới thiệu chuyển sinh hoạt đảng", when
        )
        yield steps.Transfer(wrong, [(member.key, self.chance.choice(goals).key)], when)
        right = self._paper(
            body.issuer,
            f"QĐ/{body.sign}",
            f"Hủy bỏ Thông báo số {wrong.number_sign}",
            when + timedelta(days=18),
        )
        yield steps.Annul(right, wrong, "Ghi nhầm người chuyển sinh hoạt")

    def _wrong_birth(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        member = self.members.free(cells, day)
        if member is None:
            return
        member.busy = month_of(day)
        member.birth_on = fiction.some_day(
            self.chance, date(member.birth_on.year, 1, 1), date(member.birth_on.year, 12, 28)
        )
        paper = self._paper(
            body.issuer,
            f"CV/{body.sign}",
            "Đính chính ngày sinh của đảng viên",
            day + timedelta(days=12),
        )
        yield steps.CorrectBirth(paper, member.key, member.birth_on, "Theo giấy khai sinh")

    # — plans, discipline, awards, decisions —

    def _plans(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        """Every cell in the year counted, nearly every one in the others."""
        every = day.year == self.counted_on.year
        rows = [
            (cell.key, 2 if cell.committee else 1)
            for cell in cells
            if cell.open and (every or self.chance.random() < 0.985)
        ]
        when = day + timedelta(days=self.chance.randint(1, 12))
        number = self._number(body.issuer, day.year)
        paper = Paper(
            InstrumentKind.PLAN, f"{number:02}-KH/{body.sign}", body.issuer,
            f"Kế hoạch kiểm tra, giám sát năm {day.year} của các chi bộ", day.year, when,
        )  # fmt: skip
        yield steps.Plan(paper, rows, day.year, when)

    def _provincial(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        yield from self._awards(day)
        quarter = (day.month + 2) // 3
        if day.month % 3 == 0 and (day.year, quarter * 3) <= (
            self.shape.until.year,
            self.shape.until.month,
        ):
            yield from self._disciplines(day, quarter, bodies)
            yield from self._decisions(day, quarter, bodies)
            yield from self._commendations(day, quarter, bodies)
        for paper in PROVINCE_PAPERS:
            filed = paper.issued_on or date(paper.year, 12, 1)
            if month_of(filed) == month_of(day):
                yield steps.Register(paper)

    def _awards(self, day: date) -> Iterator[Step]:
        for given, timing in (
            (self.members.awarded, Timing.ON_TIME),
            (self.members.early, Timing.EARLY),
        ):
            for award_day, people in given.items():
                if month_of(award_day) == month_of(day) and people:
                    paper = self._paper(
                        PROVINCE,
                        "QĐ/TU",
                        f"Tặng Huy hiệu Đảng đợt {award_day:%d/%m/%Y}",
                        award_day - timedelta(days=6),
                    )
                    rows = [(member.key, years, timing) for member, years in people]
                    yield steps.Badges(paper, rows, award_day)

    def _disciplines(self, day: date, quarter: int, bodies: list[Body]) -> Iterator[Step]:
        table = self.shape.calibration
        numbers: tuple[int, ...] | None
        numbers = table.disciplined.get((day.year, quarter)) if table else None
        if numbers is None:
            most = (22, 5, 1, 3) if self.shape.cells > 500 else (1, 0, 0, 0)
            numbers = tuple(self.chance.randint(each // 2, each) for each in most)
        for form, number in zip(FORMS, numbers, strict=True):
            for _ in range(number):
                yield from self._discipline(day, form, bodies)

    def _discipline(self, day: date, form: DisciplineForm, bodies: list[Body]) -> Iterator[Step]:
        body = self.chance.choice(bodies)
        cells = [cell for cell in body.cells() if cell.spares() and cell.committee]
        member = (
            self._removable(cells, day)
            if form is DisciplineForm.REMOVAL
            else self.members.free(cells, day)
        )
        if member is None:
            return
        decides = Decides.COMMISSION if self.chance.random() < 0.2 else Decides.COMMITTEE
        latest = 14 if month_of(day) == month_of(self.shape.until) else 27
        when = day + timedelta(days=self.chance.randint(1, latest))
        paper = self._paper(body.issuer, f"QĐ/{body.sign}", "Thi hành kỷ luật đảng viên", when)
        member.busy, member.blamed = month_of(day), True
        yield steps.Discipline(paper, member.key, form, decides, when)
        if form is DisciplineForm.EXPULSION:
            self.members.leave(member)
        if form is DisciplineForm.REMOVAL and (
            coming := self.members.free([member.cell], day, clean=True)
        ):
            self._replace(member, coming)
            filling = self._paper(
                body.issuer, f"QĐ/{body.sign}", "Chỉ định bí thư chi bộ", when + timedelta(days=1)
            )
            yield steps.Succeed(filling, member.key, coming.key, when + timedelta(days=1))

    def _removable(self, cells: list[Cell], day: date) -> Member | None:
        held = [
            member
            for member in self.holders
            if member.cell in cells and member.busy < month_of(day)
        ]
        return self.chance.choice(held) if held else None

    def _decisions(self, day: date, quarter: int, bodies: list[Body]) -> Iterator[Step]:
        table = self.shape.calibration
        numbers = table.cadre_decisions.get((day.year, quarter)) if table else None
        small = self.shape.cells <= 500
        cadres, salaries = numbers or (
            (2, 1) if small else (self.chance.randint(9, 26), self.chance.randint(6, 20))
        )
        latest = 14 if month_of(day) == month_of(self.shape.until) else 26
        for matters, number in ((CADRES, cadres), (SALARIES, salaries)):
            for _ in range(number):
                matter = self.chance.choice(matters)
                when = day + timedelta(days=self.chance.randint(0, latest))
                paper = self._paper(
                    STANDING_COMMITTEE, "QĐ/TU", f"Quyết định về {matter.label.lower()}", when
                )
                person = (
                    None
                    if matter is DecisionMatter.ORGANIZATION
                    else self.chance.choice(self.holders).key
                )
                unit = self.chance.choice(bodies).key if person is None else None
                yield steps.Decide(paper, matter, Decider.STANDING_COMMITTEE, person, unit, when)

    def _commendations(self, day: date, quarter: int, bodies: list[Body]) -> Iterator[Step]:
        table = self.shape.calibration
        numbers = table.commended.get((day.year, quarter)) if table else None
        occasion = COMMENDED_FOR
        if numbers is None:
            numbers = (
                (self.chance.randint(1, 9), self.chance.randint(2, 24))
                if quarter in {2, 4}
                else (0, 0)
            )
            occasion = f"Thành tích xuất sắc trong công tác xây dựng Đảng năm {day.year}"
        units = [base.key for body in bodies for base in body.bases if not base.alone()]
        holders = [member.key for member in self.holders]
        if any(numbers):
            collectives = self.chance.sample(units, min(numbers[0], len(units)))
            people = self.chance.sample(holders, min(numbers[1], len(holders)))
            when = day + timedelta(days=self.chance.randint(0, 13))
            paper = self._paper(PROVINCE, "QĐ/TU", f"Khen thưởng: {occasion}", when)
            yield steps.Commend(paper, collectives, people, AwardForm.CERTIFICATE, occasion, when)

    # — papers —

    def _number(self, issuer: str, year: int) -> int:
        self.numbers[issuer, year] += 1
        return self.numbers[issuer, year]

    def _paper(self, issuer: str, sign: str, abstract: str, issued_on: date) -> Paper:
        number = self._number(issuer, issued_on.year)
        kind = InstrumentKind.DECISION if sign.startswith("QĐ") else InstrumentKind.NOTICE
        return Paper(kind, f"{number:02}-{sign}", issuer, abstract, issued_on.year, issued_on)


def _split(total: int, weights: list[float]) -> list[int]:
    """Chia — whole shares in proportion to the weights that add up to the total."""
    exact = [total * weight / sum(weights) for weight in weights]
    shares = [int(each) for each in exact]
    order = sorted(range(len(exact)), key=lambda at: shares[at] - exact[at])
    for at in islice(order, total - sum(shares)):
        shares[at] += 1
    return shares
