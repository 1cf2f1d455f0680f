"""Việc về đảng viên — what the office records about admission, standing, transfer and exit."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")
_REPORT = mark("Nguyên tắc báo biến động: chi bộ báo, cấp trên xác nhận rồi ghi theo quyết định")
_HEADING = mark("Nguyên tắc nhập danh sách: mỗi tên cột một nghĩa")
_UNRECORDED = mark("Người này chưa có hồ sơ trong toàn bộ thời gian đó.")
_NO_CELL = mark("Chi bộ không tồn tại trong toàn bộ thời gian đó.")

speak_for(
    {
        "admission_decided_once_a_day": Reason(
            mark("Đã có quyết định kết nạp người này trong ngày đó."), {}, _ONE_STATE, "person"
        ),
        "admission_while_cell_exists": Reason(_NO_CELL, {}, _WHILE, "cell"),
        "admission_while_person_recorded": Reason(_UNRECORDED, {}, _WHILE, "person"),
        "membership_in_one_cell_a_day": Reason(
            mark("Mỗi đảng viên chỉ sinh hoạt ở một chi bộ trong một ngày."),
            {},
            _ONE_STATE,
            "person",
        ),
        "membership_while_cell_exists": Reason(_NO_CELL, {}, _WHILE, "cell"),
        "membership_while_person_recorded": Reason(_UNRECORDED, {}, _WHILE, "person"),
        "membership_status_is_listed": Reason(
            mark("Tình trạng đảng viên không có trong danh mục."), {}, _ONE_STATE, "status"
        ),
        "party_days_one_state_a_day": Reason(
            mark("Các ngày đảng của người này đã được ghi trong những ngày đó."),
            {},
            _ONE_STATE,
            "person",
        ),
        "party_days_while_person_recorded": Reason(_UNRECORDED, {}, _WHILE, "person"),
        "party_days_in_order": Reason(
            mark("Ngày quyết định, ngày vào Đảng, ngày chính thức phải theo thứ tự."),
            {},
            _ONE_STATE,
            "joined_on",
        ),
        "movement_said_once": Reason(
            mark("Biến động này của đảng viên đã được ghi trong ngày đó."),
            {},
            _ONE_STATE,
            "person",
        ),
        "movement_while_cell_exists": Reason(_NO_CELL, {}, _WHILE, "cell"),
        "movement_goes_where_its_way_says": Reason(
            mark("Biến động không khớp với chi bộ đi, chi bộ đến."), {}, _ONE_STATE, "way"
        ),
        "consent_said_once": Reason(
            mark("Đã ghi văn bản đồng ý khác về việc này của người ấy trong ngày đó."),
            {},
            _ONE_STATE,
            "consent",
        ),
        "consent_while_person_recorded": Reason(_UNRECORDED, {}, _WHILE, "person"),
        "consent_is_listed": Reason(
            mark("Việc được đồng ý không có trong danh mục."), {}, _ONE_STATE, "consent"
        ),
        "heading_said_once": Reason(
            mark("Tên cột này vừa được người khác ghi nghĩa; hãy gửi lại."), {}, _HEADING, "columns"
        ),
        "heading_is_said": Reason(mark("Phải có tên cột."), {}, _HEADING, "columns"),
        "heading_column_is_listed": Reason(
            mark("Nghĩa của tên cột không có trong danh mục."), {}, _HEADING, "columns"
        ),
        "reported_change_is_listed": Reason(
            mark("Loại biến động hoặc trạng thái không có trong danh mục."), {}, _REPORT, "what"
        ),
        "reported_change_names_whom": Reason(
            mark("Loại biến động này phải chọn một đảng viên của chi bộ; chuyển đến thì không."),
            {},
            _REPORT,
            "person",
        ),
        "reported_change_is_told": Reason(mark("Phải ghi nội dung."), {}, _REPORT, "words"),
        "reported_change_is_short": Reason(mark("Nội dung quá dài."), {}, _REPORT, "words"),
        "reported_change_is_answered_by_somebody": Reason(
            mark("Câu trả lời phải có người và ngày trả lời; đang chờ thì chưa có."),
            {},
            _REPORT,
            "answer",
        ),
        "reported_change_is_returned_with_reason": Reason(
            mark("Trả lại thì phải nêu lý do."), {}, _REPORT, "answer"
        ),
        "reported_change_waits_once": Reason(
            mark("Biến động này của người ấy đã báo, đang chờ xác nhận."), {}, _REPORT, "what"
        ),
    }
)
