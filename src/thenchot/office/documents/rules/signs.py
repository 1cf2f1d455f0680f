"""Số, ký hiệu — read in every form met in print, said in the form its organ's rules prescribe."""

import re
from datetime import date

from thenchot.office.documents.rules.grammar import Grammar
from thenchot.office.documents.rules.letters import (
    CAPITAL,
    GAP,
    LETTER,
    YEAR,
    as_printed,
    one_spelling,
)
from thenchot.office.documents.words import Family, Sign

NUMBER = r"(?:(?<![\w.,/-])|(?<=[Ss]ố))(?P<number>\d{1,5}(?:[a-zA-Z](?![^\W\d_]))?)"
_TYPE = rf"(?P<type>{CAPITAL}{LETTER}{{0,7}})"
_ORGAN = rf"(?P<organ>{CAPITAL}\w*(?:-{CAPITAL}\w*|{GAP}-{GAP}{CAPITAL}{{2,}}\b)*)"
WHOLE = re.compile(
    rf"{NUMBER}{GAP}(?:/{GAP}(?P<year>{YEAR}))?(?P<one>{GAP}[-/]{GAP}|\s?){_TYPE}"
    rf"{GAP}(?P<two>[-/]){GAP}{_ORGAN}"
)
LAW = re.compile(
    rf"{NUMBER}{GAP}/{GAP}(?P<year>{YEAR}){GAP}/{GAP}(?P<organ>(?:UBTV)?QH\s?\d{{1,2}})\b"
)
SHORT = re.compile(
    rf"{NUMBER}(?:{GAP}/{GAP}(?P<year>{YEAR}))?(?P<one>{GAP}[-/]{GAP})"
    rf"(?P<type>{CAPITAL}{LETTER}{{1,9}})(?![\w/-])"
)


def read_sign(typed: str, grammar: Grammar) -> Sign | None:
    """Đọc số, ký hiệu — of a box where nothing else is typed; None where it is none."""
    plain = one_spelling(as_printed(typed)).strip().rstrip(".,;")
    plain = re.sub(r"^[Ss]ố\s*:?\s*", "", plain)
    for pattern, read in ((LAW, law_sign), (WHOLE, whole_sign), (SHORT, short_sign)):
        if found := pattern.fullmatch(plain):
            return read(found, grammar)
    return None


def as_prescribed(number_sign: str, grammar: Grammar) -> str:
    """Viết đúng phép — "31/QĐ-TW" is "31-QĐ/TW", the organ being the Party's, and blanks round its
    dashes go; what is not certain stays as typed."""
    sign = read_sign(number_sign, grammar)
    if sign is None:
        return number_sign
    tight = re.sub(r"\s*([-/–])\s*", r"\1", number_sign)
    if not sign.type_abbreviation or sign.form is not Family.PARTY:
        return tight
    organ = grammar.listed(sign.organ)
    certain = organ and organ.family in (Family.PARTY, Family.UNION)
    return str(sign) if certain and _letters(str(sign)) == _letters(tight) else tight


def _letters(number_sign: str) -> str:
    """Without dashes, slashes and blanks; Ư is printed for U in codes."""
    return re.sub(r"[-/–\s]", "", number_sign).replace("Ư", "U")


def issuer_said(number_sign: str, grammar: Grammar, on: date | None = None) -> str:
    """Cơ quan theo ký hiệu — of letters only one body bears, on the day of the paper; "" for any other."""
    sign = read_sign(number_sign, grammar)
    organ = grammar.listed(sign.organ, on) if sign else None
    return organ.body if organ and organ.one else ""


def law_sign(found: re.Match[str], grammar: Grammar) -> Sign:
    """Luật, nghị quyết của Quốc hội — number, year, and the term within the organ's letters."""
    organ = found["organ"].replace(" ", "")
    return Sign(found["number"], found["year"], "", organ, Family.LEGAL)


def whole_sign(found: re.Match[str], grammar: Grammar) -> Sign | None:
    """Đủ số, thể loại, cơ quan — dashes and slashes exchanged or left out are put right."""
    one, two, letters = found["one"].strip(), found["two"], found["type"]
    number, year, organ = found["number"], found["year"] or "", _tight(found["organ"])
    known = grammar.is_type(letters) and (one != "" or len(letters) > 1)  # "5 L/TP" counts litres
    if not known and one == "/" and two == "-":  # a letter of the state: organ and drafting unit
        return Sign(number, year, "", _organs(f"{letters}-{organ}", grammar), Family.STATE)
    if not known and not (one == "-" and two == "/" and letters[-1:].isupper()):
        return None
    organ = _organs(organ, grammar)
    party = grammar.is_party(organ)
    if one == "-" and two == "-" and not party:
        return None
    if year:
        form = Family.LEGAL
    elif party or (two == "/" and one != "/"):
        form = Family.PARTY
    else:
        form = Family.STATE
    return Sign(number, year, letters, organ, form)


def short_sign(found: re.Match[str], grammar: Grammar) -> Sign | None:
    """Thiếu một phần — type without organ, or a letter of the state without its drafting unit."""
    letters, year, one = found["type"], found["year"] or "", found["one"].strip()
    if grammar.is_type(letters):
        form = Family.LEGAL if year else Family.PARTY if one == "-" else Family.STATE
        return Sign(found["number"], year, letters, "", form)
    if one == "/" and letters.isupper():
        return Sign(found["number"], year, "", _organs(letters, grammar), Family.STATE)
    return None


def _tight(organ: str) -> str:
    return re.sub(r"\s*-\s*", "-", organ)


def _organs(letters: str, grammar: Grammar) -> str:
    return "-".join(grammar.organ_code(part) for part in letters.split("-"))
