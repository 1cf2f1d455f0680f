"""Tờ báo cáo — the words and numbers of a report in print order; every file is written from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from fractions import Fraction
from zoneinfo import ZoneInfo

from thenchot.figures.reports.reads import Report
from thenchot.figures.reports.rules import Row
from thenchot.figures.reports.words import Column
from thenchot.ground.plain.text import Translate, mark

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
FICTION = mark("Dữ liệu mô phỏng, người không có thật.")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Dòng in — `numbers` holds what the printed word of a column stands for, where it is a number."""

    printed: Mapping[Column, str]
    numbers: Mapping[Column, int | Fraction]
    depth: int


@dataclass(frozen=True, slots=True)
class SheetSection:
    """Mục in — its heading names the body that answers for it."""

    heading: str
    rows: list[SheetRow]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Tờ báo cáo — from top to bottom; `made_at` is the moment every file of it carries."""

    unit: str
    title: str
    counted: str
    columns: Mapping[Column, str]
    sections: list[SheetSection]
    notes: list[str]
    made_at: datetime


def sheet_of(report: Report, translate: Translate, *, fictional: bool) -> Sheet:
    """Tờ của một báo cáo — the moment is that of the freeze, else the end of the last day counted."""
    counted = translate(mark("Số liệu tính đến ngày {day:%d/%m/%Y}")).format(day=report.counted_to)
    if report.frozen and report.frozen_at:
        text = translate(mark("{counted}; chốt lần {number}, {at:%H:%M} ngày {at:%d/%m/%Y}"))
        counted = text.format(
            counted=counted, number=report.frozen, at=report.frozen_at.astimezone(HANOI)
        )
    wrong = [said for said, right in report.sums if not right]
    checked = translate(mark("Đã soát {n} phép cộng, {wrong} phép không khớp.")).format(
        n=len(report.sums), wrong=len(wrong)
    )
    notes = [checked, *wrong]
    if fictional:
        notes.append(translate(FICTION))
    sections = [
        SheetSection(
            f"{translate(section.title)} ({section.owner.sentence(translate)})",
            [_row(row, translate) for row in section.rows],
        )
        for section in report.sections
    ]
    return Sheet(
        report.unit, f"{translate(report.title)} {report.period.sentence(translate)}", counted,
        {column: column.sentence(translate) for column in Column}, sections, notes,
        report.frozen_at or datetime.combine(report.counted_to, time(23, 59), HANOI),
    )  # fmt: skip


def _row(row: Row, translate: Translate) -> SheetRow:
    numbers: dict[Column, int | Fraction | None] = {
        Column.TARGET: row.target,
        Column.ACTUAL: None if row.at_least else row.actual,
        Column.PERCENT: row.percent,
        Column.SAME_PERIOD: row.same_period,
        Column.CHANGE: row.change,
        Column.CHANGE_PERCENT: row.change_percent,
    }
    known = {column: number for column, number in numbers.items() if number is not None}
    return SheetRow(row.printed(translate), known, row.depth)
