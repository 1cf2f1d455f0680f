"""Đính chính theo danh sách — rows of a comparison set right in one press, under one paper."""

from collections.abc import Sequence
from hashlib import sha256

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from thenchot.doors.access.drafts import drop_draft
from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.access.uploads import KeptUpload, tell_upload
from thenchot.doors.web.drafts import restored, typist
from thenchot.doors.web.forms import new_key
from thenchot.doors.web.handed_in.purpose import Purpose
from thenchot.doors.web.recording.done import DONE
from thenchot.doors.web.recording.paper import (
    NUMBER,
    PAPER_BOXES,
    keeper_chosen,
    read_line,
    read_paper,
)
from thenchot.doors.web.recording.written import Written
from thenchot.ground.basis.acts.correct import correct_facts
from thenchot.ground.basis.rules import CorrectionRow
from thenchot.ground.basis.words import Right
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import AlreadyAnswered, Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.people.dossiers.reads.picked import Pick, known, written
from thenchot.people.dossiers.rules.compared import Pair, pressed_by

ROW, ROWS, ALL, BASIS = "row", "rows", "all", "corrected_by"
MOVED = mark("Có dòng đã khác với lúc trang mở ra; hãy xem lại rồi bấm.")
WHY = mark("Theo danh sách đối chiếu «{name}»")


def told_by(by: Actor, pair: Pair) -> str:
    """Dấu của dòng — the row as it is shown, sent back by its button; "" where the press would do nothing."""
    here, there = pair.here, pair.there
    if not (here and there and by.may(Right.CORRECT_FACT, here.cell_id) and pressed_by(pair)):
        return ""
    seen = (here.person, *((each.column.value, each.sentence()) for each in pair.differences))
    return f"{there.number}-{sha256(repr(seen).encode()).hexdigest()[:16]}"


def paper_form(request: Request, kept: KeptUpload) -> Written:
    """Phiếu căn cứ — the draft; else the paper the rows before were set right by."""
    first = {box.name: box.first for box in PAPER_BOXES if box.first}
    return restored(request, Written(boxes=first | {NUMBER.name: kept.told.get(BASIS, "")}))


def settle(
    request: Request, purpose: Purpose, kept: KeptUpload, pairs: Sequence[Pair]
) -> HttpResponse | Written:
    """Đính chính các dòng đã chọn — the page again after it; the form where nothing was done."""
    form = Written.typed(request.POST)
    with reading(request):
        if ROW not in request.POST and ALL not in request.POST:
            read_line(form, request.actor, request.day, new=False)
            return form
        named = [
            (pair.here.full_name, CorrectionRow(*correction))
            for pair in _asked(request, form, pairs)
            if pair.here
            for correction in pressed_by(pair)
        ]
        keeper = keeper_chosen(form, request.actor, request.day)
        paper = read_paper(form, request.actor, request.day, keeper)
    once = correct_facts.once(form.key, tuple(form.reasons), form.sent)
    reason = WHY.format(
        name=kept.name
    )  # kept in the journal, whatever language the page is read in
    try:
        facts = [row for _, row in named]
        done = once(request.actor, request.day, facts=facts, by_paper=paper, reason=reason)
    except Refused as refusal:
        if isinstance(refusal, AlreadyAnswered):
            form.key = new_key()
        form.refused([_of_whom(each, [name for name, _ in named]) for each in refusal.reasons])
        form.status = status_of(refusal)
        return form
    with reading(request):
        papers = known(Pick.PAPER, by=request.actor, on=request.day, numbers=[done.answer or 0])
    under = "".join(written(each) for each in papers.values())
    tell_upload(typist(request), reverse(purpose.take), **{BASIS: under})
    drop_draft(typist(request), request.path)
    query = request.GET.copy()
    query[DONE] = str(done.entry)
    return HttpResponseRedirect(f"{request.path}?{query.urlencode()}")


def _asked(request: Request, form: Written, pairs: Sequence[Pair]) -> list[Pair]:
    """The row of the button that was pressed, else those that stood on the page, as they were shown."""
    told = {said: pair for pair in pairs if (said := told_by(request.actor, pair))}
    wanted = (request.POST.get(ROW) or request.POST.get(ROWS, "")).split(",")
    if any(each not in told for each in wanted):
        form.notes(Reason(MOVED))
    return [told[each] for each in wanted if each in told]


def _of_whom(fault: Reason, names: Sequence[str]) -> Reason:
    """Của ai — the reason of a row under the name that stands in it."""
    place, _, field = fault.field.partition(".")
    if not place.isdecimal():
        return fault
    text = mark("«{name}»: {why}")
    return Reason(text, {"name": names[int(place) - 1], "why": fault}, fault.clause, field)
