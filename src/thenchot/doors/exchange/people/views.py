"""Tải danh sách trích ngang — the list of a page as a file; the address says which people and columns."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.people.files import FILES
from thenchot.doors.exchange.people.sheet import sheet_of
from thenchot.ground.register.words import Right
from thenchot.people.dossiers.reads.digest import digest_on
from thenchot.people.dossiers.rules.asked import asked_in, misread_in
from thenchot.people.dossiers.rules.digest import columns_in
from thenchot.people.dossiers.words import Paper


@require_safe
def digest_file(request: Request, shape: str) -> HttpResponse:
    """Tệp trích ngang — `cot` and `kho` of the address name the columns and the paper."""
    by = request.actor
    if shape not in FILES or not (by.may(Right.READ) or by.person is not None):
        raise Http404
    if misread_in(request.GET):  # a file outlives the page that would say so
        raise Http404
    asked = asked_in(request.GET, request.GET.getlist("chon"))
    digest = digest_on(by=by, asked=asked, on=request.on)
    sheet = sheet_of(
        digest, asked, request.on, columns_in(request.GET.getlist("cot")),
        Paper.A3 if request.GET.get("kho") == Paper.A3 else Paper.A4, gettext,
        office=settings.OFFICE or settings.DATA_FOLDER.office_name(), fictional=settings.DEMO,
    )  # fmt: skip
    kind, write = FILES[shape]
    answer = HttpResponse(write(sheet), content_type=kind)
    name = f"trich-ngang-{request.on.isoformat()}.{shape}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
