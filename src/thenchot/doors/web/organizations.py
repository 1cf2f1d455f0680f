"""Trang tổ chức — the tree on any day, the same as a table, and one unit with all that is known of it."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.listing import Pages, first_row, number, text
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.offers import CELL, POST, UNIT, Offer, offers_for
from thenchot.ground.plain.periods import quarter_of
from thenchot.ground.register import reads
from thenchot.ground.register.reads.vacant import vacancies_on
from thenchot.ground.register.words import (
    CELLS,
    GRASSROOTS,
    PARTY,
    OrganizationKind,
    PostKind,
    Right,
)
from thenchot.people.committees.reads.committees import committee_seen
from thenchot.people.members.reads import members_below, members_of
from thenchot.people.members.reads.changes import cell_to_report
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.positions.words import Right as PositionsRight
from thenchot.people.reorganisation.reads.charges import charges_of

OPENED = "mo"
MOST_OPENED = 200
ROWS = 100


@require_safe
def organizations(request: Request) -> HttpResponse:
    """Cây tổ chức trong ngày — `mo` of the address names the units opened."""
    by, on = request.actor, request.on
    if not by.may(Right.READ_TREE):
        return denied(request)
    branches = reads.branches_on(by=by, on=on, opened=_opened(request))
    opened = frozenset(each.line.id for each in branches if each.opened)
    rows = [
        (each, _toggled(request, opened, each.line.id) if each.below else "") for each in branches
    ]
    units = [each.line.id for each in branches]
    context = {"rows": _counted(request, units, rows), "stand": number(request, "dong", 0)}
    return render(request, "web/organizations.html", context)


@require_safe
def organization_table(request: Request) -> HttpResponse:
    """Bảng tổ chức — the same units as the tree, in its order, by part of a name or by kind."""
    if not request.actor.may(Right.READ_TREE):
        return denied(request)
    named, kind = text(request, "ten"), request.GET.get("loai", "")
    total, shown = reads.organizations_listed(
        by=request.actor, on=request.on, named=named, kind=kind,
        after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    context = {
        "rows": _counted(request, [line.id for line in shown], [(line, "") for line in shown]),
        "total": total, "named": named, "kind": kind, "kinds": list(OrganizationKind),
        "pages": Pages(request, total, ROWS),
    }  # fmt: skip
    return render(request, "web/organization_table.html", context)


@require_safe
def organization(request: Request, organization: int) -> HttpResponse:
    """Một tổ chức: trạng thái, chức vụ, quá trình, mỗi dòng có căn cứ."""
    by, on = request.actor, request.on
    page = reads.organization_on(by=by, organization=organization, on=on)
    if page is None:
        return _another_day(request, organization)
    below = [organization, *(line.id for line in page.children)]
    lines = (
        reads.lines_below(by=by, units=below, on=on)
        if page.children
        else [(organization, organization)]
    )
    seats, members = (
        reads.seats_below(by=by, lines=lines, on=on),
        members_below(by=by, lines=lines, on=on),
    )
    quarter = quarter_of(on)
    context = {
        "page": page, "belonging": members.get(organization),
        "members": members_of(by=by, cell=organization, on=on) if page.line.kind in CELLS else [],
        "is_cell": page.line.kind in CELLS,
        "children": [
            (line, "", seats[line.id] if line.id in members else None, members.get(line.id))
            for line in page.children
        ],
        "seats": seats[organization],
        "has_book": page.line.kind in CELLS | GRASSROOTS and by.may(MembersRight.READ, organization),
        "quarter": quarter, "positions": by.may(PositionsRight.READ, organization),
        "committee": committee_seen(by=by, organization=organization, on=on),
        "charges": [] if page.line.kind in PARTY else charges_of(by=by, on=on, unit=organization),
        "report": f"{reverse('report', args=[quarter.code()])}?{urlencode({'don-vi': organization})}",
        "restated": f"{reverse('restated', args=[f'nam-{on.year - 1}', 'dang-vien'])}?{urlencode({'don-vi': organization})}",
        "offers": _offers(request, organization, page.line.kind),
        "reports_change": page.line.kind in CELLS
        and on == request.day and bool(cell_to_report(by=by, cell=organization, on=on)),
    }  # fmt: skip
    return render(request, "web/organization.html", context)


@require_safe
def post(request: Request, post: int) -> HttpResponse:
    """Một chức vụ: trạng thái và người giữ qua thời gian."""
    found = reads.post_on(by=request.actor, post=post, on=request.on)
    if found is None:
        raise Http404
    unit = found.last.unit_id
    vacant = found.now is not None and not any(
        each.days.holds_on(request.on) for each in found.holdings
    )
    offers = (
        offers_for(request.actor, POST, number=post, unit=unit) if request.on == request.day else []
    )
    context = {"page": found, "offers": offers, "vacant": vacant}
    return render(request, "web/post.html", context)


@require_safe
def vacancies(request: Request) -> HttpResponse:
    """Chức vụ trống trong ngày — of all kinds or of one."""
    if not request.actor.may(Right.READ):
        return denied(request)
    asked = request.GET.get("loai", "")
    kind = next((each for each in PostKind if each == asked), None)
    total, lines = vacancies_on(
        by=request.actor, on=request.on, kind=kind, after=first_row(request, ROWS), most=ROWS
    )
    context = {
        "lines": lines, "total": total, "kind": kind, "kinds": list(PostKind),
        "pages": Pages(request, total, ROWS),
    }  # fmt: skip
    return render(request, "web/vacancies.html", context)


def _another_day(request: Request, organization: int) -> HttpResponse:
    """A unit that ended or has not begun is shown on the nearest day it stands, and the band says so."""
    day = reads.nearest_day(by=request.actor, organization=organization, on=request.on)
    if day is None or day == request.on:
        raise Http404
    address = reverse("organization", args=[organization])
    return HttpResponseRedirect(f"{address}?{urlencode({'ngay': f'{day:%d/%m/%Y}'})}")


def _offers(request: Request, unit: int, kind: OrganizationKind) -> list[Offer]:
    """Only today: every act is done on the office day."""
    if request.on != request.day:
        return []
    givens = (UNIT, CELL) if kind in CELLS else (UNIT,)
    return offers_for(request.actor, *givens, number=unit, unit=unit)


def _counted(
    request: Request, units: list[int], rows: Sequence[tuple[object, str]]
) -> list[object]:
    """Each row beside its seats and members; "–" where the reader may know the name only."""
    lines = reads.lines_below(by=request.actor, units=units, on=request.on)
    seats = reads.seats_below(by=request.actor, lines=lines, on=request.on)
    members = members_below(by=request.actor, lines=lines, on=request.on)
    return [
        (row, toggled, seats[unit] if unit in members else None, members.get(unit))
        for unit, (row, toggled) in zip(units, rows, strict=True)
    ]


def _opened(request: Request) -> frozenset[int] | None:
    typed = request.GET.get(OPENED)
    if typed is None:
        return None
    numbers = [each for each in typed.split(".")[:MOST_OPENED] if each.isascii() and each.isdigit()]
    return frozenset(int(each[:10]) for each in numbers)


def _toggled(request: Request, opened: frozenset[int], unit: int) -> str:
    """The address of the same tree with this unit opened or closed."""
    asked = request.GET.copy()
    asked[OPENED] = ".".join(map(str, sorted(opened ^ {unit})))
    asked["dong"] = str(unit)
    return f"?{asked.urlencode()}"
