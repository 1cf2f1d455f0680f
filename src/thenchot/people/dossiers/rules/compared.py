"""Đối chiếu — an outside list beside the register: who is who, and where the two say different things."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import fold, spelling_key
from thenchot.ground.plain.text import Translate, as_written, mark
from thenchot.ground.register.words import Sex
from thenchot.people.dossiers.rules.cells import plain_unit
from thenchot.people.dossiers.rules.listed import ListedLine, digits
from thenchot.people.members.words import ListColumn, Status

Value = str | date | Labelled | None
OF_LIFE = (
    ListColumn.NAME,
    ListColumn.BORN,
    ListColumn.SEX,
    ListColumn.ETHNICITY,
    ListColumn.HOMETOWN,
)
OF_DAYS = (ListColumn.ADMITTED, ListColumn.JOINED, ListColumn.OFFICIAL)
COLUMN_OF = {  # where the register keeps what a correction sets right
    ListColumn.NAME: "full_name",
    ListColumn.BORN: "birth_on",
    ListColumn.SEX: "sex",
    ListColumn.ETHNICITY: "ethnicity",
    ListColumn.HOMETOWN: "hometown",
    ListColumn.ADMITTED: "admitted_on",
    ListColumn.JOINED: "joined_on",
    ListColumn.OFFICIAL: "official_on",
}


class Verdict(Labelled):
    """Kết quả đối chiếu."""

    DIFFERENT = "khac", mark("Khác nhau")
    THERE = "chi-ben-kia", mark("Chỉ có ở danh sách kia")
    HERE = "chi-trong-so", mark("Chỉ có trong sổ")
    SAME = "giong", mark("Giống nhau")


@dataclass(frozen=True, slots=True)
class Registered:
    """Một đảng viên trong sổ — `life` and `days` are the facts a correction would set right.

    `card`, `citizen`: "" where none is recorded or the reader has not opened the numbers. `above`:
    the unit right above the cell, where lists must tell cells of one name apart. `inside`: at or
    below the unit the list is compared with; whoever is not is matched, so that nobody else is
    taken for him, and not told.
    """

    person: int
    full_name: str
    sex: Sex
    birth_on: date | None
    ethnicity: str | None
    hometown: str | None
    cell_id: int
    cell: str
    status: Status
    life: int
    joined_on: date | None = None
    official_on: date | None = None
    days: int | None = None
    card: str = ""
    citizen: str = ""
    above: str = ""
    admitted_on: date | None = None
    inside: bool = True

    def value(self, column: ListColumn) -> Value:
        """Sổ ghi — what the register says in the place of this column."""
        return {
            ListColumn.NAME: self.full_name,
            ListColumn.BORN: self.birth_on,
            ListColumn.SEX: self.sex,
            ListColumn.ETHNICITY: self.ethnicity,
            ListColumn.HOMETOWN: self.hometown,
            ListColumn.ABOVE: self.above,
            ListColumn.CELL: self.cell,
            ListColumn.ADMITTED: self.admitted_on,
            ListColumn.JOINED: self.joined_on,
            ListColumn.OFFICIAL: self.official_on,
            ListColumn.STATUS: self.status,
            ListColumn.CARD: self.card,
            ListColumn.CITIZEN: self.citizen,
        }[column]


@dataclass(frozen=True, slots=True)
class Difference:
    """Một chỗ khác — what the register says, and what the list says."""

    column: ListColumn
    here: Value
    there: Value

    def sentence(self, translate: Translate = as_written) -> str:
        """Chỗ khác — "Ngày sinh: sổ ghi 03/02/1960, danh sách kia ghi 04/02/1960"."""
        text = translate(mark("{column}: sổ ghi {here}, danh sách kia ghi {there}"))
        here, there = shown(self.here, translate), shown(self.there, translate)
        return text.format(column=self.column.sentence(translate), here=here, there=there)


@dataclass(frozen=True, slots=True)
class Pair:
    """Một dòng của kết quả — the line there, the member here, what differs; either side may be missing.

    `certain`: nobody else answers to what they were matched by.
    """

    verdict: Verdict
    there: ListedLine | None
    here: Registered | None
    differences: tuple[Difference, ...] = ()
    certain: bool = True


def set_right_by(pair: Pair) -> list[tuple[str, str, int, tuple[Difference, ...]]]:
    """Đính chính được — in words, the kind of fact, its number, and what the list says otherwise of it.

    The official day of one on probation comes with the recognition, not by a correction.
    """
    here = pair.here
    if here is None:
        return []
    dated = OF_DAYS[:2] if here.status is Status.PROBATIONARY else OF_DAYS
    found = []
    for title, kind, fact, columns in (
        (mark("Đính chính lai lịch"), "register.PersonSpell", here.life, OF_LIFE),
        (mark("Đính chính ngày đảng"), "members.PartyDays", here.days, dated),
    ):
        differences = tuple(each for each in pair.differences if each.column in columns)
        if fact and differences:
            found.append((title, kind, fact, differences))
    return found


def pressed_by(pair: Pair) -> list[tuple[str, int, dict[str, Any]]]:
    """Sửa ngay được — kind of fact, its number, its columns as the list says; of one person for certain.

    A name that differs in marks only is left to its sheet, one in capitals is written as names are;
    the day of the decision moves along where it is only a copy of the day of joining.
    """
    here = pair.here
    if here is None or not pair.certain:
        return []
    found = []
    for _, kind, fact, differences in set_right_by(pair):
        changes = {
            COLUMN_OF[each.column]: _recorded(each)
            for each in differences
            if each.column is not ListColumn.NAME or fold(str(each.here)) != fold(str(each.there))
        }
        joined = changes.get("joined_on")
        if joined and here.admitted_on == here.joined_on:
            changes.setdefault("admitted_on", joined)
        if changes:
            found.append((kind, fact, changes))
    return found


def _recorded(difference: Difference) -> Value:
    there = difference.there
    if isinstance(there, Labelled):
        return there.value
    if difference.column is ListColumn.NAME and isinstance(there, str) and there.isupper():
        return " ".join(word[:1] + word[1:].lower() for word in there.split())
    return there


def shown(value: Value, translate: Translate = as_written) -> str:
    """Chữ của một giá trị — "–" where nothing is recorded."""
    if isinstance(value, Labelled):
        return value.sentence(translate)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return value or "–"


def compared(lines: Sequence[ListedLine], members: Sequence[Registered]) -> list[Pair]:
    """Đối chiếu — each line with at most one member, in the order of the list; then who is only here.

    By number where the reader has opened the numbers; by name and birth day in any spelling; then, where one stands on each side alone, by the name
    without its marks and the birth day, or by the name and the day of joining.
    """
    here: dict[int, tuple[Registered, bool]] = {}
    left_lines, left = (
        {line.number: line for line in lines},
        {each.person: each for each in members},
    )
    for key, alone in _WAYS:
        matched = _matched(left_lines.values(), left.values(), key, alone=alone)
        for number, member, certain in matched:
            here[number] = member, certain
            del left_lines[number], left[member.person]
    pairs = [_pair(line, *here.get(line.number, (None, True))) for line in lines]
    return [*pairs, *(Pair(Verdict.HERE, None, each) for each in left.values() if each.inside)]


def _pair(line: ListedLine, member: Registered | None, certain: bool) -> Pair:
    if member is None or not member.inside:
        return Pair(Verdict.THERE, line, None)
    found = differences(line, member)
    return Pair(Verdict.DIFFERENT if found else Verdict.SAME, line, member, found, certain)


def differences(line: ListedLine, member: Registered) -> tuple[Difference, ...]:
    """Các chỗ khác — what the list leaves blank is not compared, nor how a name is spelt."""
    told: dict[ListColumn, Value] = {
        ListColumn.NAME: line.full_name,
        ListColumn.BORN: line.birth_on,
        ListColumn.SEX: line.sex,
        ListColumn.ETHNICITY: line.ethnicity,
        ListColumn.HOMETOWN: line.hometown,
        ListColumn.CELL: line.cell,
        ListColumn.ADMITTED: line.admitted_on,
        ListColumn.JOINED: line.joined_on,
        ListColumn.OFFICIAL: line.official_on,
        ListColumn.STATUS: line.status,
        ListColumn.CARD: line.card if member.card else "",
        ListColumn.CITIZEN: line.citizen if member.citizen else "",
    }
    pairs = [(column, member.value(column), there) for column, there in told.items() if there]
    return tuple(
        Difference(column, here, there)
        for column, here, there in pairs
        if _plain(column, here) != _plain(column, there)
    )


def _plain(column: ListColumn, value: Value) -> Hashable:
    if column is ListColumn.NAME:
        return spelling_key(str(value))
    if column is ListColumn.CELL:
        return plain_unit(str(value))
    if column in (ListColumn.CARD, ListColumn.CITIZEN):
        return digits(str(value))
    if isinstance(value, str) and not isinstance(value, Labelled):
        return " ".join(fold(value).replace(",", " ").replace("-", " ").split())
    return value


Key = Hashable | None
Keyed = Callable[[ListedLine | Registered], Key]


def _by_citizen(each: ListedLine | Registered) -> Key:
    return digits(each.citizen) or None


def _by_card(each: ListedLine | Registered) -> Key:
    return digits(each.card) or None


def _by_birth(each: ListedLine | Registered) -> Key:
    return (spelling_key(each.full_name), each.birth_on) if each.birth_on else None


def _by_folded(each: ListedLine | Registered) -> Key:
    return (fold(each.full_name), each.birth_on) if each.birth_on else None


def _by_joining(each: ListedLine | Registered) -> Key:
    return (spelling_key(each.full_name), each.joined_on) if each.joined_on else None


_WAYS: tuple[tuple[Keyed, bool], ...] = (
    (_by_citizen, True),
    (_by_card, True),
    (_by_birth, False),
    (_by_folded, True),
    (_by_joining, True),
)


def _matched(
    lines: Iterable[ListedLine], members: Iterable[Registered], key: Keyed, *, alone: bool
) -> list[tuple[int, Registered, bool]]:
    """Those with one key, in the order they come, and whether each side has just one; `alone`: only
    then."""
    there: dict[Key, list[ListedLine]] = defaultdict(list)
    here: dict[Key, list[Registered]] = defaultdict(list)
    for line in lines:
        there[key(line)].append(line)
    for member in members:
        here[key(member)].append(member)
    return [
        (line.number, member, len(found) == len(here.get(wanted, ())) == 1)
        for wanted, found in there.items()
        if wanted is not None and (not alone or len(found) == len(here.get(wanted, ())) == 1)
        for line, member in zip(found, here.get(wanted, ()), strict=False)
    ]
