"""Bảng tính nhận vào — an XLSX or CSV file as rows of tidy text; what could harm is refused unread."""

import csv
import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark

LARGEST = 10 * 1024 * 1024
LARGEST_OPENED = 200 * 1024 * 1024  # of all members of an XLSX together, once unpacked
MOST_MEMBERS, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 1000, 59_999, 104, 2000
BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")
UNREADABLE = mark("Không mở được tệp này; hãy lưu lại dưới dạng XLSX hoặc CSV rồi chọn lại.")
NOT_UTF8 = mark("Tệp CSV không phải mã UTF-8; hãy lưu lại dưới dạng «CSV UTF-8» hoặc XLSX.")
XLSX, CSV = "xlsx", "csv"
_TOO_WIDE = mark(
    "Bảng có ô ngoài {rows} dòng, {columns} cột đầu; hãy xóa đi hoặc chia nhỏ danh sách."
)
_MACROS = ("vbaproject.bin", "macrosheets/")
_FAR = re.compile(rb"""\sr\s*=\s*["'](?![A-Ca-c]?[A-Za-z]?[1-5]?\d{1,4}["'])""")

Rows = list[list[str]]


def read_rows(name: str, content: bytes) -> Rows:
    """Đọc tệp — every row as long as the longest; `Misread` says why a file is not taken."""
    if len(content) > LARGEST:
        raise Misread(mark("Tệp lớn hơn {most} MB."), most=LARGEST // 1024 // 1024)
    if table_ending(name) == XLSX:
        return _squared(_of_workbook(_measured(content)))
    return _squared(_of_text(decoded(content)))


def table_ending(name: str) -> str:
    """Loại bảng tính — by the ending of its name; `Misread` for any other."""
    ending = name.lower().rpartition(".")[2]
    if ending not in (XLSX, CSV):
        raise Misread(mark("Chỉ nhận tệp XLSX hoặc CSV, không nhận tệp có macro."))
    return ending


def as_text(value: Any) -> str:
    """Ô thành chữ — a day as dd/mm/yyyy, a whole number without a point."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool | time | timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy_name(str(value))[:LONGEST_CELL]


def _measured(content: bytes) -> bytes:
    """The members once more, unpacked no further than they say: only these are read."""
    opened = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as sent, zipfile.ZipFile(opened, "w") as kept:
            members = sent.infolist()
            if any(part in each.filename.lower() for each in members for part in _MACROS):
                raise Misread(mark("Tệp có macro; hãy lưu lại dưới dạng XLSX không có macro."))
            size = sum(each.file_size for each in members)
            if size > LARGEST_OPENED or len(members) > MOST_MEMBERS:
                raise Misread(mark("Nội dung tệp quá lớn khi mở ra; hãy chia nhỏ danh sách."))
            for each in members:
                body = sent.read(each)
                if "worksheets/" in each.filename and _FAR.search(body):
                    raise _too_wide()
                kept.writestr(each.filename, body)
    except Misread:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise Misread(UNREADABLE) from error
    return opened.getvalue()


def _of_workbook(content: bytes) -> Rows:
    """The first sheet in which anything is written."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            values = sheet.to_python(skip_empty_area=False)  # rows keep the numbers people see
            rows = [[as_text(cell) for cell in row] for row in values]
            if any(any(row) for row in rows):
                return rows
    except (CalamineError, OSError) as error:
        raise Misread(UNREADABLE) from error
    return []


def _too_wide() -> Misread:
    """A cell far out makes the whole table up to it: it is refused before the table is made."""
    return Misread(_TOO_WIDE, rows=MOST_ROWS, columns=MOST_COLUMNS)


def decoded(content: bytes) -> str:
    """Chữ của tệp CSV — UTF-8, or UTF-16 where its first bytes say so."""
    code = "utf-16" if content.startswith(BYTE_ORDER) else "utf-8-sig"
    try:
        return content.decode(code)
    except UnicodeDecodeError as error:
        raise Misread(NOT_UTF8) from error


def _of_text(text: str) -> Rows:
    head = text.partition("\n")[0]
    delimiter = max(";\t,", key=head.count)
    rows: Rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([as_text(cell) for cell in row])
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise _too_wide()
    except csv.Error as error:
        raise Misread(UNREADABLE) from error
    return rows


def _squared(rows: Rows) -> Rows:
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise Misread(mark("Tệp không có dòng nào."))
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]
