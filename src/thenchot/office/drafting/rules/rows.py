"""Dòng dự thảo — what is said of a paper being written, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Decider, Matter, Tier
from thenchot.office.drafting.words import Signing

SIGNING_RULE = mark("Hướng dẫn 36-HD/VPTW, điểm 1.7: thể thức đề ký")
LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Đầu đề dự thảo — its head, its foot, the leader's one page, and whose decision it is.

    `matter` and `tier` find the decider in the division of competence; `decider` says it where the
    division says nothing. None of the three: the head of the issuing organ decides.
    """

    kind: InstrumentKind
    abstract: str
    issuer: str
    position: str
    signer: str
    signing: Signing = Signing.HEAD
    authority: str = ""
    parent: str = ""
    place: str = ""
    addressee: str = ""
    recipients: str = ""
    due_on: date | None = None
    proposal: str = ""
    grounds: str = ""
    opinions_told: str = ""
    differences: str = ""
    matter: Matter | None = None
    tier: Tier | None = None
    decider: Decider | None = None


@dataclass(frozen=True, slots=True)
class SigningRow:
    """Việc ký — who signed, in which position, for whom, on which day."""

    signed_on: date
    position: str
    signer: str
    signing: Signing = Signing.HEAD
    authority: str = ""


def draft_faults(row: DraftRow) -> list[Reason]:
    """Lỗi của đầu đề — every part a paper of the Party bears has to be said."""
    faults = [
        Reason(text, field=name)
        for name, text in (
            ("abstract", mark("Thiếu trích yếu nội dung.")),
            ("issuer", mark("Thiếu tên cơ quan ban hành.")),
        )
        if not getattr(row, name).strip()
    ]
    faults += signer_faults(row)
    if (row.matter is None) != (row.tier is None):
        text = mark("Việc theo phân cấp và diện quản lý đi cùng nhau.")
        faults.append(Reason(text, field="matter" if row.matter is None else "tier"))
    return faults


def signer_faults(row: DraftRow | SigningRow) -> list[Reason]:
    """Lỗi của người ký — the position, the name, and for whom where it is not the head's own."""
    faults = [
        Reason(text, field=name)
        for name, text in (
            ("position", mark("Thiếu chức vụ người ký.")),
            ("signer", mark("Thiếu người ký.")),
        )
        if not getattr(row, name).strip()
    ]
    if (row.signing == Signing.HEAD) == bool(row.authority.strip()):
        text = mark("Ghi tên tập thể hoặc chức vụ sau T/M, K/T, T/L, TUQ, và chỉ khi có chúng.")
        faults.append(Reason(text, {}, SIGNING_RULE, "authority"))
    return faults


def signing_faults(row: SigningRow, agreed_on: date | None, today: date) -> list[Reason]:
    """Lỗi của việc ký — whose it is; not before the paper was agreed to, not ahead of today."""
    faults = signer_faults(row)
    if row.signed_on > today:
        text = mark("Ngày ký {day:%d/%m/%Y} còn ở phía trước.")
        faults.append(Reason(text, {"day": row.signed_on}, field="signed_on"))
    if agreed_on and row.signed_on < agreed_on:
        text = mark("Ngày ký phải từ {day:%d/%m/%Y}: ngày được đồng ý hoặc tập thể thông qua.")
        faults.append(Reason(text, {"day": agreed_on}, field="signed_on"))
    return faults


def said_day_faults(said_on: date, last_day: date | None, today: date) -> list[Reason]:
    """Lỗi của ngày cho ý kiến — from the day of the step before it to today."""
    if (last_day or said_on) <= said_on <= today:
        return []
    text = mark("Ngày cho ý kiến phải từ {day:%d/%m/%Y}, ngày của bước trước, đến hôm nay.")
    return [Reason(text, {"day": last_day or today}, field="said_on")]


def number_day_faults(given_on: date, signed_on: date | None, field: str) -> list[Reason]:
    """Số trước ngày ký — the day of a number is that of signing or one after it."""
    if signed_on is None or given_on >= signed_on:
        return []
    text = mark("Ngày của số phải từ ngày ký {day:%d/%m/%Y}.")
    return [Reason(text, {"day": signed_on}, field=field)]


def decider_faults(row: DraftRow, competent: Decider | None, paper: str) -> list[Reason]:
    """Cấp quyết định — told by the division of competence, or by the row where that says nothing."""
    if competent is None and row.matter and row.tier and row.decider is None:
        text = mark(
            "Chưa ghi phân cấp cho việc «{matter}», diện «{tier}»; ghi phân cấp trước, hoặc chọn cấp quyết định."
        )
        return [Reason(text, {"matter": row.matter, "tier": row.tier}, field="matter")]
    if competent and row.decider and row.decider is not competent:
        text = mark("Theo {paper}, việc này do {decider} quyết định.")
        return [Reason(text, {"paper": paper, "decider": competent}, field="decider")]
    return []


def list_faults(people: Sequence[int]) -> list[Reason]:
    """Danh sách người của hồ sơ trình — nobody twice."""
    if len(set(people)) == len(people):
        return []
    return [Reason(mark("Có người được ghi hai lần trong danh sách."), field="people")]


def version_faults(text: str, marks: list[str]) -> list[Reason]:
    """Lỗi của một bản — no text, too long, or a mark of secrecy on it."""
    if not text.strip():
        return [Reason(mark("Dự thảo chưa có nội dung."), field="whole_text")]
    faults = []
    if len(text) > LONGEST:
        said = mark("Nội dung dài quá {most} ký tự.")
        faults.append(Reason(said, {"most": LONGEST}, field="whole_text"))
    if marks:
        said = mark(
            "Trong nội dung có dòng ghi dấu độ mật. Văn bản mật không được soạn trên hệ thống này."
        )
        faults.append(Reason(said, field="whole_text"))
    return faults


def opinion_faults(
    said_by: str, said_on: date, opinion: str, *, agrees: bool, today: date
) -> list[Reason]:
    """Lỗi của một ý kiến — whose it is, not ahead of today, what differs where it does not agree."""
    faults = []
    if not said_by.strip():
        faults.append(Reason(mark("Thiếu nơi cho ý kiến."), field="said_by"))
    if said_on > today:
        text = mark("Ngày cho ý kiến {day:%d/%m/%Y} còn ở phía trước.")
        faults.append(Reason(text, {"day": said_on}, field="said_on"))
    if not agrees and not opinion.strip():
        faults.append(Reason(mark("Không nhất trí thì ghi nội dung khác."), field="opinion"))
    return faults
