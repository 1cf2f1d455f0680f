"""Các dạng tệp của danh sách trích ngang — the same sheet gives the same bytes; no cell is ever a formula."""

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst
import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from thenchot.doors.exchange.making import FONTS, KINDS, WORD_FONT, repeats, same_bytes
from thenchot.doors.exchange.people.sheet import EDGE, LEFT, LYING, RIGHT, UPRIGHT, DigestSheet
from thenchot.people.dossiers.words import Column, Paper

HERE = Path(__file__).parent
EXCEL_PAPER = {Paper.A4: 9, Paper.A3: 8}
CENTRED = frozenset({Column.NUMBER, Column.BORN, Column.JOINED, Column.OFFICIAL})
MM_PER_LETTER = 2.0  # of a spreadsheet column


def as_xlsx(sheet: DigestSheet) -> bytes:
    """Bảng tính — lying down, one page wide, the head of the table repeats."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": sheet.title, "created": sheet.made_at.replace(tzinfo=None)})
    page = book.add_worksheet()
    page.set_landscape()
    page.set_paper(EXCEL_PAPER[sheet.paper])
    page.fit_to_pages(1, 0)
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
    paper = Document()
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(LYING[sheet.paper]), Mm(UPRIGHT[sheet.paper])
    page.left_margin, page.right_margin = Mm(LEFT), Mm(RIGHT)
    page.top_margin = page.bottom_margin = Mm(EDGE)
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = WORD_FONT, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), WORD_FONT)
    normal.paragraph_format.space_after = Pt(0)
    core = paper.core_properties
    core.author, core.title, core.revision = sheet.office, sheet.title, 1
    core.created = core.modified = sheet.made_at.replace(tzinfo=None)
    paper.add_paragraph(sheet.office)
    for text in (sheet.title, sheet.of, sheet.counted, ""):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(text).bold = text == sheet.title
    _table(paper, sheet)
    paper.add_paragraph()
    for note in sheet.notes:
        paper.add_paragraph(note)
    made = io.BytesIO()
    paper.save(made)
    return same_bytes(made)


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
    data = asdict(sheet) | {
        "made_at": sheet.made_at.isoformat(),
        "centred": [column in CENTRED for column in sheet.columns],
        "margins": {"left": LEFT, "right": RIGHT, "y": EDGE},
    }
    made = typst.compile(
        str(HERE / "digest.typ"), sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf",
        timestamp=int(sheet.made_at.timestamp()),
    )  # fmt: skip
    return bytes(made)


FILES: Mapping[str, tuple[str, Callable[[DigestSheet], bytes]]] = {
    "xlsx": (KINDS["xlsx"], as_xlsx),
    "docx": (KINDS["docx"], as_docx),
    "pdf": (KINDS["pdf"], as_pdf),
}
