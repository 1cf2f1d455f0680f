"""Lời từ chối về văn bản đến — what is said where the table of papers that came refuses a row."""

from thenchot.ground.plain.text import mark

REGISTER_RULE = mark("Nguyên tắc sổ gốc")
CAME = (
    (
        "incoming_number_once_a_year",
        mark("Số đến này đã có trong năm."),
        REGISTER_RULE,
        "number",
    ),
    (
        "incoming_paper_registered_once",
        mark("Văn bản này đã vào sổ văn bản đến của cơ quan."),
        REGISTER_RULE,
        "basis",
    ),
    (
        "incoming_number_is_of_its_year",
        mark("Số đến đếm từ 1 trong năm của ngày đến."),
        REGISTER_RULE,
        "number",
    ),
    (
        "incoming_words_are_listed",
        mark("Đường đến, độ khẩn, tình trạng phải có trong danh mục."),
        REGISTER_RULE,
        "state",
    ),
    (
        "incoming_finished_has_its_day",
        mark("Văn bản giải quyết xong, và chỉ khi ấy, có ngày xong và văn bản trả lời."),
        REGISTER_RULE,
        "finished_on",
    ),
    (
        "incoming_paper_follows",
        mark("Ngày nhận bản giấy chỉ ghi cho văn bản cần bản giấy, không trước ngày đến."),
        REGISTER_RULE,
        "paper_on",
    ),
    (
        "incoming_typed_words_are_whole",
        mark(
            "Lời gõ trước của sổ đến có thể loại, trích yếu; chỉ ghi khi cơ quan ban hành cấp số."
        ),
        REGISTER_RULE,
        "abstract",
    ),
    (
        "paper_stays_with_its_keeper",
        mark("Văn bản ở lại sổ đang giữ nó."),
        REGISTER_RULE,
        "kept_by",
    ),
    (
        "incoming_days_lead_to_a_day",
        mark("Số ngày làm việc phải từ 1 và dẫn tới một ngày."),
        REGISTER_RULE,
        "due_on",
    ),
    (
        "incoming_check_is_listed",
        mark("Kết quả kiểm tra phải có trong danh mục; đã đủ thì không ghi thêm lỗi."),
        REGISTER_RULE,
        "checked",
    ),
)
