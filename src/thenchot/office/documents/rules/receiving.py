"""Phép vào sổ văn bản đến — what a line of the register says, every reason at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.working_days import Exchanged, add_working_days
from thenchot.office.documents.words import Channel, CheckResult, Part, Urgency

_STATE_RULE = mark("Nghị định 30/2020/NĐ-CP, Điều 22: đăng ký trong ngày đến")
_CHECK_RULE = mark("Nghị định 30/2020/NĐ-CP, Điều 21: kiểm tra văn bản đến khi tiếp nhận")
_DIRECTION = mark("Nghị định 30/2020/NĐ-CP, Điều 23: ý kiến ghi rõ chủ trì, phối hợp, thời hạn")
MOST_DAYS = 250  # of work in a year


@dataclass(frozen=True, slots=True)
class WithinDays:
    """Trong N ngày làm việc — a deadline told by how many days of work it leaves."""

    days: int


Deadline = date | WithinDays | None


@dataclass(frozen=True, slots=True)
class Due:
    """Thời hạn — the day, and how many days of work it was told by."""

    on: date | None = None
    days: int | None = None


def due_from(start: date, told: Deadline, exchanged: Exchanged) -> Due:
    """Tính thời hạn — of N days of work, the N-th after `start`; a day as it is."""
    if isinstance(told, WithinDays):
        return Due(add_working_days(start, told.days, exchanged), told.days)
    return Due(told)


def _days_faults(told: Deadline) -> list[Reason]:
    if isinstance(told, WithinDays) and not 1 <= told.days <= MOST_DAYS:
        text = mark("Số ngày làm việc phải từ 1 đến {most}.")
        return [Reason(text, {"most": MOST_DAYS}, field="due_on")]
    return []


@dataclass(frozen=True, slots=True)
class Arrival:
    """Lần đến — when and how a paper came, what it asks, what was found when it was checked."""

    arrived_on: date
    channel: Channel = Channel.PAPER
    urgency: Urgency = Urgency.NORMAL
    arrived_at: time | None = None
    due_on: Deadline = None
    paper_also_required: bool = False
    note: str = ""
    checked: Sequence[CheckResult] = ()


def arrival_faults(arrival: Arrival, issued_on: date | None, today: date) -> list[Reason]:
    """Lỗi của dòng vào sổ — days in their order; the hour where the paper is very urgent."""
    faults = []
    if arrival.arrived_on > today:
        text = mark("Ngày đến {day:%d/%m/%Y} còn ở phía trước.")
        faults.append(Reason(text, {"day": arrival.arrived_on}, field="arrived_on"))
    if issued_on and issued_on > arrival.arrived_on:
        text = mark("Văn bản ký ngày {day:%d/%m/%Y} không thể đến trước ngày ấy.")
        faults.append(Reason(text, {"day": issued_on}, field="arrived_on"))
    faults += _days_faults(arrival.due_on)
    if isinstance(arrival.due_on, date) and arrival.due_on < arrival.arrived_on:
        text = mark("Hạn trả lời {day:%d/%m/%Y} trước ngày đến.")
        faults.append(Reason(text, {"day": arrival.due_on}, field="due_on"))
    if arrival.arrived_at is None and arrival.urgency in (Urgency.VERY_URGENT, Urgency.EXPRESS):
        text = mark("Văn bản {urgency} phải ghi giờ đến.")
        faults.append(Reason(text, {"urgency": arrival.urgency}, _STATE_RULE, "arrived_at"))
    if CheckResult.WHOLE in arrival.checked and set(arrival.checked) != {CheckResult.WHOLE}:
        text = mark("Đã ghi «{whole}» thì không ghi thêm lỗi khi kiểm tra.")
        faults.append(Reason(text, {"whole": CheckResult.WHOLE}, _CHECK_RULE, "checked"))
    return faults


def checked_words(checked: Sequence[CheckResult]) -> list[str] | None:
    """Kết quả kiểm tra để giữ — each once, in the order of the list; None where nothing was said."""
    return [each.value for each in CheckResult if each in checked] or None


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """Dòng của lượt vào sổ — a paper and how it came; with a `result` it is finished at once."""

    paper: PaperRow
    arrival: Arrival
    result: str = ""


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """Phân công — to one unit or one person, with its part and deadline."""

    part: Part
    unit: int | None = None
    person: int | None = None
    due_on: Deadline = None


@dataclass(frozen=True, slots=True)
class DirectionRow:
    """Bút phê — who said what on which day, and whom it asks."""

    said_by: str
    said_on: date
    opinion: str
    assigned: tuple[AssignmentRow, ...] = field(default=())


def direction_faults(row: DirectionRow, arrived_on: date, today: date) -> list[Reason]:
    """Lỗi của bút phê — one lead at most, each asked once, deadlines not before the day it is said."""
    faults = []
    if not row.said_by.strip():
        faults.append(Reason(mark("Thiếu người cho ý kiến."), field="said_by"))
    if not row.opinion.strip():
        faults.append(Reason(mark("Thiếu nội dung ý kiến."), field="opinion"))
    if not arrived_on <= row.said_on <= today:
        text = mark("Ngày cho ý kiến phải từ ngày đến {day:%d/%m/%Y} đến hôm nay.")
        faults.append(Reason(text, {"day": arrived_on}, field="said_on"))
    leads = [each for each in row.assigned if each.part == Part.LEAD]
    if row.assigned and len(leads) != 1:
        text = mark("Phân công phải có đúng một nơi chủ trì; ở đây có {n}.")
        faults.append(Reason(text, {"n": len(leads)}, _DIRECTION, "assigned"))
    whom = [(each.unit, each.person) for each in row.assigned]
    if len(set(whom)) < len(whom):
        faults.append(
            Reason(mark("Có nơi được phân công hai lần trong một ý kiến."), field="assigned")
        )
    for number, each in enumerate(row.assigned, start=1):
        faults += [_of_row(number, fault) for fault in _assignment_faults(each, row.said_on)]
    return faults


def _assignment_faults(row: AssignmentRow, said_on: date) -> list[Reason]:
    if (row.unit is None) == (row.person is None):
        return [Reason(mark("Chọn một đơn vị hoặc một người."), field="assigned")]
    if row.due_on is None:
        return []
    if row.part == Part.KNOW:
        return [Reason(mark("Để biết thì không có thời hạn."), {}, _DIRECTION, "due_on")]
    if isinstance(row.due_on, WithinDays):
        return _days_faults(row.due_on)
    if row.due_on < said_on:
        text = mark("Thời hạn {day:%d/%m/%Y} trước ngày cho ý kiến.")
        return [Reason(text, {"day": row.due_on}, _DIRECTION, "due_on")]
    return []


def _of_row(number: int, fault: Reason) -> Reason:
    return Reason(fault.text, fault.values, fault.clause, f"{number}.{fault.field}")


def finish_faults(
    finished_on: date, result: str, *, replied: bool, arrived_on: date, today: date
) -> list[Reason]:
    """Lỗi khi kết thúc — its day, and a word of what came of it or the paper that answered."""
    faults = []
    if not arrived_on <= finished_on <= today:
        text = mark("Ngày giải quyết xong phải từ ngày đến {day:%d/%m/%Y} đến hôm nay.")
        faults.append(Reason(text, {"day": arrived_on}, field="finished_on"))
    if not result.strip() and not replied:
        text = mark("Ghi kết quả, hoặc chọn văn bản trả lời.")
        faults.append(Reason(text, field="result"))
    return faults
