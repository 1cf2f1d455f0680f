"""Nhận tệp, ghép cột — the first two steps of a list handed in, whatever it is for."""

from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.uploads import (
    KeptUpload,
    drop_upload,
    keep_upload,
    tell_upload,
    upload_of,
)
from thenchot.doors.web.drafts import typist
from thenchot.doors.web.forms import Form
from thenchot.doors.web.handed_in.purpose import Purpose
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.attaching import NOT_DECLARED, OPEN
from thenchot.ground.basis.attached import check_table
from thenchot.ground.plain.headings import chosen_columns
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import format_day
from thenchot.ground.plain.worksheets import LARGEST
from thenchot.people.dossiers.reads.handed import Handed, handed
from thenchot.people.members.acts.headings import remember_headings
from thenchot.people.members.words import ListColumn, Right

FILE, COLUMNS, FROM_DAY, CELL = "file", "columns", "from_day", "cell"
CHOSEN, LONGEST_NAME = "cot-", 100


@dataclass(slots=True, kw_only=True)
class ColumnsForm(Form):
    """Phiếu ghép cột — the columns are chosen one by one; `from_day` is the day the list holds from.

    `cell`: of a list that names none.
    """

    from_day: str = ""
    cell: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def take(request: Request, purpose: Purpose) -> HttpResponse:
    """Nhận tệp — kept for this account until it is recorded, left, or thirty days old."""
    if not request.actor.may(purpose.needs):
        return denied(request)
    form = Form()
    if request.method == "POST":
        if "drop" in request.POST:
            drop_upload(typist(request), reverse(purpose.take))
            return HttpResponseRedirect(reverse(purpose.take))
        try:
            _take(request, purpose)
            return HttpResponseRedirect(reverse(purpose.columns))
        except Misread as fault:
            form.refused([Reason(fault.reason.text, fault.reason.values, field=FILE)])
    with reading(request):
        context = {
            "purpose": purpose, "form": form, "faults": form.faults(),
            "kept": upload_of(typist(request), reverse(purpose.take)),
            "columns": list(ListColumn), "most": LARGEST // 1024 // 1024,
        }  # fmt: skip
        return render(request, "web/hand_in.html", context, status=422 if form.reasons else 200)


def _take(request: Request, purpose: Purpose) -> None:
    name, content = received_file(request)
    with reading(request):
        handed(by=request.actor, name=name, content=content, columns=None, on=request.day)
    keep_upload(typist(request), reverse(purpose.take), name, content)


def received_file(request: Request) -> tuple[str, bytes]:
    """Tệp gửi lên — its name and content; `Misread` where there is none, or too large a one."""
    sent = request.FILES.get(FILE)
    if sent is None:
        raise Misread(mark("Hãy chọn tệp."))
    if not request.POST.get(OPEN):
        raise Misread(NOT_DECLARED)
    if (sent.size or 0) > LARGEST:
        raise Misread(mark("Tệp lớn hơn {most} MB."), most=LARGEST // 1024 // 1024)
    name, content = tidy_name(str(sent.name))[-LONGEST_NAME:], sent.read()
    check_table(content, name)
    return name, content


def chosen_words(request: Request) -> dict[str, str]:
    """Cột đã chọn trên trang — by place, as the page sends them."""
    return {
        name.removeprefix(CHOSEN): str(word)
        for name, word in request.POST.items()
        if name.startswith(CHOSEN)
    }


@require_http_methods(["GET", "HEAD", "POST"])
def match(request: Request, purpose: Purpose) -> HttpResponse:
    """Ghép cột — each heading of the file beside what it stands for; new meanings are remembered."""
    if not request.actor.may(purpose.needs):
        return denied(request)
    kept = upload_of(typist(request), reverse(purpose.take))
    if kept is None:
        return HttpResponseRedirect(reverse(purpose.take))
    form = ColumnsForm.typed(request.POST)
    if request.method != "POST":
        form.from_day = format_day(request.day)
        return _match_page(request, purpose, form, opened(request, kept))
    chosen = chosen_words(request)
    with reading(request):
        listed = opened(request, kept)
        columns = chosen_columns(ListColumn, chosen, listed.head)
        listed = Handed(listed.rows, listed.head, columns, listed.learnt)
    named = {-1: ListColumn.CELL} if form.cell and ListColumn.CELL not in columns.values() else {}
    form.reasons += purpose.faults(columns | named)
    from_day = form.day(FROM_DAY, request.day) if purpose.dated else request.day
    if from_day is None and not any(each.field == FROM_DAY for each in form.reasons):
        form.reasons.append(Reason(mark("Hãy ghi ngày của danh sách."), field=FROM_DAY))
    if from_day and from_day > request.day:
        form.reasons.append(Reason(mark("Ngày của danh sách sau hôm nay."), field=FROM_DAY))
    if form.reasons or from_day is None:
        with reading(request):
            return _match_page(request, purpose, form, listed)
    if listed.to_remember() and request.actor.may(Right.RECORD_HANDOVER):
        remember_headings(request.actor, request.day, headings=listed.to_remember())
    said = {str(place): column.value for place, column in columns.items()}
    told = {COLUMNS: said, FROM_DAY: from_day.isoformat(), CELL: form.cell}
    tell_upload(typist(request), reverse(purpose.take), **told)
    return HttpResponseRedirect(reverse(purpose.result))


def opened(request: Request, kept: KeptUpload) -> Handed:
    """Mở tệp đã giữ — with the columns chosen, else as guessed."""
    return handed(
        by=request.actor, name=kept.name, content=kept.content, columns=kept.told.get(COLUMNS),
        on=request.day, cell=kept.told.get(CELL, ""),
    )  # fmt: skip


def _match_page(
    request: Request, purpose: Purpose, form: ColumnsForm, listed: Handed
) -> HttpResponse:
    context = {
        "purpose": purpose, "form": form, "faults": form.faults(), "asked": listed.shown_columns(),
        "words": list(ListColumn), "rows": len(listed.rows) - listed.head.first,
    }  # fmt: skip
    status = 422 if form.reasons else 200
    return render(request, "web/hand_in_columns.html", context, status=status)
