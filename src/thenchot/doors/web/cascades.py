"""Bảng giao cấp dưới ban hành — what was asked of whom by when, who has issued it, who has not."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.listing import Pages, first_row, number
from thenchot.doors.web.pages import denied
from thenchot.office.documents.reads.cascades import CascadePage, cascade_lines, cascade_page
from thenchot.office.documents.words import Progress, Right

ROWS = 50


@require_safe
def cascade_list(request: Request) -> HttpResponse:
    """Các việc giao — of an organ, or of one directive; those of units within reach."""
    if not request.actor.may(Right.READ):
        return denied(request)
    total, lines = cascade_lines(
        by=request.actor, on=request.on, organization=number(request, "don-vi", 0) or None,
        directive=number(request, "thuc-hien", 0) or None, after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    context = {
        "total": total, "lines": lines, "pages": Pages(request, total, ROWS),
        "follows": _follows(request),
    }  # fmt: skip
    return render(request, "web/cascade_list.html", context)


@require_safe
def cascade(request: Request, cascade: int) -> HttpResponse:
    """Một việc giao — every unit in sight with its paper; reminding and judging where it is one's own."""
    found = cascade_page(by=request.actor, on=request.on, cascade=cascade)
    if found is None:
        raise Http404
    asked = request.GET.get("tinh-hinh", "")
    if asked and asked not in Progress._value2member_map_:
        raise Http404
    units = [each for each in found.units if not asked or each.progress == asked]
    follows = _follows(request, found)
    context = {
        "page": found, "line": found.line, "units": units, "asked": asked, "follows": follows,
        "owing": follows and any(each.progress.owes for each in found.units),
    }  # fmt: skip
    return render(request, "web/cascade.html", context)


def _follows(request: Request, page: CascadePage | None = None) -> bool:
    unit = page.line.organization if page else None
    return request.on == request.day and request.actor.may(Right.FOLLOW, unit)
