"""Việc về kiểm tra, kỷ luật — what the office records of them."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")

speak_for(
    {
        "discipline_one_form_a_day": Reason(
            mark("Người này đã có quyết định kỷ luật trong ngày đó."), {}, _ONE_STATE, "person"
        ),
        "discipline_while_person_recorded": Reason(
            mark("Người này chưa có hồ sơ vào ngày kỷ luật."), {}, _WHILE, "person"
        ),
        "discipline_while_cell_exists": Reason(
            mark("Chi bộ không tồn tại vào ngày kỷ luật."), {}, _WHILE, "person"
        ),
        "discipline_is_listed": Reason(
            mark("Hình thức hoặc cơ quan kỷ luật không có trong danh mục."), {}, _ONE_STATE, "form"
        ),
        "inspection_plan_one_a_year": Reason(
            mark("Chi bộ đã có kế hoạch kiểm tra của năm đó."), {}, _ONE_STATE, "cell"
        ),
        "inspection_plan_is_not_empty": Reason(
            mark("Kế hoạch phải có ít nhất một cuộc kiểm tra."), {}, _ONE_STATE, "visits"
        ),
    }
)
