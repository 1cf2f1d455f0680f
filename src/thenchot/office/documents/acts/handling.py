"""Giải quyết văn bản đến — directions, work taken and answered, finished, opened again."""

from collections.abc import Sequence
from datetime import date

from thenchot.ground.basis.acts.act import Basis, OpenAct, act, no_right
from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.calendar import exchanged_days
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import NotAllowed, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.models import OrganizationSpell, PersonSpell
from thenchot.ground.register.rules import numbered
from thenchot.office.documents.acts.receiving import keep, moved, standing, taken_in
from thenchot.office.documents.acts.relating import note_reply, reply_faults, seen_paper
from thenchot.office.documents.models import (
    Assignment,
    Delegation,
    Direction,
    Incoming,
    Outgoing,
)
from thenchot.office.documents.reads.asked import LedByAnother
from thenchot.office.documents.rules.moves import Verb, part_faults
from thenchot.office.documents.rules.receiving import (
    Arrival,
    AssignmentRow,
    DirectionRow,
    direction_faults,
    due_from,
    finish_faults,
)
from thenchot.office.documents.words import Part, Right, State


@act(needs=Right.DIRECT, phrase=mark("Ghi ý kiến chỉ đạo của {said_by} về văn bản đến số {number}"))
def direct_paper(act: OpenAct, *, incoming: int, direction: DirectionRow) -> int:
    """Bút phê — an opinion, and whom it asks to lead, help or know; an opinion alone is enough."""
    return directed(act, incoming, direction)


def directed(
    act: OpenAct, incoming: int, direction: DirectionRow, delegation: Delegation | None = None,
    noted: Sequence[Reason] = (),
) -> int:  # fmt: skip
    """Ghi bút phê trong việc đang mở — in place of somebody by a `delegation`; `noted` is told with it."""
    found = moved(act, incoming, Verb.DIRECT)
    act.refuse_if([*noted, *_said_faults(direction, found.arrived_on, act.day)])
    made = Direction.objects.create(
        entry=act.entry, incoming=found, organization_id=found.organization_id,
        said_by=tidy_name(direction.said_by), written_by=act.by.id, said_on=direction.said_on,
        opinion=tidy_name(direction.opinion), delegation=delegation,
    )  # fmt: skip
    exchanged = exchanged_days()
    dues = [due_from(direction.said_on, each.due_on, exchanged) for each in direction.assigned]
    Assignment.objects.bulk_create(
        Assignment(
            entry=act.entry, direction=made, incoming=found, organization_id=found.organization_id,
            unit_id=each.unit, person_id=each.person, part=each.part, due_on=due.on,
            due_days=due.days,
        )
        for each, due in zip(direction.assigned, dues, strict=True)
    )  # fmt: skip
    act.says(said_by=made.said_by)
    keep(act, found)
    return made.pk


@act(
    needs=Right.REGISTER,
    phrase=mark("Vào sổ văn bản đến số {number}: {paper}; ghi ý kiến chỉ đạo của {said_by}"),
)
def receive_and_direct(
    act: OpenAct, *, organization: int, basis: Basis, arrival: Arrival, direction: DirectionRow
) -> int:
    """Vào sổ và phân công — one paper registered and directed at once, by whoever may do both there."""
    if not act.by.may(Right.DIRECT, organization):
        raise NotAllowed([no_right(Right.DIRECT)])
    faults = _said_faults(direction, arrival.arrived_on, act.day)
    made = taken_in(act, organization, basis, arrival, faults)
    directed(act, made.pk, direction)
    return made.pk


@act(needs=Right.HANDLE, phrase=mark("Nhận xử lý văn bản đến số {number}"))
def take_paper(act: OpenAct, *, assignment: int) -> int:
    """Nhận xử lý — the unit or person asked has received it; work begins.

    The state of the paper moves when whoever leads takes it, where the right is held in the organ that received it.
    """
    asked = _asked(act, assignment)
    found = _of_part(act, asked)
    reasons = _part_faults(found, asked)
    if asked.received_on:
        text = mark("Nơi này đã nhận ngày {day:%d/%m/%Y}.")
        reasons.append(Reason(text, {"day": asked.received_on}))
    act.refuse_if(reasons)
    asked.received_on, asked.entry = act.day, act.entry
    asked.save()
    leads = asked.part == Part.LEAD and found.state == State.DIRECTED
    if leads and act.by.may(Right.HANDLE, found.organization_id):
        keep(act, moved(act, found.pk, Verb.TAKE))
    return found.pk


