"""Trang hồ sơ công việc — the lists of units by year, one dossier with its papers, how long groups are kept."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.documents import ROWS, books, word, writes
from thenchot.doors.web.listing import Pages, first_row, number, text
from thenchot.doors.web.pages import denied
from thenchot.office.documents.reads.books import BookKind
from thenchot.office.documents.reads.dossiers import dossier_lines, dossier_page, retention_on
from thenchot.office.documents.reads.entering import not_entered_on
from thenchot.office.documents.words import DossierState, Right


@require_safe
def dossiers(request: Request) -> HttpResponse:
    """Hồ sơ công việc — of a unit, by year, state and words."""
    if not request.actor.may(Right.READ):
        return denied(request)
    unit, year = number(request, "don-vi", 0), number(request, "nam", 0)
    state, words = word(request, "tinh-trang", DossierState), text(request, "chu")
    total, lines = dossier_lines(
        by=request.actor, on=request.on, organization=unit or None, year=year, words=words,
        state=DossierState.of(state) if state else None, after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    context = {
        "total": total, "lines": lines, "words": words, "year": year, "state": state,
        "states": list(DossierState), "pages": Pages(request, total, ROWS),
        "sets": writes(request, Right.SET_FILES), "files": writes(request, Right.FILE),
        **books(request, unit, BookKind.DOSSIERS, BookKind.HANDED_OVER),
    }  # fmt: skip
    return render(request, "web/dossiers.html", context)


@require_safe
def dossier(request: Request, dossier: int) -> HttpResponse:
    """Một hồ sơ — its papers, and what may be done with it from where it stands."""
    page = dossier_page(by=request.actor, on=request.on, dossier=dossier)
    if page is None:
        raise Http404
    today, unit = request.on == request.day, page.line.organization
    context = {
        "page": page, "line": page.line,
        "files": today and request.actor.may(Right.FILE, unit),
        "sets": today and request.actor.may(Right.SET_FILES, unit),
    }  # fmt: skip
    return render(request, "web/dossier.html", context)


@require_safe
def retention(request: Request) -> HttpResponse:
    """Thời hạn bảo quản — the table of the day, each line with its paper."""
    if not request.actor.may(Right.READ):
        return denied(request)
    lines = retention_on(by=request.actor, on=request.on)
    context = {"lines": lines, "sets": writes(request, Right.SET_FILES)}
    return render(request, "web/retention.html", context)


@require_safe
def kept_out(request: Request) -> HttpResponse:
    """Loại văn bản không nhập — those of the day, each with its paper."""
    if not request.actor.may(Right.READ):
        return denied(request)
    lines = not_entered_on(by=request.actor, on=request.on)
    context = {"lines": lines, "sets": writes(request, Right.SET_NUMBERING)}
    return render(request, "web/not_entered.html", context)
