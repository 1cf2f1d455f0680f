"""Số, ký hiệu — read in every form met in print, said in the form its organ's rules prescribe."""

import re
from collections.abc import Callable
from dataclasses import dataclass
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

NUMBER = (
    r"(?:(?<![\w.,/-])|(?<=[Ss][ốỐ]))"
    r"(?P<number>\d{1,2}\.\d{3}(?![\d.,])|\d{1,5}(?:[a-zA-Z](?![^\W\d_]))?)"
)
_WITH_YEAR = rf"{NUMBER}(?:{GAP}/{GAP}(?P<year>{YEAR}))?"
SAID = re.compile(r"^[Ss]ố\s*:?\s*")
_TYPE = rf"(?P<type>{CAPITAL}{LETTER}{{0,7}})"
_COMMITTEE = "(?:T[UƯW]|[ĐHQ]U)"  # behind its department: "BTC/TU"
_ORGAN = (
    rf"(?P<organ>{CAPITAL}\w*(?:-{CAPITAL}\w*|{GAP}-{GAP}{CAPITAL}{{2,}}\b|\.{CAPITAL}+\d*\b)*"
    rf"(?:{GAP}/{GAP}{_COMMITTEE}\b)?)"
)
_BETWEEN = rf"(?P<one>{GAP}[-/]{GAP}|\s?)"
WHOLE = re.compile(
    rf"{_WITH_YEAR}{_BETWEEN}{_TYPE}(?P<two>{GAP}[-/]{GAP}|\.(?={CAPITAL}{{2}})){_ORGAN}"
)
LAW = re.compile(
    rf"{NUMBER}{GAP}/{GAP}(?P<year>{YEAR}){GAP}/{GAP}(?P<organ>(?:UBTV)?QH\s?\d{{1,2}})\b"
)
SMALL = re.compile(
    rf"{_WITH_YEAR}{GAP}(?P<one>[-/]){GAP}(?P<type>{LETTER}{{2,5}}){GAP}(?P<two>[-/]){GAP}"
    rf"(?P<organ>{LETTER}\w{{1,11}})(?![\w/])"
)
SHORT = re.compile(
    rf"{_WITH_YEAR}(?P<one>{GAP}[-/]{GAP})(?P<type>{CAPITAL}{LETTER}{{1,9}})(?![\w/-])"
)
APART = re.compile(
    rf"{NUMBER}(?P<one>{GAP}[-/]{GAP}|\s){_TYPE}\s(?P<organ>{CAPITAL}{{2,8}})(?![\w/-])"
)


def read_sign(typed: str, grammar: Grammar) -> Sign | None:
    """Đọc số, ký hiệu — of a box where nothing else is typed; None where it is none."""
    plain = one_spelling(as_printed(typed)).strip().rstrip(".,;")
    plain = SAID.sub("", plain)
    for form in FORMS:
        if found := form.pattern.fullmatch(plain):
            return form.read(found, grammar)
    return None


def as_prescribed(number_sign: str, grammar: Grammar) -> str:
    """Viết đúng phép — "31/QĐ-TW" is "31-QĐ/TW", the organ being the Party's, and blanks round its
    dashes go; what is not certain stays as typed."""
    sign = read_sign(number_sign, grammar)
    if sign is None:
        return number_sign
    number_sign = SAID.sub("", number_sign)
    tight = re.sub(r"\s*([-/–])\s*", r"\1", as_printed(number_sign))
    if not sign.type_abbreviation or sign.form is not Family.PARTY:
        return tight
    organ = grammar.listed(sign.organ)
    certain = organ and organ.family in (Family.PARTY, Family.UNION)
    return str(sign) if certain and _letters(str(sign)) == _letters(tight) else tight


