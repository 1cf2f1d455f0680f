"""Tệp của văn bản — kept in the data folder under the SHA-256 of the content; one content, one file."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from thenchot.ground.basis.files.checking import (
    LookSeen,
    Opened,
    SignatureSeen,
    look_of,
    opened,
    signatures_in,
)
from thenchot.ground.basis.files.drawing import drawn_page
from thenchot.ground.basis.files.faults import KIND
from thenchot.ground.basis.files.kinds import TABLES, Kind, kept_kind
from thenchot.ground.basis.files.secrecy import secrecy_marks
from thenchot.ground.basis.models import FileText
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Misread
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.wording import index_words
from thenchot.ground.plain.worksheets import UNREADABLE, table_ending

MOST_BYTES = 10 * 1024 * 1024
SECRET = mark("Tệp mang dấu độ mật nên không được giữ lại; văn bản mật vào sổ riêng, trên giấy.")
DIGEST_LENGTH = 64
PICTURED = frozenset({Kind.PDF, Kind.PNG, Kind.JPG})


def keep_file(chunks: Iterable[bytes], name: str) -> str:
    """Giữ tệp — its SHA-256 in hex; Misread for what is too large, may harm or bears a mark of secrecy.

    Of what is refused nothing remains, neither on the disk nor in a log.

    Kept before the act that names it: what no paper names is nobody's to open.
    """
    with _checked(chunks, name) as (place, digest, found):
        place.replace(_folder() / digest)
    _keep_text(digest, found)
    return digest


def _keep_text(digest: str, found: Opened) -> None:
    """Giữ chữ của tệp — for searching; of a picture, or a scan without text, nothing."""
    text = tidy_name(found.text.encode("utf-8", "ignore").decode())
    if text:
        kept = FileText(
            sha256=digest, table=found.kind in TABLES, text=text, words=index_words(text)
        )
        FileText.objects.bulk_create([kept], ignore_conflicts=True)


def check_table(content: bytes, name: str) -> None:
    """Xét bảng tính — an XLSX or CSV judged as `keep_file` would before anything of it is read."""
    table_ending(name)
    try:
        with _checked([content], name) as (place, _, _):
            place.unlink()
    except Misread as fault:
        if fault.reason.text != KIND:
            raise
        raise Misread(UNREADABLE) from fault


def look_at(chunks: Iterable[bytes], name: str) -> LookSeen:
    """Xem hình thức một tệp DOCX — judged as `keep_file` would; nothing of it is kept."""
    with _checked(chunks, name) as (place, *_):
        try:
            return look_of(place)
        finally:
            place.unlink()


@contextmanager
def _checked(chunks: Iterable[bytes], name: str) -> Iterator[tuple[Path, str, Opened]]:
    """The file on the disk, under a name of its own, its SHA-256 and text; the one that asks moves it on."""
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
            found = opened(place, name)
            if secrecy_marks(found.first_page, name):
                raise Misread(SECRET)
        except BaseException:
            place.unlink()
            raise
    yield place, digest.hexdigest(), found


def kept_file(digest: str) -> tuple[Path, Kind] | None:
    """Tệp đã giữ — its place and kind; None where none has this SHA-256."""
    if len(digest) != DIGEST_LENGTH or not digest.isalnum():
        return None
    place = _folder() / digest
    if not place.is_file():
        return None
    return place, kept_kind(place)


def file_signatures(digest: str) -> list[SignatureSeen]:
    """Chữ ký số của tệp đã giữ — none in what is no PDF; Misread where it cannot be read."""
    held = kept_file(digest)
    if held is None or held[1] is not Kind.PDF:
        return []
    return signatures_in(held[0], settings.DATA_FOLDER.trusted)


def kept_picture(digest: str, page: int = 1) -> bytes | None:
    """Ảnh một trang thành PNG — drawn once and kept beside; None where there is no such page, or none
    that can be drawn."""
    held = kept_file(digest)
    if held is None or not 1 <= page <= pages_pictured(digest):
        return None
    return _kept_beside(f"{digest}-{page}", lambda: drawn_page(*held, page) or b"") or None


def pages_pictured(digest: str) -> int:
    """Số trang xem được bằng mắt — of a PDF or an image; 0 for other kinds, and for what is not kept."""
    held = kept_file(digest)
    if held is None or held[1] not in PICTURED:
        return 0
    return int(_kept_beside(f"{digest}-pages", lambda: str(_pages_of(held[0])).encode()))


def _pages_of(place: Path) -> int:
    try:
        return opened(place).pages
    except Misread:
        return 0


def _kept_beside(name: str, make: Callable[[], bytes]) -> bytes:
    """What was made of a file once, read again from then on."""
    place: Path = settings.DATA_FOLDER.pictures / name
    if not place.is_file():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as partial:
            partial.write(make())
        Path(partial.name).replace(place)
    return place.read_bytes()


def drop_file(digest: str) -> None:
    """Xóa hẳn tệp — whatever paper named it; nothing is said where it is gone already."""
    (_folder() / digest).unlink(missing_ok=True)
    for picture in settings.DATA_FOLDER.pictures.glob(f"{digest}-*"):
        picture.unlink(missing_ok=True)


def _folder() -> Path:
    place: Path = settings.DATA_FOLDER.files
    return place
