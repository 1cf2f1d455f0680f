"""Họp, lấy ý kiến qua API — the sittings and one of them read; called, put off, voted, returned, concluded."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import Asked, Day, Id, Listed, Out, PathId, Sheet, Text
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Decider
from thenchot.office.drafting.words import Right
from thenchot.people.sittings.acts import calling, voting
from thenchot.people.sittings.reads.sittings import sitting_lines, sitting_page
from thenchot.people.sittings.rules import SittingRow, SlipRow
from thenchot.people.sittings.words import Outcome, Said, Way

router = Router(tags=[mark("Họp, lấy ý kiến")])
Votes = Annotated[int, Field(ge=0, le=1000, strict=True)]
Drafts = Annotated[list[Id], Field(max_length=200)]


class SittingOut(Out):
    """Dòng phiên họp, đợt lấy ý kiến."""

    id: int
    organization_id: int
    decider: Decider
    way: Way
    on_day: date
    place: str
    chair: str
    items: int
    waiting: int
    notice: int | None


class CountOut(Out):
    """Kiểm phiếu — of all members; `missing` gave no vote."""

    members: int
    agreed: int
    against: int
    silent: int
    missing: int


class TallyOut(Out):
    """Số tài liệu một loại trong hồ sơ trình."""

    kind: str
    count: int


class ItemOut(Out):
    """Một mục của chương trình."""

    id: int
    number: int
    draft_id: int
    about: str
    outcome: Outcome
    count: CountOut | None
    voted_on: date | None
    reason: str
    returned: int
    file: list[TallyOut]


class VoterOut(Out):
    """Một thành viên — what they said on each item; null: no slip yet."""

    person_id: int | None
    name: str
    said: list[Said | None]


class SittingPageOut(Out):
    """Một phiên họp, đợt lấy ý kiến."""

    line: SittingOut
    items: list[ItemOut]
    voters: list[VoterOut]
    needed: int | None
    clause: str


class AskedSittings(Sheet):
    """Lời hỏi — of an organization, in a way."""

    organization: Id | None = None
    way: Way | None = None


@question(router, "/sittings", needs=Right.READ, shape=Listed[SittingOut])
def list_sittings(request: Request, asked: Query[AskedSittings]) -> Any:
    """Danh sách phiên họp, đợt lấy ý kiến — the latest day first."""
    total, items = sitting_lines(
        by=request.actor, on=asked.day, way=asked.way, unit=asked.organization,
        after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/sittings/{sitting}", needs=Right.READ, shape=SittingPageOut)
def get_sitting(request: Request, sitting: PathId, asked: Query[Asked]) -> Any:
    """Một phiên họp, đợt lấy ý kiến."""
    return sitting_page(by=request.actor, on=asked.day, sitting=sitting)


class SittingIn(Row):
    """Phiên họp, đợt lấy ý kiến."""

    MADE = SittingRow
    decider: Decider
    way: Way
    on_day: Day
    place: Text = ""
    chair: Text


class SlipIn(Row):
    """Một phiếu ý kiến."""

    MADE = SlipRow
    person: Id
    said: Said
    returned_on: Day


class CallingSitting(Body):
    """Triệu tập."""

    organization: Id
    row: SittingIn
    drafts: Drafts


class AddingItems(Body):
    """Đưa thêm hồ sơ."""

    sitting: Id
    drafts: Drafts


class PostponingItem(Body):
    """Hoãn."""

    item: Id
    reason: Text


class RecordingVote(Body):
    """Kết quả biểu quyết."""

    item: Id
    agreed: Votes
    against: Votes
    silent: Votes


class RecordingSlips(Body):
    """Phiếu ý kiến."""

    item: Id
    slips: Annotated[list[SlipIn], Field(max_length=1000)]


class WithdrawingSlip(Body):
    """Bỏ phiếu ghi nhầm."""

    item: Id
    person: Id
    reason: Text


class WithdrawingVote(Body):
    """Bỏ kết quả ghi nhầm."""

    item: Id
    reason: Text


class CountingSlips(Body):
    """Kiểm phiếu."""

    item: Id


class Concluding(Body):
    """Thông báo kết luận."""

    sitting: Id
    unit: Id
    issuer: Text
    authority: Text
    position: Text
    signer: Text
    place: Text = ""
    recipients: Text = ""


deed(router, calling.call_sitting, CallingSitting)
deed(router, calling.add_items, AddingItems)
deed(router, calling.postpone_item, PostponingItem)
deed(router, voting.record_vote, RecordingVote)
deed(router, voting.record_slips, RecordingSlips)
deed(router, voting.withdraw_slip, WithdrawingSlip)
deed(router, voting.withdraw_vote, WithdrawingVote)
deed(router, voting.count_slips, CountingSlips)
deed(router, voting.draft_conclusion, Concluding)
