"""Loại tệp — told by the first bytes, whatever the name says."""

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from thenchot.ground.basis.files.faults import ENCRYPTED, KIND, SVG, Hostile

OFFICE = "application/vnd.openxmlformats-officedocument."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"


class Kind(StrEnum):
    """Loại tệp — the five kinds kept."""

    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def media(self) -> str:
        return MEDIA[self]


MEDIA = {
    Kind.PDF: "application/pdf",
    Kind.PNG: "image/png",
    Kind.JPG: "image/jpeg",
    Kind.DOCX: OFFICE + "wordprocessingml.document",
    Kind.XLSX: OFFICE + "spreadsheetml.sheet",
}
SIGNS = (
    (b"%PDF-", Kind.PDF),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPG),
)


def plain_kind(content: bytes) -> Kind | None:
    """Loại của tệp đơn — None for an office package, which tells its kind inside."""
    for sign, kind in SIGNS:
        if content.startswith(sign):
            return kind
    if content.startswith(ZIP):
        return None
    if content.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise Hostile(ENCRYPTED)
    raise Hostile(SVG if re.search(rb"<svg\b", content[:4096], re.IGNORECASE) else KIND)


def kept_kind(place: Path) -> Kind:
    """Loại của tệp đã giữ — of one that was checked when it came; nothing is unpacked."""
    with open(place, "rb") as held:
        kind = plain_kind(held.read(8))
        if kind:
            return kind
        with zipfile.ZipFile(held) as package:
            sheets = any(name.startswith("xl/") for name in package.namelist())
    return Kind.XLSX if sheets else Kind.DOCX
