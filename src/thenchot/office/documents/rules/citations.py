"""Viện dẫn — papers a text names, found in the text as printed."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from thenchot.office.documents.rules.days_cited import day_before, day_behind
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.letters import DAY, as_printed, day_in, one_spelling
from thenchot.office.documents.rules.plenums import plenums_in
from thenchot.office.documents.rules.saying import organ_said, type_said
from thenchot.office.documents.rules.signs import FORMS
from thenchot.office.documents.rules.spoken import spoken_in
from thenchot.office.documents.words import Citation, Sign

_PARTS, _GROUPS = "mẫu|biểu|phụ lục|bảng", "tổ|tổ công tác|nhóm|đội|đoàn|hồ sơ|thẻ|danh sách"
_PART = re.compile(rf"(?<!\w)(?:{_PARTS})\s*[:.(]?\s*$", re.I)
_PART_OR_GROUP = re.compile(rf"(?<!\w)(?:{_PARTS}|{_GROUPS})\s*[:.(]?\s*$", re.I)


def citations_in(text: str, grammar: Grammar) -> list[Citation]:
    """Các viện dẫn trong văn bản — in the order they stand.

    `raw` and `start` are of the text in composed letters, without those that are not seen. Ratios, plates,
    days and counts of things are none; a number without its letters is one only after the name of a type.
    """
    printed = as_printed(text)
    plain = one_spelling(printed)
    found = [*_signed(printed, plain, grammar)]
    starts = [each.start for each in found]
    ends = [each.start + len(each.raw) for each in found]
    for each in (*plenums_in(printed, plain), *spoken_in(printed, plain, grammar)):
        nearest = bisect_left(starts, each.start + len(each.raw)) - 1
        if nearest < 0 or ends[nearest] <= each.start:
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def whole_citations(cited: Iterable[Citation]) -> list[Citation]:
    """Viện dẫn đủ ký hiệu — each sign and day once; without a day only where it is never cited with one."""
    found: dict[tuple[str, date | None], Citation] = {}
    for each in cited:
        if each.sign and (each.sign.organ or each.sign.type_abbreviation):
            found.setdefault((str(each.sign), each.issued_on), each)
    dated = {sign for sign, day in found if day}
    return [each for (sign, day), each in found.items() if day or sign not in dated]


def _signed(printed: str, plain: str, grammar: Grammar) -> Iterator[Citation]:
    lead, taken = _lead(grammar.words), 0
    for start, end, sign, whole in _signs(plain, grammar):
        before = lead.search(plain, max(0, start - 80), start)
        if start < taken or not (whole or before):
            continue
        begins = max(taken, before.start()) if before else start
        word = before["word"] if before else None
        known = not sign.type_abbreviation or grammar.is_type(sign.type_abbreviation)
        other = _PART if known else _PART_OR_GROUP
        if not word and other.search(plain, max(0, begins - 20), begins):
            continue
        behind = day_behind(plain, end)
        between = day_in(before["day"]) if before and before["day"] else None
        day = behind.day if behind else between or day_before(plain, begins)
        closes = behind.closes if behind else end
        said = type_said(word, sign, plain, start, end, grammar, day)
        organ, doubt = organ_said(sign.organ, plain, begins, end)
        yield Citation(
            raw=printed[begins:closes], start=begins, type=said.name, issued_on=day,
            sign=Sign(sign.number, sign.year, said.letters, organ, sign.form),
            doubts=tuple(filter(None, (*said.doubts, doubt))),
        )  # fmt: skip
        taken = closes


def _signs(plain: str, grammar: Grammar) -> list[tuple[int, int, Sign, bool]]:
    """Where signs stand, what they say, and whether nothing need stand before to tell that they are."""
    found: dict[int, tuple[int, int, Sign, bool]] = {}
    for form in FORMS:
        for match in form.pattern.finditer(plain):
            if match.start() not in found and (sign := form.read(match, grammar)):
                known = not sign.type_abbreviation or grammar.is_type(sign.type_abbreviation)
                found[match.start()] = (match.start(), match.end(), sign, form.whole and known)
    return [found[start] for start in sorted(found)]


@lru_cache(maxsize=4)
def _lead(words: str) -> re.Pattern[str]:
    """What may stand right before a sign: the name of a type, its day, "số"."""
    return re.compile(
        rf"(?<!\w)(?:(?P<word>{words}|văn bản)(?:\s+ngày\s+(?P<day>{DAY}),?)?"
        r"\s*\(?\s*(?:số\s*[:.]?\s*)?|số\s*[:.]?\s*)$",
        re.I,
    )
