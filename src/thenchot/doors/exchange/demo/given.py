"""Chỉ tiêu giao và số liệu nhập — what comes from above each January, and from other bodies each quarter.

They have a chance of their own, so that lives and rulings do not depend on them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from thenchot.doors.exchange.demo import steps
from thenchot.doors.exchange.demo.places import Body
from thenchot.doors.exchange.demo.steps import Paper, Step
from thenchot.doors.exchange.demo.world import PROVINCE, World
from thenchot.figures.indicators.rules.rows import EnteredRow
from thenchot.figures.indicators.words import EnteredFigure
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.periods import Period, PeriodKind

HEALTH_BOARD = "Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh Hậu Giang"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hậu Giang"
REPORTS = (
    (HEALTH_BOARD, "BC/BBVCSSK", "Khám, điều trị ngoại trú cán bộ thuộc diện quản lý", (
        (EnteredFigure.VISITS_IN_POST, 110, 220),
        (EnteredFigure.VISITS_RETIRED, 640, 1100),
        (EnteredFigure.VISITS_HEROIC_MOTHERS, 12, 40),
    )),
    (FRONT, "BC/MTTQ", "Chăm lo đời sống Nhân dân", (
        (EnteredFigure.HOUSES, 60, 260),
        (EnteredFigure.GIFTS, 9_000, 64_000),
        (EnteredFigure.CARE_VALUE, 6_000, 41_000),  # million đồng
    )),
)  # fmt: skip
MILLION = 1_000_000
ADMISSIONS = "ket-nap"
INSPECTIONS = (("kiem-tra-chi-bo-co-chi-uy", 2), ("kiem-tra-chi-bo-khong-chi-uy", 1))


class Given:
    """Từ cấp trên và cơ quan khác — targets by year, figures by quarter."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.chance = Random(f"{world.shape.seed}/given")

    def targets(self, day: date, bodies: list[Body]) -> Iterator[Step]:
        """Những chỉ tiêu của năm — admissions for the province and each district, inspections a cell."""
        table = self.world.shape.calibration
        fixed = table.targets if table else {}
        whole = fixed.get((ADMISSIONS, "", day.year)) or round(
            self.world.shape.cells * self.chance.uniform(0.5, 0.62)
        )
        rows = [(self.world.places.root, ADMISSIONS, whole)]
        known = {
            body.key: fixed[ADMISSIONS, body.place, day.year]
            for body in bodies
            if (ADMISSIONS, body.place, day.year) in fixed
        }
        rest = [body for body in bodies if body.key not in known]
        weights = [sum(len(cell.members) for cell in body.cells()) for body in rest]
        shares = _shared(whole - sum(known.values()), weights)
        known |= {body.key: share for body, share in zip(rest, shares, strict=True)}
        rows += [(body.key, ADMISSIONS, known[body.key]) for body in bodies if known[body.key]]
        for code, usual in INSPECTIONS:
            rows.append((self.world.places.root, code, fixed.get((code, "", day.year), usual)))
        issued = date(day.year, 1, self.chance.randint(8, 24))
        number = self.world.number(PROVINCE, day.year)
        paper = Paper(
            InstrumentKind.PLAN, f"{number:02}-KH/TU", PROVINCE,
            f"Giao chỉ tiêu xây dựng Đảng năm {day.year}", day.year, issued,
        )  # fmt: skip
        yield steps.SetTargets(paper, rows, day.year)

    def reports(self, day: date) -> Iterator[Step]:
        """Báo cáo quý của các cơ quan — `day` is the first of the quarter's last month."""
        period = Period(PeriodKind.QUARTER, day.year, day.month // 3)
        table = self.world.shape.calibration
        fixed = table.entered.get((day.year, period.number), {}) if table else {}
        for issuer, sign, abstract, figures in REPORTS:
            rows = []
            for figure, least, most in figures:
                value = self.chance.randint(least, most)
                if figure is EnteredFigure.CARE_VALUE:
                    value *= MILLION
                rows.append(fixed.get(figure) or EnteredRow(figure, value))
            issued = period.last_day - timedelta(days=self.chance.randint(0, 6))
            number = self.world.number(issuer, day.year)
            paper = Paper(
                InstrumentKind.REPORT, f"{number:02}-{sign}", issuer, f"{abstract} {period.label()}",
                day.year, issued,
            )  # fmt: skip
            yield steps.Enter(paper, self.world.places.root, rows, period)


def _shared(whole: int, weights: list[int]) -> list[int]:
    """Chia theo trọng số — whole numbers that add up to the whole."""
    total, given, shares = sum(weights) or 1, 0, []
    seen = 0
    for weight in weights:
        seen += weight
        until = round(whole * seen / total)
        shares.append(until - given)
        given = until
    return shares
