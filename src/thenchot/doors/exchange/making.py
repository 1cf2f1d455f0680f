"""Làm tệp — what all files written here share: fonts, kinds, and equal bytes for equal content."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import fontpkg_noto_serif
import typst
import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONTS = Path(fontpkg_noto_serif.__file__).parent / "files"
WORD_FONT = "Times New Roman"
LEFT, RIGHT, EDGE = 20, 15, 20  # margins in millimetres
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def new_book(made: io.BytesIO, title: str, made_at: datetime, *, paper: int) -> tuple[Any, Any]:
    """Bảng tính mới — the book and its one sheet, lying down, one page wide."""
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties({"title": title, "created": made_at.replace(tzinfo=None)})
    page = book.add_worksheet()
    page.set_landscape()
    page.set_paper(paper)
    page.fit_to_pages(1, 0)
    return book, page


def table_of_text(
    title: str,
    head: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[str]],
    made_at: datetime,
) -> bytes:
    """Bảng tính chỉ có chữ — headings with their widths; no cell is ever read as a formula."""
    made = io.BytesIO()
    book, page = new_book(made, title, made_at, paper=9)
    style = {
        "font_name": WORD_FONT, "font_size": 12, "valign": "top", "text_wrap": True, "border": 1,
    }  # fmt: skip
    plain, bold = book.add_format(style), book.add_format(style | {"bold": True})
    page.repeat_rows(0)
    for place, (text, width) in enumerate(head):
        page.set_column(place, place, width)
        page.write_string(0, place, text, bold)
    for line, cells in enumerate(rows, start=1):
        for place, text in enumerate(cells):
            page.write_string(line, place, text, plain)
    book.close()
    return same_bytes(made)


def new_document(
    office: str, title: str, under: list[str], made_at: datetime, *, across: int, down: int
) -> Any:
    """Văn bản mới — lying down; the office, the title and the lines under it are written."""
    paper = Document()
    page = paper.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(across), Mm(down)
    page.left_margin, page.right_margin = Mm(LEFT), Mm(RIGHT)
    page.top_margin = page.bottom_margin = Mm(EDGE)
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = WORD_FONT, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), WORD_FONT)
    normal.paragraph_format.space_after = Pt(0)
    core = paper.core_properties
    core.author, core.title, core.revision = office, title, 1
    core.created = core.modified = made_at.replace(tzinfo=None)
    paper.add_paragraph(office)
    for text in (title, *under, ""):
        line = paper.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(text).bold = text == title
    return paper


def document_bytes(paper: Any, notes: list[str]) -> bytes:
    """Văn bản đã xong — with the notes under its table."""
    paper.add_paragraph()
    for note in notes:
        paper.add_paragraph(note)
    made = io.BytesIO()
    paper.save(made)
    return same_bytes(made)


def typeset(template: Path, data: Mapping[str, Any], made_at: datetime) -> bytes:
    """Bản in — set by Typst in the packaged font only."""
    told = {
        **data,
        "made_at": made_at.isoformat(),
        "margins": {"left": LEFT, "right": RIGHT, "y": EDGE},
    }
    made = typst.compile(
        str(template), sys_inputs={"data": json.dumps(told, ensure_ascii=False)},
        font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf",
        timestamp=int(made_at.timestamp()),
    )  # fmt: skip
    return bytes(made)


def repeats(row: Any) -> None:
    """Dòng đầu bảng — a row of a Word table that is printed again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def same_bytes(made: io.BytesIO) -> bytes:
    """Cùng nội dung, cùng byte — the members of an office file in a fixed order with one fixed date."""
    again = io.BytesIO()
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(again, "w") as after:
        for name in sorted(
            before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)
        ):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(member, before.read(name))
    return again.getvalue()
