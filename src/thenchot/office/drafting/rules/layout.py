"""Thể thức — a profile of the page as data, the parts of a paper laid out by it, what departs from it.

Sizes in points, places in millimetres. A profile is a file of `reference/`; the rules of the Party on
how a text is written (headings, grounds, the end) are the same in each that is shipped.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.drafting.rules.letters import (
    ADDRESSED,
    BASED,
    BLANK,
    FILED,
    FORBIDDEN_TITLE,
    LEFT_LETTERS,
    NUMBER,
    OF_DAY,
    SUBMITTED_TO,
    TITLES,
)
from thenchot.office.drafting.rules.rows import DraftRow
from thenchot.office.drafting.words import Signing

LAYOUT_RULE = mark("Hướng dẫn 05-HD/VPTW (chưa đối chiếu với bản gốc)")


class Line(Labelled):
    """Dòng của nội dung — how a paragraph is set."""

    GROUND = "can_cu", mark("Căn cứ")
    PART = "phan", mark("Mục lớn")
    HEADING = "muc", mark("Mục")
    ARTICLE = "dieu", mark("Điều")
    CENTRED = "giua", mark("Dòng giữa trang")
    PLAIN = "thuong", mark("Đoạn văn")


BOLD = (Line.PART, Line.CENTRED)
_ARTICLE = re.compile(r"Điều\s+\d{1,4}\.")
_PART = re.compile(r"[IVX]{1,5}\s*-\s*\S")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_OLD_SPELLING = re.compile(r"\buỷ\b", re.IGNORECASE)
PATTERNS = (
    (Line.GROUND, re.compile(rf"-\s*{BASED}\b", re.IGNORECASE)),
    (Line.PART, _PART),
    (Line.ARTICLE, _ARTICLE),
    (Line.HEADING, re.compile(r"\d{1,2}(?:\.\d{1,2})*\.\s+\S")),
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Đoạn — its words and how it is set."""

    line: Line
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """Văn bản như in — each part as printed; `None` or "" is a part it does not bear."""

    parent: str
    issuer: str
    number: str
    placed: str
    type: str
    title: str
    letter: bool
    addressee: str
    paragraphs: tuple[Paragraph, ...]
    recipients: tuple[str, ...]
    authority: str
    position: str
    signer: str


def printed(row: DraftRow, text: str, *, number_sign: str, on: date | None) -> Printed:
    """Dựng văn bản — with its number and day once given; dotted before."""
    letter = row.kind is InstrumentKind.LETTER
    sign = row.signing.printed
    return Printed(
        row.parent, row.issuer, NUMBER.format(number_sign or "......"), placed(row.place, on),
        "" if letter else row.kind.label, row.abstract, letter,
        addressed(row.kind, row.addressee) if row.addressee else "",
        tuple(paragraphs(text)), tuple(listed(recipients(row.recipients))),
        f"{sign} {row.authority}" if sign else "", row.position, row.signer,
    )  # fmt: skip


def placed(place: str, on: date | None) -> str:
    """Địa danh, ngày tháng — dotted before the day; days below ten and the first two months bear a zero."""
    if on is None:
        said = OF_DAY.format(day="...", month="...", year="......")
    else:
        month = f"{on.month:02d}" if on.month < 3 else str(on.month)
        said = OF_DAY.format(day=f"{on.day:02d}", month=month, year=on.year)
    return f"{place}, {said}" if place else said


def addressed(kind: InstrumentKind, whom: str) -> str:
    """Nơi kính gửi — a submission is laid before whom it names."""
    return f"{SUBMITTED_TO if kind is InstrumentKind.SUBMISSION else ADDRESSED}: {whom}"


def listed(found: Sequence[str]) -> list[str]:
    """Các nơi nhận như in — a line each, the last with a full stop."""
    last = len(found)
    return [f"- {each}{';' if at < last else '.'}" for at, each in enumerate(found, start=1)]


def paragraphs(text: str) -> list[Paragraph]:
    """Các đoạn — told by how they begin; a line all in capitals stands in the middle."""
    return [Paragraph(line_of(each), each) for each in text.splitlines() if each.strip()]


def line_of(text: str) -> Line:
    """Dòng gì — told by how it begins."""
    for line, pattern in PATTERNS:
        if pattern.match(text):
            return line
    letters = [each for each in text if each.isalpha()]
    if letters and len(text) < 80 and all(each.isupper() for each in letters):
        return Line.CENTRED
    return Line.PLAIN


def parted(paragraph: Paragraph) -> tuple[str, str]:
    """Số của điều, lời của điều — the number of an article is set in bold; of any other line there is none."""
    found = _ARTICLE.match(paragraph.text) if paragraph.line is Line.ARTICLE else None
    end = found.end() if found else 0
    return paragraph.text[:end], paragraph.text[end:]


def recipients(text: str) -> list[str]:
    """Nơi nhận — one a line, as they were separated."""
    return [each.strip(" -.;") for each in re.split(r"[;\n]", text) if each.strip(" -.;")]


