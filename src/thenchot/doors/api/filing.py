"""Bản sao, hồ sơ công việc qua API — read, copied, listed, opened, filled and closed."""

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
    Number,
    Out,
    PaperOut,
    PathId,
    Sheet,
    Text,
    Word,
    Yes,
)
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import copies, entering, filing
from thenchot.office.documents.reads.copies import copy_lines
from thenchot.office.documents.reads.dossiers import dossier_lines, dossier_page, retention_on
from thenchot.office.documents.reads.entering import not_entered_on
from thenchot.office.documents.rules.copies import CopyRow
from thenchot.office.documents.rules.dossiers import DossierRow, FiledRow
from thenchot.office.documents.words import CopyKind, DossierState, Right

router = Router(tags=[mark("Bản sao, hồ sơ công việc")])
Years = Annotated[int, Field(ge=1, le=200, strict=True)]
Sheets = Annotated[int, Field(ge=1, le=100_000, strict=True)]


class CopyOut(Out):
    """Dòng sổ sao — `cancelled` is the reason, where the number was cancelled."""

    id: int
    organization: int
    sign: str
    kind: CopyKind
    given_on: date
    paper: PaperOut
    issuer: str
    copied_from: str
    extract: str
    signer: str
    recipients: str
    copies: int
    note: str
    cancelled: str


class DossierOut(Out):
    """Dòng danh mục hồ sơ — no `keep_years`: for ever; `sheets` where all papers were counted."""

    id: int
    organization: int
    year: int
    code: str
    heading: str
    title: str
    subject: str
    keep_years: int | None
    kept_until: int | None
    keeper: str
    state: DossierState
    opened_on: date | None
    closed_on: date | None
    note: str
    papers: int
    sheets: int | None
    paper: PaperOut


class FiledOut(Out):
    """Văn bản trong hồ sơ — `at`: its sheets, counted through the dossier."""

    id: int
    paper: PaperOut
    number_sign: str
    issuer: str
    issued_on: date | None
    abstract: str
    sheets: int | None
    at: str
    filed_on: date
    note: str


class DossierPageOut(Out):
    """Một hồ sơ — with its papers in the order of their days."""

    line: DossierOut
    papers: list[FiledOut]


class RetentionOut(Out):
    """Thời hạn bảo quản của một nhóm — no `keep_years`: for ever."""

    subject: str
    keep_years: int | None
    clause: str
    verified: bool
    since: date
    paper: PaperOut


class NotEnteredOut(Out):
    """Loại văn bản không nhập — not `verified`: the text of its paper was not read."""

    subject: str
    clause: str
    verified: bool
    since: date
    paper: PaperOut


class AskedCopies(Sheet):
    """Lời hỏi — of an organ, of a kind, with these words."""

    organization: PathId | None = None
    kind: CopyKind | None = None
    words: Word = ""


class AskedDossiers(Sheet):
    """Lời hỏi — of a unit, a year, in a state, with these words."""

    organization: PathId | None = None
    year: Number = Field(0, ge=0, le=2200)
    state: DossierState | None = None
    words: Word = ""


