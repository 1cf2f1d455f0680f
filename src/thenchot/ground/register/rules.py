"""Phép của sổ tổ chức — pure checks over plain values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import name_faults, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import (
    LIMITED_LIFE,
    Level,
    OrganizationKind,
    PostKind,
    Sex,
    Tier,
)

_REGISTER = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
LONGEST_ETHNICITY, LONGEST_HOMETOWN = 60, 300


@dataclass(frozen=True, slots=True)
class UnitRow:
    """Một tổ chức trong quyết định — what the paper says of it; `until` where it sets an end."""

    name: str
    kind: OrganizationKind
    level: Level
    has_committee: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Một người trong danh sách — as the paper states them; what it does not say is left open."""

    full_name: str
    sex: Sex
    birth_on: date | None
    ethnicity: str | None = None
    hometown: str | None = None


@dataclass(frozen=True, slots=True)
class SeatRow:
    """Một chức vụ — its title and kind, and the tier that manages its holder where known."""

    title: str
    kind: PostKind
    tier: Tier | None = None


def unit_faults(unit: UnitRow, from_day: date) -> list[Reason]:
    """Tổ chức mới — a name that can stand; an end set beforehand only for bodies of limited life."""
    faults = [*title_faults(unit.name), *term_faults(from_day, unit.until)]
    if unit.until is not None and unit.kind not in LIMITED_LIFE:
        text = mark("Chỉ ban chỉ đạo, hội đồng, tổ, đoàn, tiểu ban được định trước ngày kết thúc.")
        faults.append(Reason(text, field="until"))
    return faults


def numbered(row: int, faults: Sequence[Reason]) -> list[Reason]:
    """Dòng thứ mấy — the reasons of one row of a list; `row` counts from 1 in the `field`."""
    return [replace(fault, field=f"{row}.{fault.field}") for fault in faults]


def title_faults(name: str, field: str = "name") -> list[Reason]:
    """Tên tổ chức, chức vụ — not empty, not longer than a line of a decision."""
    tidy = tidy_name(name)
    if not tidy:
        return [Reason(mark("Tên không được để trống."), field=field)]
    if len(tidy) > 300:
        return [Reason(mark("Tên dài quá 300 ký tự."), field=field)]
    return []


def person_faults(person: PersonRow, on: date) -> list[Reason]:
    """Hồ sơ một người — a name that can stand, a birth day that can be, an origin of one line."""
    return life_faults(
        person.full_name, person.birth_on, person.ethnicity or "", person.hometown or "", on
    )


def life_faults(
    full_name: str, birth_on: date | None, ethnicity: str, hometown: str, on: date
) -> list[Reason]:
    """Lai lịch — as `person_faults`, of what is written already."""
    faults = [Reason(text, field="full_name") for text in name_faults(full_name)]
    if birth_on and not date(1900, 1, 1) <= birth_on <= on:
        text = mark("Ngày sinh {day:%d/%m/%Y} phải từ 01/01/1900 đến hôm nay.")
        faults.append(Reason(text, {"day": birth_on}, field="birth_on"))
    if len(ethnicity) > LONGEST_ETHNICITY:
        text = mark("Tên dân tộc dài quá {n} ký tự.")
        faults.append(Reason(text, {"n": LONGEST_ETHNICITY}, field="ethnicity"))
    if len(hometown) > LONGEST_HOMETOWN:
        text = mark("Quê quán dài quá {n} ký tự.")
        faults.append(Reason(text, {"n": LONGEST_HOMETOWN}, field="hometown"))
    return faults


def people_faults(people: Sequence[PersonRow], on: date) -> list[Reason]:
    """Danh sách người — not empty; each row as `person_faults`, numbered."""
    if not people:
        return [Reason(mark("Danh sách không có ai."), field="people")]
    return [
        fault
        for row, person in enumerate(people, start=1)
        for fault in numbered(row, person_faults(person, on))
    ]


def change_day_faults(effective: DayRange, day: date, field: str = "from_day") -> list[Reason]:
    """Ngày thay đổi — strictly inside the days the present state holds."""
    if day <= effective.start:
        text = mark(
            "Ngày {day:%d/%m/%Y} phải sau ngày trạng thái hiện tại bắt đầu ({start:%d/%m/%Y})."
        )
        return [Reason(text, {"day": day, "start": effective.start}, _REGISTER, field)]
    if effective.until is not None and day >= effective.until:
        text = mark(
            "Ngày {day:%d/%m/%Y} phải trước ngày trạng thái này kết thúc ({until:%d/%m/%Y})."
        )
        return [Reason(text, {"day": day, "until": effective.until}, _REGISTER, field)]
    return []


def term_faults(from_day: date, until: date | None) -> list[Reason]:
    """Thời hạn — an end, where given, comes after the first day."""
    if until is not None and until <= from_day:
        text = mark("Ngày kết thúc {until:%d/%m/%Y} phải sau ngày có hiệu lực {start:%d/%m/%Y}.")
        return [Reason(text, {"until": until, "start": from_day}, _REGISTER, "until")]
    return []
