"""Phép về tài khoản — what a name, a grant and a proposal must be before they are recorded."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from thenchot.doors.access.roles import ROLES, Place, Role
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.register.words import CELLS

LOOKED_BACK = timedelta(days=30)  # two persons stay needed so long after one of two has gone
LONGEST_TOKEN = timedelta(days=366)
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")


def account_faults(username: str, printed_name: str, reason: str) -> list[Reason]:
    """Lỗi của tài khoản mới — a short Latin name to type, a printed name, a reason."""
    faults = []
    if not USERNAME.fullmatch(username):
        text = mark("Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, số, dấu chấm hoặc gạch nối.")
        faults.append(Reason(text, field="username"))
    if not printed_name:
        faults.append(Reason(mark("Thiếu họ tên người giữ tài khoản."), field="printed_name"))
    return [*faults, *given_reason_faults(reason)]


def given_reason_faults(reason: str) -> list[Reason]:
    """Lý do giao quyền — whoever reads the journal later must know why."""
    if reason:
        return []
    return [Reason(mark("Phải nêu lý do, thí dụ số giấy giao việc."), field="reason")]


def day_faults(from_day: date | None, until: date | None) -> list[Reason]:
    """Ngày giao — a first day, and an end after it where one is set."""
    if from_day is None:
        return [Reason(mark("Thiếu ngày bắt đầu."), field="from_day")]
    if until is not None and until <= from_day:
        text = mark("Ngày hết hạn phải sau ngày bắt đầu {day:%d/%m/%Y}.")
        return [Reason(text, {"day": from_day}, field="until")]
    return []


def token_faults(
    name: str,
    rights: Collection[str],
    held: Collection[str],
    from_day: date | None,
    until: date | None,
) -> list[Reason]:
    """Lỗi của khóa truy cập — a name, some rights the account holds, an end within a year."""
    faults = [] if name else [Reason(mark("Thiếu tên khóa: hệ thống nào dùng nó."), field="name")]
    if not rights:
        faults.append(Reason(mark("Hãy chọn ít nhất một quyền."), field="rights"))
    if set(rights) - set(held):
        text = mark("Khóa chỉ mang những quyền mà tài khoản đang giữ.")
        faults.append(Reason(text, {}, _SCOPE, "rights"))
    faults += day_faults(from_day, until)
    if until is None or (from_day and until - from_day > LONGEST_TOKEN):
        text = mark("Khóa phải có ngày hết hạn, không quá 366 ngày sau ngày bắt đầu.")
        faults.append(Reason(text, {}, _SCOPE, "until"))
    return faults


def place_faults(role: Role, kind: str | None) -> list[Reason]:
    """Nơi giao — `kind` is the kind of the unit, None for the whole office."""
    if role.place is Place.OFFICE and kind is not None:
        text = mark("Vai «{role}» chỉ giao cho toàn hệ thống.")
    elif role.place in {Place.UNIT, Place.CELL} and kind is None:
        text = mark("Vai «{role}» phải giao ở một đơn vị.")
    elif role.place is Place.CELL and kind not in CELLS:
        text = mark("Vai «{role}» chỉ giao ở một chi bộ.")
    else:
        return []
    return [Reason(text, {"role": role.label}, field="unit")]


def role_faults(code: str) -> list[Reason]:
    """Vai có trong danh mục."""
    if code in ROLES:
        return []
    return [Reason(mark("Không có vai «{code}»."), {"code": code}, field="role")]


def two_faults(role: Role, administrators: int) -> list[Reason]:
    """Việc của hai người — the strongest roles, once two administrators exist."""
    if not role.strongest or administrators < 2:
        return []
    text = mark("Vai «{role}» do hai quản trị cùng giao: hãy lập đề nghị để người thứ hai đồng ý.")
    return [Reason(text, {"role": role.label}, _TWO, "role")]


def self_faults(own: bool) -> list[Reason]:
    """Không tự giao — whoever keeps the keys does not give the books to themselves."""
    if not own:
        return []
    return [Reason(mark("Không ai tự giao quyền cho chính mình."), {}, _TWO, "account")]


def last_faults(remaining: int) -> list[Reason]:
    """Quản trị cuối cùng — somebody must be left who can give rights, for good."""
    if remaining:
        return []
    text = mark(
        "Đây là quản trị hệ thống cuối cùng không có ngày hết hạn; hãy giao cho người khác trước."
    )
    return [Reason(text)]


def link_faults(*, taken: bool) -> list[Reason]:
    """Đường dẫn của vai mạnh nhất — a new password alone must not open what two persons give."""
    if not taken:
        return []
    text = mark(
        "Tài khoản này giữ vai do hai người giao mà chưa bật xác thực hai bước; hãy thu vai ấy trước."
    )
    return [Reason(text, {}, _TWO, "account")]


_TWO = mark("Nguyên tắc giao quyền: quyền mạnh nhất cần hai người")
_SCOPE = mark("Nguyên tắc giao quyền: khóa truy cập không có nhiều quyền hơn người giữ")
