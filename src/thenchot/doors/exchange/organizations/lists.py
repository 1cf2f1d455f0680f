"""Danh sách thành bảng tính — units, vacancies, committees, positions, staff and a comparison, every cell text."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, table_of_text
from thenchot.doors.exchange.reports.sheet import HANOI
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import format_day, parse_day
from thenchot.ground.register import reads
from thenchot.ground.register.reads.vacant import vacancies_on
from thenchot.ground.register.words import Right
from thenchot.people.committees.reads.committees import committees
from thenchot.people.members.reads import members_below
from thenchot.people.positions.reads.catalogue import positions_listed
from thenchot.people.positions.reads.quotas import quotas_on
from thenchot.people.positions.words import Right as PositionsRight
from thenchot.people.positions.words import StaffCategory
from thenchot.people.reorganisation.reads.behind import in_part
from thenchot.people.reorganisation.reads.comparing import compare
from thenchot.people.reorganisation.words import Counted

EVERY = 100_000
WIDE, MIDDLE, NARROW = 45, 24, 12
Rows = Iterator[Sequence[str]]
Head = tuple[tuple[str, int], ...]
UNIT, PAPER = (mark("Tổ chức"), WIDE), (mark("Căn cứ"), MIDDLE)


def _units(by: Actor, on: date) -> Rows:
    _, lines = reads.organizations_listed(by=by, on=on, most=EVERY)
    below = reads.lines_below(by=by, units=[line.id for line in lines], on=on)
    seats = reads.seats_below(by=by, lines=below, on=on)
    members = members_below(by=by, lines=below, on=on)
    for line in lines:
        has, held = members.get(line.id), seats[line.id]
        counted = [held.heads, held.deputies, has.cells, has.members] if has else ["–"] * 4
        yield (
            "  " * line.depth + line.name, gettext(line.kind.label), gettext(line.level.label),
            *map(str, counted), str(line.basis),
        )  # fmt: skip


def _vacancies(by: Actor, on: date) -> Rows:
    for line in vacancies_on(by=by, on=on, most=EVERY)[1]:
        yield line.unit, line.title, gettext(line.kind.label), format_day(line.since), line.last


def _committees(by: Actor, on: date) -> Rows:
    for line in committees(by=by, on=on, most=EVERY)[2]:
        yield (
            line.name, line.label, format_day(line.since), f"{line.executive.present}/{line.executive.allowed}",
            f"{line.standing.present}/{line.standing.allowed}", str(line.basis),
        )  # fmt: skip


def _positions(by: Actor, on: date) -> Rows:
    for line in positions_listed(by=by, on=on, most=EVERY)[1]:
        days = line.days.sentence(gettext) if line.days else ""
        yield (
            line.unit,
            line.code,
            line.title,
            gettext(line.state.label),
            days,
            str(line.basis or ""),
        )


def _quotas(by: Actor, on: date) -> Rows:
    for line in quotas_on(by=by, on=on):
        kinds = [line.by_category.get(kind) for kind in StaffCategory]
        yield (
            line.unit, *(f"{each.assigned}/{each.used}" if each else "" for each in kinds),
            str(line.assigned), str(line.used), str(line.present), str(line.left),
            "; ".join(map(str, line.papers)),
        )  # fmt: skip


LISTS: dict[str, tuple[Labelled, str, Head, Callable[[Actor, date], Rows]]] = {
    "to-chuc": (
        Right.READ_TREE, mark("Bảng tổ chức"),
        (
            UNIT, (mark("Loại"), MIDDLE), (mark("Cấp"), NARROW), (mark("Cấp trưởng"), NARROW),
            (mark("Cấp phó"), NARROW), (mark("Chi bộ"), NARROW), (mark("Đảng viên"), NARROW), PAPER,
        ),
        _units,
    ),
    "chuc-vu-trong": (
        Right.READ, mark("Chức vụ trống"),
        (
            UNIT, (mark("Chức vụ"), MIDDLE), (mark("Loại chức vụ"), NARROW), (mark("Trống từ ngày"), NARROW),
            (mark("Người giữ trước"), MIDDLE),
        ),
        _vacancies,
    ),
    "cap-uy": (
        Right.READ, mark("Cấp ủy"),
        (
            (mark("Cấp ủy"), WIDE), (mark("Nhiệm kỳ"), NARROW), (mark("Từ ngày"), NARROW),
            (mark("Cấp ủy viên"), NARROW), (mark("Ban thường vụ"), NARROW), PAPER,
        ),
        _committees,
    ),
    "vi-tri-viec-lam": (
        PositionsRight.READ, mark("Vị trí việc làm"),
        (
            UNIT, (mark("Mã"), NARROW), (mark("Tên vị trí"), WIDE), (mark("Tình trạng"), MIDDLE),
            (mark("Hiệu lực"), MIDDLE), PAPER,
        ),
        _positions,
    ),
    "bien-che": (
        PositionsRight.READ, mark("Biên chế"),
        (
            UNIT, *((kind.label, NARROW) for kind in StaffCategory), (mark("Giao"), NARROW),
            (mark("Sử dụng"), NARROW), (mark("Hiện có"), NARROW), (mark("Còn"), NARROW), PAPER,
        ),
        _quotas,
    ),
}  # fmt: skip


@require_safe
def list_file(request: Request, what: str) -> HttpResponse:
    """Danh sách đang xem — every line within sight on the day looked at, as XLSX."""
    found = LISTS.get(what)
    if found is None or not request.actor.may(found[0]):
        raise Http404
    _, title, head, rows = found
    return _book(request.on, what, title, head, rows(request.actor, request.on))


@require_safe
def comparison_file(request: Request) -> HttpResponse:
    """Bảng tăng, giảm giữa hai ngày — before − gone + new = after, each category and what is counted."""
    if not request.actor.may(Right.READ_TREE):
        raise Http404
    before = _day(request, "truoc", request.on - timedelta(days=365))
    after = _day(request, "sau", request.on)
    under = _unit_typed(request)
    found = compare(by=request.actor, before=before, after=after, under=under)
    if under is not None and found.branch is None:
        raise Http404
    head = (
        (mark("Nội dung"), WIDE), (mark("Đếm"), MIDDLE), (format_day(before), NARROW), (mark("Thôi"), NARROW),
        (mark("Mới"), NARROW), (format_day(after), NARROW), (mark("Tăng, giảm"), NARROW),
        (mark("Người thôi giữ"), NARROW),
    )  # fmt: skip
    rows = [
        (
            gettext(each.category.label), gettext(each.what.label),
            *map(str, (each.before, each.gone, each.new, each.after, each.change)),
            str(each.people) if each.what.seats else "",
        )
        for each in found.totals
    ]  # fmt: skip
    if in_part(found, *Counted):
        told = mark("Con số và danh sách chỉ tính phần trong phạm vi được xem.")
        rows.append((gettext(told), *("" for _ in head[1:])))
    return _book(request.on, "so-sanh", mark("Tăng, giảm"), head, iter(rows))


def _book(on: date, name: str, title: str, head: Head, rows: Rows) -> HttpResponse:
    made_at = datetime.combine(on, time(23, 59), HANOI)
    columns = [(gettext(text), width) for text, width in head]
    answer = HttpResponse(
        table_of_text(gettext(title), columns, rows, made_at), content_type=KINDS["xlsx"]
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}-{on.isoformat()}.xlsx"'
    return answer


def unit_asked(request: Request, on: date) -> int | None:
    """The branch asked for, as it stands on a day; none: all within sight."""
    unit = _unit_typed(request)
    if (
        unit is not None
        and reads.organization_on(by=request.actor, organization=unit, on=on) is None
    ):
        raise Http404
    return unit


def _unit_typed(request: Request) -> int | None:
    typed = request.GET.get("don-vi", "")
    if not typed:
        return None
    if not typed.isdecimal() or len(typed) > 18:
        raise Http404
    return int(typed)


def _day(request: Request, name: str, otherwise: date) -> date:
    typed = request.GET.get(name, "").strip()
    try:
        return parse_day(typed, otherwise) if typed else otherwise
    except Misread:
        raise Http404 from None
