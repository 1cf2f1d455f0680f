"""Câu hỏi về bản sao — the register of copies an organ has certified."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, Window

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.models import Copy
from thenchot.office.documents.rules.numbering import sign_of
from thenchot.office.documents.words import CopyKind, Family


@dataclass(frozen=True, slots=True)
class CopyLine:
    """Dòng sổ sao — the sign of the copy, the paper copied, who signed, to whom it went."""

    id: int
    organization: int
    sign: str
    kind: CopyKind
    given_on: date
    paper: Paper
    paper_kind: InstrumentKind
    number_sign: str
    issuer: str
    issued_on: date | None
    abstract: str
    copied_from: str
    extract: str
    signer: str
    recipients: str
    copies: int
    note: str
    cancelled: str


def copy_lines(
    *, by: Actor, on: date, organization: int | None = None, kind: CopyKind | None = None,
    words: str = "", copy: int | None = None, since: date | None = None, until: date | None = None,
    after: int = 0, most: int = 50,
) -> tuple[int, list[CopyLine]]:  # fmt: skip
    """Sổ sao văn bản — (how many, one sheet of them), the last made first."""
    found = Copy.objects.visible_to(by).filter(given_on__lte=on)
    if organization:
        found = found.filter(organization=organization)
    if copy:
        found = found.filter(pk=copy)
    if kind:
        found = found.filter(kind=kind)
    if since:
        found = found.filter(given_on__gte=since)
    if until:
        found = found.filter(given_on__lte=until)
    for word in words.split():
        found = found.filter(
            Q(basis__abstract__icontains=word)
            | Q(basis__number_sign__icontains=word)
            | Q(recipients__icontains=word)
        )
    counted: Any = found.annotate(total=Window(Count("pk"))).select_related("basis", "series")
    sheet = list(counted.order_by("-given_on", "-pk")[after : after + most])
    total = sheet[0].total if sheet else found.count()
    return total, [_line(each) for each in sheet]


def _line(each: Copy) -> CopyLine:
    of, printed = each.series, each.basis
    return CopyLine(
        each.pk, each.organization_id,
        sign_of(each.number, of.letters, of.organ_code, Family.of(of.form)), CopyKind.of(each.kind),
        each.given_on, paper(printed), InstrumentKind.of(printed.kind), printed.number_sign,
        printed.issuer, printed.issued_on, printed.abstract, each.copied_from, each.extract,
        each.signer, each.recipients, each.copies, each.note, each.cancelled,
    )  # fmt: skip
