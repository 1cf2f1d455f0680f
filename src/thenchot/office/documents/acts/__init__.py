"""Việc về văn bản — numbers given, papers received, directed, answered."""

from thenchot.ground.basis.acts.refusals import speak_for
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.acts.came import CAME, REGISTER_RULE
from thenchot.office.documents.rules.dossiers import LIST_RULE
from thenchot.office.documents.rules.numbering import COPY_RULE, PARTY_RULE

_ONE_STATE = mark("Nguyên tắc sổ gốc: mỗi ngày một trạng thái")
_WHILE = mark("Nguyên tắc sổ gốc: sự kiện chỉ có trong thời gian của cái nó dựa vào")

speak_for(
    {
        name: Reason(text, {}, clause, field)
        for name, text, clause, field in (
            (
                "number_source_one_a_day",
                mark("Cơ quan đã có nguồn cấp số khác trong những ngày đó."),
                _ONE_STATE,
                "from_day",
            ),
            (
                "number_source_while_organization_exists",
                mark("Cơ quan không tồn tại trong toàn bộ thời gian của nguồn cấp số."),
                _WHILE,
                "organization",
            ),
            (
                "number_source_names_the_other_system",
                mark("Ghi tên hệ thống khi hệ thống khác cấp số, và chỉ khi ấy."),
                REGISTER_RULE,
                "system",
            ),
            (
                "series_one_of_letters_and_period",
                mark("Cơ quan đã có dãy số này trong nhiệm kỳ hoặc năm ấy."),
                PARTY_RULE,
                "period",
            ),
            (
                "series_runs_alone",
                mark(
                    "Một dãy số khác của cơ quan, cùng ký hiệu và thể loại, cấp số trong những ngày ấy; ghi «Kết thúc dãy số» của dãy ấy trước."
                ),
                PARTY_RULE,
                "from_day",
            ),
            (
                "series_is_whole",
                mark(
                    "Dãy số phải có ký hiệu cơ quan, cách ghi, nhiệm kỳ hoặc năm và ngày đúng thứ tự."
                ),
                REGISTER_RULE,
                "period",
            ),
            (
                "number_given_once",
                mark("Số này đã cấp trong dãy số."),
                PARTY_RULE,
                "number",
            ),
            (
                "paper_numbered_once",
                mark("Văn bản này đã có số trong sổ văn bản đi của cơ quan."),
                REGISTER_RULE,
                "basis",
            ),
            (
                "number_is_of_a_paper_kept_outside_or_cancelled",
                mark(
                    "Số phải là của một văn bản, hoặc cấp ngoài hệ thống và không kèm gì khác, hoặc hủy có lý do."
                ),
                REGISTER_RULE,
                "number",
            ),
            (
                "number_counts_from_one",
                mark("Số đếm từ 1, số lượng bản không âm."),
                PARTY_RULE,
                "number",
            ),
            (
                "paper_sent_after_its_number",
                mark("Ngày phát hành không được trước ngày cấp số."),
                REGISTER_RULE,
                "sent_on",
            ),
            (
                "paper_leg_follows",
                mark("Bản giấy gửi sau khi phát hành, nhận sau khi gửi, chỉ khi phải gửi thêm."),
                REGISTER_RULE,
                "paper_sent_on",
            ),
            (
                "posted_is_whole",
                mark("Lần gửi bưu điện phải có nơi nhận và ít nhất một bì."),
                REGISTER_RULE,
                "recipients",
            ),
            (
                "kept_copy_with_one_user",
                mark("Bản lưu đang có người sử dụng, chưa trả."),
                _ONE_STATE,
                "number",
            ),
            (
                "loan_is_whole",
                mark(
                    "Lần sử dụng bản lưu phải có người sử dụng, người cho phép, ngày đúng thứ tự."
                ),
                REGISTER_RULE,
                "used_by",
            ),
            (
                "delegation_one_at_a_time",
                mark("Người này đã ủy quyền cho người khác trong những ngày đó."),
                _ONE_STATE,
                "from_day",
            ),
            (
                "delegation_is_to_another_until_a_day",
                mark("Ủy quyền phải cho người khác, có tên hai người và ngày cuối."),
                REGISTER_RULE,
                "delegate",
            ),
            (
                "assignment_days_lead_to_a_day",
                mark("Số ngày làm việc phải từ 1 và dẫn tới một ngày."),
                REGISTER_RULE,
                "due_on",
            ),
            (
                "series_book_is_listed",
                mark("Sổ của dãy số phải có trong danh mục."),
                REGISTER_RULE,
                "book",
            ),
            (
                "copy_number_given_once",
                mark("Số này đã cấp trong dãy số."),
                COPY_RULE,
                "number",
            ),
            (
                "copy_is_whole",
                mark("Bản sao phải có hình thức, người ký, ít nhất một bản; số đếm từ 1."),
                COPY_RULE,
                "kind",
            ),
            (
                "copy_says_what_its_kind_asks",
                mark("Sao lục ghi bản sao y đã dùng, trích sao ghi phần được trích."),
                COPY_RULE,
                "kind",
            ),
            (
                "retention_one_a_day",
                mark("Nhóm hồ sơ này đã có thời hạn bảo quản khác trong những ngày đó."),
                _ONE_STATE,
                "from_day",
            ),
            (
                "retention_is_whole",
                mark("Thời hạn bảo quản phải có tên nhóm; số năm từ 1."),
                REGISTER_RULE,
                "subject",
            ),
            (
                "not_entered_one_a_day",
                mark("Loại văn bản này đã ghi khác trong những ngày đó."),
                _ONE_STATE,
                "from_day",
            ),
            (
                "not_entered_is_named",
                mark("Loại văn bản không nhập phải có tên."),
                REGISTER_RULE,
                "subject",
            ),
            (
                "dossier_code_once_a_year",
                mark("Năm ấy đã có hồ sơ mang số, ký hiệu này."),
                LIST_RULE,
                "code",
            ),
            (
                "dossier_is_whole",
                mark("Hồ sơ phải có số, ký hiệu, tiêu đề và nhóm thời hạn bảo quản."),
                LIST_RULE,
                "title",
            ),
            (
                "dossier_days_follow_its_state",
                mark("Ngày mở, ngày kết thúc phải đúng với tình trạng hồ sơ."),
                LIST_RULE,
                "state",
            ),
            (
                "paper_filed_once",
                mark("Văn bản này đã ở trong hồ sơ."),
                LIST_RULE,
                "paper",
            ),
            (
                "filed_sheets_from_one",
                mark("Số tờ đếm từ 1."),
                LIST_RULE,
                "sheets",
            ),
            (
                "register_heading_said_once",
                mark("Tên cột này đã nhớ."),
                REGISTER_RULE,
                "columns",
            ),
            (
                "register_heading_is_whole",
                mark("Tên cột phải có chữ, và là một cột của sổ."),
                REGISTER_RULE,
                "columns",
            ),
            (
                "direction_says_something",
                mark("Ý kiến chỉ đạo phải có người cho ý kiến và nội dung."),
                REGISTER_RULE,
                "opinion",
            ),
            (
                "assignment_once_to_a_unit",
                mark("Đơn vị này đã được phân công trong ý kiến ấy."),
                REGISTER_RULE,
                "assigned",
            ),
            (
                "assignment_once_to_a_person",
                mark("Người này đã được phân công trong ý kiến ấy."),
                REGISTER_RULE,
                "assigned",
            ),
            (
                "assignment_one_lead",
                mark("Một ý kiến chỉ có một nơi chủ trì."),
                REGISTER_RULE,
                "assigned",
            ),
            (
                "assignment_is_to_a_unit_or_a_person",
                mark("Phân công cho một đơn vị hoặc một người."),
                REGISTER_RULE,
                "assigned",
            ),
            (
                "assignment_part_is_listed",
                mark("Vai xử lý phải là chủ trì, phối hợp hoặc để biết."),
                REGISTER_RULE,
                "part",
            ),
            (
                "assignment_to_know_has_no_deadline",
                mark("Để biết thì không có thời hạn."),
                REGISTER_RULE,
                "due_on",
            ),
            (
                "assignment_done_after_received",
                mark("Kết quả chỉ ghi sau khi đã nhận."),
                REGISTER_RULE,
                "done_on",
            ),
            (
                "relation_recorded_once",
                mark("Quan hệ này đã ghi giữa hai văn bản."),
                REGISTER_RULE,
                "to",
            ),
            (
                "relation_cited_once",
                mark("Quan hệ này đã ghi với văn bản được dẫn như vậy."),
                REGISTER_RULE,
                "cited",
            ),
            (
                "relation_kind_is_listed",
                mark("Loại quan hệ phải có trong danh mục."),
                REGISTER_RULE,
                "kind",
            ),
            (
                "relation_names_a_paper",
                mark("Quan hệ phải với một văn bản trong sổ hoặc được dẫn."),
                REGISTER_RULE,
                "to",
            ),
            (
                "relation_is_of_two_papers",
                mark("Một văn bản không có quan hệ với chính nó."),
                REGISTER_RULE,
                "to",
            ),
            (
                "relation_makes_no_circle",
                mark("Văn bản kia đã dẫn về văn bản này; các quan hệ không đi thành vòng."),
                REGISTER_RULE,
                "to",
            ),
            (
                "relation_has_a_day_where_it_changes",
                mark(
                    "Sửa đổi, bổ sung, thay thế, bãi bỏ, thu hồi, và chỉ khi ấy, có ngày hiệu lực."
                ),
                REGISTER_RULE,
                "from_day",
            ),
            (
                "relation_in_part_where_it_may",
                mark("Điều, khoản chỉ ghi khi sửa đổi, bổ sung, thay thế hoặc bãi bỏ."),
                REGISTER_RULE,
                "part",
            ),
            (
                "cascade_kind_is_listed",
                mark("Loại văn bản phải ban hành không có trong danh mục."),
                REGISTER_RULE,
                "kind",
            ),
            (
                "cascade_due_after_given",
                mark("Thời hạn không được trước ngày giao."),
                REGISTER_RULE,
                "due_on",
            ),
            (
                "asked_once_of_a_unit",
                mark("Có đơn vị được giao hai lần."),
                REGISTER_RULE,
                "units",
            ),
            (
                "asked_judged_with_paper_and_reason",
                mark("Kết luận về văn bản có từ trước phải kèm văn bản ấy, ngày và lý do."),
                REGISTER_RULE,
                "reason",
            ),
            (
                "documents_shelved_paper_id_key",
                mark("Văn bản này đã ở trên kệ."),
                REGISTER_RULE,
                "basis",
            ),
            (
                "shelved_subject_is_listed",
                mark("Chủ đề phải có trong danh mục."),
                REGISTER_RULE,
                "subject",
            ),
            *CAME,
        )
    }
)
