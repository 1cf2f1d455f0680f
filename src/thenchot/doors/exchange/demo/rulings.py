"""Kế hoạch, kỷ luật, khen thưởng, quyết định — what bodies decide about members each quarter."""

from collections.abc import Iterator
from datetime import date, timedelta

from thenchot.doors.exchange.demo import steps
from thenchot.doors.exchange.demo.calibration import COMMENDED_FOR
from thenchot.doors.exchange.demo.members import Member, month_of
from thenchot.doors.exchange.demo.places import Body, Cell
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.world import PROVINCE, STANDING_COMMITTEE, World
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.words import Decider
from thenchot.people.awards.words import AwardForm, Timing
from thenchot.people.cadres.words import DecisionMatter
from thenchot.people.oversight.words import Body as Decides
from thenchot.people.oversight.words import DisciplineForm

FORMS = tuple(DisciplineForm)
SALARIES = (DecisionMatter.SALARY_STEP, DecisionMatter.SALARY_EARLY, DecisionMatter.SALARY_GRADE,
            DecisionMatter.SALARY_SENIORITY)  # fmt: skip
CADRES = (
    DecisionMatter.ORGANIZATION,
    DecisionMatter.PERSONNEL,
    DecisionMatter.PERSONNEL,
    DecisionMatter.TRAINING,
)
STREAMLINING = Paper(
    InstrumentKind.PLAN, "316-KH/TU", STANDING_COMMITTEE,
    "Sắp xếp, tinh gọn tổ chức bộ máy, thực hiện Nghị quyết số 18-NQ/TW", 2024, date(2024, 12, 11),
)  # fmt: skip
PROVINCE_PAPERS = (
    Paper(InstrumentKind.SCHEME, "06-ĐA/TU", PROVINCE, "Thí điểm tinh giản biên chế gắn với thu hút, tuyển dụng cán bộ trẻ",
          2023, date(2023, 5, 1)),
    Paper(InstrumentKind.RESOLUTION, "20-NQ/TU", PROVINCE, "Công tác kết nạp đảng viên, nhất là trong học sinh, sinh viên và doanh nghiệp ngoài khu vực nhà nước",
          2024, None),
    Paper(InstrumentKind.PLAN, "295-KH/TU", PROVINCE, "Chỉ đạo đại hội đảng bộ các cấp", 2024, None),
    STREAMLINING,
)  # fmt: skip


