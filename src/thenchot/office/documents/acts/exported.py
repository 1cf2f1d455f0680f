"""Nhập sổ của hệ thống khác — numbers, days and signers as that system gave them; none is given here."""

from collections.abc import Mapping, Sequence

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.papers import ground_faults, new_paper
from thenchot.ground.basis.acts.refusals import spoken
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.acts.stored import TAKEN, identity_of, take_over, typed_papers
from thenchot.office.documents.models import NumberSource, Outgoing, RegisterHeading
from thenchot.office.documents.reads.exported import compared
from thenchot.office.documents.rules.exported import ExportedLine, ExportedRow
from thenchot.office.documents.words import NumberState, RegisterColumn, Right, Source


@act(needs=Right.REGISTER, phrase=mark("Nhớ {n} tên cột của sổ xuất: {names}"))
def remember_register_headings(act: OpenAct, *, headings: Mapping[str, RegisterColumn]) -> None:
    """Nhớ tên cột của sổ xuất — in place of what was said of the same heading before."""
    if not headings or not all(headings):
        act.refuse(Reason(mark("Phải có tên cột."), field="columns"))
    said = {each.heading: each for each in RegisterHeading.objects.filter(heading__in=headings)}
    for heading, column in headings.items():
        known = said.get(heading) or RegisterHeading(heading=heading)
        known.column, known.entry = column.value, act.entry
        known.save()
    act.says(n=len(headings), names=", ".join(sorted(headings)))


@act(needs=Right.REGISTER, phrase=mark("Nhập {n} văn bản từ sổ của {system}"))
def enter_register(act: OpenAct, *, organization: int, rows: Sequence[ExportedRow]) -> None:
    """Nhập sổ văn bản đi — of an organ whose numbers another system gives; all lines, or none.

    A paper that stands here already, typed before, takes the line; one that has its line is left alone.
    One that only those who received it typed becomes the organ's, in the words of its register, where the organ
    bears its issuer already.
    """
    act.touches(organization)
    lines = [ExportedLine(number, row) for number, row in enumerate(rows, start=1)]
    found = compared(by=act.by, organization=organization, lines=lines, on=act.day)
    faults = [
        each for row, reasons in found.refused.items() for each in numbered(row, list(reasons))
    ]
    if not faults and not found.accepted:
        faults.append(Reason(mark("Không có văn bản nào mới trong sổ này."), field="rows"))
    act.refuse_if(faults)
    papers = [each.paper for each in found.accepted.values() if each.paper]
    held = Instrument.objects.in_bulk(papers)
    rows_of = {
        line: _paper_row(organization, each.row, held.get(each.paper or 0))
        for line, each in found.accepted.items()
    }
    typed = typed_papers(organization, list(rows_of.values()))
    for line, entry in found.accepted.items():
        first = typed.get(identity_of(rows_of[line]))
        paper = held.get(entry.paper or 0)
        if first:
            faults += numbered(line, ground_faults(first, "number_sign"))
        elif paper and paper.kept_by not in (None, organization):
            faults += numbered(line, [spoken("instrument_recorded_once")])
    act.refuse_if(faults)
    for line, entry in found.accepted.items():
        row, paper = entry.row, held.get(entry.paper or 0)
        first = typed.get(identity_of(rows_of[line]))
        Outgoing.objects.create(
            entry=act.entry, organization_id=organization, series=None, number=entry.number,
            state=NumberState.ISSUED, given_on=entry.issued_on,
            basis=first or (_signed(act, paper, row) if paper else _registered(act, rows_of[line])),
            recipients=tidy_name("; ".join(row.recipients.splitlines())), copies=row.copies, kept_at=tidy_name(row.kept_at),
            sent_on=row.sent_on, note=tidy_name(row.note),
        )  # fmt: skip
        if first:
            take_over(organization, first.pk, rows_of[line])
    sources = NumberSource.objects.filter(organization=organization, source=Source.OTHER)
    system = sources.order_by("-effective").values_list("system", flat=True).first()
    act.says(n=len(found.accepted), system=f"{system} ({TAKEN}: {len(typed)})" if typed else system)


def _paper_row(organization: int, row: ExportedRow, held: Instrument | None) -> PaperRow:
    """Văn bản của dòng — under the issuer it stands here by, where it was said to be one typed before."""
    return PaperRow(
        row.kind, row.number_sign, held.issuer if held else row.issuer, row.abstract, row.issued_on,
        row.signer, kept_by=organization,
    ).tidied()  # fmt: skip


def _registered(act: OpenAct, row: PaperRow) -> Instrument:
    paper = new_paper(row, act.entry)
    paper.save()
    return paper


def _signed(act: OpenAct, paper: Instrument, row: ExportedRow) -> Instrument:
    """Its signer and day where they were not typed: the other system says them."""
    if not paper.signer or paper.issued_on is None:
        paper.signer, paper.issued_on = paper.signer or tidy_name(row.signer), row.issued_on
        paper.entry = act.entry
        paper.save()
    return paper
