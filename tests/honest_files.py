"""Tệp thường của văn phòng — small ones made in code."""

import io
import struct
import zlib

from docx import Document
from pypdf import PdfWriter
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
