"""Trang bản giấy còn nợ, sổ gửi bưu điện, sổ sử dụng bản lưu."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.documents import ROWS, books, writes
from thenchot.doors.web.listing import Pages, first_row, number
from thenchot.doors.web.pages import denied
from thenchot.office.documents.reads.books import BookKind
from thenchot.office.documents.reads.delivering import legs_owing, loan_lines, posted_lines
from thenchot.office.documents.words import Right


@require_safe
def legs(request: Request) -> HttpResponse:
    """Bản giấy còn nợ — to come, to be sent, sent and waited for."""
    if not request.actor.may(Right.READ):
        return denied(request)
    unit = number(request, "don-vi", 0)
    context = {
        "lines": legs_owing(by=request.actor, on=request.on, organization=unit or None),
        "writes": writes(request, Right.REGISTER), **books(request, unit),
    }  # fmt: skip
    return render(request, "web/legs.html", context)


@require_safe
def posted(request: Request) -> HttpResponse:
    """Sổ gửi bưu điện — of an organ, printed for any range of days."""
    if not request.actor.may(Right.READ):
        return denied(request)
    unit = number(request, "don-vi", 0)
    total, lines = posted_lines(
        by=request.actor, on=request.on, organization=unit or None,
        after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    context = {
        "total": total, "lines": lines, "pages": Pages(request, total, ROWS),
        "writes": writes(request, Right.REGISTER), **books(request, unit, BookKind.POSTED),
    }  # fmt: skip
    return render(request, "web/posted.html", context)


@require_safe
def loans(request: Request) -> HttpResponse:
    """Sổ sử dụng bản lưu — of an organ, all or those not returned."""
    if not request.actor.may(Right.READ):
        return denied(request)
    unit, out = number(request, "don-vi", 0), bool(request.GET.get("chua-tra"))
    total, lines = loan_lines(
        by=request.actor, on=request.on, organization=unit or None, out=out,
        after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    context = {
        "total": total, "lines": lines, "pages": Pages(request, total, ROWS), "out": out,
        "writes": writes(request, Right.REGISTER), **books(request, unit, BookKind.LOANS),
    }  # fmt: skip
    return render(request, "web/loans.html", context)
