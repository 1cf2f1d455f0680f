"""Đầu cột — where the table of an office's own file begins, and what each of its columns holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from thenchot.ground.plain.labels import Labelled
from thenchot.ground.plain.names import fold
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark

C = TypeVar("C", bound=Labelled)
Rows = Sequence[Sequence[str]]
WITHIN = 25  # rows in which the headings are looked for
LEAST = 2  # headings that make a row the head of the table
SAMPLES = 3
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


def samples(rows: Rows, head: Head, place: int) -> list[str]:
    """Vài ô đầu — of a column, so that people see what it holds."""
    filled = (row[place] for row in rows[head.first :] if row[place])
    return [cell for cell, _ in zip(filled, range(SAMPLES), strict=False)]


@dataclass(frozen=True, slots=True)
class Columns(Generic[C]):
    """Các cột của một loại danh sách — `usual`: the patterns of plain headings of each.

    `whole`: columns whose heading has no row of parts under it. `unseen` says, with `n`, that the
    first rows hold no headings.
    """

    usual: Mapping[C, str]
    unseen: str
    whole: frozenset[C] = frozenset()

    def known(self, heading: str, learnt: Mapping[str, C]) -> C | None:
        """Cột quen — what this office has said of the heading before, else what is usual."""
        plain = plain_heading(heading)
        if plain in learnt:
            return learnt[plain]
        return next(
            (each for each, usual in self.usual.items() if re.fullmatch(usual, plain)), None
        )

    def head_of(self, rows: Rows, learnt: Mapping[str, C]) -> Head:
        """Tìm đầu bảng — the row with most known headings, with the row of parts under it if any."""
        counted = [
            sum(self.known(cell, learnt) is not None for cell in row) for row in rows[:WITHIN]
        ]
        if max(counted, default=0) < LEAST:
            raise Misread(self.unseen, n=WITHIN)
        place = counted.index(max(counted))
        headings, first = list(rows[place]), place + 1
        if first < len(rows) and self._is_under(headings, rows[first], learnt):
            headings, first = _joined(headings, rows[first]), first + 1
        if first < len(rows) and _only_numbers(rows[first]):
            first += 1
        return Head(tuple(headings), first)

    def guessed(self, headings: Sequence[str], learnt: Mapping[str, C]) -> dict[int, C]:
        """Đoán cột — by place; the first of two columns with the same meaning."""
        found: dict[int, C] = {}
        for place, heading in enumerate(headings):
            column = self.known(heading, learnt)
            if column is not None and column not in found.values():
                found[place] = column
        return found

    def new_headings(
        self, head: Head, columns: Mapping[int, C], learnt: Mapping[str, C]
    ) -> dict[str, C]:
        """Tên cột mới — headings that were chosen otherwise than they would be taken for."""
        return {
            plain_heading(heading): column
            for place, column in columns.items()
            if plain_heading(heading := head.headings[place])
            and self.known(heading, learnt) is not column
        }

    def twice(self, columns: Mapping[int, C]) -> list[Reason]:
        """Cột chọn hai lần."""
        said = list(columns.values())
        text = mark("Cột «{column}» được chọn hai lần.")
        return [
            Reason(text, {"column": each}, field="columns")
            for each in self.usual
            if said.count(each) > 1
        ]

    def missing(
        self, columns: Mapping[int, C], needed: Sequence[tuple[tuple[C, ...], ...]]
    ) -> list[Reason]:
        """Cột còn thiếu — each need may be met in several ways; the first is named."""
        said, text = set(columns.values()), mark("Chưa chọn cột «{column}».")
        return [
            Reason(text, {"column": ways[0][0]}, field="columns")
            for ways in needed
            if not any(said.issuperset(way) for way in ways)
        ]

    def _is_under(
        self, headings: Sequence[str], below: Sequence[str], learnt: Mapping[str, C]
    ) -> bool:
        """A row of parts: nothing under what stands whole, and a known heading once joined."""
        for heading, part in zip(headings, below, strict=True):
            if part and self.known(heading, learnt) in self.whole:
                return False
        joined = _joined(headings, below)
        return any(
            part and self.known(whole, learnt) for part, whole in zip(below, joined, strict=True)
        )


def shown_columns(
    rows: Rows, head: Head, columns: Mapping[int, C]
) -> list[tuple[int, str, list[str], C | None]]:
    """Các cột để hỏi — place, heading, a few cells, what it is taken for; empty ones are left out."""
    asked = [
        (place, heading, samples(rows, head, place), columns.get(place))
        for place, heading in enumerate(head.headings)
    ]
    return [each for each in asked if each[1] or each[2]]


def chosen_columns(words: type[C], columns: Mapping[str, str] | None, head: Head) -> dict[int, C]:
    """Cột đã chọn — by place; what is no column of this list, or of none, is left out."""
    named = {place: (columns or {}).get(str(place), "") for place in range(len(head.headings))}
    known = words._value2member_map_
    return {place: words.of(word) for place, word in named.items() if word in known}


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