class Rulings:
    """Quyết định qua các quý — plans, discipline, badges, commendations, decisions on cadres."""

    def __init__(self, world: World) -> None:
        self.world = world

    def plans(self, day: date, body: Body, cells: list[Cell]) -> Iterator[Step]:
        """Every cell in the year counted, nearly every one in the others."""
        every = day.year == self.world.counted_on.year
        rows = [
            (cell.key, 2 if cell.committee else 1)
            for cell in cells
            if cell.open and (every or self.world.chance.random() < 0.985)
        ]
        when = day + timedelta(days=self.world.chance.randint(1, 12))
        number = self.world.number(body.issuer, day.year)
        paper = Paper(
            InstrumentKind.PLAN, f"{number:02}-KH/{body.sign}", body.issuer,
            f"Kế hoạch kiểm tra, giám sát năm {day.year} của các chi bộ", day.year, when,
        )  # fmt: skip
        yield steps.Plan(paper, rows, day.year, when)

    def quarter(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        yield from self._awards(day)
        quarter = (day.month + 2) // 3
        if day.month % 3 == 0 and (day.year, quarter * 3) <= (
            self.world.shape.until.year,
            self.world.shape.until.month,
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
            (self.world.members.awarded, Timing.ON_TIME),
            (self.world.members.early, Timing.EARLY),
        ):
            for award_day, people in given.items():
                if month_of(award_day) == month_of(day) and people:
                    paper = self.world.paper(
                        PROVINCE,
                        "QĐ/TU",
                        f"Tặng Huy hiệu Đảng đợt {award_day:%d/%m/%Y}",
                        award_day - timedelta(days=6),
                    )
                    rows = [(member.key, years, timing) for member, years in people]
                    yield steps.Badges(paper, rows, award_day)

    def _disciplines(self, day: date, quarter: int, bodies: list[Body]) -> Iterator[Step]:
        table = self.world.shape.calibration
        numbers: tuple[int, ...] | None
        numbers = table.disciplined.get((day.year, quarter)) if table else None
        if numbers is None:
            most = (22, 5, 1, 3) if self.world.large else (1, 0, 0, 0)
            numbers = tuple(self.world.chance.randint(each // 2, each) for each in most)
        for form, number in zip(FORMS, numbers, strict=True):
            for _ in range(number):
                yield from self._discipline(day, form, bodies)

    def _discipline(self, day: date, form: DisciplineForm, bodies: list[Body]) -> Iterator[Step]:
        body = self.world.chance.choice(bodies)
        cells = [cell for cell in body.cells() if cell.spares() and cell.committee]
        member = (
            self._removable(cells, day)
            if form is DisciplineForm.REMOVAL
            else self.world.members.free(cells, day)
        )
        if member is None:
            return
        decides = Decides.COMMISSION if self.world.chance.random() < 0.2 else Decides.COMMITTEE
        latest = 14 if month_of(day) == month_of(self.world.shape.until) else 27
        when = day + timedelta(days=self.world.chance.randint(1, latest))
        paper = self.world.paper(body.issuer, f"QĐ/{body.sign}", "Thi hành kỷ luật đảng viên", when)
        member.busy, member.blamed = month_of(day), True
        yield steps.Discipline(paper, member.key, form, decides, when)
        if form is DisciplineForm.EXPULSION:
            self.world.members.leave(member)
        if form is DisciplineForm.REMOVAL and (
            coming := self.world.members.free([member.cell], day, clean=True)
        ):
            self.world.hand_on_post(member, coming)
            filling = self.world.paper(
                body.issuer, f"QĐ/{body.sign}", "Chỉ định bí thư chi bộ", when + timedelta(days=1)
            )
            yield steps.Succeed(filling, member.key, coming.key, when + timedelta(days=1))

    def _removable(self, cells: list[Cell], day: date) -> Member | None:
        held = [
            member
            for member in self.world.holders
            if member.cell in cells and member.busy < month_of(day)
        ]
        return self.world.chance.choice(held) if held else None

    def _decisions(self, day: date, quarter: int, bodies: list[Body]) -> Iterator[Step]:
        table = self.world.shape.calibration
        numbers = table.cadre_decisions.get((day.year, quarter)) if table else None
        small = not self.world.large
        cadres, salaries = numbers or (
            (2, 1)
            if small
            else (self.world.chance.randint(9, 26), self.world.chance.randint(6, 20))
        )
        latest = 14 if month_of(day) == month_of(self.world.shape.until) else 26
        for matters, number in ((CADRES, cadres), (SALARIES, salaries)):
            for _ in range(number):
                matter = self.world.chance.choice(matters)
                when = day + timedelta(days=self.world.chance.randint(0, latest))
                paper = self.world.paper(
                    STANDING_COMMITTEE, "QĐ/TU", f"Quyết định về {matter.label.lower()}", when
                )
                person = (
                    None
                    if matter is DecisionMatter.ORGANIZATION
                    else self.world.chance.choice(self.world.holders).key
                )
                unit = self.world.chance.choice(bodies).key if person is None else None
                yield steps.Decide(paper, matter, Decider.STANDING_COMMITTEE, person, unit, when)

    def _commendations(self, day: date, quarter: int, bodies: list[Body]) -> Iterator[Step]:
        table = self.world.shape.calibration
        numbers = table.commended.get((day.year, quarter)) if table else None
        occasion = COMMENDED_FOR
        if numbers is None:
            numbers = (
                (self.world.chance.randint(1, 9), self.world.chance.randint(2, 24))
                if quarter in {2, 4}
                else (0, 0)
            )
            occasion = f"Thành tích xuất sắc trong công tác xây dựng Đảng năm {day.year}"
        units = [base.key for body in bodies for base in body.bases if not base.alone()]
        holders = [member.key for member in self.world.holders]
        if any(numbers):
            collectives = self.world.chance.sample(units, min(numbers[0], len(units)))
            people = self.world.chance.sample(holders, min(numbers[1], len(holders)))
            when = day + timedelta(days=self.world.chance.randint(0, 13))
            paper = self.world.paper(PROVINCE, "QĐ/TU", f"Khen thưởng: {occasion}", when)
            yield steps.Commend(paper, collectives, people, AwardForm.CERTIFICATE, occasion, when)
