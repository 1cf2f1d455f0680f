"""So sánh qua API — two days compared: sums, changes, and the units behind a number."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ninja import Query, Router

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import question
from thenchot.doors.api.shapes import Asked, Day, Listed, Out, PaperOut, PathId, Sheet
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import OrganizationKind, Right
from thenchot.people.reorganisation.reads.comparing import Comparison, branch_of, compare
from thenchot.people.reorganisation.words import Category, Counted, Part, Verb

router = Router(tags=[mark("Sắp xếp tổ chức")])


class TotalOut(Out):
    """Tăng, giảm — before − gone + new = after; `people` held the seats that are gone."""

    category: Category
    what: Counted
    before: int
    gone: int
    new: int
    after: int
    people: int


class NamedOut(Out):
    """Đơn vị được nêu."""

    id: int
    name: str


class ChangeOut(Out):
    """Một thay đổi — `units` became `into`, or moved from `source`, by a paper from a day."""

    verb: Verb
    units: list[NamedOut]
    into: list[NamedOut]
    source: NamedOut | None
    kind: OrganizationKind | None
    paper: PaperOut | None
    day: date


class CountedOut(Out):
    """Dòng sau một con số — a unit and how many it has on either day."""

    unit: NamedOut
    before: int
    after: int


class Between(Asked):
    """Lời hỏi so sánh — two days, and the unit below which."""

    before: Day
    after: Day
    unit: PathId | None = None


class BetweenSheet(Between, Sheet):
    """Một tờ của so sánh."""


class Behind(BetweenSheet):
    """Lời hỏi danh sách sau con số — which number of the comparison."""

    category: Category
    what: Counted
    part: Part | None = None


@question(router, "/comparison", needs=Right.READ_TREE, shape=list[TotalOut])
def get_comparison(request: Request, asked: Query[Between]) -> Any:
    """So sánh hai ngày — focal points and posts by category."""
    return _compared(request, asked, lambda found: found.totals)


@question(router, "/comparison/changes", needs=Right.READ_TREE, shape=Listed[ChangeOut])
def list_changes(request: Request, asked: Query[BetweenSheet]) -> Any:
    """Các thay đổi giữa hai ngày — of every level, in the order of days."""
    return _sheet(asked, _compared(request, asked, lambda found: found.changes))


@question(router, "/comparison/units", needs=Right.READ_TREE, shape=Listed[CountedOut])
def list_counted(request: Request, asked: Query[Behind]) -> Any:
    """Danh sách sau một con số — the units of a category that count on either day."""
    return _sheet(
        asked,
        _compared(
            request, asked, lambda found: found.behind(asked.category, asked.what, asked.part)
        ),
    )


def _compared(
    request: Request, asked: Between, read: Callable[[Comparison], list[Any]]
) -> list[Any] | None:
    """What is read of the comparison; nothing of days the wrong way round, None out of sight."""
    by = request.actor
    unit, before, after = asked.unit, asked.before, asked.after
    if unit and branch_of(by=by, unit=unit, before=before, after=after) is None:
        return None
    if before >= after:
        return []
    return read(compare(by=by, before=before, after=after, under=unit))


def _sheet(asked: Sheet, rows: list[Any] | None) -> Any:
    if rows is None:
        return None
    return {"total": len(rows), "items": rows[asked.offset : asked.offset + asked.limit]}
