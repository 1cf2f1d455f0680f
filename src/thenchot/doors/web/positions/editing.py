"""Soạn bản mô tả — the editor of a description as a sheet made for one position."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from thenchot.doors.web.recording.boxes import (
    Box,
    Check,
    Choice,
    Hidden,
    Number,
    Picked,
    Text,
    Words,
)
from thenchot.doors.web.recording.correcting import STAMP, Option
from thenchot.doors.web.recording.register_sheets import UNIT
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.dossiers.reads.picked import Pick
from thenchot.people.positions.acts.copying import copy_description, copy_descriptions
from thenchot.people.positions.acts.drafting import discard_draft, draft_description
from thenchot.people.positions.reads.framework import CompetencyLine
from thenchot.people.positions.reads.position import PositionPage
from thenchot.people.positions.rules.content import Demand, Description, Duty
from thenchot.people.positions.rules.faults import LEVELS, WHOLE
from thenchot.people.positions.words import Degree, PositionKind, Theory

DEMAND = "nang_luc_"
SAID = {
    "objectives": mark("Mục tiêu vị trí việc làm"),
    "superior": mark("Chịu sự quản lý trực tiếp của"),
    "subordinates": mark("Quản lý trực tiếp"),
    "partners": mark("Phối hợp trong cơ quan"),
    "outside": mark("Quan hệ bên ngoài"),
    "authority": mark("Quyền hạn"),
    "conditions": mark("Điều kiện làm việc"),
    "experience": mark("Yêu cầu kinh nghiệm"),
    "character": mark("Yêu cầu phẩm chất"),
}
LEVEL_WORDS = tuple(
    Option(str(level), label)
    for level, label in zip(
        LEVELS,
        (
            mark("Cấp độ 1"), mark("Cấp độ 2"), mark("Cấp độ 3"), mark("Cấp độ 4"), mark("Cấp độ 5"),
        ),
        strict=True,
    )
)  # fmt: skip
ITEMS = mark("Nhiều ý thì cách nhau bằng dấu chấm phẩy.")
COLUMNS = (
    Text(name="area", label=mark("Mảng việc"), optional=True),
    Words(name="task", label=mark("Công việc cụ thể"), optional=True),
    Words(name="criterion", label=mark("Tiêu chí đánh giá"), optional=True),
    Text(name="measure", label=mark("Đơn vị tính"), optional=True),
    Number(name="weight", label=mark("Trọng số, %"), optional=True, most=WHOLE),
)


def new_sheet(framework: list[CompetencyLine]) -> Sheet:
    """Phiếu của một vị trí mới — the address may name its unit."""
    return _sheet(mark("Soạn vị trí việc làm mới"), (UNIT,), "", "", Description(), framework)


def edit_sheet(page: PositionPage, framework: list[CompetencyLine]) -> Sheet:
    """Phiếu sửa bản thảo — else the next version, beginning with what stands."""
    begun = page.draft or page.shown
    assert begun is not None
    fixed = (
        Hidden(name="organization", label="", first=str(page.unit_id)),
        Hidden(name="position", label="", first=str(page.id)),
        Hidden(name=STAMP, label="", first=page.stamp),
    )
    title = mark("Soạn bản mô tả vị trí việc làm")
    sheet = _sheet(title, fixed, begun.code, begun.title, begun.content, framework)
    return _standing(sheet, page)


def copy_sheet(page: PositionPage) -> Sheet:
    """Phiếu chép sang đơn vị khác — what is copied is a draft there, to be adapted."""
    unit = Picked(name="organization", label=mark("Chép sang đơn vị"), of=Pick.UNIT)
    code = Text(
        name="code", label=mark("Mã ở đơn vị mới"), optional=True,
        help=mark("Bỏ trống là giữ mã cũ."),
    )  # fmt: skip

    def asked(read: dict[str, Any]) -> dict[str, Any]:
        return read | {"position": page.id, "code": read["code"] or ""}

    return Sheet(
        slug="chep-vi-tri", title=mark("Chép bản mô tả sang đơn vị khác"), act=copy_description,
        help=mark("Bản chép là bản thảo ở đơn vị mới; sửa lại cho hợp rồi mới phê duyệt."), paper="",
        boxes=(unit, code), asked=asked, about=("", "position"), says=_called(page),
        units=frozenset({page.unit_id}), alone=True,
    )  # fmt: skip


def copy_unit_sheet() -> Sheet:
    """Phiếu chép các vị trí của một đơn vị — the address may name the unit they go to."""
    source = Picked(
        name="source", label=mark("Chép từ đơn vị"), of=Pick.UNIT, given="tu-don-vi",
        help=mark("Các vị trí đơn vị này đang có; mã nào đơn vị mới đã có thì bỏ qua."),
    )  # fmt: skip
    unit = Picked(name="organization", label=mark("Chép sang đơn vị"), of=Pick.UNIT, given="don-vi")
    return Sheet(
        slug="chep-don-vi", title=mark("Chép các vị trí của một đơn vị"), act=copy_descriptions,
        help=mark("Bản chép là bản thảo ở đơn vị mới; sửa lại cho hợp rồi mới phê duyệt."), paper="",
        boxes=(source, unit), about=("organization", "organization"), alone=True,
    )  # fmt: skip


def discard_sheet(page: PositionPage) -> Sheet:
    """Phiếu bỏ bản thảo — asked once more before it leaves."""
    return Sheet(
        slug="bo-ban-thao", title=mark("Bỏ bản thảo"), act=discard_draft, paper="", checked=True,
        help=mark("Bản thảo chỉ còn trong lịch sử; bản mô tả đã phê duyệt vẫn giữ nguyên."),
        asked=lambda read: {"position": page.id}, about=("", "position"), says=_called(page),
        units=frozenset({page.unit_id}), alone=True,
    )  # fmt: skip


def _sheet(
    title: str, first: tuple[Box, ...], code: str, name: str, content: Description,
    framework: list[CompetencyLine],
) -> Sheet:  # fmt: skip
    boxes: tuple[Box, ...] = (
        *first,
        Text(name="code", label=mark("Mã vị trí"), first=code, help=mark("Chữ hoa không dấu, chữ số; không trùng trong đơn vị.")),
        Text(name="title", label=mark("Tên vị trí"), first=name),
        Choice(name="kind", label=mark("Nhóm vị trí"), words=tuple(PositionKind), first=content.kind),
        *(
            Words(name=each, label=label, help=ITEMS, optional=True, first=getattr(content, each))
            for each, label in SAID.items()
        ),
        Choice(name="degree", label=mark("Trình độ chuyên môn, từ"), words=tuple(Degree), optional=True, first=content.degree or ""),
        Text(name="field", label=mark("Ngành, chuyên ngành đào tạo"), optional=True, first=content.field),
        Choice(name="theory", label=mark("Lý luận chính trị, từ"), words=tuple(Theory), optional=True, first=content.theory or ""),
        Check(name="party_member", label=mark("Phải là đảng viên"), first="1" if content.party_member else ""),
        *_demand_boxes(content, framework),
    )  # fmt: skip
    return Sheet(
        slug="soan-vi-tri", title=title, act=draft_description, paper="", lines="duties", line=_duty,
        help=mark("Lưu được cả khi chưa đủ; khi phê duyệt, các trọng số phải cộng thành 100%."),
        boxes=boxes, columns=COLUMNS, asked=_asked, about=("", "position"), alone=True, table=mark("Các công việc"),
        written=tuple(_line(duty) for duty in content.duties),
    )  # fmt: skip


def _standing(sheet: Sheet, page: PositionPage) -> Sheet:
    """The same sheet, refused where the draft was written over since it was opened."""

    def faults(read: Mapping[str, Any]) -> list[Reason]:
        if read[STAMP] == page.stamp:
            return []
        text = mark("Bản thảo này đã được ghi thay đổi sau khi phiếu mở; hãy mở lại phiếu.")
        return [Reason(text)]

    return replace(sheet, faults=faults, says=_called(page), units=frozenset({page.unit_id}))


def _called(page: PositionPage) -> str:
    shown = page.shown
    return f"{shown.code} {shown.title}, {page.unit}" if shown else page.unit


def _demand_boxes(content: Description, framework: list[CompetencyLine]) -> list[Choice]:
    asked = {each.competency: str(each.level) for each in content.competencies}
    return [
        Choice(
            name=f"{DEMAND}{line.code}", label=line.name, words=LEVEL_WORDS, optional=True,
            first=asked.get(line.code, ""),
        )
        for line in framework
    ]  # fmt: skip


def _duty(**read: Any) -> Duty:
    words = {name: read[name] or "" for name in ("area", "task", "criterion", "measure")}
    return Duty(**words, weight=read["weight"] or 0)


def _line(duty: Duty) -> dict[str, str]:
    return {
        "area": duty.area, "task": duty.task, "criterion": duty.criterion, "measure": duty.measure,
        "weight": str(duty.weight) if duty.weight else "",
    }  # fmt: skip


def _asked(read: dict[str, Any]) -> dict[str, Any]:
    demands = tuple(
        Demand(name.removeprefix(DEMAND), int(level.value))
        for name, level in read.items()
        if name.startswith(DEMAND) and level
    )
    content = Description(
        read["kind"], duties=read["duties"], degree=read["degree"], field=read["field"] or "",
        theory=read["theory"], party_member=read["party_member"], competencies=demands,
        **{name: read[name] or "" for name in SAID},
    )  # fmt: skip
    known = read.get("position")
    return {
        "organization": int(read["organization"]), "code": read["code"], "title": read["title"],
        "content": content, "position": int(known) if known else None,
    }  # fmt: skip
