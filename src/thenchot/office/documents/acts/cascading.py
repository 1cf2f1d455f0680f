"""Giao cấp dưới ban hành — asked of units, those who owe reminded in one act, earlier papers judged."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import paper_page
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import Closure, OrganizationSpell
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.models import Asked, Cascade
from thenchot.office.documents.reads.cascades import cascade_page
from thenchot.office.documents.rules.cascading import (
    CascadeRow,
    UnitRow,
    cascade_faults,
    earlier_faults,
)
from thenchot.office.documents.words import Right, Verdict


@act(needs=Right.FOLLOW, phrase=mark("Giao {n} đơn vị ban hành {kind} thực hiện {directive}"))
def hand_down(
    act: OpenAct, *, organization: int, basis: Basis, row: CascadeRow, units: Sequence[UnitRow] = ()
) -> int:
    """Giao cấp dưới ban hành — a paper of a kind, of each unit below, by a day; `basis` asks it."""
    act.touches(organization)
    paper = act.rests_on(basis)
    given_on = paper.issued_on or act.day
    faults = []
    if row.all_below:
        below = OrganizationSpell.objects.on(given_on).filter(parent=organization)
        named = list(below.order_by("organization").values_list("organization", flat=True))
        if units:
            text = mark("Chọn từng đơn vị hoặc mọi đơn vị trực thuộc, không cả hai.")
            faults.append(Reason(text, field="units"))
    else:
        named = [each.unit for each in units]
        faults += _not_below(organization, named, given_on)
    act.touches(*named)
    directive = _seen(act, row.directive)
    if directive is None:
        faults.append(Reason(mark("Không có văn bản này trong sổ."), field="directive"))
    if directive and directive.issued_on and directive.issued_on > given_on:
        text = mark("Văn bản chỉ đạo ký ngày {day:%d/%m/%Y}, sau văn bản giao.")
        faults.append(Reason(text, {"day": directive.issued_on}, field="directive"))
    act.refuse_if([*cascade_faults(row.due_on, paper.issued_on, named), *faults])
    made = Cascade.objects.create(
        entry=act.entry, organization_id=organization, directive_id=row.directive, kind=row.kind,
        given_on=given_on, due_on=row.due_on,
    )  # fmt: skip
    Asked.objects.bulk_create(
        Asked(
            entry=act.entry, cascade=made, organization_id=organization, unit_id=unit, basis=paper
        )
        for unit in named
    )
    act.says(n=len(named), kind=InstrumentKind.of(row.kind).label, directive=directive)
    return made.pk


@act(needs=Right.FOLLOW, phrase=mark("Nhắc {n} đơn vị chưa ban hành văn bản thực hiện {directive}"))
def remind_units(act: OpenAct, *, cascade: int) -> int:
    """Nhắc — every unit that owes its paper today and was not reminded today; they read it in their notices."""
    page = cascade_page(by=act.by, on=act.day, cascade=cascade)
    if page is None:
        act.refuse(Reason(mark("Không có việc giao này."), field="cascade"))
    act.touches(page.line.organization)
    owing = [each for each in page.units if each.progress.owes and each.reminded_on != act.day]
    if not owing:
        text = mark("Không có đơn vị nào phải nhắc, hoặc hôm nay đã nhắc.")
        act.refuse(Reason(text, field="cascade"))
    act.touches(*(each.unit for each in owing))
    act.refuse_if([])
    Asked.objects.filter(pk__in=[each.id for each in owing]).update(
        reminded_on=act.day, entry=act.entry
    )
    act.says(n=len(owing), directive=page.line.directive)
    return cascade


@act(needs=Right.FOLLOW, phrase=mark("Xác nhận văn bản {unit} có từ trước: {verdict}"))
def judge_earlier(
    act: OpenAct, *, unit_asked: int, paper: int, verdict: Verdict, reason: str
) -> int:
    """Xác nhận văn bản có từ trước — whether a unit that acted before the directive must issue more."""
    found = (
        Asked.objects.select_for_update(no_key=True, of=("self",))
        .select_related("cascade")
        .filter(pk=unit_asked)
        .first()
    )
    if found is None:
        act.refuse(Reason(mark("Không có đơn vị được giao này."), field="unit_asked"))
    act.touches(found.organization_id, found.unit_id)
    earlier = _seen(act, paper)
    faults = []
    if earlier is None:
        faults.append(Reason(mark("Không có văn bản này trong sổ."), field="paper"))
    directive = Instrument.objects.filter(pk=found.cascade.directive_id).first()
    faults += earlier_faults(
        earlier.issued_on if earlier else act.day,
        directive.issued_on if directive and earlier else None,
        reason,
    )
    act.refuse_if(faults)
    found.ended_by, found.verdict, found.reason = earlier, verdict, tidy_name(reason)
    found.judged_on, found.entry = act.day, act.entry
    found.save()
    act.reason = found.reason
    spells = OrganizationSpell.objects.filter(organization=found.unit_id).order_by("effective")
    name = spells.values_list("name", flat=True).last()
    act.says(unit=name, verdict=Verdict.of(verdict).label)
    return found.cascade_id


def _seen(act: OpenAct, paper: int) -> Instrument | None:
    if paper_page(by=act.by, paper=paper) is None:
        return None
    return Instrument.objects.filter(pk=paper).first()


def _not_below(organization: int, units: Sequence[int], on: date) -> list[Reason]:
    lines = Closure.objects.filter(ancestor=organization, depth__gte=1, effective__contains=on)
    below = set(lines.filter(descendant__in=units).values_list("descendant", flat=True))
    text = mark("Đơn vị này không ở dưới cơ quan giao vào ngày {day:%d/%m/%Y}.")
    return [
        fault
        for row, unit in enumerate(units, start=1)
        if unit not in below
        for fault in numbered(row, [Reason(text, {"day": on}, field="unit")])
    ]
