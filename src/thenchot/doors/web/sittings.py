"""Trang phiên họp — meetings and rounds of written slips; one with its agenda, votes and slips."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.listing import Pages, first_row
from thenchot.doors.web.pages import denied
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.words import Right
from thenchot.people.sittings.reads.sittings import (
    ItemLine,
    SittingLine,
    sitting_lines,
    sitting_page,
)
from thenchot.people.sittings.words import COUNTED, Outcome, Way

ROWS = 50
Offer = tuple[str, str]


@require_safe
def sitting_list(request: Request) -> HttpResponse:
    """Phiên họp, lấy ý kiến — of the bodies within sight, the latest day first."""
    if not request.actor.may(Right.READ):
        return denied(request)
    way = request.GET.get("cach", "")
    if way and way not in Way._value2member_map_:
        raise Http404
    total, lines = sitting_lines(
        by=request.actor, on=request.on, way=Way.of(way) if way else None,
        after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    context = {
        "total": total, "lines": lines, "way": way, "ways": list(Way),
        "pages": Pages(request, total, ROWS),
        "calls": request.on == request.day and request.actor.may(Right.RECORD_SITTING),
    }  # fmt: skip
    return render(request, "web/sitting_list.html", context)


@require_safe
def sitting(request: Request, sitting: int) -> HttpResponse:
    """Một phiên họp — its agenda with what came of each file, and the slips returned."""
    found = sitting_page(by=request.actor, on=request.on, sitting=sitting)
    if found is None:
        raise Http404
    line = found.line
    today, organization = request.on == request.day, line.organization_id
    records = today and request.actor.may(Right.RECORD_SITTING, organization)
    writes = today and request.actor.may(Right.WRITE, organization)
    context = {
        "page": found, "line": line, "written": line.way is Way.WRITTEN,
        "items": [(each, _deeds(line, each) if records else []) for each in found.items],
        "offers": _offers(line, records=records, writes=writes) if line.notice is None else [],
    }  # fmt: skip
    return render(request, "web/sitting.html", context)


def _offers(line: SittingLine, *, records: bool, writes: bool) -> list[Offer]:
    """More files, and once all were voted or put off the notice of conclusion."""
    found = []
    if records:
        found.append((mark("Đưa thêm hồ sơ trình"), _address("them-ho-so", "phien", line.id)))
    if writes and not line.waiting:
        title = mark("Soạn thông báo kết luận")
        found.append((title, _address("thong-bao-ket-luan", "phien", line.id)))
    return found


def _deeds(line: SittingLine, item: ItemLine) -> list[Offer]:
    if item.outcome in COUNTED and line.notice is None:
        return [(mark("Bỏ kết quả ghi nhầm"), _address("bo-ket-qua", "muc", item.id))]
    if item.outcome is not Outcome.WAITING:
        return []
    put_off = mark("Hoãn"), _address("hoan-muc", "muc", item.id)
    if line.way is Way.MEETING:
        return [(mark("Ghi kết quả biểu quyết"), _address("bieu-quyet", "muc", item.id)), put_off]
    returned = [
        (mark("Kiểm phiếu"), _address("kiem-phieu", "muc", item.id)),
        (mark("Bỏ phiếu ghi nhầm"), _address("bo-phieu", "muc", item.id)),
    ]
    slips = mark("Ghi phiếu ý kiến"), _address("phieu-y-kien", "muc", item.id)
    return [slips, *(returned if item.returned else returned[:1]), put_off]


def _address(slug: str, given: str, number: int) -> str:
    return f"{reverse('record', args=[slug])}?{urlencode({given: number})}"
