"""Tờ trích ngang — the words of a digest in print order; every file is written from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from thenchot.doors.exchange.making import LEFT, RIGHT
from thenchot.doors.exchange.reports.sheet import FICTION, HANOI
from thenchot.ground.plain.text import Translate, mark
from thenchot.people.dossiers.reads.digest import Digest
from thenchot.people.dossiers.rules.asked import Asked, said_of
from thenchot.people.dossiers.rules.digest import how_many
from thenchot.people.dossiers.words import Column, Paper

TITLE = mark("DANH SÁCH TRÍCH NGANG")
WEIGHTS = {
    Column.NUMBER: 10,
    Column.NAME: 38,
    Column.BORN: 24,
    Column.ETHNICITY: 17,
    Column.HOMETOWN: 44,
    Column.POSTS: 50,
    Column.JOINED: 23,
    Column.OFFICIAL: 23,
    Column.PROFESSIONAL: 28,
    Column.POLITICAL: 22,
    Column.NOTE: 14,
}  # fmt: skip — how wide beside one another
LYING = {Paper.A4: 297, Paper.A3: 420}
UPRIGHT = {Paper.A4: 210, Paper.A3: 297}


@dataclass(frozen=True, slots=True)
class DigestSheet:
    """Tờ trích ngang — from top to bottom; `widths` are millimetres; `made_at` is in every file."""

    office: str
    title: str
    of: str
    counted: str
    columns: list[Column]
    heads: list[str]
    widths: list[float]
    rows: list[list[str]]
    notes: list[str]
    paper: Paper
    made_at: datetime


def sheet_of(
    digest: Digest, asked: Asked, on: date, columns: Sequence[Column], paper: Paper,
    translate: Translate, *, office: str, fictional: bool,
) -> DigestSheet:  # fmt: skip
    """Tờ của một danh sách — its moment is the end of the day it shows."""
    counted = translate(mark("(Tính đến ngày {day:%d/%m/%Y})")).format(day=on)
    printed = [row.printed(number, translate) for number, row in enumerate(digest.rows, start=1)]
    notes = [how_many(len(digest.rows), digest.total).sentence(translate)]
    if fictional:
        notes.append(translate(FICTION))
    return DigestSheet(
        office, translate(TITLE),
        "; ".join(part.sentence(translate) for part in said_of(asked, digest.unit)), counted,
        list(columns), [column.sentence(translate) for column in columns], widths(columns, paper),
        [[cells[column] for column in columns] for cells in printed], notes, paper,
        datetime.combine(on, time(23, 59), HANOI),
    )  # fmt: skip


def widths(columns: Sequence[Column], paper: Paper) -> list[float]:
    """Độ rộng cột — together as wide as the paper within its margins."""
    whole = sum(WEIGHTS[column] for column in columns)
    within = LYING[paper] - LEFT - RIGHT
    return [round(WEIGHTS[column] * within / whole, 1) for column in columns]
