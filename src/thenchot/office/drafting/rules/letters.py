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
PARTY = "Đảng Cộng sản Việt Nam"
NUMBERED = re.compile(r"Số\b")
DATED = re.compile(r"[^,]+, ngày[\s.…\d]*tháng[\s.…\d]*năm[\s.…\d]*$")
SIGNED_FOR = re.compile(r"(?:T/M|K/T|T/L|TUQ|TM|KT|TL)\b(?!-)")
WITH_A_DOT = re.compile(r"(?:TM|KT|TL|TUQ)\.")
TITLES = {
    "deputy_secretary": re.compile(r"phó\s+bí\s+thư", re.IGNORECASE),
    "academic": re.compile(r"(?:GS|PGS|TS|ThS|CN|KS|BS|Tiến sĩ|Thạc sĩ|Giáo sư|Cử nhân)\b\.?"),
}
