"""Câu hỏi về báo cáo — a period's table for one unit, frozen ones, and what changed since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from thenchot.figures.indicators.reads.counting import marks, records
from thenchot.figures.indicators.reads.figures import Figure, figures
from thenchot.figures.indicators.rules import INDICATORS, Indicator, indicator_of
from thenchot.figures.indicators.words import Owner, Right
from thenchot.figures.reports.models import FrozenReport
from thenchot.figures.reports.rules import Line, Row, Template, differences, sums_checked
from thenchot.figures.reports.words import Difference
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.periods import Period, parse_period
from thenchot.ground.register.models import OrganizationSpell
from thenchot.ground.register.words import PARTY


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Mục của báo cáo — its title, the body that answers for it, its rows."""

    title: str
    owner: Owner
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Report:
    """Báo cáo — of one unit for one period, counted to a day; `frozen` is its number once frozen."""

    title: str
    unit_id: int
    unit: str
    period: Period
    counted_to: date
    sections: list[ReportSection]
    frozen: int | None = None
    frozen_at: datetime | None = None

    @property
    def rows(self) -> list[Row]:
        return [row for section in self.sections for row in section.rows]

    @property
    def sums(self) -> list[tuple[str, bool]]:
        """Phép cộng đã soát — every whole beside its parts."""
        return list(sums_checked(self.rows))


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """Lần chốt — its number and moment."""

    number: int
    frozen_at: datetime


@dataclass(frozen=True, slots=True)
class Departure:
    """Khác với khi chốt — one record: the row, what it is now ("" where it is gone), what happened."""

    row: Row
    key: int
    subject: str
    difference: Difference


def root_unit(*, by: Actor, period: Period, on: date) -> int | None:
    """Đơn vị gốc — the highest organization within reach on the last day counted."""
    counted_to = min(on, period.last_day)
    standing = OrganizationSpell.objects.on(counted_to).visible_to(by).filter(kind__in=PARTY)
    reach = by.reach(Right.READ)
    if reach == EVERYWHERE:
        heads = standing.filter(parent=None)
    else:
        heads = standing.filter(organization__in=reach).exclude(parent__in=reach)
    return heads.order_by("pk").values_list("organization", flat=True).first()


def report(*, by: Actor, template: Template, period: Period, unit: int, on: date) -> Report | None:
    """Báo cáo — counted now, of the days up to `on`.

    None where the period has not begun, the unit did not exist on the last day counted, or it is
    out of reach.
    """
    counted_to = min(on, period.last_day)
    standing = OrganizationSpell.objects.on(counted_to).visible_to(by)
    spell = standing.filter(organization=unit).first()
    if spell is None or period.days_to(on) is None or not by.may(Right.READ, unit):
        return None
    lines = [line for section in template.sections for line in section.lines]
    below = _below(by, unit, counted_to) if any(line.units for line in lines) else []
    asked = [pair for line in lines for pair in _pairs(line, unit, below)]
    found = figures(
        by=by, wanted=[(each, where) for each, where, _, _ in asked], period=period, on=on
    )
    sections = []
    for section in template.sections:
        pairs = [pair for line in section.lines for pair in _pairs(line, unit, below)]
        rows = [
            _row(found[each.code, where], name, depth, aside=where != unit)
            for each, where, name, depth in pairs
        ]
        sections.append(ReportSection(section.title, section.owner, rows))
    return Report(template.title, unit, spell.name, period, counted_to, sections)


def frozen_reports(*, by: Actor, period: Period, unit: int) -> list[FrozenLine]:
    """Các lần chốt — of a unit's report for a period, latest first."""
    if not by.may(Right.READ, unit):
        return []
    seen = FrozenReport.objects.visible_to(by)
    found = seen.filter(organization=unit, period=period.code())
    return [
        FrozenLine(each.number, each.recorded_at)
        for each in found.only("number", "recorded_at").order_by("-number")
    ]


def frozen_report(*, by: Actor, period: Period, unit: int, number: int) -> Report | None:
    """Báo cáo đã chốt — from its own content alone; no record is asked."""
    found = _frozen(by, period, unit, number)
    return _from_content(found.content, found.number, found.recorded_at) if found else None


def changed_since(
    *, by: Actor, template: Template, period: Period, unit: int, number: int, on: date
) -> list[Departure] | None:
    """Khác với khi chốt — record by record; a record the reader may not see is not named.

    Runs one query per row of the report.
    """
    found = _frozen(by, period, unit, number)
    now = report(by=by, template=template, period=period, unit=unit, on=on)
    if found is None or now is None:
        return None
    rows = {row.code: row for row in now.rows}
    differing = [
        departure
        for departure in differences(found.records, record_marks(by, now))
        if departure[0] in rows
    ]
    subjects = {
        code: {str(each.key): each.subject for each in _records(by, rows[code], period)}
        for code in {code for code, _, _ in differing}
    }
    return [
        Departure(rows[code], int(key), subjects[code].get(key, ""), how)
        for code, key, how in differing
    ]


