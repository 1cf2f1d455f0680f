"""Các dạng tệp — the sheet written as XLSX, DOCX and PDF; the same sheet gives the same bytes."""

import io
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

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
from thenchot.doors.exchange.reports.sheet import Sheet, SheetRow
from thenchot.figures.reports.words import Column
from thenchot.ground.plain.ratios import rounded

HERE = Path(__file__).parent
SIGNED = frozenset({Column.CHANGE, Column.CHANGE_PERCENT})
PERCENTS = frozenset({Column.PERCENT, Column.CHANGE_PERCENT})
WIDTHS = {
    Column.LABEL: 72,
    Column.TARGET: 36,
    Column.ACTUAL: 36,
    Column.PERCENT: 22,
    Column.SAME_PERIOD: 36,
    Column.CHANGE: 36,
    Column.CHANGE_PERCENT: 24,
}  # millimetres of an A4 page lying down, within its margins


def as_xlsx(sheet: Sheet) -> bytes:
    """Bảng tính — numbers stay numbers; A4 landscape, the head repeats."""
    made = io.BytesIO()
    book, page = new_book(made, sheet.title, sheet.made_at, paper=9)
    style = {"font_name": WORD_FONT, "font_size": 12, "valign": "top"}
    plain, bold = book.add_format(style), book.add_format(style | {"bold": True})
    wrapped = style | {"text_wrap": True, "border": 1}
    head = book.add_format(wrapped | {"bold": True, "align": "center"})
    for place, text in enumerate((sheet.unit, sheet.title, sheet.counted)):
        page.write_string(place, 0, text, bold if place == 1 else plain)
    line = 4
    page.repeat_rows(line)
    for place, text in enumerate(sheet.columns.values()):
        page.write_string(line, place, text, head)
    page.set_column(0, 0, 62)
    page.set_column(1, len(sheet.columns) - 1, 17)
    formats = {
        (column, depth): book.add_format(wrapped | _number_style(column, depth))
        for column in Column
        for depth in (0, 1)
    }
    for section in sheet.sections:
        line += 1
        page.merge_range(
            line, 0, line, len(sheet.columns) - 1, section.heading, book.add_format(wrapped | {"bold": True})
        )  # fmt: skip
        for row in section.rows:
            line += 1
            for place, column in enumerate(Column):
                style_of = formats[column, row.depth]
                if column in row.numbers:
                    page.write_number(line, place, _cell(row, column), style_of)
                else:
                    page.write_string(line, place, row.printed[column], style_of)
    for place, note in enumerate(sheet.notes, start=line + 2):
        page.write_string(place, 0, note, plain)
    book.close()
    return same_bytes(made)


def as_docx(sheet: Sheet) -> bytes:
    """Văn bản — A4 landscape, one table whose head repeats on every page."""
    paper = new_document(
        sheet.unit, sheet.title, [sheet.counted], sheet.made_at, across=297, down=210
    )
    table = paper.add_table(rows=1, cols=len(sheet.columns), style="Table Grid")
    table.autofit = False
    repeats(table.rows[0])
    for cell, text in zip(table.rows[0].cells, sheet.columns.values(), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for section in sheet.sections:
        cells = table.add_row().cells
        cells[0].merge(cells[-1]).paragraphs[0].add_run(section.heading).bold = True
        for row in section.rows:
            for cell, column in zip(table.add_row().cells, Column, strict=True):
                written = cell.paragraphs[0]
                written.add_run(row.printed[column])
                if column is Column.LABEL:
                    written.paragraph_format.left_indent = Mm(6 * row.depth)
                else:
                    written.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for place, column in enumerate(Column):
        for cell in table.columns[place].cells:
            cell.width = Mm(WIDTHS[column])
    return document_bytes(paper, sheet.notes)


def as_pdf(sheet: Sheet) -> bytes:
    """Bản in — set by Typst in the packaged font only; A4 landscape with page numbers."""
    data = asdict(sheet) | {
        "columns": list(sheet.columns.values()),
        "widths": [WIDTHS[column] for column in Column],
        "sections": [
            {
                "heading": section.heading,
                "rows": [
                    {"depth": row.depth, "cells": [row.printed[column] for column in Column]}
                    for row in section.rows
                ],
            }
            for section in sheet.sections
        ],
    }
    return typeset(HERE / "report.typ", data, sheet.made_at)


FILES: Mapping[str, tuple[str, Callable[[Sheet], bytes]]] = {
    "xlsx": (KINDS["xlsx"], as_xlsx),
    "docx": (KINDS["docx"], as_docx),
    "pdf": (KINDS["pdf"], as_pdf),
}


def _cell(row: SheetRow, column: Column) -> float:
    number = row.numbers[column]
    return float(rounded(number) / 100) if column in PERCENTS else int(number)


def _number_style(column: Column, depth: int) -> dict[str, object]:
    if column is Column.LABEL:
        return {"indent": depth}
    shown = "0.00%" if column in PERCENTS else "#,##0"
    if column in SIGNED:
        shown = f"+{shown};-{shown};{shown}"
    return {"num_format": shown, "align": "right"}
