"""Việc về nhận biết con người — numbers recorded and opened, files merged, namesakes told apart."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.people.identity.rules.numbers import TAKEN

_REGISTER = mark("Nguyên tắc sổ gốc")
_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")

speak_for(
    {
        "person_number_one_of_a_kind_a_day": Reason(
            mark("Người này đã có số khác cùng loại trong những ngày đó."), {}, _ONE_STATE, "number"
        ),
        "person_number_of_one_person": TAKEN,
        "person_number_while_person_recorded": Reason(
            mark("Người này chưa có hồ sơ trong toàn bộ thời gian có số."), {}, _WHILE, "person"
        ),
        "person_number_is_listed": Reason(
            mark("Loại số không có trong danh mục hoặc thiếu số."), {}, _REGISTER, "number"
        ),
        "person_merge_once": Reason(
            mark("Hồ sơ này đã được gộp vào một hồ sơ khác."), {}, _ONE_STATE, "gone"
        ),
        "person_merge_joins_two": Reason(
            mark("Hãy chọn hai hồ sơ khác nhau."), {}, _REGISTER, "gone"
        ),
        "person_distinct_said_once": Reason(
            mark("Hai hồ sơ này đã được ghi là hai người khác nhau."), {}, _ONE_STATE, "other"
        ),
        "person_distinct_names_two": Reason(
            mark("Hãy chọn hai hồ sơ khác nhau."), {}, _REGISTER, "other"
        ),
    }
)
