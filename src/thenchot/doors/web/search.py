"""Tìm hoặc làm — the answers under the box at the top, and the same as a page of their own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.commands import commands_named
from thenchot.doors.web.listing import text
from thenchot.doors.web.looked_at import DAY
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.typed_dates import NotADay, parse_day, read_back
from thenchot.people.dossiers.reads.found import Found, Hit, found

LONGEST = 80


@require_safe
def search(request: Request) -> HttpResponse:
    """Tìm — a fragment for the box, a whole page for a browser that sent the form."""
    typed = text(request, "q", LONGEST)
    commands = commands_named(request.actor, typed)
    answers = found(by=request.actor, on=request.on, typed=typed)
    context = {
        "typed": typed,
        "groups": [group for group in _groups(answers) if group[1]],
        "commands": commands,
        "does": bool(commands)
        and fold(gettext(commands[0].label)).split()[:1] == fold(typed).split()[:1],
        "day": _day(request, typed),
    }
    fragment = request.headers.get("HX-Request") == "true"
    return render(request, "web/found.html" if fragment else "web/search.html", context)


def _groups(answers: Found) -> list[tuple[str, list[tuple[Hit, str]]]]:
    pages = (
        ("people", "person", answers.people),
        ("units", "organization", answers.units),
        ("papers", "instrument", answers.papers),
    )
    return [
        (name, [(hit, reverse(page, args=[hit.id])) for hit in hits]) for name, page, hits in pages
    ]


def _day(request: Request, typed: str) -> tuple[str, str] | None:
    """A day was typed: the tree as it stood then."""
    if not any(sign.isdecimal() for sign in typed) or len(typed) < len("1/1/25"):
        return None
    try:
        day = parse_day(typed, request.day)
    except NotADay:
        return None
    return read_back(day), f"{reverse('organizations')}?{DAY}={day.isoformat()}"
