"""Phiếu phát hành và sau đó — sent out, corrected, replaced, recalled; the paper leg, the post, the kept copy."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from thenchot.doors.web.recording.boxes import Choice, Day, Number, Picked, Text
from thenchot.doors.web.recording.document_sheets import NUMBER, NUMBER_PAGE, REASON
from thenchot.doors.web.recording.sheet import Filled, Sheet
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts import attaching, changing, delivering, numbering, recipients
from thenchot.office.documents.reads.outgoing import outgoing_line
from thenchot.office.documents.rules.issued import LoanRow, PostRow
from thenchot.office.documents.rules.numbering import ISSUE_RULE
from thenchot.office.documents.words import Channel, Milestone
from thenchot.people.dossiers.reads.picked import Pick, known, written

BY_NUMBER = Picked(
    name="by_number", label=mark("Văn bản mới, trong sổ văn bản đi"), of=Pick.NUMBER, given="bang"
)
FROM_DAY = Day(name="from_day", label=mark("Từ ngày"), today=True)
DELIVERY = Picked(
    name="delivery", label=mark("Lần chuyển đến nơi nhận"), of=Pick.DELIVERY, given="lan-chuyen"
)
NOTE = Text(name="note", label=mark("Ghi chú"), optional=True)


def _posted(asked: dict[str, Any]) -> dict[str, Any]:
    names = ("posted_on", "recipients", "envelopes")
    row = PostRow(**{name: asked.pop(name) for name in names}, note=asked.pop("note") or "")
    return asked | {"row": row}


def _lent(asked: dict[str, Any]) -> dict[str, Any]:
    names = ("used_on", "used_by", "allowed_by")
    row = LoanRow(**{name: asked.pop(name) for name in names}, note=asked.pop("note") or "")
    return asked | {"row": row}


def _late_issue(by: Actor, on: date, named: Mapping[str, int]) -> list[Reason]:
    line = outgoing_line(by=by, on=on, number=named["number"])
    if line is None or not line.late or line.sent_on:
        return []
    text = mark("{sign} phải phát hành chậm nhất ngày {due:%d/%m/%Y}; đã muộn. Vẫn ghi được.")
    return [Reason(text, {"sign": line.sign, "due": line.issue_due}, ISSUE_RULE, "sent_on")]


def _not_sent(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """Those the paper names, or went to before, which it was not sent to."""
    line = outgoing_line(by=by, on=on, number=named["number"])
    left = [each.name for each in line.sent_to if not each.deliveries] if line else []
    return Filled(lines=[{"recipient": name} for name in left])


def _not_confirmed(by: Actor, on: date, named: Mapping[str, int]) -> Filled:
    """The times it was sent to those who have not said that it came."""
    line = outgoing_line(by=by, on=on, number=named["number"])
    waiting = [each for each in line.sent_to if not each.received] if line else []
    times = [each.id for place in waiting for each in place.deliveries]
    hits = known(Pick.DELIVERY, by=by, on=on, numbers=times)
    return Filled(lines=[{"delivery": written(hits[each])} for each in times if each in hits])


def _name(recipient: str) -> str:
    return recipient


def _delivery(delivery: int) -> int:
    return delivery


SHEETS = (
    Sheet(
        slug="phat-hanh", title=mark("Ghi ngày phát hành"), paper="", about=NUMBER_PAGE,
        help=mark("Ngày ký, chậm nhất ngày làm việc kế tiếp; văn bản khẩn gửi ngay."),
        act=numbering.send_out, warned=_late_issue,
        boxes=(NUMBER, Day(name="sent_on", label=mark("Ngày phát hành"), today=True)),
    ),
    Sheet(
        slug="gan-tep", title=mark("Gắn tệp đã ký"), paper="", about=NUMBER_PAGE, file=True,
        help=mark("Văn bản đã cấp số mà chưa có tệp. Tệp đã gắn thì không thay bằng tệp khác."),
        act=attaching.attach_signed_file, boxes=(NUMBER,),
    ),
    Sheet(
        slug="dinh-chinh-van-ban", title=mark("Đính chính văn bản đã phát hành"), paper="", final=True, about=NUMBER_PAGE,
        help=mark("Sai thể thức, kỹ thuật trình bày: đính chính bằng công văn; văn bản vẫn còn hiệu lực. Ghi nhầm thì rút quan hệ ở trang văn bản."),
        act=changing.correct_issued, boxes=(NUMBER, BY_NUMBER),
    ),
    Sheet(
        slug="thay-the-van-ban", title=mark("Thay thế văn bản đã phát hành"), paper="", final=True, about=NUMBER_PAGE,
        help=mark("Sai nội dung: thay bằng văn bản cùng hình thức; văn bản cũ hết hiệu lực từ ngày ghi ở đây."),
        act=changing.replace_issued, boxes=(NUMBER, BY_NUMBER, FROM_DAY),
    ),
    Sheet(
        slug="thu-hoi-van-ban", title=mark("Thu hồi văn bản đã phát hành"), paper="", final=True, about=NUMBER_PAGE,
        help=mark("Theo một văn bản của chính cơ quan; nơi nhận gửi trả bản giấy, hủy bản điện tử."),
        act=changing.recall_issued, boxes=(NUMBER, BY_NUMBER, FROM_DAY),
    ),
    Sheet(
        slug="phai-gui-ban-giay", title=mark("Ghi phải gửi thêm bản giấy"), paper="", about=NUMBER_PAGE,
        help=mark("Văn bản về tổ chức, nhân sự, kiểm tra, khiếu nại, chế độ, tài chính gửi điện tử thì vẫn gửi bản giấy."),
        act=delivering.require_paper_copy, boxes=(NUMBER,),
    ),
    Sheet(
        slug="gui-ban-giay", title=mark("Ghi đã gửi bản giấy"), paper="", about=NUMBER_PAGE,
        help=mark("Của văn bản đi phải gửi thêm bản giấy, sau khi phát hành."), act=delivering.send_paper_copy,
        boxes=(NUMBER, Day(name="paper_sent_on", label=mark("Ngày gửi bản giấy"), today=True)),
    ),
    Sheet(
        slug="noi-nhan-ban-giay", title=mark("Ghi nơi nhận đã nhận bản giấy"), paper="", about=NUMBER_PAGE,
        help=mark("Khi nơi nhận báo, hoặc có ký nhận."), act=delivering.paper_copy_received,
        boxes=(NUMBER, Day(name="paper_received_on", label=mark("Ngày nơi nhận nhận bản giấy"), today=True)),
    ),
    Sheet(
        slug="rut-moc", title=mark("Rút mốc ghi nhầm của văn bản đi"), paper="", about=NUMBER_PAGE, final=True,
        help=mark("Ngày phát hành, bản giấy ghi nhầm: rút mốc sau cùng trước, rồi ghi lại cho đúng. Mốc đã rút vẫn đọc được trong nhật ký."),
        act=delivering.withdraw_milestone,
        boxes=(NUMBER, Choice(name="milestone", label=mark("Mốc"), words=tuple(Milestone), given="moc"), REASON),
    ),
    Sheet(
        slug="chuyen-noi-nhan", title=mark("Ghi đã chuyển đến nơi nhận"), paper="", about=NUMBER_PAGE, final=True,
        help=mark("Sau khi phát hành; bảng điền sẵn những nơi chưa chuyển, bỏ dòng chưa chuyển lần này. Một nơi gửi hai cách thì ghi hai lần."),
        act=recipients.deliver_paper, lines="recipients", line=_name, filled=_not_sent, table=mark("Nơi nhận"),
        boxes=(
            NUMBER, Day(name="sent_on", label=mark("Ngày chuyển"), today=True),
            Choice(name="channel", label=mark("Cách chuyển"), words=tuple(Channel), first=Channel.NETWORK.value),
        ),
        columns=(Text(name="recipient", label=mark("Nơi nhận")),),
    ),
    Sheet(
        slug="noi-da-nhan", title=mark("Ghi nơi nhận đã nhận"), paper="", about=NUMBER_PAGE, final=True,
        help=mark("Khi nơi nhận báo hoặc ký nhận; bảng điền sẵn những nơi chưa xác nhận, bỏ dòng chưa nhận."),
        act=recipients.confirm_deliveries, lines="deliveries", line=_delivery, filled=_not_confirmed, table=mark("Nơi nhận"),
        boxes=(NUMBER, Day(name="received_on", label=mark("Ngày nhận"), today=True)),
        columns=(DELIVERY,),
    ),
    Sheet(
        slug="rut-chuyen", title=mark("Rút lần chuyển ghi nhầm"), paper="", about=NUMBER_PAGE, final=True,
        help=mark("Lần chuyển đã ghi còn trong lịch sử với lý do."), act=recipients.withdraw_delivery,
        boxes=(DELIVERY, REASON),
    ),
    Sheet(
        slug="gui-buu-dien", title=mark("Ghi sổ gửi bưu điện"), paper="", about=NUMBER_PAGE, final=True,
        help=mark("Mỗi lần gửi một dòng; ký nhận và dấu bưu điện ở bản in."), act=delivering.post_out, asked=_posted,
        boxes=(
            NUMBER, Day(name="posted_on", label=mark("Ngày chuyển"), today=True),
            Text(name="recipients", label=mark("Nơi nhận")),
            Number(name="envelopes", label=mark("Số lượng bì"), first="1", most=10_000), NOTE,
        ),
    ),
    Sheet(
        slug="rut-gui-buu-dien", title=mark("Rút dòng gửi bưu điện ghi nhầm"), paper="", about=NUMBER_PAGE, final=True,
        help=mark("Dòng đã ghi còn trong lịch sử với lý do."), act=delivering.withdraw_posting,
        boxes=(Picked(name="posted", label=mark("Dòng gửi bưu điện"), of=Pick.POSTED, given="lan-gui"), REASON),
    ),
    Sheet(
        slug="muon-ban-luu", title=mark("Cho sử dụng bản lưu"), paper="", about=NUMBER_PAGE, final=True,
        help=mark("Một bản lưu mỗi lúc một người sử dụng, có người cho phép."), act=delivering.lend_kept_copy, asked=_lent,
        boxes=(
            NUMBER, Day(name="used_on", label=mark("Ngày sử dụng"), today=True),
            Text(name="used_by", label=mark("Người sử dụng")),
            Text(name="allowed_by", label=mark("Người cho phép")), NOTE,
        ),
    ),
    Sheet(
        slug="tra-ban-luu", title=mark("Ghi đã trả bản lưu"), paper="", about=NUMBER_PAGE,
        help=mark("Bản lưu đã về văn thư."), act=delivering.return_kept_copy,
        boxes=(
            Picked(name="loan", label=mark("Lần sử dụng bản lưu"), of=Pick.LOAN, given="lan-dung"),
            Day(name="returned_on", label=mark("Ngày trả"), today=True),
        ),
    ),
)  # fmt: skip
