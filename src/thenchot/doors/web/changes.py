"""Trang báo biến động — the cell reports what has changed; whoever keeps its register answers."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from thenchot.doors.access.drafts import drop_draft
from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.web.drafts import restored, typist
from thenchot.doors.web.forms import AnswerForm, ChangeForm, Form, number_typed
from thenchot.doors.web.pages import denied
from thenchot.ground.plain.reasons import Refused
from thenchot.people.members import rules
from thenchot.people.members.acts import changes as acts
from thenchot.people.members.reads import changes as reads
from thenchot.people.members.reads import members_of
from thenchot.people.members.words import LONGEST, OF_A_MEMBER, Change, Right


@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: Request) -> HttpResponse:
    """Báo biến động — the form of the one cell held; else what waits, and the cells to report for."""
    by, on = request.actor, request.day
    with reading(request):
        held = reads.cells_held(by=by, on=on)
        if len(held) == 1:
            cell = held[0]
        elif held or by.may(Right.RECORD_MEMBER):
            context = {
                "held": held, "answers": by.may(Right.RECORD_MEMBER),
                "waiting": reads.changes_waiting(by=by, on=on),
            }  # fmt: skip
            return render(request, "web/changes.html", context)
        else:
            return denied(request)
    return _report(request, *cell)


@require_http_methods(["GET", "HEAD", "POST"])
def report_change(request: Request, organization: int) -> HttpResponse:
    """Báo biến động của một chi bộ — by whoever may report for several."""
    with reading(request):
        name = reads.cell_to_report(by=request.actor, cell=organization, on=request.day)
    if not name:
        raise Http404
    return _report(request, organization, name)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, change: int) -> HttpResponse:
    """Một lần báo biến động; trả lời thì xác nhận hoặc trả lại kèm lý do."""
    if request.method != "POST":
        return _change_page(request, change, AnswerForm(), 200)
    with reading(request):
        _change_seen(request, change)
    form = AnswerForm.typed(request.POST)
    try:
        acts.answer_change.once(form.key)(
            request.actor, request.day, change=change, confirmed="confirm" in request.POST,
            answer=form.answer,
        )  # fmt: skip
    except Refused as refusal:
        form.refused(refusal.reasons)
        return _change_page(request, change, form, status_of(refusal))
    return HttpResponseRedirect(reverse("change", args=[change]))


@require_POST
def withdraw(request: Request, change: int) -> HttpResponse:
    """Rút báo biến động — while it waits, by whoever made it."""
    form = AnswerForm.typed(request.POST)
    try:
        acts.withdraw_change.once(form.key)(request.actor, request.day, change=change)
    except Refused as refusal:
        form.refused(refusal.reasons)
        return _change_page(request, change, form, status_of(refusal))
    return HttpResponseRedirect(reverse("my_work"))


def _report(request: Request, cell: int, name: str) -> HttpResponse:
    if request.method != "POST":
        return _report_page(request, cell, name, restored(request, ChangeForm()), 200)
    form = ChangeForm.typed(request.POST)
    told: dict[str, Any] = {
        "what": form.what, "person": number_typed(form.person) if form.person else None,
        "on_day": form.day("on_day", request.day), "words": form.words,
    }  # fmt: skip
    if form.reasons:  # a day that cannot be read is no empty day
        form.refused(rules.change_faults(**told, today=request.day))
        return _report_page(request, cell, name, form, 422)
    try:
        done = acts.report_change.once(form.key)(request.actor, request.day, cell=cell, **told)
    except Refused as refusal:
        form.refused(refusal.reasons)
        return _report_page(request, cell, name, form, status_of(refusal))
    drop_draft(typist(request), request.path)
    return HttpResponseRedirect(reverse("change", args=[done.answer]))


def _report_page(
    request: Request, cell: int, name: str, form: ChangeForm, status: int
) -> HttpResponse:
    with reading(request):
        context = {
            "cell": cell, "name": name, "form": form, "faults": form.faults(),
            "kinds": list(Change), "of_a_member": OF_A_MEMBER, "longest": LONGEST,
            "members": members_of(by=request.actor, cell=cell, on=request.day),
        }  # fmt: skip
        return render(request, "web/report_change.html", context, status=status)


def _change_seen(request: Request, change: int) -> reads.ReportLine:
    found = reads.change_reported(by=request.actor, change=change, on=request.day)
    if found is None:
        raise Http404
    return found


def _change_page(request: Request, change: int, form: Form, status: int) -> HttpResponse:
    with reading(request):
        found = _change_seen(request, change)
        context = {
            "change": found, "form": form, "faults": form.faults(), "longest": LONGEST,
            "answers": found.waiting and request.actor.may(Right.RECORD_MEMBER, found.cell_id),
            "withdraws": (
                found.waiting and found.own
                and request.actor.may(Right.REPORT_CHANGE, found.cell_id)
            ),
            "left": found.what in OF_A_MEMBER, "departed": found.what is Change.DEPARTED,
            "arrived": found.what is Change.ARRIVED,
        }  # fmt: skip
        return render(request, "web/change.html", context, status=status)
