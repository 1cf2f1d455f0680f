"""Thế giới đang dựng — what every part of the generator knows: places, members, papers, who holds posts."""

from collections import Counter
from datetime import date
from random import Random

from thenchot.doors.exchange.demo.members import Member, Members
from thenchot.doors.exchange.demo.places import Cell, Places
from thenchot.doors.exchange.demo.shape import Shape
from thenchot.doors.exchange.demo.steps import Paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.register.rules import SeatRow
from thenchot.ground.register.words import PostKind, Tier

PROVINCE = "Tỉnh ủy Hậu Giang"
STANDING_COMMITTEE = "Ban Thường vụ Tỉnh ủy Hậu Giang"
SECRETARY = SeatRow("Bí thư", PostKind.HEAD, Tier.PARTY_COMMITTEE)
Months = tuple[tuple[int, int], ...]
FOUNDED: Months = (
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
ABSORBED: Months = ((2021, 6), (2021, 11), (2022, 6), (2022, 12), (2023, 6), (2023, 6), (2024, 5), (2025, 1))  # fmt: skip


PROVINCE_CELLS = 1899  # what chance is scaled by in a smaller world


class World:
    """Thế giới đang dựng — as many cells on the day counted as the shape asks for."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.chance = Random(f"{shape.seed}/history")
        self.large = shape.cells > 500
        self.counted_on = shape.calibration.counted_on if shape.calibration else date(2023, 3, 31)
        founded, absorbed = self._before(FOUNDED), self._before(ABSORBED)
        self.places = Places(shape, shape.cells - founded + absorbed, shape.with_committee)
        self.members = Members(shape, list(self.places.towns.values()))
        self.units = self.places.keys
        self.scale = shape.cells / PROVINCE_CELLS
        self.probation: list[Member] = []
        self.holders: list[Member] = []
        self.offices: list[Cell] = []
        self.body_of = {cell.key: body for body in self.places.bodies for cell in body.cells()}
        self._numbers: Counter[tuple[str, int]] = Counter()

    def _before(self, months: Months) -> int:
        counted = self.counted_on.year, self.counted_on.month
        return sum(counted > month for month in self.scheduled(months))

    def scheduled(self, months: Months) -> Months:
        """Theo lịch — all of them in a province, two in a small world, none in a tiny one."""
        if self.large:
            return months
        return months[4:6] if self.shape.cells > 12 else ()

    def give_post(self, member: Member) -> None:
        """Giữ chức vụ — from now on neither moves nor leaves."""
        member.holds = True
        self.holders.append(member)

    def hand_on_post(self, leaving: Member, coming: Member) -> None:
        """Thay người giữ chức vụ."""
        leaving.holds = False
        self.holders = [member for member in self.holders if member is not leaving]
        self.give_post(coming)

    def number(self, issuer: str, year: int) -> int:
        """Số tiếp theo — of an issuer in a year."""
        self._numbers[issuer, year] += 1
        return self._numbers[issuer, year]

    def paper(self, issuer: str, sign: str, abstract: str, issued_on: date) -> Paper:
        """Văn bản mới — with the next number of its issuer and year."""
        number = self.number(issuer, issued_on.year)
        kind = InstrumentKind.DECISION if sign.startswith("QĐ") else InstrumentKind.NOTICE
        return Paper(kind, f"{number:02}-{sign}", issuer, abstract, issued_on.year, issued_on)
