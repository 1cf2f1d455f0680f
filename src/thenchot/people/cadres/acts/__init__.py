"""Việc về cán bộ — decisions the office records."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark

_REGISTER = mark("Nguyên tắc sổ gốc")

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
    }
)
