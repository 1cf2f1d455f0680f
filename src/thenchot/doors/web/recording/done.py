"""Vừa ghi — the line an act has just left, on the page shown after it, and its undoing for ten seconds."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.web.forms import new_key
from thenchot.doors.web.recording.sheets import SHEETS
from thenchot.ground.basis.acts.correct import correct_fact, correct_facts
from thenchot.ground.basis.acts.undo import undo
from thenchot.ground.basis.reads.journal import JournalLine, lines_of
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Refused

DONE = "da-ghi"
OFFERED = timedelta(seconds=10)
UNDOABLE = frozenset(
    {
        correct_fact.name,
        correct_facts.name,
        *(sheet.act.name for sheet in SHEETS.values() if not (sheet.checked or sheet.final)),
    }
)


@dataclass(frozen=True, slots=True)
class JustDone:
    """Vừa ghi — one's own line; `seconds` is how long its undoing is still offered, 0 for not at all."""

    entry: UUID
    line: JournalLine
    seconds: int
    key: str


def just_done(request: HttpRequest) -> JustDone | None:
    """Dòng vừa ghi — named by the address the act led to; another's line is not told."""
    entry, actor = _entry(request.GET.get(DONE, "")), getattr(request, "actor", None)
    if entry is None or actor is None:
        return None
    line = lines_of(by=actor, entries=[entry]).get(entry)
    if line is None:
        return None
    left = (line.opened_at + OFFERED - timezone.now()).total_seconds()
    offered = line.act in UNDOABLE and left > 0
    return JustDone(entry, line, max(int(left), 1) if offered else 0, new_key())


@require_POST
def undo_it(request: Request) -> HttpResponse:
    """Hoàn tác — then to one's own work, where the line of the undoing stands."""
    entry = _entry(request.POST.get("entry", ""))
    if entry is None:
        raise Http404
    key = tidy_name(request.POST.get("key", ""))[:100] or new_key()
    try:
        done = undo(request.actor, request.day, entry=entry, key=key, of=UNDOABLE)
    except Refused as refusal:
        with reading(request):
            context = {"reasons": refusal.reasons}
            return render(request, "web/not_undone.html", context, status=status_of(refusal))
    return HttpResponseRedirect(f"{reverse('my_work')}?{DONE}={done.entry}")


def _entry(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
