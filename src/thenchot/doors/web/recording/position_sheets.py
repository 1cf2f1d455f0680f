"""Phiếu về vị trí việc làm — approvals, endings, competencies of the framework and of people, quotas."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from thenchot.doors.web.recording.boxes import Check, Choice, Hidden, Number, Picked, Text
from thenchot.doors.web.recording.register_sheets import FROM_DAY, PERSON, TO_PERSON
from thenchot.doors.web.recording.sheet import Filled, Sheet
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.people.dossiers.reads.picked import Pick
from thenchot.people.positions.acts.approving import approve_descriptions, end_positions
from thenchot.people.positions.acts.assessing import assess_competencies
from thenchot.people.positions.acts.framework import set_competency
from thenchot.people.positions.acts.quotas import set_staff_quotas
from thenchot.people.positions.reads.assessed import to_assess
from thenchot.people.positions.rules.assessing import AssessedRow
from thenchot.people.positions.rules.faults import LEVELS as STEPS
from thenchot.people.positions.rules.quotas import MOST, QuotaRow
from thenchot.people.positions.words import CompetencyGroup, StaffCategory

POSITION = Picked(
    name="position", label=mark("Vị trí việc làm"), of=Pick.POSITION, given="vi-tri",
    help=mark("Gõ mã, tên vị trí hoặc tên đơn vị."),
)  # fmt: skip
LEVELS = tuple(
    Text(name=f"level_{level}", label=label)
    for level, label in enumerate(
        (
            mark("Chỉ báo cấp độ 1"), mark("Chỉ báo cấp độ 2"), mark("Chỉ báo cấp độ 3"),
            mark("Chỉ báo cấp độ 4"), mark("Chỉ báo cấp độ 5"),
        ),
        start=1,
    )
)  # fmt: skip


def _number_of(*, position: int) -> int:
    return position


def _with_indicators(asked: dict[str, Any]) -> dict[str, Any]:
    return asked | {"indicators": [asked.pop(box.name) for box in LEVELS]}


def _assessed(*, competency: str, level: int) -> AssessedRow:
    """The code stands first; the name behind it is for the reader."""
    return AssessedRow(next(iter(competency.split()), ""), level)


def _assessing(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in asked.items() if name != "position"}


def _not_assessed(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """What is still to be assessed, a line each; the level is left to be typed."""
    lines = to_assess(by=by, on=on, person=named["person"], position=named["position"])
    return Filled(lines=[{"competency": f"{line.code} {line.name}"} for line in lines])


SHEETS = (
    Sheet(
        slug="phe-duyet-vi-tri", title=mark("Ghi quyết định phê duyệt vị trí việc làm"),
        help=mark("Mỗi dòng một vị trí có bản thảo đã đủ; bản mô tả có hiệu lực từ ngày ấy, thay bản trước."),
        act=approve_descriptions, lines="drafts", line=_number_of, checked=True,
        boxes=(FROM_DAY,), columns=(POSITION,),
    ),
    Sheet(
        slug="ket-thuc-vi-tri", title=mark("Ghi quyết định kết thúc vị trí việc làm"),
        help=mark("Vị trí không còn từ ngày ấy; các bản mô tả trước đó vẫn giữ."),
        act=end_positions, lines="positions", line=_number_of, boxes=(FROM_DAY,),
        columns=(POSITION,),
    ),
    Sheet(
        slug="bien-che", title=mark("Ghi quyết định giao biên chế"),
        help=mark("Đến hết năm; quyết định sau trong năm thay phần còn lại. Số hiện có đếm từ sổ, không ghi ở đây."),
        act=set_staff_quotas, lines="quotas", line=QuotaRow,
        boxes=(Number(name="year", label=mark("Năm"), most=2200), FROM_DAY),
        columns=(
            Picked(name="organization", label=mark("Đơn vị"), of=Pick.UNIT, given="don-vi"),
            Choice(name="category", label=mark("Loại"), words=tuple(StaffCategory), first="cong_chuc"),
            Number(name="assigned", label=mark("Giao"), most=MOST),
            Number(name="used", label=mark("Sử dụng"), most=MOST),
        ),
    ),
    Sheet(
        slug="khung-nang-luc", title=mark("Ghi năng lực vào khung"), act=set_competency,
        help=mark("Một năng lực có chỉ báo cho đủ năm cấp độ; ghi lại cùng mã là nội dung mới từ ngày ấy."),
        asked=_with_indicators,
        boxes=(
            Text(name="code", label=mark("Mã năng lực"), given="ma"),
            Choice(name="group", label=mark("Nhóm"), words=tuple(CompetencyGroup)),
            Text(name="name", label=mark("Tên năng lực")), *LEVELS,
            Check(name="verified", label=mark("Đã đối chiếu với nguyên văn")), FROM_DAY,
        ),
    ),
    Sheet(
        slug="danh-gia-nang-luc", title=mark("Ghi đánh giá năng lực"), act=assess_competencies,
        help=mark("Mỗi dòng một năng lực của khung; lần đánh giá sau thay lần trước từ ngày ấy. Năng lực chưa đánh giá thì xóa dòng."),
        lines="levels", line=_assessed, asked=_assessing, filled=_not_assessed, about=TO_PERSON,
        boxes=(
            PERSON, Text(name="assessor", label=mark("Người, tập thể đánh giá"), help=mark("Như văn bản ghi, thí dụ: Chi ủy, Trưởng ban.")),
            FROM_DAY, Hidden(name="position", label="", given="vi-tri", optional=True),
        ),
        columns=(
            Text(name="competency", label=mark("Năng lực"), help=mark("Mã trong khung năng lực; tên ghi sau mã.")),
            Number(name="level", label=mark("Cấp độ"), most=STEPS[-1]),
        ),
        table=mark("Các năng lực"),
    ),
)  # fmt: skip
