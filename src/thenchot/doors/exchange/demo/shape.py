"""Hình dạng — how large a world is generated; the same rules for three hundred members or a province."""

from dataclasses import dataclass, replace
from datetime import date

from thenchot.doors.exchange.demo.calibration import HAU_GIANG, Calibration

NEW_YEAR_2021 = date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class Rates:
    """Tần suất — the share of a body's members to whom it happens in a quarter, by chance up or down."""

    died: float = 0.0022
    departed: float = 0.0028
    struck_off: float = 0.0007
    resigned: float = 0.0004
    transferred: float = 0.0055
    arrived: float = 0.0024
    birth_corrected: float = 0.00025
    lapsed: float = 0.018  # of those whose probation ends


@dataclass(frozen=True, slots=True)
class Shape:
    """Hình dạng — districts and communes of the real map, cells a commune, members a cell.

    `early` is the district whose records begin in 2016; `until` the last day with events.
    """

    seed: int = 2025
    districts: int = 8
    communes: int = 16  # of a district, at most
    cells: int = 1899
    with_committee: int = 1462
    district_bodies: int = 41  # grassroots organizations of a district beside its communes
    blocs: bool = True  # the province's own blocs: agencies, military, police
    early: str = "Huyện Vị Thủy"
    until: date = date(2025, 6, 15)
    rates: Rates = Rates()
    calibration: Calibration | None = HAU_GIANG


PROVINCE = Shape()


def world_of(members: int, seed: int = 2025) -> Shape:
    """Thế giới nhỏ — about so many members, in a few districts, without published values."""
    cells = max(6, round(members / 17.5))
    districts, communes = min(8, 1 + cells // 120), min(9, 2 + cells // 30)
    return replace(
        PROVINCE, seed=seed, districts=districts, communes=communes, cells=cells, with_committee=round(cells * 0.77),
        district_bodies=2, blocs=False, early="", calibration=None,
    )  # fmt: skip
