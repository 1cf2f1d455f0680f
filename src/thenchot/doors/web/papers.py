"""Văn bản căn cứ — the register of papers, and one paper with whom it speaks of."""

import re

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.listing import Pages, first_row, number, read_number, text
from thenchot.doors.web.recording.offers import PAPER, PAPER_ITSELF, offers_for
from thenchot.ground.basis.attached import file_signatures, kept_picture
from thenchot.ground.basis.files.kinds import Kind
from thenchot.ground.basis.reads.instruments import paper_page, papers_listed
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.relations import ties_of
from thenchot.office.documents.words import Right
from thenchot.people.dossiers.reads.papers import file_within, paper_file

ROWS = 50
MISREAD_YEAR = mark(
    "«{typed}» không phải là năm. Gõ bốn chữ số, ví dụ 2024. Danh sách chưa lọc theo ô này."
)


@require_safe
def instruments(request: Request) -> HttpResponse:
    """Sổ văn bản — by number, kind, year or words; the filters stand in the address."""
    typed, year = request.GET.get("loai", ""), text(request, "nam-vb", 40)
    asked = {
        "number": text(request, "so", 40),
        "kind": InstrumentKind.of(typed) if typed in InstrumentKind._value2member_map_ else None,
        "year": read_number(year) or 0,
        "words": text(request, "chu"),
        "unit": number(request, "don-vi", 0),
    }
    after = first_row(request, ROWS)
    total, papers = papers_listed(
        by=request.actor,
        on=request.on,
        after=after,
        most=ROWS,
        **asked,  # type: ignore[arg-type]
    )
    context = {
        "year": year, "misread": _misread(year), "papers": papers, "total": total, "asked": asked, "kinds": list(InstrumentKind),
        "pages": Pages(request, total, ROWS),
    }  # fmt: skip
    return render(request, "web/instruments.html", context)


def _misread(year: str) -> str:
    """What is wrong with the year typed; "" where it was read."""
    if not year or read_number(year) is not None:
        return ""
    return gettext(MISREAD_YEAR).format(typed=year)


@require_safe
def paper_file_content(request: Request, instrument: int) -> HttpResponseBase:
    """Tệp của văn bản — to whoever sees the paper; a table only to whoever sees all it lists."""
    page = paper_page(by=request.actor, paper=instrument)
    held = file_within(by=request.actor, page=page) if page else None
    if page is None or held is None:
        raise Http404
    place, kind = held
    name = re.sub(r"[^\w-]+", "-", page.number_sign) + f".{kind}"
    return FileResponse(
        open(place, "rb"), as_attachment=True, filename=name, content_type=kind.media
    )


@require_safe
def paper_signatures(request: Request, instrument: int) -> HttpResponse:
    """Chữ ký số của tệp — read from the file at this moment; nothing of it is kept."""
    page = paper_page(by=request.actor, paper=instrument)
    held = file_within(by=request.actor, page=page) if page else None
    if page is None or held is None:
        raise Http404
    try:
        found, fault = file_signatures(page.file_sha256), None
    except Misread as misread:
        found, fault = [], misread.reason
    context = {"page": page, "signatures": found, "fault": fault, "is_pdf": held[1] is Kind.PDF}
    return render(request, "web/signatures.html", context)


@require_safe
def paper_picture(request: Request, instrument: int, page: int) -> HttpResponse:
    """Ảnh một trang của tệp — to whoever may open the file; 404 where there is no such page."""
    found = paper_page(by=request.actor, paper=instrument)
    opens = found and file_within(by=request.actor, page=found)
    drawn = kept_picture(found.file_sha256, page) if found and opens else None
    if drawn is None:
        raise Http404
    return HttpResponse(drawn, content_type=Kind.PNG.media)


@require_safe
def instrument(request: Request, instrument: int) -> HttpResponse:
    """Một văn bản — as printed, what became of it, and whose facts rest on it."""
    found = paper_file(by=request.actor, on=request.on, paper=instrument)
    if found is None:
        raise Http404
    stands = not (found.page.annulled_by or found.page.repealed_by)
    offers = (
        offers_for(request.actor, PAPER, PAPER_ITSELF, number=instrument)
        if request.on == request.day
        else []
    )
    if not stands:  # what was entered wrongly is taken away from there all the same
        removal = reverse("record", args=["go-van-ban"])
        offers = [each for each in offers if each[1].startswith(removal)]
    held = file_within(by=request.actor, page=found.page)
    context = {
        "file": found, "page": found.page, "offers": offers, "opens": bool(held), "drawn": held is not None and held[1] is Kind.PDF,
        "ties": ties_of(by=request.actor, on=request.on, paper=instrument),
        "relates": request.on == request.day and request.actor.may(Right.FOLLOW),
    }  # fmt: skip
    return render(request, "web/instrument.html", context)
