"""Đồng hồ của tổ chức — bodies set up for a time, inspection plans that end or are not there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.text import Sentence, mark
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.words import CELLS, Right
from thenchot.people.dossiers.reads.clocks import Clock, Window
from thenchot.people.dossiers.words import DueKind
from thenchot.people.oversight.models import InspectionPlan
from thenchot.people.oversight.words import Right as OversightRight
from thenchot.people.reorganisation.reads.decided import surpluses_due
from thenchot.people.reorganisation.words import Limits

ONE_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """Một tổ chức trong ngày — from which day, and up to, not including, which (None: no end)."""

    name: str
    kind: str
    parent_id: int | None
    start: date
    until: date | None
    fixed_term: bool
    basis: int


@dataclass(frozen=True, slots=True)
class Units:
    """Các tổ chức trong ngày — read once; names, kinds and the way up are asked of it."""

    spells: dict[int, Unit]

    def name(self, unit: int) -> str:
        """Tên trong ngày — "" where it does not stand on the day or is out of reach."""
        found = self.spells.get(unit)
        return found.name if found else ""

    def kind(self, unit: int) -> str:
        found = self.spells.get(unit)
        return found.kind if found else ""

    def above_cells(self) -> list[int]:
        return [unit for unit, spell in self.spells.items() if spell.kind not in CELLS]

    def way_up(self, unit: int) -> Iterator[int]:
        """Từ đây lên — the unit itself first."""
        above: int | None = unit
        while above in self.spells:
            yield above
            above = self.spells[above].parent_id

    def below(self, unit: int) -> list[int]:
        """Ngay bên dưới — in the order of their names."""
        children = [each for each, spell in self.spells.items() if spell.parent_id == unit]
        return self.by_name(children)

    def highest(self, by: Actor) -> list[int]:
        """Đầu phạm vi — the units the reader answers for that stand below none of those."""
        reach = by.reach(Right.READ)
        own = self.spells.keys() if reach == EVERYWHERE else self.spells.keys() & reach
        return self.by_name(unit for unit in own if self.spells[unit].parent_id not in own)

    def by_name(self, units: Iterable[int]) -> list[int]:
        return sorted(units, key=lambda unit: (natural_key(self.name(unit)), unit))


def units_on(by: Actor, on: date) -> Units:
    """Các tổ chức trong ngày — all within the reader's sight, the names of those above included."""
    told = (
        OrganizationSpell.objects.on(on)
        .visible_to(by)
        .values_list(
            "organization", "name", "kind", "parent", "effective__startswith", "effective__endswith",
            "fixed_term", "basis",
        )
    )  # fmt: skip
    return Units({unit: Unit(*rest) for unit, *rest in told})


def of_units(by: Actor, units: Units, window: Window) -> Iterator[Clock]:
    """Theo tổ chức — bodies of limited life, the plans of the year, deputies above the limit."""
    for unit, spell in units.spells.items():
        last = spell.until - ONE_DAY if spell.until else None
        if spell.fixed_term and last and window.coming(last):
            said = Sentence(mark("thành lập {day:%d/%m/%Y}"), {"day": spell.start})
            yield Clock(DueKind.UNIT_END, last, unit, None, said, spell.basis)
    yield from _of_plans(by, units, window)
    yield from _of_surpluses(by, units, window)


def _of_surpluses(by: Actor, units: Units, window: Window) -> Iterator[Clock]:
    years = window.limit(Limits.CONFORM_YEARS)
    if years is None:
        return
    for scheme, each in surpluses_due(by, window.on, window.until, years):
        if each.unit.id in units.spells:
            said = Sentence(
                mark("{n} cấp phó, quy định nhiều nhất {most}; sắp xếp {day:%d/%m/%Y}"),
                {"n": each.unit.deputies, "most": each.most, "day": scheme.from_day},
            )
            yield Clock(DueKind.SURPLUS, each.conform_by, each.unit.id, None, said, scheme.paper_id)


def _of_plans(by: Actor, units: Units, window: Window) -> Iterator[Clock]:
    year = DayRange(date(window.on.year, 1, 1), date(window.on.year + 1, 1, 1))
    plans = InspectionPlan.objects.visible_to(by).filter(effective__overlap=year)
    planned = set()
    for cell, until, basis in plans.values_list("cell", "effective__endswith", "basis"):
        planned.add(cell)
        last = until - ONE_DAY if until else None
        if last and window.coming(last):
            said = Sentence(mark("kế hoạch năm {year}"), {"year": last.year})
            yield Clock(DueKind.PLAN_END, last, cell, None, said, basis)
    said = Sentence(
        mark("chưa ghi kế hoạch kiểm tra, giám sát năm {year}"), {"year": window.on.year}
    )
    for unit, spell in units.spells.items():
        if spell.kind in CELLS and unit not in planned and by.may(OversightRight.READ, unit):
            yield Clock(DueKind.NO_PLAN, None, unit, None, said)
