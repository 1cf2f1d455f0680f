"""Trang hồ sơ trùng — pairs of files that may be one person's, side by side; merged or told apart."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.listing import Pages, first_row, number
from thenchot.doors.web.pages import denied
from thenchot.ground.register.words import Right
from thenchot.people.dossiers.reads.file import has_file
from thenchot.people.dossiers.reads.side_by_side import doubles_on
from thenchot.people.identity.words import Right as IdentityRight

ROWS = 10
PERSON = "nguoi"


@require_safe
def doubles(request: Request) -> HttpResponse:
    """Các cặp hồ sơ có thể trùng — of all within reach, or of one person."""
    by, on = request.actor, request.on
    if not by.may(Right.READ):
        return denied(request)
    person = number(request, PERSON, 0) or None
    if person and not has_file(by=by, person=person):
        raise Http404
    total, pairs = doubles_on(
        by=by, on=on, person=person, after=first_row(request, ROWS), most=ROWS
    )
    context = {
        "pairs": pairs, "total": total, "pages": Pages(request, total, ROWS), "person": person,
        "may_merge": on == request.day and by.may(IdentityRight.MERGE),
    }  # fmt: skip
    return render(request, "web/doubles.html", context)
