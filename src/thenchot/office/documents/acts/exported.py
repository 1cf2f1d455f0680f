"""Nhập sổ của hệ thống khác — numbers, days and signers as that system gave them; none is given here."""

from collections.abc import Mapping, Sequence

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.acts.papers import new_paper
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.rules import numbered
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
    for entry in found.accepted.values():
        row, paper = entry.row, held.get(entry.paper or 0)
        Outgoing.objects.create(
            entry=act.entry, organization_id=organization, series=None, number=entry.number,
            state=NumberState.ISSUED, given_on=entry.issued_on,
            basis=_signed(act, paper, row) if paper else _registered(act, organization, row),
            recipients=tidy_name(row.recipients), copies=row.copies, kept_at=tidy_name(row.kept_at),
            sent_on=row.sent_on, note=tidy_name(row.note),
        )  # fmt: skip
    sources = NumberSource.objects.filter(organization=organization, source=Source.OTHER)
    system = sources.order_by("-effective").values_list("system", flat=True).first()
    act.says(n=len(found.accepted), system=system)


def _registered(act: OpenAct, organization: int, row: ExportedRow) -> Instrument:
    paper = new_paper(
        PaperRow(
            row.kind, row.number_sign, row.issuer, row.abstract, row.issued_on, row.signer,
            kept_by=organization,
        ),
        act.entry,
    )  # fmt: skip
    paper.save()
    return paper


def _signed(act: OpenAct, paper: Instrument, row: ExportedRow) -> Instrument:
    """Its signer and day where they were not typed: the other system says them."""
    if not paper.signer or paper.issued_on is None:
        paper.signer, paper.issued_on = paper.signer or tidy_name(row.signer), row.issued_on
        paper.entry = act.entry
        paper.save()
    return paper
