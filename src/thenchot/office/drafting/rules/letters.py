"""Chữ in trên văn bản — the words a paper of the Party bears, and patterns of what it must not."""

import re

from thenchot.ground.basis.words import InstrumentKind

NUMBER = "Số {}"
OF_DAY = "ngày {day} tháng {month} năm {year}"
ADDRESSED, SUBMITTED_TO = "Kính gửi", "Kính trình"
RECIPIENTS = "Nơi nhận"
DRAFT = "DỰ THẢO"
BASED = "Căn cứ"
FORBIDDEN_TITLE = re.compile(r"V\s*/\s*v\b", re.IGNORECASE)
FILED = re.compile(r"Lưu\b", re.IGNORECASE)
LEFT_LETTERS = (InstrumentKind.LETTER, InstrumentKind.SUBMISSION)
TITLES = {
    "deputy_secretary": re.compile(r"phó\s+bí\s+thư", re.IGNORECASE),
    "academic": re.compile(r"(?:GS|PGS|TS|ThS|CN|KS|BS|Tiến sĩ|Thạc sĩ|Giáo sư|Cử nhân)\b\.?"),
}
