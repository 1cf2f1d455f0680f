"""Gắn tệp đã ký — the signed file comes to a paper of the organ after its number was given."""

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.basis.attached import PICTURED, kept_file
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.rules import file_faults
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.delivering import issued_paper
from thenchot.office.documents.words import Right

FILE = "file"


@act(needs=Right.REGISTER, phrase=mark("Gắn tệp đã ký vào {paper}"))
def attach_signed_file(act: OpenAct, *, number: int, file_sha256: str) -> int:
    """Gắn tệp đã ký — once, to a paper that has none; the file was judged and kept before the act.

    A table is none: what a signed paper lists stands on its pages.
    """
    found = issued_paper(act, number)
    assert found.basis
    paper = Instrument.objects.select_for_update(no_key=True).get(pk=found.basis.pk)
    act.touches_unit_or_office(paper.kept_by)
    faults = [spoken("instrument_keeps_its_file")] if paper.file_sha256 else []
    if not any(each.field == FILE for each in act.noted):  # else it could not be read
        faults += signed_file_faults(file_sha256)
    act.refuse_if(faults)
    act.instrument = paper
    paper.file_sha256, paper.entry = file_sha256, act.entry
    paper.save()
    return found.pk


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
