"""Sổ của hệ thống khác — its columns, the lines of its export read, every fault beside its column."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from thenchot.ground.basis.rules import decision_faults
from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.cells import listed_day
from thenchot.ground.plain.headings import Columns, Head, Rows
from thenchot.ground.plain.names import fold, spelling_key
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import Translate, as_written, mark
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.numbering import OutgoingRow, outgoing_faults
from thenchot.office.documents.rules.signs import read_sign
from thenchot.office.documents.words import RegisterColumn as C

_USUAL: Mapping[C, str] = {
    C.SIGN: "so ky hieu|so va ky hieu|so ki hieu|so hieu|so hieu van ban|so ky hieu van ban"
    "|so van ban|so ky hieu vb|ky hieu|so di",
    C.ISSUED: "ngay van ban|ngay thang van ban|ngay thang|ngay ban hanh|ngay ky|ngay vb"
    "|ngay thang nam|ngay thang nam van ban",
    C.KIND: "loai van ban|the loai|loai|ten loai|ten loai van ban|hinh thuc|hinh thuc van ban",
    C.ABSTRACT: "trich yeu|trich yeu noi dung|noi dung|ten loai va trich yeu"
    "|ten loai va trich yeu noi dung|ten loai va trich yeu noi dung van ban|noi dung trich yeu",
    C.ISSUER: "co quan ban hanh|don vi ban hanh|noi ban hanh|tac gia|co quan",
    C.SIGNER: "nguoi ky|ho ten nguoi ky|lanh dao ky|nguoi ky van ban",
    C.RECIPIENTS: "noi nhan|noi nhan van ban|don vi nhan|co quan nhan",
    C.KEPT: "don vi nguoi nhan ban luu|nguoi nhan ban luu|noi luu|ban luu",
    C.COPIES: "so luong ban|so ban|so luong",
    C.SENT: "ngay chuyen|ngay gui|ngay phat hanh",
    C.NOTE: "ghi chu",
    C.SECRECY: "do mat|muc do mat|muc mat|do mat van ban",
}
COLUMNS = Columns(
    _USUAL, mark("Không thấy dòng tên cột (Số, ký hiệu, Ngày văn bản, …) trong {n} dòng đầu của bảng."),
    frozenset({C.SIGN, C.ABSTRACT}),
)  # fmt: skip
_NEEDED = (((C.SIGN,),), ((C.ISSUED,),), ((C.ABSTRACT,),), ((C.SIGNER,),))
_OPEN_WORDS = frozenset({"", "0", "-", "thuong", "khong", "khong mat"})
COLUMN_OF = {
    "number_sign": C.SIGN,
    "issued_on": C.ISSUED,
    "issuer": C.ISSUER,
    "abstract": C.ABSTRACT,
    "signer": C.SIGNER,
    "copies": C.COPIES,
    "sent_on": C.SENT,
}  # fmt: skip — where a fault of a value stands in the file


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """Dòng sổ đi của hệ thống khác — number, day and signer as that system gave them.

    `same_as`: of the papers here that bear its number and day under another issuer, the one it was said
    to be; 0 where it was said to be none of them.
    """

    number_sign: str
    issued_on: date | None
    issuer: str
    abstract: str
    signer: str
    kind: InstrumentKind = InstrumentKind.OTHER
    recipients: str = ""
    copies: int = 1
    kept_at: str = ""
    sent_on: date | None = None
    note: str = ""
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class ExportedLine:
    """Một dòng đã đọc — `number` as the spreadsheet counts; what could not be read is a fault."""

    number: int
    row: ExportedRow
    faults: tuple[Reason, ...] = field(default=())


def column_faults(columns: Mapping[int, C]) -> list[Reason]:
    """Ghép cột chưa đủ — what a line of the register cannot be without, and a column named twice."""
    return [*COLUMNS.twice(columns), *COLUMNS.missing(columns, _NEEDED)]


def holds_secrets(rows: Rows, head: Head, columns: Mapping[int, C]) -> bool:
    """Có văn bản mật — a line whose column of secrecy says anything but that it is open."""
    places = [place for place, column in columns.items() if column is C.SECRECY]
    return any(
        fold(row[place]) not in _OPEN_WORDS for row in rows[head.first :] for place in places
    )


def exported_lines(
    rows: Rows, head: Head, columns: Mapping[int, C], issuer: str, today: date, grammar: Grammar
) -> list[ExportedLine]:
    """Đọc cả sổ — every row that is not blank; `issuer` of those that name none."""
    return [
        _line(
            number,
            {column: row[place] for place, column in columns.items()},
            issuer,
            today,
            grammar,
        )
        for number, row in enumerate(rows[head.first :], start=head.first + 1)
        if any(row[place] for place in columns)
    ]


def paper_key(number_sign: str, issuer: str, year: int, grammar: Grammar) -> tuple[str, str, int]:
    """Văn bản nào — number, issuer and year, whichever way they are typed."""
    sign = read_sign(number_sign, grammar)
    if sign is None:
        return spelling_key(number_sign), spelling_key(issuer), year
    plain = replace(sign, number=sign.number.lstrip("0"))
    return spelling_key(str(plain)), spelling_key(issuer), year


def number_of(number_sign: str, grammar: Grammar) -> int | None:
    """Số của số, ký hiệu — None where there is none."""
    sign = read_sign(number_sign, grammar)
    return int(sign.number) if sign and sign.number.isdigit() and int(sign.number) else None


def likeness_faults(row: ExportedRow, alike: Mapping[int, str]) -> list[Reason]:
    """Trùng số, trùng ngày, khác cơ quan ban hành — a person says whether it is one of them; `alike` says
    by number how each is printed, with its issuer."""
    if not alike and row.same_as is None:
        return []
    if row.same_as is None:
        text = mark(
            "Số ấy, ngày ấy trong sổ đã có {papers}; hãy chỉ rõ đây là văn bản ấy hay văn bản khác."
        )
        return [Reason(text, {"papers": "; ".join(alike.values())}, field="issuer")]
    if row.same_as and row.same_as not in alike:
        text = mark("Văn bản được chỉ ra không cùng số, cùng ngày với dòng này.")
        return [Reason(text, field="issuer")]
    return []


def exported_faults(row: ExportedRow, today: date, grammar: Grammar) -> list[Reason]:
    """Lỗi của một dòng — as a paper that is numbered here would be refused, and an unread number."""
    faults = decision_faults(row.number_sign, row.issuer, row.abstract, row.issued_on)
    if row.number_sign.strip() and number_of(row.number_sign, grammar) is None:
        text = mark("Không đọc được số trong «{sign}».")
        faults.append(Reason(text, {"sign": row.number_sign}, field="number_sign"))
    if row.issued_on and row.issued_on > today:
        text = mark("Ngày cấp số {day:%d/%m/%Y} còn ở phía trước.")
        faults.append(Reason(text, {"day": row.issued_on}, field="issued_on"))
    faults += outgoing_faults(
        OutgoingRow(row.kind, row.issuer, row.abstract, row.signer, copies=row.copies)
    )
    if row.sent_on and row.issued_on and not row.issued_on <= row.sent_on <= today:
        text = mark("Ngày chuyển phải từ ngày văn bản đến hôm nay.")
        faults.append(Reason(text, field="sent_on"))
    return faults


def in_file(reason: Reason, translate: Translate = as_written) -> str:
    """Lý do của một ô — behind the name of its column."""
    column = COLUMN_OF.get(reason.field)
    said = reason.sentence(translate)
    return f"{column.sentence(translate)}: {said}" if column else said


def _line(
    number: int, cells: Mapping[C, str], issuer: str, today: date, grammar: Grammar
) -> ExportedLine:
    faults: list[Reason] = []

    def day(column: C, name: str) -> date | None:
        try:
            return listed_day(cells.get(column, ""), today)
        except Misread as fault:
            faults.append(replace(fault.reason, field=name))
            return None

    sign, issued_on = cells.get(C.SIGN, ""), day(C.ISSUED, "issued_on")
    row = ExportedRow(
        sign, issued_on, cells.get(C.ISSUER) or issuer, cells.get(C.ABSTRACT, ""),
        cells.get(C.SIGNER, ""), _kind(cells.get(C.KIND, ""), sign, grammar, issued_on),
        cells.get(C.RECIPIENTS, ""), _copies(cells.get(C.COPIES, ""), faults),
        cells.get(C.KEPT, ""), day(C.SENT, "sent_on"), cells.get(C.NOTE, ""),
    )  # fmt: skip
    return ExportedLine(number, row, tuple(faults))


def _copies(typed: str, faults: list[Reason]) -> int:
    if not typed:
        return 1
    if typed.isascii() and typed.isdigit() and len(typed) < 6:
        return int(typed)
    text = mark("«{text}» không phải là số lượng bản.")
    faults.append(Reason(text, {"text": typed}, field="copies"))
    return 1


def _kind(said: str, sign: str, grammar: Grammar, on: date | None) -> InstrumentKind:
    """By its name, else by the letters of the sign."""
    if said and (named := grammar.called(said, on)):
        return InstrumentKind.called(named[0].name)
    read = read_sign(sign, grammar)
    if read is None:
        return InstrumentKind.OTHER
    if not read.type_abbreviation:
        return InstrumentKind.LETTER
    found = grammar.abbreviated(read.type_abbreviation, read.form, on)
    return InstrumentKind.called(found[0].name) if found else InstrumentKind.OTHER
