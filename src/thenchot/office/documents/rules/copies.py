"""Phép sao văn bản — what each kind of copy must say, every reason at once."""

from dataclasses import dataclass

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.rules.numbering import COPY_LETTERS, COPY_RULE, MOST_COPIES
from thenchot.office.documents.words import CopyKind


@dataclass(frozen=True, slots=True)
class CopyRow:
    """Bản sao — its kind, who signed it, to whom it goes.

    `copied_from`: the sao y a sao lục was made from; `extract`: the part a trích sao gives.
    """

    kind: CopyKind
    signer: str
    copied_from: str = ""
    extract: str = ""
    recipients: str = ""
    copies: int = 1
    note: str = ""


def copy_faults(row: CopyRow, letters: str) -> list[Reason]:
    """Lỗi của bản sao — signed, in at least one copy, numbered among its kind, saying what it is made of."""
    faults = []
    if not row.signer.strip():
        faults.append(Reason(mark("Thiếu người ký bản sao."), field="signer"))
    if not 1 <= row.copies <= MOST_COPIES:
        text = mark("Số bản sao phải từ 1 đến {most}.")
        faults.append(Reason(text, {"most": MOST_COPIES}, field="copies"))
    if row.kind not in COPY_LETTERS.get(letters, tuple(CopyKind)):
        text = mark("Dãy số {letters} không dùng cho hình thức «{kind}».")
        faults.append(Reason(text, {"letters": letters, "kind": row.kind}, COPY_RULE, "kind"))
    for kind, field, said, missing, needless in (
        (
            CopyKind.OF_COPY, "copied_from", row.copied_from,
            mark("Sao lục phải ghi số, ký hiệu bản sao y đã dùng để sao."),
            mark("Chỉ sao lục mới ghi bản sao y đã dùng."),
        ),
        (
            CopyKind.EXTRACT, "extract", row.extract,
            mark("Trích sao phải ghi phần được trích."), mark("Chỉ trích sao mới ghi phần được trích."),
        ),
    ):  # fmt: skip
        if (row.kind == kind) != bool(said.strip()):
            text = missing if row.kind == kind else needless
            faults.append(Reason(text, {}, COPY_RULE, field))
    return faults
