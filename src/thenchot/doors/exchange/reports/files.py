"""Các dạng tệp — the sheet written as XLSX, DOCX and PDF; the same sheet gives the same bytes."""

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import typst
import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from thenchot.doors.exchange.making import FONTS, KINDS, WORD_FONT, repeats, same_bytes
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
LEFT, RIGHT, EDGE = 20, 15, 20


def as_xlsx(sheet: Sheet) -> bytes:
    """Bảng tính — numbers stay numbers; A4 landscape, the head repeats."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": sheet.title, "created": sheet.made_at.replace(tzinfo=None)})
    page = book.add_worksheet()
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
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
    paper = Document()
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin, page.right_margin = Mm(LEFT), Mm(RIGHT)
    page.top_margin = page.bottom_margin = Mm(EDGE)
    font = paper.styles["Normal"].font
    font.name, font.size = WORD_FONT, Pt(12)
    paper.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), WORD_FONT)
    paper.styles["Normal"].paragraph_format.space_after = Pt(0)
    core = paper.core_properties
    core.author, core.title, core.revision = sheet.unit, sheet.title, 1
    core.created = core.modified = sheet.made_at.replace(tzinfo=None)
    paper.add_paragraph(sheet.unit)
    for text, strong in ((sheet.title, True), (sheet.counted, False), ("", False)):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(text).bold = strong
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
    paper.add_paragraph()
    for note in sheet.notes:
        paper.add_paragraph(note)
    made = io.BytesIO()
    paper.save(made)
    return same_bytes(made)


def as_pdf(sheet: Sheet) -> bytes:
    """Bản in — set by Typst in the packaged font only; A4 landscape with page numbers."""
    data = asdict(sheet) | {
        "made_at": sheet.made_at.isoformat(),
        "columns": list(sheet.columns.values()),
        "widths": [WIDTHS[column] for column in Column],
        "margins": {"left": LEFT, "right": RIGHT, "y": EDGE},
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
    made = typst.compile(
        str(HERE / "report.typ"), sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf",
        timestamp=int(sheet.made_at.timestamp()),
    )  # fmt: skip
    return bytes(made)


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
