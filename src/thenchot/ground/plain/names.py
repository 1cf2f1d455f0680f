"""Họ tên — one spelling, a key for searching, a key for sorting by given name."""

import re
import unicodedata

from thenchot.ground.plain.collation import collation_key
from thenchot.ground.plain.text import mark

LONGEST = 120
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]")
_OPEN_END = re.compile(
    "(?<![qQ])([oO](?=[aeAE])|[uU](?=[yY]))([aeyAEY])([\u0300\u0301\u0303\u0309\u0323])(?![\\w\u0300-\u036f])"
)
_D = str.maketrans({"đ": "d", "ð": "d", "ɖ": "d"})


def tidy_name(text: str) -> str:
    """Sửa cách gõ — NFC, invisible signs removed, every run of blanks one blank."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return " ".join(visible.split())


def tidy_lines(text: str) -> str:
    """Sửa cách gõ từng dòng — each line tidy; empty lines between them say nothing."""
    return "\n".join(filter(None, map(tidy_name, text.splitlines())))


def one_placement(text: str) -> str:
    """Một cách đặt dấu — "Hoà", "Thuý" as "Hòa", "Thúy"; for comparing, never for storing."""
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _OPEN_END.sub(r"\1\3\2", apart))


def spelling_key(full_name: str) -> str:
    """Khóa so tên — one spelling, one placement of tone marks, small letters; marks still count."""
    return one_placement(tidy_name(full_name)).casefold()


def fold(text: str) -> str:
    """Bỏ dấu — the key for searching: small letters without marks, đ and its look-alikes as d."""
    apart = unicodedata.normalize("NFD", tidy_name(text).lower().translate(_D))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _marked_letters() -> dict[str, str]:
    found: dict[str, str] = {}
    for sign in map(chr, (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))):
        if sign == sign.lower() and (base := fold(sign)).isascii():
            found[base] = found.get(base, "") + sign
    return found


_MARKED = _marked_letters()


def marks_or_none(word: str) -> str:
    """Có dấu hay không — a pattern that finds a folded word in text with its marks, capital or small."""
    return "".join(
        f"[{letter}{_MARKED[letter]}]" if letter in _MARKED else re.escape(letter)
        for letter in word
    )


def split_name(full_name: str) -> tuple[str, str, str]:
    """Tách họ tên — (family, middle, given); a single word is a given name."""
    *before, given = tidy_name(full_name).split() or [""]
    return (before[0] if before else ""), " ".join(before[1:]), given


def sort_key(full_name: str) -> str:
    """Khóa xếp tên — given name first, then middle, then family, in Vietnamese order.

    Plain code-point order of the keys (`COLLATE "C"`) is the order of the names.
    """
    family, middle, given = split_name(full_name)
    return "\x01\x01".join(map(collation_key, (given, middle, family)))


def name_faults(text: str) -> list[str]:
    """Lỗi họ tên — sentences for a name that cannot stand; spelling is not judged."""
    name = tidy_name(text)
    words = name.split()
    half = len(words) // 2
    faults = []
    if not name:
        faults.append(mark("Họ tên không được để trống."))
    if re.search(r"[0-9<>{}\[\]@#$%^*=+|\\/_~]", name):
        faults.append(mark("Họ tên chỉ gồm chữ, không có chữ số hay ký hiệu."))
    if len(name) > LONGEST:
        faults.append(mark("Họ tên dài quá 120 ký tự."))
    if half > 1 and len(words) == 2 * half and words[:half] == words[half:]:
        faults.append(mark("Họ tên bị gõ hai lần."))
    return faults
