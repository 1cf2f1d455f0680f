"""Các bước nạp — what the generator tells the loader to record, in the order of time.

People and units are named by numbers of the generator; the loader keeps their ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.doors.exchange.competencies import CompetencyRow
from thenchot.figures.indicators.rules.rows import EnteredRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.periods import Period
from thenchot.ground.register.rules import PersonRow, SeatRow, UnitRow
from thenchot.ground.register.words import Decider, Level, OrganizationKind
from thenchot.ground.register.words import Succession as SuccessionKind
from thenchot.people.awards.words import AwardForm, Timing
from thenchot.people.cadres.words import DecisionMatter, QualificationKind
from thenchot.people.identity.words import NumberKind
from thenchot.people.members.rules import ArrivalRow, MemberRow
from thenchot.people.members.words import Way
from thenchot.people.oversight.words import Body, DisciplineForm
from thenchot.people.positions.rules.assessing import AssessedRow
from thenchot.people.positions.rules.content import Drafted
from thenchot.people.positions.rules.quotas import QuotaRow


@dataclass(frozen=True, slots=True)
class Paper:
    """Văn bản — as it will be registered; without a day where only its year is known."""

    kind: InstrumentKind
    number_sign: str
    issuer: str
    abstract: str
    year: int
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class Step:
    """Một bước — recorded under its paper."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class Establish(Step):
    """Thành lập một tổ chức."""

    unit: int
    row: UnitRow
    parent: int | None
    from_day: date


@dataclass(frozen=True, slots=True)
class HandOver(Step):
    """Một danh sách bàn giao — units and members with their numbers; seats by row."""

    above: int
    units: Sequence[tuple[int, UnitRow]]
    members: Sequence[tuple[int, MemberRow]]
    seats: Sequence[tuple[int, SeatRow, int]]  # row of the unit, seat, row of the holder
    from_day: date


@dataclass(frozen=True, slots=True)
class Seat(Step):
    """Một chức vụ mới và người giữ."""

    unit: int
    row: SeatRow
    holder: int
    from_day: date


@dataclass(frozen=True, slots=True)
class Succeed(Step):
    """Thay người giữ chức vụ."""

    leaving: int
    coming: int
    from_day: date


@dataclass(frozen=True, slots=True)
class Employ(Step):
    """Nơi công tác của một người."""

    person: int
    unit: int
    from_day: date


@dataclass(frozen=True, slots=True)
class Assess(Step):
    """Đánh giá năng lực của một người."""

    person: int
    levels: Sequence[AssessedRow]
    assessor: str
    from_day: date


@dataclass(frozen=True, slots=True)
class Admit(Step):
    """Quyết định kết nạp, hồ sơ và ngày lễ của từng người."""

    people: Sequence[tuple[int, PersonRow, int, date]]  # person, row, cell, ceremony
    on_day: date


@dataclass(frozen=True, slots=True)
class Recognise(Step):
    """Công nhận chính thức."""

    people: Sequence[int]


@dataclass(frozen=True, slots=True)
class Transfer(Step):
    """Chuyển sinh hoạt — person and cell."""

    people: Sequence[tuple[int, int]]
    from_day: date


@dataclass(frozen=True, slots=True)
class Arrive(Step):
    """Chuyển đến từ ngoài tỉnh."""

    people: Sequence[tuple[PersonRow, ArrivalRow]]  # person and cell as the generator's numbers
    from_day: date


@dataclass(frozen=True, slots=True)
class Leave(Step):
    """Ra khỏi danh sách — person and way."""

    people: Sequence[tuple[int, Way]]
    from_day: date


@dataclass(frozen=True, slots=True)
class Discipline(Step):
    """Kỷ luật một đảng viên."""

    person: int
    form: DisciplineForm
    body: Body
    on_day: date


@dataclass(frozen=True, slots=True)
class Plan(Step):
    """Kế hoạch kiểm tra trong năm — cell and number of inspections."""

    cells: Sequence[tuple[int, int]]
    year: int
    from_day: date


@dataclass(frozen=True, slots=True)
class Badges(Step):
    """Huy hiệu Đảng của một đợt — person, years, timing."""

    people: Sequence[tuple[int, int, Timing]]
    on_day: date


@dataclass(frozen=True, slots=True)
class Commend(Step):
    """Khen thưởng tập thể và cá nhân."""

    organizations: Sequence[int]
    people: Sequence[int]
    form: AwardForm
    occasion: str
    on_day: date


@dataclass(frozen=True, slots=True)
class Decide(Step):
    """Quyết định về tổ chức, cán bộ, lương."""

    matter: DecisionMatter
    decider: Decider
    person: int | None
    organization: int | None
    on_day: date


@dataclass(frozen=True, slots=True)
class Study(Step):
    """Trình độ theo danh sách — person, kind and title, from a day."""

    people: Sequence[tuple[int, QualificationKind, str]]
    from_day: date


@dataclass(frozen=True, slots=True)
class Rename(Step):
    """Đổi tên."""

    unit: int
    name: str
    from_day: date


@dataclass(frozen=True, slots=True)
class Numbers(Step):
    """Số định danh, số thẻ — whose, of which kind."""

    people: Sequence[tuple[int, NumberKind, str]]
    from_day: date


@dataclass(frozen=True, slots=True)
class Retype(Step):
    """Chi bộ đủ đảng viên, lập chi ủy."""

    unit: int
    kind: OrganizationKind
    level: Level
    has_committee: bool
    from_day: date


@dataclass(frozen=True, slots=True)
class Merge(Step):
    """Các chi bộ đi vào một chi bộ — their members, then themselves."""

    units: Sequence[int]
    into: int
    how: SuccessionKind
    people: Sequence[tuple[int, int]]
    from_day: date


@dataclass(frozen=True, slots=True)
class Unite(Step):
    """Đề án hợp nhất — the cells become one new cell, with their members, by one scheme."""

    units: Sequence[int]
    unit: int
    row: UnitRow
    parent: int
    from_day: date


@dataclass(frozen=True, slots=True)
class CorrectBirth(Step):
    """Đính chính ngày sinh."""

    person: int
    birth_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Annul(Step):
    """Hủy bỏ một văn bản đã ghi."""

    annulled: Paper
    reason: str


@dataclass(frozen=True, slots=True)
class SetTargets(Step):
    """Chỉ tiêu năm — unit, code of the indicator, value."""

    rows: Sequence[tuple[int, str, int]]
    year: int


@dataclass(frozen=True, slots=True)
class Enter(Step):
    """Số liệu nhập của một đơn vị trong kỳ."""

    unit: int
    figures: Sequence[EnteredRow]
    period: Period


@dataclass(frozen=True, slots=True)
class OfPositions(Step):
    """Về vị trí việc làm, biên chế."""


@dataclass(frozen=True, slots=True)
class Framework(OfPositions):
    """Khung năng lực."""

    rows: Sequence[CompetencyRow]
    from_day: date


@dataclass(frozen=True, slots=True)
class Draft(OfPositions):
    """Bản thảo vị trí việc làm — unit and content; the paper only says when."""

    drafts: Sequence[tuple[int, Drafted]]


@dataclass(frozen=True, slots=True)
class Describe(Draft):
    """Bản mô tả được phê duyệt — drafted and approved by one paper."""

    from_day: date


@dataclass(frozen=True, slots=True)
class Quotas(OfPositions):
    """Giao biên chế năm — units as the generator's numbers."""

    rows: Sequence[QuotaRow]
    year: int
    from_day: date


@dataclass(frozen=True, slots=True)
class Register(Step):
    """Chỉ ghi văn bản."""
