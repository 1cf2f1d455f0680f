"""Tổ chức qua API — the tree as a list, one unit with its way through time; decisions about them."""

from typing import Any

from ninja import Query, Router

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import Body, deed, question
from thenchot.doors.api.shapes import (
    Asked,
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
from thenchot.ground.register import reads
from thenchot.ground.register.acts import organizations as acts
from thenchot.ground.register.words import Level, OrganizationKind, Right, Succession

router = Router(tags=[mark("Tổ chức")])


class OrganizationOut(Out):
    """Tổ chức — its state on the day; `depth` counts from the highest unit within reach."""

    id: int
    name: str
    kind: OrganizationKind
    level: Level
    depth: int
    days: DaysOut
    basis: PaperOut


class StateOut(Out):
    """Trạng thái — a name on days, because of papers."""

    text: str
    days: DaysOut
    basis: PaperOut
    ended_by: PaperOut | None


class ContinuedOut(Out):
    """Kế tục — what the unit goes on from (`before`), or goes on in."""

    unit_id: int
    name: str
    kind: Succession
    before: bool
    days: DaysOut
    basis: PaperOut


class OrganizationPageOut(Out):
    """Một tổ chức — its state, the unit above, those below, all states through time."""

    line: OrganizationOut
    parent: OrganizationOut | None
    has_committee: bool
    children: list[OrganizationOut]
    states: list[StateOut]
    continued: list[ContinuedOut]


class Organizations(Sheet):
    """Lời hỏi danh sách tổ chức — by part of a name or by kind."""

    named: Word = ""
    kind: OrganizationKind | None = None


@question(router, "/organizations", needs=Right.READ_TREE, shape=Listed[OrganizationOut])
def list_organizations(request: Request, asked: Query[Organizations]) -> Any:
    """Bảng tổ chức — units within reach on the day, in the order of the tree."""
    total, items = reads.organizations_listed(
        by=request.actor, on=asked.day, named=asked.named, kind=asked.kind or "",
        after=asked.offset, most=asked.limit,
    )  # fmt: skip
    return {"total": total, "items": items}


@question(router, "/organizations/{organization}", needs=Right.READ_TREE, shape=OrganizationPageOut)
def get_organization(request: Request, organization: PathId, asked: Query[Asked]) -> Any:
    """Một tổ chức — on the day, with the units above and below it and its states through time."""
    return reads.organization_on(by=request.actor, organization=organization, on=asked.day)


class Establishing(Body):
    """Thành lập một tổ chức."""

    name: Text
    kind: OrganizationKind
    level: Level
    parent: Id | None = None
    from_day: Day
    basis: Id
    has_committee: Yes = False
    until: Day | None = None


class Renaming(Body):
    """Đổi tên."""

    organization: Id
    name: Text
    from_day: Day
    basis: Id


class Moving(Body):
    """Chuyển, xếp vào cây."""

    organization: Id
    parent: Id
    from_day: Day
    basis: Id


class Retyping(Body):
    """Chuyển loại."""

    organization: Id
    kind: OrganizationKind
    level: Level
    has_committee: Yes
    from_day: Day
    basis: Id


class Merging(Body):
    """Sáp nhập, hợp nhất."""

    organization: Id
    into: Id
    from_day: Day
    basis: Id
    how: Succession = Succession.ABSORBED


class Ending(Body):
    """Kết thúc hoạt động."""

    organization: Id
    from_day: Day
    basis: Id


deed(router, acts.establish_organization, Establishing)
deed(router, acts.rename_organization, Renaming)
deed(router, acts.move_organization, Moving)
deed(router, acts.place_organization, Moving)
deed(router, acts.retype_organization, Retyping)
deed(router, acts.merge_organization, Merging)
deed(router, acts.end_organization, Ending)
