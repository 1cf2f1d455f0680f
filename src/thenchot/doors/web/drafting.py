"""Trang dự thảo — the list, one draft as it will be printed beside its thread, the leader's one page."""

from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.web.listing import Pages, first_row, number, text
from thenchot.doors.web.pages import denied
from thenchot.doors.web.recording.offers import offer_of_fact
from thenchot.ground.plain.actor import EVERYWHERE, Actor
from thenchot.ground.plain.text import mark
from thenchot.office.documents.reads.outgoing import number_source
from thenchot.office.documents.words import Right as Papers
from thenchot.office.documents.words import Source
from thenchot.office.drafting.acts.removing import remove_draft
from thenchot.office.drafting.reads.drafts import (
    DraftLine,
    DraftPage,
    draft_lines,
    draft_page,
    open_steps,
)
from thenchot.office.drafting.reads.joining import Likely, likely_papers
from thenchot.office.drafting.reads.pieces import piece_file
from thenchot.office.drafting.reads.profiles import profile_on
from thenchot.office.drafting.reads.skeletons import skeletons_on
from thenchot.office.drafting.rules.flow import BODIES, NUMBERED_FROM
from thenchot.office.drafting.rules.pieces import UNDECIDED, counted
from thenchot.office.drafting.words import Right, State, Verb
from thenchot.people.sittings.reads.sittings import votes_on

ROWS = 50
DIGEST_SHAPES = ("pdf", "xlsx", "docx")
SHEET_OF = {
    Verb.CONTENT: "du-thao-noi-dung", Verb.FORM: "du-thao-the-thuc", Verb.SUBMIT: "du-thao-trinh",
    Verb.WITHDRAW: "du-thao-rut", Verb.DROP: "du-thao-thoi",
    Verb.SIGN: "du-thao-ky", Verb.UNSIGN: "du-thao-bo-ky",
    Verb.ASK_CENTRE: "du-thao-trung-uong", Verb.CENTRE_SAID: "du-thao-tra-loi",
}  # fmt: skip
ANSWERS = (Verb.AGREE, Verb.BACK, Verb.ASK)


@require_safe
def draft_list(request: Request) -> HttpResponse:
    """Dự thảo — those of the units within sight, by state and words."""
    if not request.actor.may(Right.READ):
        return denied(request)
    state, words = request.GET.get("tinh-trang", ""), text(request, "chu")
    if state and state not in State._value2member_map_:
        raise Http404
    total, lines = draft_lines(
        by=request.actor, on=request.on, state=State.of(state) if state else None, words=words,
        after=first_row(request, ROWS), most=ROWS,
    )  # fmt: skip
    context = {
        "total": total, "lines": [(line, line.late(request.on)) for line in lines],
        "state": state, "states": list(State), "words": words,
        "pages": Pages(request, total, ROWS),
        "writes": request.on == request.day and request.actor.may(Right.WRITE),
        "skeletons": [each.kind for each in skeletons_on(request.day)],
    }  # fmt: skip
    return render(request, "web/draft_list.html", context)


@require_safe
def draft_paper(request: Request, draft: int) -> HttpResponse:
    """Một dự thảo — the version asked for, what departs from the layout, the opinions and the steps."""
    found = draft_page(
        by=request.actor, on=request.on, draft=draft, version=number(request, "ban", 0)
    )
    if found is None:
        raise Http404
    today = request.on == request.day
    context = {
        "page": found, "line": found.line, "printed": found.printed,
        "offers": _offers(request, found) if today else [],
        "likely": _likely(request, found.line) if today else [],
        "signs": settings.DEMO and settings.DATA_FOLDER.test_key.is_file(),
        "profile": profile_on(request.on), "late": found.line.late(request.on),
        "votes": votes_on(by=request.actor, draft=draft),
        "people": [(each, _fact(request, found, each.id) if today else None) for each in found.people],
        "digest": urlencode({"chon": [each.id for each in found.people]}, doseq=True),
        "shapes": DIGEST_SHAPES, "contents": found.contents,
        "puts_in": today and _puts_in(request.actor, found.line),
        "removes": today and request.actor.reach(remove_draft.needs) == EVERYWHERE,
    }  # fmt: skip
    return render(request, "web/draft_paper.html", context)


@require_safe
def draft_slip(request: Request, draft: int) -> HttpResponse:
    """Phiếu trình — one page for the leader, and the three answers where they are theirs to give."""
    found = draft_page(by=request.actor, on=request.on, draft=draft)
    if found is None:
        raise Http404
    open_now = open_steps(request.actor, found.line) if request.on == request.day else []
    answers = [
        (verb, _address("du-thao-duyet", found.line, viec=verb.value))
        for verb in ANSWERS
        if verb in open_now
    ]
    context = {
        "page": found, "line": found.line, "answers": answers, "contents": found.contents,
        "counted": counted(found.contents),
    }  # fmt: skip
    return render(request, "web/draft_slip.html", context)


