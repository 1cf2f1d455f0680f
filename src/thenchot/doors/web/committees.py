"""Trang cấp ủy — committees beside their numbers, one of them, their working papers, the pilots."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.listing import Pages, first_row, text
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording import committee_sheets
from thenchot.doors.web.recording.register_sheets import UNIT
from thenchot.ground.register.reads import organization_on
from thenchot.ground.register.words import LIMITED_LIFE, Level, Right
from thenchot.people.committees.reads.bodies import body_on
from thenchot.people.committees.reads.committees import committees, seats_of
from thenchot.people.committees.reads.pilots import pilots
from thenchot.people.committees.reads.working import working_lines, working_of
from thenchot.people.committees.words import State, WorkingKind

ROWS = 100


@require_safe
def committee_list(request: Request) -> HttpResponse:
    """Các cấp ủy — by part of a name, by level, those missing members or above their number."""
    if not request.actor.may(Right.READ):
        return denied(request)
    state, level = request.GET.get("tinh-trang", ""), request.GET.get("cap", "")
    if (state and state not in State._value2member_map_) or (
        level and level not in Level._value2member_map_
    ):
        raise Http404
    named = text(request, "ten")
    sums, total, lines = committees(
        by=request.actor, on=request.on, named=named,
        state=State.of(state) if state else None, level=Level.of(level) if level else None,
        after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    context = {
        "sums": sums, "total": total, "lines": lines, "named": named, "state": state, "level": level,
        "states": list(State), "levels": list(Level), "pages": Pages(request, total, ROWS),
        "writes": _writes(request),
    }  # fmt: skip
    return render(request, "web/committees.html", context)


@require_safe
def committee(request: Request, unit: int) -> HttpResponse:
    """Cấp ủy của một đơn vị; với ban chỉ đạo, hội đồng, tổ là các thành viên."""
    by, on = request.actor, request.on
    if not by.may(Right.READ):
        return denied(request)
    page = organization_on(by=by, organization=unit, on=on)
    if page is None:
        raise Http404
    limited = page.line.kind in LIMITED_LIFE
    working = None if limited else working_of(by=by, organization=unit, on=on)
    seats = seats_of(by=by, organization=unit, on=on) if working else []
    body = body_on(by=by, organization=unit, on=on) if limited else None
    context = {
        "page": page, "working": working, "seats": seats, "body": body,
        "pilots": pilots(by=by, on=on, organization=unit), "offers": _offers(request, unit),
    }  # fmt: skip
    return render(request, "web/committee.html", context)


@require_safe
def working(request: Request) -> HttpResponse:
    """Quy chế, chương trình, phân công — n/N, then each committee with the days since its term began."""
    if not request.actor.may(Right.READ):
        return denied(request)
    every = working_lines(by=request.actor, on=request.on)
    issued = [
        (kind, sum(kind not in line.lacking for line in every), len(every)) for kind in WorkingKind
    ]
    lacking = request.GET.get("thieu", "")
    if lacking and lacking not in WorkingKind._value2member_map_:
        raise Http404
    found = [line for line in every if not lacking or WorkingKind.of(lacking) in line.lacking]
    first = first_row(request, ROWS)
    context = {
        "issued": issued, "lines": found[first : first + ROWS], "total": len(found),
        "kinds": list(WorkingKind), "lacking": lacking, "pages": Pages(request, len(found), ROWS),
    }  # fmt: skip
    return render(request, "web/working.html", context)


@require_safe
def pilot_list(request: Request) -> HttpResponse:
    """Các điểm — running first."""
    if not request.actor.may(Right.READ):
        return denied(request)
    found = pilots(by=request.actor, on=request.on)
    first = first_row(request, ROWS)
    context = {
        "pilots": found[first : first + ROWS], "total": len(found),
        "running": sum(line.running for line in found), "pages": Pages(request, len(found), ROWS),
        "writes": _writes(request),
    }  # fmt: skip
    return render(request, "web/pilots.html", context)


def _writes(request: Request, unit: int | None = None) -> bool:
    return request.on == request.day and request.actor.may(Right.RECORD_POSTING, unit)


def _offers(request: Request, unit: int) -> list[tuple[str, str]]:
    """The sheets of committees that begin with a unit."""
    if not _writes(request, unit):
        return []
    asked = urlencode({"don-vi": unit})
    return [
        (sheet.title, f"{reverse('record', args=[sheet.slug])}?{asked}")
        for sheet in committee_sheets.SHEETS
        if UNIT in sheet.boxes
    ]
