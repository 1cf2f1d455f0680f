"""Dự thảo qua API — the list and one draft read; begun, written, checked, decided, numbered."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.problems import ReasonOut, reason_said
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
from thenchot.doors.api.submissions import SubmissionPieceOut
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import Decider, Matter, Tier
from thenchot.office.drafting.acts import joining, moving, signing, writing
from thenchot.office.drafting.acts.removing import remove_draft
from thenchot.office.drafting.reads.drafts import DraftPage, draft_lines, draft_page
from thenchot.office.drafting.reads.joining import likely_papers
from thenchot.office.drafting.reads.skeletons import skeletons_on
from thenchot.office.drafting.rules.rows import LONGEST, DraftRow, SigningRow
from thenchot.office.drafting.words import Right, Signing, State, Verb

router = Router(tags=[mark("Dự thảo")])
Whole = Annotated[str, Field(max_length=LONGEST, description=mark("Cả bài, mỗi đoạn một dòng"))]


class DraftPaperOut(Out):
    """Dòng dự thảo — who writes, who issues, where it stands."""

    id: int
    unit_id: int
    organization_id: int
    kind: InstrumentKind
    abstract: str
    signer: str
    state: State
    due_on: date | None
    sign: str
    decider: Decider | None


class DraftVersionOut(Out):
    """Một bản."""

    number: int
    note: str
    text: str


class DraftOpinionOut(Out):
    """Một ý kiến góp."""

    version: int
    said_by: str
    said_on: date
    agrees: bool
    opinion: str


class DraftStepOut(Out):
    """Một bước đã đi."""

    verb: Verb
    version: int
    on_day: date
    words: str


class DraftPersonOut(Out):
    """Một người của hồ sơ trình."""

    id: int
    name: str


class DraftPageOut(Out):
    """Một dự thảo — its last version, opinions and steps, its submission file, the paper it became; `cautions`
    are to be looked at before it is submitted."""

    line: DraftPaperOut
    version: DraftVersionOut
    versions: list[int]
    opinions: list[DraftOpinionOut]
    steps: list[DraftStepOut]
    paper: PaperOut | None
    people: list[DraftPersonOut]
    carried_on: date | None
    signed_on: date | None
    centre_asked: PaperOut | None
    centre_said: PaperOut | None
    pieces: list[SubmissionPieceOut]
    cautions: list[ReasonOut]

    @staticmethod
    def resolve_cautions(page: DraftPage) -> list[ReasonOut]:
        return [reason_said(each) for each in page.cautions]


class AskedDrafts(Sheet):
    """Lời hỏi — in a state, with these words."""

    state: State | None = None
    words: Word = ""


@question(router, "/drafts", needs=Right.READ, shape=Listed[DraftPaperOut])
def list_drafts(request: Request, asked: Query[AskedDrafts]) -> Any:
    """Danh sách dự thảo — the last begun first."""
    total, items = draft_lines(
        by=request.actor, on=asked.day, state=asked.state, words=asked.words, after=asked.offset,
        most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/drafts/{draft}", needs=Right.READ, shape=DraftPageOut)
def get_draft(request: Request, draft: PathId, asked: Query[Asked]) -> Any:
    """Một dự thảo."""
    return draft_page(by=request.actor, on=asked.day, draft=draft)


class LikelyPaperOut(Out):
    """Văn bản có thể là của dự thảo — `number` is what `join-draft` takes."""

    number: int
    paper: PaperOut
    abstract: str
    signer: str
    given_on: date


@question(router, "/drafts/{draft}/likely-papers", needs=Right.READ, shape=list[LikelyPaperOut])
def list_likely_papers(request: Request, draft: PathId, asked: Query[Asked]) -> Any:
    """Văn bản hệ thống khác đã cấp số, có thể là dự thảo này — the nearest first; nothing is joined."""
    return likely_papers(by=request.actor, on=asked.day, draft=draft)


class SkeletonOut(Out):
    """Mẫu nội dung của một loại — blanks stand as «[… what belongs there]»."""

    kind: InstrumentKind
    abstract: str
    addressee: str
    recipients: str
    whole_text: str


@question(router, "/draft-skeletons", needs=Right.READ, shape=list[SkeletonOut])
def list_draft_skeletons(request: Request, asked: Query[Asked]) -> Any:
    """Các mẫu nội dung — what a draft of each type may begin with."""
    return list(skeletons_on(asked.day))


class DraftIn(Row):
    """Đầu đề dự thảo."""

    MADE = DraftRow
    kind: InstrumentKind
    abstract: Text
    issuer: Text
    position: Text
    signer: Text
    signing: Signing = Signing.HEAD
    authority: Text = ""
    parent: Text = ""
    place: Text = ""
    addressee: Text = ""
    recipients: Text = ""
    due_on: Day | None = None
    proposal: Text = ""
    grounds: Text = ""
    opinions_told: Text = ""
    differences: Text = ""
    matter: Matter | None = None
    tier: Tier | None = None
    decider: Decider | None = None


class BeginningDraft(Body):
    """Bắt đầu dự thảo."""

    unit: Id
    organization: Id
    row: DraftIn
    whole_text: Whole
    answers: Id | None = None


class ChangingDraft(Body):
    """Sửa đầu đề."""

    draft: Id
    row: DraftIn


class WritingVersion(Body):
    """Viết bản mới."""

    draft: Id
    whole_text: Whole
    note: Text = ""


class GivingOpinion(Body):
    """Ý kiến góp."""

    draft: Id
    said_by: Text
    said_on: Day
    agrees: Yes
    opinion: Text = ""


class Checking(Body):
    """Kiểm tra — good, or sent back with what is wrong."""

    draft: Id
    good: Yes
    words: Text = ""


class MovingDraft(Body):
    """Một bước của dự thảo."""

    draft: Id
    words: Text = ""


class DecidingDraft(Body):
    """Ý kiến trên phiếu trình."""

    draft: Id
    verb: Verb
    words: Text = ""
    said_on: Day | None = None


class ListingDraftPeople(Body):
    """Danh sách người của hồ sơ trình."""

    draft: Id
    people: Annotated[list[Id], Field(max_length=1000)]


class AskingCentre(Body):
    """Văn bản xin ý kiến Trung ương."""

    draft: Id
    asking: Id


class CentreAnswering(Body):
    """Văn bản trả lời của Trung ương."""

    draft: Id
    answering: Id
    words: Text


class SigningIn(Row):
    """Việc ký — who signed, in which position, for whom, on which day."""

    MADE = SigningRow
    signed_on: Day
    position: Text
    signer: Text
    signing: Signing = Signing.HEAD
    authority: Text = ""


class RecordingSigning(Body):
    """Ghi đã ký."""

    draft: Id
    row: SigningIn


class WithdrawingSigning(Body):
    """Bỏ việc ký ghi nhầm."""

    draft: Id
    words: Text


class NumberingDraft(Body):
    """Cấp số cho dự thảo."""

    draft: Id
    series: Id
    given_on: Day
    paper_also_required: Yes | None = None


class JoiningDraft(Body):
    """Nối dự thảo với văn bản đã cấp số ở hệ thống khác."""

    draft: Id
    number: Id


class PartingDraft(Body):
    """Gỡ khỏi văn bản nối nhầm."""

    draft: Id
    reason: Text


class RemovingDraft(Body):
    """Gỡ khẩn cấp dự thảo — every word of it, for good."""

    draft: Id


deed(router, writing.begin_draft, BeginningDraft)
deed(router, writing.change_draft, ChangingDraft)
deed(router, writing.write_version, WritingVersion)
deed(router, writing.record_draft_opinion, GivingOpinion)
deed(router, writing.list_draft_people, ListingDraftPeople)
deed(router, moving.check_content, Checking)
deed(router, moving.check_form, Checking)
deed(router, moving.submit_draft, MovingDraft)
deed(router, moving.decide_draft, DecidingDraft)
deed(router, moving.ask_centre, AskingCentre)
deed(router, moving.record_centre_answer, CentreAnswering)
deed(router, moving.withdraw_draft, MovingDraft)
deed(router, moving.drop_draft_paper, MovingDraft)
deed(router, signing.record_signing, RecordingSigning)
deed(router, signing.withdraw_signing, WithdrawingSigning)
deed(router, moving.number_draft, NumberingDraft)
deed(router, joining.join_draft, JoiningDraft)
deed(router, joining.part_draft, PartingDraft)
deed(router, remove_draft, RemovingDraft)
