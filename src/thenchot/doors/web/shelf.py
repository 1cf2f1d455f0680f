"""Kệ văn bản còn hiệu lực — by subject on the day looked at, with forms and the limits taken from each."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.limits import LIMIT_LABELS
from thenchot.doors.web.listing import text
from thenchot.doors.web.pages import denied
from thenchot.office.documents.reads.shelf import shelf_on
from thenchot.office.documents.words import Right, Subject


@require_safe
def shelf(request: Request) -> HttpResponse:
    """Quy định còn hiệu lực — of a subject, with these words."""
    if not request.actor.may(Right.READ):
        return denied(request)
    typed, words = request.GET.get("chu-de", ""), text(request, "chu")
    if typed and typed not in Subject._value2member_map_:
        raise Http404
    subject = Subject.of(typed) if typed else None
    shelves = shelf_on(by=request.actor, on=request.on, subject=subject, words=words)
    told = [
        (
            where,
            [
                (line, [(LIMIT_LABELS.get(each.key, each.key), each) for each in line.parameters])
                for line in lines
            ],
        )
        for where, lines in shelves
    ]
    context = {
        "shelves": told, "total": sum(len(lines) for _, lines in shelves), "words": words,
        "subject": typed, "subjects": list(Subject), 
        "follows": request.on == request.day and request.actor.may(Right.FOLLOW),
    }  # fmt: skip
    return render(request, "web/shelf.html", context)
