"""Phiếu về văn bản đến — registered one by one or many at once, submitted, directed, answered, finished."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from thenchot.doors.web.recording.boxes import Check, Choice, Day, Picked, Text, Words
from thenchot.doors.web.recording.clock import Clock
from thenchot.doors.web.recording.deadline import DeadlineBox
from thenchot.doors.web.recording.document_sheets import ORGAN, REASON
from thenchot.doors.web.recording.entering import not_entered
from thenchot.doors.web.recording.sheet import Filled, Sheet
from thenchot.ground.basis.rules import PaperRow
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import attaching, handling, receiving
from thenchot.office.documents.rules.receiving import (
    Arrival,
    AssignmentRow,
    DirectionRow,
    ReceivedRow,
)
from thenchot.office.documents.words import Channel, CheckResult, Part, Right, Urgency
from thenchot.people.dossiers.reads.picked import Pick

ABOUT = ("incoming", "incoming")
INCOMING = Picked(name="incoming", label=mark("Văn bản đến"), of=Pick.INCOMING, given="den")
ASSIGNMENT = Picked(
    name="assignment", label=mark("Phần được giao"), of=Pick.ASSIGNMENT, given="phan"
)
CHANNEL = Choice(
    name="channel", label=mark("Đường đến"), words=tuple(Channel), first=Channel.NETWORK.value
)
URGENCY = Choice(
    name="urgency", label=mark("Độ khẩn"), words=tuple(Urgency), first=Urgency.NORMAL.value
)
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
    names = ("arrived_on", "channel", "urgency", "arrived_at", "due_on")
    arrival = Arrival(**{name: typed[name] for name in names}, checked=checked)
    return ReceivedRow(paper, arrival, typed["result"] or "")


def _direction(asked: dict[str, Any]) -> dict[str, Any]:
    said = {name: asked.pop(name) for name in ("said_by", "said_on", "opinion")}
    return asked | {"direction": DirectionRow(**said, assigned=asked.pop("assigned"))}


def _said_by_reader(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """The reader directs in person; whoever types for another types the name."""
    return Filled(boxes={} if by.typing_for_another else {"said_by": by.printed_name})


def _received_directed(asked: dict[str, Any]) -> dict[str, Any]:
    return _direction(_arrival(asked))


ASKED_OF = (
    Choice(name="part", label=mark("Vai"), words=tuple(Part), first=Part.LEAD.value),
    Picked(name="unit", label=mark("Đơn vị"), of=Pick.UNIT, optional=True),
    Picked(name="person", label=mark("Hoặc người"), of=Pick.PERSON, optional=True),
    DeadlineBox(name="due_on", label=mark("Thời hạn"), optional=True),
)
SHEETS = (
    Sheet(
        slug="van-ban-den", title=mark("Vào sổ văn bản đến"), final=True, about=("", "incoming"),
        help=mark("Số đến do sổ cấp, từ 1 trong mỗi năm. Dán cả dòng trích dẫn vào ô số, ký hiệu cũng được."),
        act=receiving.receive_paper, asked=_arrival, warned=not_entered,
        boxes=(
            ORGAN, Day(name="arrived_on", label=mark("Ngày đến"), today=True),
            CHANNEL, URGENCY,
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
        act=handling.receive_and_direct, also=(Right.DIRECT,), asked=_received_directed, lines="assigned", line=AssignmentRow, warned=not_entered,
        table=mark("Phân công"),
        boxes=(
            ORGAN, Day(name="arrived_on", label=mark("Ngày đến"), today=True),
            CHANNEL, URGENCY,
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
        help=mark("Mỗi văn bản một dòng, dán cả bảng từ bảng tính cũng được; dán cả dòng trích dẫn vào ô số, ký hiệu thì các ô còn trống của dòng tự điền. Có kết quả là lưu ngay, không phải trình."),
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
            CHANNEL, URGENCY, Clock(name="arrived_at", label=mark("Giờ đến"), optional=True),
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
        act=handling.direct_paper, asked=_direction, filled=_said_by_reader, lines="assigned", line=AssignmentRow,
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
        help=mark("Phần của nơi chủ trì hoặc phối hợp; cả văn bản do người có quyền xử lý ở cơ quan vào sổ ghi kết thúc."),
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
)  # fmt: skip
