"""Văn bản được giao — what directions ask of a reader or of the units the reader handles papers for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from thenchot.ground.basis.reads.instruments import Paper, paper
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.office.documents.models import Assignment, Incoming
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


def papers_asked(*, by: Actor, on: date, most: int) -> list[AskedLine]:
    """Văn bản được giao, chưa xong — to the reader in person, or to units in a reach that is not the
    whole office; the soonest first. Runs one statement."""
    mine = Q(person=by.person) if by.person is not None else Q(pk__in=())
    reach = by.reach(Right.HANDLE)
    if reach != EVERYWHERE:
        mine |= Q(unit__in=reach)
    seen = Assignment.objects.visible_to(by).filter(mine, done_on=None)
    open_papers = Incoming.objects.visible_to(by).exclude(state=State.FINISHED)
    found = seen.filter(incoming__in=open_papers, direction__said_on__lte=on)
    found = found.exclude(part=Part.KNOW.value, received_on__isnull=False)
    sheet = found.select_related("incoming__basis").order_by(F("due_on").asc(nulls_last=True), "pk")
    return [
        AskedLine(
            each.pk, each.incoming_id, each.incoming.number, paper(each.incoming.basis),
            each.incoming.basis.abstract, Part.of(each.part), each.due_on,
            each.received_on is not None,
        )
        for each in sheet[:most]
    ]  # fmt: skip
