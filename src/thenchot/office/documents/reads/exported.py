"""Sổ xuất từ hệ thống khác — the file with its columns understood, each line beside the register here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.models import Instrument
from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.days import DayRange
from thenchot.ground.plain.headings import Head, chosen_columns, shown_columns
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.worksheets import Rows, read_rows
from thenchot.office.documents.models import NumberSource, Outgoing, RegisterHeading
from thenchot.office.documents.reads.grammar import shipped_grammar
from thenchot.office.documents.rules.exported import (
    COLUMNS,
    ExportedLine,
    ExportedRow,
    exported_faults,
    exported_lines,
    holds_secrets,
    number_of,
    paper_key,
)
from thenchot.office.documents.words import NumberState, RegisterColumn, Source

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Exported:
    """Sổ xuất — its rows, its head, and what each column holds, by place."""

    rows: Rows
    head: Head
    columns: Mapping[int, RegisterColumn]
    learnt: Mapping[str, RegisterColumn]

    def lines(self, issuer: str, today: date) -> list[ExportedLine]:
        """Các dòng — read as the columns say; of `issuer` where a line names none."""
        return exported_lines(self.rows, self.head, self.columns, issuer, today, shipped_grammar())

    def shown_columns(self) -> list[tuple[int, str, list[str], RegisterColumn | None]]:
        """Các cột để hỏi."""
        return shown_columns(self.rows, self.head, self.columns)

    def to_remember(self) -> dict[str, RegisterColumn]:
        """Tên cột mới."""
        return COLUMNS.new_headings(self.head, self.columns, self.learnt)


@dataclass(frozen=True, slots=True)
class Entry:
    """Dòng ghi được — its number and day as given; `paper` stands here already, typed before its register came."""

    row: ExportedRow
    number: int
    issued_on: date
    paper: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Kết quả xét — lines that may enter, those the register has already, the reasons of the others."""

    accepted: Mapping[int, Entry]
    known: Sequence[int]
    refused: Mapping[int, Sequence[Reason]]

    @property
    def total(self) -> int:
        return len(self.accepted) + len(self.known) + len(self.refused)


def exported(
    *, by: Actor, name: str, content: bytes, columns: Mapping[str, str] | None
) -> Exported:
    """Mở sổ xuất — `Misread` where it is none, or tells of papers that must not stand here."""
    rows = read_rows(name, content)
    said = RegisterHeading.objects.visible_to(by).values_list("heading", "column")
    learnt = {heading: RegisterColumn.of(column) for heading, column in said}
    head = COLUMNS.head_of(rows, learnt)
    places = chosen_columns(RegisterColumn, columns, head) or COLUMNS.guessed(head.headings, learnt)
    if holds_secrets(rows, head, places):
        raise Misread(
            mark(
                "Tệp có văn bản mật. Hệ thống này không nhận văn bản mật: bỏ các dòng ấy khỏi tệp rồi chọn lại; tệp vừa rồi không được giữ."
            )
        )
    return Exported(rows, head, places, learnt)


def compared(*, by: Actor, organization: int, lines: Sequence[ExportedLine], on: date) -> Compared:
    """Xét — each line by the rules of a paper numbered here, and beside what stands here already."""
    grammar = shipped_grammar()
    keys = {line.number: _key(line.row) for line in lines}
    times = Counter(key for key in keys.values() if key)
    held = papers_keyed(by=by, years={key[2] for key in times})
    numbered = _numbered(by, organization, [held[key][0] for key in times if key in held])
    sources = NumberSource.objects.visible_to(by).filter(organization=organization)
    spans = [(each.effective, each.source) for each in sources]
    accepted: dict[int, Entry] = {}
    refused: dict[int, Sequence[Reason]] = {}
    known: list[int] = []
    for line in lines:
        row, key = line.row, keys[line.number]
        told = {each.field for each in line.faults}
        faults = [
            *line.faults,
            *(each for each in exported_faults(row, on, grammar) if each.field not in told),
        ]
        if key and times[key] > 1:
            text = mark("Số này của cơ quan ấy trong năm đứng {n} lần trong tệp.")
            faults.append(Reason(text, {"n": times[key]}, field="number_sign"))
        if row.issued_on and not _given_elsewhere(spans, row.issued_on):
            text = mark(
                "Ngày ấy cơ quan tự cấp số ở đây, hoặc chưa ghi nguồn cấp số là hệ thống khác."
            )
            faults.append(Reason(text, field="issued_on"))
        if not faults and key in held and held[key][0] in numbered:
            known.append(line.number)
            continue
        if key in held and held[key][1] not in (None, row.issued_on):
            text = mark("Văn bản này đã có trong sổ, ghi ngày {day:%d/%m/%Y}.")
            faults.append(Reason(text, {"day": held[key][1]}, field="issued_on"))
        number = number_of(row.number_sign, grammar)
        if faults or number is None or row.issued_on is None:
            refused[line.number] = faults
        else:
            paper = held[key][0] if key in held else None
            accepted[line.number] = Entry(row, number, row.issued_on, paper)
    return Compared(accepted, known, refused)


def papers_keyed(*, by: Actor, years: set[int]) -> dict[Key, tuple[int, date | None]]:
    """Văn bản của những năm này đã có trong sổ — number and day, by number, issuer and year."""
    grammar = shipped_grammar()
    found = Instrument.objects.visible_to(by).filter(issued_year__in=years)
    told = found.order_by("-pk").values_list(
        "pk", "number_sign", "issuer", "issued_year", "issued_on"
    )
    return {
        paper_key(sign, issuer, year, grammar): (pk, day) for pk, sign, issuer, year, day in told
    }


def _key(row: ExportedRow) -> Key | None:
    if row.issued_on is None:
        return None
    return paper_key(row.number_sign, row.issuer, row.issued_on.year, shipped_grammar())


def _numbered(by: Actor, organization: int, papers: Sequence[int]) -> set[int]:
    lines = Outgoing.objects.visible_to(by).filter(organization=organization, basis__in=papers)
    return {
        paper
        for paper in lines.exclude(state=NumberState.CANCELLED).values_list("basis", flat=True)
        if paper
    }


def _given_elsewhere(spans: Sequence[tuple[DayRange, str]], day: date) -> bool:
    return any(source == Source.OTHER and days.holds_on(day) for days, source in spans)
