"""Sau phát hành qua API — corrected, replaced, recalled; the paper leg, the post, the kept copy."""

from datetime import date
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
)
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import changing, delivering, recipients
from thenchot.office.documents.reads.delivering import legs_owing, loan_lines, posted_lines
from thenchot.office.documents.rules.issued import MOST_ENVELOPES, LoanRow, PostRow
from thenchot.office.documents.words import Channel, Leg, Milestone, Right

router = Router(tags=[mark("Văn bản đến, văn bản đi")])


class LegOut(Out):
    """Bản giấy còn nợ — `id` of the paper that came where `incoming`, else of the number given."""

    id: int
    incoming: bool
    organization: int
    paper: PaperOut
    other: str
    leg: Leg
    since: date


class PostedOut(Out):
    """Lần gửi bưu điện."""

    id: int
    number: int
    organization: int
    posted_on: date
    paper: PaperOut
    recipients: str
    envelopes: int
    note: str


class LoanOut(Out):
    """Lần sử dụng bản lưu."""

    id: int
    number: int
    organization: int
    used_on: date
    used_by: str
    paper: PaperOut
    dossier: str
    returned_on: date | None
    allowed_by: str
    note: str


class AskedLegs(Asked):
    """Lời hỏi — of an organ."""

    organization: PathId | None = None


class AskedRegister(Sheet):
    """Lời hỏi — of an organ."""

    organization: PathId | None = None


class AskedLoans(AskedRegister):
    """Lời hỏi — `out`: only those not returned."""

    out: Annotated[bool, Field(description=mark("Chỉ những bản lưu chưa trả"))] = False


@question(router, "/paper-copies-owing", needs=Right.READ, shape=list[LegOut])
def list_legs_owing(request: Request, asked: Query[AskedLegs]) -> Any:
    """Bản giấy còn nợ — the oldest first."""
    return legs_owing(by=request.actor, on=asked.day, organization=asked.organization)


@question(router, "/posted", needs=Right.READ, shape=Listed[PostedOut])
def list_posted(request: Request, asked: Query[AskedRegister]) -> Any:
    """Sổ gửi bưu điện — the last posted first."""
    total, items = posted_lines(
        by=request.actor, on=asked.day, organization=asked.organization, after=asked.offset,
        most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/kept-copy-loans", needs=Right.READ, shape=Listed[LoanOut])
def list_loans(request: Request, asked: Query[AskedLoans]) -> Any:
    """Sổ sử dụng bản lưu — the last used first."""
    total, items = loan_lines(
        by=request.actor, on=asked.day, organization=asked.organization, out=asked.out,
        after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


class Correcting(Body):
    """Đính chính."""

    number: Id
    by_number: Id


class Ending(Body):
    """Thay thế, thu hồi."""

    number: Id
    by_number: Id
    from_day: Day


class OfNumber(Body):
    """Số văn bản đi."""

    number: Id


class SendingPaper(Body):
    """Đã gửi bản giấy."""

    number: Id
    paper_sent_on: Day


class PaperReceived(Body):
    """Nơi nhận đã nhận bản giấy."""

    number: Id
    paper_received_on: Day


class WithdrawingMilestone(Body):
    """Rút mốc ghi nhầm."""

    number: Id
    milestone: Milestone
    reason: Text


class Delivering(Body):
    """Chuyển đến nơi nhận — several on one day, one way."""

    number: Id
    sent_on: Day
    channel: Channel
    recipients: Annotated[list[Text], Field(max_length=500)]


class ConfirmingDeliveries(Body):
    """Nơi nhận đã nhận."""

    number: Id
    received_on: Day
    deliveries: Annotated[list[Id], Field(max_length=500)]


class WithdrawingDelivery(Body):
    """Rút lần chuyển ghi nhầm."""

    delivery: Id
    reason: Text


class PostIn(Row):
    """Dòng sổ gửi bưu điện."""

    MADE = PostRow
    posted_on: Day
    recipients: Text
    envelopes: Annotated[int, Field(ge=1, le=MOST_ENVELOPES, strict=True)] = 1
    note: Text = ""


class Posting(Body):
    """Gửi bưu điện."""

    number: Id
    row: PostIn


class WithdrawingPost(Body):
    """Rút dòng gửi bưu điện."""

    posted: Id
    reason: Text


class LoanIn(Row):
    """Dòng sổ sử dụng bản lưu."""

    MADE = LoanRow
    used_on: Day
    used_by: Text
    allowed_by: Text
    note: Text = ""


class Lending(Body):
    """Cho sử dụng bản lưu."""

    number: Id
    row: LoanIn


class Returning(Body):
    """Trả bản lưu."""

    loan: Id
    returned_on: Day


deed(router, changing.correct_issued, Correcting)
deed(router, changing.replace_issued, Ending)
deed(router, changing.recall_issued, Ending)
deed(router, delivering.require_paper_copy, OfNumber)
deed(router, delivering.send_paper_copy, SendingPaper)
deed(router, delivering.paper_copy_received, PaperReceived)
deed(router, delivering.withdraw_milestone, WithdrawingMilestone)
deed(router, recipients.deliver_paper, Delivering)
deed(router, recipients.confirm_deliveries, ConfirmingDeliveries)
deed(router, recipients.withdraw_delivery, WithdrawingDelivery)
deed(router, delivering.post_out, Posting)
deed(router, delivering.withdraw_posting, WithdrawingPost)
deed(router, delivering.lend_kept_copy, Lending)
deed(router, delivering.return_kept_copy, Returning)
