"""Phiếu giải quyết văn bản đến — one page: the leader's opinion, the unit's, the proposal of whoever handles."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, typeset
from thenchot.doors.exchange.reports.sheet import FICTION, HANOI
from thenchot.ground.plain.text import Translate, mark
from thenchot.ground.plain.typed_dates import format_day
from thenchot.office.documents.reads.incoming import (
    AssignmentLine,
    DirectionLine,
    IncomingLine,
    IncomingPage,
    incoming_page,
)

HERE = Path(__file__).parent


@require_safe
def paper_slip(request: Request, incoming: int) -> HttpResponse:
    """Phiếu giải quyết — of a paper within sight."""
    found = incoming_page(by=request.actor, on=request.on, incoming=incoming)
    if found is None:
        raise Http404
    made_at = datetime.combine(request.on, time(23, 59), HANOI)
    body = typeset(HERE / "slip.typ", slip_of(found, gettext, fictional=settings.DEMO), made_at)
    answer = HttpResponse(body, content_type=KINDS["pdf"])
    answer["Content-Disposition"] = f'attachment; filename="phieu-giai-quyet-{incoming}.pdf"'
    return answer


def slip_of(page: IncomingPage, translate: Translate, *, fictional: bool) -> dict[str, Any]:
    """Nội dung phiếu — as Phụ lục IV of Nghị định 30/2020/NĐ-CP orders it."""
    line = page.line
    came = translate(mark("Số đến {number}, ngày {day:%d/%m/%Y}"))
    answers = [
        f"{each.whom}: {each.answer} ({format_day(each.done_on)})"
        for said in page.directions
        for each in said.assigned
        if each.done_on
    ]
    return {
        "organ": page.organization.upper(),
        "title": translate(mark("PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN")),
        "paper": f"{line.paper}, {line.issuer}",
        "abstract": line.abstract,
        "came": came.format(number=line.number, day=line.arrived_on) + _checked(line, translate),
        "parts": [
            [
                translate(
                    mark("Ý kiến của lãnh đạo: chủ trì, phối hợp, thời hạn, ngày cho ý kiến")
                ),
                [_opinion(said, translate) for said in page.directions if not _of_unit(said)],
            ],
            [
                translate(
                    mark("Ý kiến của lãnh đạo đơn vị: người được giao, thời hạn, ngày cho ý kiến")
                ),
                [_opinion(said, translate) for said in page.directions if _of_unit(said)],
            ],
            [translate(mark("Ý kiến đề xuất của người giải quyết")), answers],
        ],
        "notes": [translate(FICTION)] if fictional else [],
    }


def _checked(line: IncomingLine, translate: Translate) -> str:
    """Kết quả kiểm tra — behind the number, where something was said."""
    if not line.checked:
        return ""
    said = "; ".join(each.sentence(translate) for each in line.checked)
    return translate(mark(". Kiểm tra khi nhận: {said}")).format(said=said)


def _of_unit(said: DirectionLine) -> bool:
    """Ý kiến của lãnh đạo đơn vị — one that asks people only; whoever leads the organ asks units."""
    return bool(said.assigned) and all(each.person for each in said.assigned)


def _deadline(each: AssignmentLine, translate: Translate) -> str:
    day = format_day(each.due_on) if each.due_on else ""
    days = translate(mark("{n} ngày làm việc")).format(n=each.due_days) if each.due_days else ""
    return ", ".join(filter(None, (days, day)))


def _opinion(said: DirectionLine, translate: Translate) -> str:
    asked = [
        f"{translate(each.part.label)}: {each.whom}"
        + (f" ({_deadline(each, translate)})" if each.due_on else "")
        for each in said.assigned
    ]
    said_by = said.said_by
    if said.in_place_of:
        said_by += " " + translate(mark("thay {name}")).format(name=said.in_place_of)
    return " ".join([f"{said_by}, {format_day(said.said_on)}: {said.opinion}", *asked])
