"""Tệp danh sách đảng viên — in the columns, their order and names by which a list is handed in; every cell text."""

from datetime import datetime, time

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, table_of_text
from thenchot.doors.exchange.organizations.lists import unit_asked
from thenchot.doors.exchange.reports.sheet import HANOI
from thenchot.ground.plain.text import mark
from thenchot.people.dossiers.reads.compared import registered
from thenchot.people.dossiers.rules.compared import Value, shown
from thenchot.people.members.words import ListColumn, Right

TITLE = mark("Danh sách đảng viên")
WIDTHS = {
    ListColumn.NAME: 28,
    ListColumn.BORN: 12,
    ListColumn.SEX: 10,
    ListColumn.ETHNICITY: 12,
    ListColumn.HOMETOWN: 28,
    ListColumn.ABOVE: 28,
    ListColumn.CELL: 24,
    ListColumn.ADMITTED: 14,
    ListColumn.JOINED: 14,
    ListColumn.OFFICIAL: 14,
    ListColumn.STATUS: 24,
}  # fmt: skip  numbers of people open one at a time, and so stand in no file


@require_safe
def members_file(request: Request) -> HttpResponse:
    """Danh sách đảng viên trong ngày — within sight; `don-vi` of the address narrows it.

    Its words are those the reader of lists knows, whatever the language of the pages.
    """
    by, on = request.actor, request.on
    if not by.may(Right.READ):
        raise Http404
    members = registered(by=by, unit=unit_asked(request, on), on=on)
    columns = [column for column in ListColumn if column in WIDTHS]
    body = table_of_text(
        TITLE, [(column.label, WIDTHS[column]) for column in columns],
        ([_cell(each.value(column)) for column in columns] for each in members),
        datetime.combine(on, time(23, 59), HANOI),
    )  # fmt: skip
    answer = HttpResponse(body, content_type=KINDS["xlsx"])
    answer["Content-Disposition"] = f'attachment; filename="dang-vien-{on.isoformat()}.xlsx"'
    return answer


def _cell(value: Value) -> str:
    return shown(value) if value else ""
