"""Việc về vị trí việc làm — drafts, approvals, competencies of the framework and of people, quotas of staff."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_REGISTER = mark("Nguyên tắc sổ gốc")
_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")

speak_for(
    {
        "job_description_one_a_day": Reason(
            mark("Vị trí này đã có bản mô tả khác trong những ngày đó."), {}, _ONE_STATE, "from_day"
        ),
        "job_description_code_is_of_one": Reason(
            mark("Mã này đã là mã của một vị trí khác của đơn vị trong những ngày đó."),
            {},
            _ONE_STATE,
            "code",
        ),
        "job_description_while_organization_exists": Reason(
            mark("Đơn vị không tồn tại trong toàn bộ thời gian của vị trí việc làm."),
            {},
            _WHILE,
            "organization",
        ),
        "job_description_is_named": Reason(
            mark("Vị trí việc làm phải có mã và tên."), {}, _REGISTER, "title"
        ),
        "description_draft_one_of_a_position": Reason(
            mark("Vị trí này đang có một bản thảo khác."), {}, _REGISTER, "position"
        ),
        "description_draft_code_is_of_one": Reason(
            mark("Đơn vị đang có bản thảo khác cùng mã."), {}, _REGISTER, "code"
        ),
        "description_draft_is_named": Reason(
            mark("Bản thảo phải có mã và tên vị trí."), {}, _REGISTER, "title"
        ),
        "competency_one_state_a_day": Reason(
            mark("Năng lực này đã có nội dung khác trong những ngày đó."),
            {},
            _ONE_STATE,
            "from_day",
        ),
        "competency_is_whole": Reason(
            mark("Năng lực phải thuộc một nhóm trong danh mục, có mã, tên và đủ năm chỉ báo."),
            {},
            _REGISTER,
            "code",
        ),
        "person_competency_one_a_day": Reason(
            mark("Người này đã có đánh giá khác về năng lực này trong những ngày đó."),
            {},
            _ONE_STATE,
            "from_day",
        ),
        "person_competency_while_person_recorded": Reason(
            mark("Người này chưa có hồ sơ trong toàn bộ thời gian của đánh giá."),
            {},
            _WHILE,
            "person",
        ),
        "person_competency_is_whole": Reason(
            mark("Đánh giá năng lực phải có mã năng lực, cấp độ từ 1 đến 5 và người đánh giá."),
            {},
            _REGISTER,
            "level",
        ),
        "staff_quota_one_a_day": Reason(
            mark("Đơn vị đã có biên chế khác cùng loại trong những ngày đó."),
            {},
            _ONE_STATE,
            "from_day",
        ),
        "staff_quota_is_listed_and_within": Reason(
            mark("Loại biên chế không có trong danh mục, hoặc số sử dụng quá số giao."),
            {},
            _REGISTER,
            "used",
        ),
    }
)
