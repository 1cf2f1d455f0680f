"""Việc về cán bộ — decisions and qualifications the office records."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_REGISTER = mark("Nguyên tắc sổ gốc")
_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")

speak_for(
    {
        "cadre_decision_one_a_paper": Reason(
            mark("Nội dung của quyết định này đã được ghi."), {}, _REGISTER, "basis"
        ),
        "cadre_decision_is_about_something": Reason(
            mark("Quyết định phải về một người hoặc một tổ chức."), {}, _REGISTER, "person"
        ),
        "cadre_decision_is_listed": Reason(
            mark("Nội dung hoặc cấp quyết định không có trong danh mục."), {}, _REGISTER, "matter"
        ),
        "qualification_one_of_a_kind_a_day": Reason(
            mark("Người này đã có trình độ khác cùng loại trong những ngày đó."),
            {},
            _ONE_STATE,
            "from_day",
        ),
        "qualification_while_person_recorded": Reason(
            mark("Người này chưa có hồ sơ trong toàn bộ thời gian có trình độ."),
            {},
            _WHILE,
            "person",
        ),
        "qualification_is_listed": Reason(
            mark("Loại trình độ không có trong danh mục hoặc thiếu tên trình độ."),
            {},
            _REGISTER,
            "title",
        ),
    }
)