def form_faults(row: DraftRow, text: str) -> list[Reason]:
    """Chỗ lệch thể thức — every departure that can be told from the words, in the order of the page."""
    faults: list[Reason] = []

    def tell(said: str, field: str, **values: object) -> None:
        faults.append(Reason(said, values, LAYOUT_RULE, field))

    if FORBIDDEN_TITLE.match(row.abstract):
        tell(mark("Viết «về việc …», không viết «V/v»."), "abstract")
    elif row.abstract[:1].isupper():
        tell(mark("Trích yếu bắt đầu bằng chữ thường, như «về …»."), "abstract")
    if row.abstract.endswith("."):
        tell(mark("Trích yếu không có dấu chấm cuối."), "abstract")
    if not row.place:
        tell(mark("Thiếu địa danh trước ngày, tháng, năm."), "place")
    if row.kind in LEFT_LETTERS and not row.addressee:
        tell(mark("«{kind}» phải có nơi kính gửi, kính trình."), "addressee", kind=row.kind)
    if row.signing is Signing.FOR_HEAD and TITLES["deputy_secretary"].search(row.position):
        tell(mark("Phó bí thư ký T/M tập thể, không ký K/T."), "signing")
    if TITLES["academic"].match(row.signer):
        tell(mark("Không ghi học hàm, học vị trước tên người ký."), "signer")
    for field in ("abstract", "addressee", "recipients"):
        if BLANK.search(getattr(row, field)):
            tell(mark("Còn chỗ trống của mẫu chưa điền."), field)
    faults += _recipient_faults(row)
    faults += text_faults(text)
    return faults


def _recipient_faults(row: DraftRow) -> list[Reason]:
    found = recipients(row.recipients)
    if not found:
        return [Reason(mark("Thiếu nơi nhận."), {}, LAYOUT_RULE, "recipients")]
    faults = []
    filed = [FILED.match(each) for each in found]
    if not filed[-1]:
        text = mark("Nơi nhận cuối cùng là «Lưu …».")
        faults.append(Reason(text, {}, LAYOUT_RULE, "recipients"))
    if any(each and each["colon"] for each in filed):
        text = mark("Viết «Lưu …», không có dấu hai chấm sau chữ «Lưu».")
        faults.append(Reason(text, {}, LAYOUT_RULE, "recipients"))
    if any(re.search(r"\bVT\b", each) for each in found):
        text = mark("Không ghi «VT» ở nơi lưu.")
        faults.append(Reason(text, {}, LAYOUT_RULE, "recipients"))
    return faults


def text_faults(text: str) -> list[Reason]:
    """Chỗ lệch của nội dung — paragraph by paragraph."""
    faults = []
    lines = [each for each in text.splitlines() if each.strip()]
    for number, line in enumerate(lines, start=1):
        for said in _line_faults(line, last=number == len(lines)):
            faults.append(Reason(said, {"n": number}, LAYOUT_RULE, "whole_text"))
    faults += _order_faults(lines)
    grounds = [each for each in paragraphs(text) if each.line is Line.GROUND]
    for place, each in enumerate(grounds, start=1):
        ends = (".", ",") if place == len(grounds) else (";",)
        if not each.text.endswith(ends):
            said = mark(
                "Căn cứ thứ {n}: các căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối bằng dấu chấm hoặc dấu phẩy."
            )
            faults.append(Reason(said, {"n": place}, LAYOUT_RULE, "whole_text"))
    return faults


def _order_faults(lines: Sequence[str]) -> list[Reason]:
    """Số nhảy cóc — parts and articles count on from one to the next."""
    faults = []
    for pattern, value in ((_PART, _roman), (_ARTICLE, _figure)):
        told = [(n, value(line)) for n, line in enumerate(lines, start=1) if pattern.match(line)]
        for (_, before), (number, here) in pairwise(told):
            if here not in (before + 1, 1):
                said = mark("Đoạn {n}: số thứ tự không nối tiếp mục hoặc điều trước.")
                faults.append(Reason(said, {"n": number}, LAYOUT_RULE, "whole_text"))
    return faults


def _roman(line: str) -> int:
    """I to XXXIX, as parts are counted."""
    letters = [_ROMAN[letter] for letter in line.split("-")[0].strip()]
    return sum(
        -one if one < after else one
        for one, after in zip_longest(letters, letters[1:], fillvalue=0)
    )


def _figure(line: str) -> int:
    return int(re.findall(r"\d+", line)[0])


def _line_faults(line: str, *, last: bool) -> list[str]:
    faults = []
    if BLANK.search(line):
        faults.append(mark("Đoạn {n}: còn chỗ trống của mẫu chưa điền."))
    if re.match(rf"{BASED}\b", line, re.IGNORECASE):
        faults.append(mark("Đoạn {n}: mỗi căn cứ bắt đầu bằng gạch đầu dòng «- »."))
    if _OLD_SPELLING.search(line):
        faults.append(mark("Đoạn {n}: viết «ủy», không viết «uỷ»."))
    if line.rstrip().endswith("./."):
        faults.append(mark("Đoạn {n}: kết thúc bằng dấu chấm, không viết «./.»."))
    elif last and not line.rstrip().endswith("."):
        faults.append(mark("Đoạn {n}: đoạn cuối phải kết thúc bằng dấu chấm."))
    if re.match(r"[IVX]{1,5}\.\s", line):
        faults.append(mark("Đoạn {n}: mục lớn viết «I- », không viết «I. »."))
    if re.match(r"\d{1,2}\)\s|\d{1,2}/\s", line):
        faults.append(mark("Đoạn {n}: mục viết «1. », không viết «1) » hoặc «1/ »."))
    if re.match(r"[a-zđ][.]\s", line):
        faults.append(mark("Đoạn {n}: ý viết «a) », không viết «a. »."))
    return faults
