"""Trang con người — a list by any filter, one person's file on any day, the digest an office prints."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from thenchot.doors.access.middleware import Request, reading
from thenchot.doors.access.refusals import status_of
from thenchot.doors.access.words import Right as AccessRight
from thenchot.doors.web.choices import A_YEAR
from thenchot.doors.web.forms import ReasonForm
from thenchot.doors.web.listing import PAGE, Pages, first_row, text
from thenchot.doors.web.looked_at import without_day
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.offers import PERSON, offers_for
from thenchot.ground.basis.acts.act import Act
from thenchot.ground.basis.acts.sensitive import open_sensitive
from thenchot.ground.basis.words import Right as BasisRight
from thenchot.ground.plain.reasons import Reason, Refused
from thenchot.ground.plain.text import mark
from thenchot.ground.register.reads import organizations_on
from thenchot.ground.register.words import Right, Sex, Tier
from thenchot.people.dossiers.reads.correctable import kinds_corrected
from thenchot.people.dossiers.reads.digest import MOST, digest_on
from thenchot.people.dossiers.reads.file import PersonFile, file_of, has_file
from thenchot.people.dossiers.reads.listing import people_on
from thenchot.people.dossiers.rules.asked import BY_CELL, YEAR_BOXES, asked_in, misread_in, said_of
from thenchot.people.dossiers.rules.digest import columns_in, how_many, on_screen
from thenchot.people.dossiers.rules.told import Entry
from thenchot.people.dossiers.words import ALWAYS, Column, EntryKind, Paper, PartyState, Phase
from thenchot.people.identity.acts.numbers import open_numbers
from thenchot.people.identity.reads.merged import kept_instead
from thenchot.people.identity.words import Right as IdentityRight
from thenchot.people.members.words import Right as MembersRight
from thenchot.people.oversight.words import Sensitive

ROWS = 50
DIGEST_ROWS = 100
LESS_USED = ("theo", "gioi", *YEAR_BOXES, "chuc-vu")
YEAR_LABELS = mark("Tuổi từ"), mark("đến"), mark("Tuổi đảng từ"), mark("đến")
TICKED, COLUMN, PAPER, KIND, WHOLE = "chon", "cot", "kho", "muc", "day-du"
COLUMNS_KEPT, PAPER_KEPT = "trich-ngang-cot", "trich-ngang-kho"
SHAPES = ("xlsx", "docx", "pdf")
MOST_DAYS = 6
DISCIPLINE, NUMBERS = "reason", "why"  # the boxes of the two forms that open something


@require_safe
def people(request: Request) -> HttpResponse:
    """Danh sách người trong ngày, theo các bộ lọc của địa chỉ."""
    by, on = request.actor, request.on
    if not _reads(request):
        return denied(request)
    asked, misread = asked_in(request.GET, request.GET.getlist(TICKED)), misread_in(request.GET)
    after = first_row(request, ROWS)
    found = people_on(by=by, asked=asked, on=on, after=after, most=ROWS)
    units = organizations_on(by=by, on=on, levels=1)
    context = {
        "found": found, "asked": asked, "ages": _age_boxes(request, misread),
        "passed_over": [each for each in misread if each.field not in YEAR_BOXES], "said": said_of(asked, found.unit),
        "kept": _kept(request, PAGE, TICKED), "query": _query(request, PAGE, TICKED),
        "pages": Pages(request, found.total, ROWS), "units": units,
        "lists_members": by.may(MembersRight.READ),
        "narrowed": any(request.GET.get(name) for name in LESS_USED),
        "unit_offered": asked.unit in {line.id for line in units},
        "tiers": list(Tier), "states": list(PartyState), "sexes": list(Sex), "by_cell": BY_CELL,
    }  # fmt: skip
    return render(request, "web/people.html", context)


@require_safe
def person(request: Request, person: int) -> HttpResponse:
    """Hồ sơ một người tại ngày đang xem; người trước, người sau theo danh sách đã đi qua."""
    return _person_page(request, person, ReasonForm(), 200)


@require_POST
def open_discipline(request: Request, person: int) -> HttpResponse:
    """Mở hồ sơ kỷ luật của một người — with a reason; then back to the file, for half an hour."""
    return _open(request, person, open_sensitive, DISCIPLINE, kind=Sensitive.DISCIPLINE)


@require_POST
def open_person_numbers(request: Request, person: int) -> HttpResponse:
    """Mở số định danh, số thẻ của một người — likewise."""
    return _open(request, person, open_numbers, NUMBERS)


def _open(request: Request, person: int, act: Act[Any], box: str, **asked: Any) -> HttpResponse:
    with reading(request):
        if not has_file(by=request.actor, person=person):
            raise Http404
    form = ReasonForm.typed(request.POST)
    try:
        once = act.once(form.key)
        once(request.actor, request.day, reason=form.reason, person=person, **asked)
    except Refused as refusal:
        form.refused(replace(each, field=each.field and box) for each in refusal.reasons)
        with reading(request):
            return _person_page(request, person, form, status_of(refusal), box)
    back, query = reverse("person", args=[person]), _query(request)
    return HttpResponseRedirect(f"{back}?{query}" if query else back)


def _person_page(
    request: Request, person: int, form: ReasonForm, status: int, box: str = ""
) -> HttpResponse:
    file = file_of(
        by=request.actor,
        person=person,
        on=request.on,
        came_from=asked_in(request.GET, request.GET.getlist(TICKED)),
    )
    if file is None:
        kept = kept_instead(by=request.actor, person=person)
        if kept is None:
            raise Http404
        return HttpResponseRedirect(reverse("person", args=[kept]))
    asked_kind = request.GET.get(KIND, "")
    shown = [each for each in file.entries if asked_kind in ("", each.kind)]
    later = [each for each in shown if each.phase in (Phase.LATER, Phase.DECIDED)]
    context = {
        "file": file, "later": later, "until": shown[len(later) :], "kind": asked_kind,
        "kinds": [kind for kind in EntryKind if any(each.kind is kind for each in file.entries)],
        "days": _days(file.entries), "form": form, "faults": form.faults(),
        "typed": {box: form.reason}, "masked": _masked(request, file), "kept": _kept(request), "list": _query(request, KIND), "query": _query(request),
        "offers": offers_for(request.actor, PERSON, number=person) if request.on == request.day else [],
        "life": next((each.fact for each in file.entries if each.kind is EntryKind.LIFE), None),
        "corrects": _corrects(request),
        "asks_who_sees": request.actor.may(AccessRight.READ),
    }  # fmt: skip
    return render(request, "web/person.html", context, status=status)


def _masked(request: Request, file: PersonFile) -> bool:
    """Whether a number of the file waits to be opened by this reader."""
    may = request.actor.may(IdentityRight.READ_NUMBERS)
    return may and not all(each.number for each in file.numbers)


def _corrects(request: Request) -> frozenset[str]:
    """The kinds of facts this reader may set right, today only."""
    may = request.on == request.day and request.actor.may(BasisRight.CORRECT_FACT)
    return kinds_corrected() if may else frozenset()


@require_safe
def digest(request: Request) -> HttpResponse:
    """Danh sách trích ngang; các cột và khổ giấy đã chọn được nhớ ở trình duyệt này."""
    if not _reads(request):
        return denied(request)
    asked, misread = asked_in(request.GET, request.GET.getlist(TICKED)), misread_in(request.GET)
    chosen = request.GET.getlist(COLUMN) or request.COOKIES.get(COLUMNS_KEPT, "").split(".")
    columns, paper = columns_in(chosen), _paper(request)
    most = MOST if WHOLE in request.GET else DIGEST_ROWS
    found = digest_on(by=request.actor, asked=asked, on=request.on, most=most)
    whole, shown = min(found.total, MOST), len(found.rows)
    look = urlencode({COLUMN: columns, PAPER: paper}, doseq=True)
    query = _query(request, COLUMN, PAPER, PAGE, WHOLE, *(each.field for each in misread))
    context = {
        "misread": misread, "rows": [_cells(number, row, columns) for number, row in enumerate(found.rows, start=1)],
        "columns": columns, "offered": [each for each in Column if each not in ALWAYS],
        "paper": paper, "papers": list(Paper), "shapes": SHAPES,
        "how_many": how_many(whole, found.total), "cut": found.total > whole,
        "on_screen": on_screen(shown, whole) if shown < whole else None,
        "said": said_of(asked, found.unit), "kept": _kept(request, COLUMN, PAPER, PAGE, WHOLE),
        "files": f"{query}&{look}" if query else look, "back": _query(request, COLUMN, PAPER, TICKED, WHOLE),
    }  # fmt: skip
    answer = render(request, "web/digest.html", context)
    if COLUMN in request.GET:
        _remember(answer, COLUMNS_KEPT, ".".join(columns))
        _remember(answer, PAPER_KEPT, paper)
    return answer


def _cells(number: int, row: Any, columns: list[Column]) -> tuple[int, list[tuple[Column, str]]]:
    printed = row.printed(number, gettext)
    return row.id, [(column, printed[column]) for column in columns]


def _reads(request: Request) -> bool:
    return request.actor.may(Right.READ) or request.actor.person is not None


def _age_boxes(request: Request, misread: list[Reason]) -> list[tuple[str, str, str, str]]:
    """Each box of years: its name, label, what was typed, and what is wrong with that."""
    faults = {each.field: each.sentence(gettext) for each in misread}
    return [
        (name, label, text(request, name, 40), faults.get(name, ""))
        for name, label in zip(YEAR_BOXES, YEAR_LABELS, strict=True)
    ]


def _kept(request: Request, *without: str) -> list[tuple[str, str]]:
    """The filters of the address, but for some; the day is carried by the site itself."""
    rest = without_day(request.GET)
    return [
        (name, value)
        for name, values in rest.lists()
        for value in values
        if value and name not in without
    ]


def _query(request: Request, *without: str) -> str:
    return urlencode(_kept(request, *without))


def _days(entries: list[Entry]) -> list[Any]:
    """Ngày đáng xem — the last few days on which something began."""
    return sorted({each.days.start for each in entries}, reverse=True)[:MOST_DAYS]


def _paper(request: Request) -> Paper:
    asked = request.GET.get(PAPER) or request.COOKIES.get(PAPER_KEPT, "")
    return Paper.A3 if asked == Paper.A3 else Paper.A4


def _remember(answer: HttpResponse, name: str, value: str) -> None:
    answer.set_cookie(
        name, value, max_age=A_YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True,
        samesite="Lax",
    )  # fmt: skip
