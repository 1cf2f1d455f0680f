"""Gợi ý khi gõ — answers under a box: people, units, posts, papers; a day read back; a paper read."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.web.choices import SIZE, chosen
from thenchot.doors.web.recording.deadline import parse_deadline, said_deadline
from thenchot.doors.web.recording.paper import LINE_READ, PAPER_BOXES, boxes_of, read_line
from thenchot.doors.web.recording.written import Written
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.text import Sayable
from thenchot.ground.plain.typed_dates import NotADay, parse_day, read_back
from thenchot.people.dossiers.reads.picked import Pick, offered, written

LONGEST = 80


@require_safe
def pick(request: Request, what: str) -> HttpResponse:
    """Gợi ý — for the one box the request carries, whatever its name."""
    if what not in Pick._value2member_map_:
        raise Http404
    kind, typed = Pick.of(what), _typed(request)
    hits = offered(kind, by=request.actor, on=request.day, typed=typed)
    context = {"hits": [(hit, written(hit)) for hit in hits], "typed": typed, "kind": kind}
    return render(request, "web/picks.html", context)


@require_safe
def read_day(request: Request) -> HttpResponse:
    """Đọc lại ngày — the weekday and the date, or what is wrong with it."""
    typed = _typed(request)
    try:
        said = read_back(parse_day(typed, request.day), gettext) if typed else ""
    except NotADay as fault:
        reason: Sayable = fault.reason
        said = reason.sentence(gettext)
    return HttpResponse(escape(said))


@require_safe
def read_deadline(request: Request) -> HttpResponse:
    """Đọc lại thời hạn — a day, or the day so many days of work from today."""
    typed = _typed(request)
    try:
        told = parse_deadline(typed, request.day) if typed else None
        with reading(request):
            said = said_deadline(told, request.day, gettext)
    except NotADay as fault:
        reason: Sayable = fault.reason
        said = reason.sentence(gettext)
    return HttpResponse(escape(said))


@require_POST
def read_paper_line(request: Request) -> HttpResponse:
    """Đọc dòng trích dẫn — the boxes of the paper again, filled with what the line says."""
    form = Written.typed(request.POST)
    with reading(request):
        new = "whole" in request.POST
        read_line(form, request.actor, request.day, new=new)
        context = {
            "paper": list(form.shown(PAPER_BOXES if new else boxes_of(form))), "registers": new,
            "line_read": form.boxes[LINE_READ],
            "three": chosen(request, SIZE) != "normal",
        }  # fmt: skip
        return render(request, "web/record_paper.html", context)


def _typed(request: Request) -> str:
    return tidy_name(str(next(iter(request.GET.values()), "")))[:LONGEST]
