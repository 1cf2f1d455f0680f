"""Xem trước và ghi danh sách — which rows may enter and why others may not; then all of them, or none."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from thenchot.doors.access.drafts import drop_draft
from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.access.uploads import KeptUpload, tell_upload, upload_of
from thenchot.doors.web.choices import SIZE, chosen
from thenchot.doors.web.drafts import restored, typist
from thenchot.doors.web.forms import new_key
from thenchot.doors.web.handed_in.purpose import Purpose
from thenchot.doors.web.handed_in.taking import COLUMNS, FROM_DAY, opened
from thenchot.doors.web.listing import Pages
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.done import DONE
from thenchot.doors.web.recording.offers import PAPER_ITSELF
from thenchot.doors.web.recording.paper import (
    PAPER_BOXES,
    boxes_of,
    keeper_chosen,
    read_line,
    read_paper,
)
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.doors.web.recording.written import Written
from thenchot.ground.basis.attached import keep_file
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import AlreadyAnswered, Misread, Refused
from thenchot.people.dossiers.reads.handed import Handed
from thenchot.people.dossiers.reads.judged import Judged, in_words, judged
from thenchot.people.members.acts.listed import record_member_list
from thenchot.people.members.words import ListColumn

ROWS = 50
ENTRY, ENTERED, REFUSED, BASIS, KEPT = "entry", "entered", "refused", "basis", "kept"
ANNUL = "huy-bo"


@dataclass(frozen=True, slots=True)
class Step:
    """Bước xem trước — the list with its judgement, and the day it holds from."""

    listed: Handed
    found: Judged
    from_day: date


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: Request, purpose: Purpose) -> HttpResponse:
    """Xem trước — the counts and every fault; recorded under the paper typed below them."""
    if not request.actor.may(purpose.needs):
        return denied(request)
    address = reverse(purpose.take)
    kept = upload_of(typist(request), address)
    if kept is None or COLUMNS not in kept.told:
        return HttpResponseRedirect(address)
    if ENTRY in kept.told:
        return _recorded(request, purpose, kept)
    if request.method != "POST":
        first = {box.name: box.first for box in PAPER_BOXES if box.first}
        form = restored(request, Written(boxes=first))
        return _page(request, purpose, _step(request, kept), form)
    form = Written.typed(request.POST)
    with reading(request):
        step = _step(request, kept)
        if "read" in request.POST:
            read_line(form, request.actor, request.day, new=False)
            return _page(request, purpose, step, form)
        keeper = keeper_chosen(form, request.actor, request.day)
        paper = read_paper(form, request.actor, request.day, keeper)
    if isinstance(paper, PaperRow) and not form.reasons:
        paper = _with_file(form, paper, kept)
    sent = form.sent | {"name": kept.name, "saved_at": kept.saved_at.isoformat()}
    once = record_member_list.once(form.key, tuple(form.reasons), sent)
    members = list(step.found.accepted.values())
    try:
        done = once(
            request.actor, request.day, members=members, from_day=step.from_day, basis=paper
        )
    except Refused as refusal:
        if isinstance(refusal, AlreadyAnswered):
            form.key = new_key()
        form.refused(refusal.reasons)
        form.status = status_of(refusal)
        with reading(request):
            return _page(request, purpose, step, form)
    # the reasons as they are now: once the others are recorded, those would be known too
    told = {
        ENTRY: str(done.entry),
        ENTERED: len(members),
        REFUSED: list(in_words(step.found, gettext).items()),
        BASIS: done.answer,
        KEPT: isinstance(paper, PaperRow),
    }
    tell_upload(typist(request), address, **told)
    drop_draft(typist(request), request.path)
    return HttpResponseRedirect(f"{request.path}?{DONE}={done.entry}")


def _with_file(form: Written, paper: PaperRow, kept: KeptUpload) -> PaperRow:
    """A paper that comes with the list keeps it as its file, judged once more."""
    try:
        return replace(paper, file_sha256=keep_file([kept.content], kept.name))
    except Misread as fault:
        form.notes(fault.reason)
        return paper


def _step(request: Request, kept: KeptUpload) -> Step:
    listed = opened(request, kept)
    from_day = date.fromisoformat(kept.told[FROM_DAY])
    lines = listed.lines(request.day)
    return Step(
        listed, judged(by=request.actor, lines=lines, on=request.day, from_day=from_day), from_day
    )


def _page(request: Request, purpose: Purpose, step: Step, form: Written) -> HttpResponse:
    pages = Pages(request, len(step.found.refused), ROWS)
    refused = list(in_words(step.found, gettext).items())[pages.first : pages.first + ROWS]
    context: dict[str, Any] = {
        "purpose": purpose, "form": form, "faults": form.faults(), "pages": pages,
        "found": step.found, "from_day": step.from_day, "refused": _named(step.listed, refused),
        "paper": list(form.shown(boxes_of(form))), "three": chosen(request, SIZE) != "normal",
    }  # fmt: skip
    status = form.status or (422 if form.reasons else 200)
    return render(request, "web/hand_in_result.html", context, status=status)


def _named(
    listed: Handed, refused: list[tuple[int, list[str]]]
) -> list[tuple[int, str, list[str]]]:
    """Each row with the name in it."""
    places = [
        place
        for place, column in listed.columns.items()
        if column in (ListColumn.NAME, ListColumn.NAME_BEFORE, ListColumn.NAME_GIVEN)
    ]
    return [
        (number, " ".join(listed.rows[number - 1][place] for place in places), reasons)
        for number, reasons in refused
    ]


def _recorded(request: Request, purpose: Purpose, kept: KeptUpload) -> HttpResponse:
    context = {
        "purpose": purpose, "entered": kept.told[ENTERED], "refused": len(kept.told[REFUSED]),
        "name": kept.name, "paper": kept.told[BASIS], "kept": kept.told[KEPT],
        "annuls": _annulling(request.actor, kept.told[BASIS]),
    }  # fmt: skip
    return render(request, "web/hand_in_done.html", context)


def _annulling(by: Actor, paper: int) -> str:
    """The sheet that takes the whole list back; "" for whoever may not."""
    if not by.may(SHEETS[ANNUL].act.needs):
        return ""
    return f"{reverse('record', args=[ANNUL])}?{urlencode({PAPER_ITSELF: paper})}"
