"""Sắp xếp địa giới năm 2025 — the lines of a scheme, from the table of communes before and after.

`reference/communes-2025.csv` has one row for each commune, or for each part of a divided one;
`reference/islands-2025.csv` the five island districts without communes.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from thenchot.ground.register.words import Level, OrganizationKind
from thenchot.people.reorganisation.rules.rows import StepRow, Where
from thenchot.people.reorganisation.words import Verb

FOLDER = Path(__file__).parent / "reference"
Key = tuple[Level, str]  # a unit before the reform, by its level and code


@dataclass(frozen=True, slots=True)
class Place:
    """Nơi — a unit of the map, before or after: its name, code, and the code above."""

    level: Level
    name: str
    code: str
    above: str = ""

    @property
    def key(self) -> Key:
        return self.level, self.code

    def party(self) -> str:
        """Tên đảng bộ — as the party organization of the place is called."""
        return f"Đảng bộ {self.name[0].lower()}{self.name[1:]}"


@dataclass(slots=True)
class Map:
    """Bản đồ trước và sau — places, and from which old communes each new one comes.

    `joined` counts the communes that go into a new one, those of other provinces too.
    """

    provinces: dict[str, Place] = field(default_factory=dict)
    districts: dict[str, Place] = field(default_factory=dict)
    communes: dict[str, Place] = field(default_factory=dict)
    new_provinces: dict[str, Place] = field(default_factory=dict)
    new_communes: dict[str, Place] = field(default_factory=dict)
    of_province: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    of_commune: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    into: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    joined: Counter[str] = field(default_factory=Counter)
    islands: dict[str, Place] = field(default_factory=dict)  # by the code of the district

    def within(self, units: Container[Key]) -> "Map":
        """Trong cây này — the same map of those districts and communes that stand in a tree."""
        kept = replace(
            self,
            districts={code: each for code, each in self.districts.items() if each.key in units},
            communes={code: each for code, each in self.communes.items() if each.key in units},
        )
        kept.of_commune = {
            new: [old for old in olds if old in kept.communes]
            for new, olds in self.of_commune.items()
        }
        kept.new_communes = {
            code: each for code, each in self.new_communes.items() if kept.of_commune[code]
        }
        return kept

    def before(self) -> list[Place]:
        """Trước sắp xếp — provinces, then districts, then communes."""
        return [*self.provinces.values(), *self.districts.values(), *self.communes.values()]


def read_map(provinces: Iterable[str] | None = None) -> Map:
    """Đọc bản đồ — the whole country, or what becomes of the old provinces named."""
    wanted = None if provinces is None else set(provinces)
    found, rows = Map(), _rows("communes-2025.csv")
    for row in rows:
        found.joined[row["new_commune_code"]] += 1
        if wanted is None or row["old_province"] in wanted:
            _add(found, row)
    for row in rows:
        if row["new_province_code"] in found.new_provinces:
            _join(found, row)
    for row in _rows("islands-2025.csv"):
        if row["old_province_code"] in {each.above for each in found.districts.values()}:
            district = row["old_district_code"]
            found.districts[district] = Place(
                Level.DISTRICT, row["old_district"], district, row["old_province_code"]
            )
            found.islands[district] = Place(
                Level.COMMUNE, row["new_commune"], district, row["new_province_code"]
            )
    return found


def _add(found: Map, row: Mapping[str, str]) -> None:
    old, new = row["old_province_code"], row["new_province_code"]
    district, commune, into = (
        row["old_district_code"],
        row["old_commune_code"],
        row["new_commune_code"],
    )
    found.districts[district] = Place(Level.DISTRICT, row["old_district"], district, old)
    found.communes[commune] = Place(Level.COMMUNE, row["old_commune"], commune, district)
    found.new_provinces[new] = Place(Level.PROVINCE, row["new_province"], new)
    found.new_communes[into] = Place(Level.COMMUNE, row["new_commune"], into, new)
    found.of_commune[into].append(commune)
    found.into[commune].append(into)


def _join(found: Map, row: Mapping[str, str]) -> None:
    old, new = row["old_province_code"], row["new_province_code"]
    found.provinces[old] = Place(Level.PROVINCE, row["old_province"], old)
    if old not in found.of_province[new]:
        found.of_province[new].append(old)


def _rows(name: str) -> list[dict[str, str]]:
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Reform:
    """Phương án sắp xếp — from the units that stand (`units`, by level and code) to the new map.

    A province or commune that nothing joins stays and changes its name, kind and superior; the
    others go into new ones. Districts end; an island district becomes a special zone.
    """

    def __init__(self, map: Map, units: Mapping[Key, int], above: int | None = None) -> None:
        self.map, self.units, self.above = map, units, above
        self.numbers = count(1)
        self.rows: list[StepRow] = []
        self.provinces: dict[str, Where] = {}
        self.communes: dict[str, Where] = {}

    def steps(self) -> list[StepRow]:
        for code, place in self.map.new_provinces.items():
            self.provinces[code] = self._province(place)
        for code, place in self.map.new_communes.items():
            self.communes[code] = self._commune(place)
        for code, place in self.map.communes.items():
            self._goes_on(code, place)
        for code, place in self.map.districts.items():
            self._district(code, place)
        return self.rows

    def next_number(self) -> int:
        """Số dòng tiếp theo — for lines put to those of the map."""
        return next(self.numbers)

    def _line(self, verb: Verb, **more: object) -> int:
        number = next(self.numbers)
        self.rows.append(StepRow(number, verb, **more))  # type: ignore[arg-type]
        return number

    def _province(self, place: Place) -> Where:
        olds = self.map.of_province[place.code]
        if len(olds) == 1:
            unit = self.units[Level.PROVINCE, olds[0]]
            if self.map.provinces[olds[0]].name != place.name:
                self._line(Verb.RENAME, unit=unit, name=place.party())
            return Where(unit)
        made = Where(step=self._line(
            Verb.FOUND, into=None if self.above is None else Where(self.above), name=place.party(),
            kind=OrganizationKind.PROVINCE_PARTY, level=Level.PROVINCE, has_committee=True,
        ))  # fmt: skip
        for old in olds:
            self._line(Verb.UNITE, unit=self.units[Level.PROVINCE, old], into=made)
        return made

    def _commune(self, place: Place) -> Where:
        alone = self._alone(place.code)
        if alone is None:
            return Where(step=self._line(
                Verb.FOUND, into=self.provinces[place.above], name=place.party(),
                kind=OrganizationKind.UPPER_PARTY, level=Level.COMMUNE, has_committee=True,
            ))  # fmt: skip
        self._stays(self.units[alone.key], alone, place)
        return Where(self.units[alone.key])

    def _alone(self, new: str) -> Place | None:
        """The old commune that becomes this one by itself, whole."""
        olds = self.map.of_commune[new]
        if self.map.joined[new] == 1 and len(self.map.into[olds[0]]) == 1:
            return self.map.communes[olds[0]]
        return None

    def _stays(self, unit: int, old: Place, new: Place) -> None:
        kind = OrganizationKind.UPPER_PARTY
        self._line(Verb.TRANSFER, unit=unit, into=self.provinces[new.above])
        self._line(Verb.RETYPE, unit=unit, kind=kind, level=Level.COMMUNE, has_committee=True)
        if old.name != new.name:
            self._line(Verb.RENAME, unit=unit, name=new.party())

    def _goes_on(self, code: str, place: Place) -> None:
        into = self.map.into[code]
        if self._alone(into[0]):
            return
        if len(into) > 1:
            verb = Verb.DIVIDE
        else:  # a commune of another tree may come into the same new one
            verb = Verb.UNITE if len(self.map.of_commune[into[0]]) > 1 else Verb.ABSORB
        for new in into:
            self._line(verb, unit=self.units[place.key], into=self.communes[new])

    def _district(self, code: str, place: Place) -> None:
        unit = self.units[place.key]
        island = self.map.islands.get(code)
        if island:
            self._stays(unit, place, island)
        else:
            self._line(Verb.END, unit=unit)
