"""Phiếu về văn bản đi — series opened, numbers given; papers related, asked of lower units, on the shelf."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from thenchot.doors.web.recording.boxes import (
    Check,
    Choice,
    Day,
    Number,
    Picked,
    Text,
)
from thenchot.doors.web.recording.citation import kind_of_sign
from thenchot.doors.web.recording.entering import last_given, numbered_here
from thenchot.doors.web.recording.sheet import Filled, Sheet
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import (
    cascading,
    numbering,
    relating,
    shelving,
)
from thenchot.office.documents.rules.cascading import CascadeRow, UnitRow
from thenchot.office.documents.rules.numbering import OutgoingRow, SeriesRow
from thenchot.office.documents.rules.relating import RelationRow
from thenchot.office.documents.words import (
    Family,
    RelationKind,
    SeriesBook,
    Source,
    Subject,
    Verdict,
)
from thenchot.people.dossiers.reads.picked import Pick, known

SERIES_PAGE, NUMBER_PAGE = ("", "series"), ("", "outgoing")
IN_REGISTER, BOARD = ("", "instrument"), ("", "cascade")
ORGAN = Picked(name="organization", label=mark("Cơ quan giữ sổ"), of=Pick.UNIT, given="don-vi")
SERIES = Picked(name="series", label=mark("Dãy số"), of=Pick.SERIES, given="day-so")
NUMBER = Picked(name="number", label=mark("Số đã cấp"), of=Pick.NUMBER, given="so")
RELATION = Picked(name="relation", label=mark("Quan hệ"), of=Pick.RELATION, given="quan-he")
OTHER = Picked(name="to", label=mark("Văn bản kia, trong sổ"), of=Pick.PAPER, given="voi")
CASCADE = Picked(name="cascade", label=mark("Việc giao ban hành"), of=Pick.CASCADE, given="giao")
ASKED = Picked(
    name="unit_asked", label=mark("Đơn vị được giao"), of=Pick.ASKED, given="don-vi-giao"
)
REASON = Text(name="reason", label=mark("Lý do"))


def _series(asked: dict[str, Any]) -> dict[str, Any]:
    names = ("organ_code", "form", "period", "from_day", "until_day", "book")
    row = SeriesRow(asked.pop("letters") or "", **{name: asked.pop(name) for name in names})
    return asked | {"row": row}


def _source(asked: dict[str, Any]) -> dict[str, Any]:
    return asked | {"system": asked["system"] or ""}


def _of_series(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """The type whose letters the series bears."""
    series = named["series"]
    hit = known(Pick.SERIES, by=by, on=on, numbers=[series]).get(series) if series else None
    kind = kind_of_sign(f"1-{hit.text.split()[0]}", on) if hit else None
    return Filled(boxes={"kind": kind.value} if kind else {})


def _outgoing(asked: dict[str, Any]) -> dict[str, Any]:
    words = ("letters", "recipients", "kept_at", "note")
    row: dict[str, Any] = {name: asked.pop(name) or "" for name in words}
    row |= {name: asked.pop(name) for name in OF_PAPER}
    return asked | {"row": OutgoingRow(**row)}


def _relation(asked: dict[str, Any]) -> dict[str, Any]:
    words: dict[str, Any] = {name: asked.pop(name) or "" for name in ("cited", "part")}
    words |= {name: asked.pop(name) for name in ("kind", "to", "from_day", "own")}
    return asked | {"row": RelationRow(**words)}


def _cascade(asked: dict[str, Any]) -> dict[str, Any]:
    names = ("directive", "kind", "due_on", "all_below")
    return asked | {"row": CascadeRow(**{name: asked.pop(name) for name in names})}


OF_PAPER = (
    "kind", "issuer", "abstract", "signer", "drafted_by", "copies", "sent_on", "paper_also_required",
)  # fmt: skip
SHEETS = (
    Sheet(
        slug="day-so", title=mark("Mở dãy số"), paper="", about=SERIES_PAGE,
        help=mark("Số chạy từ 01: theo thể loại trong một nhiệm kỳ cấp ủy, hoặc trong một năm với cơ quan nhà nước."),
        act=numbering.open_series, asked=_series,
        boxes=(
            ORGAN,
            Text(
                name="letters", label=mark("Chữ viết tắt thể loại"), optional=True,
                help=mark("Ví dụ QĐ; bỏ trống là một dãy chung cho mọi thể loại."),
            ),
            Text(name="organ_code", label=mark("Ký hiệu cơ quan"), help=mark("Như in sau dấu gạch chéo, ví dụ BTCTU.")),
            Choice(name="form", label=mark("Cách ghi"), words=(Family.PARTY, Family.STATE), first=Family.PARTY.value),
            Choice(
                name="book", label=mark("Sổ"), words=tuple(SeriesBook), optional=True,
                help=mark("Bỏ trống là sổ văn bản đi. Bản sao có dãy số riêng: BS, hoặc SY, SL, TrS."),
            ),
            Text(name="period", label=mark("Nhiệm kỳ hoặc năm")),
            Day(name="from_day", label=mark("Dùng từ ngày")),
            Day(name="until_day", label=mark("Đến trước ngày"), optional=True),
        ),
    ),
    Sheet(
        slug="dong-day-so", title=mark("Kết thúc dãy số"), paper="", about=SERIES_PAGE,
        help=mark("Từ ngày ấy không cấp số của dãy này nữa."), act=numbering.close_series,
        boxes=(SERIES, Day(name="until_day", label=mark("Thôi dùng từ ngày"))),
    ),
    Sheet(
        slug="nguon-so", title=mark("Ghi nguồn cấp số"),
        help=mark("Cơ quan tự cấp số ở đây, hoặc số do hệ thống khác cấp và ở đây chỉ nhập sổ."),
        act=numbering.set_number_source, asked=_source,
        boxes=(
            ORGAN, Choice(name="source", label=mark("Ai cấp số"), words=tuple(Source)),
            Text(name="system", label=mark("Tên hệ thống khác"), optional=True),
            Day(name="from_day", label=mark("Từ ngày"), as_paper=True),
        ),
    ),
    Sheet(
        slug="cap-so", title=mark("Cấp số văn bản đi"), paper="", final=True, about=NUMBER_PAGE,
        help=mark("Số kế tiếp của dãy, sau khi văn bản đã ký. Đơn vị soạn thảo có thể khác cơ quan ban hành."),
        act=numbering.issue_number, asked=_outgoing, filled=_of_series, warned=numbered_here,
        boxes=(
            SERIES,
            Choice(name="kind", label=mark("Loại văn bản"), words=tuple(InstrumentKind), first=InstrumentKind.DECISION.value),
            Text(
                name="letters", label=mark("Chữ viết tắt thể loại"), optional=True,
                help=mark("Chỉ khi dãy số dùng chung cho mọi thể loại."),
            ),
            Text(name="issuer", label=mark("Tên cơ quan ban hành")), Text(name="signer", label=mark("Người ký")),
            Day(name="given_on", label=mark("Ngày ban hành"), today=True),
            Text(name="abstract", label=mark("Trích yếu nội dung")),
            Picked(name="drafted_by", label=mark("Đơn vị soạn thảo"), of=Pick.UNIT, optional=True),
            Text(name="recipients", label=mark("Nơi nhận"), optional=True),
            Number(name="copies", label=mark("Số lượng bản"), first="1", most=10_000),
            Text(name="kept_at", label=mark("Đơn vị, người nhận bản lưu"), optional=True),
            Day(name="sent_on", label=mark("Ngày phát hành"), optional=True),
            Check(name="paper_also_required", label=mark("Phải gửi thêm bản giấy")),
            Text(name="note", label=mark("Ghi chú"), optional=True),
        ),
    ),
    Sheet(
        slug="cap-so-ngoai", title=mark("Cấp số ngoài hệ thống"), paper="", final=True, about=NUMBER_PAGE,
        help=mark("Cho văn bản không được có trong hệ thống này: chỉ giữ số, không ghi gì khác."),
        act=numbering.reserve_number, warned=last_given,
        boxes=(SERIES, Day(name="given_on", label=mark("Ngày cấp số"), today=True)),
    ),
    Sheet(
        slug="huy-so", title=mark("Hủy số"), paper="", final=True, about=NUMBER_PAGE,
        help=mark("Số đã hủy không cấp lại; dòng của nó vẫn còn trong sổ với lý do."),
        act=numbering.cancel_number, boxes=(NUMBER, REASON),
    ),
    Sheet(
        slug="quan-he-van-ban", title=mark("Ghi quan hệ với văn bản khác"), final=True, about=IN_REGISTER,
        help=mark("Văn bản này làm gì với văn bản kia. Văn bản kia chưa có trong sổ thì chép lời dẫn; khi văn bản ấy vào sổ, hai văn bản tự nối."),
        act=relating.relate_papers, asked=_relation,
        boxes=(
            ORGAN, Choice(name="kind", label=mark("Văn bản này"), words=tuple(RelationKind)), replace(OTHER, optional=True),
            Text(
                name="cited", label=mark("Hoặc lời dẫn"), optional=True, given="loi-dan",
                help=mark("Như viết trong văn bản, ví dụ: Nghị quyết số 18-NQ/TW, ngày 25/10/2017."),
            ),
            Text(
                name="part", label=mark("Điều, khoản"), optional=True,
                help=mark("Chỉ khi sửa đổi, bổ sung, thay thế, bãi bỏ một phần; bỏ trống là cả văn bản."),
            ),
            Day(name="from_day", label=mark("Có hiệu lực từ ngày"), optional=True, help=mark("Chỉ khi sửa đổi, bổ sung, thay thế, bãi bỏ, thu hồi.")),
            Check(name="own", label=mark("Văn bản này do chính cơ quan trên ban hành"), given="cua-minh"),
        ),
    ),
    Sheet(
        slug="noi-van-ban-dan", title=mark("Nối lời dẫn với văn bản trong sổ"), paper="", final=True, about=IN_REGISTER,
        help=mark("Khi lời dẫn không đủ số và ngày để tự nối."), act=relating.join_cited, boxes=(RELATION, OTHER),
    ),
    Sheet(
        slug="rut-quan-he", title=mark("Rút quan hệ giữa hai văn bản"), paper="", final=True, about=IN_REGISTER,
        help=mark("Khi ghi nhầm; dòng đã ghi còn trong lịch sử với lý do."), act=relating.withdraw_relation,
        boxes=(RELATION, REASON),
    ),
    Sheet(
        slug="giao-ban-hanh", title=mark("Giao cấp dưới ban hành"), about=BOARD, final=True, lines="units", line=UnitRow,
        help=mark("Văn bản trên cùng là văn bản giao việc; nó và văn bản phải thực hiện có thể là một."),
        act=cascading.hand_down, asked=_cascade, table=mark("Các đơn vị"),
        boxes=(
            replace(ORGAN, label=mark("Cơ quan giao")),
            Picked(name="directive", label=mark("Văn bản phải thực hiện"), of=Pick.PAPER, given="thuc-hien"),
            Choice(name="kind", label=mark("Loại văn bản phải ban hành"), words=tuple(InstrumentKind), first=InstrumentKind.PLAN.value),
            Day(name="due_on", label=mark("Thời hạn ban hành")),
            Check(name="all_below", label=mark("Mọi đơn vị trực thuộc cơ quan giao")),
        ),
        columns=(Picked(name="unit", label=mark("Đơn vị"), of=Pick.UNIT, optional=True),),
    ),
    Sheet(
        slug="nhac-ban-hanh", title=mark("Nhắc các đơn vị chưa ban hành"), paper="", about=BOARD, final=True,
        help=mark("Mọi đơn vị còn nợ văn bản nhận lời nhắc ở mục Thông báo; mỗi ngày một lần."),
        act=cascading.remind_units, boxes=(CASCADE,),
    ),
    Sheet(
        slug="xac-nhan-co-truoc", title=mark("Xác nhận văn bản đã có từ trước"), paper="", about=BOARD, final=True,
        help=mark("Đơn vị có thể đã ban hành trước văn bản chỉ đạo; một người xem và kết luận có phải bổ sung không."),
        act=cascading.judge_earlier,
        boxes=(
            ASKED, Picked(name="paper", label=mark("Văn bản đã có"), of=Pick.PAPER, given="da-co"),
            Choice(name="verdict", label=mark("Kết luận"), words=tuple(Verdict)), REASON,
        ),
    ),
    Sheet(
        slug="xep-ke", title=mark("Xếp văn bản lên kệ còn hiệu lực"), about=IN_REGISTER, final=True,
        help=mark("Một văn bản ở một chủ đề; còn hiệu lực hay không do các quan hệ đã ghi cho biết."),
        act=shelving.shelve_paper,
        boxes=(ORGAN, Choice(name="subject", label=mark("Chủ đề"), words=tuple(Subject))),
    ),
    Sheet(
        slug="lay-khoi-ke", title=mark("Lấy văn bản khỏi kệ"), paper="", about=IN_REGISTER, final=True,
        help=mark("Khi xếp nhầm; văn bản hết hiệu lực thì tự rời kệ."), act=shelving.unshelve_paper,
        boxes=(Picked(name="paper", label=mark("Văn bản trên kệ"), of=Pick.PAPER, given="tren-ke"), REASON),
    ),
)  # fmt: skip
