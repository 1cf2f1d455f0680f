"""Sổ xuất từ hệ thống khác — the file with its columns understood, each line beside the register here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from thenchot.ground.basis.models import Instrument
from thenchot.ground.basis.reads.instruments import PaperLine
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
    likeness_faults,
    number_of,
    paper_key,
)
from thenchot.office.documents.rules.grammar import Grammar
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
class Asked:
    """Dòng phải hỏi — papers here of its number and day, of another issuer and in no other organ's register;
    its row says which of them it is."""

    row: ExportedRow
    papers: Sequence[PaperLine]


@dataclass(frozen=True, slots=True)
class Compared:
    """Kết quả xét — lines that may enter, those the register has already, the reasons of the others;
    what is asked of a line stands in `asked`, answered or not."""

    accepted: Mapping[int, Entry]
    known: Sequence[int]
    refused: Mapping[int, Sequence[Reason]]
    asked: Mapping[int, Asked]

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
    here = _Held(by, {key[2] for key in times}, grammar)
    beside = {line.number: here.beside(line.row, keys[line.number]) for line in lines}
    registers = _registers(by, here.papers(times, beside.values()))
    numbered = {paper for paper, organs in registers.items() if organization in organs}
    times_a_day = Counter(_on_day(line.row, keys[line.number]) for line in lines)
    sources = NumberSource.objects.visible_to(by).filter(organization=organization)
    spans = [(each.effective, each.source) for each in sources]
    accepted: dict[int, Entry] = {}
    refused: dict[int, Sequence[Reason]] = {}
    asked: dict[int, Asked] = {}
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
        elif key and (n := times_a_day[_on_day(row, key)]) > 1:
            text = mark(
                "Số này cùng ngày đứng {n} lần trong tệp, của các cơ quan ban hành khác nhau."
            )
            faults.append(Reason(text, {"n": n}, field="issuer"))
        if row.issued_on and not _given_elsewhere(spans, row.issued_on):
            text = mark(
                "Ngày ấy cơ quan tự cấp số ở đây, hoặc chưa ghi nguồn cấp số là hệ thống khác."
            )
            faults.append(Reason(text, field="issued_on"))
        alike = [
            each for each in beside[line.number] if each.id in numbered or each.id not in registers
        ]
        one = here.one(key)
        if not faults and numbered & ({one.id} if one else {each.id for each in alike}):
            known.append(line.number)
            continue
        if one and one.issued_on not in (None, row.issued_on):
            text = mark("Văn bản này đã có trong sổ, ghi ngày {day:%d/%m/%Y}.")
            faults.append(Reason(text, {"day": one.issued_on}, field="issued_on"))
        if alike and not faults:
            asked[line.number] = Asked(row, alike)
        told_of = {each.id: f"{each.printed} ({each.issuer})" for each in alike}
        faults += likeness_faults(row, told_of)
        number = number_of(row.number_sign, grammar)
        if faults or number is None or row.issued_on is None:
            refused[line.number] = faults
        else:
            paper = one.id if one else row.same_as or None
            accepted[line.number] = Entry(row, number, row.issued_on, paper)
    return Compared(accepted, known, refused, asked)


class _Held:
    """Văn bản của những năm này đã có trong sổ — by number, issuer and year, whichever way they are typed."""

    def __init__(self, by: Actor, years: set[int], grammar: Grammar) -> None:
        found = Instrument.objects.visible_to(by).filter(issued_year__in=years).order_by("-pk")
        self._keyed: dict[Key, PaperLine] = {}
        self._signed: dict[tuple[str, int], list[PaperLine]] = {}
        for each in found:
            key = paper_key(each.number_sign, each.issuer, each.issued_year, grammar)
            line = PaperLine(each.pk, str(each), each.issued_on, each.issuer)
            self._keyed[key] = line
            self._signed.setdefault((key[0], key[2]), []).append(line)

    def one(self, key: Key | None) -> PaperLine | None:
        """The paper of this key, the one entered first."""
        return self._keyed.get(key) if key else None

    def beside(self, row: ExportedRow, key: Key | None) -> Sequence[PaperLine]:
        """Papers of its number and day where none is of its issuer too."""
        if key is None or key in self._keyed:
            return ()
        signed = self._signed.get((key[0], key[2]), ())
        return [each for each in signed if each.issued_on in (None, row.issued_on)]

    def papers(self, keys: Iterable[Key], beside: Iterable[Sequence[PaperLine]]) -> list[int]:
        """Numbers of all that lines were compared with."""
        found = [self._keyed[key] for key in keys if key in self._keyed]
        return [each.id for each in chain(found, *beside)]


def _on_day(row: ExportedRow, key: Key | None) -> tuple[str, date | None]:
    return key[0] if key else "", row.issued_on


def _key(row: ExportedRow) -> Key | None:
    if row.issued_on is None:
        return None
    return paper_key(row.number_sign, row.issuer, row.issued_on.year, shipped_grammar())


def _registers(by: Actor, papers: Sequence[int]) -> dict[int, set[int]]:
    """Of papers that have their line in a register of papers sent, whose registers those are."""
    lines = Outgoing.objects.visible_to(by).filter(basis__in=papers)
    told = lines.exclude(state=NumberState.CANCELLED).values_list("basis", "organization")
    found: dict[int, set[int]] = {}
    for paper, organ in told:
        if paper:
            found.setdefault(paper, set()).add(organ)
    return found


def _given_elsewhere(spans: Sequence[tuple[DayRange, str]], day: date) -> bool:
    return any(source == Source.OTHER and days.holds_on(day) for days, source in spans)
