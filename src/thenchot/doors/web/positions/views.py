"""Trang vị trí việc làm — the catalogue by unit and day, one position, how a person meets it."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.web.listing import Pages, first_row, number, text
from thenchot.doors.web.pages import denied
from thenchot.doors.web.positions.editing import (
    copy_sheet,
    copy_unit_sheet,
    discard_sheet,
    edit_sheet,
    new_sheet,
)
from thenchot.doors.web.recording.offers import PERSON, POSITION, Offer, offers_for
from thenchot.doors.web.recording.position_sheets import SHEETS
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.doors.web.recording.views import record_sheet
from thenchot.people.dossiers.reads.picked import (
    Pick,
    is_chosen,
    known,
    offered,
    one_chosen,
    written,
)
from thenchot.people.positions.reads.catalogue import completeness, positions_listed
from thenchot.people.positions.reads.fit import Fit, fit_of
from thenchot.people.positions.reads.framework import framework_on
from thenchot.people.positions.reads.position import PositionPage, position_on
from thenchot.people.positions.reads.quotas import quotas_on
from thenchot.people.positions.words import CompetencyGroup, Right, StaffCategory, State

ROWS = 50
MOST_APPROVED = 300
APPROVAL, ASSESSMENT = SHEETS[0], SHEETS[-1]


@require_safe
def positions(request: Request) -> HttpResponse:
    """Danh mục vị trí việc làm — by part of a name, unit and state."""
    by, on = request.actor, request.on
    if not by.may(Right.READ):
        return denied(request)
    named, state = text(request, "ten"), request.GET.get("tinh-trang", "")
    unit = number(request, "don-vi", 0) or None
    total, rows = positions_listed(
        by=by, on=on, unit=unit, named=named, state=state, after=first_row(request, ROWS), most=ROWS
    )
    place = known(Pick.UNIT, by=by, on=on, numbers=[unit] if unit else [])
    context = {
        "rows": rows, "total": total, "named": named, "state": state, "states": list(State),
        "unit": place.get(unit or 0), "pages": Pages(request, total, ROWS),
        "drafts": by.may(Right.DRAFT) and on == request.day,
        "approves": by.may(Right.APPROVE) and on == request.day,
    }  # fmt: skip
    return render(request, "web/positions.html", context)


@require_safe
def units(request: Request) -> HttpResponse:
    """Mức độ hoàn thành theo đơn vị — with an approved description, and without."""
    if not request.actor.may(Right.READ):
        return denied(request)
    rows = completeness(by=request.actor, on=request.on)
    pages = Pages(request, len(rows), ROWS)
    context = {
        "rows": rows[pages.first : pages.first + ROWS], "pages": pages, "total": len(rows),
        "approved": sum(row.approved for row in rows), "drafted": sum(row.drafted for row in rows),
    }  # fmt: skip
    return render(request, "web/position_units.html", context)


@require_safe
def position(request: Request, position: int) -> HttpResponse:
    """Một vị trí việc làm: bản mô tả, bản thảo, quá trình, mỗi bản có căn cứ."""
    page = _page(request, position, request.on)
    by, today = request.actor, request.on == request.day
    context = {
        "page": page, "shown": page.shown, "fits": by.may(Right.READ),
        "drafts": today and by.may(Right.DRAFT, page.unit_id),
        "copies": today and by.may(Right.DRAFT),
        "offers": _offers(request, page) if today else [],
    }  # fmt: skip
    return render(request, "web/position.html", context)


@require_safe
def fit(request: Request, position: int) -> HttpResponse:
    """Đối chiếu một người với vị trí — nothing is guessed; the reader is told what is not on file."""
    by, on = request.actor, request.on
    page, typed = _page(request, position, request.on), text(request, "nguoi", 200)
    hits = [] if is_chosen(typed) else offered(Pick.PERSON, by=by, on=on, typed=typed)
    asked = one_chosen(typed) if is_chosen(typed) else hits[0].id if len(hits) == 1 else 0
    found = fit_of(by=by, page=page, person=asked, on=on) if asked else None
    context = {
        "page": page, "shown": page.shown, "typed": typed, "fit": found,
        "assess": _assessing(request, page, found),
        "choices": [written(hit) for hit in hits] if len(hits) > 1 else [],
    }  # fmt: skip
    return render(request, "web/position_fit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """Soạn vị trí mới."""
    with reading(request):
        framework = framework_on(by=request.actor, on=request.day)
    return record_sheet(request, new_sheet(framework))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, position: int) -> HttpResponse:
    """Soạn bản mô tả của một vị trí."""
    with reading(request):
        page = _page(request, position, request.day)
        framework = framework_on(by=request.actor, on=request.day)
    return record_sheet(request, edit_sheet(page, framework))


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: Request, position: int) -> HttpResponse:
    """Chép bản mô tả sang đơn vị khác."""
    with reading(request):
        page = _page(request, position, request.day)
    return record_sheet(request, copy_sheet(page))


@require_http_methods(["GET", "HEAD", "POST"])
def copy_unit(request: Request) -> HttpResponse:
    """Chép các vị trí của một đơn vị."""
    return record_sheet(request, copy_unit_sheet())


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: Request, position: int) -> HttpResponse:
    """Bỏ bản thảo."""
    with reading(request):
        page = _page(request, position, request.day)
    return record_sheet(request, discard_sheet(page))


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: Request) -> HttpResponse:
    """Phê duyệt các bản thảo của một đơn vị — its finished drafts stand in the table already."""
    with reading(request):
        sheet = _approval(request)
    return record_sheet(request, sheet)


@require_safe
def framework(request: Request) -> HttpResponse:
    """Khung năng lực trong ngày — group by group, with the indicator of every level."""
    if not request.actor.may(Right.READ):
        return denied(request)
    lines = framework_on(by=request.actor, on=request.on)
    groups = [(group, [line for line in lines if line.group == group]) for group in CompetencyGroup]
    records = request.on == request.day and request.actor.may(Right.APPROVE)
    context = {"groups": [each for each in groups if each[1]], "records": records}
    return render(request, "web/competencies.html", context)


@require_safe
def quotas(request: Request) -> HttpResponse:
    """Biên chế trong ngày — assigned, used, and how many people the register counts."""
    by, unit = request.actor, number(request, "don-vi", 0) or None
    if not by.may(Right.READ):
        return denied(request)
    lines = quotas_on(by=by, on=request.on, unit=unit)
    rows = [
        (line, [(kind, line.by_category.get(kind)) for kind in StaffCategory]) for line in lines
    ]
    pages = Pages(request, len(rows), ROWS)
    context = {
        "rows": rows[pages.first : pages.first + ROWS], "pages": pages,
        "kinds": list(StaffCategory), "total": len(rows),
        "records": request.on == request.day and by.may(Right.APPROVE),
    }  # fmt: skip
    return render(request, "web/quotas.html", context)


def _page(request: Request, position: int, on: date) -> PositionPage:
    found = position_on(by=request.actor, position=position, on=on)
    if found is None:
        raise Http404
    return found


def _approval(request: Request) -> Sheet:
    unit = number(request, "don-vi", 0) or None
    _, lines = positions_listed(
        by=request.actor, on=request.day, unit=unit, most=MOST_APPROVED, finished=True
    )
    hits = known(
        Pick.POSITION, by=request.actor, on=request.day, numbers=[line.id for line in lines]
    )
    rows = tuple({"position": written(hits[line.id])} for line in lines if line.id in hits)
    return replace(APPROVAL, written=rows)


def _assessing(request: Request, page: PositionPage, fit: Fit | None) -> str:
    """Phiếu đánh giá những năng lực chưa đánh giá — its address; "" where there is nothing to record."""
    if not fit or not fit.to_assess or request.on != request.day:
        return ""
    if not request.actor.may(ASSESSMENT.act.needs):
        return ""
    asked = urlencode({PERSON: fit.person_id, POSITION: page.id})
    return f"{reverse('record', args=[ASSESSMENT.slug])}?{asked}"


def _offers(request: Request, page: PositionPage) -> list[Offer]:
    """Phiếu có thể mở — approval while there is a draft, the end of what stands."""
    found = offers_for(request.actor, POSITION, number=page.id, unit=page.unit_id)
    approval = reverse("record", args=[APPROVAL.slug])
    return [
        (title, address)
        for title, address in found
        if (page.draft if address.startswith(approval) else page.current)
    ]
