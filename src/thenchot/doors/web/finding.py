"""Tìm văn bản — by words of number, title and file; the filters stand in the address, and may be kept under a name."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.saved_views import drop_view, keep_view, rename_view, views_of
from thenchot.doors.web.documents import word
from thenchot.doors.web.drafts import typist
from thenchot.doors.web.listing import Pages, first_row, number, read_day, read_number, text
from thenchot.doors.web.pages import denied
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.office.documents.reads.found import (
    FoundPaper,
    Looked,
    Place,
    found_papers,
    units_of_papers,
)
from thenchot.office.documents.reads.outgoing import organs_with_books
from thenchot.office.documents.words import HeldIn, Right, Urgency

ROWS = 20
PAGES = {
    HeldIn.INCOMING: "incoming", HeldIn.OUTGOING: "outgoing", HeldIn.INTERNAL: "outgoing",
    HeldIn.COPIES: "copy",
}  # fmt: skip
FILTERS = ("chu", "so", "co-quan", "loai", "tu", "den", "don-vi", "khan")


@require_safe
def find(request: Request) -> HttpResponse:
    """Tìm văn bản — and the ways of looking this account has kept."""
    if not request.actor.may(Right.READ):
        return denied(request)
    return _page(request)


@require_POST
def keep(request: Request) -> HttpResponse:
    """Lưu, đổi tên, xóa một cách xem — one's own; refused, the list is shown again with the reasons."""
    if not request.actor.may(Right.READ):
        return denied(request)
    where, account = reverse("find_papers"), typist(request)
    sent = QueryDict(request.POST.get("loc", ""))
    query = urlencode([(name, sent[name]) for name in FILTERS if sent.get(name)])
    view, name = read_number(request.POST.get("cach-xem", "")) or 0, request.POST.get("ten", "")
    try:
        if request.POST.get("xoa"):
            drop_view(account, where, view)
        elif view:
            rename_view(account, where, view, name)
        else:
            keep_view(account, where, name, query)
    except Refused as refusal:
        request.GET = QueryDict(query)
        with reading(request):
            return _page(request, refusal.reasons)
    return HttpResponseRedirect(f"{where}?{query}")


def _page(request: Request, reasons: Sequence[Reason] = ()) -> HttpResponse:
    by, on = request.actor, request.on
    typed = {name: text(request, box, 40) for name, box in (("since", "tu"), ("until", "den"))}
    chosen = {
        "held": word(request, "so", HeldIn), "kind": word(request, "loai", InstrumentKind),
        "urgency": word(request, "khan", Urgency),
    }  # fmt: skip
    faults: list[Reason] = []
    looked = Looked(
        words=text(request, "chu"),
        held=HeldIn.of(chosen["held"]) if chosen["held"] else None,
        kind=InstrumentKind.of(chosen["kind"]) if chosen["kind"] else None,
        urgency=Urgency.of(chosen["urgency"]) if chosen["urgency"] else None,
        organization=number(request, "co-quan", 0) or None,
        unit=number(request, "don-vi", 0) or None,
        since=read_day(typed["since"], request.day, faults),
        until=read_day(typed["until"], request.day, faults),
    )
    total, lines = found_papers(
        by=by, on=on, looked=looked, after=first_row(request, ROWS), most=ROWS
    )
    context = {
        "looked": looked, "typed": typed, "chosen": chosen, "faults": faults, "reasons": reasons,
        "total": total, "lines": [(line, _places(line)) for line in lines], "pages": Pages(request, total, ROWS),
        "registers": list(HeldIn), "kinds": list(InstrumentKind), "urgencies": list(Urgency),
        "organs": organs_with_books(by=by, on=on), "units": units_of_papers(by=by, on=on),
        "views": views_of(typist(request), reverse("find_papers")),
        "query": urlencode([(name, request.GET[name]) for name in FILTERS if request.GET.get(name)]),
    }  # fmt: skip
    return render(request, "web/find_papers.html", context, status=422 if reasons else 200)


def _places(line: FoundPaper) -> list[tuple[Place, str]]:
    """Each place of the paper in the registers, with the address of its page."""
    return [(place, reverse(PAGES[place.held], args=[place.id])) for place in line.places]
