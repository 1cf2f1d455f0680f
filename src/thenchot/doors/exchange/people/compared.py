"""Tệp kết quả đối chiếu — every row of both sides with its verdict; every cell is text."""

from collections.abc import Sequence
from datetime import datetime

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from thenchot.doors.access.middleware import Request
from thenchot.doors.access.uploads import upload_of
from thenchot.doors.exchange.making import KINDS, table_of_text
from thenchot.ground.plain.text import Translate, mark
from thenchot.people.dossiers.reads.compared import registered
from thenchot.people.dossiers.reads.handed import handed
from thenchot.people.dossiers.rules.compared import Pair, Verdict, compared, shown
from thenchot.people.members.words import Right

TITLE = mark("Kết quả đối chiếu")
HEAD = {
    mark("Kết quả"): 22,
    mark("Họ và tên"): 28,
    mark("Ngày sinh"): 14,
    mark("Chi bộ"): 28,
    mark("Dòng"): 8,
    mark("Khác nhau ở"): 70,
}


@require_safe
def compared_file(request: Request) -> HttpResponse:
    """Tệp đối chiếu — of the list this account is looking at; `don-vi` of the address narrows it."""
    kept = upload_of(request.actor.account or 0, reverse("compare"))
    if kept is None or "columns" not in kept.told or not request.actor.may(Right.READ):
        raise Http404
    typed = request.GET.get("don-vi", "")
    unit = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
    listed = handed(
        by=request.actor, name=kept.name, content=kept.content, columns=kept.told["columns"],
        on=request.day, cell=kept.told.get("cell", ""),
    )  # fmt: skip
    members = registered(by=request.actor, unit=unit or None, on=request.day, others=True)
    pairs = compared(listed.lines(request.day), members)
    answer = HttpResponse(compared_book(pairs, kept.saved_at, gettext), content_type=KINDS["xlsx"])
    answer["Content-Disposition"] = 'attachment; filename="doi-chieu.xlsx"'
    return answer


def compared_book(pairs: Sequence[Pair], made_at: datetime, translate: Translate) -> bytes:
    """Bảng đối chiếu — one row a person, what differs in one cell."""
    order = list(Verdict)
    told = sorted(pairs, key=lambda each: order.index(each.verdict))
    return table_of_text(
        translate(TITLE), [(translate(head), width) for head, width in HEAD.items()],
        (_cells(pair, translate) for pair in told), made_at,
    )  # fmt: skip


def _cells(pair: Pair, translate: Translate) -> list[str]:
    """As the register says it, where the person is in it."""
    side = pair.here or pair.there
    assert side is not None
    number = str(pair.there.number) if pair.there else ""
    differences = "\n".join(each.sentence(translate) for each in pair.differences)
    verdict = pair.verdict.sentence(translate)
    return [verdict, side.full_name, shown(side.birth_on), side.cell, number, differences]
