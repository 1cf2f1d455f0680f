"""Lời tìm gọi tên một văn bản — words that are nothing but one citation, typed with marks or without."""

import re

from thenchot.ground.plain.names import fold
from thenchot.office.documents.rules.citations import citations_in
from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.letters import NUMBERED
from thenchot.office.documents.words import Citation

_PLAIN = re.compile(r"(?P<type>\D+?)\s+(?:so\s*:?\s+)?(?P<rest>\d.*)")


def pointed_at(words: str, grammar: Grammar) -> Citation | None:
    """Văn bản được gọi tên — None where the words say more than that, or nothing of the kind."""
    typed = words.strip()
    for each in (typed, _with_marks(typed, grammar)):
        found = citations_in(each, grammar)
        if len(found) == 1 and found[0].sign and found[0].raw == each:
            return found[0]
    return None


def _with_marks(typed: str, grammar: Grammar) -> str:
    """ "nghi quyet 18" as "nghị quyết số 18"; "" where no type is called so."""
    found = _PLAIN.fullmatch(fold(typed))
    said = {fold(word): word for each in grammar.types for word in each.said}
    if found is None or found["type"] not in said:
        return ""
    return f"{said[found['type']]} {NUMBERED}{typed[-len(found['rest']) :]}"
