"""Phép cấp số — series, numbers given once, papers another system numbers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.working_days import Exchanged, add_working_days
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.letters import HORNED, one_spelling
from thenchot.office.documents.words import CopyKind, Family, SeriesBook, Sign, Source

PARTY_RULE = mark("Hướng dẫn 36-HD/VPTW, điểm 1.3: số theo thể loại, từ 01, trong nhiệm kỳ cấp ủy")
STATE_RULE = mark("Nghị định 30/2020/NĐ-CP, Điều 15: số theo năm, từ 01 ngày 01/01 đến 31/12")

ISSUE_RULE = mark(
    "Nghị định 30/2020/NĐ-CP, Điều 10–19: phát hành trong ngày ký, chậm nhất ngày làm việc tiếp theo"
)
COPY_RULE = mark("Nghị định 30/2020/NĐ-CP, Điều 25: sao y, sao lục, trích sao có số riêng")

MOST_COPIES = 10_000
COPY_LETTERS: dict[str, tuple[CopyKind, ...]] = {
    "BS": tuple(CopyKind),
    "SY": (CopyKind.WHOLE,),
    "SL": (CopyKind.OF_COPY,),
    "TrS": (CopyKind.EXTRACT,),
}  # of the Party for every kind, of the state for one each


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """Dãy số — its letters ("" for every type together), organ code, form, period and days.

    `book`: None for papers that go out.
    """

    letters: str
    organ_code: str
    form: Family
    period: str
    from_day: date
    until_day: date | None = None
    book: SeriesBook | None = None

    @property
    def days(self) -> DayRange:
        """Những ngày cấp số."""
        return DayRange(self.from_day, self.until_day)

    def gives_numbers_of(self, other: "SeriesRow") -> bool:
        """Cấp cùng một số — the same letters and organ code in one register, or all types and any letters."""
        mine, theirs = (
            (code_key(each.letters), code_key(each.organ_code)) for each in (self, other)
        )
        alike = mine[0] == theirs[0] or not (mine[0] and theirs[0])
        return alike and mine[1] == theirs[1] and self.book == other.book


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """Văn bản đi — as it is signed, who drafted it, to whom it goes, where its copy is kept.

    `letters` are needed only where one series serves every type.
    """

    kind: InstrumentKind
    issuer: str
    abstract: str
    signer: str = ""
    letters: str = ""
    drafted_by: int | None = None
    recipients: str = ""
    copies: int = 1
    kept_at: str = ""
    note: str = ""
    file_sha256: str = ""
    sent_on: date | None = None
    paper_also_required: bool = False


def series_faults(row: SeriesRow) -> list[Reason]:
    """Lỗi của dãy số — named, in one of the two forms; a state series stays within its year."""
    faults, code = [], row.organ_code.strip()
    if not code:
        faults.append(Reason(mark("Thiếu ký hiệu cơ quan."), field="organ_code"))
    if re.search(r"\s", code) or HORNED.search(code):
        text = mark("Ký hiệu cơ quan viết liền, không dấu cách, viết U không viết Ư.")
        faults.append(Reason(text, field="organ_code"))
    if not row.period.strip():
        faults.append(Reason(mark("Thiếu nhiệm kỳ hoặc năm của dãy số."), field="period"))
    if row.form not in (Family.PARTY, Family.STATE):
        faults.append(
            Reason(mark("Dãy số theo cách ghi của Đảng hoặc của Nhà nước."), field="form")
        )
    if row.until_day and row.until_day <= row.from_day:
        faults.append(
            Reason(mark("Ngày kết thúc dãy số phải sau ngày bắt đầu."), field="until_day")
        )
    if row.form == Family.STATE and row.period != str(row.from_day.year):
        text = mark("Dãy số của cơ quan nhà nước chạy trong một năm; ghi năm {year}.")
        faults.append(Reason(text, {"year": row.from_day.year}, STATE_RULE, "period"))
    if row.book == SeriesBook.COPIES and row.letters.strip() not in COPY_LETTERS:
        text = mark("Dãy số của sổ sao văn bản có chữ viết tắt {letters}.")
        letters = ", ".join(COPY_LETTERS)
        faults.append(Reason(text, {"letters": letters}, COPY_RULE, "letters"))
    return faults


def organ_faults(organ_code: str, on: date, grammar: Grammar, field: str) -> list[Reason]:
    """Ký hiệu cơ quan không dùng vào ngày ấy — by the table of codes; one that is not listed is the office's own."""
    organ = grammar.listed(organ_code, on)
    if organ is None or organ.code != organ_code.strip() or organ.days.holds_on(on):
        return []
    text = mark("Ngày {day:%d/%m/%Y} không dùng ký hiệu «{code}» ({body}): {source}.")
    values = {"day": on, "code": organ.code, "body": organ.body, "source": organ.source}
    return [Reason(text, values, field=field)]


