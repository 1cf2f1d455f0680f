"""Sổ danh sách đảng viên — a cell or a grassroots organization as a printed book, cell after cell."""

from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.exchange.making import KINDS, typeset
from thenchot.doors.exchange.reports.sheet import FICTION, HANOI
from thenchot.ground.plain.collation import natural_key
from thenchot.ground.plain.text import Translate, mark
from thenchot.ground.register.reads import organization_on
from thenchot.ground.register.words import CELLS, GRASSROOTS
from thenchot.people.dossiers.reads.compared import registered
from thenchot.people.dossiers.rules.compared import Registered, shown
from thenchot.people.members.words import Right, Status

HERE = Path(__file__).parent
COLUMNS = {
    mark("STT"): 11,
    mark("Họ và tên"): 48,
    mark("Giới tính"): 14,
    mark("Ngày sinh"): 24,
    mark("Dân tộc"): 20,
    mark("Quê quán"): 61,
    mark("Ngày vào Đảng"): 24,
    mark("Ngày chính thức"): 24,
    mark("Tình trạng"): 36,
}  # millimetres of an A4 page lying down, within its margins
CENTRED = (0, 2, 3, 6, 7)
COUNTED = {
    Status.OFFICIAL: mark("Đảng viên chính thức: {n}"),
    Status.PROBATIONARY: mark("Đảng viên dự bị: {n}"),
    Status.EXEMPT: mark("Đảng viên được miễn công tác và sinh hoạt đảng: {n}"),
}


@require_safe
def member_book(request: Request, organization: int) -> HttpResponse:
    """Sổ đảng viên — as of the day looked at."""
    by, on = request.actor, request.on
    found = organization_on(by=by, organization=organization, on=on)
    if found is None or found.line.kind not in CELLS | GRASSROOTS:
        raise Http404
    if not by.may(Right.READ, organization):
        raise Http404
    members = registered(by=by, unit=organization, on=on)
    office = settings.OFFICE or settings.DATA_FOLDER.office_name()
    told = book_of(found.line.name, members, on, gettext, office=office, fictional=settings.DEMO)
    made_at = datetime.combine(on, time(23, 59), HANOI)
    answer = HttpResponse(typeset(HERE / "book.typ", told, made_at), content_type=KINDS["pdf"])
    name = f"so-dang-vien-{organization}-{on.isoformat()}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def book_of(
    unit: str, members: Sequence[Registered], on: date, translate: Translate, *, office: str,
    fictional: bool,
) -> dict[str, Any]:  # fmt: skip
    """Nội dung sổ — cells in the order of their names, members in that of given names."""
    by_cell = sorted(members, key=lambda each: (natural_key(each.cell), each.cell_id))
    cells = [
        _cell(list(within), translate)
        for _, within in groupby(by_cell, key=lambda each: each.cell_id)
    ]
    held = [each.status for each in members]
    total = translate(mark("Tổng số: {n} đảng viên, {cells} chi bộ"))
    return {
        "office": office,
        "title": translate(mark("SỔ DANH SÁCH ĐẢNG VIÊN")),
        "unit": unit,
        "counted": translate(mark("(Tính đến ngày {day:%d/%m/%Y})")).format(day=on),
        "totals": [
            total.format(n=len(members), cells=len(cells)),
            *(translate(text).format(n=held.count(status)) for status, text in COUNTED.items()),
        ],
        "notes": [translate(FICTION)] if fictional else [],
        "on-page": translate(mark("Cộng trang này")),
        "so-far": translate(mark("Cộng từ đầu sổ")),
        "heads": [translate(head) for head in COLUMNS],
        "widths": list(COLUMNS.values()),
        "centred": [place in CENTRED for place in range(len(COLUMNS))],
        "cells": cells,
    }


def _cell(members: Sequence[Registered], translate: Translate) -> dict[str, Any]:
    counted = translate(mark("{n} đảng viên")).format(n=len(members))
    rows = [_row(number, each, translate) for number, each in enumerate(members, start=1)]
    return {"name": members[0].cell, "count": counted, "rows": rows}


def _row(number: int, member: Registered, translate: Translate) -> list[str]:
    told = (
        member.full_name, member.sex, member.birth_on, member.ethnicity, member.hometown,
        member.joined_on, member.official_on, member.status,
    )  # fmt: skip
    return [str(number), *(shown(each, translate) for each in told)]
