"""Sao văn bản — copies certified with numbers of their own, or cancelled with a reason."""

from datetime import date

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.reads.instruments import papers_seen
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.numbering import given_faults, locked_series, next_number
from thenchot.office.documents.models import Copy
from thenchot.office.documents.rules.copies import CopyRow, copy_faults
from thenchot.office.documents.rules.numbering import sign_of
from thenchot.office.documents.words import Family, Right


@act(needs=Right.REGISTER, phrase=mark("Ghi bản sao số {sign} của {paper}"))
def certify_copy(act: OpenAct, *, series: int, paper: int, row: CopyRow, given_on: date) -> int:
    """Ghi bản sao — the next number of a series of copies, for a paper of the register."""
    found = locked_series(act, series)
    faults = [*given_faults(act, found, given_on, of_copies=True), *copy_faults(row, found.letters)]
    copied = papers_seen(by=act.by, papers=[paper]).get(paper)
    if copied is None:
        faults.append(Reason(mark("Không có văn bản này trong sổ."), field="paper"))
    elif copied.issued_on and copied.issued_on > given_on:
        text = mark("Văn bản ban hành ngày {day:%d/%m/%Y}, không thể sao trước ngày ấy.")
        faults.append(Reason(text, {"day": copied.issued_on}, field="given_on"))
    act.refuse_if(faults)
    made = Copy.objects.create(
        entry=act.entry, organization_id=found.organization_id, series=found,
        number=next_number(act, found), basis_id=paper, kind=row.kind,
        copied_from=tidy_name(row.copied_from), extract=tidy_name(row.extract), given_on=given_on,
        signer=tidy_name(row.signer), recipients=tidy_name(row.recipients), copies=row.copies,
        note=tidy_name(row.note),
    )  # fmt: skip
    sign = sign_of(made.number, found.letters, found.organ_code, Family.of(found.form))
    act.says(sign=sign, paper=made.basis)
    return made.pk


@act(needs=Right.REGISTER, phrase=mark("Hủy bản sao số {number} của dãy {series}"))
def cancel_copy(act: OpenAct, *, copied: int, reason: str) -> int:
    """Hủy bản sao — with its reason; the number is never given again, the line stays."""
    found = Copy.objects.select_for_update(no_key=True, of=("self",)).filter(pk=copied).first()
    if found is None:
        act.refuse(Reason(mark("Không có bản sao này."), field="copied"))
    act.touches(found.organization_id)
    reason = tidy_name(reason)
    faults = [] if reason else [Reason(mark("Phải nêu lý do hủy."), field="reason")]
    if found.cancelled:
        faults.append(Reason(mark("Bản sao này đã hủy."), field="copied"))
    act.refuse_if(faults)
    found.cancelled, found.entry = reason, act.entry
    found.save()
    act.says(number=f"{found.number:02d}", series=found.series)
    return found.pk
