"""Gắn tệp — the signed file comes to a paper of the organ, or the scan to one that came, after it was registered."""

from collections.abc import Sequence

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.basis.attached import NO_PAGES, PICTURED, kept_file
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.rules import file_faults
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.acts.delivering import issued_paper
from thenchot.office.documents.acts.receiving import standing
from thenchot.office.documents.models import Outgoing
from thenchot.office.documents.reads.incoming import may_attach
from thenchot.office.documents.reads.matching import (
    KEPT_ELSEWHERE,
    Matched,
    SignedFile,
    matched_files,
    may_bring,
)
from thenchot.office.documents.words import FileVerdict, NumberState, Right

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
        faults.append(Reason(KEPT_ELSEWHERE, field="incoming"))
    _attach(act, found.basis_id, file_sha256, faults)
    return found.pk


@act(needs=Right.REGISTER, phrase=mark("Gắn tệp đã ký vào {n} văn bản đi"))
def attach_signed_files(act: OpenAct, *, organization: int, files: Sequence[SignedFile]) -> None:
    """Gắn nhiều tệp đã ký — to papers of the organ's register, all or none; a file for which no line was
    said goes where its name and first page say, and is refused where they leave a doubt."""
    act.touches(organization)
    if not files:
        act.refuse(Reason(mark("Chưa chọn tệp nào để gắn."), field="files"))
    found = matched_files(by=act.by, organization=organization, files=files)
    lines = [each.number or _line_of(match) for each, match in zip(files, found, strict=True)]
    held = _papers_of(organization, lines)
    faults = []
    for place, (file, line, match) in enumerate(zip(files, lines, found, strict=True), start=1):
        wrong = _bringing_faults(act, held.get(line)) if line else [_doubt(match)]
        if line and line in lines[: place - 1]:
            wrong.append(Reason(mark("Văn bản này nhận hai tệp."), field="number"))
        faults += numbered(place, [*wrong, *signed_file_faults(file.file_sha256)])
    unread = {each.field for each in act.noted}  # of these the form has said why
    act.refuse_if([each for each in faults if each.field not in unread])
    for file, line in zip(files, lines, strict=True):
        paper = held[line]
        paper.file_sha256, paper.entry = file.file_sha256, act.entry
        paper.save()
    act.says(n=len(files))


def _line_of(match: Matched) -> int:
    return match.line.id if match.line and match.verdict is FileVerdict.MATCHED else 0


def _doubt(match: Matched) -> Reason:
    """Không tự ghép được — in the words of the table that shows it."""
    why = match.why or Reason(match.verdict.label)
    return Reason(why.text, why.values, field=FILE)


def _papers_of(organization: int, lines: Sequence[int]) -> dict[int, Instrument]:
    """Văn bản của các dòng — locked in one order, by line."""
    issued = Outgoing.objects.filter(
        organization=organization, state=NumberState.ISSUED, pk__in=lines, basis__isnull=False
    )
    of = dict(issued.values_list("pk", "basis"))
    papers = Instrument.objects.select_for_update(no_key=True).filter(pk__in=of.values())
    held = {each.pk: each for each in papers.order_by("pk")}
    return {line: held[paper] for line, paper in of.items() if paper in held}


def _bringing_faults(act: OpenAct, paper: Instrument | None) -> list[Reason]:
    if paper is None:
        return [
            Reason(mark("Không có văn bản này trong sổ văn bản đi của cơ quan."), field="number")
        ]
    if not may_bring(act.by, paper.kept_by):
        return [Reason(KEPT_ELSEWHERE, field="number")]
    act.touches_unit_or_office(paper.kept_by)
    return [spoken("instrument_keeps_its_file")] if paper.file_sha256 else []


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
        return [Reason(NO_PAGES, field=FILE)]
    return []
