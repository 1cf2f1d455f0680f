"""Nghĩa của số, ký hiệu — which type and which organ the letters mean where the text leaves a choice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.ground.plain.names import fold, spelling_key
from thenchot.ground.plain.text import mark
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.words import DocumentType, Family, Sign

CONTRADICTS = mark("Tên gọi và chữ viết tắt không khớp nhau; lấy theo chữ viết tắt.")
SHARED = mark("Chữ viết tắt này dùng cho nhiều thể loại.")
HORN = mark("«TƯ» có thể là Trung ương, có thể là tỉnh ủy, thành ủy.")

_SENTENCE_END = re.compile(r"[;\n]|\.\s")
_SENTENCE, _ISSUER_WITHIN = 300, 160  # letters read before and behind a sign
_HEADING_WITHIN = 300  # letters below the number of a paper within which its type stands alone
_CENTRAL = re.compile(r"Bộ Chính trị|Ban Bí thư|Trung ương", re.I)
_PROVINCE = re.compile(r"(?:tỉnh|thành) ủy|đảng bộ (?:tỉnh|thành phố)|của tỉnh", re.I)
_LAWS = ("Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết")


@dataclass(frozen=True, slots=True)
class TypeSaid:
    """Thể loại được nói — None where the text does not say; `letters` as prescribed."""

    name: str | None
    letters: str = ""
    doubts: tuple[str, ...] = ()


def type_said(
    word: str | None, sign: Sign, plain: str, start: int, end: int, grammar: Grammar,
    on: date | None = None,
) -> TypeSaid:  # fmt: skip
    """Thể loại — by word and letters together; letters win, and what two types share is looked up.

    `plain[start:end]` is where the sign stands, `on` the day of the paper where the text says one.
    """
    called = grammar.called(word, on) if word else []
    before = plain[max(0, start - _SENTENCE) : start]
    if not sign.type_abbreviation:
        return TypeSaid(_without_letters(called, sign, before))
    types = grammar.abbreviated(sign.type_abbreviation, sign.form, on)
    names = [each.name for each in types]
    agreed = [each for each in types if each.name in {one.name for one in called}]
    agreed = agreed or [each for each in called if _unmarked(each, sign)]
    if agreed:
        return _said(agreed[0], sign)
    if not types:
        return TypeSaid(called[0].name if called else None, sign.type_abbreviation)
    doubts = (CONTRADICTS,) if called else ()
    if len(set(names)) == 1:
        return _said(types[0], sign, doubts)
    known = (
        _nearest(names, before)
        or _heading(names, plain[end : end + _HEADING_WITHIN])
        or grammar.known.get(str(sign))
    )
    chosen = next((each for each in types if each.name == known), types[0])
    return _said(chosen, sign, doubts if known else (*doubts, SHARED))


def organ_said(organ: str, plain: str, begins: int, end: int) -> tuple[str, str]:
    """Cơ quan — (letters, doubt): «TƯ» is the Central or the province, as the issuer named says; where none is,
    «T.Ư» the Central."""
    if "Ư" not in organ:
        return organ, ""
    otherwise = "TW" if "T.Ư" in organ else "TU"
    organ = organ.replace("T.Ư", "TƯ")
    before = plain[max(0, begins - _SENTENCE) : begins]
    for text in (_first_sentence(plain[end : end + _ISSUER_WITHIN]), _last_sentence(before)):
        for letters, pattern in (("TW", _CENTRAL), ("TU", _PROVINCE)):
            if pattern.search(text):
                return organ.replace("TƯ", letters), ""
    return organ.replace("TƯ", otherwise), HORN


def _said(chosen: DocumentType, sign: Sign, doubts: tuple[str, ...] = ()) -> TypeSaid:
    return TypeSaid(chosen.name, chosen.abbreviation or sign.type_abbreviation, doubts)


def _unmarked(each: DocumentType, sign: Sign) -> bool:
    """Typed without marks: "DA" of a Đề án."""
    return bool(each.abbreviation) and fold(each.abbreviation) == fold(sign.type_abbreviation)


def _without_letters(called: list[DocumentType], sign: Sign, before: str) -> str | None:
    if called:
        return called[0].name
    if sign.form == Family.LEGAL:
        return _nearest(_LAWS, before) or ("Luật" if sign.organ.startswith("QH") else None)
    return "Công văn"  # the one type of the state that bears no letters


def _nearest(names: Iterable[str], before: str) -> str | None:
    """The last of these types named in the sentence so far."""
    sentence = spelling_key(_last_sentence(before))
    keys = [(spelling_key(name), name) for name in names]
    found = [
        (sentence.rfind(key) + len(key), len(key), name) for key, name in keys if key in sentence
    ]
    return max(found)[2] if found else None  # "Bộ luật" ends where "Luật" does, and is the longer


def _heading(names: Iterable[str], after: str) -> str | None:
    """The type in capitals on a line of its own below the number, as on a first page."""
    lines = {line.strip() for line in after.split("\n")}
    return next((name for name in names if name.upper() in lines), None)


def _last_sentence(text: str) -> str:
    return _SENTENCE_END.split(text)[-1]


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text)[0]
