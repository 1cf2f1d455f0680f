"""Phép sau phát hành — a paper corrected, replaced or recalled; its paper leg, its post, its kept copy."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.words import Milestone, NumberState, RelationKind

LIFE = mark("Nghị định 30/2020/NĐ-CP, Điều 18: sửa đổi, thay thế, đính chính, thu hồi văn bản")
KEPT_RULE = mark("Nghị định 30/2020/NĐ-CP, Phụ lục IV: sổ sử dụng bản lưu")
POST_RULE = mark("Nghị định 30/2020/NĐ-CP, Phụ lục IV: sổ gửi văn bản đi bưu điện")
MOST_ENVELOPES = 10_000
STANDING_ON = {
    Milestone.SENT: (Milestone.PAPER_SENT,),
    Milestone.PAPER_TOO: (Milestone.PAPER_SENT,),
    Milestone.PAPER_SENT: (Milestone.PAPER_RECEIVED,),
    Milestone.PAPER_RECEIVED: (),
}


@dataclass(frozen=True, slots=True)
class Issued:
    """Văn bản đi — what is asked of it: its organ, kind, state, and the days of its number and issue."""

    organization: int
    kind: InstrumentKind | None
    state: NumberState
    given_on: date
    sent_on: date | None


def change_faults(kind: RelationKind, old: Issued, new: Issued, ended: date | None) -> list[Reason]:
    """Lỗi khi đính chính, thay thế, thu hồi — an issued paper, by another of the same organ, in its form.

    `ended`: since when another paper has ended it.
    """
    faults = []
    if old.state != NumberState.ISSUED or old.sent_on is None:
        text = mark("Văn bản chưa phát hành: sửa trước khi phát hành, hoặc hủy số.")
        faults.append(Reason(text, {}, LIFE, "number"))
    if new.state != NumberState.ISSUED:
        text = mark(
            "Văn bản mới phải có trong sổ văn bản đi, không phải số đã hủy, số ngoài hệ thống."
        )
        faults.append(Reason(text, {}, LIFE, "by_number"))
    elif new.sent_on is None:
        text = mark("Văn bản mới chưa phát hành; số của nó còn có thể hủy.")
        faults.append(Reason(text, {}, LIFE, "by_number"))
    if new.organization != old.organization:
        text = mark("Văn bản mới phải của chính cơ quan đã ban hành văn bản này.")
        faults.append(Reason(text, {}, LIFE, "by_number"))
    if ended and kind is not RelationKind.CORRECTS:
        text = mark("Văn bản này đã hết hiệu lực từ ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": ended}, LIFE, "number"))
    if kind is RelationKind.CORRECTS and new.kind != InstrumentKind.LETTER:
        text = mark("Đính chính bằng công văn.")
        faults.append(Reason(text, {}, LIFE, "by_number"))
    if kind is RelationKind.REPLACES and new.kind != old.kind:
        text = mark("Thay thế bằng văn bản cùng hình thức: {kind}.")
        faults.append(Reason(text, {"kind": old.kind or ""}, LIFE, "by_number"))
    return faults


def milestone_faults(
    milestone: Milestone, reached: Collection[Milestone], *, gone_on: bool
) -> list[Reason]:
    """Lỗi khi rút một mốc — one that was reached, and nothing after it stands on it.

    `gone_on`: the issued paper was passed on, posted, lent or changed.
    """
    if milestone not in reached:
        text = mark("Văn bản chưa có mốc «{milestone}».")
        return [Reason(text, {"milestone": milestone}, field="milestone")]
    faults = [
        Reason(mark("Rút mốc «{later}» trước."), {"later": later}, field="milestone")
        for later in STANDING_ON[milestone]
        if later in reached
    ]
    if milestone is Milestone.SENT and gone_on:
        text = mark(
            "Đã ghi chuyển nơi nhận, gửi bưu điện, sử dụng bản lưu hoặc thay đổi sau ngày phát hành này."
        )
        faults.append(Reason(text, field="milestone"))
    return faults


def leg_faults(day: date, since: date | None, today: date, field: str) -> list[Reason]:
    """Lỗi của ngày bản giấy, ngày gửi — from the step before it to today; None: that step is missing."""
    if since is None:
        return [
            Reason(
                mark("Bước trước chưa ghi: bản giấy chưa gửi, hoặc văn bản chưa phát hành."),
                field=field,
            )
        ]
    if since <= day <= today:
        return []
    text = mark("Ngày phải từ {day:%d/%m/%Y} đến hôm nay.")
    return [Reason(text, {"day": since}, field=field)]


@dataclass(frozen=True, slots=True)
class PostRow:
    """Dòng sổ gửi bưu điện — when, to whom, in how many envelopes."""

    posted_on: date
    recipients: str
    envelopes: int = 1
    note: str = ""


def post_faults(row: PostRow, sent_on: date | None, today: date) -> list[Reason]:
    """Lỗi của dòng gửi — every reason."""
    faults = leg_faults(row.posted_on, sent_on, today, "posted_on")
    if not row.recipients.strip():
        faults.append(Reason(mark("Thiếu nơi nhận."), {}, POST_RULE, "recipients"))
    if not 1 <= row.envelopes <= MOST_ENVELOPES:
        text = mark("Số lượng bì phải từ 1 đến {most}.")
        faults.append(Reason(text, {"most": MOST_ENVELOPES}, POST_RULE, "envelopes"))
    return faults


@dataclass(frozen=True, slots=True)
class LoanRow:
    """Dòng sổ sử dụng bản lưu — who used the kept copy of a paper, by whose leave."""

    used_on: date
    used_by: str
    allowed_by: str
    note: str = ""


def loan_faults(row: LoanRow, sent_on: date | None, today: date, *, out: bool) -> list[Reason]:
    """Lỗi khi cho sử dụng — `out`: the kept copy has not come back from another."""
    faults = leg_faults(row.used_on, sent_on, today, "used_on")
    if not row.used_by.strip():
        faults.append(Reason(mark("Thiếu người sử dụng."), {}, KEPT_RULE, "used_by"))
    if not row.allowed_by.strip():
        faults.append(Reason(mark("Thiếu người cho phép."), {}, KEPT_RULE, "allowed_by"))
    if out:
        faults.append(Reason(mark("Bản lưu đang có người sử dụng, chưa trả."), field="number"))
    return faults
