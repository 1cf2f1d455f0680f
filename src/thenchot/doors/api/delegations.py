"""Ủy quyền khi vắng qua API — who directs in place of whom, given and ended; an opinion given so."""

from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.documents import AssignmentIn
from thenchot.doors.api.routes import Body, deed, question
from thenchot.doors.api.shapes import Asked, Day, DaysOut, Id, Out, PaperOut, PathId, Text
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import delegating
from thenchot.office.documents.reads.delegations import delegation_lines
from thenchot.office.documents.words import Right

router = Router(tags=[mark("Văn bản đến, văn bản đi")])


class DelegationOut(Out):
    """Một ủy quyền — names as they were on its day; `ended` is why it ended early."""

    id: int
    organization: int
    giver: str
    delegate: str
    days: DaysOut
    paper: PaperOut | None
    ended: str


class AskedDelegations(Asked):
    """Lời hỏi — of an organ."""

    organization: PathId | None = None


class Delegating(Body):
    """Ủy quyền — of whoever asks, to the last day, which counts."""

    organization: Id
    delegate: Id
    from_day: Day
    last_day: Day
    basis: Id | None = None


class EndingDelegation(Body):
    """Kết thúc sớm."""

    delegation: Id
    reason: Text


class DirectingInPlace(Body):
    """Bút phê thay."""

    delegation: Id
    incoming: Id
    said_on: Day
    opinion: Text
    assigned: Annotated[list[AssignmentIn], Field(max_length=100)] = []


@question(router, "/delegations", needs=Right.READ, shape=list[DelegationOut])
def list_delegations(request: Request, asked: Query[AskedDelegations]) -> Any:
    """Các ủy quyền — the last begun first."""
    return delegation_lines(by=request.actor, on=asked.day, organization=asked.organization)


deed(router, delegating.delegate_directing, Delegating)
deed(router, delegating.end_delegation, EndingDelegation)
deed(router, delegating.direct_in_place, DirectingInPlace)
