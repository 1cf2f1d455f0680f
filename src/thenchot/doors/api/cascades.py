"""Giao cấp dưới ban hành, kệ văn bản qua API — the board and the shelf read; the acts on both."""

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
    Word,
    Yes,
)
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import cascading, shelving
from thenchot.office.documents.reads.cascades import cascade_lines, cascade_page
from thenchot.office.documents.reads.shelf import shelf_on
from thenchot.office.documents.rules.cascading import MOST_UNITS, CascadeRow, UnitRow
from thenchot.office.documents.words import Force, Progress, Right, Subject, Verdict

router = Router(tags=[mark("Giao cấp dưới ban hành")])


class CascadeOut(Out):
    """Một việc giao — `done` of `of` units in sight."""

    id: int
    organization: int
    directive: PaperOut | None
    kind: InstrumentKind
    given_on: date
    due_on: date
    done: int
    of: int
    late: int
    earlier: int


class UnitOut(Out):
    """Một đơn vị được giao — `proof` is its paper, or the one it had before."""

    id: int
    unit: int
    name: str
    progress: Progress
    proof: PaperOut | None
    proof_on: date | None
    verdict: Verdict | None
    reason: str
    judged_on: date | None
    reminded_on: date | None


class CascadePageOut(Out):
    """Bảng của một việc giao."""

    line: CascadeOut
    basis: PaperOut | None
    units: list[UnitOut]


class AskedCascades(Sheet):
    """Lời hỏi — of an organ, of one directive."""

    organization: PathId | None = None
    directive: PathId | None = None


@question(router, "/cascades", needs=Right.READ, shape=Listed[CascadeOut])
def list_cascades(request: Request, asked: Query[AskedCascades]) -> Any:
    """Các việc giao ban hành — the last given first."""
    total, items = cascade_lines(
        by=request.actor, on=asked.day, organization=asked.organization, directive=asked.directive,
        after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/cascades/{cascade}", needs=Right.READ, shape=CascadePageOut)
def get_cascade(request: Request, cascade: PathId, asked: Query[Asked]) -> Any:
    """Một việc giao — every unit in sight and where it stands."""
    return cascade_page(by=request.actor, on=asked.day, cascade=cascade)


class CascadeIn(Row):
    """Việc giao."""

    MADE = CascadeRow
    directive: Id
    kind: InstrumentKind
    due_on: Day
    all_below: Yes = False


class UnitIn(Row):
    """Đơn vị được giao."""

    MADE = UnitRow
    unit: Id


class HandingDown(Body):
    """Giao cấp dưới ban hành."""

    organization: Id
    basis: Id
    row: CascadeIn
    units: Annotated[list[UnitIn], Field(max_length=MOST_UNITS)] = []


class Reminding(Body):
    """Nhắc các đơn vị chưa ban hành."""

    cascade: Id


class Judging(Body):
    """Xác nhận văn bản đã có từ trước."""

    unit_asked: Id
    paper: Id
    verdict: Verdict
    reason: Text


deed(router, cascading.hand_down, HandingDown)
deed(router, cascading.remind_units, Reminding)
deed(router, cascading.judge_earlier, Judging)


class TakenOut(Out):
    """Tham số lấy từ văn bản."""

    key: str
    values: list[int]
    clause: str
    verified: bool


class ShelfOut(Out):
    """Một văn bản còn hiệu lực — what it ended, what came with it, the limits taken from it."""

    subject: Subject | None
    paper: PaperOut
    kind: InstrumentKind
    issuer: str
    abstract: str
    force: Force
    ended: list[PaperOut]
    forms: list[PaperOut]
    parameters: list[TakenOut]


class AskedShelf(Asked):
    """Lời hỏi — of a subject, with these words."""

    subject: Subject | None = None
    words: Word = ""


@question(router, "/papers-in-force", needs=Right.READ, shape=list[ShelfOut])
def list_in_force(request: Request, asked: Query[AskedShelf]) -> Any:
    """Kệ văn bản còn hiệu lực vào ngày — by subject."""
    shelves = shelf_on(by=request.actor, on=asked.day, subject=asked.subject, words=asked.words)
    return [
        {
            "subject": subject, "paper": line.paper, "kind": line.kind, "issuer": line.issuer,
            "abstract": line.abstract, "force": line.standing.force, "ended": line.ended,
            "forms": line.forms, "parameters": line.parameters,
        }
        for subject, lines in shelves
        for line in lines
    ]  # fmt: skip


class Shelving(Body):
    """Xếp lên kệ."""

    organization: Id
    basis: Id
    subject: Subject


class Unshelving(Body):
    """Lấy khỏi kệ."""

    paper: Id
    reason: Text


deed(router, shelving.shelve_paper, Shelving)
deed(router, shelving.unshelve_paper, Unshelving)
