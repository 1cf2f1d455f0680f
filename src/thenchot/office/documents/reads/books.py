"""Sổ in — the registers with every column the rules prescribe, as text, for any range of days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import spelling_key
from thenchot.ground.plain.text import Translate, mark
from thenchot.ground.plain.typed_dates import format_day
from thenchot.office.documents.reads.copies import CopyLine, copy_lines
from thenchot.office.documents.reads.delivering import (
    LoanLine,
    PostedLine,
    loan_lines,
    posted_lines,
)
from thenchot.office.documents.reads.dossiers import (
    DossierLine,
    DossierPage,
    FiledLine,
    dossier_lines,
)
from thenchot.office.documents.reads.incoming import IncomingLine, incoming_lines
from thenchot.office.documents.reads.outgoing import OutgoingLine, outgoing_lines
from thenchot.office.documents.reads.relations import RelationLine
from thenchot.office.documents.rules.recipients import named_recipients
from thenchot.office.documents.words import NumberState, State, Urgency

MOST = 100_000
SOURCE = mark("Mẫu sổ theo Nghị định 30/2020/NĐ-CP, Phụ lục IV")


class BookKind(Labelled):
    """Loại sổ — by the word of its address."""

    INCOMING = "den", mark("Sổ đăng ký văn bản đến")
    OUTGOING = "di", mark("Sổ đăng ký văn bản đi")
    FOLLOWED = "theo-doi", mark("Sổ theo dõi giải quyết văn bản đến")
    INTERNAL = "noi-bo", mark("Sổ đăng ký văn bản nội bộ")
    COPIES = "sao", mark("Sổ sao văn bản")
    DOSSIERS = "danh-muc", mark("Danh mục hồ sơ")
    POSTED = "buu-dien", mark("Sổ gửi văn bản đi bưu điện")
    LOANS = "ban-luu", mark("Sổ sử dụng bản lưu")
    HANDED_OVER = "nop-luu", mark("Mục lục hồ sơ nộp lưu")


@dataclass(frozen=True, slots=True)
class Book:
    """Sổ — headings with their widths (millimetres of an A4 page lying down), and rows of text."""

    label: str
    heads: list[tuple[str, int]]
    rows: list[list[str]]


def book(
    *, by: Actor, on: date, kind: BookKind, organization: int, since: date, until: date,
    translate: Translate,
) -> Book:  # fmt: skip
    """Sổ của một cơ quan — lines of the days from `since` to `until`, the first first.

    A list of dossiers is of the years these days lie in; those handed over were closed within them.
    """
    of: Any = {"by": by, "on": on, "organization": organization, "most": MOST}
    days: Any = {"since": since, "until": until}
    heads, row = BOOKS[kind]
    lines: list[Any]
    if kind in (BookKind.OUTGOING, BookKind.INTERNAL):
        _, lines = outgoing_lines(**of, **days, internal=kind is BookKind.INTERNAL)
    elif kind is BookKind.COPIES:
        _, lines = copy_lines(**of, **days)
    elif kind is BookKind.POSTED:
        _, lines = posted_lines(**of, **days)
    elif kind is BookKind.LOANS:
        _, lines = loan_lines(**of, **days)
    elif kind is BookKind.DOSSIERS:
        _, lines = dossier_lines(**of, years=(since.year, until.year))
    elif kind is BookKind.HANDED_OVER:
        _, lines = dossier_lines(**of, closed=(since, until))
    else:
        _, lines = incoming_lines(**of, **days)
    if kind not in OF_DOSSIERS:
        lines.reverse()
    rows = [row(line, translate) for line in lines]
    if kind is BookKind.HANDED_OVER:
        rows = counted(rows)
    return Book(kind.label, _said(heads, translate), rows)


def contents(*, page: DossierPage, since: date, until: date, translate: Translate) -> Book:
    """Mục lục văn bản trong hồ sơ — of papers of these days; whose day is unknown stand in it always."""
    within = [
        line for line in page.papers if line.issued_on is None or since <= line.issued_on <= until
    ]
    return Book(
        CONTENTS_LABEL,
        _said(CONTENTS, translate),
        counted([_held(line, translate) for line in within]),
    )


def counted(rows: list[list[str]]) -> list[list[str]]:
    """Đánh số thứ tự — in the first column."""
    return [[str(number), *row] for number, row in enumerate(rows, start=1)]


def kept_for(keep_years: int | None, translate: Translate) -> str:
    """Thời hạn bảo quản bằng chữ."""
    if keep_years is None:
        return translate(FOR_EVER)
    return translate(YEARS).format(n=keep_years)


INCOMING = (
    (mark("Ngày đến"), 23), (mark("Số đến"), 14), (mark("Tác giả"), 32), (mark("Số, ký hiệu"), 27),
    (mark("Ngày tháng văn bản"), 23), (mark("Tên loại và trích yếu"), 44),
    (mark("Đơn vị hoặc người nhận"), 28), (mark("Ngày chuyển"), 23), (mark("Ký nhận"), 23),
    (mark("Ghi chú"), 25),
)  # fmt: skip
OUTGOING = (
    (mark("Số, ký hiệu"), 26), (mark("Ngày tháng văn bản"), 23), (mark("Tên loại và trích yếu"), 45),
    (mark("Người ký"), 28), (mark("Nơi nhận"), 31), (mark("Đơn vị, người nhận bản lưu"), 25),
    (mark("Số lượng bản"), 13), (mark("Ngày chuyển"), 23), (mark("Ký nhận"), 23), (mark("Ghi chú"), 25),
)  # fmt: skip
FOLLOWED = (
    (mark("Số đến"), 14), (mark("Tên loại, số, ký hiệu, ngày và cơ quan ban hành"), 84),
    (mark("Đơn vị hoặc người nhận"), 46), (mark("Thời hạn"), 22), (mark("Tiến độ"), 32),
    (mark("Số, ký hiệu văn bản trả lời"), 36), (mark("Ghi chú"), 28),
)  # fmt: skip
COPIES = (
    (mark("Số, ký hiệu bản sao"), 26), (mark("Ngày tháng sao"), 23), (mark("Hình thức sao"), 20),
    (mark("Số, ký hiệu, ngày tháng văn bản được sao"), 36), (mark("Tên loại và trích yếu"), 48),
    (mark("Tác giả"), 28), (mark("Người ký"), 26), (mark("Nơi nhận"), 24),
    (mark("Số lượng bản"), 13), (mark("Ghi chú"), 18),
)  # fmt: skip
POSTED = (
    (mark("Ngày chuyển"), 24), (mark("Số, ký hiệu"), 40), (mark("Nơi nhận"), 82),
    (mark("Số lượng bì"), 20), (mark("Ký nhận và dấu bưu điện"), 56), (mark("Ghi chú"), 40),
)  # fmt: skip
LOANS = (
    (mark("Ngày"), 22), (mark("Người sử dụng"), 34), (mark("Số, ký hiệu, ngày tháng văn bản"), 38),
    (mark("Tên loại và trích yếu"), 56), (mark("Số, ký hiệu hồ sơ"), 24), (mark("Ký nhận"), 18),
    (mark("Ngày trả"), 22), (mark("Người cho phép"), 30), (mark("Ghi chú"), 18),
)  # fmt: skip
DOSSIERS = (
    (mark("Số và ký hiệu hồ sơ"), 34), (mark("Đề mục và tiêu đề"), 118),
    (mark("Thời hạn bảo quản"), 30), (mark("Người lập"), 46), (mark("Ghi chú"), 34),
)  # fmt: skip
HANDED_OVER = (
    (mark("STT"), 12), (mark("Số và ký hiệu hồ sơ"), 34), (mark("Tiêu đề hồ sơ"), 96),
    (mark("Thời gian tài liệu"), 46), (mark("Thời hạn bảo quản"), 28), (mark("Số tờ"), 16),
    (mark("Ghi chú"), 30),
)  # fmt: skip
CONTENTS = (
    (mark("STT"), 12), (mark("Số, ký hiệu văn bản"), 36), (mark("Ngày tháng văn bản"), 24),
    (mark("Tên loại và trích yếu"), 98), (mark("Tác giả"), 44), (mark("Tờ số"), 20),
    (mark("Ghi chú"), 28),
)  # fmt: skip
CONTENTS_LABEL = mark("Mục lục văn bản trong hồ sơ")
FOR_EVER, YEARS = mark("Vĩnh viễn"), mark("{n} năm")
OF_DOSSIERS = (BookKind.DOSSIERS, BookKind.HANDED_OVER)
Heads = tuple[tuple[str, int], ...]
Rower = Callable[[Any, Translate], list[str]]


def _said(heads: Heads, translate: Translate) -> list[tuple[str, int]]:
    return [(translate(head), width) for head, width in heads]


def _day(day: date | None) -> str:
    return format_day(day) if day else ""


def _came(line: IncomingLine, translate: Translate) -> list[str]:
    return [
        _day(line.arrived_on), str(line.number), line.issuer, line.number_sign, _day(line.issued_on),
        f"{translate(line.kind.label)} {line.abstract}", line.lead, _day(line.passed.on),
        _day(line.passed.received_on), _noted(line, translate),
    ]  # fmt: skip


def _noted(line: IncomingLine, translate: Translate) -> str:
    """The last column of a paper that came: its mark, what was wrong with it, its signed copy, its result or
    why it was sent back."""
    urgent = "" if line.urgency is Urgency.NORMAL else translate(line.urgency.label)
    signed = translate(SIGNED_CAME).format(day=_day(line.paper_on)) if line.paper_on else ""
    back = line.state is State.RETURNED
    result = translate(SENT_BACK).format(reason=line.result) if back else line.result
    wrong = [translate(each.label) for each in line.wrong]
    return "; ".join(filter(None, (urgent, *wrong, signed, result, line.note)))


def _followed(line: IncomingLine, translate: Translate) -> list[str]:
    return [
        str(line.number), f"{line.paper.printed}, {line.issuer}", line.lead, _day(line.due_on),
        " ".join(filter(None, (translate(line.state.label), _day(line.finished_on)))), line.reply,
        _noted(line, translate),
    ]  # fmt: skip


def _sent(line: OutgoingLine, translate: Translate) -> list[str]:
    what = f"{translate(line.kind.label)} {line.abstract}" if line.kind else ""
    note = line.note
    if line.state is NumberState.CANCELLED:
        note = translate(CANCELLED).format(reason=line.reason)
    elif line.state is NumberState.RESERVED:
        note = translate(line.state.label)
    note = "; ".join(filter(None, (note, *(_effect(each, translate) for each in line.changes))))
    return [
        line.sign, _day(line.given_on), what, line.signer, _went_to(line), line.kept_at,
        str(line.copies) if line.paper else "", _went_on(line), _came_there(line, translate), note,
    ]  # fmt: skip


def _went_to(line: OutgoingLine) -> str:
    """Whom the paper names, and others it went to."""
    named = {spelling_key(each) for each in named_recipients(line.recipients)}
    others = [each.name for each in line.sent_to if spelling_key(each.name) not in named]
    return "; ".join(filter(None, (line.recipients, *others)))


def _went_on(line: OutgoingLine) -> str:
    """The day it was issued, then other days it was sent to somebody."""
    days = {each.sent_on for place in line.sent_to for each in place.deliveries}
    return "; ".join(
        _day(day) for day in sorted(days | ({line.sent_on} if line.sent_on else set()))
    )


def _came_there(line: OutgoingLine, translate: Translate) -> str:
    """The day the signed copy was received, and how many of those it was sent to have it."""
    many = translate(HAVE_IT).format(n=line.confirmed, of=line.reached) if line.reached else ""
    return "; ".join(filter(None, (_day(line.paper_received_on), many)))


def _copied(line: CopyLine, translate: Translate) -> list[str]:
    said = ", ".join(filter(None, (line.number_sign, _day(line.issued_on))))
    source = ", ".join(filter(None, (line.copied_from, line.extract)))
    kind = translate(line.kind.label)
    note = translate(CANCELLED).format(reason=line.cancelled) if line.cancelled else line.note
    return [
        line.sign, _day(line.given_on), f"{kind}: {source}" if source else kind, said,
        f"{translate(line.paper_kind.label)} {line.abstract}", line.issuer, line.signer,
        line.recipients, str(line.copies), note,
    ]  # fmt: skip


def _posted(line: PostedLine, translate: Translate) -> list[str]:
    return [
        _day(line.posted_on), line.number_sign, line.recipients, str(line.envelopes), "", line.note,
    ]  # fmt: skip


def _lent(line: LoanLine, translate: Translate) -> list[str]:
    said = ", ".join(filter(None, (line.number_sign, _day(line.issued_on))))
    return [
        _day(line.used_on), line.used_by, said, f"{translate(line.kind.label)} {line.abstract}",
        line.dossier, "", _day(line.returned_on), line.allowed_by, line.note,
    ]  # fmt: skip


def _effect(line: RelationLine, translate: Translate) -> str:
    """What became of a paper, as the register notes it."""
    from_day = (
        translate(mark("từ {day:%d/%m/%Y}")).format(day=line.from_day) if line.from_day else ""
    )
    return " ".join(filter(None, (translate(line.said), str(line.paper or ""), from_day)))


def _listed(line: DossierLine, translate: Translate) -> list[str]:
    title = f"{line.heading}\n{line.title}" if line.heading else line.title
    return [line.code, title, kept_for(line.keep_years, translate), line.keeper, line.note]


def _closed(line: DossierLine, translate: Translate) -> list[str]:
    days = dict.fromkeys(_day(day) for day in (line.first_day, line.last_day) if day)
    return [
        line.code, line.title, " – ".join(days), kept_for(line.keep_years, translate),
        str(line.sheets or ""), line.note,
    ]  # fmt: skip


def _held(line: FiledLine, translate: Translate) -> list[str]:
    return [
        line.number_sign, _day(line.issued_on), f"{translate(line.kind.label)} {line.abstract}",
        line.issuer, line.at, line.note,
    ]  # fmt: skip


CANCELLED = mark("Đã hủy: {reason}")
HAVE_IT = mark("{n}/{of} nơi đã nhận")
SENT_BACK, SIGNED_CAME = mark("Trả lại: {reason}"), mark("Nhận bản giấy {day}")
BOOKS: dict[BookKind, tuple[Heads, Rower]] = {
    BookKind.INCOMING: (INCOMING, _came), BookKind.OUTGOING: (OUTGOING, _sent),
    BookKind.FOLLOWED: (FOLLOWED, _followed), BookKind.INTERNAL: (OUTGOING, _sent),
    BookKind.COPIES: (COPIES, _copied), BookKind.DOSSIERS: (DOSSIERS, _listed),
    BookKind.POSTED: (POSTED, _posted), BookKind.LOANS: (LOANS, _lent),
    BookKind.HANDED_OVER: (HANDED_OVER, _closed),
}  # fmt: skip
