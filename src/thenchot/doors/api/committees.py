"""Cấp ủy qua API — committees beside their numbers; terms, seats, bodies, working papers, pilots recorded."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import Day, Id, Listed, Out, PaperOut, Sheet, Text
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Level, Right
from thenchot.people.committees.acts import bodies, pilots, terms, working
from thenchot.people.committees.reads.committees import committees
from thenchot.people.committees.reads.pilots import pilots as pilots_begun
from thenchot.people.committees.rules import BodyRow, CommitteeRow
from thenchot.people.committees.words import Manner, Rank, Role, State, WorkingKind

router = Router(tags=[mark("Cấp ủy")])
People = Annotated[list[Id], Field(max_length=1000)]
Number = Annotated[int, Field(ge=0, le=500, strict=True)]


class NumbersOut(Out):
    """Số được duyệt, có mặt, thiếu, vượt."""

    allowed: int
    present: int
    missing: int
    over: int


class CommitteeOut(Out):
    """Một cấp ủy."""

    unit_id: int
    name: str
    level: Level
    label: str
    since: date
    executive: NumbersOut
    standing: NumbersOut
    state: State
    basis: PaperOut


class PilotOut(Out):
    """Một điểm."""

    id: int
    unit_id: int
    unit: str
    subject: str
    directed_by: str
    equipment: str
    review: str
    replicated_to: str
    running: bool
    basis: PaperOut


@question(router, "/committees", needs=Right.READ, shape=Listed[CommitteeOut])
def list_committees(request: Request, asked: Query[Sheet]) -> Any:
    """Các cấp ủy đang có nhiệm kỳ — in the order of their names."""
    _, total, lines = committees(
        by=request.actor, on=asked.day, after=asked.offset, most=asked.limit
    )
    return {"total": total, "items": lines}


@question(router, "/pilots", needs=Right.READ, shape=Listed[PilotOut])
def list_pilots(request: Request, asked: Query[Sheet]) -> Any:
    """Các điểm đã chọn đến ngày — running first."""
    found = pilots_begun(by=request.actor, on=asked.day)
    return {"total": len(found), "items": found[asked.offset : asked.offset + asked.limit]}


class NewTerm(Body):
    """Nhiệm kỳ."""

    organization: Id
    label: Text
    executive: Number
    standing: Number
    from_day: Day
    basis: Id


class NewSeat(Row):
    """Một cấp ủy viên."""

    MADE = CommitteeRow
    person: Id
    rank: Rank
    manner: Manner


class NewCommittee(Body):
    """Cấp ủy viên được bầu, chỉ định."""

    organization: Id
    people: Annotated[list[NewSeat], Field(max_length=1000)]
    decider: Text
    from_day: Day
    basis: Id


class Approval(Body):
    """Chuẩn y."""

    organization: Id
    people: People
    decider: Text
    on_day: Day
    basis: Id


class EndingSeat(Body):
    """Thôi tham gia cấp ủy."""

    organization: Id
    person: Id
    from_day: Day
    basis: Id


class BodyState(Body):
    """Cơ quan thường trực, ký hiệu số văn bản."""

    organization: Id
    standing_agency: Id | None = None
    series: Text | None = None
    from_day: Day
    basis: Id


class NewMember(Row):
    """Một thành viên."""

    MADE = BodyRow
    person: Id
    role: Role


class NewMembers(Body):
    """Thành viên ban chỉ đạo, hội đồng, tổ."""

    organization: Id
    people: Annotated[list[NewMember], Field(max_length=1000)]
    from_day: Day
    basis: Id


class EndingMembers(Body):
    """Thôi là thành viên."""

    organization: Id
    people: People
    from_day: Day
    basis: Id


class NewWorkingPaper(Body):
    """Quy chế, chương trình, phân công."""

    organization: Id
    kind: WorkingKind
    from_day: Day
    basis: Id


class Closing(Body):
    """Kết thúc cấp ủy của một đơn vị."""

    organization: Id
    from_day: Day
    basis: Id


class NewPilot(Body):
    """Chọn điểm."""

    organization: Id
    subject: Text
    directed_by: Id | None = None
    equipment: Text | None = None
    from_day: Day
    basis: Id
    until: Day | None = None


class PilotReview(Body):
    """Sơ kết điểm."""

    pilot: Id
    review: Text
    replicated_to: Text | None = None
    from_day: Day
    basis: Id


class EndingPilot(Body):
    """Kết thúc điểm."""

    pilot: Id
    from_day: Day
    basis: Id


deed(router, terms.record_term, NewTerm)
deed(router, terms.record_committee, NewCommittee)
deed(router, terms.record_approval, Approval)
deed(router, terms.end_committee_seat, EndingSeat)
deed(router, bodies.record_body, BodyState)
deed(router, bodies.record_body_members, NewMembers)
deed(router, bodies.end_body_members, EndingMembers)
deed(router, working.record_working_paper, NewWorkingPaper)
deed(router, working.close_committee, Closing)
deed(router, pilots.record_pilot, NewPilot)
deed(router, pilots.review_pilot, PilotReview)
deed(router, pilots.end_pilot, EndingPilot)
