"""Tệp của văn bản — kept in the data folder under the SHA-256 of the content; one content, one file."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark

MOST_BYTES = 10 * 1024 * 1024
MARKS = (
    (b"%PDF-", ".pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
    (
        b"PK\x03\x04",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
)
DIGEST_LENGTH = 64


def keep_file(chunks: Iterable[bytes]) -> str:
    """Giữ tệp — its SHA-256 in hex; Misread for what is too large, empty or of another kind.

    Kept before the act that names it: what no paper names is nobody's to open.
    """
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as partial:
        place = Path(partial.name)
        try:
            for chunk in chunks:
                size += len(chunk)
                if size > MOST_BYTES:
                    raise Misread(mark("Tệp lớn quá {n} MB."), n=MOST_BYTES // 1024 // 1024)
                digest.update(chunk)
                partial.write(chunk)
            partial.flush()
            os.fsync(partial.fileno())
            if _kind(place) is None:
                raise Misread(mark("Tệp phải là PDF, ảnh (JPG, PNG) hoặc DOCX."))
        except BaseException:
            place.unlink()
            raise
    place.replace(folder / digest.hexdigest())
    return digest.hexdigest()


def kept_file(digest: str) -> tuple[Path, str, str] | None:
    """Tệp đã giữ — its place, ending and media type; None where none has this SHA-256."""
    if len(digest) != DIGEST_LENGTH or not digest.isalnum():
        return None
    place = _folder() / digest
    kind = _kind(place) if place.is_file() else None
    return (place, *kind) if kind else None


def _kind(place: Path) -> tuple[str, str] | None:
    """By its first bytes, whatever its name says."""
    with open(place, "rb") as held:
        first = held.read(8)
    return next(((ending, media) for sign, ending, media in MARKS if first.startswith(sign)), None)


def _folder() -> Path:
    place: Path = settings.DATA_FOLDER.files
    return place
