"""Việc về tài khoản — accounts opened and closed, rights given and taken, typing for another."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_GIVING = mark("Nguyên tắc giao quyền: mỗi lần giao có người, vai, phạm vi, ngày và lý do")

speak_for(
    {
        "access_account_username_key": Reason(
            mark("Tên đăng nhập này đã có người dùng."), {}, "", "username"
        ),
        "access_holder_account_id_key": Reason(
            mark("Tài khoản này đã có chủ."), {}, _GIVING, "account"
        ),
        "holder_is_described": Reason(
            mark("Tài khoản phải có họ tên người giữ và lý do mở."), {}, _GIVING, "printed_name"
        ),
        "grant_role_is_listed": Reason(
            mark("Vai không có trong danh mục, hoặc thiếu lý do."), {}, _GIVING, "role"
        ),
        "acting_for_once_at_a_time": Reason(
            mark("Người này đã được nhập thay trong những ngày đó."), {}, _GIVING, "from_day"
        ),
        "acting_for_another": Reason(
            mark("Không ai nhập thay chính mình; mỗi lần giao có lý do."), {}, _GIVING, "principal"
        ),
        "token_is_described": Reason(
            mark("Khóa truy cập phải có tên, lý do và ít nhất một quyền."), {}, _GIVING, "name"
        ),
        "token_has_an_end": Reason(
            mark("Khóa truy cập phải có ngày hết hạn."), {}, _GIVING, "until"
        ),
        "proposal_is_listed": Reason(
            mark("Vai không có trong danh mục, hoặc thiếu lý do."), {}, _GIVING, "role"
        ),
        "proposal_needs_two": Reason(
            mark("Người đề nghị không tự đồng ý với đề nghị của mình."), {}, _GIVING
        ),
    }
)
