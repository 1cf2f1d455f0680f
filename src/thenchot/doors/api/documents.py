"""Văn bản đến qua API — the register read, papers received, directed and finished, related to others."""

from datetime import date, time
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import (
    Asked,
    Day,
    Id,
    Listed,
    Out,
    PaperOut,
    PathId,
    Sheet,
    Text,
    Word,
    Yes,
)
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import handling, receiving, relating
from thenchot.office.documents.reads.incoming import incoming_lines, incoming_page
from thenchot.office.documents.reads.relations import ties_of
from thenchot.office.documents.rules.receiving import (
    MOST_DAYS,
    Arrival,
    AssignmentRow,
    DirectionRow,
    ReceivedRow,
    WithinDays,
)
from thenchot.office.documents.rules.relating import RelationRow
from thenchot.office.documents.words import (
    Channel,
    CheckResult,
    Force,
    Part,
    RelationKind,
    Right,
    State,
    Urgency,
)

router = Router(tags=[mark("Văn bản đến, văn bản đi")])


class IncomingOut(Out):
    """Dòng sổ đến — `lead` is whom the last direction asks to lead.

    `due_days`: the deadline was told as so many days of work; `days_left` of work until it.
    `issued_kind`, `issued_abstract`: how the issuing organ, which numbered it here later, says it where it differs.
    """

    id: int
    organization: int
    number: int
    arrived_on: date
    paper: PaperOut
    issuer: str
    abstract: str
    urgency: Urgency
    state: State
    due_on: date | None
    due_days: int | None
    days_left: int | None
    finished_on: date | None
    lead: str
    late: bool
    issued_kind: InstrumentKind | None
    issued_abstract: str
    checked: list[CheckResult]


class AssignmentOut(Out):
    """Một phân công."""

    id: int
    part: Part
    whom: str
    unit: int | None
    person: int | None
    due_on: date | None
    due_days: int | None
    received_on: date | None
    done_on: date | None
    answer: str
    answers: bool


class DirectionOut(Out):
    """Một bút phê."""

    said_by: str
    said_on: date
    opinion: str
    in_place_of: str
    assigned: list[AssignmentOut]


class IncomingPageOut(Out):
    """Một văn bản đến — how it came, its directions in order, the answer."""

    line: IncomingOut
    channel: Channel
    arrived_at: time | None
    signer: str
    file_sha256: str
    paper_also_required: bool
    paper_on: date | None
    directions: list[DirectionOut]
    reply: PaperOut | None
    result: str
    note: str


class RelationOut(Out):
    """Một quan hệ — `said` from this paper's side; `cited` where the other is not in the register."""

    id: int
    organization: int
    kind: RelationKind
    said: str
    paper: PaperOut | None
    cited: str
    part: str
    from_day: date | None


class ForceOut(Out):
    """Hiệu lực vào ngày được hỏi."""

    force: Force
    begins: date
    ended_on: date | None
    ended_by: PaperOut | None


class TiesOut(Out):
    """Quan hệ của một văn bản — both ways, and whether it is in force."""

    onward: list[RelationOut]
    inward: list[RelationOut]
    standing: ForceOut
    more: bool


class AskedIncoming(Sheet):
    """Lời hỏi — of an organ, in a state, with these words, late."""

    organization: PathId | None = None
    state: State | None = None
    words: Word = ""
    late: Annotated[bool, Field(description=mark("Chỉ những văn bản quá hạn, chưa xong"))] = False
    near: Annotated[bool, Field(description=mark("Chỉ những văn bản sắp đến hạn, chưa xong"))] = (
        False
    )