def _letters(number_sign: str) -> str:
    """Without dashes, slashes, dots and blanks; Ư is printed for U in codes."""
    return re.sub(r"[-/–.\s]", "", number_sign).replace("Ư", "U").casefold()


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
    one, two, letters = found["one"].strip(), found["two"].strip(), found["type"]
    number, year, organ = _number(found), found["year"] or "", _tight(found["organ"])
    known = grammar.is_type(letters) and (one != "" or len(letters) > 1)  # "5 L/TP" counts litres
    if not known and one == "/" and two in "-.":  # a letter of the state: organ and drafting unit
        return Sign(number, year, "", _organs(f"{letters}{two}{organ}", grammar), Family.STATE)
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


def small_sign(found: re.Match[str], grammar: Grammar) -> Sign | None:
    """Chữ nhỏ — "05-nq/tu": only of a type and an organ in the tables."""
    letters, organ = found["type"], grammar.organ_code(found["organ"].upper())
    if not letters.islower() or not grammar.is_type(letters) or not grammar.listed(organ):
        return None
    party = grammar.is_party(organ)
    year = found["year"] or ""
    form = Family.LEGAL if year else Family.PARTY if party else Family.STATE
    types = grammar.abbreviated(letters, form)
    return Sign(_number(found), year, types[0].abbreviation or letters.upper(), organ, form)


def short_sign(found: re.Match[str], grammar: Grammar) -> Sign | None:
    """Thiếu một phần — type without organ or grown together with it, a letter of the state without its drafting unit."""
    letters, year, one = found["type"], found["year"] or "", found["one"].strip()
    number = _number(found)
    if grammar.is_type(letters):
        form = Family.LEGAL if year else Family.PARTY if one == "-" else Family.STATE
        return Sign(number, year, letters, "", form)
    if not year and (parts := _grown_together(letters, grammar)):
        return Sign(number, "", *parts)
    if one == "/" and letters.isupper():
        return Sign(number, year, "", _organs(letters, grammar), Family.STATE)
    return None


def apart_sign(found: re.Match[str], grammar: Grammar) -> Sign | None:
    """Viết rời — "27 CT TW": only of a type and a body of the Party in the tables."""
    letters, organ = found["type"], grammar.organ_code(found["organ"])
    listed = grammar.listed(organ)
    if len(letters) < 2 or not grammar.is_type(letters) or not listed:
        return None
    return Sign(_number(found), "", letters, organ) if listed.family is Family.PARTY else None


@dataclass(frozen=True, slots=True)
class Form:
    """Cách viết số, ký hiệu — `whole`: nothing need stand before it to tell that it is one."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Grammar], Sign | None]
    whole: bool


FORMS = (
    Form(LAW, law_sign, True),
    Form(WHOLE, whole_sign, True),
    Form(SMALL, small_sign, True),
    Form(SHORT, short_sign, False),
    Form(APART, apart_sign, False),
)


def _number(found: re.Match[str]) -> str:
    """As a name: "1.234" is 1234."""
    return found["number"].replace(".", "")


def _grown_together(letters: str, grammar: Grammar) -> tuple[str, str, Family] | None:
    """Type and organ of "NQTW", "QĐUBND"."""
    for cut in range(2, len(letters) - 1):
        organ = grammar.listed(letters[cut:])
        if grammar.is_type(letters[:cut]) and organ and organ.code == letters[cut:]:
            return letters[:cut], organ.code, organ.family
    return None


def _tight(organ: str) -> str:
    """Without blanks; "T.U" is TU. "T.Ư" keeps its dot: so the press writes the Central."""
    tight = re.sub(r"\s*([-/])\s*", r"\1", organ)
    return re.sub(r"(?<![^\W_])([^\W\d_])\.((?!Ư)[^\W\d_])(?![^\W_])", r"\1\2", tight)


def _organs(letters: str, grammar: Grammar) -> str:
    """Codes as listed, one by one; "BTC/TU" is one code."""
    joined = letters.replace("/", "")
    if "/" in letters and grammar.is_party(joined):
        letters = joined
    return re.sub(r"[^-./]+", lambda part: grammar.organ_code(part[0]), letters)
