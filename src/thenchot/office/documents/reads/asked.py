"""Việc văn bản của một người — parts that directions ask of a reader or of the reader's units, and papers
submitted that wait for the reader's direction."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, F, Func, Q, Value, When, Window

from thenchot.ground.basis.models import Tie
from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.office.documents.models import Assignment, Delegation, Incoming
from thenchot.office.documents.rules.moves import CLOSED, part_faults
from thenchot.office.documents.words import Part, Right, State, Urgency

AT_WORK = ("cong_tac", "chuc_vu")  # the ties of a person by work and by post
MOST_URGENT_FIRST = Case(
    *(When(urgency=each.value, then=Value(-place)) for place, each in enumerate(Urgency))
)


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


@dataclass(frozen=True, slots=True)
class SubmittedLine:
    """Một văn bản chờ ý kiến — submitted; `directs`: by the reader's own right, else in place of somebody away."""

    incoming: int
    number: int
    paper: Paper
    abstract: str
    urgency: Urgency
    due_on: date | None
    directs: bool


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
    the units in reach; to whoever reaches the whole office, the units of their own work and posts.
    Runs one statement.

    A lead that a later direction gave to another is asked no longer; `handles`: the reader may take
    and answer it.
    """
    seen = Assignment.objects.visible_to(by).filter(_asks(by), done_on=None)
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


def papers_submitted(*, by: Actor, most: int) -> tuple[int, list[SubmittedLine]]:
    """Văn bản đã trình, chờ ý kiến — (how many, the most urgent of them, then the soonest): where the reader
    may direct, or directs these days in place of somebody away. Runs one statement."""
    reach = by.reach(Right.DIRECT)
    theirs = Q() if reach == EVERYWHERE else Q(organization__in=reach)
    if reach != EVERYWHERE and by.person is not None:
        theirs |= Q(organization__in=_in_place(by, by.person))
    found = Incoming.objects.visible_to(by).filter(theirs, state=State.SUBMITTED)
    counted = found.annotate(total=Window(Count("pk"))).select_related("basis")
    order = (MOST_URGENT_FIRST, F("due_on").asc(nulls_last=True), "arrived_on", "pk")
    sheet: Any = list(counted.order_by(*order)[:most])
    return sheet[0].total if sheet else 0, [
        SubmittedLine(
            each.pk, each.number, paper(each.basis), each.typed_abstract or each.basis.abstract,
            Urgency.of(each.urgency), each.due_on, by.may(Right.DIRECT, each.organization_id),
        )
        for each in sheet
    ]  # fmt: skip


def _asks(by: Actor) -> Q:
    """Hỏi người đọc — in person, or one of the reader's units."""
    mine = Q(person=by.person) if by.person is not None else Q(pk__in=())
    reach = by.reach(Right.HANDLE)
    if reach != EVERYWHERE:
        return mine | Q(unit__in=reach)
    if by.person is None:
        return mine
    held = Tie.objects.filter(person=by.person, source__in=AT_WORK)
    return mine | Q(unit__in=held.filter(from_day__lte=by.day, until_day__gt=by.day).values("unit"))


def _in_place(by: Actor, person: int) -> Any:
    """Cơ quan đang cho ý kiến thay — by delegations that hold on the office day."""
    held = Delegation.objects.visible_to(by).filter(delegate=person, ended_reason="")
    return held.filter(effective__contains=by.day).values("organization")
