"""Phép về kỷ luật — which form may meet whom (69-QĐ/TW art. 7)."""

from dataclasses import dataclass

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.members.words import FULL, Status
from thenchot.people.oversight.words import FOR_PROBATIONARY, DisciplineForm

_FORMS = mark("Điều 7, Quy định số 69-QĐ/TW ngày 06/7/2022")


@dataclass(frozen=True, slots=True)
class DisciplineRow:
    """Kỷ luật một đảng viên — a removal names the postings it ends."""

    person: int
    form: DisciplineForm
    postings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanRow:
    """Kế hoạch của một chi bộ — how many inspections it plans for the year."""

    cell: int
    visits: int


def form_faults(form: DisciplineForm, status: Status, removed_from: int) -> list[Reason]:
    """Hình thức kỷ luật — a probationary member only the first two; removal only from a post."""
    faults = []
    if status not in FULL and form not in FOR_PROBATIONARY:
        text = mark("Đảng viên dự bị chỉ bị khiển trách hoặc cảnh cáo.")
        faults.append(Reason(text, {}, _FORMS, "form"))
    if form is DisciplineForm.REMOVAL and not removed_from:
        text = mark("Cách chức phải nêu chức vụ người đó đang giữ.")
        faults.append(Reason(text, {}, _FORMS, "postings"))
    if form is not DisciplineForm.REMOVAL and removed_from:
        text = mark("Chỉ cách chức mới chấm dứt chức vụ.")
        faults.append(Reason(text, {}, _FORMS, "postings"))
    return faults


def plan_faults(visits: int) -> list[Reason]:
    """Kế hoạch kiểm tra — at least one inspection."""
    if visits >= 1:
        return []
    return [Reason(mark("Kế hoạch phải có ít nhất một cuộc kiểm tra."), field="visits")]
