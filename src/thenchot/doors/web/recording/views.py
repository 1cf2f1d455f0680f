"""Trang ghi — a sheet filled, checked and done; what was done stands on the next page, with its undoing."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.doors.access.drafts import drop_draft
from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.web.choices import SIZE, chosen
from thenchot.doors.web.drafts import restored, typist
from thenchot.doors.web.forms import new_key
from thenchot.doors.web.listing import number, text
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.attaching import NAME as FILE_NAME
from thenchot.doors.web.recording.attaching import (
    SEALED,
    ask_of_same_file,
    refuse_idle_file,
    take_file,
    takes_file,
)
from thenchot.doors.web.recording.boxes import Picked
from thenchot.doors.web.recording.checking import Checked, checked
from thenchot.doors.web.recording.document_sheets import ORGAN
from thenchot.doors.web.recording.done import DONE
from thenchot.doors.web.recording.meanwhile import meanwhile
from thenchot.doors.web.recording.paper import (
    DIGEST,
    LINE_READ,
    NUMBER,
    PAPER_BOXES,
    boxes_of,
    day_of,
    keeper_chosen,
    keepers_of,
    read_citation,
    read_cited_lines,
    read_line,
    read_paper,
    registered,
)
from thenchot.doors.web.recording.reading import Read, read_sheet
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.doors.web.recording.sheets import GROUPS, SHEETS
from thenchot.doors.web.recording.written import PASTED, Shown, Written
from thenchot.ground.basis.acts.act import Done
from thenchot.ground.basis.reads.journal import Recorded
from thenchot.ground.plain.reasons import AlreadyAnswered, Reason, Refused
from thenchot.office.documents.reads.outgoing import organs_with_books
from thenchot.people.dossiers.reads.picked import Pick, known, one_chosen, written

MORE_LINES = 10
PAPER = "can-cu"
TEMPLATE = "mau"
CHANGES = ("read", "more", "paste", "begin")  # the buttons that only change the form


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: Request, slug: str) -> HttpResponse:
    """Ghi một việc — the sheet of that name."""
    sheet = SHEETS.get(slug)
    if sheet is None:
        raise Http404
    return record_sheet(request, sheet)


def record_sheet(request: Request, sheet: Sheet) -> HttpResponse:
    """Ghi theo mẫu — the same page again while anything is wrong, else where the answer stands."""
    if not sheet.open_to(request.actor):
        return denied(request)
    if request.method != "POST":
        return _page(request, sheet, _opened(request, sheet))
    form = Written.typed(request.POST)
    take_file(request, form)
    if any(request.POST.get(button, "").strip() for button in (*CHANGES, PASTED)):
        return _changed(request, sheet, form)
    with reading(request):
        read, paper = _read(request, sheet, form)
    form.reasons += sheet.faults(read.values) if not form.reasons else []
    try:
        asked = sheet.arguments(read.values, read.lines, paper)
        if sheet.checked and not form.reasons and "checked" not in request.POST:
            found = checked(request.actor, request.day, sheet, asked)
            return _check_page(request, sheet, form, found)
        once = sheet.act.once(form.key, tuple(form.reasons), form.sent)
        done = once(request.actor, request.day, **asked)
    except Refused as refusal:
        if isinstance(refusal, AlreadyAnswered):
            form.key = new_key()  # sent again as it stands now, it is another act
        form.refused(refusal.reasons)
        form.status = status_of(refusal)
        return _page(request, sheet, form, read)
    drop_draft(typist(request), _address(request))
    return HttpResponseRedirect(_next_page(request, sheet, form, read, paper, done))


@require_safe
def recording(request: Request) -> HttpResponse:
    """Ghi sổ — every sheet the actor may fill."""
    groups = [
        (title, [sheet for sheet in sheets if sheet.open_to(request.actor)])
        for title, sheets in GROUPS
    ]
    return render(request, "web/recording.html", {"groups": [each for each in groups if each[1]]})


def _opened(request: Request, sheet: Sheet) -> Written:
    """An empty form, filled from its draft, else with what the address names."""
    form = restored(request, Written(since=timezone.now().isoformat()), _address(request))
    if form.kept_at:
        return form
    form.boxes = {
        box.name: filled
        for box in (*PAPER_BOXES, *sheet.boxes)
        if (filled := box.opening(request.day))
    }
    if sheet.paper:
        _give(request, form.boxes, NUMBER.name, Pick.PAPER, PAPER)
    line: dict[str, str] = {}
    for boxes, where in ((sheet.boxes, form.boxes), (sheet.columns, line)):
        for box in boxes:
            if isinstance(box, Picked):
                _give(request, where, box.name, box.of, box.given)
            elif box.given in request.GET:
                where[box.name] = text(request, box.given)
    _give_organ(request, sheet, form.boxes)
    if TEMPLATE in request.GET:
        _begin(request, sheet, form)
    given = [line] if any(line.values()) else []
    if sheet.filled:
        named = {box.name: number(request, box.given, 0) for box in sheet.boxes if box.given}
        found = sheet.filled(request.actor, request.day, named)
        form.boxes |= found.boxes
        given = given or [dict(each) for each in found.lines]
    form.lines = given or [dict(each) for each in sheet.written]
    return form


def _address(request: Request) -> str:
    """The form's own address, by which its draft is kept; what was just done is no part of it."""
    asked = request.GET.copy()
    asked.pop(DONE, None)
    query = asked.urlencode()[:100]
    return f"{request.path}?{query}" if query else request.path


