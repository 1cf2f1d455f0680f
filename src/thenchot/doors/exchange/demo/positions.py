"""Vị trí việc làm mô phỏng — agencies of one district, their descriptions of 2024, quotas and who works there.

They have numbers of units and an issuer of their own, so that nothing else depends on them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, islice

from thenchot.doors.exchange.competencies import sample_framework
from thenchot.doors.exchange.demo import steps
from thenchot.doors.exchange.demo.places import Body
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.world import World
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.rules import UnitRow
from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.positions.rules.assessing import AssessedRow
from thenchot.people.positions.rules.content import Demand, Description, Drafted, Duty
from thenchot.people.positions.rules.quotas import QuotaRow
from thenchot.people.positions.words import Degree, PositionKind, StaffCategory, Theory

BEGINS = date(2024, 3, 1)
APPROVED = date(2024, 5, 20), date(2024, 10, 7)
ASSESSED = date(2024, 11, 5)
OF_A_SMALL_WORLD, STILL_DRAFTED = 8, 5
UNITS_FROM = 10**6
AGENCIES = {
    "Văn phòng": "tổng hợp, hành chính",
    "Ban Tổ chức": "tổ chức, cán bộ, đảng viên",
    "Ban Tuyên giáo": "tuyên truyền, lý luận, khoa giáo",
    "Ban Dân vận": "dân vận, dân tộc, tôn giáo",
    "Ủy ban Kiểm tra": "kiểm tra, giám sát, kỷ luật đảng",
    "Trung tâm Chính trị": "đào tạo, bồi dưỡng lý luận",
    "Mặt trận": "tập hợp nhân dân, giám sát, phản biện",
    "Hội Nông dân": "phong trào nông dân",
    "Hội Phụ nữ": "phong trào phụ nữ",
    "Đoàn Thanh niên": "phong trào thanh niên, thiếu nhi",
    "Liên đoàn Lao động": "công đoàn, đời sống người lao động",
    "Hội Cựu chiến binh": "phong trào cựu chiến binh",
}
OF_THE_COMMITTEE = ("Văn phòng", "Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ủy ban Kiểm tra")
LEADING, SPECIALIZED = PositionKind.LEADING, PositionKind.SPECIALIZED
SHARED, SUPPORT = PositionKind.SHARED, PositionKind.SUPPORT
POSTS = (
    ("LD01", "Cấp trưởng", LEADING), ("LD02", "Cấp phó", LEADING),
    ("CN01", "Chuyên viên tham mưu", SPECIALIZED), ("CN02", "Chuyên viên theo dõi cơ sở", SPECIALIZED),
    ("DC01", "Văn thư, lưu trữ", SHARED), ("DC02", "Kế toán", SHARED), ("HT01", "Phục vụ", SUPPORT),
)  # fmt: skip
PARTS = {
    LEADING: (("Lãnh đạo, điều hành", 50), ("Kiểm tra, đôn đốc", 30), ("Báo cáo cấp trên", 20)),
    SPECIALIZED: (("Tham mưu, đề xuất", 45), ("Theo dõi, tổng hợp", 35), ("Hướng dẫn cơ sở", 20)),
    SHARED: (("Xử lý nghiệp vụ", 60), ("Lưu giữ hồ sơ, số liệu", 40)),
    SUPPORT: (("Phục vụ công việc", 70), ("Giữ gìn tài sản", 30)),
}
DEMANDS = {
    LEADING: {"C1": 4, "C2": 4, "C3": 4, "Q1": 3, "Q2": 3},
    SPECIALIZED: {"C1": 3, "C2": 3, "C3": 3, "C6": 3, "M1": 3},
    SHARED: {"C1": 3, "C2": 2, "C6": 3, "M3": 3},
    SUPPORT: {"C1": 2, "C4": 2},
}


class Positions:
    """Vị trí việc làm — of the district the published figure speaks of; in a small world, of the first."""

    def __init__(self, world: World) -> None:
        self.world = world
        table = world.shape.calibration
        described = dict(table.described) if table else {}
        districts = [body for body in world.places.bodies if body.level is Level.DISTRICT]
        named = [body for body in districts if (body.place, BEGINS.year) in described]
        self.home = next(iter(named or districts), None)
        place = self.home.place if self.home else ""
        self.wanted = described.get((place, BEGINS.year), OF_A_SMALL_WORLD)
        self.keys = count(UNITS_FROM)
        self.agencies: dict[int, str] = {}
        self.staffed: list[int] = []

    def month(self, day: date) -> Iterator[Step]:
        """Việc của tháng — agencies and framework first, then the approvals, and quotas each year."""
        body = self.home
        if body is None or day < BEGINS or body.opens > BEGINS:
            return
        if day == BEGINS:
            yield from self._begin(body)
        for turn, when in enumerate(APPROVED):
            if (day.year, day.month) == (when.year, when.month):
                yield from self._described(body, when, turn)
        if (day.year, day.month) == (ASSESSED.year, ASSESSED.month):
            yield from self._assessed(body)
        if day == BEGINS or (day.month == 1 and day > BEGINS):
            yield self._quotas(body, day)

    def _begin(self, body: Body) -> Iterator[Step]:
        seat = _seat(body)
        founding = self._paper(body, f"Các cơ quan của {seat}", BEGINS - timedelta(days=20))
        for name in AGENCIES:
            key = next(self.keys)
            self.agencies[key] = name
            where = seat if name in OF_THE_COMMITTEE else body.place[0].lower() + body.place[1:]
            row = UnitRow(f"{name} {where}", OrganizationKind.AGENCY, Level.DISTRICT)
            yield steps.Establish(founding, key, row, body.key, BEGINS)
            yield from self._staff(body, key, name, founding)
        framework = self._paper(
            body, "Khung năng lực mẫu của bản chạy thử", BEGINS - timedelta(days=9)
        )
        yield steps.Framework(framework, sample_framework(), BEGINS)

    def _staff(self, body: Body, key: int, name: str, paper: Paper) -> Iterator[Step]:
        """Who holds a post in the cell of the agency works there."""
        for cell in body.cells():
            if cell.name.startswith(f"Chi bộ {name} "):
                for member in cell.members:
                    if self.world.members.all[member - 1].holds:
                        self.staffed.append(member)
                        yield steps.Employ(paper, member, key, BEGINS)

    def _assessed(self, body: Body) -> Iterator[Step]:
        """Whoever works there, in what a leading position asks: some reach it, some fall short."""
        paper = self._paper(body, "Kết quả đánh giá năng lực năm 2024", ASSESSED)
        for place, member in enumerate(self.staffed):
            rows = [
                AssessedRow(code, level - (place + number) % 3)
                for number, (code, level) in enumerate(DEMANDS[LEADING].items())
            ]
            yield steps.Assess(paper, member, rows, f"Ban Tổ chức {_seat(body)}", ASSESSED)

    def _described(self, body: Body, when: date, turn: int) -> Iterator[Step]:
        """Half of the descriptions at a time; after the last some are still being written."""
        every = list(islice(self._drafts(), self.wanted + STILL_DRAFTED))
        half = self.wanted // len(APPROVED)
        until = self.wanted if turn + 1 == len(APPROVED) else half
        paper = self._paper(body, "Phê duyệt bản mô tả vị trí việc làm", when - timedelta(days=4))
        yield steps.Describe(paper, every[turn * half : until], when)
        if turn + 1 == len(APPROVED):
            yield steps.Draft(paper, every[self.wanted :])

    def _drafts(self) -> Iterator[tuple[int, Drafted]]:
        for code, title, kind in POSTS:
            for key, name in self.agencies.items():
                yield key, Drafted(code, f"{title} {name}", _content(kind, AGENCIES[name]))

    def _quotas(self, body: Body, day: date) -> Step:
        """As many as there are posts of an agency, a contract for whoever serves."""
        paper = self._paper(body, f"Giao biên chế năm {day.year}", day - timedelta(days=1))
        rows = [
            QuotaRow(key, category, many, many - (number + day.year) % 2 * (many > 1))
            for number, key in enumerate(self.agencies)
            for category, many in ((StaffCategory.CIVIL_SERVANT, 5), (StaffCategory.CONTRACT, 1))
        ]
        return steps.Quotas(paper, rows, day.year, day)

    def _paper(self, body: Body, abstract: str, issued: date) -> Paper:
        issuer = _seat(body)
        number = self.world.number(issuer, issued.year)
        return Paper(
            InstrumentKind.DECISION,
            f"{number:02}-QĐ/{body.sign}",
            issuer,
            abstract,
            issued.year,
            issued,
        )


def _seat(body: Body) -> str:
    return body.issuer.removeprefix("Ban Thường vụ ")


def _content(kind: PositionKind, field: str) -> Description:
    leads, serves = kind is LEADING, kind is SUPPORT
    duties = tuple(
        Duty(area, f"{area} về {field}", "Đúng hạn, đúng quy định", "việc", weight)
        for area, weight in PARTS[kind]
    )
    return Description(
        kind, f"Bảo đảm công tác {field} của cơ quan", duties,
        superior="Thường trực cấp ủy" if leads else "Lãnh đạo cơ quan",
        subordinates="Cán bộ của cơ quan" if leads else "", partners="Các cơ quan của huyện",
        outside="không" if serves else "Cơ quan ngành dọc cấp tỉnh; Các cơ sở đảng",
        authority="Quyết định trong phạm vi được giao" if leads else "Đề xuất; Được cung cấp thông tin",
        conditions="Phòng làm việc và phương tiện theo tiêu chuẩn",
        degree=Degree.ELEMENTARY if serves else Degree.BACHELOR, field="" if serves else "phù hợp với công việc",
        theory=Theory.ADVANCED if leads else Theory.NONE if serves else Theory.INTERMEDIATE,
        party_member=kind in {LEADING, SPECIALIZED}, experience="Từ 5 năm" if leads else "không",
        character="Trung thực, trách nhiệm, giữ bí mật",
        competencies=tuple(Demand(code, level) for code, level in DEMANDS[kind].items()),
    )  # fmt: skip
