"""Sổ văn bản — a register of an organ for a range of days, as PDF or XLSX."""

from datetime import date, datetime, time
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, table_of_text, typeset
from thenchot.doors.exchange.reports.sheet import FICTION, HANOI
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import Translate, mark
from thenchot.ground.plain.typed_dates import format_day, parse_day
from thenchot.ground.register.reads import organization_on
from thenchot.office.documents.reads.books import SOURCE, Book, BookKind, book, contents
from thenchot.office.documents.reads.dossiers import dossier_page
from thenchot.office.documents.rules.dossiers import FIRST_YEAR
from thenchot.office.documents.words import Right

TABLE = Path(__file__).parents[1] / "table.typ"
SHAPES = ("pdf", "xlsx")
MILLIMETRES = 2  # of the printed column to one letter of the worksheet's


@require_safe
def paper_book(request: Request) -> HttpResponse:
    """Sổ in — 404 for a book, an organ or a range of days there is none of."""
    by, asked = request.actor, request.GET
    kind, shape, unit = asked.get("so", ""), asked.get("dang", "pdf"), asked.get("don-vi", "")
    if kind not in BookKind._value2member_map_ or shape not in SHAPES:
        raise Http404
    organ = organization_on(by=by, organization=int(unit), on=request.on) if _number(unit) else None
    if organ is None or not by.may(Right.READ, organ.line.id):
        raise Http404
    since, until = (_day(asked.get(name, ""), request.day) for name in ("tu", "den"))
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
    since = _day(request.GET.get("tu") or f"1/1/{FIRST_YEAR}", request.day)
    until = _day(request.GET.get("den") or format_day(request.day), request.day)
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
        body = _printed(made, organ, of, since, until, made_at, gettext)
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
    translate: Translate,
) -> bytes:
    days = translate(mark("Từ ngày {since:%d/%m/%Y} đến ngày {until:%d/%m/%Y}: {n} dòng"))
    notes = [translate(SOURCE), *([translate(FICTION)] if settings.DEMO else [])]
    told = {
        "title": translate(made.label).upper(), "office": organ, "of": of, "paper": "a4",
        "counted": days.format(since=since, until=until, n=len(made.rows)), "notes": notes,
        "heads": [text for text, _ in made.heads], "widths": [width for _, width in made.heads],
        "centred": [width < 25 for _, width in made.heads], "rows": made.rows,
    }  # fmt: skip
    return typeset(TABLE, told, made_at)


def _number(typed: str) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 18


def _day(typed: str, today: date) -> date:
    try:
        return parse_day(typed, today)
    except Misread:
        raise Http404 from None
