"""Câu hỏi về bản giấy, bưu điện, bản lưu — who still owes a signed paper; the two registers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet, Window

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.office.documents.models import Filed, Incoming, Loan, Outgoing, Posted
from thenchot.office.documents.words import Leg, NumberState, State


@dataclass(frozen=True, slots=True)
class LegLine:
    """Bản giấy còn nợ — of a paper that came or went (`incoming`), since which day, with whom."""

    id: int
    incoming: bool
    organization: int
    paper: Paper
    abstract: str
    other: str
    leg: Leg
    since: date


@dataclass(frozen=True, slots=True)
class PostedLine:
    """Dòng sổ gửi bưu điện."""

    id: int
    number: int
    organization: int
    posted_on: date
    paper: Paper
    number_sign: str
    recipients: str
    envelopes: int
    note: str


@dataclass(frozen=True, slots=True)
class LoanLine:
    """Dòng sổ sử dụng bản lưu — `dossier` is the code of the one its paper is kept in, "" where none."""

    id: int
    number: int
    organization: int
    used_on: date
    used_by: str
    paper: Paper
    number_sign: str
    issued_on: date | None
    kind: InstrumentKind
    abstract: str
    dossier: str
    returned_on: date | None
    allowed_by: str
    note: str


def legs_owing(
    *, by: Actor, on: date, organization: int | None = None, most: int = 500
) -> list[LegLine]:
    """Bản giấy còn nợ — to come, to be sent, sent and not known to have come; the oldest first."""
    came = Incoming.objects.visible_to(by).filter(paper_also_required=True, arrived_on__lte=on)
    came = came.filter(Q(paper_on=None) | Q(paper_on__gt=on)).exclude(state=State.RETURNED)
    went = Outgoing.objects.visible_to(by).filter(
        paper_also_required=True, state=NumberState.ISSUED, given_on__lte=on
    )
    went = went.filter(Q(paper_received_on=None) | Q(paper_received_on__gt=on))
    if organization:
        came = came.filter(organization=organization)
        went = went.filter(organization=organization)
    found = [_came(each) for each in came.select_related("basis").order_by("arrived_on")[:most]]
    found += [_went(each, on) for each in went.select_related("basis").order_by("given_on")[:most]]
    return sorted(found, key=lambda each: (each.since, each.incoming, each.id))


def posted_lines(
    *, by: Actor, on: date, organization: int | None = None, since: date | None = None,
    until: date | None = None, number: int | None = None, after: int = 0, most: int = 50,
) -> tuple[int, list[PostedLine]]:  # fmt: skip
    """Sổ gửi bưu điện — (how many, one sheet of them), the last posted first."""
    found = _within(Posted.objects.visible_to(by), "posted_on", on, since, until)
    total, sheet = _sheet(found, organization, number, "-posted_on", after, most)
    return total, [
        PostedLine(
            each.pk, each.number_id, each.organization_id, each.posted_on, paper(each.number.basis),
            each.number.basis.number_sign, each.recipients, each.envelopes, each.note,
        )
        for each in sheet
    ]  # fmt: skip


def loan_lines(
    *, by: Actor, on: date, organization: int | None = None, since: date | None = None,
    until: date | None = None, number: int | None = None, out: bool = False, after: int = 0,
    most: int = 50,
) -> tuple[int, list[LoanLine]]:  # fmt: skip
    """Sổ sử dụng bản lưu — (how many, one sheet of them), the last used first; `out`: not returned."""
    found = _within(Loan.objects.visible_to(by), "used_on", on, since, until)
    if out:
        found = found.filter(Q(returned_on=None) | Q(returned_on__gt=on))
    total, sheet = _sheet(found, organization, number, "-used_on", after, most)
    kept = Filed.objects.visible_to(by).filter(basis__in={each.number.basis_id for each in sheet})
    codes = dict(kept.order_by("pk").values_list("basis", "dossier__code")) if sheet else {}
    return total, [
        LoanLine(
            each.pk, each.number_id, each.organization_id, each.used_on, each.used_by,
            paper(each.number.basis), each.number.basis.number_sign, each.number.basis.issued_on,
            InstrumentKind.of(each.number.basis.kind), each.number.basis.abstract,
            codes.get(each.number.basis_id, ""),
            each.returned_on if each.returned_on and each.returned_on <= on else None,
            each.allowed_by, each.note,
        )
        for each in sheet
    ]  # fmt: skip


def _within(
    seen: QuerySet[Any], column: str, on: date, since: date | None, until: date | None
) -> QuerySet[Any]:
    found = seen.filter(**{f"{column}__lte": min(on, until) if until else on})
    return found.filter(**{f"{column}__gte": since}) if since else found


def _sheet(
    found: QuerySet[Any], organization: int | None, number: int | None, order: str, after: int,
    most: int,
) -> tuple[int, list[Any]]:  # fmt: skip
    if organization:
        found = found.filter(organization=organization)
    if number:
        found = found.filter(number=number)
    counted = found.annotate(total=Window(Count("pk"))).select_related("number__basis")
    sheet = list(counted.order_by(order, "-pk")[after : after + most])
    return (sheet[0].total if sheet else found.count()), sheet


def _came(each: Incoming) -> LegLine:
    return LegLine(
        each.pk, True, each.organization_id, paper(each.basis), each.basis.abstract,
        each.basis.issuer, Leg.COMING, each.arrived_on,
    )  # fmt: skip


def _went(each: Outgoing, on: date) -> LegLine:
    assert each.basis
    sent = each.paper_sent_on if each.paper_sent_on and each.paper_sent_on <= on else None
    return LegLine(
        each.pk, False, each.organization_id, paper(each.basis), each.basis.abstract,
        each.recipients, Leg.SENT if sent else Leg.TO_SEND, sent or each.given_on,
    )  # fmt: skip
