"""Phiếu về văn bản đến, văn bản đi — registered, directed, answered; series opened, numbers given."""

from dataclasses import replace
from typing import Any

from thenchot.doors.web.recording.boxes import (
    Check,
    Choice,
    Day,
    Number,
    Picked,
    Text,
    Words,
)
from thenchot.doors.web.recording.clock import Clock
from thenchot.doors.web.recording.deadline import DeadlineBox
from thenchot.doors.web.recording.entering import last_given, not_entered, numbered_here
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import (
    attaching,
    cascading,
    handling,
    numbering,
    receiving,
    relating,
    shelving,
)
from thenchot.office.documents.rules.cascading import CascadeRow, UnitRow
from thenchot.office.documents.rules.numbering import OutgoingRow, SeriesRow
from thenchot.office.documents.rules.receiving import (
    Arrival,
    AssignmentRow,
    DirectionRow,
    ReceivedRow,
)
from thenchot.office.documents.rules.relating import RelationRow
from thenchot.office.documents.words import (
    Channel,
    CheckResult,
    Family,
    Part,
    RelationKind,
    SeriesBook,
    Source,
    Subject,
    Urgency,
    Verdict,
)
from thenchot.people.dossiers.reads.picked import Pick

ABOUT, SERIES_PAGE, NUMBER_PAGE = ("incoming", "incoming"), ("", "series"), ("", "outgoing")
IN_REGISTER, BOARD = ("", "instrument"), ("", "cascade")
ORGAN = Picked(name="organization", label=mark("Cơ quan giữ sổ"), of=Pick.UNIT, given="don-vi")
INCOMING = Picked(name="incoming", label=mark("Văn bản đến"), of=Pick.INCOMING, given="den")
ASSIGNMENT = Picked(
    name="assignment", label=mark("Phần được giao"), of=Pick.ASSIGNMENT, given="phan"
)
SERIES = Picked(name="series", label=mark("Dãy số"), of=Pick.SERIES, given="day-so")
NUMBER = Picked(name="number", label=mark("Số đã cấp"), of=Pick.NUMBER, given="so")
RELATION = Picked(name="relation", label=mark("Quan hệ"), of=Pick.RELATION, given="quan-he")
OTHER = Picked(name="to", label=mark("Văn bản kia, trong sổ"), of=Pick.PAPER, given="voi")
CASCADE = Picked(name="cascade", label=mark("Việc giao ban hành"), of=Pick.CASCADE, given="giao")
ASKED = Picked(
    name="unit_asked", label=mark("Đơn vị được giao"), of=Pick.ASKED, given="don-vi-giao"
)
REASON = Text(name="reason", label=mark("Lý do"))
CHECKS = tuple(
    Check(name=name, label=label)
    for name, label in (
        ("whole", mark("Kiểm tra: đủ, đúng nơi nhận")),
        ("unsigned", mark("Kiểm tra: thiếu chữ ký hoặc dấu")),
        ("unverified", mark("Kiểm tra: chữ ký số không xác thực được")),
        ("misaddressed", mark("Kiểm tra: sai nơi nhận")),
        ("pages_missing", mark("Kiểm tra: thiếu trang")),
        ("parts_missing", mark("Kiểm tra: thiếu phụ lục, tài liệu kèm theo")),
    )
)  # in the order of CheckResult


def _arrival(asked: dict[str, Any]) -> dict[str, Any]:
    names = ("arrived_on", "channel", "urgency", "arrived_at", "due_on", "paper_also_required")
    checked = [word for box, word in zip(CHECKS, CheckResult, strict=True) if asked.pop(box.name)]
    arrival = Arrival(
        **{name: asked.pop(name) for name in names}, note=asked.pop("note") or "", checked=checked
    )
    return asked | {"arrival": arrival}


def _received(**typed: Any) -> ReceivedRow:
    paper = PaperRow(
        typed["kind"],
        typed["number_sign"],
        typed["issuer"],
        typed["abstract"],
        typed["issued_on"],
    )
    checked = list(filter(None, [typed["checked"]]))
    arrival = Arrival(typed["arrived_on"], Channel.NETWORK, due_on=typed["due_on"], checked=checked)
    return ReceivedRow(paper, arrival, typed["result"] or "")


def _direction(asked: dict[str, Any]) -> dict[str, Any]:
    said = {name: asked.pop(name) for name in ("said_by", "said_on", "opinion")}
    return asked | {"direction": DirectionRow(**said, assigned=asked.pop("assigned"))}


