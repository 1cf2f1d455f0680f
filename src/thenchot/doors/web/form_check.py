"""Soát thể thức một tệp — a DOCX file beside the layout in force; nothing of the file is kept."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.attaching import FILE, NOT_DECLARED, OPEN
from thenchot.ground.basis.attached import look_at
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.drafting.reads.profiles import profile_on
from thenchot.office.drafting.rules.file_form import file_faults
from thenchot.office.drafting.words import Right


@require_http_methods(["GET", "HEAD", "POST"])
def form_check(request: Request) -> HttpResponse:
    """Soát một tệp — every departure at once, or the reason why the file is not read."""
    if not request.actor.may(Right.READ):
        return denied(request)
    profile = profile_on(request.on)
    sent, fault, found = request.FILES.get(FILE), None, None
    if request.method == "POST":
        try:
            if sent is None:
                raise Misread(mark("Hãy chọn tệp DOCX."))
            if not request.POST.get(OPEN):
                raise Misread(NOT_DECLARED)
            found = file_faults(look_at(sent.chunks(), str(sent.name)), profile, shipped_grammar())
        except Misread as misread:
            fault = Reason(misread.reason.text, misread.reason.values, field=FILE)
    context = {
        "profile": profile, "fault": fault, "departures": found, "name": sent.name if sent else "",
    }  # fmt: skip
    return render(request, "web/form_check.html", context, status=422 if fault else 200)
