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
FILED = re.compile(r"Lưu\b(?P<colon>\s*:)?", re.IGNORECASE)
LEFT_LETTERS = (InstrumentKind.LETTER, InstrumentKind.SUBMISSION)
PARTY = "Đảng Cộng sản Việt Nam"
NUMBERED = re.compile(r"Số\b\s*:?\s*(?P<sign>.*)")
DATED = re.compile(
    r"(?P<place>.*?)\W*\bngày(?P<day>[\s.…\d]*)tháng(?P<month>[\s.…\d]*)năm(?P<year>[\s.…\d]*)$"
)
TITLED = re.compile(r"(?:về|V\s*/\s*v)\b", re.IGNORECASE)
SENT_TO = re.compile(rf"(?:{ADDRESSED}|{SUBMITTED_TO})\b\s*:?\s*(?P<whom>.*)", re.IGNORECASE)
SIGNED_FOR = re.compile(r"(?:T/M|K/T|T/L|TUQ|TM|KT|TL)\b(?!-)")
TITLES = {
    "deputy_secretary": re.compile(r"phó\s+bí\s+thư", re.IGNORECASE),
    "academic": re.compile(r"(?:GS|PGS|TS|ThS|CN|KS|BS|Tiến sĩ|Thạc sĩ|Giáo sư|Cử nhân)\b\.?"),
}
STANDING_BODY = "ban thuong vu"  # as folded
ORNAMENT = re.compile(r"[\s*\-–—_.]*")
LETTERS_ALONE = re.compile(r"\W")
BLANK = re.compile(r"\[…[^\]]*\]")  # where a skeleton leaves something to the writer
