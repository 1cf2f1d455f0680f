"""Phép của sổ tổ chức — pure checks over plain values."""

from datetime import date

from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import name_faults, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_REGISTER = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")


def title_faults(name: str, field: str = "name") -> list[Reason]:
    """Tên tổ chức, chức vụ — not empty, not longer than a line of a decision."""
    tidy = tidy_name(name)
    if not tidy:
        return [Reason(mark("Tên không được để trống."), field=field)]
    if len(tidy) > 300:
        return [Reason(mark("Tên dài quá 300 ký tự."), field=field)]
    return []


def person_faults(full_name: str, birth_on: date | None, on: date) -> list[Reason]:
    """Hồ sơ một người — a name that can stand, a birth day that can be."""
    faults = [Reason(text, field="full_name") for text in name_faults(full_name)]
    if birth_on and not date(1900, 1, 1) <= birth_on <= on:
        text = mark("Ngày sinh {day:%d/%m/%Y} phải từ 01/01/1900 đến hôm nay.")
        faults.append(Reason(text, {"day": birth_on}, field="birth_on"))
    return faults


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
