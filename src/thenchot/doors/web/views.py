"""Trang ghi về tổ chức — each does one act, and shows the answer."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from thenchot.doors.access.drafts import drop_draft
from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.web.drafts import restored, typist
from thenchot.doors.web.forms import RenameForm
from thenchot.ground.plain.reasons import Refused
from thenchot.ground.register import reads
from thenchot.ground.register.acts.organizations import rename_organization_with_paper
from thenchot.ground.register.words import Right


@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: Request, organization: int) -> HttpResponse:
    """Ghi quyết định đổi tên."""
    if request.method != "POST":
        if not request.actor.may(Right.RECORD_ORGANIZATION, organization):
            raise Http404
        return _rename_page(request, organization, restored(request, RenameForm()), 200)
    form = RenameForm.typed(request.POST)
    try:
        rename_organization_with_paper.once(form.key)(
            request.actor, request.day, organization=organization, name=form.name,
            from_day=form.day("from_day", request.day), number_sign=form.number_sign,
            issuer=form.issuer, abstract=form.abstract,
            issued_on=form.day("issued_on", request.day),
        )  # fmt: skip
    except Refused as refusal:
        form.refused(refusal.reasons)
        return _rename_page(request, organization, form, status_of(refusal))
    drop_draft(typist(request), request.path)
    return HttpResponseRedirect(reverse("organization", args=[organization]))


def _rename_page(
    request: Request, organization: int, form: RenameForm, status: int
) -> HttpResponse:
    with reading(request):
        page = _page(request, organization)
        context: dict[str, Any] = {"page": page, "form": form, "faults": form.faults()}
        return render(request, "web/rename.html", context, status=status)


def _page(request: Request, organization: int) -> reads.OrganizationPage:
    found = reads.organization_on(by=request.actor, organization=organization, on=request.day)
    if found is None:
        raise Http404
    return found
