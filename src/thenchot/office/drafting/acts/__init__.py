"""Việc về dự thảo — begun, written, asked about, checked twice, submitted, decided, numbered."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.rules.rows import SIGNING_RULE

_REGISTER = mark("Nguyên tắc sổ gốc")

speak_for(
    {
        name: Reason(text, {}, clause, field)
        for name, text, clause, field in (
            (
                "draft_words_are_listed",
                mark("Loại văn bản, cách ký, tình trạng dự thảo phải có trong danh mục."),
                _REGISTER,
                "kind",
            ),
            (
                "draft_says_who_signs_what",
                mark("Dự thảo phải có trích yếu, cơ quan ban hành, chức vụ và người ký."),
                _REGISTER,
                "abstract",
            ),
            (
                "draft_authority_under_its_sign",
                mark("Ghi tên tập thể hoặc chức vụ sau T/M, K/T, T/L, TUQ, và chỉ khi có chúng."),
                SIGNING_RULE,
                "authority",
            ),
            (
                "draft_numbered_has_its_number",
                mark("Dự thảo đã cấp số, và chỉ khi ấy, gắn với một số văn bản đi."),
                _REGISTER,
                "draft",
            ),
            (
                "number_of_one_draft",
                mark("Số này đã cấp cho một dự thảo khác."),
                _REGISTER,
                "draft",
            ),
            (
                "draft_version_once",
                mark("Bản này của dự thảo đã có; hãy tải lại trang."),
                _REGISTER,
                "draft",
            ),
            (
                "draft_version_has_a_text",
                mark("Dự thảo chưa có nội dung."),
                _REGISTER,
                "whole_text",
            ),
            (
                "draft_opinion_says_what_differs",
                mark("Ý kiến phải có nơi cho ý kiến; không nhất trí thì ghi nội dung khác."),
                _REGISTER,
                "opinion",
            ),
            (
                "draft_decider_is_listed",
                mark(
                    "Việc theo phân cấp, diện quản lý, cấp quyết định phải có trong danh mục, đi cùng nhau."
                ),
                _REGISTER,
                "decider",
            ),
            (
                "draft_of_a_body_was_voted",
                mark("Việc do tập thể quyết định chỉ cấp số sau khi tập thể biểu quyết tán thành."),
                _REGISTER,
                "draft",
            ),
            (
                "draft_of_the_centre_was_answered",
                mark(
                    "Việc do Trung ương quyết định chỉ cấp số sau khi có văn bản trả lời của Trung ương."
                ),
                _REGISTER,
                "draft",
            ),
            (
                "draft_asks_the_centre_by_a_paper",
                mark("Xin ý kiến Trung ương phải có văn bản xin ý kiến đã cấp số."),
                _REGISTER,
                "asking",
            ),
            (
                "draft_signed_has_its_day",
                mark("Dự thảo đã ký phải có ngày ký; chưa ký thì không có."),
                _REGISTER,
                "signed_on",
            ),
            (
                "draft_signed_once_agreed",
                mark("Ngày ký không được trước ngày tập thể thông qua."),
                _REGISTER,
                "signed_on",
            ),
            (
                "draft_signed_before_its_number",
                mark("Chỉ cấp số cho dự thảo đã ký, từ ngày ký trở đi."),
                _REGISTER,
                "draft",
            ),
            (
                "draft_person_once",
                mark("Người này đã có trong danh sách của hồ sơ trình."),
                _REGISTER,
                "person",
            ),
            (
                "submission_piece_is_described",
                mark("Tài liệu của hồ sơ trình phải có loại trong danh mục, tên và nơi lập."),
                _REGISTER,
                "title",
            ),
            (
                "submission_piece_is_one_thing",
                mark("Tài liệu là một văn bản trong sổ, một tệp, hoặc ghi bằng lời: chọn một."),
                _REGISTER,
                "words",
            ),
            (
                "submission_piece_taken_out_for_a_reason",
                mark("Phải nêu lý do rút."),
                _REGISTER,
                "reason",
            ),
            (
                "submission_piece_stands",
                mark(
                    "Tài liệu đã đưa vào hồ sơ trình không sửa; rút ra kèm lý do, rồi đưa bản đúng vào."
                ),
                _REGISTER,
                "piece",
            ),
            (
                "draft_step_is_listed",
                mark("Bước của dự thảo phải có trong danh mục."),
                _REGISTER,
                "draft",
            ),
        )
    }
)
