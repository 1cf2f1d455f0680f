"""Ủy quyền khi vắng — given by whoever is away, ended early, and opinions given in their place."""

from datetime import date, timedelta

from django.db import connection

from thenchot.ground.basis.acts.act import Basis, OpenAct, act
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import PersonSpell
from thenchot.office.documents.acts.handling import directed
from thenchot.office.documents.acts.receiving import standing
from thenchot.office.documents.models import Delegation
from thenchot.office.documents.reads.delegations import reaches
from thenchot.office.documents.rules.delegating import Lent, delegation_faults, in_place_faults
from thenchot.office.documents.rules.receiving import AssignmentRow, DirectionRow
from thenchot.office.documents.words import Right

ONE_DAY = timedelta(1)


@act(needs=Right.DIRECT, phrase=mark("Ủy quyền cho ý kiến chỉ đạo: {delegation}, {days}"))
def delegate_directing(
    act: OpenAct, *, organization: int, delegate: int, from_day: date, last_day: date,
    basis: Basis | None = None,
) -> int:  # fmt: skip
    """Ủy quyền khi vắng — by the person who directs, to one who reaches that organ on all those days."""
    act.touches(organization)
    _one_at_a_time(organization)
    paper = act.rests_on(basis) if basis else None
    giver = act.by.person
    held = [
        Lent(each.giver_id, each.delegate_id, each.effective)
        for each in Delegation.objects.filter(organization=organization)
    ]
    faults = delegation_faults(giver, delegate, from_day, last_day, act.day, held)
    name = _name(act, delegate)
    if not name:
        faults.append(Reason(mark("Không có người này trong sổ."), field="delegate"))
    days = DayRange(from_day, last_day + ONE_DAY) if last_day >= from_day else None
    if days and not reaches(person=delegate, right=Right.HANDLE, unit=organization, days=days):
        text = mark("Người này không có quyền xử lý văn bản của cơ quan trong suốt những ngày ấy.")
        faults.append(Reason(text, field="delegate"))
    act.refuse_if(faults)
    assert giver is not None
    made = Delegation.objects.create(
        entry=act.entry, organization_id=organization, giver_id=giver, delegate_id=delegate,
        giver_name=_name(act, giver) or act.by.printed_name, delegate_name=name,
        effective=days, paper=paper,
    )  # fmt: skip
    act.says(delegation=made, days=days)
    return made.pk


@act(needs=Right.DIRECT, phrase=mark("Kết thúc sớm ủy quyền: {delegation}"))
def end_delegation(act: OpenAct, *, delegation: int, reason: str) -> int:
    """Kết thúc sớm — from today on; one nothing was done by leaves for history. Answers with the organ."""
    found = _held(act, delegation)
    reason = tidy_name(reason)
    faults = [] if reason else [Reason(mark("Phải nêu lý do."), field="reason")]
    if found.ended_reason or found.effective.until <= act.day:
        text = mark("Ủy quyền này đã hết hạn.")
        faults.append(Reason(text, field="delegation"))
    act.refuse_if(faults)
    act.reason = reason
    if found.effective.start >= act.day and not found.directions.exists():
        found.delete()
        return found.organization_id
    last = max(act.day, found.effective.start + ONE_DAY)  # a day on which something was done stays
    found.effective, found.ended_reason = found.effective.ends_at(last), reason
    found.entry = act.entry
    found.save()
    return found.organization_id


@act(
    needs=Right.HANDLE,
    phrase=mark("{said_by} ghi ý kiến chỉ đạo thay {giver} về văn bản đến số {number}"),
)
def direct_in_place(
    act: OpenAct, *, delegation: int, incoming: int, said_on: date, opinion: str,
    assigned: tuple[AssignmentRow, ...] = (),
) -> int:  # fmt: skip
    """Bút phê thay — by the delegate, within the days of the delegation, in that organ only."""
    found = _held(act, delegation)
    faults = in_place_faults(
        act.by.person, found.delegate_id, found.effective, act.day,
        giver_directs=_still(found, Right.DIRECT, act.day), ended=bool(found.ended_reason),
    )  # fmt: skip
    if standing(act, incoming).organization_id != found.organization_id:
        text = mark("Ủy quyền này không phải của cơ quan giữ văn bản.")
        faults.append(Reason(text, field="delegation"))
    if not found.effective.holds_on(said_on):
        text = mark("Ngày cho ý kiến phải trong những ngày ủy quyền: {days}.")
        faults.append(Reason(text, {"days": found.effective}, field="said_on"))
    act.says(giver=found.giver_name)
    row = DirectionRow(found.delegate_name, said_on, opinion, tuple(assigned))
    return directed(act, incoming, row, found, faults)


def _still(found: Delegation, right: Right, day: date) -> bool:
    """The giver has the right there today: nobody lends what they no longer have."""
    today = DayRange(day, day + ONE_DAY)
    return reaches(person=found.giver_id, right=right, unit=found.organization_id, days=today)


def _held(act: OpenAct, delegation: int) -> Delegation:
    found = Delegation.objects.select_for_update(no_key=True, of=("self",)).filter(pk=delegation)
    one = found.first()
    if one is None:
        act.refuse(Reason(mark("Không có ủy quyền này."), field="delegation"))
    act.touches(one.organization_id)
    act.says(delegation=one)
    return one


def _name(act: OpenAct, person: int) -> str:
    called = PersonSpell.objects.on(act.day).visible_to(act.by).filter(person=person)
    return next(iter(called.values_list("full_name", flat=True)), "")


def _one_at_a_time(organization: int) -> None:
    """Two who delegate at once wait for one another: either alone would not see the other's chain."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"delegation {organization}"]
        )
