"""Việc về cấp ủy — terms, committees, bodies of limited life, working papers and pilots."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_LIST = mark("Nguyên tắc sổ gốc")
_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")
_NO_UNIT = mark("Tổ chức này không tồn tại trong toàn bộ thời gian đó.")
_UNRECORDED = mark("Người này chưa có hồ sơ trong toàn bộ thời gian đó.")

SPOKEN = {
    "committee_term_one_a_day": (mark("Cấp ủy này đã có nhiệm kỳ trong những ngày đó."), _ONE_STATE, "from_day"),
    "committee_term_while_unit_exists": (_NO_UNIT, _WHILE, "organization"),
    "committee_term_numbers_go_together": (
        mark("Nhiệm kỳ phải có tên; ban thường vụ không nhiều hơn cấp ủy."), _LIST, "executive",
    ),
    "committee_seat_once_a_day": (mark("Người này đã là cấp ủy viên ở đây trong những ngày đó."), _ONE_STATE, "person"),
    "committee_seat_while_term_runs": (
        mark("Cấp ủy này chưa có nhiệm kỳ trong toàn bộ thời gian đó."), _WHILE, "organization",
    ),
    "committee_seat_while_person_recorded": (_UNRECORDED, _WHILE, "person"),
    "committee_seat_rank_is_listed": (mark("Cương vị không có trong danh mục."), _LIST, "rank"),
    "committee_step_once_a_day": (mark("Việc này của người ấy đã được ghi trong ngày đó."), _ONE_STATE, "person"),
    "committee_step_while_person_recorded": (_UNRECORDED, _WHILE, "person"),
    "committee_step_is_listed": (
        mark("Cách vào cấp ủy không có trong danh mục hoặc thiếu cấp quyết định."), _LIST, "decider",
    ),
    "body_one_state_a_day": (mark("Cơ quan thường trực đã được ghi trong những ngày đó."), _ONE_STATE, "from_day"),
    "body_while_unit_exists": (_NO_UNIT, _WHILE, "organization"),
    "body_member_once_a_day": (mark("Người này đã là thành viên ở đây trong những ngày đó."), _ONE_STATE, "person"),
    "body_member_while_unit_exists": (_NO_UNIT, _WHILE, "organization"),
    "body_member_while_person_recorded": (_UNRECORDED, _WHILE, "person"),
    "body_member_role_is_listed": (mark("Vai không có trong danh mục."), _LIST, "role"),
    "working_paper_one_of_a_kind_a_day": (
        mark("Cấp ủy này đã có văn bản loại ấy trong những ngày đó."), _ONE_STATE, "from_day",
    ),
    "working_paper_while_unit_exists": (_NO_UNIT, _WHILE, "organization"),
    "working_paper_is_listed": (mark("Loại văn bản làm việc không có trong danh mục."), _LIST, "kind"),
    "pilot_one_of_a_subject_a_day": (
        mark("Đơn vị này đã là điểm về nội dung ấy trong những ngày đó."), _ONE_STATE, "from_day",
    ),
    "pilot_while_unit_exists": (_NO_UNIT, _WHILE, "organization"),
    "pilot_has_a_subject": (mark("Thiếu nội dung làm điểm."), _LIST, "subject"),
}  # fmt: skip
speak_for({name: Reason(text, {}, clause, field) for name, (text, clause, field) in SPOKEN.items()})
