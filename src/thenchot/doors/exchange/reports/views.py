"""Tải báo cáo — the report of a page as a file: JSON, XLSX, DOCX or PDF; frozen ones as they were."""

import json

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.reports.files import FILES
from thenchot.doors.exchange.reports.sheet import sheet_of
from thenchot.figures.reports import reads
from thenchot.figures.reports.rules import template_for
from thenchot.ground.plain.periods import NotAPeriod, parse_period


@require_safe
def report_file(request: Request, period: str, shape: str) -> HttpResponse:
    """Tệp của một báo cáo — `don-vi` and `chot` of the address name the unit and the freeze."""
    found = _report(request, period)
    if shape == "json":
        rows = [row.as_data(gettext) for row in found.rows]
        body, kind = json.dumps(rows, ensure_ascii=False, indent=1).encode(), "application/json"
    elif shape in FILES:
        kind, write = FILES[shape]
        body = write(sheet_of(found, gettext, fictional=settings.DEMO))
    else:
        raise Http404
    name = f"bao-cao-{found.period.code()}.{shape}"
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _report(request: Request, code: str) -> reads.Report:
    try:
        period = parse_period(code)
    except NotAPeriod:
        raise Http404 from None
    template = template_for(period)
    unit = _number(request, "don-vi") or reads.root_unit(
        by=request.actor, period=period, on=request.on
    )
    number = _number(request, "chot")
    if template is None or unit is None:
        raise Http404
    if number:
        found = reads.frozen_report(by=request.actor, period=period, unit=unit, number=number)
    else:
        found = reads.report(
            by=request.actor, template=template, period=period, unit=unit, on=request.on
        )
    if found is None:
        raise Http404
    return found


def _number(request: Request, name: str) -> int | None:
    typed = request.GET.get(name, "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
        raise Http404
    return int(typed)
