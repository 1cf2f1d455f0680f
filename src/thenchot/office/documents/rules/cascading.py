"""Phép giao cấp dưới ban hành — what may be asked, and where a unit stands on a day."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.words import Progress, Verdict

MOST_UNITS = 2_000


@dataclass(frozen=True, slots=True)
class CascadeRow:
    """Việc giao — a paper of this kind that implements the directive, by a day.

    `all_below`: of every unit directly below; else of the units named.
    """

    directive: int
    kind: InstrumentKind
    due_on: date
    all_below: bool = False


@dataclass(frozen=True, slots=True)
class UnitRow:
    """Đơn vị được giao."""

    unit: int


def progress(
    on: date, due_on: date, *, issued_on: date | None, has_earlier: bool, verdict: Verdict | None,
    stands: bool,
) -> Progress:  # fmt: skip
    """Đơn vị đang ở đâu — its own paper first, then what a person said of an earlier one, then the day."""
    if issued_on and issued_on <= on:
        return Progress.ISSUED if issued_on <= due_on else Progress.ISSUED_LATE
    if verdict is Verdict.ENOUGH:
        return Progress.ENOUGH
    if not stands:
        return Progress.GONE
    if has_earlier and verdict is None:
        return Progress.EARLIER
    return Progress.OVERDUE if on > due_on else Progress.OWING


def cascade_faults(due_on: date, given_on: date | None, units: list[int]) -> list[Reason]:
    """Lỗi của việc giao — some units, each once, a deadline not before the paper that asks."""
    faults = []
    if given_on and due_on < given_on:
        text = mark("Thời hạn {day:%d/%m/%Y} trước ngày văn bản giao.")
        faults.append(Reason(text, {"day": due_on}, field="due_on"))
    if not units:
        text = mark("Chưa có đơn vị nào: chọn từng đơn vị, hoặc mọi đơn vị trực thuộc.")
        faults.append(Reason(text, field="units"))
    if len(set(units)) < len(units):
        faults.append(Reason(mark("Có đơn vị được giao hai lần."), field="units"))
    if len(units) > MOST_UNITS:
        text = mark("Một lần giao nhiều nhất {most} đơn vị.")
        faults.append(Reason(text, {"most": MOST_UNITS}, field="units"))
    return faults


def earlier_faults(issued_on: date | None, directive_on: date | None, reason: str) -> list[Reason]:
    """Lỗi khi xác nhận văn bản có từ trước — older than the directive, said with a reason."""
    faults = []
    if not reason.strip():
        faults.append(Reason(mark("Phải nêu lý do của kết luận."), field="reason"))
    if issued_on is None:
        text = mark("Văn bản chưa ghi ngày ban hành nên chưa biết có trước hay không.")
        faults.append(Reason(text, field="paper"))
    if issued_on and directive_on and issued_on >= directive_on:
        text = mark(
            "Văn bản này không có trước văn bản chỉ đạo; hãy ghi quan hệ «Triển khai, thực hiện»."
        )
        faults.append(Reason(text, field="paper"))
    return faults
