"""Cách viện dẫn trong nội dung — signs of the Party as its rules print them, a comma before the day."""

import re

from thenchot.ground.plain.reasons import Reason
from thenchot.ground.plain.text import mark
from thenchot.office.documents.rules.citations import citations_in
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.signs import as_prescribed
from thenchot.office.documents.words import Family
from thenchot.office.drafting.rules.layout import LAYOUT_RULE

_SIGN = re.compile(r"\d{1,5}[a-zA-Z]?\s?[-–/]\s?[^\W\d_]+\s?[-–/]\s?[^\W\d_]+")
_NO_COMMA = re.compile(r"[^\W\d_]\s+ngày\b")


def citation_faults(text: str, grammar: Grammar) -> list[Reason]:
    """Chỗ lệch của lời dẫn — paragraph by paragraph; only of papers whose sign is the Party's for certain."""
    faults = []
    lines = [each for each in text.splitlines() if each.strip()]
    for number, line in enumerate(lines, start=1):
        for cited in citations_in(line, grammar):
            printed = _SIGN.search(cited.raw)
            if printed is None or cited.sign is None or cited.sign.form is not Family.PARTY:
                continue
            ruled = as_prescribed(printed[0], grammar)
            if ruled != printed[0]:
                said = mark("Đoạn {n}: «{printed}» viết đúng phép là «{ruled}».")
                values: dict[str, object] = {"n": number, "printed": printed[0], "ruled": ruled}
                faults.append(Reason(said, values, LAYOUT_RULE, "whole_text"))
            if _NO_COMMA.search(cited.raw[printed.end() - 1 :][:40]):
                said = mark("Đoạn {n}: có dấu phẩy trước «ngày» khi dẫn «{printed}».")
                values = {"n": number, "printed": printed[0]}
                faults.append(Reason(said, values, LAYOUT_RULE, "whole_text"))
    return faults