@question(router, "/incoming", needs=Right.READ, shape=Listed[IncomingOut])
def list_incoming(request: Request, asked: Query[AskedIncoming]) -> Any:
    """Sổ văn bản đến — the last to come first."""
    total, items = incoming_lines(
        by=request.actor, on=asked.day, organization=asked.organization, state=asked.state,
        words=asked.words, late=asked.late, near=asked.near, after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/incoming/{incoming}", needs=Right.READ, shape=IncomingPageOut)
def get_incoming(request: Request, incoming: PathId, asked: Query[Asked]) -> Any:
    """Một văn bản đến."""
    return incoming_page(by=request.actor, on=asked.day, incoming=incoming)


@question(router, "/paper-relations/{paper}", needs=BasisRight.READ_INSTRUMENT, shape=TiesOut)
def get_relations(request: Request, paper: PathId, asked: Query[Asked]) -> Any:
    """Quan hệ của một văn bản — căn cứ, thay thế, bãi bỏ…, hai chiều, và hiệu lực vào ngày."""
    return ties_of(by=request.actor, on=asked.day, paper=paper)


class WithinIn(Row):
    """Trong N ngày làm việc — of the day it came, or of the direction."""

    MADE = WithinDays
    days: Annotated[int, Field(ge=1, le=MOST_DAYS, strict=True)]


class ArrivalIn(Row):
    """Lần đến."""

    MADE = Arrival
    arrived_on: Day
    channel: Channel = Channel.PAPER
    urgency: Urgency = Urgency.NORMAL
    arrived_at: time | None = None
    due_on: Day | WithinIn | None = None
    paper_also_required: Yes = False
    note: Text = ""
    checked: Annotated[list[CheckResult], Field(max_length=len(CheckResult))] = []


class AssignmentIn(Row):
    """Phân công — to one unit or one person."""

    MADE = AssignmentRow
    part: Part
    unit: Id | None = None
    person: Id | None = None
    due_on: Day | WithinIn | None = None


class DirectionIn(Row):
    """Bút phê."""

    MADE = DirectionRow
    said_by: Text
    said_on: Day
    opinion: Text
    assigned: Annotated[list[AssignmentIn], Field(max_length=100)] = []

    def row(self) -> Any:
        asked = tuple(each.row() for each in self.assigned)
        return DirectionRow(self.said_by, self.said_on, self.opinion, asked)


class RelationIn(Row):
    """Quan hệ — with a paper of the register, or one only cited."""

    MADE = RelationRow
    kind: RelationKind
    to: Id | None = None
    cited: Text = ""
    part: Text = ""
    from_day: Day | None = None
    own: Yes = False


class Relating(Body):
    """Ghi quan hệ."""

    organization: Id
    basis: Id
    row: RelationIn


class Joining(Body):
    """Nối lời dẫn."""

    relation: Id
    to: Id


class Withdrawing(Body):
    """Rút quan hệ."""

    relation: Id
    reason: Text


class Receiving(Body):
    """Vào sổ — of a paper that stands in the register of papers."""

    organization: Id
    basis: Id
    arrival: ArrivalIn


class ReceivedIn(Row):
    """Một dòng vào sổ — the paper as printed, how it came; finished at once where it has a result."""

    MADE = ReceivedRow
    kind: InstrumentKind
    number_sign: Text
    issuer: Text
    abstract: Text
    issued_on: Day
    arrival: ArrivalIn
    result: Text = ""

    def row(self) -> Any:
        paper = PaperRow(self.kind, self.number_sign, self.issuer, self.abstract, self.issued_on)
        return ReceivedRow(paper, self.arrival.row(), self.result)


class ReceivingMany(Body):
    """Vào sổ một lượt."""

    organization: Id
    rows: Annotated[list[ReceivedIn], Field(min_length=1, max_length=300)]


class ReceivingDirected(Receiving):
    """Vào sổ và phân công."""

    direction: DirectionIn


class OfIncoming(Body):
    """Văn bản đến."""

    incoming: Id


class WithReason(Body):
    """Văn bản đến, với lý do."""

    incoming: Id
    reason: Text


class PaperCame(Body):
    """Bản giấy đã đến."""

    incoming: Id
    paper_on: Day


class Directing(Body):
    """Ghi bút phê."""

    incoming: Id
    direction: DirectionIn


class OfAssignment(Body):
    """Phần được giao."""

    assignment: Id


class Answering(Body):
    """Kết quả phần được giao."""

    assignment: Id
    answer: Text


class Finishing(Body):
    """Giải quyết xong."""

    incoming: Id
    finished_on: Day
    result: Text = ""
    reply: Id | None = None


deed(router, receiving.receive_paper, Receiving)
deed(router, receiving.receive_papers, ReceivingMany)
deed(router, receiving.submit_paper, OfIncoming)
deed(router, receiving.send_paper_back, WithReason)
deed(router, receiving.receive_paper_copy, PaperCame)
deed(router, handling.receive_and_direct, ReceivingDirected)
deed(router, handling.direct_paper, Directing)
deed(router, handling.take_paper, OfAssignment)
deed(router, handling.answer_assignment, Answering)
deed(router, handling.finish_paper, Finishing)
deed(router, handling.reopen_paper, WithReason)
deed(router, relating.relate_papers, Relating)
deed(router, relating.join_cited, Joining)
deed(router, relating.withdraw_relation, Withdrawing)
