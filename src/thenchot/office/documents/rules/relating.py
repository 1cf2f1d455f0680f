"""Phép ghi quan hệ giữa văn bản — what goes with what, every reason at once; what is in force on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.words import CHANGING, DATED, ENDING, IN_PART, Force, RelationKind

_LIFE = mark("Nghị định 30/2020/NĐ-CP, Điều 18: sửa đổi, thay thế, đính chính, thu hồi văn bản")


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Một quan hệ — with a paper of the register (`to`), or with one only cited.

    `own`: the paper is the organ's own, not one it has received.
    """

    kind: RelationKind
    to: int | None = None
    cited: str = ""
    part: str = ""
    from_day: date | None = None
    own: bool = False


def relation_faults(
    row: RelationRow, issued_on: date | None, to_issued_on: date | None
) -> list[Reason]:
    """Lỗi của quan hệ — one other paper, not a later one; a day and articles only where they say something."""
    faults = []
    if (row.to is None) == (not row.cited.strip()):
        text = mark("Chọn một văn bản trong sổ, hoặc ghi lời dẫn của văn bản chưa có trong sổ.")
        faults.append(Reason(text, field="to"))
    if issued_on and to_issued_on and to_issued_on > issued_on:
        text = mark("Văn bản kia ký ngày {day:%d/%m/%Y}, sau văn bản này.")
        faults.append(Reason(text, {"day": to_issued_on}, field="to"))
    if row.kind in DATED and row.from_day is None:
        text = mark("Ghi ngày từ đó văn bản kia thay đổi hoặc hết hiệu lực.")
        faults.append(Reason(text, {}, _LIFE, "from_day"))
    if row.kind not in DATED and row.from_day:
        text = mark("Quan hệ «{kind}» không có ngày hiệu lực riêng.")
        faults.append(Reason(text, {"kind": row.kind}, field="from_day"))
    if row.from_day and issued_on and row.from_day < issued_on:
        text = mark("Ngày hiệu lực {day:%d/%m/%Y} trước ngày ký văn bản này.")
        faults.append(Reason(text, {"day": row.from_day}, _LIFE, "from_day"))
    if row.part.strip() and row.kind not in IN_PART:
        text = mark("Quan hệ «{kind}» là với cả văn bản, không theo điều, khoản.")
        faults.append(Reason(text, {"kind": row.kind}, field="part"))
    return faults


@dataclass(frozen=True, slots=True)
class Change:
    """Một tác động — of a paper that stands, from a day, on some articles or the whole (`part` "")."""

    kind: RelationKind
    from_day: date
    part: str = ""


def force_on(
    on: date, begins: date, changes: Sequence[Change], ends: Sequence[date] = (), *, annulled: bool = False
) -> Force:  # fmt: skip
    """Hiệu lực vào ngày — `ends`: days on which it ends for another reason, such as the paper it came with.

    What was annulled never held; what ended does not come back when the paper that ended it ends.
    """
    if annulled:
        return Force.ANNULLED
    if on < begins:
        return Force.NOT_YET
    told = [each for each in changes if each.from_day <= on]
    if any(day <= on for day in ends) or any(
        each.kind in ENDING and not each.part for each in told
    ):
        return Force.ENDED
    if any(each.kind in ENDING for each in told):
        return Force.PARTLY
    return Force.CHANGED if any(each.kind in CHANGING for each in told) else Force.IN_FORCE
