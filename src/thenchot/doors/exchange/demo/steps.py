"""Các bước nạp — what the generator tells the loader to record, in the order of time.

People and units are named by numbers of the generator; the loader keeps their ids.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.rules import PersonRow, SeatRow, UnitRow
from thenchot.ground.register.words import Decider, Level, OrganizationKind
from thenchot.ground.register.words import Succession as SuccessionKind
from thenchot.people.awards.words import AwardForm, Timing
from thenchot.people.cadres.words import DecisionMatter
from thenchot.people.members.rules import ArrivalRow, MemberRow
from thenchot.people.members.words import Way
from thenchot.people.oversight.words import Body, DisciplineForm


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
    unit: int
    row: UnitRow
    parent: int | None
    from_day: date


@dataclass(frozen=True, slots=True)
class HandOver(Step):
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
    person: int
    unit: int
    from_day: date


@dataclass(frozen=True, slots=True)
class Admit(Step):
    """Quyết định kết nạp, hồ sơ và ngày lễ của từng người."""

    people: Sequence[tuple[int, PersonRow, int, date]]  # person, row, cell, ceremony
    on_day: date


@dataclass(frozen=True, slots=True)
class Recognise(Step):
    people: Sequence[int]


@dataclass(frozen=True, slots=True)
class Transfer(Step):
    people: Sequence[tuple[int, int]]
    from_day: date


@dataclass(frozen=True, slots=True)
class Arrive(Step):
    people: Sequence[tuple[PersonRow, ArrivalRow]]  # person and cell as the generator's numbers
    from_day: date


@dataclass(frozen=True, slots=True)
class Leave(Step):
    people: Sequence[tuple[int, Way]]
    from_day: date


@dataclass(frozen=True, slots=True)
class Discipline(Step):
    person: int
    form: DisciplineForm
    body: Body
    on_day: date


@dataclass(frozen=True, slots=True)
class Plan(Step):
    cells: Sequence[tuple[int, int]]
    year: int
    from_day: date


@dataclass(frozen=True, slots=True)
class Badges(Step):
    people: Sequence[tuple[int, int, Timing]]
    on_day: date


@dataclass(frozen=True, slots=True)
class Commend(Step):
    organizations: Sequence[int]
    people: Sequence[int]
    form: AwardForm
    occasion: str
    on_day: date


@dataclass(frozen=True, slots=True)
class Decide(Step):
    matter: DecisionMatter
    decider: Decider
    person: int | None
    organization: int | None
    on_day: date


@dataclass(frozen=True, slots=True)
class Rename(Step):
    unit: int
    name: str
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
class CorrectBirth(Step):
    person: int
    birth_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Annul(Step):
    annulled: Paper
    reason: str


@dataclass(frozen=True, slots=True)
class Register(Step):
    """Chỉ ghi văn bản."""