@require_safe
def piece_content(request: Request, piece: int) -> HttpResponseBase:
    """Tệp của một tài liệu trong hồ sơ trình — to whoever sees the draft."""
    found = piece_file(by=request.actor, piece=piece)
    if found is None:
        raise Http404
    line, place, kind = found
    name = f"{line.kind.value.replace('_', '-')}-{line.id}.{kind}"
    return FileResponse(
        open(place, "rb"), as_attachment=True, filename=name, content_type=kind.media
    )


def _puts_in(by: Actor, line: DraftLine) -> bool:
    """May put pieces into its submission file, and take them out."""
    return line.state in UNDECIDED and by.may(Right.WRITE, line.unit_id)


def _offers(request: Request, page: DraftPage) -> list[tuple[str, str]]:
    """Sheets that are open now: to write, to note an opinion, to move it on, to give its number."""
    by, line = request.actor, page.line
    writes = by.may(Right.WRITE, line.unit_id)
    registers, steps = by.may(Papers.REGISTER, line.organization_id), open_steps(by, line)
    found: list[tuple[str, str]] = []
    if writes and line.state is State.WRITING:
        found += [
            (mark("Viết bản mới"), _address("du-thao-ban", line)),
            (mark("Sửa đầu đề, phiếu trình"), _address("du-thao-sua", line)),
            (mark("Ghi danh sách người của hồ sơ trình"), _address("du-thao-nguoi", line)),
        ]
    found += [(verb.label, _address(SHEET_OF[verb], line)) for verb in steps if verb in SHEET_OF]
    if line.state is State.SUBMITTED and Verb.TABLE in steps and line.decider in BODIES:
        found.append((mark("Đưa vào chương trình họp, lấy ý kiến"), _put(line)))
    if line.state is State.SUBMITTED and Verb.BACK in steps:
        found.append((mark("Cho ý kiến trên phiếu trình"), _address("du-thao-duyet", line)))
    elif Verb.BACK in steps:
        back = _address("du-thao-duyet", line, viec=Verb.BACK.value)
        found.append((Verb.BACK.label, back))
    if registers:
        found += _numbers(by, request.day, page)
    if page.paper and not (page.has_file or line.cancelled) and registers:
        found.append(
            (mark("Gắn tệp đã ký"), f"{reverse('record', args=['gan-tep'])}?so={line.number}")
        )
    if _puts_in(by, line):
        found.append((mark("Đưa tài liệu vào hồ sơ trình"), _address("ho-so-trinh", line)))
    if writes and line.state not in (State.NUMBERED, State.DROPPED):
        found.append((mark("Ghi ý kiến góp vào dự thảo"), _address("du-thao-y-kien", line)))
    if not page.paper and by.reach(remove_draft.needs) == EVERYWHERE:
        found.append((mark("Gỡ khẩn cấp dự thảo"), _address("go-du-thao", line)))
    return found


def _numbers(by: Actor, on: date, page: DraftPage) -> list[tuple[str, str]]:
    """A number of one's own, or that of the paper another system numbered."""
    line = page.line
    if line.state is NUMBERED_FROM:
        source = number_source(by=by, on=on, organization=line.organization_id)
        if source and source[0] is Source.OTHER:
            return [(Verb.JOIN.label, _address("du-thao-noi", line))]
        return [(mark("Cấp số cho dự thảo"), _address("du-thao-so", line))]
    return [(Verb.PART.label, _address("du-thao-go-noi", line))] if page.joined else []


def _likely(request: Request, line: DraftLine) -> list[tuple[Likely, str]]:
    """Papers that may be this draft, each with the sheet that joins them."""
    waits = line.state is NUMBERED_FROM
    if not (waits and request.actor.may(Papers.REGISTER, line.organization_id)):
        return []
    found = likely_papers(by=request.actor, on=request.day, draft=line.id) or []
    return [(each, _address("du-thao-noi", line, so=str(each.number))) for each in found]


def _fact(request: Request, page: DraftPage, person: int) -> tuple[str, str] | None:
    """The sheet that records what the issued decision says of a person."""
    if page.paper is None or page.line.cancelled:
        return None
    return offer_of_fact(request.actor, page.row.matter, person, page.paper.id)


def _put(line: DraftLine) -> str:
    """A sitting of the body that decides, with this file on its agenda."""
    asked = {"don-vi": line.organization_id, "tap-the": line.decider, "du-thao": line.id}
    return f"{reverse('record', args=['phien-hop'])}?{urlencode(asked)}"


def _address(slug: str, line: DraftLine, **more: str) -> str:
    return f"{reverse('record', args=[slug])}?{urlencode({'du-thao': line.id} | more)}"
