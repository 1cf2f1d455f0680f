"""Trang bản nháp — where the boxes of an unsent form are kept while they are being typed."""

from typing import TypeVar

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from thenchot.doors.access.drafts import draft_of, drop_draft, keep_draft
from thenchot.doors.access.middleware import Request
from thenchot.doors.web.forms import Form
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Refused

F = TypeVar("F", bound=Form)


@require_POST
def draft(request: Request) -> HttpResponse:
    """Giữ hay bỏ bản nháp — a word for the script that sent it, else back to the form."""
    form = tidy_name(request.POST.get("form", ""))
    if not url_has_allowed_host_and_scheme(form, allowed_hosts=None):
        form = "/"
    context: dict[str, object] = {}
    if request.POST.get("drop"):
        drop_draft(typist(request), form)
    else:
        try:
            context["saved_at"] = keep_draft(typist(request), form, request.POST.dict())
        except Refused as refusal:
            context["reasons"] = refusal.reasons
    if request.headers.get("HX-Request") == "true":
        return render(request, "web/draft.html", context)
    return HttpResponseRedirect(form)


def restored(request: Request, form: F, address: str = "") -> F:
    """Phiếu với bản nháp — an empty form filled with what was typed earlier, if anything was.

    `address`: of the form, where the path alone does not tell it from another.
    """
    kept = draft_of(typist(request), address or request.path)
    if kept:
        form.fill(kept.boxes, kept.saved_at)
    return form


def typist(request: Request) -> int:
    """Người gõ — the account that signed in, whomever it types for."""
    return request.actor.account or 0
