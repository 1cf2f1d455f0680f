"""Việc của sổ tổ chức — what the office records about organizations, people and posts."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")

speak_for(
    {
        "organization_one_state_a_day": Reason(
            mark("Tổ chức này đã có trạng thái khác trong những ngày đó."),
            {},
            _ONE_STATE,
            "from_day",
        ),
        "organization_while_parent_exists": Reason(
            mark("Tổ chức cấp trên không tồn tại trong toàn bộ thời gian này."),
            {},
            _WHILE,
            "parent",
        ),
        "organization_not_its_own_parent": Reason(
            mark("Một tổ chức không thể trực thuộc chính nó."), {}, _WHILE, "parent"
        ),
        "organization_never_below_itself": Reason(
            mark("Có ngày một tổ chức sẽ trực thuộc chính nó hoặc cấp dưới của nó."),
            {},
            _WHILE,
            "parent",
        ),
        "succession_said_once": Reason(
            mark("Quan hệ kế tục giữa hai tổ chức này đã được ghi."), {}, _ONE_STATE, "into"
        ),
        "succession_joins_two": Reason(
            mark("Không thể sáp nhập một tổ chức vào chính nó."), {}, _WHILE, "into"
        ),
        "person_one_state_a_day": Reason(
            mark("Người này đã có lai lịch khác trong những ngày đó."), {}, _ONE_STATE, "from_day"
        ),
        "post_one_state_a_day": Reason(
            mark("Chức vụ này đã có trạng thái khác trong những ngày đó."),
            {},
            _ONE_STATE,
            "from_day",
        ),
        "post_while_organization_exists": Reason(
            mark("Tổ chức không tồn tại trong toàn bộ thời gian có chức vụ."),
            {},
            _WHILE,
            "from_day",
        ),
        "post_held_by_one_at_a_time": Reason(
            mark("Chức vụ này đã có người giữ trong những ngày đó."), {}, _ONE_STATE, "from_day"
        ),
        "posting_while_post_exists": Reason(
            mark("Chức vụ không tồn tại trong toàn bộ thời gian bổ nhiệm."), {}, _WHILE, "from_day"
        ),
        "posting_while_person_recorded": Reason(
            mark("Người này chưa có hồ sơ trong toàn bộ thời gian bổ nhiệm."),
            {},
            _WHILE,
            "from_day",
        ),
        "posting_manner_is_listed": Reason(
            mark("Cách giữ, hình thức hoặc cấp quyết định không có trong danh mục."),
            {},
            _ONE_STATE,
            "manner",
        ),
        "employment_in_one_place_a_day": Reason(
            mark("Người này đã có đơn vị công tác khác trong những ngày đó."),
            {},
            _ONE_STATE,
            "from_day",
        ),
        "employment_while_organization_exists": Reason(
            mark("Đơn vị công tác không tồn tại trong toàn bộ thời gian này."),
            {},
            _WHILE,
            "organization",
        ),
        "employment_while_person_recorded": Reason(
            mark("Người này chưa có hồ sơ trong toàn bộ thời gian công tác."),
            {},
            _WHILE,
            "person",
        ),
        "competence_one_decider_a_day": Reason(
            mark("Việc này, diện này đã có cấp quyết định khác trong những ngày đó."),
            {},
            _ONE_STATE,
            "from_day",
        ),
        "organization_kind_is_listed": Reason(
            mark("Loại hoặc cấp của tổ chức không có trong danh mục."), {}, _ONE_STATE, "kind"
        ),
        "succession_kind_is_listed": Reason(
            mark("Quan hệ kế tục không có trong danh mục."), {}, _ONE_STATE, "how"
        ),
        "succession_share_is_a_part": Reason(
            mark("Phần kế tục phải lớn hơn 0 và không quá 1."), {}, _ONE_STATE, "share"
        ),
        "person_sex_is_listed": Reason(
            mark("Giới tính không có trong danh mục."), {}, _ONE_STATE, "sex"
        ),
        "person_origin_is_said_or_open": Reason(
            mark("Dân tộc, quê quán hoặc có chữ, hoặc chưa ghi; không ghi dòng trống."),
            {},
            _ONE_STATE,
            "hometown",
        ),
        "post_kind_is_listed": Reason(
            mark("Loại chức vụ hoặc diện quản lý không có trong danh mục."),
            {},
            _ONE_STATE,
            "kind",
        ),
        "competence_is_listed": Reason(
            mark("Việc, diện hoặc cấp quyết định không có trong danh mục."),
            {},
            _ONE_STATE,
            "matter",
        ),
    }
)
