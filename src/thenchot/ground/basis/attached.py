"""Tệp của văn bản — kept in the data folder under the SHA-256 of the content; one content, one file."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

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
from thenchot.ground.basis.models import FileText, Instrument, models_naming_files
from thenchot.ground.plain.names import tidy_name
from thenchot.ground.plain.reasons import Misread, Reason
from thenchot.ground.plain.text import mark
from thenchot.ground.plain.wording import index_words, without_long_numbers
from thenchot.ground.plain.worksheets import UNREADABLE, table_ending

MOST_BYTES = 10 * 1024 * 1024
SECRET = mark("Tệp mang dấu độ mật nên không được giữ lại; văn bản mật vào sổ riêng, trên giấy.")
DIGEST_LENGTH, DIGEST_SHOWN = 64, 16
PICTURED = frozenset({Kind.PDF, Kind.PNG, Kind.JPG})
NO_PAGES = mark("Tệp đã ký phải là PDF, hoặc ảnh PNG, JPG của bản đã ký.")


def keep_file(chunks: Iterable[bytes], name: str) -> str:
    """Giữ tệp — its SHA-256 in hex; Misread for what is too large, may harm or bears a mark of secrecy.

    Of what is refused nothing remains, neither on the disk nor in a log.

    Kept before the act that names it: what no row names is nobody's to open.
    """
    with _checked(chunks, name) as (place, digest, found):
        place.replace(_folder() / digest)
    _keep_text(digest, found)
    return digest


def keep_signed_file(chunks: Iterable[bytes], name: str) -> tuple[str, str]:
    """Giữ bản đã ký — (its SHA-256, what its first page says); `Misread` too for what shows no pages."""
    with _checked(chunks, name) as (place, digest, found):
        if found.kind not in PICTURED:
            place.unlink()
            raise Misread(NO_PAGES)
        place.replace(_folder() / digest)
    _keep_text(digest, found)
    return digest, found.first_page


def read_texts() -> tuple[int, int]:
    """Đọc chữ của tệp giữ từ trước — (how many were read, how many could not be); asked with the owner's eyes."""
    known = FileText.objects.values("sha256")
    named = Instrument.objects.exclude(file_sha256="").exclude(file_sha256__in=known)
    read = unread = 0
    for digest in sorted(set(named.values_list("file_sha256", flat=True))):
        held = kept_file(digest)
        if held is None:
            continue
        try:
            _keep_text(digest, opened(held[0]))
            read += 1
        except Misread:
            unread += 1
    return read, unread


def drop_strays(*, before: datetime, besides: Collection[str] = ()) -> int:
    """Xóa tệp lạc — kept before that hour, named by no row then or now nor `besides`; how many went."""
    named = set(besides)
    for model in models_naming_files():
        for rows in (model, model.History):
            named |= set(rows._default_manager.values_list("file_sha256", flat=True))
    strays = [
        each.name
        for each in (_folder().iterdir() if _folder().is_dir() else ())
        if each.name not in named and each.stat().st_mtime < before.timestamp()
    ]
    for name in strays:
        drop_file(name)
    FileText.objects.filter(sha256__in=strays).delete()
    return len(strays)


def drop_unnamed(digests: Iterable[str]) -> None:
    """Xóa tệp không còn ai nêu — of these, those no row names, then or now; they are gone once this stands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT basis_forget_unnamed(%s)", [sorted(digests)])
        unnamed = cursor.fetchone()[0]
    for each in unnamed:
        transaction.on_commit(partial(drop_file, each))


def named_files() -> Iterator[tuple[str, Reason | None]]:
    """Đọc lại tệp đã giữ — of each a paper or a piece of a submission file names its SHA-256, and what is
    wrong: gone, or no longer that file.

    Asked with the owner's eyes; reads every file once.
    """
    told: set[str] = set()
    for model in models_naming_files():
        named = model._default_manager.exclude(file_sha256="").order_by("file_sha256", "pk")
        for row in named.distinct("file_sha256").iterator():  # the first of those that share one
            if row.file_sha256 not in told:
                told.add(row.file_sha256)
                yield row.file_sha256, _wrong_with(row.file_sha256, row)


def _wrong_with(digest: str, row: object) -> Reason | None:
    values, place = {"digest": digest[:DIGEST_SHOWN], "paper": row}, _folder() / digest
    if not place.is_file():
        return Reason(mark("Mất tệp {digest}… của {paper}."), values)
    if _digest_of(place) != digest:
        return Reason(mark("Tệp {digest}… của {paper} không còn đúng như khi giữ."), values)
    return None


def _digest_of(place: Path) -> str:
    """Of what can be read of the file; "" where it cannot be."""
    try:
        with open(place, "rb") as held:
            return hashlib.file_digest(held, "sha256").hexdigest()
    except OSError:
        return ""


def _keep_text(digest: str, found: Opened) -> None:
    """Giữ chữ của tệp — for searching; of a picture, or a scan without text, that there is none.

    Of a table without the numbers of people, which open one at a time, with a reason.
    """
    said = without_long_numbers(found.text) if found.kind in TABLES else found.text
    text = tidy_name(said.encode("utf-8", "ignore").decode())
    kept = FileText(
        sha256=digest, table=found.kind in TABLES, text=text, words=index_words(text),
        pages_read=found.pages_read,
    )  # fmt: skip
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
    """The file on the disk, under a name of its own, its SHA-256 and text; the one that asks moves it on.

    Its name is judged first: where the file is refused for another reason, the page may tell the name.
    """
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if secrecy_marks("", name):
        raise Misread(SECRET)
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
            if secrecy_marks(found.first_page, ""):
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
    that can be drawn now."""
    held = kept_file(digest)
    if held is None or not 1 <= page <= pages_pictured(digest):
        return None
    return _kept_beside(digest, str(page), lambda: drawn_page(*held, page))


def pages_pictured(digest: str) -> int:
    """Số trang xem được bằng mắt — of a PDF or an image; 0 for other kinds, and for what is not kept."""
    held = kept_file(digest)
    if held is None or held[1] not in PICTURED:
        return 0
    return int(_kept_beside(digest, "pages", lambda: _pages_of(held[0])) or 0)


def _pages_of(place: Path) -> bytes | None:
    try:
        return str(opened(place).pages).encode()
    except Misread:
        return None


def _kept_beside(digest: str, name: str, make: Callable[[], bytes | None]) -> bytes | None:
    """What was made of a file once, read again from then on; what could not be made is tried again, and
    nothing stays beside a file that is gone."""
    place: Path = settings.DATA_FOLDER.pictures / f"{digest}-{name}"
    if place.is_file():
        return place.read_bytes()
    made = make()
    if made is None:
        return None
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        dir=place.parent, prefix=f"{digest}-", delete=False
    ) as partial:
        partial.write(made)
    Path(partial.name).replace(place)
    if kept_file(digest) is None:
        place.unlink(missing_ok=True)
    return made


def drop_file(digest: str) -> None:
    """Xóa hẳn tệp — whatever paper named it; nothing is said where it is gone already."""
    (_folder() / digest).unlink(missing_ok=True)
    for picture in settings.DATA_FOLDER.pictures.glob(f"{digest}-*"):
        picture.unlink(missing_ok=True)


def _folder() -> Path:
    place: Path = settings.DATA_FOLDER.files
    return place
