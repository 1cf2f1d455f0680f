"""Hồ sơ trình — a piece put in, taken out again with the reason; a file removed in an emergency."""

from dataclasses import replace

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.removing import forget_file
from thenchot.ground.basis.attached import kept_file
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.withheld import may_stand_in_lists
from thenchot.ground.basis.rules import file_faults
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.names import tidy_lines, tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.acts.writing import held
from thenchot.office.drafting.models import DraftPaper, SubmissionPiece
from thenchot.office.drafting.rules.pieces import PieceRow, piece_faults, undecided_faults
from thenchot.office.drafting.words import Right, State

FILE = "file"


@act(needs=Right.WRITE, phrase=mark("Đưa «{title}» vào hồ sơ trình: {draft}"))
def add_submission_piece(act: OpenAct, *, draft: int, row: PieceRow) -> int:
    """Đưa tài liệu vào hồ sơ trình — until it is decided; the file was judged and kept before the act."""
    found = held(act, draft, issuing=False)
    marks = secrecy_marks(f"{row.title}\n{row.words}", "")
    row = replace(
        row, title=tidy_name(row.title), issuer=tidy_name(row.issuer), words=tidy_lines(row.words)
    )
    unread = any(each.field == FILE for each in act.noted)
    brings_file = unread or bool(row.file_sha256)
    faults = [
        *undecided_faults(State.of(found.state)),
        *piece_faults(row, act.day, marks, brings_file=brings_file),
    ]
    if row.file_sha256 and (file_faults(row.file_sha256) or kept_file(row.file_sha256) is None):
        text = mark("Tệp này chưa được nhận; hãy chọn lại.")
        faults.append(Reason(text, field=FILE))
    if row.instrument is not None and not _seen(act, row.instrument):
        faults.append(Reason(mark("Không có văn bản này trong sổ."), field="instrument"))
    act.refuse_if(faults)
    SubmissionPiece.objects.create(
        entry=act.entry, draft=found, unit_id=found.unit_id, kind=row.kind, title=row.title,
        issuer=row.issuer, dated_on=row.dated_on, paper_id=row.instrument,
        file_sha256=row.file_sha256, words=row.words,
    )  # fmt: skip
    act.says(title=row.title, draft=found)
    return found.pk


@act(needs=Right.WRITE, phrase=mark("Rút «{title}» khỏi hồ sơ trình: {draft}"))
def take_out_submission_piece(act: OpenAct, *, piece: int, reason: str) -> int:
    """Rút tài liệu — until the draft is decided; it stands below the contents with the reason."""
    found, draft = _held(act, piece)
    reason, faults = tidy_name(reason), undecided_faults(State.of(draft.state))
    if found.taken_out_on:
        faults.append(Reason(mark("Tài liệu này đã rút khỏi hồ sơ trình."), field="piece"))
    if not reason:
        faults.append(Reason(mark("Phải nêu lý do rút."), field="reason"))
    act.refuse_if(faults)
    found.taken_out_on, found.reason, found.entry = act.day, reason, act.entry
    found.save()
    act.says(title=found.title, draft=draft)
    return draft.pk


@act(needs=BasisRight.REGISTER_INSTRUMENT, phrase=mark("Gỡ khẩn cấp một tệp"))
def remove_submission_file(act: OpenAct, *, piece: int) -> int:
    """Gỡ khẩn cấp — the file of a piece is deleted for good, as one of a paper; the line says nothing of it."""
    act.touches_office()
    found = SubmissionPiece.objects.filter(pk=piece).first()
    if found is None:
        act.refuse(Reason(NO_PIECE, field="piece"))
    digest = found.file_sha256
    act.refuse_if([] if digest else [Reason(mark("Tài liệu này không có tệp."), field="piece")])
    forget_file(act, digest)
    return found.draft_id


def _held(act: OpenAct, piece: int) -> tuple[SubmissionPiece, DraftPaper]:
    """The piece and its draft, locked in the order every act locks them."""
    draft = SubmissionPiece.objects.filter(pk=piece).values_list("draft", flat=True).first()
    if draft is None:
        act.refuse(Reason(NO_PIECE, field="piece"))
    above = held(act, draft, issuing=False)
    rows = SubmissionPiece.objects.select_for_update(no_key=True, of=("self",))
    return rows.get(pk=piece), above


def _seen(act: OpenAct, instrument: int) -> bool:
    seen = Instrument.objects.visible_to(act.by).filter(may_stand_in_lists(act.by))
    return seen.filter(pk=instrument).exists()


NO_PIECE = mark("Không có tài liệu này trong hồ sơ trình.")
