"""Làm tệp — what all files written here share: fonts, kinds, and equal bytes for equal content."""

import io
import zipfile
from pathlib import Path
from typing import Any

import fontpkg_noto_serif
from docx.oxml import OxmlElement

FONTS = Path(fontpkg_noto_serif.__file__).parent / "files"
WORD_FONT = "Times New Roman"
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


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