def _received_directed(asked: dict[str, Any]) -> dict[str, Any]:
    return _direction(_arrival(asked))


def _series(asked: dict[str, Any]) -> dict[str, Any]:
    names = ("organ_code", "form", "period", "from_day", "until_day", "book")
    row = SeriesRow(asked.pop("letters") or "", **{name: asked.pop(name) for name in names})
    return asked | {"row": row}


def _source(asked: dict[str, Any]) -> dict[str, Any]:
    return asked | {"system": asked["system"] or ""}


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


ASKED_OF = (
    Choice(name="part", label=mark("Vai"), words=tuple(Part), first=Part.LEAD.value),
    Picked(name="unit", label=mark("Đơn vị"), of=Pick.UNIT, optional=True),
    Picked(name="person", label=mark("Hoặc người"), of=Pick.PERSON, optional=True),
    DeadlineBox(name="due_on", label=mark("Thời hạn"), optional=True),
)
OF_PAPER = (
    "kind", "issuer", "abstract", "signer", "drafted_by", "copies", "sent_on", "paper_also_required",
)  # fmt: skip
SHEETS = (
    Sheet(
        slug="van-ban-den", title=mark("Vào sổ văn bản đến"), final=True, about=("", "incoming"),
        help=mark("Số đến do sổ cấp, từ 1 trong mỗi năm. Dán cả dòng trích dẫn vào ô số, ký hiệu cũng được."),
        act=receiving.receive_paper, asked=_arrival, warned=not_entered,
        boxes=(
            ORGAN, Day(name="arrived_on", label=mark("Ngày đến"), today=True),
            Choice(name="channel", label=mark("Đường đến"), words=tuple(Channel), first=Channel.NETWORK.value),
            Choice(name="urgency", label=mark("Độ khẩn"), words=tuple(Urgency), first=Urgency.NORMAL.value),
            Clock(
                name="arrived_at", label=mark("Giờ đến"), optional=True,
                help=mark("Bắt buộc với văn bản thượng khẩn, hỏa tốc."),
            ),
            DeadlineBox(
                name="due_on", label=mark("Hạn trả lời"), optional=True,
                help=mark("Một ngày, hoặc số ngày làm việc kể từ sau ngày đến, như «5 ngày làm việc», «5n»."),
            ),
            Check(name="paper_also_required", label=mark("Phải có bản giấy theo sau")), *CHECKS,
            Text(name="note", label=mark("Ghi chú"), optional=True),
        ),
    ),
    Sheet(
        slug="vao-so-phan-cong", title=mark("Vào sổ và phân công"), final=True, onward=True, about=("", "incoming"),
        help=mark("Một phiếu cho cả hai việc, khi lãnh đạo đã cho ý kiến trên văn bản; dán dòng trích dẫn trước."),
        act=handling.receive_and_direct, asked=_received_directed, lines="assigned", line=AssignmentRow, warned=not_entered,
        table=mark("Phân công"),
        boxes=(
            ORGAN, Day(name="arrived_on", label=mark("Ngày đến"), today=True),
            Choice(name="channel", label=mark("Đường đến"), words=tuple(Channel), first=Channel.NETWORK.value),
            Choice(name="urgency", label=mark("Độ khẩn"), words=tuple(Urgency), first=Urgency.NORMAL.value),
            Clock(name="arrived_at", label=mark("Giờ đến"), optional=True),
            DeadlineBox(name="due_on", label=mark("Hạn trả lời"), optional=True),
            Check(name="paper_also_required", label=mark("Phải có bản giấy theo sau")), *CHECKS,
            Text(name="note", label=mark("Ghi chú"), optional=True),
            Day(name="said_on", label=mark("Ngày cho ý kiến"), today=True),
            Text(name="said_by", label=mark("Người cho ý kiến")), Words(name="opinion", label=mark("Ý kiến")),
        ),
        columns=ASKED_OF,
    ),
    Sheet(
        slug="van-ban-den-loat", title=mark("Vào sổ một lượt văn bản đến"), paper="", final=True,
        about=("", "incoming"),
        help=mark("Mỗi văn bản một dòng, dán cả bảng từ bảng tính cũng được; có kết quả là lưu ngay, không phải trình."),
        act=receiving.receive_papers, lines="rows", line=_received, boxes=(ORGAN,), alone=True, warned=not_entered,
        columns=(
            Text(name="number_sign", label=mark("Số, ký hiệu")),
            Choice(name="kind", label=mark("Loại văn bản"), words=tuple(InstrumentKind)),
            Text(name="issuer", label=mark("Cơ quan ban hành")),
            Day(name="issued_on", label=mark("Ngày ban hành")),
            Text(name="abstract", label=mark("Trích yếu nội dung")),
            Day(name="arrived_on", label=mark("Ngày đến")),
            DeadlineBox(name="due_on", label=mark("Hạn trả lời"), optional=True),
            Text(name="result", label=mark("Kết quả"), optional=True),
            Choice(name="checked", label=mark("Kiểm tra khi nhận"), words=tuple(CheckResult), optional=True),
        ),
    ),
    Sheet(
        slug="trinh-van-ban", title=mark("Trình lãnh đạo"), paper="", about=ABOUT,
        help=mark("Văn bản chuyển đến lãnh đạo để cho ý kiến."),
        act=receiving.submit_paper, boxes=(INCOMING,),
    ),
    Sheet(
        slug="but-phe", title=mark("Ghi ý kiến chỉ đạo, phân công"), paper="", about=ABOUT,
        help=mark("Một nơi chủ trì, các nơi phối hợp, để biết; mỗi nơi một thời hạn: một ngày, hoặc «5 ngày làm việc». Chỉ có ý kiến cũng được."),
        act=handling.direct_paper, asked=_direction, lines="assigned", line=AssignmentRow,
        table=mark("Phân công"),
        boxes=(
            INCOMING, Text(name="said_by", label=mark("Người cho ý kiến")),
            Day(name="said_on", label=mark("Ngày cho ý kiến"), today=True),
            Words(name="opinion", label=mark("Ý kiến")),
        ),
        columns=ASKED_OF,
    ),
    Sheet(
        slug="nhan-xu-ly", title=mark("Nhận xử lý phần được giao"), paper="", about=("", "incoming"),
        help=mark("Ghi đã nhận văn bản; việc bắt đầu từ hôm nay."),
        act=handling.take_paper, boxes=(ASSIGNMENT,),
    ),
    Sheet(
        slug="ket-qua-xu-ly", title=mark("Ghi kết quả phần được giao"), paper="", about=("", "incoming"),
        help=mark("Phần của một đơn vị hoặc một người; cả văn bản do nơi chủ trì kết thúc."),
        act=handling.answer_assignment,
        boxes=(ASSIGNMENT, Words(name="answer", label=mark("Kết quả"))),
    ),
    Sheet(
        slug="giai-quyet-xong", title=mark("Ghi đã giải quyết xong"), paper="", about=ABOUT,
        help=mark("Kèm văn bản trả lời, hoặc một câu kết quả; văn bản trả lời được ghi quan hệ «Trả lời»."), act=handling.finish_paper,
        asked=lambda asked: asked | {"result": asked["result"] or ""},
        boxes=(
            INCOMING, Day(name="finished_on", label=mark("Ngày giải quyết xong"), today=True),
            Text(name="result", label=mark("Kết quả"), optional=True),
            Picked(name="reply", label=mark("Văn bản trả lời"), of=Pick.PAPER, optional=True),
        ),
    ),
    Sheet(
        slug="mo-lai-van-ban", title=mark("Mở lại văn bản đã giải quyết"), paper="", about=ABOUT,
        help=mark("Khi trả lời chưa đủ hoặc ghi nhầm. Quan hệ «Trả lời» vẫn còn; ghi nhầm thì rút ở trang văn bản."), act=handling.reopen_paper,
        boxes=(INCOMING, REASON),
    ),
    Sheet(
        slug="tra-lai-van-ban", title=mark("Trả lại nơi gửi"), paper="", about=ABOUT,
        help=mark("Văn bản gửi nhầm; số đến vẫn giữ trong sổ."), act=receiving.send_paper_back,
        boxes=(INCOMING, REASON),
    ),
    Sheet(
        slug="ban-giay", title=mark("Ghi đã nhận bản giấy"), paper="", about=ABOUT,
        help=mark("Của văn bản điện tử phải có bản giấy theo sau."), act=receiving.receive_paper_copy,
        boxes=(INCOMING, Day(name="paper_on", label=mark("Ngày nhận bản giấy"), today=True)),
    ),
    Sheet(
        slug="gan-tep-den", title=mark("Gắn tệp văn bản đến"), paper="", about=ABOUT, file=True,
        help=mark("Bản quét của văn bản đã vào sổ mà chưa có tệp. Tệp đã gắn thì không thay bằng tệp khác."),
        act=attaching.attach_received_file, boxes=(INCOMING,),
    ),
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
        act=numbering.issue_number, asked=_outgoing, warned=numbered_here,
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
