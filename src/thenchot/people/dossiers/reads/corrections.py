"""Đính chính — former versions of a person's facts, from their history tables, behind the same walls.

The old and new values and the moment stand in the rows; who did it, why and by which paper is
read from the journal by whoever may read that line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from thenchot.ground.basis.models import Fact
from thenchot.ground.basis.reads.journal import JournalLine, lines_of
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.text import Sayable, Sentence, mark
from thenchot.people.dossiers.reads.gathered import Facts, Names, day_said, said_as
from thenchot.people.dossiers.reads.telling import place_of
from thenchot.people.dossiers.rules.digest import NOT_RECORDED
from thenchot.people.dossiers.rules.told import is_correction

LABELS = {
    "full_name": mark("Họ và tên"),
    "birth_on": mark("Ngày sinh"),
    "sex": mark("Giới tính"),
    "ethnicity": mark("Dân tộc"),
    "hometown": mark("Quê quán"),
    "title": mark("Trình độ"),
    "number": mark("Số"),
    "effective": mark("Những ngày có hiệu lực"),
    "post": mark("Chức vụ"),
    "organization": mark("Đơn vị"),
    "cell": mark("Chi bộ"),
    "admitted_on": mark("Ngày quyết định kết nạp"),
    "joined_on": mark("Ngày vào Đảng"),
    "official_on": mark("Ngày chính thức"),
    "years": mark("Số năm tuổi đảng"),
    "timing": mark("Thời điểm tặng"),
    "form": mark("Hình thức"),
    "body": mark("Cơ quan quyết định"),
    "occasion": mark("Thành tích, dịp khen thưởng"),
    "matter": mark("Nội dung"),
    "decider": mark("Cấp quyết định"),
    "manner": mark("Cách giữ"),
    "came": mark("Theo hình thức"),
    "name": mark("Tên đầy đủ"),
    "kind": mark("Loại"),
    "level": mark("Cấp"),
    "has_committee": mark("Có cấp ủy, chi ủy"),
    "tier": mark("Diện quản lý"),
    "visits": mark("Số cuộc kiểm tra"),
    "year": mark("Năm"),
    "status": mark("Tình trạng"),
    "job_code": mark("Mã vị trí việc làm"),
    "job_title": mark("Tên vị trí việc làm"),
    "assigned": mark("Biên chế giao"),
    "used": mark("Biên chế sử dụng"),
    "group": mark("Nhóm năng lực"),
    "assessor": mark("Người, tập thể đánh giá"),
    "keep_years": mark("Số năm bảo quản"),
    "clause": mark("Điều khoản"),
    "verified": mark("Đã đối chiếu với nguyên văn"),
}
UNITS = frozenset({"organization", "cell"})


@dataclass(frozen=True, slots=True)
class Changed:
    """Mục được sửa — the old value and the new one, as they are said."""

    column: str
    label: str
    old: Sayable
    new: Sayable


@dataclass(frozen=True, slots=True)
class Correction:
    """Một lần đính chính — of which fact, what, when; `line` None where the journal is closed."""

    fact: tuple[str, int]
    changed: list[Changed]
    at: datetime
    line: JournalLine | None


def corrections_of(by: Actor, facts: Facts, names: Names) -> list[Correction]:
    """Các lần đính chính — of these facts, the latest first; one statement a kind that has facts."""
    steps = [
        (before, after)
        for model, found in facts.items()
        if found and not _told_whole(model)
        for before, after in _steps(by, model, found)
        if is_correction(_plain(model, before), _plain(model, after))
    ]
    lines = lines_of(by=by, entries=[after.entry for _, after in steps])
    made = [
        Correction(
            _place(before, after), list(_changed(names, before, after)), after.recorded_at,
            lines.get(after.entry),
        )
        for before, after in steps
    ]  # fmt: skip
    return sorted(made, key=lambda each: (each.at, each.fact), reverse=True)


def _told_whole(model: type[Fact]) -> bool:
    """Kinds none of whose own columns are ever corrected."""
    own = {field.name for field in model._meta.concrete_fields} & set(LABELS)
    return own <= model.NOT_CORRECTED


def _steps(by: Actor, model: type[Fact], found: Iterable[Fact]) -> Iterable[tuple[Any, Any]]:
    """Each version beside the next one; the last is the live row."""
    live = {fact.pk: fact for fact in found}
    versions: dict[int, list[Any]] = {}
    former = model.History.objects.filter(model.SEEN.condition(by), id__in=live)
    for version in former.order_by("history_id"):
        versions.setdefault(version.id, []).append(version)
    for key, rows in versions.items():
        yield from pairwise([*rows, live[key]])


def _plain(model: type[Fact], row: Any) -> dict[str, object]:
    skipped = {"id", "entry", "recorded_at"}
    return {
        field.attname: getattr(row, field.attname)
        for field in model._meta.concrete_fields
        if field.name not in skipped
    }


def _place(before: Any, after: Any) -> tuple[str, int]:
    return place_of(after) if isinstance(after, Fact) else (_label(before), int(before.id))


def _label(version: Any) -> str:
    return str(version._meta.label).removesuffix("History")


def _changed(names: Names, before: Any, after: Any) -> Iterable[Changed]:
    for column, label in LABELS.items():
        name = f"{column}_id" if column in UNITS or column == "post" else column
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old != new:
            day = after.effective.start
            yield Changed(
                column, label, _value(before, column, old, names, day),
                _value(before, column, new, names, day),
            )  # fmt: skip


def _value(row: Any, column: str, value: Any, names: Names, day: date) -> Sayable:
    if value is None:
        return NOT_RECORDED
    if column in UNITS:
        return names.unit(value, day)
    if column == "post":
        return names.post(value, day)
    if isinstance(value, DayRange):
        return value
    if isinstance(value, date):
        return day_said(value)
    labels: Mapping[Any, str] = dict(row._meta.get_field(column).flatchoices)
    return Sentence(labels[value]) if value in labels else said_as(str(value))
