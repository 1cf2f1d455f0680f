"""Dòng trích dẫn — a paper as people paste it: "Quyết định số 15-QĐ/TU, ngày 03/02/2025 của …, về việc …"."""

import re
from dataclasses import dataclass
from datetime import date

from thenchot.ground.basis.words import InstrumentKind
from thenchot.ground.plain.names import fold, tidy_name
from thenchot.office.documents.reads.grammar import shipped_grammar, sign_as_ruled
from thenchot.office.documents.rules.bodies_said import body_ends, says_body
from thenchot.office.documents.rules.citations import citations_in
from thenchot.office.documents.rules.days_cited import day_behind
from thenchot.office.documents.rules.letters import DAY, SHORT_DAY, day_in, one_spelling
from thenchot.office.documents.rules.signs import issuer_said, read_sign
from thenchot.office.documents.words import Family

_NUMBER = re.compile(
    r"(?<![\d/.-])((?:\d{1,2}\.\d{3}|\d{1,6}[a-zA-Z]?)(?:/\d{4})?\s?[-–]\s?[^\W\d_][\w.&-]*(?:\s?/\s?[\w.&-]+)*"
    r"|(?:\d{1,6}/\d{4}/[^\W\d_][\w.&/-]*|\d{1,6}[a-zA-Z]?/[^\W\d_][\w.&/-]*)(?:\s[-–]\s?[A-ZĐƯ]{2,}\b)?)"
)
_DAY = re.compile(rf"{DAY}|{SHORT_DAY}", re.IGNORECASE)
_ABOUT = re.compile(r"[\s,;:]+(?:v/v|về\s+việc|về)\s+(.+)$", re.IGNORECASE)
_ISSUER = re.compile(r"[\s,;]+của(\s+[^,;]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """Văn bản trích dẫn — what could be read of the line; the rest is empty.

    `kind` is named in words; `signed` is the kind the letters of the number tell.
    """

    number_sign: str
    kind: InstrumentKind | None = None
    signed: InstrumentKind | None = None
    issued_on: str = ""
    issuer: str = ""
    abstract: str = ""


def cited(line: str) -> Cited:
    """Đọc dòng trích dẫn — a line without a number stays as typed; a number of the Party is put right.

    Days, issuer and subject behind the number are those of the paper; what its subject cites is not.
    """
    tidy = tidy_name(line)
    found = _NUMBER.search(tidy)
    if not found or read_sign(tidy, shipped_grammar()):
        number = sign_as_ruled(tidy)
        return Cited(number, signed=kind_of_sign(number))
    number = re.sub(r"\s", "", found[1]).replace("–", "-").rstrip("-/.,")
    number = sign_as_ruled(number)
    before, rest = tidy[: found.start()], tidy[found.end() :]
    about = _ABOUT.search(rest)
    told = rest[: about.start()] if about else rest
    day = _day(tidy, found.end(), before)
    signed = kind_of_sign(number, day_in(day) if day else None)
    named = [kind for kind in InstrumentKind if fold(before).startswith(fold(kind.label))]
    return Cited(
        number_sign=number,
        kind=named[0] if named else None,
        signed=signed,
        issued_on=_printed(day),
        issuer=_issuer(told),
        abstract=about[1].rstrip(".;") if about else "",
    )


def _day(line: str, number_ends: int, before: str) -> str:
    """Ngày của văn bản — as typed, where the rules of citations find one; "" for any other day of the line."""
    if behind := day_behind(one_spelling(line), number_ends):
        return behind.printed
    read = next((each for each in citations_in(line, shipped_grammar()) if each.sign), None)
    typed = [each[0] for each in _DAY.finditer(before)]
    return next((each for each in typed if read and day_in(each) == read.issued_on), "")


def _issuer(told: str) -> str:
    """Cơ quan — what follows "của" up to a comma; without its day, and what is said of it."""
    found = _ISSUER.search(told)
    if not found:
        return ""
    plain, begins = one_spelling(told), found.start(1)
    ends = body_ends(plain, begins) if says_body(plain, begins) else found.end()
    return re.sub(r"\s+ngày$", "", _DAY.sub("", told[begins:ends]).strip(" ,"))


def _printed(day: str) -> str:
    """With slashes, its year in four digits."""
    said = re.sub(r"\s*(?:,?\s*(?:tháng|năm)|[/.-])\s*", "/", day)
    read = day_in(day) if day else None
    return re.sub(r"\d+$", str(read.year), said) if read else ""


def kind_of_sign(number_sign: str, on: date | None = None) -> InstrumentKind | None:
    """Loại theo ký hiệu — QĐ a decision, QĐi a regulation, no letters a letter of the state; else None.

    `on`: the day of the paper, where it is known.
    """
    grammar = shipped_grammar()
    sign = read_sign(number_sign, grammar)
    if sign and sign.form is Family.STATE and not sign.type_abbreviation:
        return InstrumentKind.LETTER
    types = grammar.abbreviated(sign.type_abbreviation, sign.form, on) if sign else []
    kind = InstrumentKind.called(types[0].name) if types else InstrumentKind.OTHER
    return kind if kind is not InstrumentKind.OTHER else None


def issuer_of_sign(number_sign: str) -> str:
    """Cơ quan theo ký hiệu — where its letters name one body; else ""."""
    return issuer_said(number_sign, shipped_grammar())


def series_of(number_sign: str) -> str:
    """Ký hiệu không số — "-QĐ/TU" of "15-QĐ/TU": papers of one series have one issuer."""
    return re.sub(r"^\d+[a-zA-Z]?", "", number_sign)
