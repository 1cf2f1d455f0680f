"""Văn bản ghi kèm — a paper registered by the act that rests on it."""

from datetime import date
from uuid import UUID

from thenchot.ground.basis import rules
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.plain.names import spelling_key
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark


def paper_faults(row: PaperRow, today: date, *, typed: bool = False) -> list[Reason]:
    """Lỗi của văn bản — it has its day, is issued, and does not stand in the register already, unless it was
    `typed` by others before its own organ numbers it."""
    tidy = row.tidied()
    faults = rules.decision_faults(tidy.number_sign, tidy.issuer, tidy.abstract, tidy.issued_on)
    faults += rules.file_faults(tidy.file_sha256)
    if tidy.issued_on:
        faults += rules.unpublished_faults(
            tidy.kind, tidy.issued_on.year, tidy.issued_on, today, switched_on=False
        )
    if tidy.issued_on and not typed:
        year = tidy.issued_on.year
        faults += recorded_faults(tidy.number_sign, tidy.issuer, year, tidy.issued_on)
    return faults


def recorded_faults(
    number_sign: str, issuer: str, issued_year: int, issued_on: date | None
) -> list[Reason]:
    """Đã có trong sổ — a paper of this number and day, its issuer in whichever spelling."""
    same = Instrument.objects.filter(
        number_sign=number_sign, issued_year=issued_year, issued_on=issued_on
    )
    issuers = map(spelling_key, same.values_list("issuer", flat=True))
    return [spoken("instrument_recorded_once")] if spelling_key(issuer) in issuers else []


def ground_faults(paper: Instrument, field: str) -> list[Reason]:
    """Không còn làm căn cứ — a paper annulled or repealed carries nothing new."""
    if paper.annulled_by_id:
        text = mark("{paper} đã bị hủy bỏ, không thể làm căn cứ.")
        return [Reason(text, {"paper": paper}, clause=_BASIS, field=field)]
    if paper.repealed_by_id:
        text = mark("{paper} đã bị bãi bỏ từ {day:%d/%m/%Y}, không thể làm căn cứ mới.")
        return [Reason(text, {"paper": paper, "day": paper.repealed_from}, _BASIS, field)]
    return []


_BASIS = mark("Nguyên tắc sổ gốc: mỗi sự kiện có văn bản căn cứ còn giá trị")


def new_paper(row: PaperRow, entry: UUID) -> Instrument:
    """Văn bản mới — not written yet."""
    tidy = row.tidied()
    return Instrument(
        entry=entry,
        kind=tidy.kind,
        number_sign=tidy.number_sign,
        issuer=tidy.issuer,
        abstract=tidy.abstract,
        signer=tidy.signer,
        issued_year=tidy.issued_on.year if tidy.issued_on else 0,
        issued_on=tidy.issued_on,
        file_sha256=tidy.file_sha256,
        kept_by=tidy.kept_by,
    )
