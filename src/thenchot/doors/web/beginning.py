"""Trang khởi tạo — opened once by the address `thenchot init` prints; before it nobody can sign in."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.doors.access.actor import founder
from thenchot.doors.access.acts.beginning import LEVELS, begin_office
from thenchot.doors.access.middleware import Request
from thenchot.doors.access.refusals import status_of
from thenchot.doors.access.sign_in.links import link_word_for
from thenchot.doors.web.forms import FirstRunForm
from thenchot.ground.plain.reasons import Refused


@require_safe
@never_cache
@login_not_required
def wait(request: Request) -> HttpResponse:
    """Chưa khởi tạo — says which command prints the address; 404 once an office has begun."""
    if not founder(request.day).rights:
        raise Http404
    return render(request, "web/not_begun.html")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_not_required
def begin(request: Request, word: str) -> HttpResponse:
    """Khởi tạo — then the first administrator sets a password through a one-time link."""
    by = founder(request.day)
    if not (by.rights and settings.DATA_FOLDER.offers_first_run(word)):
        raise Http404
    if request.method != "POST":
        return _page(request, FirstRunForm(), 200)
    form = FirstRunForm.typed(request.POST)
    try:
        done = begin_office.once(form.key)(
            by, request.day, office=form.office, name=form.name, kind=form.kind,
            number_sign=form.number_sign, issuer=form.issuer,
            issued_on=form.day("issued_on", request.day), abstract=form.abstract,
            from_day=form.day("from_day", request.day), username=form.username,
            printed_name=form.printed_name,
        )  # fmt: skip
    except Refused as refusal:
        form.refused(refusal.reasons)
        return _page(request, form, status_of(refusal))
    settings.DATA_FOLDER.name_office(form.office)
    settings.DATA_FOLDER.close_first_run()
    word = link_word_for(done.answer or 0)
    return HttpResponseRedirect(reverse("one_time_link", args=[word]))


def _page(request: Request, form: FirstRunForm, status: int) -> HttpResponse:
    context = {"form": form, "faults": form.faults(), "kinds": list(LEVELS)}
    return render(request, "web/begin.html", context, status=status)
