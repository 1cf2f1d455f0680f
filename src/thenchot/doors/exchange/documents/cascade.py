"""Bảng giao cấp dưới ban hành — every unit in sight with where it stands, as XLSX."""

from datetime import datetime, time

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, table_of_text
from thenchot.doors.exchange.reports.sheet import HANOI
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.typed_dates import format_day
from thenchot.office.documents.reads.cascades import UnitLine, cascade_page

HEADS = (
    (mark("STT"), 6), (mark("Đơn vị"), 40), (mark("Tình hình"), 32), (mark("Văn bản của đơn vị"), 40),
    (mark("Ban hành ngày"), 14), (mark("Thời hạn"), 14), (mark("Kết luận về văn bản có từ trước"), 44),
    (mark("Nhắc lần cuối"), 14),
)  # fmt: skip


@require_safe
def cascade_file(request: Request, cascade: int) -> HttpResponse:
    """Tệp bảng giao — 404 as the page."""
    found = cascade_page(by=request.actor, on=request.on, cascade=cascade)
    if found is None:
        raise Http404
    rows = [
        [str(place), *_row(each), *_told(each)] for place, each in enumerate(found.units, start=1)
    ]
    due_on = format_day(found.line.due_on)
    rows = [[*row[:5], due_on, *row[5:]] for row in rows]
    title = f"{gettext(found.line.kind.label)}: {found.line.directive or ''}"
    made_at = datetime.combine(request.on, time(23, 59), HANOI)
    heads = [(gettext(text), width) for text, width in HEADS]
    answer = HttpResponse(table_of_text(title, heads, rows, made_at), content_type=KINDS["xlsx"])
    name = f"giao-ban-hanh-{cascade}-{request.on.isoformat()}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _row(each: UnitLine) -> list[str]:
    issued = format_day(each.proof_on) if each.proof_on else ""
    return [each.name, gettext(each.progress.label), str(each.proof or ""), issued]


def _told(each: UnitLine) -> list[str]:
    said = f"{gettext(each.verdict.label)}: {each.reason}" if each.verdict else ""
    return [said, format_day(each.reminded_on) if each.reminded_on else ""]
