"""Tệp kết quả nhập — the rows that did not enter, each with its reasons, as the office wrote them."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.access.uploads import KeptUpload, upload_of
from thenchot.doors.exchange.making import KINDS, WORD_FONT, new_book, same_bytes
from thenchot.ground.plain.text import Translate, mark
from thenchot.people.dossiers.reads.handed import Handed, handed
from thenchot.people.dossiers.reads.judged import in_words, judged
from thenchot.people.members.words import Right

WIDE, NARROW = 60, 18
REASON, ROW = mark("Lý do không nhận"), mark("Dòng")


@require_safe
def result_file(request: Request) -> HttpResponse:
    """Tệp kết quả — of the list this account is looking at, before it is recorded and after."""
    kept = upload_of(request.actor.account or 0, reverse("hand_in"))
    if kept is None or "columns" not in kept.told or not request.actor.may(Right.RECORD_HANDOVER):
        raise Http404
    listed = handed(
        by=request.actor, name=kept.name, content=kept.content, columns=kept.told["columns"],
        on=request.day, cell=kept.told.get("cell", ""),
    )  # fmt: skip
    body = result_book(listed, _refused(request, kept, listed), kept.saved_at, gettext)
    answer = HttpResponse(body, content_type=KINDS["xlsx"])
    answer["Content-Disposition"] = 'attachment; filename="ket-qua-nhap.xlsx"'
    return answer


def _refused(request: Request, kept: KeptUpload, listed: Handed) -> Mapping[int, Sequence[str]]:
    """As it was said when the others were recorded, else as it stands now."""
    if "refused" in kept.told:
        return dict(kept.told["refused"])
    from_day = date.fromisoformat(kept.told["from_day"])
    lines = listed.lines(request.day)
    found = judged(by=request.actor, lines=lines, on=request.day, from_day=from_day)
    return in_words(found, gettext)


def result_book(
    listed: Handed, refused: Mapping[int, Sequence[str]], made_at: datetime, translate: Translate
) -> bytes:
    """Bảng kết quả — headings and cells as they came, the reasons behind; every cell is text."""
    made = io.BytesIO()
    book, page = new_book(made, translate(REASON), made_at, paper=9)
    style = {
        "font_name": WORD_FONT,
        "font_size": 12,
        "valign": "top",
        "text_wrap": True,
        "border": 1,
    }
    plain, bold = book.add_format(style), book.add_format(style | {"bold": True})
    head = [*listed.head.headings, translate(REASON), translate(ROW)]
    page.set_column(0, len(head) - 1, NARROW)
    page.set_column(len(head) - 2, len(head) - 2, WIDE)
    page.repeat_rows(0)
    _write(page, 0, head, bold)
    for line, (number, reasons) in enumerate(refused.items(), start=1):
        _write(page, line, [*listed.rows[number - 1], "\n".join(reasons), str(number)], plain)
    book.close()
    return same_bytes(made)


def _write(page: Any, line: int, cells: Sequence[str], style: Any) -> None:
    for place, text in enumerate(cells):
        page.write_string(line, place, text, style)
