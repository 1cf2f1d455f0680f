"""Tệp nén — the members of an office package, measured before anything is unpacked."""

import io
import re
import stat
import zipfile

from thenchot.ground.basis.files.faults import (
    BOMB,
    BROKEN,
    ENCRYPTED,
    NAMES,
    NESTED,
    POLYGLOT,
    Hostile,
)

MOST_MEMBERS, MOST_OPENED, MOST_RATIO = 1000, 512 * 1024 * 1024, 100
RATIO_MATTERS_FROM = 1024 * 1024
HEADER, END_RECORD, END_SIGN = 30, 22, b"PK\x05\x06"
ARCHIVES = (b"PK\x03\x04", b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
UNSAFE = re.compile(r"[\0-\x1f\\:\u200e\u200f\u202a-\u202e\u2066-\u2069]|^/|(^|/)\.\.(/|$)")

Members = dict[str, bytes]


def members_of(content: bytes) -> Members:
    """Các thành phần — name and bytes of each; `Hostile` before the first byte is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            listed = package.infolist()
            _named_well(listed)
            _measured(listed)
            _laid_out(listed, package.start_dir, content)
            members = {each.filename: package.read(each) for each in listed}
    except Hostile:
        raise
    except MemoryError:
        raise
    except Exception as error:  # whatever the reader of archives stumbles over
        raise Hostile(BROKEN) from error
    if any(body.startswith(ARCHIVES) for body in members.values()):
        raise Hostile(NESTED)
    return members


def _named_well(listed: list[zipfile.ZipInfo]) -> None:
    names = [each.orig_filename for each in listed]
    linked = any(stat.S_ISLNK(each.external_attr >> 16) for each in listed)
    if linked or len(set(names)) < len(names) or any(map(UNSAFE.search, names)):
        raise Hostile(NAMES)


def _measured(listed: list[zipfile.ZipInfo]) -> None:
    if len(listed) > MOST_MEMBERS or sum(each.file_size for each in listed) > MOST_OPENED:
        raise Hostile(BOMB)
    for each in listed:
        if each.flag_bits & 1:
            raise Hostile(ENCRYPTED)
        if each.file_size > max(RATIO_MATTERS_FROM, MOST_RATIO * each.compress_size):
            raise Hostile(BOMB)


def _laid_out(listed: list[zipfile.ZipInfo], directory: int, content: bytes) -> None:
    """From byte 0 to the last, one after another: none over another, nothing before or after."""
    free = 0
    for each in sorted(listed, key=lambda member: member.header_offset):
        if not free and each.header_offset:
            raise Hostile(POLYGLOT)
        if each.header_offset < free:
            raise Hostile(BOMB)
        free = each.header_offset + HEADER + len(each.orig_filename) + each.compress_size
    if free > directory:
        raise Hostile(BOMB)
    if content.rfind(END_SIGN) != len(content) - END_RECORD:
        raise Hostile(POLYGLOT)
