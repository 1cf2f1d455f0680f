"""Vị trí việc làm qua API — the catalogue, one position with its versions, quotas; drafts and decisions."""

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router
from pydantic import Field

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, Row, deed, question
from thenchot.doors.api.shapes import (
    Asked,
    Count,
    Day,
    DaysOut,
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
from thenchot.ground.plain.text import mark
from thenchot.people.positions.acts.approving import approve_descriptions, end_positions
from thenchot.people.positions.acts.assessing import assess_competencies
from thenchot.people.positions.acts.copying import copy_description, copy_descriptions
from thenchot.people.positions.acts.drafting import discard_draft, draft_description
from thenchot.people.positions.acts.framework import set_competency
from thenchot.people.positions.acts.quotas import set_staff_quotas
from thenchot.people.positions.reads.catalogue import positions_listed
from thenchot.people.positions.reads.position import position_on
from thenchot.people.positions.rules.assessing import AssessedRow
from thenchot.people.positions.rules.content import Demand, Description, Duty
from thenchot.people.positions.rules.quotas import QuotaRow
from thenchot.people.positions.words import (
    CompetencyGroup,
    Degree,
    PositionKind,
    Right,
    StaffCategory,
    State,
    Theory,
)

router = Router(tags=[mark("Vị trí việc làm")])


class PositionOut(Out):
    """Vị trí việc làm — on the day; `missing`: how many parts its draft still lacks."""

    id: int
    code: str
    title: str
    unit_id: int
    unit: str
    state: State
    days: DaysOut | None
    basis: PaperOut | None
    missing: int | None


class DutyOut(Out):
    """Công việc — with its criterion, unit of measure and weight in percent."""

    area: str
    task: str
    criterion: str
    measure: str
    weight: int


class DemandOut(Out):
    """Năng lực cần có — a competency of the framework at a level from 1 to 5."""

    competency: str
    level: int


class ContentOut(Out):
    """Nội dung bản mô tả."""

    kind: PositionKind
    objectives: str
    duties: list[DutyOut]
    superior: str
    subordinates: str
    partners: str
    outside: str
    authority: str
    conditions: str
    degree: Degree | None
    field: str
    theory: Theory | None
    party_member: bool
    experience: str
    character: str
    competencies: list[DemandOut]


class VersionOut(Out):
    """Bản đã phê duyệt — on its days, by which papers."""

    id: int
    code: str
    title: str
    content: ContentOut
    days: DaysOut
    basis: PaperOut
    ended_by: PaperOut | None


class DraftOut(Out):
    """Bản thảo — and who wrote it last."""

    code: str
    title: str
    content: ContentOut
    drafter: str
    drafted_on: date


class PositionPageOut(Out):
    """Một vị trí — what holds on the day, the draft in hand, all versions."""

    id: int
    unit_id: int
    unit: str
    current: VersionOut | None
    draft: DraftOut | None
    versions: list[VersionOut]


class Positions(Sheet):
    """Lời hỏi danh mục — by unit and all below it, part of code or title, state."""

    organization: PathId | None = None
    named: Word = ""
    state: State | None = None


@question(router, "/positions", needs=Right.READ, shape=Listed[PositionOut])
def list_positions(request: Request, asked: Query[Positions]) -> Any:
    """Danh mục vị trí việc làm — within reach on the day, by unit and code."""
    total, items = positions_listed(
        by=request.actor, on=asked.day, unit=asked.organization, named=asked.named,
        state=asked.state or "", after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/positions/{position}", needs=Right.READ, shape=PositionPageOut)
def get_position(request: Request, position: PathId, asked: Query[Asked]) -> Any:
    """Một vị trí việc làm — its description on the day, its draft, its versions through time."""
    return position_on(by=request.actor, position=position, on=asked.day)


class DutyRow(Row):
    """Một công việc."""

    MADE = Duty
    area: Text
    task: Text
    criterion: Text = ""
    measure: Text = ""
    weight: Count = 0


class DemandRow(Row):
    """Một năng lực cần có."""

    MADE = Demand
    competency: Word
    level: Annotated[int, Field(ge=1, le=5, strict=True)]


class Content(Row):
    """Nội dung bản mô tả — what is left out is not written yet."""

    kind: PositionKind = PositionKind.SPECIALIZED
    objectives: Text = ""
    duties: Annotated[list[DutyRow], Field(max_length=60)] = []
    superior: Text = ""
    subordinates: Text = ""
    partners: Text = ""
    outside: Text = ""
    authority: Text = ""
    conditions: Text = ""
    degree: Degree | None = None
    field: Text = ""
    theory: Theory | None = None
    party_member: Yes = False
    experience: Text = ""
    character: Text = ""
    competencies: Annotated[list[DemandRow], Field(max_length=100)] = []

    def row(self) -> Any:
        said = {name: getattr(self, name) for name in type(self).model_fields}
        for name in ("duties", "competencies"):
            said[name] = tuple(each.row() for each in said[name])
        return Description(**said)


class Drafting(Body):
    """Soạn bản mô tả — without `position`, of a new one."""

    organization: Id
    code: Word
    title: Text
    content: Content
    position: Id | None = None


class Copying(Body):
    """Chép sang đơn vị khác."""

    position: Id
    organization: Id
    code: Word = ""


class CopyingUnit(Body):
    """Chép các vị trí của một đơn vị."""

    source: Id
    organization: Id


class Discarding(Body):
    """Bỏ bản thảo."""

    position: Id


class Approving(Body):
    """Phê duyệt — the numbers of positions whose drafts are approved."""

    drafts: Annotated[list[Id], Field(max_length=1000)]
    from_day: Day
    basis: Id


class EndingPositions(Body):
    """Kết thúc vị trí việc làm."""

    positions: Annotated[list[Id], Field(max_length=1000)]
    from_day: Day
    basis: Id


class CompetencyBody(Body):
    """Một năng lực của khung."""

    code: Word
    group: CompetencyGroup
    name: Text
    indicators: Annotated[list[Text], Field(max_length=10)]
    verified: Yes
    from_day: Day
    basis: Id


class AssessedLevel(Row):
    """Một năng lực được đánh giá — its code in the framework, the level from 1 to 5."""

    MADE = AssessedRow
    competency: Word
    level: Annotated[int, Field(ge=1, le=5, strict=True)]


class AssessingCompetencies(Body):
    """Đánh giá năng lực của một người."""

    person: Id
    levels: Annotated[list[AssessedLevel], Field(max_length=100)]
    assessor: Text
    from_day: Day
    basis: Id


class Quota(Row):
    """Biên chế của một đơn vị, một loại."""

    MADE = QuotaRow
    organization: Id
    category: StaffCategory
    assigned: Count
    used: Count = 0


class Quotas(Body):
    """Giao biên chế."""

    quotas: Annotated[list[Quota], Field(max_length=1000)]
    year: Annotated[int, Field(ge=1900, le=2200, strict=True)]
    from_day: Day
    basis: Id


deed(router, draft_description, Drafting)
deed(router, copy_description, Copying)
deed(router, copy_descriptions, CopyingUnit)
deed(router, discard_draft, Discarding)
deed(router, approve_descriptions, Approving)
deed(router, end_positions, EndingPositions)
deed(router, set_competency, CompetencyBody)
deed(router, assess_competencies, AssessingCompetencies)
deed(router, set_staff_quotas, Quotas)
