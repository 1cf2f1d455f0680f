"""Xem trước dự thảo — the page as it would print from what is typed so far; nothing is judged or kept."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime, time
from typing import Any

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.exchange.drafting.paper import HERE, paper_of
from thenchot.doors.exchange.making import KINDS, typeset
from thenchot.doors.exchange.reports.sheet import HANOI
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.names import tidy_name
from thenchot.office.drafting.reads.drafts import draft_page
from thenchot.office.drafting.reads.profiles import profile_on
from thenchot.office.drafting.rules.layout import Printed, printed
from thenchot.office.drafting.rules.letters import DRAFT
from thenchot.office.drafting.rules.rows import LONGEST, DraftRow
from thenchot.office.drafting.words import Right, Signing
from thenchot.people.dossiers.reads.picked import one_chosen

WORDS = {each.name for each in fields(DraftRow) if each.type is str}
NOTHING_YET = DraftRow(InstrumentKind.OTHER, "", "", "", "")


@require_POST
def preview_draft(request: Request) -> HttpResponse:
    """Xem trước bản in — of a new draft, or of one whose head or words are being written anew."""
    if not request.actor.may(Right.WRITE):
        raise Http404
    typed = {name: str(value) for name, value in request.POST.items()}
    with reading(request):
        told = _told(request.actor, request.day, typed)
    made_at = datetime.combine(request.day, time(23, 59), HANOI)
    parts = paper_of(told, told.title, DRAFT, profile_on(request.day))
    answer = HttpResponse(typeset(HERE / "paper.typ", parts, made_at), content_type=KINDS["pdf"])
    answer["Content-Disposition"] = 'inline; filename="xem-truoc.pdf"'
    return answer


def _told(by: Actor, on: date, typed: Mapping[str, str]) -> Printed:
    """The parts of the page; what the form does not ask stands as in the draft it is of."""
    row, text = NOTHING_YET, ""
    if "draft" in typed:
        page = draft_page(by=by, on=on, draft=one_chosen(typed["draft"]))
        if page is None:
            raise Http404
        row, text = page.row, page.version.text
    if "kind" in typed:
        kind, signing = typed["kind"], typed.get("signing", "")
        words: dict[str, Any] = {name: tidy_name(typed.get(name, "")) for name in WORDS}
        row = replace(
            row,
            kind=InstrumentKind.of(kind) if kind in set(InstrumentKind) else NOTHING_YET.kind,
            signing=Signing.of(signing) if signing in set(Signing) else Signing.HEAD,
            **words,
        )
    lines = typed.get("whole_text", text)[:LONGEST].splitlines()
    return printed(row, "\n".join(map(tidy_name, lines)), number_sign="", on=None)
