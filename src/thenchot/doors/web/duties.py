"""Việc của tôi, đến hạn, thông báo — what the register asks of the reader today."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.access.reads.notices import notices
from thenchot.doors.access.roles import (
    COMMITTEE_LEADER,
    DEPARTMENT_LEADER,
    PARTY_BUILDING_SPECIALIST,
)
from thenchot.doors.web.listing import PAGE, Pages, first_row, number
from thenchot.doors.web.menu import is_cell_secretary
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.offers import Offer, offer_for_due
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.periods import Period, PeriodKind
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import read_back
from thenchot.ground.register.words import Right
from thenchot.office.documents.reads.asked import papers_asked, papers_submitted
from thenchot.office.documents.words import Right as DocumentsRight
from thenchot.office.drafting.reads.drafts import drafts_waiting
from thenchot.office.drafting.words import Right as DraftingRight
from thenchot.people.dossiers.reads.day import day_of, month_of_cell
from thenchot.people.dossiers.reads.dues import Due, dues
from thenchot.people.dossiers.rules.dues import due_words
from thenchot.people.dossiers.words import DueKind
from thenchot.people.members.words import Right as MembersRight

ROWS, FIRST = 100, 10  # of the kind asked for; of each kind where all are shown
WEEK = mark("T2"), mark("T3"), mark("T4"), mark("T5"), mark("T6")
LEADERS = {DEPARTMENT_LEADER.code, COMMITTEE_LEADER.code}


@require_safe
def my_work(request: Request) -> HttpResponse:
    """Việc của tôi — to answer, to do, to read; the week beside them."""
    by, on = request.actor, request.on
    context: dict[str, Any] = {
        "notices": notices(by=by, on=request.day, some=request.waiting > 0), "leads": _leads(by),
        "own": by.person,
    }  # fmt: skip
    if on == request.day:
        context |= _papers(request)
    context["answers"] = len(context["notices"].to_answer) + context.get("submitted_total", 0)
    if is_cell_secretary(by) and by.may(Right.READ):
        month = month_of_cell(by=by, on=on)
        context |= {
            "month": month, "rows": _shown(month.rows, request),
            "badges": _shown(month.badges, request),
            "reports": on == request.day and by.may(MembersRight.REPORT_CHANGE),
        }  # fmt: skip
        return render(request, "web/cell_month.html", context)
    if by.may(Right.READ):
        day = day_of(by=by, on=on)
        context |= {
            "day": day, "rows": _shown(day.rows, request), "more": day.due - len(day.rows),
            "week": [
                (name, each, many, each == on)
                for name, (each, many) in zip(WEEK, day.week.items(), strict=True)
            ],
        }  # fmt: skip
        if PARTY_BUILDING_SPECIALIST.code in by.roles:
            context["periods"] = _periods(request)
    return render(request, "web/my_work.html", context)


@require_safe
def due_list(request: Request) -> HttpResponse:
    """Đến hạn — ninety days ahead, by kind and unit, with the paper each clock rests on."""
    if not request.actor.may(Right.READ):
        return denied(request)
    unit, typed = number(request, "don-vi", 0) or None, request.GET.get("loai", "")
    if typed and typed not in DueKind._value2member_map_:
        raise Http404
    kind, most = (DueKind.of(typed), ROWS) if typed else (None, FIRST)
    after = first_row(request, ROWS) if kind else 0
    found = dues(
        by=request.actor, on=request.on, unit=unit, kind=kind, after=after, most=most
    )  # fmt: skip
    if found is None:
        raise Http404
    groups = {each.kind: each for each in found.groups}
    context = {
        "found": found, "kind": kind, "unit": unit, "all": _address(request, loai=""),
        "everywhere": _address(request, **{"don-vi": ""}),
        "kinds": [
            (each, _address(request, loai=each.kind.value)) for each in found.groups
        ],
        "groups": [
            (each, _shown(each.rows, request), _address(request, loai=each.kind.value))
            for each in found.groups if each.rows
        ],
        "units": [
            (name, many, _address(request, **{"don-vi": str(each)}))
            for each, name, many in found.units
        ],
        "pages": Pages(request, groups[kind].count if kind else 0, ROWS),
    }  # fmt: skip
    return render(request, "web/dues.html", context)


@require_safe
def notice_list(request: Request) -> HttpResponse:
    """Thông báo — what waits for an answer, own rights that begin or end."""
    return render(
        request, "web/notices.html", {"notices": notices(by=request.actor, on=request.day)}
    )


def _papers(request: Request) -> dict[str, Any]:
    """Papers asked of the reader and drafts that wait for a step of theirs, as they stand today."""
    by = request.actor
    context: dict[str, Any] = {}
    if by.may(DocumentsRight.READ):
        total, lines = papers_asked(by=by, most=FIRST)
        context |= {
            "asked_total": total,
            "asked": [(each, *_left(each.due_on, request.day)) for each in lines],
        }
        if _leads(by) or by.person is not None:  # a leader, or a person who may stand in for one
            total, submitted = papers_submitted(by=by, most=FIRST)
            context |= {
                "submitted_total": total,
                "submitted": [(each, *_left(each.due_on, request.day)) for each in submitted],
            }
    if by.may(DraftingRight.READ):
        total, drafts = drafts_waiting(by=by, most=FIRST)
        context |= {"drafts_total": total, "drafts": drafts}
    return context


def _leads(by: Actor) -> bool:
    return not LEADERS.isdisjoint(by.roles)


def _left(due: date | None, on: date) -> tuple[str, bool]:
    """Còn bao lâu — in words, and whether it is late."""
    return due_words(due, on, gettext), due is not None and due < on


def _shown(rows: list[Due], request: Request) -> list[tuple[Due, str, str, bool, Offer | None]]:
    """Each row with "còn 2 ngày", its weekday and day, whether it is late, the sheet that records it."""
    on = request.on
    return [
        (
            row, due_words(row.due, on, gettext), read_back(row.due, gettext) if row.due else "",
            row.due is not None and row.due < on,
            offer_for_due(request.actor, row) if on == request.day else None,
        )
        for row in rows
    ]  # fmt: skip


def _periods(request: Request) -> list[Period]:
    """The periods whose report is made up next: this month's and this quarter's."""
    on = request.on
    return [
        Period(PeriodKind.MONTH, on.year, on.month),
        Period(PeriodKind.QUARTER, on.year, (on.month + 2) // 3),
    ]


def _address(request: Request, **changed: str) -> str:
    """The same page from its first sheet, with these filters set, or taken off where empty."""
    asked = request.GET.copy()
    asked.pop(PAGE, None)
    for name, value in changed.items():
        asked.pop(name, None)
        if value:
            asked[name] = value
    return f"?{asked.urlencode()}"
