"""Danh sách nhận vào — the file of an office with its columns understood; nothing of it is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from thenchot.ground.plain.actor import Actor
from thenchot.ground.plain.headings import (
    Head,
    chosen_columns,
    plain_heading,
    shown_columns,
)
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.worksheets import Rows, read_rows
from thenchot.people.dossiers.rules.headings import COLUMNS
from thenchot.people.dossiers.rules.listed import ListedLine, listed_lines
from thenchot.people.members.reads.headings import learnt_headings
from thenchot.people.members.words import ListColumn


@dataclass(frozen=True, slots=True)
class Handed:
    """Danh sách — its rows, its head, and what each column holds, by place.

    `cell`: of every row that names none, with the unit above it behind a comma.
    """

    rows: Rows
    head: Head
    columns: Mapping[int, ListColumn]
    learnt: Mapping[str, ListColumn]
    cell: str = ""

    def lines(self, today: date) -> list[ListedLine]:
        """Các dòng — read as the columns say."""
        found = listed_lines(self.rows, self.head, self.columns, today)
        if not self.cell:
            return found
        cell, above = (part.strip() for part in f"{self.cell},".split(",")[:2])
        return [
            line if line.cell else replace(line, cell=cell, above=line.above or above)
            for line in found
        ]

    def shown_columns(self) -> list[tuple[int, str, list[str], ListColumn | None]]:
        """Các cột để hỏi — place, heading, a few cells, what it is taken for; empty ones are left out."""
        return shown_columns(self.rows, self.head, self.columns)

    def to_remember(self) -> dict[str, ListColumn]:
        """Tên cột mới — headings that were chosen otherwise than they would be taken for."""
        return COLUMNS.new_headings(self.head, self.columns, self.learnt)


def handed(
    *,
    by: Actor,
    name: str,
    content: bytes,
    columns: Mapping[str, str] | None,
    on: date,
    said: Mapping[str, str] | None = None,
    cell: str = "",
) -> Handed:
    """Mở danh sách — `columns` as they were chosen, else as guessed; `Misread` where it is no list.

    `said`: what is said of headings this once, in place of what is known of them.
    """
    rows, learnt = read_rows(name, content), learnt_headings(by=by, on=on)
    learnt |= {plain_heading(heading): _column(word) for heading, word in (said or {}).items()}
    head = COLUMNS.head_of(rows, learnt)
    places = chosen_columns(ListColumn, columns, head) or COLUMNS.guessed(head.headings, learnt)
    return Handed(rows, head, places, learnt, cell)


def _column(word: str) -> ListColumn:
    if word not in ListColumn._value2member_map_:
        known = ", ".join(each.value for each in ListColumn)
        raise Misread(mark("Không có cột «{word}»; có các cột: {known}."), word=word, known=known)
    return ListColumn.of(word)
