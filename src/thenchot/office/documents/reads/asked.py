"""Văn bản được giao — what directions ask of a reader or of the units the reader handles papers for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Count, F, Func, Q, Window

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.office.documents.models import Assignment, Incoming
from thenchot.office.documents.rules.moves import CLOSED, part_faults
from thenchot.office.documents.words import Part, Right, State


@dataclass(frozen=True, slots=True)
class AskedLine:
    """Một phần được giao — of which paper, which part, by when; `received`: already taken."""

    assignment: int
    incoming: int
    number: int
    paper: Paper
    abstract: str
    part: Part
    due_on: date | None
    received: bool
    handles: bool


class LedByAnother(Func):
    """Đã giao nơi khác chủ trì — of an assignment by its id: a later direction gave the lead to another."""

    function = "documents_led_by_another"
    output_field = BooleanField()


def may_answer(by: Actor, asked: Assignment, state: State, *, led_by_another: bool) -> bool:
    """Nhận, trả lời được — a part still waited for, with the right where the paper came or in the unit
    asked, or in person."""
    if part_faults(state, led_by_another=led_by_another):
        return False
    if asked.person_id is not None and asked.person_id == by.person:
        return by.may(Right.HANDLE)
    unit = asked.unit_id is not None and by.may(Right.HANDLE, asked.unit_id)
    return unit or by.may(Right.HANDLE, asked.organization_id)


def papers_asked(*, by: Actor, most: int) -> tuple[int, list[AskedLine]]:
    """Văn bản được giao, chưa xong — (how many, the soonest of them): to the reader in person, or to
    units in a reach that is not the whole office. Runs one statement.

    A lead that a later direction gave to another is asked no longer; `handles`: the reader may take
    and answer it.
    """
    mine = Q(person=by.person) if by.person is not None else Q(pk__in=())
    reach = by.reach(Right.HANDLE)
    if reach != EVERYWHERE:
        mine |= Q(unit__in=reach)
    seen = Assignment.objects.visible_to(by).filter(mine, done_on=None)
    open_papers = Incoming.objects.visible_to(by).exclude(state__in=CLOSED)
    found = seen.filter(~LedByAnother("pk"), incoming__in=open_papers)
    found = found.exclude(part=Part.KNOW.value, received_on__isnull=False)
    counted = found.annotate(total=Window(Count("pk"))).select_related("incoming__basis")
    sheet: Any = list(counted.order_by(F("due_on").asc(nulls_last=True), "pk")[:most])
    return sheet[0].total if sheet else 0, [
        AskedLine(
            each.pk, each.incoming_id, each.incoming.number, paper(each.incoming.basis),
            each.incoming.basis.abstract, Part.of(each.part), each.due_on,
            each.received_on is not None,
            may_answer(by, each, State.of(each.incoming.state), led_by_another=False),
        )
        for each in sheet
    ]  # fmt: skip
