"""Nhập sổ của hệ thống khác — the export of an organ's register: its columns, a look at every line, then all of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.access.uploads import (
    KeptUpload,
    drop_upload,
    keep_upload,
    tell_upload,
    upload_of,
)
from thenchot.doors.web.drafts import typist
from thenchot.doors.web.forms import Form
from thenchot.doors.web.handed_in.taking import COLUMNS, FILE, chosen_words, received_file
from thenchot.doors.web.listing import Pages
from thenchot.doors.web.recording.done import DONE
from thenchot.ground.plain.headings import chosen_columns
from thenchot.ground.plain.reasons import Misread, Reason, Refused
from thenchot.ground.plain.worksheets import LARGEST
from thenchot.ground.register.reads import organization_on
from thenchot.office.documents.acts.exported import enter_register, remember_register_headings
from thenchot.office.documents.reads.exported import Compared, Exported, compared, exported
from thenchot.office.documents.reads.outgoing import number_source
from thenchot.office.documents.rules.exported import column_faults, in_file
from thenchot.office.documents.words import RegisterColumn, Right

ROWS, SAME = 50, "la-"


@require_http_methods(["GET", "HEAD", "POST"])
def take_register(request: Request, organization: int) -> HttpResponse:
    """Nhận tệp sổ — kept for this account until it is recorded; one that tells of secrets is not kept."""
    organ, form, address = organ_or_404(request, organization), Form(), _address(organization)
    if request.method == "POST":
        if "drop" in request.POST:
            drop_upload(typist(request), address)
            return HttpResponseRedirect(address)
        try:
            name, content = received_file(request)
            with reading(request):
                exported(by=request.actor, name=name, content=content, columns=None)
            keep_upload(typist(request), address, name, content)
            return HttpResponseRedirect(reverse("register_columns", args=[organization]))
        except Misread as fault:
            form.refused([Reason(fault.reason.text, fault.reason.values, field=FILE)])
    with reading(request):
        source = number_source(by=request.actor, on=request.day, organization=organization)
        context = {
            "form": form, "faults": form.faults(), "organ": organ, "organization": organization,
            "source": source, "kept": upload_of(typist(request), address),
            "next": reverse("register_columns", args=[organization]),
            "columns": list(RegisterColumn), "most": LARGEST // 1024 // 1024,
        }  # fmt: skip
        return render(request, "web/register_in.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def match_register(request: Request, organization: int) -> HttpResponse:
    """Ghép cột — each heading beside what it stands for; new meanings are remembered."""
    organ, form, address = organ_or_404(request, organization), Form(), _address(organization)
    kept = upload_of(typist(request), address)
    if kept is None:
        return HttpResponseRedirect(address)
    with reading(request):
        found = _opened(request, kept)
    if request.method == "POST":
        columns = chosen_columns(RegisterColumn, chosen_words(request), found.head)
        found = Exported(found.rows, found.head, columns, found.learnt)
        form.reasons += column_faults(columns)
        said = {str(place): column.value for place, column in columns.items()}
        if not form.reasons:
            try:
                with reading(request):
                    exported(by=request.actor, name=kept.name, content=kept.content, columns=said)
            except Misread as fault:
                drop_upload(typist(request), address)
                form.reasons.append(Reason(fault.reason.text, fault.reason.values, field=COLUMNS))
        if not form.reasons:
            if new := found.to_remember():
                remember_register_headings(request.actor, request.day, headings=new)
            tell_upload(typist(request), address, **{COLUMNS: said})
            return HttpResponseRedirect(reverse("register_result", args=[organization]))
    context = {
        "form": form, "faults": form.faults(), "organ": organ, "organization": organization,
        "asked": found.shown_columns(), "words": list(RegisterColumn),
        "rows": len(found.rows) - found.head.first,
    }  # fmt: skip
    return render(request, "web/register_columns.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: Request, organization: int) -> HttpResponse:
    """Xem trước và nhập — the counts and every fault; then all lines that may enter, or none."""
    organ, form, address = (
        organ_or_404(request, organization),
        Form.typed(request.POST),
        _address(organization),
    )
    kept = upload_of(typist(request), address)
    if kept is None or COLUMNS not in kept.told:
        return HttpResponseRedirect(address)
    said = _answers(request)
    with reading(request):
        found = _compared(request, kept, organization, organ, said)
    if request.method == "POST":
        rows = [each.row for each in found.accepted.values()]
        told = {str(number): paper for number, paper in said.items()}
        once = enter_register.once(
            form.key, body={"name": kept.name, "at": kept.saved_at.isoformat(), "same": told}
        )
        try:
            done = once(request.actor, request.day, organization=organization, rows=rows)
        except Refused as refusal:
            form.refused(refusal.reasons)
            return _page(request, organization, organ, form, found, status_of(refusal))
        drop_upload(typist(request), address)
        return HttpResponseRedirect(
            f"{reverse('outgoing_list')}?don-vi={organization}&{DONE}={done.entry}"
        )
    return _page(request, organization, organ, form, found, 200)


def _page(
    request: Request, organization: int, organ: str, form: Form, found: Compared, status: int
) -> HttpResponse:
    pages = Pages(request, len(found.refused), ROWS)
    refused = list(found.refused.items())[pages.first : pages.first + ROWS]
    context = {
        "form": form, "faults": form.faults(), "organ": organ, "organization": organization,
        "found": found, "pages": pages,
        "refused": [(n, [in_file(each, gettext) for each in reasons]) for n, reasons in refused],
    }  # fmt: skip
    with reading(request):
        return render(request, "web/register_result.html", context, status=status)


def organ_or_404(request: Request, organization: int) -> str:
    """Tên cơ quan của sổ — 404 where it is not there, or the reader registers nothing for it."""
    with reading(request):
        found = organization_on(by=request.actor, organization=organization, on=request.day)
    if found is None or not request.actor.may(Right.REGISTER, organization):
        raise Http404
    return found.line.name


def _address(organization: int) -> str:
    return reverse("register_in", args=[organization])


def _opened(request: Request, kept: KeptUpload) -> Exported:
    columns: Mapping[str, str] | None = kept.told.get(COLUMNS)
    return exported(by=request.actor, name=kept.name, content=kept.content, columns=columns)


def _answers(request: Request) -> dict[int, int]:
    """Of a line that was asked about, the paper it is; 0 for none of them."""
    sent = request.POST.items()
    told = [(name.removeprefix(SAME), str(said)) for name, said in sent if name.startswith(SAME)]
    return {
        int(number): int(said)
        for number, said in told
        if all(each.isascii() and each.isdigit() and len(each) < 10 for each in (number, said))
    }


def _compared(
    request: Request, kept: KeptUpload, organization: int, issuer: str, said: Mapping[int, int]
) -> Compared:
    day: date = request.day
    lines = [
        replace(each, row=replace(each.row, same_as=said.get(each.number)))
        for each in _opened(request, kept).lines(issuer, day)
    ]
    return compared(by=request.actor, organization=organization, lines=lines, on=day)


def _status(form: Form) -> int:
    return 422 if form.reasons else 200
