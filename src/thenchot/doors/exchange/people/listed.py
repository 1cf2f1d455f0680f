"""Tệp kết quả nhập — the rows that did not enter, each with its reasons, as the office wrote them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.access.uploads import KeptUpload, upload_of
from thenchot.doors.exchange.making import KINDS, table_of_text
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
    head = [(heading, NARROW) for heading in listed.head.headings]
    head += [(translate(REASON), WIDE), (translate(ROW), NARROW)]
    rows = (
        [*listed.rows[number - 1], "\n".join(reasons), str(number)]
        for number, reasons in refused.items()
    )
    return table_of_text(translate(REASON), head, rows, made_at)
