"""Tệp của văn bản — kept in the data folder under the SHA-256 of the content; one content, one file."""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from thenchot.ground.basis.files.checking import opened
from thenchot.ground.basis.files.faults import KIND
from thenchot.ground.basis.files.kinds import Kind, kept_kind
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.worksheets import UNREADABLE, table_ending

MOST_BYTES = 10 * 1024 * 1024
SECRET = mark("Tệp mang dấu độ mật nên không được giữ lại; văn bản mật vào sổ riêng, trên giấy.")
DIGEST_LENGTH = 64


def keep_file(chunks: Iterable[bytes], name: str) -> str:
    """Giữ tệp — its SHA-256 in hex; Misread for what is too large, may harm or bears a mark of secrecy.

    Of what is refused nothing remains, neither on the disk nor in a log.

    Kept before the act that names it: what no paper names is nobody's to open.
    """
    with _checked(chunks, name) as (place, digest):
        place.replace(_folder() / digest)
    return digest


def check_table(content: bytes, name: str) -> None:
    """Xét bảng tính — an XLSX or CSV judged as `keep_file` would before anything of it is read."""
    table_ending(name)
    try:
        with _checked([content], name) as (place, _):
            place.unlink()
    except Misread as fault:
        if fault.reason.text != KIND:
            raise
        raise Misread(UNREADABLE) from fault


@contextmanager
def _checked(chunks: Iterable[bytes], name: str) -> Iterator[tuple[Path, str]]:
    """The file on the disk, under a name of its own, and its SHA-256; the one that asks moves it on."""
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
            if secrecy_marks(opened(place, name).first_page, name):
                raise Misread(SECRET)
        except BaseException:
            place.unlink()
            raise
    yield place, digest.hexdigest()


def kept_file(digest: str) -> tuple[Path, Kind] | None:
    """Tệp đã giữ — its place and kind; None where none has this SHA-256."""
    if len(digest) != DIGEST_LENGTH or not digest.isalnum():
        return None
    place = _folder() / digest
    if not place.is_file():
        return None
    return place, kept_kind(place)


def pages_pictured(digest: str) -> int:
    """Số trang xem được bằng mắt — of a PDF or an image; 0 for other kinds, and for what is not kept."""
    held = kept_file(digest)
    if held is None or held[1] not in (Kind.PDF, Kind.PNG, Kind.JPG):
        return 0
    if held[1] is not Kind.PDF:
        return 1
    try:
        return len(PdfReader(held[0]).pages)
    except PyPdfError:
        return 0


def drop_file(digest: str) -> None:
    """Xóa hẳn tệp — whatever paper named it; nothing is said where it is gone already."""
    (_folder() / digest).unlink(missing_ok=True)


def _folder() -> Path:
    place: Path = settings.DATA_FOLDER.files
    return place
