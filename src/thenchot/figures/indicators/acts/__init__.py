"""Việc về số liệu — targets set, figures entered."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")

speak_for(
    {
        "target_one_a_year": Reason(
            mark("Đơn vị đã có chỉ tiêu này trong năm đó."), {}, _ONE_STATE, "organization"
        ),
        "target_is_above_zero": Reason(mark("Chỉ tiêu phải lớn hơn 0."), {}, "", "value"),
        "entered_once_a_period": Reason(
            mark("Số liệu này đã được nhập cho các ngày trong kỳ đó."), {}, _ONE_STATE, "figure"
        ),
        "entered_while_organization_exists": Reason(
            mark("Đơn vị không tồn tại trong cả kỳ đó."), {}, _WHILE, "organization"
        ),
        "entered_is_not_below_zero": Reason(
            mark("Số liệu phải là số nguyên từ 0 trở lên."), {}, "", "value"
        ),
    }
)
