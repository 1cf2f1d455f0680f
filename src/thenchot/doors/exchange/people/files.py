"""Các dạng tệp của danh sách trích ngang — the same sheet gives the same bytes; no cell is ever a formula."""

import io
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from thenchot.doors.exchange.making import (
    KINDS,
    WORD_FONT,
    document_bytes,
    new_book,
    new_document,
    repeats,
    same_bytes,
    typeset,
)
from thenchot.doors.exchange.people.sheet import LYING, UPRIGHT, DigestSheet
from thenchot.people.dossiers.words import Column, Paper

HERE = Path(__file__).parent
EXCEL_PAPER = {Paper.A4: 9, Paper.A3: 8}
CENTRED = frozenset({Column.NUMBER, Column.BORN, Column.JOINED, Column.OFFICIAL})
MM_PER_LETTER = 2.0  # of a spreadsheet column


def as_xlsx(sheet: DigestSheet) -> bytes:
    """Bảng tính — lying down, one page wide, the head of the table repeats."""
    made = io.BytesIO()
    book, page = new_book(made, sheet.title, sheet.made_at, paper=EXCEL_PAPER[sheet.paper])
    style = {"font_name": WORD_FONT, "font_size": 12, "valign": "top"}
    plain, bold = book.add_format(style), book.add_format(style | {"bold": True})
    for place, text in enumerate((sheet.office, sheet.title, sheet.of, sheet.counted)):
        page.write_string(place, 0, text, bold if place == 1 else plain)
    boxed = style | {"text_wrap": True, "border": 1}
    left, middle = book.add_format(boxed), book.add_format(boxed | {"align": "center"})
    head = book.add_format(boxed | {"bold": True, "align": "center"})
    first = 5
    page.repeat_rows(first)
    for place, (text, width) in enumerate(zip(sheet.heads, sheet.widths, strict=True)):
        page.set_column(place, place, width / MM_PER_LETTER)
        page.write_string(first, place, text, head)
    for line, row in enumerate(sheet.rows, start=first + 1):
        for place, (text, column) in enumerate(zip(row, sheet.columns, strict=True)):
            page.write_string(line, place, text, middle if column in CENTRED else left)
    for line, note in enumerate(sheet.notes, start=first + len(sheet.rows) + 2):
        page.write_string(line, 0, note, plain)
    book.close()
    return same_bytes(made)


def as_docx(sheet: DigestSheet) -> bytes:
    """Văn bản — lying down, one table whose head repeats on every page."""
    paper = new_document(
        sheet.office, sheet.title, [sheet.of, sheet.counted], sheet.made_at,
        across=LYING[sheet.paper], down=UPRIGHT[sheet.paper],
    )  # fmt: skip
    _table(paper, sheet)
    return document_bytes(paper, sheet.notes)


def _table(paper: Any, sheet: DigestSheet) -> None:
    """Cells are taken in one pass: asking a Word table for each row walks it from its beginning."""
    table = paper.add_table(1 + len(sheet.rows), len(sheet.columns), style="Table Grid")
    table.autofit = False
    repeats(table.rows[0])
    texts = [text for row in (sheet.heads, *sheet.rows) for text in row]
    for place, (cell, text) in enumerate(zip(table._cells, texts, strict=True)):
        column = place % len(sheet.columns)
        cell.width = Mm(sheet.widths[column])
        written, in_head = cell.paragraphs[0], place < len(sheet.columns)
        written.add_run(text).bold = in_head
        if in_head or sheet.columns[column] in CENTRED:
            written.alignment = WD_ALIGN_PARAGRAPH.CENTER


def as_pdf(sheet: DigestSheet) -> bytes:
    """Bản in — set by Typst in the packaged font only, lying down, with page numbers."""
    data = asdict(sheet) | {"centred": [column in CENTRED for column in sheet.columns]}
    return typeset(HERE.parent / "table.typ", data, sheet.made_at)


FILES: Mapping[str, tuple[str, Callable[[DigestSheet], bytes]]] = {
    "xlsx": (KINDS["xlsx"], as_xlsx),
    "docx": (KINDS["docx"], as_docx),
    "pdf": (KINDS["pdf"], as_pdf),
}
