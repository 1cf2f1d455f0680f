"""Dòng dự thảo — what is said of a paper being written, and what is wrong with it."""

from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.words import Signing

SIGNING_RULE = mark("Hướng dẫn 36-HD/VPTW, điểm 1.7: thể thức đề ký")
LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class DraftRow:
    """Đầu đề dự thảo — its head, its foot, the leader's one page."""

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


def draft_faults(row: DraftRow) -> list[Reason]:
    """Lỗi của đầu đề — every part a paper of the Party bears has to be said."""
    faults = [
        Reason(text, field=name)
        for name, text in (
            ("abstract", mark("Thiếu trích yếu nội dung.")),
            ("issuer", mark("Thiếu tên cơ quan ban hành.")),
            ("position", mark("Thiếu chức vụ người ký.")),
            ("signer", mark("Thiếu người ký.")),
        )
        if not getattr(row, name).strip()
    ]
    if (row.signing == Signing.HEAD) == bool(row.authority.strip()):
        text = mark("Ghi tên tập thể hoặc chức vụ sau T/M, K/T, T/L, và chỉ khi có chúng.")
        faults.append(Reason(text, {}, SIGNING_RULE, "authority"))
    return faults


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
