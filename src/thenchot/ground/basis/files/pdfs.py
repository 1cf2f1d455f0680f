"""Tệp PDF — every object looked at, what acts refused; its text read while time remains."""

import re
import time
import zlib
from collections.abc import Iterator
from typing import Any, cast

from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from thenchot.ground.basis.files.columns import upper_lines
from thenchot.ground.basis.files.faults import (
    ACTIVE,
    BOMB,
    BROKEN,
    COLUMNS,
    EMBEDDED,
    ENCRYPTED,
    PIXELS,
    POLYGLOT,
    Hostile,
)
from thenchot.ground.basis.files.images import MOST_PIXELS
from thenchot.ground.basis.files.secrecy import may_be_marked

END, TAIL = b"%%EOF", 2048
SECONDS_FOR_TEXT = 1.2  # of the processor since the start; the first page is always read
MOST_STREAM = 32 * 1024 * 1024
ACTING = {"/JS", "/JavaScript", "/AA", "/XFA"}
CARRYING = {"/EmbeddedFiles", "/EF", "/RichMediaContent", "/RichMediaSettings"}
ACTIONS = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound",
    "/GoToE", "/GoToR", "/RichMediaExecute", "/ResetForm", "/Hide", "/SetOCGState", "/Trans",
}  # fmt: skip
SAYING = ("/Contents", "/RC")  # of a note, whatever its shape; the second with marks of its own
VALUES = ("/V", "/DV")  # of a box of a form, or of the field it is part of
TAGS = re.compile(r"<[^>]*>")
MOST_FIELDS = 32  # one within another
CARRIED = {"/EmbeddedFile", "/RichMedia", "/FileAttachment", "/3D", "/Screen"}


def text_of_pdf(stream: Any, content: bytes) -> tuple[list[str], int, int]:
    """Chữ của PDF — [first page, whole], the number of pages, how many of them were read; `Hostile` for what acts."""
    end = content.rfind(END)
    if end < 0:
        raise Hostile(BROKEN)
    if content[end + len(END) :].strip(b"\0\r\n\t "):
        raise Hostile(POLYGLOT)
    try:
        reader = PdfReader(stream)
        if reader.is_encrypted:
            raise Hostile(ENCRYPTED)
        _check_objects(reader)
        first, *pages = _texts(reader) or [""]
        return [first, "\n".join(pages)], len(reader.pages), len(pages)
    except (Hostile, MemoryError):
        raise
    except LimitReachedError as error:
        raise Hostile(BOMB) from error
    except Exception as error:  # whatever the reader of PDF stumbles over
        raise Hostile(BROKEN) from error


def _texts(reader: PdfReader) -> list[str]:
    """Of the first page with its columns, then of each page read."""
    texts: list[str] = []
    for page in reader.pages:
        if texts and time.process_time() > SECONDS_FOR_TEXT:
            break
        said = "\n".join([page.extract_text(), *_laid_on(page)])
        if not texts:
            texts.append(_with_columns(said, page))
        texts.append(said)
    return texts


def _with_columns(said: str, page: PageObject) -> str:
    """What a page says, and again as its columns stand where these may hold a mark of secrecy."""
    if not may_be_marked(said):
        return said
    try:
        return "\n".join([said, *upper_lines(page)])
    except (MemoryError, LimitReachedError):
        raise
    except Exception as error:  # whatever the reader of columns stumbles over
        raise Hostile(COLUMNS) from error


def _laid_on(page: PageObject) -> Iterator[str]:
    """What stamps, notes and boxes of forms on a page say, and what they draw."""
    for each in page.annotations or ():
        note = each.get_object()
        for name in SAYING:
            yield _said(_within(note, name))
        if _within(note, "/Subtype") == "/Widget":
            yield from _filled_in(note)
        look = _within(note, "/AP", "/N")
        if isinstance(look, StreamObject):
            yield page.extract_xform_text(cast(Any, look))


def _filled_in(box: Any) -> Iterator[str]:
    """What a box of a form holds, or the field above it, and the words on a button."""
    yield _said(_within(box, "/MK", "/CA"))
    for _ in range(MOST_FIELDS):
        if not isinstance(box, DictionaryObject):
            return
        for name in VALUES:
            yield _said(_within(box, name))
        box = _within(box, "/Parent")


def _said(held: Any) -> str:
    """A text, a list of texts or a long one; "" for what is none, as a signature."""
    if isinstance(held, StreamObject):
        held = held.get_data()
    if isinstance(held, ArrayObject):
        return "\n".join(_said(each) for each in list.__iter__(held))
    if isinstance(held, bytes):
        held = held.decode("utf-8", "replace")
    return TAGS.sub("\n", held) if isinstance(held, str) else ""


def _within(found: Any, *names: str) -> Any:
    """What stands there, wherever it is kept; None where nothing does."""
    for name in names:
        found = found[name] if isinstance(found, DictionaryObject) and name in found else None
    return found


def _check_objects(reader: PdfReader) -> None:
    _check(reader.trailer)
    places = {(number, 0) for number in reader.xref_objStm}
    places |= {(number, of) for of, listed in reader.xref.items() for number in listed}
    for number, generation in sorted(places):
        if number:
            _check(reader.get_object(IndirectObject(number, generation, reader)))


def _check(found: Any) -> None:
    """One object with all that stands inside it, not what it points to."""
    waiting = [found]
    while waiting:
        each = waiting.pop()
        if isinstance(each, ArrayObject):
            waiting.extend(list.__iter__(each))
        elif isinstance(each, DictionaryObject):
            _check_names(each)
            waiting.extend(dict.values(each))
        if isinstance(each, StreamObject):
            _check_stream(each)


def _check_names(each: DictionaryObject) -> None:
    keys = set(each)
    kinds = {str(each.raw_get(key)) for key in ("/S", "/Type", "/Subtype") if key in keys}
    if keys & ACTING or str(each.get("/S")) in ACTIONS:
        raise Hostile(ACTIVE)
    if keys & CARRYING or kinds & CARRIED:
        raise Hostile(EMBEDDED)


def _check_stream(each: StreamObject) -> None:
    """A picture by its size, any other stream by what it unpacks to."""
    if each.get("/Subtype") == "/Image":
        if int(each.get("/Width", 0)) * int(each.get("/Height", 0)) > MOST_PIXELS:
            raise Hostile(PIXELS)
        return
    filters = each.get("/Filter")
    named = filters if isinstance(filters, list) else [filters]
    packed = [name for name in named if name in ("/FlateDecode", "/Fl", "/LZWDecode", "/LZW")]
    if len(packed) > 1:
        raise Hostile(BOMB)
    if named[0] in ("/FlateDecode", "/Fl"):
        unpacking = zlib.decompressobj()
        try:
            unpacking.decompress(each._data, MOST_STREAM)
        except zlib.error as error:
            raise Hostile(BROKEN) from error
        if unpacking.unconsumed_tail:
            raise Hostile(BOMB)
