"""Loại tệp — told by the first bytes, whatever the name says; only plain text has none."""

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from thenchot.ground.basis.files.faults import ENCRYPTED, KIND, SVG, Hostile

OFFICE = "application/vnd.openxmlformats-officedocument."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"


class Kind(StrEnum):
    """Loại tệp — the six kinds kept; a CSV is kept as plain text, which no program calculates."""

    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"
    DOCX = "docx"
    XLSX = "xlsx"
    TEXT = "txt"

    @property
    def media(self) -> str:
        return MEDIA[self]


MEDIA = {
    Kind.PDF: "application/pdf",
    Kind.PNG: "image/png",
    Kind.JPG: "image/jpeg",
    Kind.DOCX: OFFICE + "wordprocessingml.document",
    Kind.XLSX: OFFICE + "spreadsheetml.sheet",
    Kind.TEXT: "text/plain",
}
SIGNS = (
    (b"%PDF-", Kind.PDF),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPG),
)
TABLES = frozenset({Kind.XLSX, Kind.TEXT})


def plain_kind(content: bytes) -> Kind | None:
    """Loại của tệp đơn — None for an office package, which tells its kind inside."""
    if kind := _signed(content):
        return kind
    if content.startswith(ZIP):
        return None
    if content.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise Hostile(ENCRYPTED)
    raise Hostile(SVG if re.search(rb"<svg\b", content[:4096], re.IGNORECASE) else KIND)


def is_plain(content: bytes) -> bool:
    """Không mang dấu hiệu — of no other kind, so that it may be plain text."""
    return bool(content) and not content.startswith((ZIP, OLE)) and not _signed(content)


def kept_kind(place: Path) -> Kind:
    """Loại của tệp đã giữ — of one that was checked when it came; nothing is unpacked."""
    with open(place, "rb") as held:
        first = held.read(8)
        if kind := _signed(first):
            return kind
        if not first.startswith(ZIP):
            return Kind.TEXT
        with zipfile.ZipFile(held) as package:
            sheets = any(name.startswith("xl/") for name in package.namelist())
    return Kind.XLSX if sheets else Kind.DOCX


def _signed(content: bytes) -> Kind | None:
    return next((kind for sign, kind in SIGNS if content.startswith(sign)), None)