def overlap_faults(
    row: SeriesRow, others: Iterable[tuple[str, SeriesRow]], field: str
) -> list[Reason]:
    """Trùng dãy số đang chạy — each of the organ's `others`, by name, that on one of its days would give
    the same number again."""
    texts = (
        mark(
            "Dãy số «{series}» {days} cấp cùng số với dãy này. Ghi «Kết thúc dãy số» của dãy ấy trước, hoặc chọn những ngày không trùng."
        ),
        mark("Dãy số «{series}» {days} cấp cùng số với dãy này; chọn những ngày không trùng."),
    )
    return [
        Reason(
            texts[other.until_day is not None],
            {"series": name, "days": other.days},
            PARTY_RULE,
            field,
        )
        for name, other in others
        if row.gives_numbers_of(other) and row.days.overlaps(other.days)
    ]


def code_key(code: str) -> str:
    """Ký hiệu trong một cách viết — case, blanks, dots and Ư for U tell no letters or organ codes apart.

    `documents_code_key` of the database folds them alike.
    """
    return HORNED.sub("u", re.sub(r"[\s.]", "", one_spelling(tidy_name(code)).casefold()))


def kind_faults(
    kind: InstrumentKind, letters: str, form: Family, on: date, grammar: Grammar
) -> list[Reason]:
    """Thể loại không theo chữ viết tắt — of the types that bear these letters on the day; letters the tables
    do not know, or that stand for a type without a kind here, are not judged."""
    types = grammar.abbreviated(letters, form, on)
    kinds = {InstrumentKind.called(each.name) for each in types}
    if not kinds or InstrumentKind.OTHER in (kind, *kinds) or kind in kinds:
        return []
    text = mark("«{kind}» không lấy số có chữ {letters}; chữ này là của: {names}.")
    names = ", ".join(dict.fromkeys(each.name for each in types))
    return [Reason(text, {"kind": kind, "letters": letters, "names": names}, PARTY_RULE, "kind")]


def order_warning(series: str, number: int, given_on: date) -> Reason:
    """Nhắc thứ tự — the last number of the series with its day: a later number of an earlier day is told,
    not refused."""
    text = mark(
        "Số gần nhất của dãy {series} là {number}, ngày {day:%d/%m/%Y}; số sau ghi ngày trước ngày ấy là ngược thứ tự. Vẫn ghi được."
    )
    return Reason(
        text, {"series": series, "number": f"{number:02d}", "day": given_on}, "", "given_on"
    )


def book_faults(book: SeriesBook | None, *, of_copies: bool) -> list[Reason]:
    """Lỗi khi lấy nhầm dãy số — a copy takes its number from a series of copies, and nothing else does."""
    if (book == SeriesBook.COPIES) == of_copies:
        return []
    text = mark("Dãy số này là của sổ sao văn bản; ghi bản sao, không cấp số văn bản.")
    if of_copies:
        text = mark("Bản sao lấy số của dãy số thuộc sổ sao văn bản.")
    return [Reason(text, {}, COPY_RULE, "series")]


def sign_of(number: int, letters: str, organ_code: str, form: Family) -> str:
    """Số, ký hiệu của một số — as the form of the series prints it; below ten with a zero."""
    return str(Sign(f"{number:02d}", "", letters, organ_code, form))


def number_faults(
    source: Source | None, given_on: date, from_day: date, until_day: date | None, today: date
) -> list[Reason]:
    """Lỗi khi cấp số — by the organ itself, on a day of the series, not ahead of today."""
    faults = []
    if source == Source.OTHER:
        text = mark(
            "Số của cơ quan này do hệ thống khác cấp; ở đây chỉ nhập từ sổ của hệ thống ấy."
        )
        faults.append(Reason(text, field="series"))
    if given_on > today:
        text = mark("Ngày cấp số {day:%d/%m/%Y} còn ở phía trước.")
        faults.append(Reason(text, {"day": given_on}, field="given_on"))
    if given_on < from_day or (until_day and given_on >= until_day):
        text = mark("Dãy số không dùng vào ngày {day:%d/%m/%Y}.")
        faults.append(Reason(text, {"day": given_on}, PARTY_RULE, "given_on"))
    return faults


def sent_faults(given_on: date, sent_on: date, today: date) -> list[Reason]:
    """Lỗi của ngày phát hành — from the day of the number to today."""
    if given_on <= sent_on <= today:
        return []
    text = mark("Ngày phát hành phải từ ngày cấp số {day:%d/%m/%Y} đến hôm nay.")
    return [Reason(text, {"day": given_on}, field="sent_on")]


def issue_due(given_on: date, exchanged: Exchanged) -> date:
    """Hạn phát hành — the next day of work after the day of signing; later is told, not refused."""
    return add_working_days(given_on, 1, exchanged)


def outgoing_faults(row: OutgoingRow) -> list[Reason]:
    """Lỗi của văn bản đi — signed by someone, in at least one copy."""
    faults = []
    if not row.signer.strip():
        faults.append(Reason(mark("Thiếu người ký."), field="signer"))
    if not 0 <= row.copies <= MOST_COPIES:
        text = mark("Số lượng bản phải từ 0 đến {most}.")
        faults.append(Reason(text, {"most": MOST_COPIES}, field="copies"))
    return faults
