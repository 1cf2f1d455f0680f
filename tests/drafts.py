"""Dự thảo thử — a decision of the province, written by a unit below it, moved on through acts."""

from datetime import date

from actors import demo_actor
from world import TODAY, answer

from thenchot.ground.basis.words import InstrumentKind
from thenchot.office.drafting.acts.moving import (
    check_content,
    check_form,
    decide_draft,
    submit_draft,
)
from thenchot.office.drafting.acts.signing import record_signing
from thenchot.office.drafting.acts.submitting import add_submission_piece
from thenchot.office.drafting.acts.writing import begin_draft, record_draft_opinion
from thenchot.office.drafting.models import DraftPaper, SubmissionPiece
from thenchot.office.drafting.rules.pieces import PieceRow
from thenchot.office.drafting.rules.rows import DraftRow, SigningRow
from thenchot.office.drafting.words import PieceKind, Signing, Verb

ROW = DraftRow(
    InstrumentKind.DECISION, "về việc thành lập tổ giúp việc", "Ban Thường vụ", "Bí thư",
    "Nguyễn Văn Thử", Signing.ON_BEHALF, "Ban Thường vụ", parent="Đảng bộ tỉnh Thử", place="Thử",
    recipients="Như Điều 3; Lưu Văn phòng Tỉnh ủy", proposal="Đề nghị thành lập tổ giúp việc",
    grounds="Quy chế làm việc", due_on=date(2025, 6, 30),
)  # fmt: skip
TEXT = (
    "- Căn cứ Điều lệ Đảng;\n- Căn cứ quy chế làm việc của Tỉnh ủy,\nBAN THƯỜNG VỤ QUYẾT ĐỊNH\n"
    "Điều 1. Thành lập tổ giúp việc.\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\n"
    "Điều 3. Các cơ quan liên quan thi hành quyết định này."
)


OPINION = PieceRow(
    PieceKind.OPINION, "Ý kiến về tổ giúp việc", "Ủy ban Kiểm tra", date(2025, 6, 10),
    words="Nhất trí với dự thảo.",
)  # fmt: skip


def put_in(draft: int, row: PieceRow = OPINION) -> int:
    """A piece of its submission file; its number."""
    add_submission_piece(demo_actor(), TODAY, draft=draft, row=row)
    return SubmissionPiece.objects.filter(draft=draft).latest("pk").pk


def begun(unit: int, organization: int, row: DraftRow = ROW, text: str = TEXT) -> int:
    return answer(
        begin_draft(
            demo_actor(), TODAY, unit=unit, organization=organization, row=row, whole_text=text
        )
    )


def agreed(draft: int) -> None:
    """Both checks, submitted, agreed to."""
    by = demo_actor()
    check_content(by, TODAY, draft=draft, good=True)
    check_form(by, TODAY, draft=draft, good=True)
    submit_draft(by, TODAY, draft=draft)
    decide_draft(by, TODAY, draft=draft, verb=Verb.AGREE)


def sign(draft: int, signed_on: date = TODAY) -> None:
    """The office records that it was signed, as the draft says."""
    found = DraftPaper.objects.get(pk=draft)
    row = SigningRow(
        signed_on, found.position, found.signer, Signing.of(found.signing), found.authority
    )
    answer(record_signing(demo_actor(), TODAY, draft=draft, row=row))


def signed(draft: int) -> None:
    """Agreed to and signed: it waits for its number."""
    agreed(draft)
    sign(draft)


def one_of_each_draft(unit: int, organization: int) -> None:
    """A draft with an opinion, a piece of its submission file and steps, signed."""
    draft = begun(unit, organization)
    put_in(draft)
    record_draft_opinion(
        demo_actor(), TODAY, draft=draft, said_by="Ủy ban Kiểm tra", said_on=TODAY, agrees=True
    )
    signed(draft)
