"""Gắn tệp — the signed file comes to a paper of the organ, or the scan to one that came, after it was registered."""

from collections.abc import Sequence

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.basis.attached import PICTURED, kept_file
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.rules import file_faults
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.delivering import issued_paper
from thenchot.office.documents.acts.receiving import standing
from thenchot.office.documents.reads.incoming import may_attach
from thenchot.office.documents.words import Right

FILE = "file"


@act(needs=Right.REGISTER, phrase=mark("Gắn tệp đã ký vào {paper}"))
def attach_signed_file(act: OpenAct, *, number: int, file_sha256: str) -> int:
    """Gắn tệp đã ký — once, to a paper that has none; the file was judged and kept before the act.

    A table is none: what a signed paper lists stands on its pages.
    """
    found = issued_paper(act, number)
    assert found.basis
    act.touches_unit_or_office(found.basis.kept_by)
    _attach(act, found.basis.pk, file_sha256)
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Gắn tệp vào văn bản đến số {number}: {paper}"))
def attach_received_file(act: OpenAct, *, incoming: int, file_sha256: str) -> int:
    """Gắn tệp văn bản đến — the scan of a paper registered without one; every register that holds it shows it.

    The paper stays its keeper's: a register that only received it brings no file to it.
    """
    found = standing(act, incoming)
    act.says(paper=found.basis)
    faults = []
    if may_attach(act.by, found):
        act.touches_unit_or_office(found.basis.kept_by)
    else:
        text = mark("Văn bản này đứng trong sổ của cơ quan khác; tệp do cơ quan ấy gắn.")
        faults.append(Reason(text, field="incoming"))
    _attach(act, found.basis_id, file_sha256, faults)
    return found.pk


def _attach(act: OpenAct, of: int, file_sha256: str, noted: Sequence[Reason] = ()) -> None:
    """Gắn vào văn bản đang khóa — `noted` is told with what is wrong here."""
    paper = Instrument.objects.select_for_update(no_key=True).get(pk=of)
    faults = [*noted, *([spoken("instrument_keeps_its_file")] if paper.file_sha256 else [])]
    if not any(each.field == FILE for each in act.noted):  # else it could not be read
        faults += signed_file_faults(file_sha256)
    act.refuse_if(faults)
    act.instrument = paper
    paper.file_sha256, paper.entry = file_sha256, act.entry
    paper.save()


def signed_file_faults(file_sha256: str) -> list[Reason]:
    """Chưa có tệp đã ký — none chosen, none kept under this mark, or one that shows no pages."""
    if not file_sha256:
        return [Reason(mark("Hãy chọn tệp đã ký."), field=FILE)]
    held = None if file_faults(file_sha256) else kept_file(file_sha256)
    if held is None:
        return [Reason(mark("Tệp này chưa được nhận; hãy chọn lại."), field=FILE)]
    if held[1] not in PICTURED:
        return [Reason(mark("Tệp đã ký phải là PDF, hoặc ảnh PNG, JPG của bản đã ký."), field=FILE)]
    return []
