"""Tổ chức của tỉnh mô phỏng — districts and communes of the real map, cells of an own making."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count, zip_longest
from pathlib import Path
from random import Random

from thenchot.doors.exchange.demo.shape import NEW_YEAR_2021, Shape
from thenchot.ground.register.rules import UnitRow
from thenchot.ground.register.words import Level, OrganizationKind

MAP = Path(__file__).resolve().parent.parent / "reference" / "communes-2025.csv"
NEW_YEAR_2016 = date(2016, 1, 1)
MOST_IN_A_SMALL_CELL = 8  # from nine official members a cell elects a committee

COMMUNE_CELLS = ("{ap} 1", "{ap} 2", "{ap} 3", "cơ quan", "Trường Tiểu học", "{ap} 4", "{ap} 5", "{ap} 6",
                 "Trường Trung học cơ sở", "Trạm Y tế", "{ap} 7", "Trường Mầm non", "Công an", "Quân sự",
                 "{ap} 8", "Trường Tiểu học 2", "{ap} 9", "{ap} 10", "Trường Mầm non 2", "{ap} 11", "{ap} 12",
                 "{ap} 13", "{ap} 14")  # fmt: skip
DISTRICT_PARTIES = ("Công an", "Quân sự", "Trung tâm Y tế", "Phòng Giáo dục và Đào tạo",
                    "Ủy ban nhân dân", "Trung tâm Giáo dục thường xuyên", "Điện lực", "Xí nghiệp Cấp nước")  # fmt: skip
DISTRICT_CELLS = ("Văn phòng cấp ủy", "Ban Tổ chức", "Ban Tuyên giáo", "Ban Dân vận", "Ủy ban Kiểm tra",
                  "Trung tâm Chính trị", "Mặt trận", "Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên",
                  "Liên đoàn Lao động", "Hội Cựu chiến binh", "Tòa án nhân dân", "Viện Kiểm sát nhân dân",
                  "Chi cục Thi hành án", "Chi cục Thuế", "Kho bạc", "Bảo hiểm xã hội", "Chi cục Thống kê",
                  "Ngân hàng Chính sách", "Ngân hàng Nông nghiệp", "Trường Trung học phổ thông 1",
                  "Trường Trung học phổ thông 2", "Trường Trung học phổ thông 3", "Đài Truyền thanh",
                  "Hạt Kiểm lâm", "Trạm Thủy nông", "Ban Quản lý dự án", "Trung tâm Văn hóa", "Bưu điện",
                  "Viễn thông", "Trạm Khuyến nông", "Hội Chữ thập đỏ")  # fmt: skip
SEATS = {"Huyện": ("Huyện ủy", "HU"), "Thị xã": ("Thị ủy", "ThU"), "Thành phố": ("Thành ủy", "ThU")}
PROVINCE_BLOCS = (
    ("Khối Cơ quan và Doanh nghiệp tỉnh", 62),
    ("Công an tỉnh", 14),
    ("Quân sự tỉnh", 9),
)
BLOC_NAMES = ("Ban Tổ chức Tỉnh ủy", "Văn phòng Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", "Ban Dân vận Tỉnh ủy",
              "Ban Nội chính Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Trường Chính trị", "Báo Hậu Giang", "Sở Nội vụ",
              "Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Tư pháp", "Sở Y tế", "Sở Giáo dục và Đào tạo",
              "Sở Nông nghiệp và Phát triển nông thôn", "Sở Công Thương", "Sở Giao thông vận tải", "Sở Xây dựng",
              "Sở Khoa học và Công nghệ", "Sở Tài nguyên và Môi trường", "Thanh tra tỉnh", "Cục Thuế")  # fmt: skip


@dataclass(slots=True, eq=False)
class Cell:
    """Chi bộ — its members as they come and go; `least` official members are never gone below.

    `town`: the commune it belongs to, none for the cells of offices.
    """

    key: int
    name: str
    kind: OrganizationKind
    hamlet: bool
    committee: bool = False
    least: int = 3
    members: list[int] = field(default_factory=list)
    official: int = 0
    open: bool = True
    town: str = ""

    def takes_in(self) -> bool:
        return self.open and (self.committee or len(self.members) < MOST_IN_A_SMALL_CELL)

    def spares(self) -> bool:
        return self.open and self.official > self.least

    def row(self) -> UnitRow:
        return UnitRow(self.name, self.kind, Level.BASE, self.committee)


@dataclass(slots=True, eq=False)
class Base:
    """Tổ chức cơ sở đảng — a committee with cells, or one cell that is its own grassroots body."""

    key: int
    name: str
    kind: OrganizationKind
    level: Level
    issuer: str
    cells: list[Cell]

    def alone(self) -> bool:
        return self.kind is OrganizationKind.GRASSROOTS_CELL


@dataclass(slots=True, eq=False)
class Body:
    """Đảng bộ cấp trên trực tiếp cơ sở — a district or a bloc of the province."""

    key: int
    name: str
    place: str
    level: Level
    issuer: str
    sign: str
    opens: date
    bases: list[Base] = field(default_factory=list)

    def cells(self) -> Iterator[Cell]:
        for base in self.bases:
            yield from base.cells


class Places:
    """Cây tổ chức ngày mở sổ — so many cells, so many of them with a committee."""

    def __init__(self, shape: Shape, cells: int, with_committee: int) -> None:
        self.shape, self.chance, self.keys = shape, Random(f"{shape.seed}/places"), count(1)
        self.root = next(self.keys)
        self.towns: dict[int, str] = {}  # of the grassroots organizations that are communes
        self.bodies = [self._district(name) for name in list(_districts())[: shape.districts]]
        communes = [self._communes(body) for body in self.bodies]
        for body in self.bodies:
            self._offices(body)
        if shape.blocs:
            self.bodies += [self._bloc(name, size) for name, size in PROVINCE_BLOCS]
        fixed = sum(1 for body in self.bodies for _ in body.cells())
        self._fill([base for bases in communes for base in bases], cells - fixed)
        self._committees(cells - with_committee)

    def _district(self, place: str) -> Body:
        seat, sign = next(seat for rank, seat in SEATS.items() if place.startswith(rank))
        name = place.removeprefix("Huyện ").removeprefix("Thị xã ").removeprefix("Thành phố ")
        opens = NEW_YEAR_2016 if place == self.shape.early else NEW_YEAR_2021
        return Body(
            next(self.keys), f"Đảng bộ {_lower(place)}", place, Level.DISTRICT,
            f"Ban Thường vụ {seat} {name}", sign, opens,
        )  # fmt: skip

    def _communes(self, body: Body) -> list[Base]:
        names = _districts()[body.place][: self.shape.communes]
        bases = []
        for name in names:
            title = _lower(name)
            base = Base(
                next(self.keys), f"Đảng bộ {title}", OrganizationKind.GRASSROOTS_PARTY, Level.COMMUNE,
                f"Đảng ủy {title}", [],
            )  # fmt: skip
            self.towns[base.key] = f"{title}, {_lower(body.place)}, Hậu Giang"
            bases.append(base)
        body.bases += bases
        return bases

    def _offices(self, body: Body) -> None:
        parties = max(1, self.shape.district_bodies // 5)
        for name in DISTRICT_PARTIES[:parties]:
            body.bases.append(
                self._party(f"{name} {_lower(body.place)}", 3 + self.chance.randrange(3))
            )
        for name in DISTRICT_CELLS[: self.shape.district_bodies - parties]:
            body.bases.append(self._lone(f"{name} {_lower(body.place)}"))

    def _bloc(self, name: str, size: int) -> Body:
        body = Body(
            next(self.keys), f"Đảng bộ {name}", name, Level.PROVINCE, f"Ban Thường vụ Đảng ủy {name}", "ĐU",
            NEW_YEAR_2021,
        )  # fmt: skip
        for number in range(size):
            known = BLOC_NAMES if name.startswith("Khối") else ()
            title = known[number] if number < len(known) else f"{_unit_word(name)} {number + 1}"
            lone = number in {0, 1, 5} or number % 3 == 0
            made = self._lone(title) if lone else self._party(title, 3 + self.chance.randrange(5))
            body.bases.append(made)
        return body

    def _party(self, name: str, size: int) -> Base:
        cells = [
            Cell(next(self.keys), f"Chi bộ {number + 1}, {name}", OrganizationKind.CELL, False)
            for number in range(size)
        ]
        return Base(
            next(self.keys), f"Đảng bộ {name}", OrganizationKind.GRASSROOTS_PARTY, Level.BASE,
            f"Đảng ủy {name}", cells,
        )  # fmt: skip

    def _lone(self, name: str) -> Base:
        key = next(self.keys)
        kind = OrganizationKind.GRASSROOTS_CELL
        cell = Cell(key, f"Chi bộ {name}", kind, False)
        return Base(key, cell.name, kind, Level.BASE, cell.name, [cell])

    def _fill(self, communes: list[Base], wanted: int) -> None:
        """The rest of the cells go to the communes, one each in turn, in the order of the list."""
        rounds = zip_longest(*([_cell_names(base) for base in communes]))
        turns = (
            (base, name) for names in rounds for base, name in zip(communes, names, strict=True)
        )
        for base, (name, hamlet) in (turn for turn, _ in zip(turns, range(wanted), strict=False)):
            town = self.towns[base.key]
            base.cells.append(Cell(next(self.keys), name, OrganizationKind.CELL, hamlet, town=town))

    def _committees(self, without: int) -> None:
        everywhere = [cell for body in self.bodies for cell in body.cells()]
        early = {cell.key for body in self.bodies if body.opens < NEW_YEAR_2021 for cell in body.cells()
                 if cell.hamlet}  # fmt: skip
        order = sorted(
            (cell for cell in everywhere if cell.key not in early),
            key=lambda cell: self.chance.random() + (0.9 if cell.hamlet else 0),
        )
        small = {cell.key for cell in order[:without]}
        for cell in everywhere:
            cell.committee = cell.key not in small
            cell.least = 11 if cell.key in early else 9 if cell.committee else 3


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _cell_names(base: Base) -> list[tuple[str, bool]]:
    title = base.name.removeprefix("Đảng bộ ")
    hamlet = "khu vực" if title.startswith("phường") else "ấp"
    return [
        (f"Chi bộ {name.format(ap=hamlet)} {title}", name.startswith("{ap}")) for name in COMMUNE_CELLS
    ]  # fmt: skip


def _unit_word(bloc: str) -> str:
    return {"Khối": "Doanh nghiệp", "Công": "Phòng nghiệp vụ", "Quân": "Tiểu đoàn"}[bloc.split()[0]]


def _districts() -> dict[str, list[str]]:
    """Huyện và xã có thật — of the province, as they stood before July 2025."""
    found: dict[str, dict[str, str]] = {}
    with open(MAP, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["old_province"] == "Tỉnh Hậu Giang":
                found.setdefault(row["old_district"], {})[row["old_commune_code"]] = row[
                    "old_commune"
                ]
    return {district: list(communes.values()) for district, communes in found.items()}
