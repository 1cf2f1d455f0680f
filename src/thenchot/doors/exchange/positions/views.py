"""Tải bản mô tả vị trí việc làm — the position of a page on the day looked at, as a file."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.positions.files import FILES
from thenchot.doors.exchange.positions.sheet import sheet_of
from thenchot.people.positions.reads.position import position_on


@require_safe
def position_file(request: Request, position: int, shape: str) -> HttpResponse:
    """Tệp bản mô tả — 404 where the position is not there or out of reach, alike."""
    page = position_on(by=request.actor, position=position, on=request.on)
    if page is None or shape not in FILES:
        raise Http404
    office = settings.OFFICE or settings.DATA_FOLDER.office_name()
    sheet = sheet_of(page, request.on, gettext, office=office, fictional=settings.DEMO)
    if sheet is None:
        raise Http404
    kind, write = FILES[shape]
    answer = HttpResponse(write(sheet), content_type=kind)
    name = f"vi-tri-{position}-{request.on.isoformat()}.{shape}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