@question(router, "/copies", needs=Right.READ, shape=Listed[CopyOut])
def list_copies(request: Request, asked: Query[AskedCopies]) -> Any:
    """Sổ sao văn bản — the last made first."""
    total, items = copy_lines(
        by=request.actor, on=asked.day, organization=asked.organization, kind=asked.kind,
        words=asked.words, after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/dossiers", needs=Right.READ, shape=Listed[DossierOut])
def get_dossiers(request: Request, asked: Query[AskedDossiers]) -> Any:
    """Danh mục hồ sơ — the newest year first."""
    total, items = dossier_lines(
        by=request.actor, on=asked.day, organization=asked.organization, year=asked.year,
        state=asked.state, words=asked.words, after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/dossiers/{dossier}", needs=Right.READ, shape=DossierPageOut)
def get_dossier(request: Request, dossier: PathId, asked: Query[Asked]) -> Any:
    """Một hồ sơ."""
    return dossier_page(by=request.actor, on=asked.day, dossier=dossier)


@question(router, "/not-entered", needs=Right.READ, shape=list[NotEnteredOut])
def list_not_entered(request: Request, asked: Query[Asked]) -> Any:
    """Loại văn bản không nhập — those of the day."""
    return not_entered_on(by=request.actor, on=asked.day)


@question(router, "/retention", needs=Right.READ, shape=list[RetentionOut])
def list_retention(request: Request, asked: Query[Asked]) -> Any:
    """Bảng thời hạn bảo quản — of the day."""
    return retention_on(by=request.actor, on=asked.day)


class CopyIn(Row):
    """Bản sao."""

    MADE = CopyRow
    kind: CopyKind
    signer: Text
    copied_from: Text = ""
    extract: Text = ""
    recipients: Text = ""
    copies: Annotated[int, Field(ge=1, le=10_000, strict=True)] = 1
    note: Text = ""


class DossierIn(Row):
    """Dòng danh mục hồ sơ."""

    MADE = DossierRow
    code: Word
    title: Text
    subject: Text
    heading: Text = ""
    keeper: Text = ""
    note: Text = ""


class FiledIn(Row):
    """Văn bản đưa vào hồ sơ."""

    MADE = FiledRow
    paper: Id
    sheets: Sheets | None = None
    note: Text = ""


class CertifyingCopy(Body):
    """Ghi bản sao."""

    series: Id
    paper: Id
    row: CopyIn
    given_on: Day


class CancellingCopy(Body):
    """Hủy bản sao."""

    copied: Id
    reason: Text


class SettingRetention(Body):
    """Ghi thời hạn bảo quản."""

    subject: Text
    keep_years: Years | None = None
    clause: Text = ""
    verified: Yes = False
    from_day: Day
    basis: Id


class SettingNotEntered(Body):
    """Ghi loại văn bản không nhập — not `kept_out`: entered again from that day."""

    subject: Text
    kept_out: Yes = True
    clause: Text = ""
    verified: Yes = False
    from_day: Day
    basis: Id


class ListingDossiers(Body):
    """Lập danh mục hồ sơ."""

    organization: Id
    year: Annotated[int, Field(ge=1930, le=2200, strict=True)]
    rows: Annotated[list[DossierIn], Field(max_length=1000)]
    basis: Id


class OpeningDossier(Body):
    """Mở hồ sơ."""

    dossier: Id
    opened_on: Day


class FilingPapers(Body):
    """Đưa văn bản vào hồ sơ."""

    dossier: Id
    papers: Annotated[list[FiledIn], Field(max_length=1000)]


class CountingSheets(Body):
    """Ghi số tờ."""

    filed: Id
    sheets: Sheets


class TakingOut(Body):
    """Đưa văn bản ra khỏi hồ sơ."""

    filed: Id
    reason: Text


class ClosingDossier(Body):
    """Kết thúc hồ sơ."""

    dossier: Id
    closed_on: Day
    subject: Text = ""


class ReopeningDossier(Body):
    """Mở lại hồ sơ."""

    dossier: Id
    reason: Text


deed(router, copies.certify_copy, CertifyingCopy)
deed(router, copies.cancel_copy, CancellingCopy)
deed(router, filing.set_retention, SettingRetention)
deed(router, entering.set_not_entered, SettingNotEntered)
deed(router, filing.list_dossiers, ListingDossiers)
deed(router, filing.open_dossier, OpeningDossier)
deed(router, filing.file_papers, FilingPapers)
deed(router, filing.count_sheets, CountingSheets)
deed(router, filing.take_paper_out, TakingOut)
deed(router, filing.close_dossier, ClosingDossier)
deed(router, filing.reopen_dossier, ReopeningDossier)
