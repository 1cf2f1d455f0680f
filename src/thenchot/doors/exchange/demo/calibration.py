"""Bảng hiệu chỉnh — every published value the demo province reproduces from its records, in one place.

Nothing else in the loader is set to a figure; all other districts, quarters and kinds come from
chance. No report and no indicator reads this table.
"""

from dataclasses import dataclass
from datetime import date

from thenchot.figures.indicators.rules.declared import RESOLUTION_8
from thenchot.figures.indicators.rules.rows import EnteredRow
from thenchot.figures.indicators.words import EnteredFigure


@dataclass(frozen=True, slots=True)
class Calibration:
    """Số liệu đã công bố — by the ids of `reference/published-figures.csv`."""

    counted_on: date
    cells_with_committee: int  # F37
    cells_without_committee: int  # F38
    admitted: dict[int, int]  # by year; 2024: F04
    admitted_in: dict[tuple[str, int], int]  # by district and year; F02
    disciplined: dict[tuple[int, int], tuple[int, int, int, int]]  # by quarter: F41–F45; F52
    badges: dict[date, int]  # by round: F29
    early_badges: dict[tuple[int, int], int]  # by quarter: F30
    commended: dict[tuple[int, int], tuple[int, int]]  # collectives and people: F31, F32
    cadre_decisions: dict[
        tuple[int, int], tuple[int, int]
    ]  # organization and cadres, salary: F23, F24
    described: dict[tuple[str, int], int]  # job descriptions by district and year: F01
    targets: dict[tuple[str, str, int], int]  # by indicator, place, year: F03, F39, F40, F50
    entered: dict[tuple[int, int], dict[EnteredFigure, EnteredRow]]  # F25–F28, F33–F35

    @property
    def cells(self) -> int:
        return self.cells_with_committee + self.cells_without_committee  # F36


HAU_GIANG = Calibration(
    counted_on=date(2023, 3, 31),
    cells_with_committee=1462,
    cells_without_committee=437,
    admitted={2021: 1012, 2022: 1118, 2023: 1236, 2024: 1347, 2025: 486},
    admitted_in={("Huyện Châu Thành A", 2024): 150},
    disciplined={(2022, 1): (20, 4, 1, 2), (2023, 1): (19, 2, 1, 3)},
    badges={date(2023, 2, 3): 106},
    early_badges={(2023, 1): 2},
    commended={(2023, 1): (10, 19)},
    cadre_decisions={(2023, 1): (17, 13)},
    described={("Huyện Châu Thành A", 2024): 68},
    targets={
        ("ket-nap", "", 2024): 1150,
        ("ket-nap", "Huyện Châu Thành A", 2024): 134,
        ("kiem-tra-chi-bo-co-chi-uy", "", 2023): 2,
        ("kiem-tra-chi-bo-khong-chi-uy", "", 2023): 1,
    },
    entered={
        (2023, 1): {
            row.figure: row
            for row in (
                EnteredRow(EnteredFigure.VISITS_IN_POST, 150),
                EnteredRow(EnteredFigure.VISITS_RETIRED, 863),
                EnteredRow(EnteredFigure.VISITS_HEROIC_MOTHERS, 25),
                EnteredRow(EnteredFigure.HOUSES, 230),
                EnteredRow(EnteredFigure.GIFTS, 58_549),
                EnteredRow(EnteredFigure.CARE_VALUE, 36_208_000_000, at_least=True),
            )
        }
    },
)
COMMENDED_FOR = RESOLUTION_8
