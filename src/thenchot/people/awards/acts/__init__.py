"""Việc về khen thưởng — badges and commendations the office records."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_REGISTER = mark("Nguyên tắc sổ gốc")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")

speak_for(
    {
        "badge_given_once": Reason(
            mark("Người này đã được tặng Huy hiệu mức đó."), {}, _REGISTER, "years"
        ),
        "badge_while_person_recorded": Reason(
            mark("Người này chưa có hồ sơ vào ngày tặng Huy hiệu."), {}, _WHILE, "person"
        ),
        "badge_timing_is_listed": Reason(
            mark("Thời điểm tặng Huy hiệu không có trong danh mục."), {}, _REGISTER, "timing"
        ),
        "commendation_of_a_person_or_a_collective": Reason(
            mark("Khen thưởng một người hoặc một tập thể, không cả hai."), {}, _REGISTER, "person"
        ),
        "commendation_form_is_listed": Reason(
            mark("Hình thức khen thưởng không có trong danh mục, hoặc thiếu thành tích."),
            {},
            _REGISTER,
            "form",
        ),
    }
)
