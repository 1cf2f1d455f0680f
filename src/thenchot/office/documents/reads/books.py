"""Sổ in — the registers with every column the rules prescribe, as text, for any range of days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.text import Translate, mark
from thenchot.ground.plain.typed_dates import format_day
from thenchot.office.documents.reads.incoming import IncomingLine, incoming_lines
from thenchot.office.documents.reads.outgoing import OutgoingLine, outgoing_lines
from thenchot.office.documents.words import NumberState

MOST = 100_000
SOURCE = mark("Mẫu sổ theo Nghị định 30/2020/NĐ-CP, Phụ lục IV")


class BookKind(Labelled):
    """Loại sổ — by the word of its address."""

    INCOMING = "den", mark("Sổ đăng ký văn bản đến")
    OUTGOING = "di", mark("Sổ đăng ký văn bản đi")
    FOLLOWED = "theo-doi", mark("Sổ theo dõi giải quyết văn bản đến")


@dataclass(frozen=True, slots=True)
class Book:
    """Sổ — headings with their widths (millimetres of an A4 page lying down), and rows of text."""

    kind: BookKind
    heads: list[tuple[str, int]]
    rows: list[list[str]]


def book(
    *, by: Actor, on: date, kind: BookKind, organization: int, since: date, until: date,
    translate: Translate,
) -> Book:  # fmt: skip
    """Sổ của một cơ quan — lines of the days from `since` to `until`, the first first."""
    asked = {"organization": organization, "since": since, "until": until, "most": MOST}
    if kind is BookKind.OUTGOING:
        _, sent = outgoing_lines(by=by, on=on, **asked)  # type: ignore[arg-type]
        rows = [_sent(line, translate) for line in reversed(sent)]
        return Book(kind, _said(OUTGOING, translate), rows)
    _, came = incoming_lines(by=by, on=on, **asked)  # type: ignore[arg-type]
    heads, row = (INCOMING, _came) if kind is BookKind.INCOMING else (FOLLOWED, _followed)
    return Book(kind, _said(heads, translate), [row(line, translate) for line in reversed(came)])


INCOMING = (
    (mark("Ngày đến"), 23), (mark("Số đến"), 14), (mark("Tác giả"), 36), (mark("Số, ký hiệu"), 27),
    (mark("Ngày tháng văn bản"), 23), (mark("Tên loại và trích yếu"), 56),
    (mark("Đơn vị hoặc người nhận"), 30), (mark("Ngày chuyển"), 18), (mark("Ký nhận"), 16),
    (mark("Ghi chú"), 19),
)  # fmt: skip
OUTGOING = (
    (mark("Số, ký hiệu"), 26), (mark("Ngày tháng văn bản"), 23), (mark("Tên loại và trích yếu"), 54),
    (mark("Người ký"), 28), (mark("Nơi nhận"), 36), (mark("Đơn vị, người nhận bản lưu"), 28),
    (mark("Số lượng bản"), 13), (mark("Ngày chuyển"), 22), (mark("Ký nhận"), 14), (mark("Ghi chú"), 18),
)  # fmt: skip
FOLLOWED = (
    (mark("Số đến"), 14), (mark("Tên loại, số, ký hiệu, ngày và cơ quan ban hành"), 84),
    (mark("Đơn vị hoặc người nhận"), 46), (mark("Thời hạn"), 22), (mark("Tiến độ"), 32),
    (mark("Số, ký hiệu văn bản trả lời"), 36), (mark("Ghi chú"), 28),
)  # fmt: skip
Heads = tuple[tuple[str, int], ...]
Rower = Callable[[IncomingLine, Translate], list[str]]


def _said(heads: Heads, translate: Translate) -> list[tuple[str, int]]:
    return [(translate(head), width) for head, width in heads]


def _day(day: date | None) -> str:
    return format_day(day) if day else ""


def _came(line: IncomingLine, translate: Translate) -> list[str]:
    return [
        _day(line.arrived_on), str(line.number), line.issuer, line.number_sign, _day(line.issued_on),
        f"{translate(line.kind.label)} {line.abstract}", line.lead, "", "", "",
    ]  # fmt: skip


def _followed(line: IncomingLine, translate: Translate) -> list[str]:
    return [
        str(line.number), f"{line.paper.printed}, {line.issuer}", line.lead, _day(line.due_on),
        translate(line.state.label), line.reply, "",
    ]  # fmt: skip


def _sent(line: OutgoingLine, translate: Translate) -> list[str]:
    what = f"{translate(line.kind.label)} {line.abstract}" if line.kind else ""
    note = line.note if line.state is NumberState.ISSUED else translate(line.state.label)
    return [
        line.sign, _day(line.given_on), what, line.signer, line.recipients, line.kept_at,
        str(line.copies) if line.paper else "", _day(line.sent_on), "", note,
    ]  # fmt: skip
