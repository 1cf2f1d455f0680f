"""Phép ủy quyền khi vắng — days in their order, to another, no chain, no overlap; every reason at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_IN_WRITING = mark("Nghị định 30/2020/NĐ-CP, Điều 13: ủy quyền có thời hạn, không ủy quyền lại")
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Lent:
    """Một ủy quyền đã ghi — of whom, to whom, on which days, in the same organ."""

    giver: int
    delegate: int
    days: DayRange


def delegation_faults(
    giver: int | None, delegate: int, from_day: date, last_day: date, today: date,
    held: Iterable[Lent],
) -> list[Reason]:  # fmt: skip
    """Lỗi của ủy quyền — `held` are those recorded in the organ."""
    faults = []
    if giver is None:
        text = mark(
            "Tài khoản này chưa gắn với người trong sổ; chỉ người vắng tự ghi ủy quyền của mình."
        )
        faults.append(Reason(text))
    if giver == delegate:
        faults.append(Reason(mark("Không ủy quyền cho chính mình."), field="delegate"))
    if from_day < today:
        text = mark("Ủy quyền không có từ trước hôm nay.")
        faults.append(Reason(text, field="from_day"))
    if not 0 <= (last_day - from_day).days < MOST_DAYS:
        text = mark("Ngày cuối phải từ ngày đầu, và trong vòng một năm.")
        return [*faults, Reason(text, {}, _IN_WRITING, "last_day")]
    days = DayRange(from_day, date.fromordinal(last_day.toordinal() + 1))
    for each in held:
        if not each.days.overlaps(days):
            continue
        if each.giver == giver:
            text = mark("Đồng chí đã ủy quyền cho người khác {days}.")
            faults.append(Reason(text, {"days": each.days}, field="from_day"))
        elif giver == each.delegate:
            text = mark("Đồng chí đang được ủy quyền {days}; không ủy quyền lại.")
            faults.append(Reason(text, {"days": each.days}, _IN_WRITING, "from_day"))
        elif each.giver == delegate:
            text = mark("Người được ủy quyền vắng {days}, đã ủy quyền cho người khác.")
            faults.append(Reason(text, {"days": each.days}, _IN_WRITING, "delegate"))
    return faults


def in_place_faults(
    person: int | None,
    delegate: int,
    days: DayRange,
    today: date,
    *,
    giver_directs: bool,
    ended: bool,
) -> list[Reason]:
    """Lỗi khi làm thay — by the delegate only, within its days only, while the giver has the right."""
    faults = []
    if person != delegate:
        faults.append(Reason(mark("Ủy quyền này không phải cho đồng chí."), field="delegation"))
    if not days.holds_on(today):
        text = mark("Ủy quyền chỉ có hiệu lực {days}.")
        faults.append(Reason(text, {"days": days}, _IN_WRITING, "delegation"))
    elif ended:
        faults.append(Reason(mark("Ủy quyền này đã kết thúc sớm."), field="delegation"))
    if not giver_directs:
        text = mark("Người ủy quyền không còn quyền cho ý kiến ở cơ quan này.")
        faults.append(Reason(text, field="delegation"))
    return faults
