"""Đầu cột — where the table of a file begins, and what each of its columns holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.people.members.words import ListColumn

Rows = Sequence[Sequence[str]]
Ways = tuple[tuple[ListColumn, ...], ...]
WITHIN = 25  # rows in which the headings are looked for
LEAST = 2  # headings that make a row the head of the table
SAMPLES = 3
_BORN = "ngay sinh|ngay thang nam sinh|nam sinh"
_KNOWN: Mapping[ListColumn, str] = {
    ListColumn.NAME: "ho ten|ho va ten|ho ten dang vien|ho va ten dang vien|ho va ten khai sinh"
    "|ho ten khai sinh|ho chu dem va ten|ho ten khac",
    ListColumn.NAME_BEFORE: "ho|ho dem|ho va dem|ho va ten dem|ho va chu dem|ho ten dem|ho chu dem",
    ListColumn.NAME_GIVEN: "ten",
    ListColumn.BORN: f"{_BORN}|sinh ngay|ngay thang nam sinh",
    ListColumn.BORN_MALE: f"nam|(?:{_BORN}|gioi tinh) nam",
    ListColumn.BORN_FEMALE: f"nu|(?:{_BORN}|gioi tinh) nu",
    ListColumn.SEX: "gioi tinh|gioi|phai|nam nu|nam hay nu",
    ListColumn.ETHNICITY: "dan toc",
    ListColumn.HOMETOWN: "que quan|que|nguyen quan",
    ListColumn.ABOVE: "dang bo|dang bo co so|to chuc co so dang|dang uy|dang bo chi bo co so"
    "|tccsd|ten tccsd|don vi cap tren|dang bo cap tren",
    ListColumn.CELL: "chi bo|ten chi bo|chi bo sinh hoat|noi sinh hoat|sinh hoat tai chi bo"
    "|chi bo dang sinh hoat|chi bo truc thuoc|sinh hoat chi bo",
    ListColumn.ADMITTED: "ngay quyet dinh ket nap|ngay qd ket nap|quyet dinh ket nap ngay",
    ListColumn.JOINED: "ngay vao dang|vao dang|ngay ket nap|ngay vao dang du bi|ngay du bi"
    "|ngay ket nap dang|ngay vao dcsvn|ngay vao dang csvn|ngay thang nam vao dang|vao dang du bi"
    "|ngay ket nap vao dang|ngay vao dang lan dau",
    ListColumn.OFFICIAL: "ngay chinh thuc|chinh thuc|ngay vao dang chinh thuc|ngay cong nhan"
    "|vao dang chinh thuc|ngay cong nhan chinh thuc|ngay cong nhan dang vien chinh thuc"
    "|ngay chuyen dang chinh thuc",
    ListColumn.STATUS: "tinh trang|tinh trang dang vien|loai dang vien|dang vien|trang thai",
    ListColumn.CARD: "so the|so the dang|so the dang vien|so tdv|so the dv|the dang vien"
    "|so the dang vien moi",
    ListColumn.CITIZEN: "(?:so |ma |ma so )?(?:dinh danh|ddcn|cccd)(?: ca nhan)?(?: cong dan)?"
    "|(?:so )?(?:the )?can cuoc(?: cong dan)?",
}
_NUMBERING = re.compile(r"\(?\d{1,2}\)?|\(?[A-Za-z]\)?")


@dataclass(frozen=True, slots=True)
class Head:
    """Đầu bảng — its headings by place, and the place of the first row below it (from 0)."""

    headings: tuple[str, ...]
    first: int


def plain_heading(heading: str) -> str:
    """Tên cột rút gọn — without marks, signs and what stands in brackets."""
    outside = re.sub(r"\([^)]*\)", " ", fold(heading))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", outside).split())


def known_column(heading: str, learnt: Mapping[str, ListColumn]) -> ListColumn | None:
    """Cột quen — what this office has said of the heading before, else what is usual."""
    plain = plain_heading(heading)
    if plain in learnt:
        return learnt[plain]
    return next((each for each, usual in _KNOWN.items() if re.fullmatch(usual, plain)), None)


def head_of(rows: Rows, learnt: Mapping[str, ListColumn]) -> Head:
    """Tìm đầu bảng — the row with most known headings, with the row of parts under it if any."""
    counted = [sum(known_column(cell, learnt) is not None for cell in row) for row in rows[:WITHIN]]
    if max(counted, default=0) < LEAST:
        raise Misread(
            mark("Không thấy dòng tên cột (Họ và tên, Ngày sinh, …) trong {n} dòng đầu của bảng."),
            n=WITHIN,
        )
    place = counted.index(max(counted))
    headings, first = list(rows[place]), place + 1
    if first < len(rows) and _is_under(headings, rows[first], learnt):
        headings, first = _joined(headings, rows[first]), first + 1
    if first < len(rows) and _only_numbers(rows[first]):
        first += 1
    return Head(tuple(headings), first)


def guessed(headings: Sequence[str], learnt: Mapping[str, ListColumn]) -> dict[int, ListColumn]:
    """Đoán cột — by place; the first of two columns with the same meaning."""
    found: dict[int, ListColumn] = {}
    for place, heading in enumerate(headings):
        column = known_column(heading, learnt)
        if column is not None and column not in found.values():
            found[place] = column
    return found


def column_faults(columns: Mapping[int, ListColumn]) -> list[Reason]:
    """Ghép cột chưa đủ để ghi — what a member cannot be recorded without, and a column named twice."""
    return [*_twice(columns), *_missing(columns, _NEEDED)]


def compared_faults(columns: Mapping[int, ListColumn]) -> list[Reason]:
    """Ghép cột chưa đủ để đối chiếu — a name or a number tells who it is, and no column twice."""
    ways = *_NAMED, (ListColumn.CARD,), (ListColumn.CITIZEN,)
    return [*_twice(columns), *_missing(columns, (ways,))]


def _twice(columns: Mapping[int, ListColumn]) -> list[Reason]:
    said = list(columns.values())
    text = mark("Cột «{column}» được chọn hai lần.")
    return [
        Reason(text, {"column": each}, field="columns")
        for each in ListColumn
        if said.count(each) > 1
    ]


def _missing(columns: Mapping[int, ListColumn], needed: Sequence[Ways]) -> list[Reason]:
    """Each need may be met in several ways; the first is named."""
    said, text = set(columns.values()), mark("Chưa chọn cột «{column}».")
    return [
        Reason(text, {"column": ways[0][0]}, field="columns")
        for ways in needed
        if not any(said.issuperset(way) for way in ways)
    ]


_NAMED: Ways = (ListColumn.NAME,), (ListColumn.NAME_BEFORE, ListColumn.NAME_GIVEN)
_SEXED: Ways = (ListColumn.SEX,), (ListColumn.BORN_MALE, ListColumn.BORN_FEMALE)
_BIRTH: Ways = (ListColumn.BORN,), (ListColumn.BORN_MALE, ListColumn.BORN_FEMALE)
_NEEDED: Sequence[Ways] = _NAMED, _SEXED, _BIRTH, ((ListColumn.CELL,),), ((ListColumn.JOINED,),)


def samples(rows: Rows, head: Head, place: int) -> list[str]:
    """Vài ô đầu — of a column, so that people see what it holds."""
    filled = (row[place] for row in rows[head.first :] if row[place])
    return [cell for cell, _ in zip(filled, range(SAMPLES), strict=False)]


def _is_under(
    headings: Sequence[str], below: Sequence[str], learnt: Mapping[str, ListColumn]
) -> bool:
    """A row of parts: nothing under the name, and a known heading once joined."""
    for heading, part in zip(headings, below, strict=True):
        if part and known_column(heading, learnt) in (ListColumn.NAME, ListColumn.NAME_GIVEN):
            return False
    joined = _joined(headings, below)
    return any(
        part and known_column(whole, learnt) for part, whole in zip(below, joined, strict=True)
    )


def _joined(headings: Sequence[str], below: Sequence[str]) -> list[str]:
    """Each part behind the heading that spans it: blank cells to the right belong to it."""
    found, over = [], ""
    for heading, part in zip(headings, below, strict=True):
        over = heading or (over if part else "")
        found.append(f"{over} {part}".strip() if part else heading)
    return found


def _only_numbers(row: Sequence[str]) -> bool:
    """The row that numbers the columns: (1), (2), A, B, …"""
    filled = [cell for cell in row if cell]
    return len(filled) > LEAST and all(_NUMBERING.fullmatch(cell) for cell in filled)
