"""Phiếu trình thành tệp — the leader's one page, and behind it the contents of the submission file."""

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
from thenchot.office.drafting.reads.drafts import DraftPage, draft_page
from thenchot.office.drafting.rules.pieces import Content, counted

HERE = Path(__file__).parent


@require_safe
def draft_slip(request: Request, draft: int) -> HttpResponse:
    """Phiếu trình — the leader's one page."""
    found = draft_page(by=request.actor, on=request.on, draft=draft)
    if found is None:
        raise Http404
    made_at = datetime.combine(request.on, time(23, 59), HANOI)
    body = typeset(HERE / "slip.typ", slip_of(found, gettext, fictional=settings.DEMO), made_at)
    answer = HttpResponse(body, content_type=KINDS["pdf"])
    answer["Content-Disposition"] = f'attachment; filename="phieu-trinh-{draft}.pdf"'
    return answer


def slip_of(page: DraftPage, translate: Translate, *, fictional: bool) -> dict[str, Any]:
    """Nội dung phiếu trình — what is proposed, by whom, on what grounds, what others said."""
    line, row = page.line, page.row
    agree = translate(mark("{whom} ({day}): nhất trí"))
    differ = translate(mark("{whom} ({day}): ý kiến khác: {words}"))
    said = [
        (agree if each.agrees else differ).format(
            whom=each.said_by, day=format_day(each.said_on), words=each.opinion
        )
        for each in page.opinions
    ]
    return {
        "unit": line.unit.upper(),
        "title": translate(mark("PHIẾU TRÌNH")),
        "of": f"{translate(line.kind.label)} {line.abstract}",
        "parts": [
            [translate(mark("Trình về việc")), [row.proposal]],
            [translate(mark("Đơn vị trình")), [line.unit]],
            [translate(mark("Cơ quan ban hành")), [row.issuer]],
            [translate(mark("Căn cứ")), [row.grounds]],
            [translate(mark("Ý kiến đã lấy")), [*filter(None, [row.opinions_told, *said])]],
            [translate(mark("Ý kiến khác nhau")), [row.differences]],
            [translate(mark("Hồ sơ kèm theo")), [_counted(page, translate)]],
            [translate(mark("Hạn ban hành")), [format_day(line.due_on) if line.due_on else ""]],
        ],
        "answer": translate(mark("Ý kiến của lãnh đạo")),
        "answers": [
            translate(mark("Đồng ý")),
            translate(mark("Chuyển lại, lý do:")),
            translate(mark("Xin ý kiến:")),
        ],
        "signed": translate(mark("Ngày, chữ ký")),
        "contents": contents_of(page, translate) if page.put or page.people else None,
        "notes": [translate(FICTION)] if fictional else [],
    }


def contents_of(page: DraftPage, translate: Translate) -> dict[str, Any]:
    """Mục lục hồ sơ trình — a line each: what it is, its name, from where, of which day, as what it is here."""
    return {
        "title": translate(mark("MỤC LỤC HỒ SƠ TRÌNH")),
        "head": [
            translate(text)
            for text in (
                mark("STT"), mark("Loại"), mark("Tên tài liệu"), mark("Nơi lập"), mark("Ngày"), mark("Ghi chú"),
            )
        ],
        "lines": [
            [
                str(each.number), translate(each.kind), each.title.sentence(translate), each.issuer,
                format_day(each.dated_on) if each.dated_on else "", _noted(page, each, translate),
            ]
            for each in page.contents
        ],
    }  # fmt: skip


def _noted(page: DraftPage, line: Content, translate: Translate) -> str:
    """What the piece is: the number of a paper in sight, a file, or the words themselves."""
    piece = next((each for each in page.put if each is line.piece), None)
    if piece is None:
        return ""
    if piece.paper:
        return str(piece.paper)
    if piece.is_paper:
        return translate(mark("văn bản trong sổ"))
    return piece.words or translate(mark("tệp đã gỡ khẩn cấp") if piece.emptied else mark("tệp"))


def _counted(page: DraftPage, translate: Translate) -> str:
    return ", ".join(each.sentence(translate) for each in counted(page.contents))