def record_marks(by: Actor, counted: Report) -> dict[str, dict[str, str]]:
    """Dấu các hồ sơ — of every row that is no part of another: {row: {key: digest}}."""
    return {
        row.code: marks(
            by=by, indicator=_indicator(row), unit=row.unit_id, days=counted.period.days
        )
        for row in counted.rows
        if not is_part(row)
    }


def is_part(row: Row) -> bool:
    """Dòng thành phần — its records already stand behind the row above it."""
    return "." in row.code


def content_of(counted: Report) -> dict[str, Any]:
    """Nội dung để chốt — plain data from which `frozen_report` makes the same report again."""
    return {
        "title": counted.title,
        "unit_id": counted.unit_id,
        "unit": counted.unit,
        "period": counted.period.code(),
        "counted_to": counted.counted_to.isoformat(),
        "sections": [
            {
                "title": section.title,
                "owner": section.owner.value,
                "rows": [_plain(row) for row in section.rows],
            }
            for section in counted.sections
        ],
    }


def _plain(row: Row) -> dict[str, Any]:
    return {
        name: str(value) if isinstance(value, Fraction) else value
        for name, value in asdict(row).items()
    }


def _from_content(content: Mapping[str, Any], number: int, frozen_at: datetime) -> Report:
    sections = [
        ReportSection(
            section["title"],
            Owner.of(section["owner"]),
            [_row_from(row) for row in section["rows"]],
        )
        for section in content["sections"]
    ]
    period = parse_period(content["period"])
    return Report(
        content["title"], content["unit_id"], content["unit"], period,
        date.fromisoformat(content["counted_to"]), sections, number, frozen_at,
    )  # fmt: skip


def _row_from(data: Mapping[str, Any]) -> Row:
    exact = ("percent", "change_percent", "change_ratio")
    fractions = {name: Fraction(data[name]) for name in exact if data[name] is not None}
    return Row(**(dict(data) | fractions))


def _frozen(by: Actor, period: Period, unit: int, number: int) -> FrozenReport | None:
    if not by.may(Right.READ, unit):
        return None
    seen = FrozenReport.objects.visible_to(by)
    return seen.filter(organization=unit, period=period.code(), number=number).first()


def _records(by: Actor, row: Row, period: Period) -> Sequence[Any]:
    indicator = _indicator(row)
    return records(by=by, indicator=indicator, unit=row.unit_id, days=period.days) or []


def _indicator(row: Row) -> Indicator:
    indicator = indicator_of(INDICATORS, row.indicator)
    assert indicator is not None
    return indicator


def _below(by: Actor, unit: int, on: date) -> list[tuple[int, str]]:
    """Party organizations directly below the unit on the day, by name."""
    spells = OrganizationSpell.objects.on(on).visible_to(by).filter(parent=unit, kind__in=PARTY)
    found = [
        (spell.organization_id, spell.name)
        for spell in spells
        if by.may(Right.READ, spell.organization_id)
    ]
    return sorted(found, key=lambda pair: natural_key(pair[1]))


def _pairs(
    line: Line, unit: int, below: list[tuple[int, str]]
) -> Iterator[tuple[Indicator, int, str, int]]:
    """The rows of a line: indicator, unit, name printed, depth."""
    indicator = INDICATORS[line.indicator]
    yield indicator, unit, indicator.label, 0
    if line.parts:
        for part in indicator.parts():
            yield part, unit, part.label, 1
    if line.units:
        for child, name in below:
            yield indicator, child, name, 1


def _row(figure: Figure, label: str, depth: int, *, aside: bool) -> Row:
    moved = figure.change
    code = f"{figure.indicator.code}@{figure.unit}" if aside else figure.indicator.code
    return Row(
        code=code,
        indicator=figure.indicator.code,
        label=label,
        measured_in=figure.indicator.unit,
        unit_id=figure.unit,
        depth=depth,
        target=figure.target.value if figure.target else None,
        target_basis=figure.target.basis if figure.target else "",
        actual=figure.actual,
        at_least=figure.at_least,
        percent=figure.percent,
        same_period=figure.same_period,
        change=moved.difference if moved else None,
        change_percent=moved.percent if moved else None,
        change_ratio=moved.ratio if moved else None,
    )
