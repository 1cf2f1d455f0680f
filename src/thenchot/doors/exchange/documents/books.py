"""Sổ văn bản — a register of an organ for a range of days, as PDF or XLSX; a wrong range is asked again."""

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, table_of_text, typeset
from thenchot.doors.exchange.reports.sheet import FICTION, HANOI
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import Translate, mark
from thenchot.ground.plain.typed_dates import format_day, parse_day
from thenchot.ground.register.reads import organization_on
from thenchot.office.documents.reads.books import SOURCE, Book, BookKind, book, contents
from thenchot.office.documents.reads.dossiers import dossier_page
from thenchot.office.documents.rules.dossiers import FIRST_YEAR
from thenchot.office.documents.words import Right

TABLE = Path(__file__).parents[1] / "table.typ"
SHAPES = ("pdf", "xlsx")
DAYS = ("tu", "den")
MILLIMETRES = 2  # of the printed column to one letter of the worksheet's


@require_safe
def paper_book(request: Request) -> HttpResponse:
    """Sổ in — 404 for a book or an organ there is none of."""
    by, asked = request.actor, request.GET
    kind, shape, unit = asked.get("so", ""), asked.get("dang", "pdf"), asked.get("don-vi", "")
    if kind not in BookKind._value2member_map_ or shape not in SHAPES:
        raise Http404
    organ = organization_on(by=by, organization=int(unit), on=request.on) if _number(unit) else None
    if organ is None or not by.may(Right.READ, organ.line.id):
        raise Http404
    since, until, faults = _days(request, {name: asked.get(name, "") for name in DAYS})
    if faults:
        return _asked_again(request, BookKind.of(kind).label, faults)
    made = book(
        by=by, on=request.on, kind=BookKind.of(kind), organization=organ.line.id, since=since,
        until=until, translate=gettext,
    )  # fmt: skip
    name = f"so-{kind}-{since.isoformat()}-{until.isoformat()}"
    return _file(request, made, shape, organ.line.name, "", since, until, name)


@require_safe
def dossier_contents(request: Request, dossier: int, shape: str) -> HttpResponse:
    """Mục lục văn bản của một hồ sơ — of papers of these days; 404 where there is none."""
    page = dossier_page(by=request.actor, on=request.on, dossier=dossier)
    if page is None or shape not in SHAPES:
        raise Http404
    typed = {
        "tu": request.GET.get("tu") or f"1/1/{FIRST_YEAR}",
        "den": request.GET.get("den") or format_day(request.day),
    }
    since, until, faults = _days(request, typed)
    if faults:
        return _asked_again(request, page.line.title, faults)
    made = contents(page=page, since=since, until=until, translate=gettext)
    name, title = f"muc-luc-ho-so-{dossier}", f"{page.line.code}: {page.line.title}"
    return _file(request, made, shape, page.line.unit, title, since, until, name)


def _file(
    request: Request,
    made: Book,
    shape: str,
    organ: str,
    of: str,
    since: date,
    until: date,
    name: str,
) -> HttpResponse:
    made_at = datetime.combine(request.on, time(23, 59), HANOI)
    if shape == "xlsx":
        head = [(text, max(6, width // MILLIMETRES)) for text, width in made.heads]
        body = table_of_text(gettext(made.label), head, made.rows, made_at)
    else:
        body = _printed(made, organ, of, since, until, made_at, request.actor.printed_name, gettext)
    answer = HttpResponse(body, content_type=KINDS[shape])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{shape}"'
    return answer


def _printed(
    made: Book,
    organ: str,
    of: str,
    since: date,
    until: date,
    made_at: datetime,
    printed_by: str,
    translate: Translate,
) -> bytes:
    days = translate(mark("Từ ngày {since:%d/%m/%Y} đến ngày {until:%d/%m/%Y}: {n} dòng"))
    counted = translate(mark("Tính đến ngày {day:%d/%m/%Y}; người in: {name}."))
    notes = [
        counted.format(day=made_at, name=printed_by), translate(SOURCE),
        *([translate(FICTION)] if settings.DEMO else []),
    ]  # fmt: skip
    told = {
        "title": translate(made.label).upper(), "office": organ, "of": of, "paper": "a4",
        "counted": days.format(since=since, until=until, n=len(made.rows)), "notes": notes,
        "heads": [text for text, _ in made.heads], "widths": [width for _, width in made.heads],
        "centred": [width < 25 for _, width in made.heads], "rows": made.rows,
    }  # fmt: skip
    return typeset(TABLE, told, made_at)


def _number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 18


def _days(request: Request, typed: Mapping[str, str]) -> tuple[date, date, list[Reason]]:
    """Từ ngày, đến ngày — as typed, and every reason why they are no range."""
    found, faults = dict.fromkeys(DAYS, request.day), []
    for name in DAYS:
        try:
            if not typed[name].strip():
                raise Misread(mark("Chưa điền ngày."))
            found[name] = parse_day(typed[name], request.day)
        except Misread as fault:
            faults.append(Reason(fault.reason.text, fault.reason.values, field=name))
    since, until = found.values()
    if not faults and until < since:
        text = mark("Ngày cuối {until:%d/%m/%Y} trước ngày đầu {since:%d/%m/%Y}.")
        faults.append(Reason(text, {"since": since, "until": until}, field="den"))
    return since, until, faults


def _asked_again(request: Request, title: str, faults: list[Reason]) -> HttpResponse:
    """Hỏi lại những ngày — what was typed stays, each reason beside its box."""
    asked = request.GET
    context = {
        "title": title, "form": {"reasons": faults},
        "kept": [(name, text) for name, text in asked.items() if name not in (*DAYS, "dang")],
        "typed": {name: asked.get(name, "") for name in DAYS}, "shapes": SHAPES if "dang" in asked else (),
        "faults": {each.field: each.sentence(gettext) for each in faults},
    }  # fmt: skip
    return render(request, "web/book_days.html", context, status=422)
