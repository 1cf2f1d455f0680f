"""Tờ bản mô tả — the words of a description in the order of the official form; every file is written from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from thenchot.doors.exchange.reports.sheet import FICTION, HANOI
from thenchot.ground.plain.text import Translate, mark
from thenchot.people.positions.reads.framework import Demanded
from thenchot.people.positions.reads.position import PositionPage
from thenchot.people.positions.rules.content import Description, items_of

TITLE = mark("BẢN MÔ TẢ VỊ TRÍ VIỆC LÀM")
NOT_SAID = mark("(chưa ghi)")


@dataclass(frozen=True, slots=True)
class Table:
    """Bảng của tờ — heads, widths in millimetres of an upright A4 page, rows."""

    heads: list[str]
    widths: list[int]
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """Mục của tờ — its numbered heading, lines of text, and a table where there is one."""

    heading: str
    lines: list[str] = field(default_factory=list)
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class PositionSheet:
    """Tờ bản mô tả — from top to bottom; `made_at` is in every file."""

    office: str
    title: str
    facts: Table
    parts: list[Part]
    notes: list[str]
    made_at: datetime


def sheet_of(
    page: PositionPage, on: date, translate: Translate, *, office: str, fictional: bool
) -> PositionSheet | None:
    """Tờ của một vị trí — what holds on the day, else the draft, which says that it is one."""
    shown = page.shown
    if shown is None:
        return None
    said = translate
    facts = [
        [said(mark("Tên vị trí việc làm")), shown.title],
        [said(mark("Mã vị trí việc làm")), shown.code],
        [said(mark("Đơn vị")), page.unit],
        [said(mark("Nhóm vị trí")), shown.content.kind.sentence(said)],
        [said(mark("Ngày bắt đầu hiệu lực")), _begins(page, said)],
    ]
    notes = [said(FICTION)] if fictional else []
    if not page.current:
        notes.insert(
            0, said(mark("Bản này không có hiệu lực vào ngày {day:%d/%m/%Y}.")).format(day=on)
        )
    return PositionSheet(
        office, said(TITLE), Table([], [55, 120], facts), _parts(shown.content, shown.demands, said),
        notes, datetime.combine(on, time(23, 59), HANOI),
    )  # fmt: skip


def _begins(page: PositionPage, said: Translate) -> str:
    if page.current is None:
        return said(mark("chưa phê duyệt")) if page.draft else said(NOT_SAID)
    return f"{page.current.days.start:%d/%m/%Y}, {page.current.basis}"


def _parts(content: Description, demands: Sequence[Demanded], said: Translate) -> list[Part]:
    duties = [
        [str(number), duty.area, duty.task, duty.criterion, duty.measure, f"{duty.weight}%"]
        for number, duty in enumerate(content.duties, start=1)
    ]
    heads = [
        said(head)
        for head in (
            mark("STT"), mark("Mảng việc"), mark("Công việc cụ thể"), mark("Tiêu chí đánh giá"),
            mark("Đơn vị tính"), mark("Trọng số"),
        )
    ]  # fmt: skip
    inside = [
        [said(mark("Chịu sự quản lý trực tiếp của")), _text(content.superior, said)],
        [said(mark("Quản lý trực tiếp")), _text(content.subordinates, said)],
        [said(mark("Phối hợp trong cơ quan")), _text(content.partners, said)],
        [said(mark("Quan hệ bên ngoài")), _text(content.outside, said)],
    ]
    return [
        Part(said(mark("1. Mục tiêu vị trí việc làm")), _lines(content.objectives, said)),
        Part(
            said(mark("2. Công việc và tiêu chí đánh giá hoàn thành")), [],
            Table(heads, [11, 32, 48, 42, 22, 20], duties),
        ),
        Part(said(mark("3. Các mối quan hệ trong công việc")), [], Table([], [55, 120], inside)),
        Part(said(mark("4. Quyền hạn")), _lines(content.authority, said)),
        Part(said(mark("5. Điều kiện làm việc")), _lines(content.conditions, said)),
        Part(
            said(mark("6. Yêu cầu về trình độ, kinh nghiệm, phẩm chất")), [],
            Table([], [55, 120], _requirements(content, said)),
        ),
        Part(said(mark("7. Yêu cầu về năng lực")), [], _competencies(demands, said)),
    ]  # fmt: skip


def _requirements(content: Description, said: Translate) -> list[list[str]]:
    degree = content.degree.sentence(said) if content.degree else said(NOT_SAID)
    theory = content.theory.sentence(said) if content.theory else said(NOT_SAID)
    party = mark("là đảng viên") if content.party_member else mark("không yêu cầu là đảng viên")
    return [
        [said(mark("Trình độ chuyên môn, từ")), "; ".join(filter(None, (degree, content.field)))],
        [said(mark("Lý luận chính trị, từ")), theory],
        [said(mark("Đảng viên")), said(party)],
        [said(mark("Yêu cầu kinh nghiệm")), _text(content.experience, said)],
        [said(mark("Yêu cầu phẩm chất")), _text(content.character, said)],
    ]


def _competencies(demands: Sequence[Demanded], said: Translate) -> Table:
    heads = [
        said(head) for head in (mark("Nhóm"), mark("Năng lực"), mark("Cấp độ"), mark("Chỉ báo"))
    ]
    rows = [
        [
            each.group.sentence(said) if each.group else "–",
            each.name,
            str(each.level),
            each.indicator,
        ]
        for each in demands
    ]
    return Table(heads, [38, 45, 17, 75], rows)


def _text(text: str, said: Translate) -> str:
    return text or said(NOT_SAID)


def _lines(text: str, said: Translate) -> list[str]:
    """One item a line, with a dash where there are several."""
    items = items_of(text)
    if len(items) > 1:
        return [f"- {item}" for item in items]
    return items or [said(NOT_SAID)]
