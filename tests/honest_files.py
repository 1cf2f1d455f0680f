"""Tệp thường của văn phòng — small ones made in code."""

import io
import struct
import zlib

import typst
from docx import Document
from pypdf import PdfWriter
from pypdf.annotations import Text
from xlsxwriter import Workbook


def docx(*lines: str) -> bytes:
    document, held = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(held)
    return held.getvalue()


def xlsx(*rows: tuple[object, ...]) -> bytes:
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Bảng")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return held.getvalue()


def drawn_xlsx(words: str) -> bytes:
    """A table with a comment, a chart, a box and print margins that say these words."""
    held = io.BytesIO()
    with Workbook(held, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Bảng")
        sheet.write_column(0, 0, (1, 2, 3))
        sheet.write_comment("B1", words)
        sheet.insert_textbox("D1", words)
        sheet.set_header(f"&C{words[:100]}")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Bảng!$A$1:$A$3"})
        chart.set_title({"name": words})
        sheet.insert_chart("F1", chart)
    return held.getvalue()


def noted_docx(words: str) -> bytes:
    """A letter with a comment."""
    document, held = Document(), io.BytesIO()
    document.add_comment(document.add_paragraph(words).runs, text=words, author="Thử")
    document.save(held)
    return held.getvalue()


def noted_pdf(words: str) -> bytes:
    """A page with a note."""
    return pdf(lambda writer: writer.add_annotation(0, Text(text=words, rect=(50, 700, 200, 740))))


HEAD = (
    ("TỈNH ỦY HẬU GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("*", ""),
    ("Số 12-BC/TU", "Vị Thanh, ngày 05 tháng 6 năm 2025"),
)  # fmt: skip


def two_columns(row: tuple[str, str], title: str = "BÁO CÁO", *lines: str) -> bytes:
    """A paper of the Party as PDF: issuer at the left, Party at the right, one more row of the head."""
    cells = "".join(f"[{cell}]," for row in (*HEAD, row) for cell in row)
    titles = "\n\n".join(f"#align(center)[*{each}*]" for each in title.splitlines())
    body = "\n\n".join(lines)
    grid = f"#grid(columns: (1fr, 1fr), align: center, row-gutter: 8pt, {cells})"
    return typst.compile(f"{grid}\n{titles}\n\n{body}".encode().replace(b"[*]", b"[\\*]"))


def people_list(given: str) -> tuple[bytes, ...]:
    """A list of people with a column for given names, as PDF, DOCX and XLSX."""
    rows = (
        ("STT", "Họ và", "tên", "Năm sinh"), ("1", "Nguyễn Văn", given, "1970"),
        ("2", "Trần Thị", given, "1985"),
    )  # fmt: skip
    cells = "".join(f"[{cell}]," for row in rows for cell in row)
    document, held = Document(), io.BytesIO()
    table = document.add_table(rows=0, cols=4)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(held)
    printed = typst.compile(f"DANH SÁCH NHÂN SỰ, KỶ LUẬT\n#table(columns: 4, {cells})".encode())
    return printed, held.getvalue(), xlsx(*rows)


def png(width: int = 8, height: int = 8, more: bytes = b"") -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = zlib.compress(b"\0" * 9 * 8)
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpg(width: int = 8, height: int = 8) -> bytes:
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\0"
    scan = struct.pack(">HB", 8, 1) + b"\x01\0\0\x3f\0"
    return b"\xff\xd8\xff\xc0" + frame + b"\xff\xda" + scan + b"\x12\xff\0\x34" + b"\xff\xd9"


def pdf(change=lambda writer: None) -> bytes:
    writer, held = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    change(writer)
    writer.write(held)
    return held.getvalue()
