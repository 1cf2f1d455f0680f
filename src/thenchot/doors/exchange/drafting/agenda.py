"""Chương trình họp, phiếu lấy ý kiến — one PDF: the agenda of a meeting, or the slip a member returns."""

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
from thenchot.people.sittings.reads.sittings import ItemLine, SittingPage, sitting_page
from thenchot.people.sittings.words import Said, Way

HERE = Path(__file__).parent


@require_safe
def sitting_file(request: Request, sitting: int) -> HttpResponse:
    """Tệp của phiên — what the members are given."""
    found = sitting_page(by=request.actor, on=request.on, sitting=sitting)
    if found is None:
        raise Http404
    made_at = datetime.combine(request.on, time(23, 59), HANOI)
    told = agenda_of(found, gettext, fictional=settings.DEMO)
    answer = HttpResponse(typeset(HERE / "agenda.typ", told, made_at), content_type=KINDS["pdf"])
    name = "phieu-y-kien" if found.line.way is Way.WRITTEN else "chuong-trinh"
    answer["Content-Disposition"] = f'attachment; filename="{name}-{sitting}.pdf"'
    return answer


def agenda_of(page: SittingPage, translate: Translate, *, fictional: bool) -> dict[str, Any]:
    """Nội dung in — each file with who submits it; on a slip the boxes to tick."""
    line, written = page.line, page.line.way is Way.WRITTEN
    day = format_day(line.on_day)
    if written:
        title, when = mark("PHIẾU LẤY Ý KIẾN"), mark("Trả phiếu đến hết ngày {day}")
    else:
        title, when = mark("CHƯƠNG TRÌNH HỌP"), mark("Ngày {day}, tại {place}")
    return {
        "unit": line.organization.upper(),
        "title": translate(title),
        "of": translate(line.decider.label),
        "when": translate(when).format(day=day, place=line.place),
        "chair": f"{translate(mark('Chủ trì'))}: {line.chair}",
        "head": [
            translate(mark("STT")), translate(mark("Hồ sơ trình")), translate(mark("Đơn vị trình")),
            translate(mark("Ý kiến")) if written else translate(mark("Đề nghị")),
        ],
        "items": [
            {
                "number": str(each.number), "about": each.about, "unit": each.unit,
                "proposal": each.proposal, "file": _file(each, translate),
            }
            for each in page.items
        ],
        "boxes": [translate(said.label) for said in Said] if written else [],
        "signed": translate(mark("Ngày, họ tên, chữ ký của thành viên")) if written else "",
        "notes": [translate(FICTION)] if fictional else [],
    }  # fmt: skip


def _file(item: ItemLine, translate: Translate) -> str:
    """What goes with the draft, counted; "" where nothing does."""
    if len(item.file) < 2:
        return ""
    held = ", ".join(each.sentence(translate) for each in item.file)
    return translate(mark("Hồ sơ gồm {what}")).format(what=held)
