"""Trang văn bản đến, văn bản đi — the two registers, and one paper that came with what was said of it."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.listing import Pages, first_row, number, text
from thenchot.doors.web.pages import denied
from thenchot.ground.basis.attached import pages_pictured
from thenchot.ground.basis.reads.instruments import paper_page
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.books import BookKind
from thenchot.office.documents.reads.cited import CitedInFile, CitedPaper, cited_in_file
from thenchot.office.documents.reads.copies import copy_lines
from thenchot.office.documents.reads.delegations import delegation_lines, standing_in
from thenchot.office.documents.reads.delivering import loan_lines, posted_lines
from thenchot.office.documents.reads.incoming import (
    IncomingPage,
    incoming_lines,
    incoming_page,
    open_moves,
)
from thenchot.office.documents.reads.outgoing import (
    number_source,
    organs_with_books,
    outgoing_line,
    outgoing_lines,
    series_line,
    series_of,
)
from thenchot.office.documents.reads.relations import forces_on
from thenchot.office.documents.rules.moves import MOVES, Verb
from thenchot.office.documents.words import CopyKind, NumberState, Right, SeriesBook, State
from thenchot.people.dossiers.reads.papers import file_within

ROWS, SOON = 50, "sap"
WAITING = (State.REGISTERED, State.SUBMITTED)
SHEET_OF = {
    Verb.SUBMIT: "trinh-van-ban", Verb.DIRECT: "but-phe", Verb.FINISH: "giai-quyet-xong",
    Verb.REOPEN: "mo-lai-van-ban", Verb.SEND_BACK: "tra-lai-van-ban",
}  # fmt: skip


@require_safe
def incoming_list(request: Request) -> HttpResponse:
    """Sổ văn bản đến — of an organ, by state, words, number, those late."""
    if not request.actor.may(Right.READ):
        return denied(request)
    state = word(request, "tinh-trang", State)
    asked = {"words": text(request, "chu"), "number": number(request, "so", 0)}
    due, unit = request.GET.get("qua-han", ""), number(request, "don-vi", 0)
    late, near = due not in ("", SOON), due == SOON
    total, lines = incoming_lines(
        by=request.actor, on=request.on, organization=unit or None, late=late, near=near,
        state=State.of(state) if state else None, after=first_row(request, ROWS), most=ROWS,
        words=text(request, "chu"), number=number(request, "so", 0),
    )  # fmt: skip
    context = {
        "total": total, "lines": lines, "asked": asked, "state": state, "states": list(State),
        "late": late, "near": near, "pages": Pages(request, total, ROWS),
        "writes": writes(request, Right.REGISTER), "directs": request.actor.may(Right.DIRECT),
        **books(request, unit, BookKind.INCOMING, BookKind.FOLLOWED),
    }  # fmt: skip
    return render(request, "web/incoming_list.html", context)


@require_safe
def incoming(request: Request, incoming: int) -> HttpResponse:
    """Một văn bản đến — the paper, its directions, and the next steps that are open to the reader."""
    found = incoming_page(by=request.actor, on=request.on, incoming=incoming)
    if found is None:
        raise Http404
    steps = _steps(request, found) if request.on == request.day else []
    ahead = 1 if found.line.state in WAITING else 0  # the one step all wait for stands by itself
    context = {
        "page": found, "line": found.line, "today": request.on == request.day,
        "first": steps[:ahead], "offers": steps[ahead:],
        **_pictured(request, found.file_sha256),
        **_cited(request, found.line.organization, found.line.paper.id, found.file_sha256),
    }  # fmt: skip
    return render(request, "web/incoming.html", context)


def _pictured(request: Request, digest: str) -> dict[str, int]:
    """Trang của tệp để đọc bên cạnh — how many can be looked at, which one is, and its neighbours."""
    pages = pages_pictured(digest)
    at = min(max(number(request, "trang", 1), 1), pages)
    return {"pages": pages, "at": at, "next": at + 1 if at < pages else 0, "before": max(at - 1, 0)}


def _cited(
    request: Request, organization: int, paper: int, digest: str, *, own: bool = False
) -> dict[str, Any]:
    """Papers its file names, each with the sheet that relates the two, for whoever may record there."""
    found = cited_in_file(by=request.actor, of=paper) if digest else CitedInFile([], False)
    relates = request.on == request.day and request.actor.may(Right.FOLLOW, organization)
    asked: dict[str, Any] = {"don-vi": organization, "can-cu": paper} | (
        {"cua-minh": 1} if own else {}
    )

    def sheet(each: CitedPaper) -> str:
        other = {"voi": each.paper.id} if each.paper else {"loi-dan": each.said}
        return f"{reverse('record', args=['quan-he-van-ban'])}?{urlencode(asked | other)}"

    cited = [(each, sheet(each) if relates else "") for each in found.papers]
    return {"cited": cited, "cited_cut": found.cut}


@require_safe
def delegations(request: Request, organization: int = 0) -> HttpResponse:
    """Ủy quyền khi vắng — of the organs within sight, or of one."""
    if not request.actor.may(Right.READ):
        return denied(request)
    if organization and not request.actor.may(Right.READ, organization):
        raise Http404
    lines = [
        (
            line,
            line.days.holds_on(request.on) and not line.ended,
            bool(line.days.until and line.days.until > request.on),
        )
        for line in delegation_lines(
            by=request.actor, on=request.on, organization=organization or None
        )
    ]
    context = {"lines": lines, "writes": writes(request, Right.DIRECT)}
    return render(request, "web/delegations.html", context)


@require_safe
def outgoing_list(request: Request, series: int = 0) -> HttpResponse:
    """Sổ văn bản đi — numbers given, and the series they run in; or the numbers of one series."""
    if not request.actor.may(Right.READ):
        return denied(request)
    one = series_line(by=request.actor, on=request.on, series=series) if series else None
    if series and one is None:
        raise Http404
    by, on, unit = request.actor, request.on, number(request, "don-vi", 0)
    state, words = word(request, "tinh-trang", NumberState), text(request, "chu")
    total, lines = outgoing_lines(
        by=by, on=on, organization=unit or None, series=series or None, words=words,
        state=NumberState.of(state) if state else None, after=first_row(request, ROWS), most=ROWS,
        internal=bool(request.GET.get("noi-bo")) or None,
    )  # fmt: skip
    context = {
        "total": total, "lines": lines, "words": words, "state": state, "states": list(NumberState),
        "pages": Pages(request, total, ROWS), "internal": bool(request.GET.get("noi-bo")),
        "one": one, "series": [one] if one else series_of(by=by, on=on, organization=unit or None),
        "source": number_source(by=by, on=on, organization=unit) if unit else None,
        "numbers": writes(request, Right.REGISTER), "sets": writes(request, Right.SET_NUMBERING),
        **books(request, unit, BookKind.OUTGOING, BookKind.INTERNAL),
    }  # fmt: skip
    return render(request, "web/outgoing_list.html", context)


@require_safe
def outgoing_number(request: Request, number: int) -> HttpResponse:
    """Một số văn bản đi — its paper, who drafted it, where it went."""
    line = outgoing_line(by=request.actor, on=request.on, number=number)
    if line is None:
        raise Http404
    issued = writes(request, Right.REGISTER) and line.state is NumberState.ISSUED
    standing = forces_on(
        by=request.actor, on=request.on, papers=[line.paper.id] if line.paper else []
    )
    _, loans = loan_lines(by=request.actor, on=request.on, number=number)
    _, posted = posted_lines(by=request.actor, on=request.on, number=number)
    held = paper_page(by=request.actor, paper=line.paper.id) if line.paper else None
    context = {
        "line": line, "writes": issued, "loans": loans, "posted": posted,
        "standing": standing.get(line.paper.id) if line.paper else None,
        "out": any(each.returned_on is None for each in loans), "held": held,
        "opens": bool(held and file_within(by=request.actor, page=held)),
        **_pictured(request, held.file_sha256 if held else ""),
        **(_cited(request, line.organization, held.line.id, held.file_sha256, own=True) if held else {}),
    }  # fmt: skip
    return render(request, "web/outgoing.html", context)


@require_safe
def copies(request: Request, copy: int = 0) -> HttpResponse:
    """Sổ sao văn bản — of an organ, by kind and words; or one copy."""
    if not request.actor.may(Right.READ):
        return denied(request)
    by, on, unit = request.actor, request.on, number(request, "don-vi", 0)
    kind, words = word(request, "hinh-thuc", CopyKind), text(request, "chu")
    total, lines = copy_lines(
        by=by, on=on, organization=unit or None, kind=CopyKind.of(kind) if kind else None,
        words=words, copy=copy or None, after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    if copy and not lines:
        raise Http404
    context = {
        "total": total, "lines": lines, "words": words, "kind": kind, "kinds": list(CopyKind),
        "pages": Pages(request, total, ROWS), "writes": writes(request, Right.REGISTER),
        "sets": writes(request, Right.SET_NUMBERING),
        "series": [
            each
            for each in series_of(by=by, on=on, organization=unit or None)
            if each.book is SeriesBook.COPIES
        ],
        **books(request, unit, BookKind.COPIES),
    }  # fmt: skip
    return render(request, "web/copies.html", context)


def word(request: Request, name: str, words: type[Labelled]) -> str:
    """Một mục của danh mục trong địa chỉ — 404 for a word that is none."""
    typed = request.GET.get(name, "")
    if typed and typed not in words._value2member_map_:
        raise Http404
    return typed


def books(request: Request, unit: int, *kinds: BookKind) -> dict[str, Any]:
    """The organs whose registers may be shown, the one that is, and the books it can print."""
    organs = organs_with_books(by=request.actor, on=request.on)
    if unit and unit not in dict(organs):
        raise Http404
    year = date(request.on.year, 1, 1)
    return {
        "organs": organs, "unit": unit, "books": kinds, "since": year, "until": request.on,
    }  # fmt: skip


def writes(request: Request, right: Right) -> bool:
    """Ghi được — with the right, on the office day only."""
    return request.on == request.day and request.actor.may(right)


def _steps(request: Request, page: IncomingPage) -> list[tuple[str, str]]:
    """Sheets that move this paper on, and the one for its paper leg."""
    verbs = open_moves(request.actor, page.line)
    slugs = [(verb.label, SHEET_OF[verb]) for verb in verbs if verb in SHEET_OF]
    if page.paper_also_required and not page.paper_on and _may(request, page, Right.REGISTER):
        slugs.append((mark("Ghi đã nhận bản giấy"), "ban-giay"))
    asked = urlencode({"den": page.line.id})
    return _in_place(request, page) + [
        (title, f"{reverse('record', args=[slug])}?{asked}") for title, slug in slugs
    ]


def _in_place(request: Request, page: IncomingPage) -> list[tuple[str, str]]:
    """Directing in place of whoever is away, for their delegate."""
    if page.line.state not in MOVES[Verb.DIRECT].before:
        return []
    organ = page.line.organization
    mine = standing_in(by=request.actor, on=request.day, organization=organ)
    return [
        (
            gettext(mark("Ghi ý kiến thay {name}")).format(name=giver),
            f"{reverse('record', args=['but-phe-thay'])}?{urlencode({'den': page.line.id, 'uy-quyen': it})}",
        )
        for it, giver in mine
    ]


def _may(request: Request, page: IncomingPage, right: Right) -> bool:
    return request.actor.may(right, page.line.organization)
