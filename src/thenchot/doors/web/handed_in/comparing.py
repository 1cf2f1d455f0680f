"""Kết quả đối chiếu — what is the same, what differs, who is on one side only; what settles a row."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.uploads import KeptUpload, keep_upload, upload_of
from thenchot.doors.web.drafts import typist
from thenchot.doors.web.handed_in.offered import offers
from thenchot.doors.web.handed_in.purpose import IMPORT, Purpose
from thenchot.doors.web.handed_in.settling import paper_form, settle, told_by
from thenchot.doors.web.handed_in.taking import COLUMNS, opened
from thenchot.doors.web.listing import Pages, number
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.paper import boxes_of
from thenchot.doors.web.recording.written import Written
from thenchot.ground.register.reads import organizations_on
from thenchot.people.dossiers.reads.compared import registered
from thenchot.people.dossiers.reads.handed import Handed
from thenchot.people.dossiers.reads.judged import cells_within
from thenchot.people.dossiers.rules.cells import Cells
from thenchot.people.dossiers.rules.compared import Pair, Verdict, compared
from thenchot.people.members.words import ListColumn, Right

ROWS, UNIT, KIND = 50, "don-vi", "loai"


@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: Request, purpose: Purpose) -> HttpResponse:
    """Đối chiếu — today's register beside the list; rows are set right, or sent on to be handed in."""
    if not request.actor.may(purpose.needs):
        return denied(request)
    kept = upload_of(typist(request), reverse(purpose.take))
    if kept is None or COLUMNS not in kept.told:
        return HttpResponseRedirect(reverse(purpose.take))
    with reading(request):
        listed, unit = opened(request, kept), number(request, UNIT, 0)
        members = registered(by=request.actor, unit=unit or None, on=request.day, others=True)
        pairs = compared(listed.lines(request.day), members)
        if request.method == "POST" and "key" not in request.POST:
            return _to_import(request, kept, listed, pairs)
        if request.method != "POST":
            return _page(request, purpose, kept, pairs, paper_form(request, kept))
    answer = settle(request, purpose, kept, pairs)
    if not isinstance(answer, Written):
        return answer
    with reading(request):
        return _page(request, purpose, kept, pairs, answer)


def _page(
    request: Request, purpose: Purpose, kept: KeptUpload, pairs: Sequence[Pair], form: Written
) -> HttpResponse:
    unit = number(request, UNIT, 0)
    word = request.GET.get(KIND, Verdict.DIFFERENT.value)
    if word not in Verdict._value2member_map_:
        raise Http404
    kind, counted = Verdict.of(word), Counter(each.verdict for each in pairs)
    found = [each for each in pairs if each.verdict is kind]
    pages = Pages(request, len(found), ROWS)
    within = {UNIT: str(unit)} if unit else {}
    here = found[pages.first : pages.first + ROWS]
    moved = any(each.column is ListColumn.CELL for pair in here for each in pair.differences)
    reached = cells_within(Right.RECORD_MEMBER, by=request.actor, on=request.day) if moved else []
    cells = Cells(reached)
    told = [told_by(request.actor, pair) for pair in here]
    settled = [each for each in told if each]
    context: dict[str, Any] = {
        "form": form, "faults": form.faults(), "paper": list(form.shown(boxes_of(form))),
        "settled": settled, "of_page": ",".join(settled),
        "purpose": purpose, "name": kept.name, "pages": pages, "kind": kind, "unit": unit,
        "kinds": [(each, counted[each], f"?{urlencode({**within, KIND: each.value})}") for each in Verdict],
        "rows": [(pair, offers(request.actor, pair, cells), said) for pair, said in zip(here, told, strict=True)],
        "units": organizations_on(by=request.actor, on=request.day, levels=1),
        "query": urlencode(within), "there": kind is Verdict.THERE,
        "imports": kind is Verdict.THERE and found and request.actor.may(IMPORT.needs),
    }  # fmt: skip
    status = form.status or (422 if form.reasons else 200)
    return render(request, "web/compare_result.html", context, status=status)


def _to_import(
    request: Request, kept: KeptUpload, listed: Handed, pairs: Sequence[Pair]
) -> HttpResponse:
    """The rows that are only there, under their own headings, as a list to be handed in."""
    if not request.actor.may(IMPORT.needs):
        return denied(request)
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(listed.head.headings)
    for pair in pairs:
        if pair.verdict is Verdict.THERE and pair.there:
            writer.writerow(listed.rows[pair.there.number - 1])
    name = f"{kept.name.rpartition('.')[0]}.csv"
    keep_upload(typist(request), reverse(IMPORT.take), name, made.getvalue().encode())
    return HttpResponseRedirect(reverse(IMPORT.columns))