@act(needs=Right.HANDLE, phrase=mark("Ghi kết quả phần được giao của văn bản đến số {number}"))
def answer_assignment(act: OpenAct, *, assignment: int, answer: str) -> int:
    """Báo kết quả — of one's own part; the paper itself is finished where it was registered."""
    asked = _asked(act, assignment)
    found = _of_part(act, asked)
    answer = tidy_name(answer)
    reasons = _part_faults(found, asked)
    if not Part.of(asked.part).answered:
        text = mark("Phần «{part}» chỉ ghi đã nhận, không báo kết quả.")
        reasons.append(Reason(text, {"part": Part.of(asked.part)}, field="assignment"))
    if not answer:
        reasons.append(Reason(mark("Ghi kết quả đã làm."), field="answer"))
    if asked.done_on:
        text = mark("Phần này đã báo kết quả ngày {day:%d/%m/%Y}.")
        reasons.append(Reason(text, {"day": asked.done_on}, field="answer"))
    act.refuse_if(reasons)
    asked.received_on = asked.received_on or act.day
    asked.done_on, asked.answer, asked.entry = act.day, answer, act.entry
    asked.save()
    return found.pk


@act(needs=Right.HANDLE, phrase=mark("Ghi đã giải quyết xong văn bản đến số {number}"))
def finish_paper(
    act: OpenAct, *, incoming: int, finished_on: date, result: str = "", reply: int | None = None
) -> int:
    """Giải quyết xong — with its result, or the paper that answered it, noted as its reply."""
    found = moved(act, incoming, Verb.FINISH)
    reasons = finish_faults(
        finished_on, result, replied=reply is not None, arrived_on=found.arrived_on, today=act.day
    )
    came = Instrument.objects.filter(pk=found.basis_id).first()
    answer = seen_paper(act, reply) if reply is not None else None
    if answer:
        reasons += reply_faults(answer, came, "reply")
    elif reply is not None:
        reasons.append(Reason(mark("Không có văn bản trả lời này trong sổ."), field="reply"))
    act.refuse_if(reasons)
    if answer:
        sent = Outgoing.objects.filter(organization=found.organization_id, basis=answer)
        note_reply(act, found.organization_id, answer, came, own=sent.exists())
    found.finished_on, found.result, found.ended_by = finished_on, tidy_name(result), answer
    return keep(act, found)


@act(needs=Right.DIRECT, phrase=mark("Mở lại văn bản đến số {number}"))
def reopen_paper(act: OpenAct, *, incoming: int, reason: str) -> int:
    """Mở lại — a paper finished too early; what was answered stays in its history, the reply a reply."""
    found = moved(act, incoming, Verb.REOPEN)
    reason = tidy_name(reason)
    act.refuse_if([] if reason else [Reason(mark("Phải nêu lý do mở lại."), field="reason")])
    found.finished_on, found.ended_by, found.result = None, None, ""
    act.reason = reason
    return keep(act, found)


def _asked(act: OpenAct, assignment: int) -> Assignment:
    found = (
        Assignment.objects.select_for_update(no_key=True, of=("self",))
        .filter(pk=assignment)
        .first()
    )
    if found is None:
        act.refuse(Reason(mark("Không có phân công này."), field="assignment"))
    return found


def _of_part(act: OpenAct, asked: Assignment) -> Incoming:
    """Văn bản của phần được giao — the right is asked in the organ that received it, or in the unit
    asked; a person asked takes and answers the own part."""
    own = asked.person_id is not None and asked.person_id == act.by.person
    if act.by.may(Right.HANDLE, asked.organization_id) or not (asked.unit_id or own):
        return standing(act, asked.incoming_id)
    act.touches(asked.unit_id)
    found = Incoming.objects.get(pk=asked.incoming_id)
    act.says(number=found.number)
    return found


def _part_faults(found: Incoming, asked: Assignment) -> list[Reason]:
    passed = Assignment.objects.filter(LedByAnother("pk"), pk=asked.pk)
    return part_faults(State.of(found.state), led_by_another=passed.exists())


def _said_faults(row: DirectionRow, arrived_on: date, day: date) -> list[Reason]:
    faults = direction_faults(row, arrived_on, day)
    for number, each in enumerate(row.assigned, start=1):
        faults += numbered(number, _whom_faults(each, day))
    return faults


def _whom_faults(row: AssignmentRow, day: date) -> list[Reason]:
    """Asked of what is there on the day."""
    if row.unit and not OrganizationSpell.objects.on(day).filter(organization=row.unit).exists():
        return [Reason(mark("Đơn vị được phân công không tồn tại hôm nay."), field="unit")]
    if row.person and not PersonSpell.objects.on(day).filter(person=row.person).exists():
        return [Reason(mark("Không có người này trong sổ."), field="person")]
    return []
