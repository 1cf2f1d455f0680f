"""Đính chính, thay thế, thu hồi — what a new paper of the organ does to one it has issued."""

from datetime import date
from typing import TypeVar

from django.db.models import QuerySet

from thenchot.ground.basis.acts.act import OpenAct, act
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.relating import recorded_already
from thenchot.office.documents.models import Delivery, Loan, Outgoing, Posted, Relation
from thenchot.office.documents.reads.relations import ended_since
from thenchot.office.documents.rules.issued import Issued, change_faults
from thenchot.office.documents.rules.relating import SAME, RelationRow, relation_faults
from thenchot.office.documents.words import NumberState, RelationKind, Right

Line = TypeVar("Line", Delivery, Posted, Loan)


@act(needs=Right.REGISTER, phrase=mark("Đính chính {old} bằng {new}"))
def correct_issued(act: OpenAct, *, number: int, by_number: int) -> int:
    """Đính chính — of form, by a letter of the organ; the paper goes on."""
    return _changed(act, RelationKind.CORRECTS, number, by_number)


@act(needs=Right.REGISTER, phrase=mark("Thay thế {old} bằng {new}"))
def replace_issued(act: OpenAct, *, number: int, by_number: int, from_day: date) -> int:
    """Thay thế — of content, by a paper of the same form; the old one ends on the day."""
    return _changed(act, RelationKind.REPLACES, number, by_number, from_day)


@act(needs=Right.REGISTER, phrase=mark("Thu hồi {old} theo {new}"))
def recall_issued(act: OpenAct, *, number: int, by_number: int, from_day: date) -> int:
    """Thu hồi — by a paper of the organ; the old one ends on the day."""
    return _changed(act, RelationKind.RECALLS, number, by_number, from_day)


def _changed(
    act: OpenAct, kind: RelationKind, number: int, by_number: int, from_day: date | None = None
) -> int:
    """The relation is all that is written: whether a paper holds is read from it, and it may be taken back."""
    both = Outgoing.objects.filter(pk__in=(number, by_number)).order_by("pk")
    list(
        both.select_for_update(no_key=True, of=("self",))
    )  # in one order, whichever is the new one
    old, new = (
        issued_number(act, each, name)
        for each, name in ((number, "number"), (by_number, "by_number"))
    )
    printed, paper = old.basis, new.basis
    faults = change_faults(
        kind, _said(old), _said(new), ended_since(old.basis_id) if old.basis_id else None
    )
    if printed and paper:
        row = RelationRow(kind, printed.pk, from_day=from_day, own=True)
        faults += relation_faults(row, paper.issued_on, printed.issued_on)
        if printed.pk == paper.pk:
            faults.append(Reason(SAME, field="by_number"))
        if recorded_already(paper.pk, row, printed):
            faults.append(Reason(mark("Quan hệ này đã ghi giữa hai văn bản."), field="by_number"))
    act.refuse_if(faults)
    assert printed
    assert paper
    act.instrument = paper
    Relation.objects.create(
        entry=act.entry, organization_id=new.organization_id, paper=paper, kind=kind, to=printed,
        from_day=from_day, own=True,
    )  # fmt: skip
    act.says(old=printed, new=paper)
    return old.pk


def issued_number(act: OpenAct, number: int, field: str = "number") -> Outgoing:
    """Số văn bản đi — locked; refused where there is none within the right's reach."""
    found = (
        Outgoing.objects.select_for_update(no_key=True, of=("self",))
        .select_related("basis")
        .filter(pk=number)
        .first()
    )
    if found is None:
        act.refuse(Reason(mark("Không có số văn bản đi này."), field=field))
    act.touches(found.organization_id)
    return found


def locked_line(act: OpenAct, lines: QuerySet[Line], none: Reason) -> tuple[Outgoing, Line]:
    """Số, rồi dòng của nó — locked in this order, as acts of the number lock them; `none` where it is gone."""
    line = lines.first()
    found = issued_number(act, line.number_id) if line else None
    line = lines.select_for_update(no_key=True, of=("self",)).first()
    if found is None or line is None:
        act.refuse(none)
    return found, line


def _said(found: Outgoing) -> Issued:
    kind = InstrumentKind.of(found.basis.kind) if found.basis else None
    return Issued(
        found.organization_id, kind, NumberState.of(found.state), found.given_on, found.sent_on
    )
