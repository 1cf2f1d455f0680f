"""Trang sắp xếp — two days compared, schemes as task lists, a draft compared before it is decided."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.web.listing import Pages, first_row, number
from thenchot.doors.web.pages import denied
from thenchot.ground.basis.reads.parameters import personnel_open
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind, PersonnelArea
from thenchot.ground.plain.reasons import Misread, Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import parse_day
from thenchot.ground.register.words import Level, Right
from thenchot.people.reorganisation.acts.deciding import decide_scheme
from thenchot.people.reorganisation.reads.behind import in_part, leavers, units_behind
from thenchot.people.reorganisation.reads.compared_tree import compared_rows
from thenchot.people.reorganisation.reads.comparing import Comparison, compare
from thenchot.people.reorganisation.reads.schemes import SchemeLine, scheme_page, schemes
from thenchot.people.reorganisation.rules.counting import Total
from thenchot.people.reorganisation.words import Category, Counted, Part

ROWS, STEPS, CHANGES, LISTED, NAMES = 100, 100, 30, 100, 6
CHANGES_PAGE, LISTED_PAGE, LIST = "trang-thay-doi", "trang-danh-sach", "danh-sach"
LEAVING = "nguoi"  # the part of a number that opens to people
ABOVE_BASE = frozenset({Level.PROVINCE, Level.DISTRICT, Level.COMMUNE})
EVERY_LEVEL = frozenset(Level)  # a draft is small, and may be of cells only
YEAR = timedelta(days=365)


@require_safe
def compared(request: Request) -> HttpResponse:
    """So sánh hai ngày — what came, went and changed between them; every number opens to its units."""
    by = request.actor
    if not by.may(Right.READ_TREE):
        return denied(request)
    faults: list[Reason] = []
    before = _day(request, "truoc", request.on - YEAR, faults)
    after = _day(request, "sau", request.on, faults)
    if before >= after:
        faults.append(Reason(mark("Ngày trước phải trước ngày sau."), field="truoc"))
        before = after - timedelta(days=1)
    unit = number(request, "don-vi", 0) or None
    found = compare(by=by, before=before, after=after, under=unit)
    if unit and found.branch is None:
        raise Http404
    context = _context(request, found) | {"faults": faults, "under": found.branch, "draft": None}
    return render(request, "web/compared.html", context)


@require_safe
def scheme_list(request: Request) -> HttpResponse:
    """Sắp xếp tổ chức — the schemes, and the comparison of two days."""
    by = request.actor
    if not by.may(Right.READ):
        return denied(request)
    context = {
        "schemes": schemes(by=by, on=request.on), "writes": _writes(request),
        "before": request.on - YEAR, "after": request.on,
    }  # fmt: skip
    return render(request, "web/schemes.html", context)


@require_safe
def scheme(request: Request, scheme: int) -> HttpResponse:
    """Một đề án — a task list: units, people, posts, staff, papers; then the decision."""
    by = request.actor
    found = scheme_page(
        by=by, scheme=scheme, on=request.on, after=first_row(request, STEPS), most=STEPS
    )
    if found is None:
        raise Http404
    names_stand = personnel_open(
        PersonnelArea.APPOINTMENT, request.on
    )  # else with the decision only
    context = {
        "page": found, "pages": Pages(request, found.total, STEPS),
        "writes": found.line.written and _writes(request, found.line.kept_by_id),
        "placing": "de-an-bo-tri" if names_stand else "de-an-quyet-dinh",
        "reached": sum(gate.reached for gate in found.gates),
        "between": urlencode({
            "truoc": f"{found.line.from_day - timedelta(days=1):%d/%m/%Y}",
            "sau": f"{found.line.from_day:%d/%m/%Y}",
        }),
    }  # fmt: skip
    return render(request, "web/scheme.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def draft_compared(request: Request, scheme: int) -> HttpResponse:
    """So sánh bản nháp — the scheme carried out and taken back, with the tree it leaves behind.

    Asked by a button, since it writes before it takes back; its address alone leads to the scheme.
    The office has no number of the decision yet: the rehearsal stands on a paper without one. Who
    holds a post that ends and has no other one yet is taken to leave it.
    """
    if request.method != "POST":
        return HttpResponseRedirect(reverse("scheme", args=[scheme]))
    by = request.actor
    with reading(request):
        found = scheme_page(by=by, scheme=scheme, on=request.day, most=0)
    if found is None or not found.line.written:
        raise Http404
    if not by.may(Right.RECORD_ORGANIZATION, found.line.kept_by_id):
        return denied(request)
    day = found.line.from_day
    try:
        context = decide_scheme.rehearsed(
            lambda act: _context(
                request,
                compare(by=by, before=day - timedelta(days=1), after=day, made=act.made),
                EVERY_LEVEL,
            )
        )(
            by,
            request.day,
            scheme=scheme,
            basis=_unnumbered(found.line, request.day),
            others_leave=True,
        )
    except Refused as refusal:
        context = {"faults": refusal.reasons, "refused": True}
    with reading(request):
        words = {"draft": found.line, "faults": (), "under": None} | context
        return render(request, "web/compared.html", words)


def _unnumbered(line: SchemeLine, day: date) -> PaperRow:
    """Văn bản chưa có số — of the rehearsal only; it is never written."""
    return PaperRow(
        InstrumentKind.DECISION, mark("(chưa có số)"), mark("(cấp quyết định)"), line.title,
        day, kept_by=line.kept_by_id,
    )  # fmt: skip


def _context(
    request: Request, found: Comparison, shown: frozenset[Level] = ABOVE_BASE
) -> dict[str, Any]:
    """The tree of changes, the sums, the sentences; all read, nothing left to ask."""
    level = request.GET.get("cap", "")
    if level and level not in Level._value2member_map_:
        raise Http404
    levels = frozenset({Level.of(level)}) if level else shown
    total, rows = compared_rows(
        by=request.actor,
        found=found,
        levels=levels,
        after=first_row(request, ROWS),
        most=ROWS,
    )
    changes = found.changes_at(levels)
    first = first_row(request, CHANGES, CHANGES_PAGE)
    return {
        "before": found.before, "after": found.after, "rows": rows, "total": total, "level": level,
        "levels": list(Level), "pages": Pages(request, total, ROWS),
        "totals": [(each, _opened(request, each)) for each in found.totals],
        "behind": _behind(request, found), "in_part": in_part(found, *Counted),
        "changes": [
            (each, each.units[:NAMES], len(each.units) - NAMES)
            for each in changes[first : first + CHANGES]
        ],
        "changed": len(changes),
        "changes_pages": Pages(request, len(changes), CHANGES, CHANGES_PAGE),
    }  # fmt: skip


def _behind(request: Request, found: Comparison) -> dict[str, Any] | None:
    """Danh sách sau một con số — a sheet of its units or its people, where the address names one."""
    typed, what = request.GET.get("loai", ""), request.GET.get("dem", "")
    if not typed:
        return None
    if typed not in Category._value2member_map_ or what not in Counted._value2member_map_:
        raise Http404
    counted = Counted.of(what)
    asked: dict[str, Any] = {
        "found": found, "category": Category.of(typed), "what": counted,
        "after": first_row(request, LISTED, LISTED_PAGE), "most": LISTED,
    }  # fmt: skip
    part = request.GET.get("phan", "")
    shown: dict[str, Any]
    if part == LEAVING and counted.seats:
        leaving = leavers(**asked)
        shown = {"total": leaving.total, "people": leaving.rows, "unheld": leaving.unheld}
    elif not part or part in Part._value2member_map_:
        wanted = Part.of(part) if part else None
        total, units = units_behind(**asked, part=wanted)
        shown = {"total": total, "units": units, "part": wanted}
    else:
        raise Http404
    return asked | shown | {
        "in_part": in_part(found, counted),
        "pages": Pages(request, shown["total"], LISTED, LISTED_PAGE, LIST),
    }  # fmt: skip


def _opened(request: HttpRequest, total: Total) -> dict[str, str]:
    """Where each number of a line opens to its units, or to the people who leave."""
    line = {"loai": total.category.value, "dem": total.what.value}
    parts = {"gone": Part.GONE, "new": Part.NEW, "changed": Part.CHANGED}
    opened = {name: _address(request, **line, phan=part.value) for name, part in parts.items()}
    all_of_it, people = (_address(request, **line, phan=part) for part in ("", LEAVING))
    return opened | {"all": all_of_it, "people": people}


def _address(request: HttpRequest, **changed: str) -> str:
    """The same page with another number opened, from the first sheet of its list."""
    asked = request.GET.copy()
    asked.pop(LISTED_PAGE, None)
    for name, value in changed.items():
        asked[name] = value
    return f"?{asked.urlencode()}#{LIST}"


def _day(request: HttpRequest, name: str, otherwise: date, faults: list[Reason]) -> date:
    typed = request.GET.get(name, "").strip()
    if not typed:
        return otherwise
    try:
        return parse_day(typed, otherwise)
    except Misread as misread:
        faults.append(Reason(misread.reason.text, misread.reason.values, field=name))
        return otherwise


def _writes(request: Request, unit: int | None = None) -> bool:
    return request.on == request.day and request.actor.may(Right.RECORD_ORGANIZATION, unit)
