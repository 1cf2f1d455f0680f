"""Phép về biên chế — of a unit for a year: how many are assigned, how many of them are used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.people.positions.words import StaffCategory

MOST = 100_000


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """Biên chế của một đơn vị, một loại — `assigned` by the superior, `used` of it by the unit.

    How many people are there now is counted from the register, never written here.
    """

    organization: int
    category: StaffCategory
    assigned: int
    used: int = 0


def quota_faults(rows: Sequence[QuotaRow], year: int, from_day: date) -> list[Reason]:
    """Danh sách giao biên chế — each unit once of a category; no more used than assigned."""
    if not rows:
        return [Reason(mark("Danh sách không có đơn vị nào."), field="quotas")]
    faults = []
    if from_day.year != year:
        text = mark("Ngày giao biên chế phải trong năm {year}.")
        faults.append(Reason(text, {"year": year}, field="from_day"))
    if len({(row.organization, row.category) for row in rows}) < len(rows):
        text = mark("Có đơn vị được ghi hai lần cùng một loại biên chế.")
        faults.append(Reason(text, field="quotas"))
    for number, row in enumerate(rows, start=1):
        faults += numbered(number, _row_faults(row))
    return faults


def assigned_faults(assigned: int) -> list[Reason]:
    """Số giao — not below none, not beyond what any unit has."""
    if 0 <= assigned <= MOST:
        return []
    return [Reason(mark("Biên chế giao phải từ 0 đến {most}."), {"most": MOST}, field="assigned")]


def _row_faults(row: QuotaRow) -> list[Reason]:
    faults = assigned_faults(row.assigned)
    if not 0 <= row.used <= row.assigned:
        text = mark("Biên chế sử dụng không được quá số giao ({n}).")
        faults.append(Reason(text, {"n": row.assigned}, field="used"))
    return faults
