"""Tên cơ quan trong câu — how far the name of a body goes, so that what is said of it is not taken for its name."""

import re

from thenchot.office.documents.rules.letters import CAPITAL, LETTER

MOST_WORDS = 24
_ROMAN = r"[IVX]{1,6}(?!\w)"
_ACTS = (  # what a body does, and what stands before a day or a place: none is part of a name
    "ban hành|phát hành|thông qua|công bố|về|từ|đến|tới|trước|sau|vào|kể|hạn|tại|trong|ngày|hồi|lúc|họp|gửi"
    "|có|đã|sẽ|đang|được|bị|cho|trình|giao|mời|ký|ra|nêu|nhằm|để|theo|do|là|của|với|khi|mà|thì|nhận|dự|nộp"
    "|xong|mở|cử|đề|bàn|chọn|lấy|làm|thăm|xét|duyệt|nghe|bầu|bổ nhiệm|điều động|đề nghị|yêu cầu|tổ chức"
    "|triển khai|thực hiện|hướng dẫn|quy định|phê duyệt|chuẩn y|kết luận|thông báo|hoàn thành"
)
_BODIES = (  # in small letters, as often as in capitals
    "tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|chi ủy|đảng bộ|chi bộ|ban chấp hành|ban thường vụ"
    "|ban tổ chức|ban tuyên giáo|ban dân vận|ban nội chính|ban chỉ đạo|ban bí thư|bộ chính trị|thường trực"
    "|thường vụ|chấp hành|trung ương|ủy ban|nhân dân|hội đồng|kiểm tra|văn phòng|mặt trận|tổ quốc|chủ tịch"
    "|nước|chính phủ|thủ tướng|quốc hội|bộ trưởng|giám đốc|chiến binh|cộng sản|hội nghị|đại hội|đại biểu"
    "|toàn quốc|toàn thể|lâm thời|liên ngành|cơ quan|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường"
    "|đặc khu|thôn|ấp|bản|buôn|làng|khu phố|khu vực|tổ dân phố|khối|trường|các|sở|ban|ngành|bộ|đoàn|lần thứ|nhiệm kỳ"
)
_ACT = re.compile(rf"\s{{1,3}}(?:{_ACTS})(?!\w)", re.I)
_BODY = re.compile(rf"\s{{1,3}}(?:{_BODIES})(?!\w)", re.I)
_CAPITAL = re.compile(rf"\s{{1,3}}{CAPITAL}\w*")
_SMALL = re.compile(rf"\s{{1,3}}{LETTER}{{1,7}}(?!\w)")
_JOINED = re.compile(rf"(?:,|\s{{1,3}}(?:và|VÀ|-))(?=\s{{1,3}}{CAPITAL})")
_ORDINAL = re.compile(
    r"(?<=lần thứ)\s{1,3}\w{1,6}(?!\w)|\s{1,3}\d{1,2}(?![\w/.-])|(?<=nhiệm kỳ)\s{1,3}\d{4}\s?-\s?\d{4}",
    re.I,
)
_AFTER = re.compile(rf"\s*(?:\Z|[,;.:(\n])|\s{{1,3}}(?:{_ACTS})(?!\w)", re.I)
TERM = re.compile(rf",?\s{{1,3}}(?:khóa\s+{_ROMAN}|\(\s?khóa\s+{_ROMAN}\s?\))", re.I)


def says_body(plain: str, begins: int) -> bool:
    """Hết tên thì hết câu — nothing that may belong to the name stands behind what `body_ends` read."""
    end = body_ends(plain, begins)
    return end > begins and bool(_AFTER.match(plain, end))


def body_ends(plain: str, begins: int) -> int:
    """Hết tên cơ quan — of the name that begins behind a blank here; `begins` itself where none does.

    A name is capitals, each with one small syllable behind it ("Tổ chức"), and words that stand in names of bodies.
    """
    end, after_capital = begins, False
    for _ in range(MOST_WORDS):
        if _ACT.match(plain, end) and not _JOINED.match(plain, end):
            break
        known = (
            TERM.match(plain, end)
            or _BODY.match(plain, end)
            or _ORDINAL.match(plain, end)
            or (end > begins and _JOINED.match(plain, end))
        )
        capital = None if known else _CAPITAL.match(plain, end)
        small = _SMALL.match(plain, end) if after_capital else None
        found = known or capital or small
        if not found:
            break
        end, after_capital = found.end(), bool(capital)
    return end
