"""Ảnh — its size read from the headers, its end found; nothing is drawn."""

import re

from thenchot.ground.basis.files.faults import BROKEN, PIXELS, POLYGLOT, Hostile

MOST_PIXELS = 40_000_000
HIDDEN = re.compile(rb"PK\x03\x04|PK\x05\x06|%PDF-|<html|<script|<\?php|Rar!\x1a", re.IGNORECASE)
MARKUP = re.compile(rb"<html\b|<script\b|<\?php", re.IGNORECASE)
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
END = 0xD9
MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")


def check_png(content: bytes) -> None:
    """Ảnh PNG — chunk by chunk to IEND, after which nothing stands."""
    at = 8
    while True:
        length, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        after = at + 12 + length
        if after > len(content):
            raise Hostile(BROKEN)
        if at == 8:
            _sized(content[at + 8 : at + 12], content[at + 12 : at + 16], name == b"IHDR")
        if name == b"IEND":
            break
        at = after
    if content[after:].strip(b"\0\r\n "):
        raise Hostile(POLYGLOT)
    _without_markup(content)


def check_jpg(content: bytes) -> None:
    """Ảnh JPG — segment by segment to its end; what cameras add after it is no other kind."""
    at, framed = 2, False
    while True:
        found = MARKER.search(content, at)
        if not found:
            raise Hostile(BROKEN)
        code, at = content[found.start() + 1], found.end()
        if code == END:
            break
        if code == 0x01 or code == 0xD8:
            continue
        if code in FRAMES:
            _sized(content[at + 3 : at + 5], content[at + 5 : at + 7], True)
            framed = True
        at += int.from_bytes(content[at : at + 2])
    if not framed:
        raise Hostile(BROKEN)
    if HIDDEN.search(content, at):
        raise Hostile(POLYGLOT)
    _without_markup(content)


def _sized(one: bytes, other: bytes, headed: bool) -> None:
    pixels = int.from_bytes(one) * int.from_bytes(other)
    if not headed or not pixels:
        raise Hostile(BROKEN)
    if pixels > MOST_PIXELS:
        raise Hostile(PIXELS)


def _without_markup(content: bytes) -> None:
    if MARKUP.search(content):
        raise Hostile(POLYGLOT)
