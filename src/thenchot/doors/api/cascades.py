"""Giao cấp dưới ban hành qua API — the board read; handed down, reminded, earlier papers judged."""

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
    Yes,
)
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import cascading
from thenchot.office.documents.reads.cascades import cascade_lines, cascade_page
from thenchot.office.documents.rules.cascading import MOST_UNITS, CascadeRow, UnitRow
from thenchot.office.documents.words import Progress, Right, Verdict

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
