"""Văn bản căn cứ qua API — the register of papers; recording, annulling, repealing, setting right."""

from base64 import b64encode
from datetime import date, datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import (
    Count,
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
from thenchot.ground.basis.acts.calendar import exchange_days, withdraw_exchanged_day
from thenchot.ground.basis.acts.correct import correct_fact, correct_facts
from thenchot.ground.basis.acts.instruments import complete_instrument_day, register_instrument
from thenchot.ground.basis.acts.removing import remove_paper, remove_paper_file
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.basis.attached import file_signatures
from thenchot.ground.basis.reads.calendar import exchanged_lines
from thenchot.ground.basis.reads.instruments import paper_page, papers_listed
from thenchot.ground.basis.rules import CorrectionRow
from thenchot.ground.basis.words import InstrumentKind, Integrity, PersonnelArea, Right, Trust
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.reasons import Misread, Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.working_days import DayRow
from thenchot.people.dossiers.reads.papers import file_within

router = Router(tags=[mark("Văn bản")])
Year = Annotated[int, Field(ge=1900, le=2200, strict=True)]


class PaperLineOut(Out):
    """Văn bản — its day is null where only the year is known."""

    id: int
    printed: str
    issued_on: date | None
    issuer: str
    abstract: str


class PaperPageOut(Out):
    """Một văn bản — and what annulled or repealed it."""

    line: PaperLineOut
    kind: InstrumentKind
    number_sign: str
    signer: str
    issued_year: int
    effect_on: date | None
    file_sha256: str
    annulled_by: PaperLineOut | None
    repealed_by: PaperLineOut | None
    repealed_from: date | None
    pages_read: int | None


class Papers(Sheet):
    """Lời hỏi sổ văn bản — `number` as it begins, `words` in issuer or abstract."""

    number: Word = ""
    kind: InstrumentKind | None = None
    year: Number | None = Field(None, ge=1900, le=2200)
    words: Word = ""
    unit: PathId | None = None


@question(router, "/instruments", needs=Right.READ_INSTRUMENT, shape=Listed[PaperLineOut])
def list_instruments(request: Request, asked: Query[Papers]) -> Any:
    """Sổ văn bản — issued by the day, newest first."""
    total, items = papers_listed(
        by=request.actor, on=asked.day, number=asked.number, kind=asked.kind,
        year=asked.year or 0, words=asked.words, unit=asked.unit or 0,
        after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/instruments/{instrument}", needs=Right.READ_INSTRUMENT, shape=PaperPageOut)
def get_instrument(request: Request, instrument: PathId) -> Any:
    """Một văn bản — as it is printed, whether it still carries anything."""
    return paper_page(by=request.actor, paper=instrument)


class FileOut(Out):
    """Tệp của văn bản — its content in base64."""

    sha256: str
    media: str
    content: str


@question(router, "/instruments/{instrument}/file", needs=Right.READ_INSTRUMENT, shape=FileOut)
def get_file(request: Request, instrument: PathId) -> Any:
    """Tệp của văn bản — to whoever sees the paper; a list only to whoever sees all it lists."""
    page = paper_page(by=request.actor, paper=instrument)
    held = file_within(by=request.actor, page=page) if page else None
    if page is None or held is None:
        return None
    place, kind = held
    return {
        "sha256": page.file_sha256, "media": kind.media,
        "content": b64encode(place.read_bytes()).decode(),
    }  # fmt: skip


class SignatureOut(Out):
    """Một chữ ký số — `at` by the clock of the signer unless `stamped`; withdrawal is never checked."""

    signer: str
    organ: str
    at: datetime | None
    stamped: bool
    integrity: Integrity
    trust: Trust


@question(
    router, "/instruments/{instrument}/signatures", needs=Right.READ_INSTRUMENT,
    shape=list[SignatureOut],
)  # fmt: skip
def list_signatures(request: Request, instrument: PathId) -> Any:
    """Chữ ký số trong tệp PDF của văn bản — in the order of signing; read at this moment."""
    page = paper_page(by=request.actor, paper=instrument)
    if page is None:
        return None
    try:
        return file_signatures(page.file_sha256)
    except Misread as misread:
        raise Refused([misread.reason]) from misread


class NewInstrument(Body):
    """Ghi văn bản căn cứ."""

    kind: InstrumentKind
    number_sign: Word
    issuer: Text
    abstract: Text
    issued_year: Year
    issued_on: Day | None = None
    effect_on: Day | None = None
    signer: Text = ""
    kept_by: Id | None = None
    personnel: PersonnelArea | None = None


class CompletingDay(Body):
    """Bổ sung ngày ban hành."""

    instrument: Id
    issued_on: Day


class Annulling(Body):
    """Hủy bỏ."""

    instrument: Id
    by_paper: Id
    reason: Text


class Repealing(Body):
    """Bãi bỏ, thu hồi."""

    instrument: Id
    from_day: Day
    by_paper: Id
    reason: Text


class DaysIn(Schema):
    """Hiệu lực — `until` is the first day on which it no longer holds."""

    model_config = ConfigDict(extra="forbid")

    start: Day
    until: Day | None = None

    def days(self) -> DayRange:
        if self.until is not None and self.until <= self.start:
            fault = mark("Ngày hết hiệu lực phải sau ngày có hiệu lực.")
            raise Refused([Reason(fault, field="changes.effective.until")])
        return DayRange(self.start, self.until)


class Changes(Schema):
    """Nội dung đính chính — only the columns to be set right are said."""

    model_config = ConfigDict(extra="forbid")

    effective: DaysIn | None = None
    full_name: Text | None = None
    birth_on: Day | None = None
    sex: Word | None = None
    ethnicity: Text | None = None
    hometown: Text | None = None
    name: Text | None = None
    title: Text | None = None
    kind: Word | None = None
    level: Word | None = None
    tier: Word | None = None
    form: Word | None = None
    timing: Word | None = None
    status: Word | None = None
    occasion: Text | None = None
    has_committee: Yes | None = None
    admitted_on: Day | None = None
    joined_on: Day | None = None
    official_on: Day | None = None
    years: Count | None = None
    visits: Count | None = None
    value: Count | None = None

    def said(self) -> dict[str, Any]:
        found = {name: getattr(self, name) for name in self.model_fields_set}
        if self.effective:
            found["effective"] = self.effective.days()
        return found


class Correcting(Body):
    """Đính chính — `kind` is the kind of fact, such as "register.Posting", `fact` its number."""

    kind: Word
    fact: Id
    changes: Changes
    by_paper: Id
    reason: Text

    def asked(self) -> dict[str, Any]:
        return super().asked() | {"changes": self.changes.said()}


class CorrectionIn(Row):
    """Một sự kiện đính chính — as in the correction of one."""

    MADE = CorrectionRow
    kind: Word
    fact: Id
    changes: Changes

    def row(self) -> CorrectionRow:
        return CorrectionRow(self.kind, self.fact, self.changes.said())


class CorrectingMany(Body):
    """Đính chính nhiều sự kiện — under one paper, all of them or none."""

    facts: Annotated[list[CorrectionIn], Field(min_length=1, max_length=300)]
    by_paper: Id
    reason: Text


deed(router, register_instrument, NewInstrument)


class RemovingFile(Body):
    """Gỡ khẩn cấp — the file of a paper, for good."""

    instrument: Id


class RemovingPaper(Body):
    """Gỡ khẩn cấp — a paper's file and every word said of it, for good."""

    instrument: Id


deed(router, complete_instrument_day, CompletingDay)
deed(router, annul_instrument, Annulling)
deed(router, repeal_instrument, Repealing)
deed(router, correct_fact, Correcting)
deed(router, correct_facts, CorrectingMany)
deed(router, remove_paper_file, RemovingFile)
deed(router, remove_paper, RemovingPaper)


class ExchangedDayOut(Out):
    """Ngày hoán đổi — worked instead, or off."""

    day: date
    works: bool
    paper: PaperOut


class ExchangedDayIn(Row):
    """Một ngày hoán đổi."""

    MADE = DayRow
    day: Day
    works: Yes


class ExchangingDays(Body):
    """Ghi ngày hoán đổi — of one notice."""

    days: Annotated[list[ExchangedDayIn], Field(min_length=1, max_length=100)]
    basis: Id


class WithdrawingDay(Body):
    """Rút ngày hoán đổi."""

    day: Day
    reason: Text


@question(router, "/exchanged-days", needs=Right.READ_INSTRUMENT, shape=list[ExchangedDayOut])
def list_exchanged_days(request: Request) -> Any:
    """Ngày nghỉ, ngày làm bù theo thông báo — the last first."""
    return exchanged_lines()


deed(router, exchange_days, ExchangingDays)
deed(router, withdraw_exchanged_day, WithdrawingDay)
