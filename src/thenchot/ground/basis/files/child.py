"""Tiến trình mở tệp — bound to little time and memory, it opens one file and answers in JSON."""

import io
import json
import resource
import sys

from thenchot.ground.basis.files.faults import HEAVY, POLYGLOT, VIRUS, Hostile
from thenchot.ground.basis.files.images import check_jpg, check_png
from thenchot.ground.basis.files.kinds import Kind, is_plain, plain_kind
from thenchot.ground.basis.files.office import office_kind
from thenchot.ground.basis.files.packages import members_of
from thenchot.ground.basis.files.pdfs import text_of_pdf
from thenchot.ground.basis.files.texts import (
    text_of_document,
    text_of_table,
    text_of_workbook,
)
from thenchot.ground.plain.worksheets import CSV

SECONDS, MEMORY = 2, 768 * 1024 * 1024
LIMITS = (
    (resource.RLIMIT_CPU, SECONDS),
    (resource.RLIMIT_AS, MEMORY),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_NPROC, 0),
    (resource.RLIMIT_CORE, 0),
)
LONGEST_TEXT = 2_000_000
TEST_VIRUS = b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE"  # whole, it would alarm over this source
ZIP_END = b"PK\x05\x06"


def limit_oneself() -> None:
    """Tự giới hạn — before anything of a file is read."""
    for what, most in LIMITS:
        resource.setrlimit(what, (most, most))


def main() -> None:
    """Mở tệp — its place and the ending of its name are the last arguments."""
    limit_oneself()
    place, ending = sys.argv[-2:]
    with open(place, "rb") as sent:
        content = sent.read()
    try:
        answer = _opened(content, ending)
    except Hostile as hostile:
        answer = {"fault": hostile.fault}
    except (MemoryError, RecursionError):
        answer = {"fault": HEAVY}
    sys.stdout.write(json.dumps(answer))


def _opened(content: bytes, ending: str) -> dict[str, object]:
    if TEST_VIRUS in content:
        raise Hostile(VIRUS)
    kind = Kind.TEXT if ending == CSV and is_plain(content) else plain_kind(content)
    texts, pages, read = ["", ""], 1, None
    if kind and ZIP_END in content[-66_000:]:
        raise Hostile(POLYGLOT)
    if kind is Kind.PDF:
        texts, pages, read = text_of_pdf(io.BytesIO(content), content)
    elif kind is Kind.PNG:
        check_png(content)
    elif kind is Kind.JPG:
        check_jpg(content)
    elif kind is Kind.TEXT:
        texts = text_of_table(content)
    else:
        members = members_of(content)
        if any(TEST_VIRUS in body for body in members.values()):
            raise Hostile(VIRUS)
        kind = office_kind(members)
        if kind is Kind.DOCX:
            texts, pages = text_of_document(members)
        else:
            texts, pages = text_of_workbook(content, members)
    first, whole = texts
    if len(first) > LONGEST_TEXT:
        raise Hostile(HEAVY)  # what is judged by its first page is read to the end of that page
    read = 0 if len(whole) > LONGEST_TEXT else pages if read is None else read
    return {
        "kind": kind, "first_page": first, "text": whole[:LONGEST_TEXT], "pages": pages, "read": read,
    }  # fmt: skip
