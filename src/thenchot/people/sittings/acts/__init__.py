"""Việc về họp và lấy ý kiến — called, put off, voted, returned, counted, concluded."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_REGISTER = mark("Nguyên tắc sổ gốc")
SPOKEN = {
    "sitting_once_a_day": (mark("Tập thể này đã có phiên họp trong ngày đó."), "on_day"),
    "sitting_words_are_listed": (mark("Tập thể, cách lấy ý kiến phải có trong danh mục."), "decider"),
    "sitting_has_a_place_and_a_chair": (mark("Phiên họp phải có nơi họp và người chủ trì."), "place"),
    "item_once_in_a_sitting": (mark("Hồ sơ trình này đã có trong chương trình."), "drafts"),
    "item_number_once": (mark("Chương trình vừa được ghi thêm; hãy tải lại trang."), "drafts"),
    "draft_waits_in_one_sitting": (mark("Hồ sơ trình này đang chờ biểu quyết ở một phiên khác."), "drafts"),
    "item_outcome_is_listed": (mark("Kết quả của mục phải có trong danh mục."), "item"),
    "item_votes_go_together": (
        mark("Mục đã biểu quyết có đủ số phiếu, không nhiều hơn số thành viên; mục chưa biểu quyết thì không có."), "agreed",
    ),
    "item_postponed_for_a_reason": (mark("Hoãn phải nêu lý do."), "reason"),
    "slip_once": (mark("Phiếu của người này đã được ghi."), "person"),
    "slip_is_listed": (mark("Ý kiến trên phiếu phải có trong danh mục."), "said"),
}  # fmt: skip
speak_for({name: Reason(text, {}, _REGISTER, field) for name, (text, field) in SPOKEN.items()})
