"""So sánh qua API — two days compared: sums, changes, and the units and posts behind a number."""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal, TypeVar

from ninja import Query, Router

from thenchot.doors.access.middleware import Request
from thenchot.doors.api.routes import question
from thenchot.doors.api.shapes import Asked, Day, Listed, Out, PaperOut, PathId, Sheet
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import OrganizationKind, PostKind, Right
from thenchot.people.reorganisation.reads.behind import posts_behind, units_behind
from thenchot.people.reorganisation.reads.comparing import Comparison, compare
from thenchot.people.reorganisation.words import Category, Counted, Part, Verb

router = Router(tags=[mark("Sắp xếp tổ chức")])
T = TypeVar("T")


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


class UnitPostOut(Out):
    """Chức vụ của một dòng — on which of the two days it counts there."""

    id: int
    title: str
    before: bool
    after: bool


class CountedOut(Out):
    """Dòng sau một con số — a unit, how many it has on either day and, of seats, which posts in sight."""

    unit: NamedOut
    before: int
    after: int
    posts: list[UnitPostOut]


class CountedHolderOut(Out):
    """Người giữ chức vụ — within sight."""

    id: int
    name: str


class CountedPostOut(Out):
    """Chức vụ sau một con số — on which days it counts in its unit, and who in sight holds it then."""

    id: int
    title: str
    kind: PostKind
    unit: NamedOut
    before: bool
    after: bool
    held_before: CountedHolderOut | None
    held_after: CountedHolderOut | None


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


class PostsBehind(Behind):
    """Lời hỏi chức vụ sau con số — of heads or of deputies."""

    what: Literal[Counted.HEADS, Counted.DEPUTIES]


@question(router, "/comparison", needs=Right.READ_TREE, shape=list[TotalOut])
def get_comparison(request: Request, asked: Query[Between]) -> Any:
    """So sánh hai ngày — focal points and posts by category."""
    return _compared(request, asked, lambda found: found.totals, [])


@question(router, "/comparison/changes", needs=Right.READ_TREE, shape=Listed[ChangeOut])
def list_changes(request: Request, asked: Query[BetweenSheet]) -> Any:
    """Các thay đổi giữa hai ngày — of every level, in the order of days."""
    first = asked.offset
    return _sheet(request, asked, lambda found: (
        len(found.changes), found.changes[first : first + asked.limit],
    ))  # fmt: skip


@question(router, "/comparison/units", needs=Right.READ_TREE, shape=Listed[CountedOut])
def list_counted(request: Request, asked: Query[Behind]) -> Any:
    """Đơn vị sau một con số — of a category, that count on either day, each with its heads or deputies."""
    return _sheet(request, asked, lambda found: units_behind(found=found, **_number(asked)))


@question(router, "/comparison/posts", needs=Right.READ, shape=Listed[CountedPostOut])
def list_counted_posts(request: Request, asked: Query[PostsBehind]) -> Any:
    """Chức vụ sau một con số — heads or deputies that count on either day; a `part` is of posts."""
    return _sheet(request, asked, lambda found: posts_behind(found=found, **_number(asked)))


def _number(asked: Behind) -> dict[str, Any]:
    return {
        "category": asked.category, "what": asked.what, "part": asked.part,
        "after": asked.offset, "most": asked.limit,
    }  # fmt: skip


def _compared(
    request: Request, asked: Between, read: Callable[[Comparison], T], nothing: T
) -> T | None:
    """What is read of the comparison; `nothing` of days the wrong way round, None out of sight."""
    before, after, unit = asked.before, asked.after, asked.unit
    found = compare(by=request.actor, before=before, after=after, under=unit)
    if unit and found.branch is None:
        return None
    return read(found) if before < after else nothing


def _sheet(
    request: Request, asked: Between, read: Callable[[Comparison], tuple[int, list[Any]]]
) -> dict[str, Any] | None:
    nothing: tuple[int, list[Any]] = (0, [])
    found = _compared(request, asked, read, nothing)
    return found and {"total": found[0], "items": found[1]}
