"""Lỗi của bản mô tả — what a draft may not hold, and what must stand in one that is approved."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered, title_faults
from thenchot.people.positions.rules.content import Description, Drafted, Duty

_FORM = mark("Mẫu bản mô tả vị trí việc làm, Thông tư số 12/2022/TT-BNV (chưa thẩm định)")
CODE = re.compile(r"[A-Z0-9][A-Z0-9.\-]{0,19}")
WHOLE, LEVELS, MOST_DUTIES = 100, range(1, 6), 60
MUST_SAY = {
    "objectives": mark("Thiếu mục tiêu của vị trí."),
    "superior": mark("Thiếu người quản lý trực tiếp."),
    "outside": mark("Thiếu quan hệ bên ngoài; nếu không có thì ghi «không»."),
    "authority": mark("Thiếu quyền hạn."),
    "conditions": mark("Thiếu điều kiện làm việc."),
    "experience": mark("Thiếu yêu cầu kinh nghiệm; nếu không có thì ghi «không»."),
    "character": mark("Thiếu yêu cầu phẩm chất."),
}


def draft_faults(drafted: Drafted, framework: Collection[str]) -> list[Reason]:
    """Bản thảo — it may lack parts, but a code and a title it has, and no weight beyond the whole.

    `framework` holds the codes of competencies in force.
    """
    content = drafted.content
    faults = [*code_faults(drafted.code), *title_faults(drafted.title, "title")]
    if content.weight > WHOLE:
        text = mark("Tổng trọng số là {n}%, quá 100%.")
        faults.append(Reason(text, {"n": content.weight}, _FORM, "duties"))
    if len(content.duties) > MOST_DUTIES:
        text = mark("Bản mô tả có quá {n} công việc.")
        faults.append(Reason(text, {"n": MOST_DUTIES}, field="duties"))
    for row, duty in enumerate(content.duties, start=1):
        faults += numbered(row, _named_faults(duty))
    named = [each.competency for each in content.competencies]
    if len(set(named)) < len(named) or not set(named) <= set(framework):
        text = mark("Có năng lực không có trong khung năng lực hiện hành, hoặc ghi hai lần.")
        faults.append(Reason(text, field="competencies"))
    if any(each.level not in LEVELS for each in content.competencies):
        faults.append(Reason(mark("Cấp độ năng lực từ 1 đến 5."), {}, _FORM, "competencies"))
    return faults


def code_faults(code: str, field: str = "code") -> list[Reason]:
    """Mã — capital letters, digits, dots and dashes."""
    if CODE.fullmatch(code):
        return []
    text = mark("Mã gồm chữ hoa không dấu, chữ số, dấu chấm, gạch nối; không quá 20 ký tự.")
    return [Reason(text, field=field)]


def _named_faults(duty: Duty) -> list[Reason]:
    faults = []
    if not duty.area:
        faults.append(Reason(mark("Thiếu mảng việc."), field="area"))
    if not duty.task:
        faults.append(Reason(mark("Thiếu công việc cụ thể."), field="task"))
    if duty.weight < 0:
        faults.append(Reason(mark("Trọng số không được âm."), field="weight"))
    return faults


def approval_faults(content: Description) -> list[Reason]:
    """Trước khi phê duyệt — every part of the form is there, and the weights make the whole."""
    faults = [
        Reason(text, {}, _FORM, name)
        for name, text in MUST_SAY.items()
        if not getattr(content, name)
    ]
    if not content.duties:
        faults.append(Reason(mark("Chưa có công việc nào."), {}, _FORM, "duties"))
    elif content.weight != WHOLE:
        text = mark("Tổng trọng số là {n}%, phải bằng 100%.")
        faults.append(Reason(text, {"n": content.weight}, _FORM, "duties"))
    bare = [
        row for row, duty in enumerate(content.duties, 1) if not (duty.criterion and duty.weight)
    ]
    if bare:
        text = mark("Công việc số {rows} thiếu tiêu chí đánh giá hoặc trọng số.")
        faults.append(Reason(text, {"rows": ", ".join(map(str, bare))}, _FORM, "duties"))
    if content.degree is None or content.theory is None:
        text = mark("Thiếu yêu cầu trình độ chuyên môn hoặc lý luận chính trị.")
        faults.append(Reason(text, {}, _FORM, "degree"))
    if not content.competencies:
        faults.append(Reason(mark("Thiếu yêu cầu năng lực."), {}, _FORM, "competencies"))
    return faults


def of_row(row: int, code: str, faults: Sequence[Reason], field: str) -> list[Reason]:
    """Của vị trí nào — each reason beside the row of its position, and naming it by its code."""
    text = "{code}: {reason}"
    return [
        replace(fault, text=text, values={"code": code, "reason": fault}, field=f"{row}.{field}")
        for fault in faults
    ]


def competency_faults(code: str, name: str, indicators: Sequence[str]) -> list[Reason]:
    """Năng lực — a code, a name, and an indicator for every level."""
    faults = [*code_faults(code), *title_faults(name)]
    for level in LEVELS:
        if level > len(indicators) or not indicators[level - 1]:
            text = mark("Thiếu chỉ báo của cấp độ {level}.")
            faults.append(Reason(text, {"level": level}, _FORM, f"level_{level}"))
    if len(indicators) > len(LEVELS):
        faults.append(Reason(mark("Cấp độ năng lực từ 1 đến 5."), {}, _FORM, "indicators"))
    return faults