def _give(request: Request, where: dict[str, str], name: str, of: Pick, given: str) -> None:
    """The number in the address as the box writes it; what is out of sight is not there."""
    if not given or given not in request.GET:
        return
    asked = number(request, given, 0)
    found = known(of, by=request.actor, on=request.day, numbers=[asked]).get(asked)
    if found is None:
        raise Http404
    where[name] = written(found)


def _give_organ(request: Request, sheet: Sheet, boxes: dict[str, str]) -> None:
    """The only organ with registers where the reader may do this, where none is named."""
    if ORGAN not in sheet.boxes or boxes.get(ORGAN.name):
        return
    by, on = request.actor, request.day
    organs = [each for each, _ in organs_with_books(by=by, on=on) if by.may(sheet.act.needs, each)]
    if len(organs) == 1:
        (boxes[ORGAN.name],) = map(written, known(ORGAN.of, by=by, on=on, numbers=organs).values())


def _read(request: Request, sheet: Sheet, form: Written) -> tuple[Read, Any]:
    """What was typed as values, and the paper; faults are noted on the form."""
    by, day = request.actor, request.day
    keeper, paper = keeper_chosen(form, by, day), None
    if sheet.registers:
        read_citation(form)
    if sheet.cites:
        read_cited_lines(form)
    if sheet.paper:
        paper = read_paper(form, by, day, keeper)
    if isinstance(paper, int):
        refuse_idle_file(form)
    else:
        ask_of_same_file(form, by)
    read = read_sheet(sheet, form, by, day, day_of(by, paper))
    if sheet.registers:
        read.values["kept_by"] = keeper
    if sheet.registers or sheet.file:
        read.values[DIGEST] = form.boxes[DIGEST]
    return read, paper


def _changed(request: Request, sheet: Sheet, form: Written) -> HttpResponse:
    """Thêm dòng, dán danh sách, đọc dòng trích dẫn, lấy mẫu — nothing is done or judged yet.

    A list that was pasted and not put into the table yet is put there, whatever button was pressed.
    """
    if "more" in request.POST:
        form.spare = MORE_LINES
    if sheet.columns:
        form.paste(sheet.columns, request.POST.get(PASTED, ""))
    if sheet.cites:
        read_cited_lines(form)
    if "begin" in request.POST:
        _begin(request, sheet, form)
    with reading(request):
        if "read" in request.POST:
            read_line(form, request.actor, request.day, new=bool(sheet.registers))
        return _render(request, sheet, form)


