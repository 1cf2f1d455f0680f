"""Việc của tôi, đến hạn, thông báo — what the register asks of the reader today."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.access.reads.notices import notices
from thenchot.doors.access.roles import COMMITTEE_LEADER, DEPARTMENT_LEADER
from thenchot.doors.web.listing import PAGE, Pages, number
from thenchot.doors.web.menu import is_cell_secretary
from thenchot.doors.web.pages import denied
from thenchot.ground.register.reads import organization_on
from thenchot.ground.register.words import Right
from thenchot.people.dossiers.reads.day import day_of, soonest
from thenchot.people.dossiers.reads.dues import Due, dues
from thenchot.people.dossiers.rules.dues import due_words, short_day
from thenchot.people.dossiers.words import DueKind

ROWS = 100
LEADERS = {DEPARTMENT_LEADER.code, COMMITTEE_LEADER.code}


@require_safe
def my_work(request: Request) -> HttpResponse:
    """Việc của tôi — to answer, to do, to read; the week beside them."""
    by, on = request.actor, request.on
    waiting = notices(by=by, on=request.day)
    context: dict[str, Any] = {
        "notices": waiting, "leads": not LEADERS.isdisjoint(by.roles),
        "cell": is_cell_secretary(by),
    }  # fmt: skip
    if by.may(Right.READ):
        found = day_of(by=by, on=on)
        context |= {
            "day": found, "rows": [_shown(row, request) for row in soonest(found.dues)],
            "more": found.dues.total - len(soonest(found.dues)),
            "week": [(day, many, day == on) for day, many in found.week.items()],
        }  # fmt: skip
    return render(request, "web/my_work.html", context)


@require_safe
def due_list(request: Request) -> HttpResponse:
    """Đến hạn — ninety days ahead, by kind and unit, with the paper each clock rests on."""
    by, on = request.actor, request.on
    if not by.may(Right.READ):
        return denied(request)
    unit, typed = number(request, "don-vi", 0) or None, request.GET.get("loai", "")
    kind = DueKind.of(typed) if typed in DueKind._value2member_map_ else None
    place = organization_on(by=by, organization=unit, on=on) if unit else None
    if unit and place is None:
        raise Http404
    after = (number(request, PAGE, 1) - 1) * ROWS
    found = dues(by=by, on=on, unit=unit, kind=kind, after=after, most=ROWS)
    total = found.counts[kind] if kind else found.total
    context = {
        "found": found, "rows": [_shown(row, request) for row in found.rows], "kind": kind,
        "kinds": [(each, found.counts[each], _address(request, each)) for each in DueKind],
        "all": _address(request, None), "unit": unit, "place": place,
        "clauses": [(each, limit) for each, limit in found.clauses.items()],
        "pages": Pages(request, total, ROWS), "total": total,
    }  # fmt: skip
    return render(request, "web/dues.html", context)


@require_safe
def notice_list(request: Request) -> HttpResponse:
    """Thông báo — what waits for an answer, own rights that begin or end, who opened what about me."""
    return render(
        request, "web/notices.html", {"notices": notices(by=request.actor, on=request.day)}
    )


def _shown(row: Due, request: Request) -> tuple[Due, str, str, bool]:
    on = request.on
    return row, due_words(row.due, on, gettext), short_day(row.due, gettext), row.due < on


def _address(request: Request, kind: DueKind | None) -> str:
    asked = request.GET.copy()
    asked.pop(PAGE, None)
    asked.pop("loai", None)
    if kind:
        asked["loai"] = kind.value
    return f"?{asked.urlencode()}"
