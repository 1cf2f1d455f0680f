"""Các dạng tệp của bản mô tả — upright A4; the same sheet gives the same bytes."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from thenchot.doors.exchange.making import KINDS, document_bytes, new_document, repeats, typeset
from thenchot.doors.exchange.positions.sheet import PositionSheet, Table

HERE = Path(__file__).parent
ACROSS, DOWN = 210, 297


def as_docx(sheet: PositionSheet) -> bytes:
    """Văn bản — parts one under another, their tables with heads that repeat."""
    paper = new_document(sheet.office, sheet.title, [], sheet.made_at, across=ACROSS, down=DOWN)
    paper.sections[0].orientation = WD_ORIENT.PORTRAIT
    _table(paper, sheet.facts)
    for part in sheet.parts:
        paper.add_paragraph()
        paper.add_paragraph().add_run(part.heading).bold = True
        for line in part.lines:
            paper.add_paragraph(line)
        if part.table:
            _table(paper, part.table)
    return document_bytes(paper, sheet.notes)


def _table(paper: Any, told: Table) -> None:
    texts = [told.heads, *told.rows] if told.heads else told.rows
    if not texts:
        return
    table = paper.add_table(len(texts), len(told.widths), style="Table Grid")
    table.autofit = False
    if told.heads:
        repeats(table.rows[0])
    cells = zip(table._cells, [text for row in texts for text in row], strict=True)
    for place, (cell, text) in enumerate(cells):
        cell.width = Mm(told.widths[place % len(told.widths)])
        in_head = bool(told.heads) and place < len(told.widths)
        cell.paragraphs[0].add_run(text).bold = in_head
        if in_head:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def as_pdf(sheet: PositionSheet) -> bytes:
    """Bản in — set by Typst in the packaged font only, with page numbers."""
    return typeset(HERE / "position.typ", asdict(sheet), sheet.made_at)


FILES: Mapping[str, tuple[str, Callable[[PositionSheet], bytes]]] = {
    "docx": (KINDS["docx"], as_docx),
    "pdf": (KINDS["pdf"], as_pdf),
}