def _begin(request: Request, sheet: Sheet, form: Written) -> None:
    """Bắt đầu từ mẫu — into the boxes that are still empty; what was typed stays."""
    if sheet.begins is None:
        return
    found = sheet.begins(request.day, form.boxes)
    if isinstance(found, Reason):
        form.notes(found)
        return
    form.boxes |= {name: words for name, words in found.items() if not form.boxes.get(name)}


def _page(request: Request, sheet: Sheet, form: Written, read: Read | None = None) -> HttpResponse:
    with reading(request):
        others = meanwhile(request.actor, request.day, sheet, read, form.since) if read else []
        return _render(request, sheet, form, others)


def _render(
    request: Request, sheet: Sheet, form: Written, others: Sequence[Recorded] = ()
) -> HttpResponse:
    paper = list(form.shown(boxes_of(form) if sheet.paper else sheet.registers))
    boxes = list(form.shown([box for box in sheet.boxes if box not in sheet.registers]))
    lines = list(form.shown_lines(sheet.columns)) if sheet.columns else []
    registers = takes_file(sheet, form) and not sheet.any_kind
    keepers = keepers_of(request.actor, request.day) if registers else []
    named = {
        box.name: one_chosen(form.boxes.get(box.name, ""))
        for box in sheet.boxes
        if isinstance(box, Picked)
    }
    context: dict[str, Any] = {
        "warned": sheet.warned(request.actor, request.day, named),
        "sheet": sheet, "form": form, "faults": form.faults(), "others": others,
        "paper": paper, "boxes": boxes, "lines": lines, "registers": bool(sheet.registers),
        "line_read": form.boxes.get(LINE_READ, ""),
        "keepers": keepers if len(keepers) > 1 else [],
        "focus": _focus([*paper, *boxes, *(each for line in lines for each in line)]),
        "address": _address(request),
        "takes_file": takes_file(sheet, form),
        "three": chosen(request, SIZE) != "normal",
    }  # fmt: skip
    status = form.status or (422 if form.reasons else 200)
    return render(request, "web/record.html", context, status=status)


def _focus(shown: Sequence[Shown]) -> str:
    """The first box that is wrong, else the first that still has to be filled."""
    wrong = [each.id for each in shown if each.fault]
    empty = [each.id for each in shown if not (each.typed or each.box.optional)]
    return next(iter([*wrong, *empty]), "")


def _check_page(request: Request, sheet: Sheet, form: Written, found: Checked) -> HttpResponse:
    held = {name: form.boxes[name] for name in (SEALED, FILE_NAME) if form.boxes.get(name)}
    sent = {
        name: value for name, value in request.POST.items() if name not in NOT_SENT_AGAIN
    } | held
    with reading(request):
        context = {"sheet": sheet, "form": form, "found": found, "sent": sent.items()}
        return render(request, "web/record_check.html", context)


NOT_SENT_AGAIN = {"csrfmiddlewaretoken", "checked"}


def _next_page(
    request: Request, sheet: Sheet, form: Written, read: Read, paper: Any, done: Done
) -> str:
    """Where the answer stands: the one it is about, else its paper; or the same sheet for the next."""
    with reading(request):
        basis = paper if isinstance(paper, int) else registered(request.actor, paper)
    asked = {DONE: str(done.entry)}
    if "next" in request.POST:
        same = asked | ({PAPER: str(basis)} if basis else {})
        return f"{reverse('record', args=[sheet.slug])}?{urlencode(same)}"
    name, page = sheet.about
    subject = _subject(name, read) if name else done.answer
    if subject is None:
        subject, page = basis, "instrument"
    where = reverse(page, args=[subject]) if subject else reverse("my_work")
    return f"{where}?{urlencode(asked)}"


def _subject(name: str, read: Read) -> int | None:
    if name in read.values:
        found: int = read.values[name]
        return found
    return read.lines[0].get(name) if len(read.lines) == 1 else None
