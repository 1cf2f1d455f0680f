"""Dòng của danh sách nhận vào — the cells of a file as values; every fault beside its column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thenchot.ground.plain.cells import listed_day
from thenchot.ground.plain.headings import Head, Rows
from thenchot.ground.plain.names import fold, spelling_key, tidy_name
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import Translate, as_written, mark
from thenchot.ground.register.words import Sex
from thenchot.people.identity.rules.numbers import Life, Said
from thenchot.people.members.rules import given_numbers
from thenchot.people.members.words import ListColumn, Status

_TICKS = frozenset({"x", "+", "1", "v", "co"})
_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}
_STATUSES = {
    "chinh thuc": Status.OFFICIAL,
    "du bi": Status.PROBATIONARY,
    "mien": Status.EXEMPT,
    "mien cong tac va sinh hoat dang": Status.EXEMPT,
    "duoc mien cong tac va sinh hoat dang": Status.EXEMPT,
    "mien sinh hoat": Status.EXEMPT,
}


@dataclass(frozen=True, slots=True)
class ListedLine:
    """Một dòng đã đọc — `number` as the spreadsheet counts; what is blank or unreadable is None."""

    number: int
    full_name: str = ""
    sex: Sex | None = None
    birth_on: date | None = None
    ethnicity: str | None = None
    hometown: str | None = None
    above: str = ""
    cell: str = ""
    admitted_on: date | None = None
    joined_on: date | None = None
    official_on: date | None = None
    status: Status | None = None
    card: str = ""
    citizen: str = ""
    faults: tuple[Reason, ...] = ()

    @property
    def key(self) -> tuple[str, date | None]:
        """Ai — name and birth day, whichever way the name is typed."""
        return spelling_key(self.full_name), self.birth_on

    @property
    def numbers(self) -> list[Said]:
        """Các số — of this row, each written in one way."""
        return given_numbers(self.citizen, self.card)

    @property
    def life(self) -> Life | None:
        """Lai lịch để đối chiếu với số — None where the sex cannot be told."""
        return Life(self.sex, self.birth_on) if self.sex else None


@dataclass(slots=True)
class _Reader:
    """One row: its cells by column, and the faults met on the way."""

    cells: Mapping[ListColumn, str]
    today: date
    faults: list[Reason] = field(default_factory=list)

    def text(self, column: ListColumn) -> str:
        return self.cells.get(column, "")

    def day(self, column: ListColumn) -> date | None:
        try:
            return listed_day(self.text(column), self.today)
        except Misread as fault:
            self.notes(column, fault.reason)
            return None

    def notes(self, column: ListColumn, reason: Reason) -> None:
        self.faults.append(replace(reason, field=column.value))

    def name(self) -> str:
        """Whole, or of two columns."""
        parts = (self.text(ListColumn.NAME_BEFORE), self.text(ListColumn.NAME_GIVEN))
        return self.text(ListColumn.NAME) or tidy_name(" ".join(parts))

    def life(self) -> tuple[Sex | None, date | None]:
        """Sex and birth day: of columns of their own, or the day stands under "Nam" or "Nữ"."""
        sex, born = self._sex(), self.day(ListColumn.BORN)
        split = {
            Sex.MALE: ListColumn.BORN_MALE,
            Sex.FEMALE: ListColumn.BORN_FEMALE,
        }
        filled = [(each, column) for each, column in split.items() if self.text(column)]
        if len(filled) == 2:
            text = mark("Cả hai cột «Nam» và «Nữ» đều có chữ.")
            self.notes(filled[0][1], Reason(text))
            return None, born
        for each, column in filled:
            ticked = fold(self.text(column)) in _TICKS | {"nam", "nu"}
            sex, born = each, born if ticked else self.day(column)
        return sex, born

    def _sex(self) -> Sex | None:
        typed = self.text(ListColumn.SEX)
        if not typed:
            return None
        if (found := _SEXES.get(fold(typed))) is None:
            text = mark("«{text}» không phải «Nam» hay «Nữ».")
            self.notes(ListColumn.SEX, Reason(text, {"text": typed}))
        return found

    def status(self) -> Status | None:
        typed = self.text(ListColumn.STATUS)
        plain = re.sub(r"^(dang vien|dv) ", "", fold(typed))
        if not typed:
            return None
        if (found := _STATUSES.get(plain)) is None:
            text = mark("Không rõ tình trạng đảng viên «{text}».")
            self.notes(ListColumn.STATUS, Reason(text, {"text": typed}))
        return found


def listed_lines(
    rows: Rows, head: Head, columns: Mapping[int, ListColumn], today: date
) -> list[ListedLine]:
    """Đọc cả bảng — every row below its head that is not blank."""
    return [
        _line(number, row, columns, today)
        for number, row in enumerate(rows[head.first :], start=head.first + 1)
        if any(row[place] for place in columns)
    ]


def _line(
    number: int, row: Sequence[str], columns: Mapping[int, ListColumn], today: date
) -> ListedLine:
    reader = _Reader({column: row[place] for place, column in columns.items()}, today)
    sex, born = reader.life()
    line = ListedLine(
        number, reader.name(), sex, born,
        reader.text(ListColumn.ETHNICITY) or None, reader.text(ListColumn.HOMETOWN) or None,
        reader.text(ListColumn.ABOVE), reader.text(ListColumn.CELL),
        reader.day(ListColumn.ADMITTED), reader.day(ListColumn.JOINED),
        reader.day(ListColumn.OFFICIAL), reader.status(), reader.text(ListColumn.CARD),
        reader.text(ListColumn.CITIZEN),
    )  # fmt: skip
    return replace(line, faults=tuple(reader.faults))


def digits(text: str) -> str:
    """Số để so — its digits, without the zeros a spreadsheet drops."""
    return re.sub(r"\D", "", text).lstrip("0")


def in_file(reason: Reason, translate: Translate = as_written) -> str:
    """Lý do của một ô — behind the name of its column."""
    column = ListColumn.of(reason.field).sentence(translate)
    return f"{column}: {reason.sentence(translate)}"
