"""Văn bản đi qua API — the register and series read, numbers given, another system's register entered."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.documents import RelationOut
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
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import exported, numbering
from thenchot.office.documents.reads.outgoing import outgoing_lines, series_of
from thenchot.office.documents.rules.exported import ExportedRow
from thenchot.office.documents.rules.numbering import OutgoingRow, SeriesRow
from thenchot.office.documents.words import (
    Channel,
    Family,
    NumberState,
    Right,
    SeriesBook,
    Source,
)

router = Router(tags=[mark("Văn bản đến, văn bản đi")])


class DeliveryOut(Out):
    """Một lần chuyển — `id` is what `confirm-deliveries` takes."""

    id: int
    channel: Channel
    sent_on: date
    received_on: date | None


class RecipientOut(Out):
    """Một nơi nhận — with each time the paper was sent there."""

    name: str
    deliveries: list[DeliveryOut]
    received: bool


class OutgoingOut(Out):
    """Dòng sổ đi — a number kept outside this system has no paper and says nothing else.

    `changes`: what corrected, amended, replaced or recalled it. `late`: it went, or waits, after `issue_due`.
    """

    id: int
    organization: int
    sign: str
    state: NumberState
    given_on: date
    paper: PaperOut | None
    signer: str
    drafted_by: str
    recipients: str
    copies: int
    sent_on: date | None
    issue_due: date | None
    late: bool
    paper_also_required: bool
    paper_sent_on: date | None
    paper_received_on: date | None
    sent_to: list[RecipientOut]
    changes: list[RelationOut]


class SeriesOut(Out):
    """Một dãy số — `last` is the last number given; `book` is none for papers that go out."""

    id: int
    organization: int
    name: str
    from_day: date
    until_day: date | None
    last: int
    book: SeriesBook | None


class AskedOutgoing(Sheet):
    """Lời hỏi — of an organ, with these words."""

    organization: PathId | None = None
    words: Word = ""


class AskedSeries(Asked):
    """Lời hỏi — of an organ."""

    organization: PathId | None = None


@question(router, "/outgoing", needs=Right.READ, shape=Listed[OutgoingOut])
def list_outgoing(request: Request, asked: Query[AskedOutgoing]) -> Any:
    """Sổ văn bản đi — the last given first."""
    total, items = outgoing_lines(
        by=request.actor, on=asked.day, organization=asked.organization, words=asked.words,
        after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/number-series", needs=Right.READ, shape=list[SeriesOut])
def list_series(request: Request, asked: Query[AskedSeries]) -> Any:
    """Các dãy số — in use on the day."""
    return series_of(by=request.actor, on=asked.day, organization=asked.organization)


class SeriesIn(Row):
    """Dãy số."""

    MADE = SeriesRow
    letters: Word = ""
    organ_code: Word
    form: Family
    period: Word
    from_day: Day
    until_day: Day | None = None
    book: SeriesBook | None = None


class OutgoingIn(Row):
    """Văn bản đi."""

    MADE = OutgoingRow
    kind: InstrumentKind
    issuer: Text
    abstract: Text
    signer: Text
    letters: Word = ""
    drafted_by: Id | None = None
    recipients: Text = ""
    copies: Annotated[int, Field(ge=0, le=10_000, strict=True)] = 1
    kept_at: Text = ""
    note: Text = ""
    sent_on: Day | None = None
    paper_also_required: Yes = False


class OpeningSeries(Body):
    """Mở dãy số."""

    organization: Id
    row: SeriesIn


class ClosingSeries(Body):
    """Kết thúc dãy số."""

    series: Id
    until_day: Day


class SettingSource(Body):
    """Nguồn cấp số."""

    organization: Id
    source: Source
    system: Text = ""
    from_day: Day
    basis: Id


class Issuing(Body):
    """Cấp số."""

    series: Id
    row: OutgoingIn
    given_on: Day


class Reserving(Body):
    """Cấp số ngoài hệ thống."""

    series: Id
    given_on: Day


class Cancelling(Body):
    """Hủy số."""

    number: Id
    reason: Text


class Sending(Body):
    """Phát hành."""

    number: Id
    sent_on: Day


class ExportedIn(Row):
    """Dòng sổ đi của hệ thống khác."""

    MADE = ExportedRow
    number_sign: Word
    issued_on: Day
    issuer: Text
    abstract: Text
    signer: Text
    kind: InstrumentKind
    recipients: Text = ""
    copies: Annotated[int, Field(ge=0, le=10_000, strict=True)] = 1
    kept_at: Text = ""
    sent_on: Day | None = None
    note: Text = ""
    same_as: Annotated[int, Field(ge=0, strict=True)] | None = None


class EnteringRegister(Body):
    """Nhập sổ của hệ thống khác — what stands here already is matched, not doubled."""

    organization: Id
    rows: Annotated[list[ExportedIn], Field(max_length=1000)]


deed(router, exported.enter_register, EnteringRegister)
deed(router, numbering.open_series, OpeningSeries)
deed(router, numbering.close_series, ClosingSeries)
deed(router, numbering.set_number_source, SettingSource)
deed(router, numbering.issue_number, Issuing)
deed(router, numbering.reserve_number, Reserving)
deed(router, numbering.cancel_number, Cancelling)
deed(router, numbering.send_out, Sending)
