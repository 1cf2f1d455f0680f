"""Phiếu về văn bản — registering a paper, completing its day, annulling and repealing it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from thenchot.doors.web.limits import LIMITS
from thenchot.doors.web.recording.boxes import (
    Check,
    Choice,
    Day,
    Number,
    Numbers,
    Picked,
    Text,
    Words,
)
from thenchot.doors.web.recording.entering import not_entered
from thenchot.doors.web.recording.paper import PAPER_BOXES
from thenchot.doors.web.recording.register_sheets import FROM_DAY
from thenchot.doors.web.recording.sheet import Sheet
from thenchot.ground.basis.acts.calendar import exchange_days, withdraw_exchanged_day
from thenchot.ground.basis.acts.instruments import (
    complete_instrument_day,
    register_instrument,
)
from thenchot.ground.basis.acts.parameters import record_parameter
from thenchot.ground.basis.acts.removing import remove_paper, remove_paper_file
from thenchot.ground.basis.acts.revoke import annul_instrument, repeal_instrument
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.working_days import DayRow
from thenchot.people.dossiers.reads.picked import Pick

REASON = Words(name="reason", label=mark("Lý do"), help=mark("Nhật ký giữ lý do này."))
INSTRUMENT = Picked(name="instrument", label=mark("Văn bản"), of=Pick.PAPER, given="van-ban")
EARLIEST = 1930  # stands in for a year that is missing
OF_PAPER = ("instrument", "instrument")


class Exchange(Labelled):
    """Ngày hoán đổi là — worked, or off."""

    OFF = "nghi", mark("Ngày nghỉ")
    WORKED = "lam-bu", mark("Ngày làm bù")


def _exchanged(day: date, exchange: Exchange) -> DayRow:
    return DayRow(day, exchange is Exchange.WORKED)


def _undated(read: Mapping[str, Any]) -> list[Reason]:
    if read["issued_on"] or read["issued_year"]:
        return []
    return [Reason(mark("Thiếu ngày ban hành."), field="issued_on")]


def _registered(asked: dict[str, Any]) -> dict[str, Any]:
    """The year is that of the day, unless only the year is known; without both it is refused anyway."""
    year, day = asked.pop("issued_year"), asked["issued_on"]
    asked["kind"], asked["signer"] = asked.pop("paper_kind"), asked["signer"] or ""
    return asked | {"issued_year": day.year if day else year or EARLIEST}


def _of_key(asked: dict[str, Any]) -> dict[str, Any]:
    """`key` is the form's own word."""
    return asked | {"key": asked.pop("parameter")}


SHEETS = (
    Sheet(
        slug="van-ban", title=mark("Ghi văn bản vào sổ"), paper="", asked=_registered, faults=_undated,
        help=mark("Văn bản như in trên giấy; nội dung của nó ghi sau, từ trang văn bản."),
        act=register_instrument, about=("", "instrument"), warned=not_entered,
        boxes=(
            *PAPER_BOXES,
            Number(
                name="issued_year", label=mark("Năm ban hành"), optional=True, most=2200,
                help=mark("Chỉ khi trên văn bản không có ngày."),
            ),
            Day(name="effect_on", label=mark("Có hiệu lực từ ngày"), optional=True),
        ),
    ),
    Sheet(
        slug="go-tep", title=mark("Gỡ khẩn cấp tệp của văn bản"), paper="", about=OF_PAPER, final=True,
        help=mark("Khi tệp lỡ đưa lên không được có ở đây: tệp bị xóa hẳn, nhật ký không ghi nội dung. Bản sao lưu cũ còn tệp thì xử lý theo hướng dẫn sao lưu."),
        act=remove_paper_file, boxes=(INSTRUMENT,), checked=True,
    ),
    Sheet(
        slug="go-van-ban", title=mark("Gỡ khẩn cấp văn bản"), paper="", about=OF_PAPER, final=True,
        help=mark("Khi chính văn bản không được có ở đây: tệp, trích yếu, ý kiến, ghi chú, trích dẫn, các bản dự thảo của nó bị xóa hẳn, cả trong lịch sử và nhật ký; số, cơ quan ban hành và ngày còn lại để sổ không hụt số. Dự thảo đã qua nhiều số (số cũ hủy, cấp số khác) thì gỡ văn bản ở mọi số ấy. Bản nháp và tệp đang xem xét của mọi tài khoản cũng bị bỏ. Sự kiện đã ghi theo văn bản, danh mục hồ sơ nó phê duyệt thì còn; việc này không hoàn tác được."),
        act=remove_paper, boxes=(INSTRUMENT,), checked=True,
    ),
    Sheet(
        slug="ngay-ban-hanh", title=mark("Bổ sung ngày ban hành"), paper="", about=OF_PAPER,
        help=mark("Cho văn bản mới biết năm, chưa biết ngày."),
        act=complete_instrument_day,
        boxes=(INSTRUMENT, Day(name="issued_on", label=mark("Ngày ban hành"))),
    ),
    Sheet(
        slug="tham-so", title=mark("Ghi mức của quy định"), act=record_parameter, asked=_of_key,
        help=mark("Mức mới từ một ngày, kèm điều khoản; công tắc nhân sự chưa công bố cũng ghi ở đây: 1 là mở, 0 là tắt."),
        boxes=(
            Choice(name="parameter", label=mark("Mức"), words=LIMITS),
            Numbers(
                name="values", label=mark("Giá trị"),
                help=mark("Một số, hoặc nhiều số cách nhau bằng dấu phẩy, như quy định ghi."),
            ),
            Text(name="clause", label=mark("Điều khoản")),
            Check(name="verified", label=mark("Đã đối chiếu với nguyên văn")), FROM_DAY,
        ),
    ),
    Sheet(
        slug="ngay-hoan-doi", title=mark("Ghi ngày nghỉ, ngày làm bù"), act=exchange_days, final=True,
        help=mark("Theo thông báo hoán đổi ngày làm việc; thứ Bảy, Chủ nhật, ngày lễ, Tết theo luật thì không phải ghi. Thời hạn đã tính thì giữ nguyên."),
        lines="days", line=_exchanged, table=mark("Các ngày"),
        columns=(
            Day(name="day", label=mark("Ngày")),
            Choice(name="exchange", label=mark("Là"), words=tuple(Exchange), first=Exchange.OFF.value),
        ),
    ),
    Sheet(
        slug="rut-ngay-hoan-doi", title=mark("Rút ngày nghỉ, ngày làm bù ghi nhầm"), paper="", final=True,
        help=mark("Dòng đã ghi còn trong lịch sử với lý do."), act=withdraw_exchanged_day,
        boxes=(Day(name="day", label=mark("Ngày"), given="ngay"), REASON),
    ),
    Sheet(
        slug="huy-bo", title=mark("Ghi quyết định hủy bỏ văn bản"), paper="by_paper", checked=True,
        help=mark("Hủy bỏ từ đầu: những gì văn bản mở ra rời sổ, những gì nó chấm dứt trở lại như trước."),
        act=annul_instrument, about=OF_PAPER, boxes=(INSTRUMENT, REASON),
    ),
    Sheet(
        slug="bai-bo", title=mark("Ghi quyết định bãi bỏ, thu hồi văn bản"), paper="by_paper",
        help=mark("Bãi bỏ từ một ngày: những gì văn bản mở ra kết thúc từ ngày ấy."),
        act=repeal_instrument, about=OF_PAPER, boxes=(INSTRUMENT, FROM_DAY, REASON), checked=True,
    ),
)  # fmt: skip
